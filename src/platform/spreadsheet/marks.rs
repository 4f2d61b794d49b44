//! What an Excel workbook says of rows beside their values: which are hidden, which are struck through, which cells are merged.
//!
//! The library that reads the values does not tell. A workbook in which this cannot be found has none of it.

use std::collections::{HashMap, HashSet};
use std::io::{BufReader, Cursor};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::packed::Archive;

/// Rows are counted from 1, columns from 0.
#[derive(Debug, Default)]
pub struct Marks {
    pub hidden: Vec<u64>,
    pub struck: Vec<u64>,
    /// Cells that are one from a row down to another: column, first row, last row.
    pub merged: Vec<(usize, u64, u64)>,
}

/// The marks of one sheet.
pub fn of(bytes: &[u8], sheet: &str) -> Marks {
    Archive::new(Cursor::new(bytes)).ok().and_then(|mut archive| read(&mut archive, sheet)).unwrap_or_default()
}

fn read(archive: &mut Archive<'_>, sheet: &str) -> Option<Marks> {
    let mut id = None;
    each(archive, "xl/workbook.xml", |name, tag| {
        if name == "sheet" && attribute(tag, "name").as_deref() == Some(sheet) {
            id = attribute(tag, "r:id");
        }
    })?;
    let (id, mut target) = (id?, None);
    each(archive, "xl/_rels/workbook.xml.rels", |name, tag| {
        if name == "Relationship" && attribute(tag, "Id").as_deref() == Some(&id) {
            target = attribute(tag, "Target");
        }
    })?;
    let target = target?;
    let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
    let struck = struck_styles(archive).unwrap_or_default();
    let (mut marks, mut row) = (Marks::default(), 0);
    each(archive, &path, |name, tag| match name {
        "row" => {
            row = attribute(tag, "r").and_then(|row| row.parse().ok()).unwrap_or(row + 1);
            if attribute(tag, "hidden").is_some_and(|hidden| hidden == "1" || hidden == "true") {
                marks.hidden.push(row);
            }
        }
        "c" if !struck.is_empty() && marks.struck.last() != Some(&row) => {
            let style = attribute(tag, "s").and_then(|style| style.parse().ok());
            if style.is_some_and(|style: usize| struck.contains(&style)) {
                marks.struck.push(row);
            }
        }
        "mergeCell" => marks.merged.extend(attribute(tag, "ref").and_then(|area| downwards(&area))),
        _ => {}
    })?;
    Some(marks)
}

/// The places of the styles whose letters are struck through.
fn struck_styles(archive: &mut Archive<'_>) -> Option<HashSet<usize>> {
    let (mut fonts, mut struck_fonts, mut styles) = (0_usize, HashSet::new(), HashMap::new());
    let (mut in_cells, mut in_fonts) = (false, false);
    each(archive, "xl/styles.xml", |name, tag| match name {
        "fonts" => in_fonts = true,
        "fills" | "borders" | "dxfs" => in_fonts = false,
        "font" if in_fonts => fonts += 1,
        "strike" if in_fonts && attribute(tag, "val").is_none_or(|on| on != "0" && on != "false") => {
            struck_fonts.insert(fonts.saturating_sub(1));
        }
        "cellXfs" => in_cells = true,
        "cellStyles" => in_cells = false,
        "xf" if in_cells => {
            let font: usize = attribute(tag, "fontId").and_then(|font| font.parse().ok()).unwrap_or(0);
            styles.insert(styles.len(), font);
        }
        _ => {}
    })?;
    Some(styles.into_iter().filter(|(_, font)| struck_fonts.contains(font)).map(|(place, _)| place).collect())
}

/// Shows every tag of a part, by its name without a prefix. `None` when the part is not there or is broken.
fn each(archive: &mut Archive<'_>, part: &str, mut look: impl FnMut(&str, &BytesStart<'_>)) -> Option<()> {
    let part = archive.by_name(part).ok()?;
    let mut reader = Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(tag) | Event::Empty(tag) => {
                let name = tag.name();
                let name: &str = name.as_ref();
                look(name.rsplit(':').next().unwrap_or(name), &tag);
            }
            Event::Eof => return Some(()),
            _ => {}
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().filter_map(Result::ok).find(|attribute| attribute.key.as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// "A2:A4", or the first column of "A2:B4": what goes down from one row to another.
fn downwards(area: &str) -> Option<(usize, u64, u64)> {
    let (from, to) = area.split_once(':')?;
    let place = |cell: &str| {
        let at = cell.find(|c: char| c.is_ascii_digit())?;
        let column = cell[..at].bytes().try_fold(0_usize, |sum, letter| {
            sum.checked_mul(26)?.checked_add(usize::from(letter.to_ascii_uppercase().checked_sub(b'A')?) + 1)
        })?;
        Some((column.checked_sub(1)?, cell[at..].parse::<u64>().ok()?))
    };
    let ((column, first), (_, last)) = (place(from)?, place(to)?);
    (last > first).then_some((column, first, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::spreadsheet;
    use rust_xlsxwriter::{Format, Workbook};

    #[test]
    fn hidden_and_struck_rows_are_said_and_a_merged_cell_is_in_each_of_its_rows() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let struck = Format::new().set_font_strikethrough();
        let rows = [["Logement", "Nom"], ["101", "Ada Ng"], ["", "Eve Ng"], ["102", "Ian Roy"], ["103", "Uma Bell"]];
        for (row, cells) in (0_u32..).zip(rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                if row == 3 {
                    sheet.write_string_with_format(row, column, cell, &struck).expect("a cell");
                } else if !cell.is_empty() {
                    sheet.write_string(row, column, cell).expect("a cell");
                }
            }
        }
        sheet.merge_range(1, 0, 2, 0, "101", &Format::new()).expect("merged");
        sheet.set_row_hidden(4).expect("hidden");
        let read = spreadsheet::read(&book.save_to_buffer().expect("a workbook")).expect("a sheet");
        assert_eq!((read.hidden, read.struck), (vec![5], vec![4]));
        assert_eq!(read.rows[1].cells, ["101", "Eve Ng"]);
        assert_eq!(read.rows.len(), 4, "they are read all the same");
    }

    #[test]
    fn an_area_is_read_or_passed_over() {
        assert_eq!(downwards("A2:A4"), Some((0, 2, 4)));
        assert_eq!(downwards("AB2:AC3"), Some((27, 2, 3)));
        for area in ["A1:C1", "A1", "", ":", "1:2", "ZZZZZZZZZZZZZZZZ1:A2"] {
            assert_eq!(downwards(area), None, "{area}");
        }
    }
}
