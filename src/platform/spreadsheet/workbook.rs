//! Excel workbooks (.xlsx): cell by cell, never as the square they claim to be.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader as _, SheetVisible, Xlsx};

use super::marks::{self, Marks};
use super::{CELLS_MAX, COLUMNS_MAX, Gathering, ROWS_MAX, Sheet, Unreadable, table, unreadable};

const BROKEN: Unreadable = unreadable("sheet-damaged", None);
/// How many sheets of a workbook are looked into.
const SHEETS_MAX: usize = 20;

/// Reads the sheet with the most rows, of those that are not hidden.
pub fn read(bytes: &[u8]) -> Result<Sheet, Unreadable> {
    let mut book: Xlsx<Cursor<&[u8]>> = Xlsx::new(Cursor::new(bytes)).map_err(|_| BROKEN)?;
    let shown = book.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let names: Vec<String> = shown.map(|sheet| sheet.name.clone()).take(SHEETS_MAX).collect();
    let (mut best, mut wrong) = (None::<(String, Sheet)>, unreadable("sheet-empty", None));
    for name in &names {
        let marks = marks::of(bytes, name);
        match sheet(&mut book, name, &marks).map(|sheet| Sheet { hidden: marks.hidden, struck: marks.struck, ..sheet })
        {
            Ok(sheet) if best.as_ref().is_none_or(|(_, other)| sheet.rows.len() > other.rows.len()) => {
                best = Some((name.clone(), sheet));
            }
            Ok(_) => {}
            Err(error) if error.key == "sheet-empty" => {}
            Err(error) => wrong = error,
        }
    }
    let (chosen, mut sheet) = best.filter(|_| wrong.key == "sheet-empty").ok_or(wrong)?;
    sheet.others = names.into_iter().filter(|name| *name != chosen).collect();
    Ok(sheet)
}

fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, marks: &Marks) -> Result<Sheet, Unreadable> {
    let mut reader = book.worksheet_cells_reader(name).map_err(|_| BROKEN)?;
    let (mut rows, mut count) = (BTreeMap::<u32, BTreeMap<u32, String>>::new(), 0);
    while let Some(cell) = reader.next_cell().map_err(|_| BROKEN)? {
        let (row, column) = cell.get_position();
        let text = words(cell.get_value());
        if text.trim().is_empty() {
            continue;
        }
        let line = Some(u64::from(row) + 1);
        if column as usize >= COLUMNS_MAX {
            return Err(unreadable("sheet-too-wide", line));
        }
        count += 1;
        rows.entry(row).or_default().insert(column, text);
        if count > CELLS_MAX || rows.len() > ROWS_MAX + 1 {
            return Err(unreadable("sheet-too-long", line));
        }
    }
    fill_down(&mut rows, marks);
    let mut gathering = Gathering::default();
    for (row, cells) in rows {
        let width = cells.last_key_value().map_or(0, |(column, _)| *column as usize + 1);
        let mut line = vec![String::new(); width];
        for (column, text) in cells {
            line[column as usize] = text;
        }
        gathering.keep(u64::from(row) + 1, line)?;
    }
    table(gathering.rows)
}

/// Writes what a merged cell holds into each of its rows that has anything else in it.
fn fill_down(rows: &mut BTreeMap<u32, BTreeMap<u32, String>>, marks: &Marks) {
    let place = |row: u64| u32::try_from(row - 1).unwrap_or(u32::MAX);
    for (column, first, last) in marks.merged.iter().filter(|(column, ..)| *column < COLUMNS_MAX).take(ROWS_MAX) {
        let (column, first, last) = (*column as u32, place((*first).max(1)), place(*last));
        let Some(text) = rows.get(&first).and_then(|cells| cells.get(&column)).cloned() else { continue };
        if first < last {
            for (_, cells) in rows.range_mut(first + 1..=last) {
                cells.entry(column).or_insert_with(|| text.clone());
            }
        }
    }
}

/// A value as somebody would have typed it: dates as 2026-12-04, whole numbers without a fraction.
fn words(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(at) => at.as_datetime().map_or_else(String::new, |at| {
            let text = at.format("%Y-%m-%d %H:%M:%S").to_string();
            text.strip_suffix(" 00:00:00").map_or_else(|| text.clone(), str::to_owned)
        }),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}
