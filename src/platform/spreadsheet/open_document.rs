//! OpenDocument sheets (.ods). Rows and cells that are said to repeat are counted before they are written out: an empty sheet
//! claims to have a million of them.

use std::collections::{HashMap, HashSet};
use std::io::{BufRead, BufReader};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::packed::Archive;
use super::{COLUMNS_MAX, Gathering, ROWS_MAX, Sheet, Unreadable, table, unreadable};

const BROKEN: Unreadable = unreadable("sheet-damaged", None);

/// Reads the sheet with the most rows.
pub fn read(archive: &mut Archive<'_>) -> Result<Sheet, Unreadable> {
    let part = archive.by_name("content.xml").map_err(|_| BROKEN)?;
    let mut tables = tables(BufReader::new(part))?;
    let most = (0..tables.len()).max_by_key(|at| (tables[*at].1.gathering.rows.len(), std::cmp::Reverse(*at)));
    let (_, chosen) = tables.swap_remove(most.ok_or(unreadable("sheet-empty", None))?);
    let others = tables.into_iter().map(|(name, _)| name).collect();
    Ok(Sheet { others, hidden: chosen.hidden, struck: chosen.struck, ..table(chosen.gathering.rows)? })
}

/// Where the reader stands.
#[derive(Default)]
struct Place {
    gathering: Gathering,
    line: u64,
    row_repeats: u64,
    cells: Vec<String>,
    /// Empty cells that are only there if a full one follows.
    waiting: usize,
    cell: Option<Cell>,
    hidden: Vec<u64>,
    struck: Vec<u64>,
    is_hidden: bool,
    /// How many cells of the row have something of their own in them.
    own: usize,
    /// What a cell that is merged downwards holds, by its column, and the last line of it.
    merged: HashMap<usize, (u64, String)>,
    /// Inside a comment or a drawing, whose text is no cell's.
    aside: usize,
}

struct Cell {
    repeats: u64,
    value: Option<String>,
    struck: bool,
    /// How many rows it is merged over; none for one that another covers.
    rows: Option<u64>,
    text: String,
    paragraphs: usize,
}

