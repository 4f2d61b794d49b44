//! What a list often holds and the register has no place for: dates of birth, insurance numbers, leases, shares. It is named and left
//! out, its values are not shown, and what looks like one is taken for nothing else. Pure.

use super::headings;
use crate::platform::spreadsheet::Sheet;

/// What a column holds that is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Private {
    Birth,
    Insurance,
    Health,
    Identity,
    Money,
    Lease,
    Share,
    Secret,
    /// Somebody else's, or no telephone.
    Other,
}

impl Private {
    pub const ALL: [(&'static str, Self); 9] = [
        ("birth", Self::Birth),
        ("insurance", Self::Insurance),
        ("health", Self::Health),
        ("identity", Self::Identity),
        ("money", Self::Money),
        ("lease", Self::Lease),
        ("share", Self::Share),
        ("secret", Self::Secret),
        ("other", Self::Other),
    ];

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind)
    }

    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("other", |(word, _)| word)
    }
}

/// What is private about a column: by its heading, or because its cells are insurance numbers.
pub fn of(sheet: &Sheet, at: usize) -> Option<Private> {
    let named = sheet.header.get(at).and_then(|heading| headings::private(heading));
    named.or_else(|| holds_insurance_numbers(sheet, at).then_some(Private::Insurance))
}

/// Nearly all of the first cells are insurance numbers; one written without spaces counts only beside others.
fn holds_insurance_numbers(sheet: &Sheet, at: usize) -> bool {
    let cells = sheet.rows.iter().filter_map(|row| row.cells.get(at)).map(|cell| cell.trim());
    let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).take(50).collect();
    let is_one = |cell: &&&str| is_insurance_number(cell) || cells.len() >= 3 && cell.len() == 9 && adds_up(cell);
    !cells.is_empty() && cells.iter().filter(is_one).count() * 10 >= cells.len() * 8
}

/// A social insurance number as it is written, 046 454 286: three times three digits whose check digit is right.
pub fn is_insurance_number(cell: &str) -> bool {
    let parts: Vec<&str> = cell.trim().split([' ', '-', '.', '\u{a0}']).collect();
    parts.len() == 3 && parts.iter().all(|part| part.len() == 3) && adds_up(&parts.concat())
}

/// Nine digits with the check digit that such numbers have (the formula of Luhn).
fn adds_up(digits: &str) -> bool {
    let values: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
    let doubled = |(at, digit): (usize, &u32)| if at % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { *digit };
    values.len() == 9 && digits.len() == 9 && values.iter().enumerate().map(doubled).sum::<u32>().is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_insurance_number_is_told_from_a_telephone() {
        assert!(["046-454-286", "130 692 544", "193-456-787"].into_iter().all(is_insurance_number));
        assert!(!["046-454-287", "819-555-0142", "046454286", "123-456"].into_iter().any(is_insurance_number));
    }
}
