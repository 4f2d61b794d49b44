//! A table of a page as a file to take away: one value, and the address that was asked for says whether a CSV file or a workbook
//! comes of it. Every route that ends in `.csv` has a brother that ends in `.xlsx`, with the same handler.

use super::page::Answer;
use super::visit::Visit;
use super::{csv_file, xlsx_file};

/// A table: headings, and rows of as many cells.
#[derive(Debug, Clone, Default)]
pub struct Table {
    pub headings: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    pub fn new(headings: impl IntoIterator<Item = String>, rows: impl IntoIterator<Item = Vec<String>>) -> Self {
        Self { headings: headings.into_iter().collect(), rows: rows.into_iter().collect() }
    }

    /// The file that was asked for, called `name` and its ending.
    pub fn answer(self, visit: &Visit, name: &str) -> Answer {
        if visit.path.ends_with(".xlsx") {
            xlsx_file::answer(&format!("{name}.xlsx"), &self.headings, self.rows)
        } else {
            csv_file::answer(&format!("{name}.csv"), &self.headings, self.rows)
        }
    }
}