fn tables(part: impl BufRead) -> Result<Vec<(String, Place)>, Unreadable> {
    let mut reader = Reader::from_reader(part);
    reader.config_mut().expand_empty_elements = true;
    let (mut buffer, mut tables, mut place) = (Vec::new(), Vec::new(), Place::default());
    let (mut name, mut style, mut struck) = (String::new(), String::new(), HashSet::new());
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| BROKEN)? {
            Event::Start(tag) => match tag.name().as_ref() {
                "table:table" => {
                    place = Place::default();
                    name = attribute(&tag, "table:name").unwrap_or_default();
                }
                "style:style" => style = attribute(&tag, "style:name").unwrap_or_default(),
                "style:text-properties" => {
                    if attribute(&tag, "style:text-line-through-style").is_some_and(|line| line != "none") {
                        struck.insert(style.clone());
                    }
                }
                other => place.begin(other, &tag, &struck),
            },
            Event::End(tag) => match tag.name().as_ref() {
                "table:table" => tables.push((name.clone(), std::mem::take(&mut place))),
                other => place.end(other)?,
            },
            Event::Text(text) => place.write(&text.xml10_content()),
            Event::CData(text) => place.write(&text.xml10_content()),
            Event::GeneralRef(entity) => {
                let sign = match &*entity {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => entity.resolve_char_ref().map_err(|_| BROKEN)?,
                };
                place.write(sign.ok_or(BROKEN)?.encode_utf8(&mut [0; 4]));
            }
            Event::Eof => return Ok(tables),
            _ => {}
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().filter_map(Result::ok).find(|attribute| attribute.key.as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

impl Place {
    fn begin(&mut self, name: &str, tag: &BytesStart<'_>, struck: &HashSet<String>) {
        let repeats = |what: &str| attribute(tag, what).and_then(|count| count.parse().ok()).unwrap_or(1_u64).max(1);
        match name {
            "office:annotation" | "draw:frame" => self.aside += 1,
            "table:table-row" => {
                self.row_repeats = repeats("table:number-rows-repeated");
                self.is_hidden = attribute(tag, "table:visibility").is_some_and(|how| how != "visible");
                self.cells.clear();
                (self.waiting, self.own) = (0, 0);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let value = match attribute(tag, "office:value-type").as_deref() {
                    Some("date") => {
                        attribute(tag, "office:date-value").map(|at| at.trim_end_matches("T00:00:00").to_owned())
                    }
                    Some("float") => attribute(tag, "office:value"),
                    _ => None,
                };
                let repeats = repeats("table:number-columns-repeated");
                let rows = attribute(tag, "table:number-rows-spanned").and_then(|rows| rows.parse().ok()).unwrap_or(1);
                let rows = (name == "table:table-cell").then_some(rows);
                let struck = attribute(tag, "table:style-name").is_some_and(|style| struck.contains(&style));
                self.cell = Some(Cell { repeats, value, struck, rows, text: String::new(), paragraphs: 0 });
            }
            "text:p" if self.aside == 0 => {
                if let Some(cell) = &mut self.cell {
                    cell.paragraphs += 1;
                    if cell.paragraphs > 1 {
                        cell.text.push('\n');
                    }
                }
            }
            "text:s" => self.write(" "),
            "text:tab" => self.write("\t"),
            "text:line-break" => self.write("\n"),
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|cell| self.aside == 0 && cell.paragraphs > 0) {
            cell.text.push_str(text);
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Unreadable> {
        match name {
            "office:annotation" | "draw:frame" => self.aside = self.aside.saturating_sub(1),
            "table:table-cell" | "table:covered-table-cell" => {
                let Some(cell) = self.cell.take() else { return Ok(()) };
                let mut text = cell.value.unwrap_or(cell.text);
                let (column, line) = (self.cells.len().saturating_add(self.waiting), self.line + 1);
                match (cell.rows, self.merged.get(&column)) {
                    _ if !text.trim().is_empty() => {
                        self.own += 1;
                        if cell.struck && self.struck.last() != Some(&line) {
                            self.struck.push(line);
                        }
                        if let Some(rows) = cell.rows.filter(|rows| *rows > 1) {
                            self.merged.insert(column, (line.saturating_add(rows - 1), text.clone()));
                        }
                    }
                    (None, Some((last, said))) if line <= *last && cell.repeats == 1 => text.clone_from(said),
                    _ => {}
                }
                let repeats = usize::try_from(cell.repeats).unwrap_or(usize::MAX);
                if text.trim().is_empty() {
                    self.waiting = self.waiting.saturating_add(repeats);
                } else {
                    let width = self.cells.len().saturating_add(self.waiting).saturating_add(repeats);
                    if width > COLUMNS_MAX {
                        return Err(unreadable("sheet-too-wide", Some(self.line + 1)));
                    }
                    self.cells.resize(self.cells.len() + self.waiting, String::new());
                    self.cells.resize(width, text);
                    self.waiting = 0;
                }
            }
            "table:table-row" => {
                if self.own == 0 {
                    self.cells.clear(); // only what a merged cell holds
                } else if self.is_hidden {
                    self.hidden.push(self.line + 1);
                }
                if !self.cells.is_empty() && self.row_repeats > ROWS_MAX as u64 {
                    return Err(unreadable("sheet-too-long", Some(self.line + 1)));
                }
                if !self.cells.is_empty() {
                    for number in 1..=self.row_repeats {
                        self.gathering.keep(self.line + number, self.cells.clone())?;
                    }
                }
                self.line = self.line.saturating_add(self.row_repeats);
                self.row_repeats = 0;
            }
            _ => {}
        }
        Ok(())
    }
}
