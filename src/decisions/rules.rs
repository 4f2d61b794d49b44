//! A sheet of earlier decisions, read: which column is what, and each row as it would be entered or with what is wrong. Pure.

use chrono::NaiveDate;

use super::pages::column_name;
use super::pages::form::{DETAILS_MAX, FORMER_MAX, SUMS_MAX, TITLE_MAX};
use super::{Body, Entry};
use crate::platform::i18n::Lang;
use crate::platform::pick::folded;
use crate::platform::spreadsheet::Sheet;

/// The most rows that are brought in at once.
pub const ROWS_MAX: usize = 1_000;

/// What a column of a sheet may hold, by the name that it has in files.
const READ: [&str; 9] =
    ["decided-on", "body", "former-number", "title-en", "title-fr", "details-en", "details-fr", "sums-en", "sums-fr"];
/// What books call them besides, folded. A text in one language stands for both.
const ALSO: [(&str, &str); 16] = [
    ("date", "decided-on"),
    ("number", "former-number"),
    ("numero", "former-number"),
    ("no", "former-number"),
    ("title", "title-en"),
    ("titre", "title-fr"),
    ("decision", "title-en"),
    ("text", "details-en"),
    ("texte", "details-fr"),
    ("result", "sums-en"),
    ("resultat", "sums-fr"),
    ("body", "body"),
    ("by", "body"),
    ("instance", "body"),
    ("par", "body"),
    ("decided by", "body"),
];
const BODIES: [(&str, Body); 10] = [
    ("meeting", Body::Meeting),
    ("agm", Body::Meeting),
    ("assemblee", Body::Meeting),
    ("ag", Body::Meeting),
    ("aga", Body::Meeting),
    ("conseil", Body::Board),
    ("ca", Body::Board),
    ("directors", Body::Board),
    ("vote", Body::Members),
    ("membres", Body::Members),
];

/// A row of a sheet.
#[derive(Debug, PartialEq, Eq)]
pub struct Planned {
    pub line: u64,
    /// What would be entered; or each thing that is wrong, by column, with its words.
    pub entry: Result<Entry, Vec<(&'static str, &'static str)>>,
    /// As it stands in the sheet, for one that is wrong.
    pub said: String,
}

/// What the columns of a sheet hold; none where it is not brought in.
pub fn columns(header: &[String]) -> Vec<Option<&'static str>> {
    let known = |heading: &String| {
        let heading = folded(heading);
        let heading = heading.trim();
        let named =
            |column: &&&'static str| Lang::ALL.iter().any(|lang| folded(&column_name(*lang, column)) == heading);
        READ.iter()
            .find(named)
            .copied()
            .or_else(|| ALSO.iter().find(|(name, _)| *name == heading).map(|(_, column)| *column))
    };
    header.iter().map(known).collect()
}

/// The rows of a sheet as they would be entered on a day.
pub fn plan(sheet: &Sheet, today: NaiveDate) -> Vec<Planned> {
    let columns = columns(&sheet.header);
    let planned = |row: &crate::platform::spreadsheet::Row| {
        // Of two columns of one kind, the first that says something.
        let cell = |column: &str| {
            let cells = columns.iter().zip(&row.cells).filter(|(known, _)| **known == Some(column));
            cells.map(|(_, cell)| cell.trim().to_owned()).find(|cell| !cell.is_empty()).unwrap_or_default()
        };
        let said = row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        let said: String = said.collect::<Vec<_>>().join(" · ").chars().take(80).collect();
        Planned { line: row.line, entry: read(cell, today), said }
    };
    sheet.rows.iter().map(planned).collect()
}

/// A text in both languages; one stands for both.
fn both([english, french]: [String; 2]) -> (String, String) {
    match (english.is_empty(), french.is_empty()) {
        (true, false) => (french.clone(), french),
        (false, true) => (english.clone(), english),
        _ => (english, french),
    }
}

fn read(cell: impl Fn(&str) -> String, today: NaiveDate) -> Result<Entry, Vec<(&'static str, &'static str)>> {
    let mut wrong = Vec::new();
    let day = NaiveDate::parse_from_str(&cell("decided-on"), "%Y-%m-%d").ok();
    match day {
        None => wrong.push(("decided-on", "wrong-date")),
        Some(day) if day > today => wrong.push(("decided-on", "wrong-decision-future")),
        Some(_) => {}
    }
    let body = body(&cell("body"));
    if body.is_none() {
        wrong.push(("body", "wrong-decision-body"));
    }
    let pair = |name: &str| both(["en", "fr"].map(|lang| cell(&format!("{name}-{lang}"))));
    let ((title_en, title_fr), (details_en, details_fr), (sums_en, sums_fr)) =
        (pair("title"), pair("details"), pair("sums"));
    let former_number = cell("former-number");
    if title_en.is_empty() {
        wrong.push(("title-en", "wrong-required"));
    }
    let lengths = [
        ("title-en", &title_en, TITLE_MAX),
        ("title-fr", &title_fr, TITLE_MAX),
        ("details-en", &details_en, DETAILS_MAX),
        ("details-fr", &details_fr, DETAILS_MAX),
        ("sums-en", &sums_en, SUMS_MAX),
        ("sums-fr", &sums_fr, SUMS_MAX),
        ("former-number", &former_number, FORMER_MAX),
    ];
    for (column, text, most) in lengths {
        if text.chars().count() > most {
            wrong.push((column, "wrong-decision-long"));
        }
    }
    match (day, body) {
        (Some(decided_on), Some(body)) if wrong.is_empty() => Ok(Entry {
            decided_on,
            body,
            former_number,
            title_en: line(&title_en),
            title_fr: line(&title_fr),
            details_en,
            details_fr,
            sums_en,
            sums_fr,
        }),
        _ => Err(wrong),
    }
}

/// Text of one line, spaces folded.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Who decided, in the words of either language or of old books.
fn body(text: &str) -> Option<Body> {
    let text = folded(text);
    let words = |(word, body): (&'static str, Body)| {
        let named = Lang::ALL.map(|lang| folded(&lang.t_of("decision-body-", word)));
        (word == text || named.contains(&text)).then_some(body)
    };
    let known = Body::ALL.into_iter().find_map(words);
    known.or_else(|| BODIES.into_iter().find(|(word, _)| *word == text).map(|(_, body)| body))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planned(text: &str) -> Vec<Planned> {
        let sheet = crate::platform::spreadsheet::read(text.as_bytes()).expect("a sheet");
        plan(&sheet, NaiveDate::from_ymd_opt(2026, 11, 29).expect("a day"))
    }

    #[test]
    fn a_sheet_of_either_language_is_understood_and_one_language_is_enough() {
        for text in [
            "Date;Instance;Numéro;Titre\n2004-05-12;Assemblée générale;2004-3;Pas de chiens\n",
            "No\tTitle\tDecided by\tDate\n2004-3\tPas de chiens\tgeneral meeting\t2004-05-12\n",
        ] {
            let rows = planned(text);
            let entry = rows[0].entry.as_ref().expect("a decision");
            assert_eq!((entry.body, entry.former_number.as_str()), (Body::Meeting, "2004-3"));
            assert_eq!((entry.title_en.as_str(), entry.title_fr.as_str()), ("Pas de chiens", "Pas de chiens"));
            assert_eq!(entry.decided_on.to_string(), "2004-05-12");
        }
    }

    #[test]
    fn each_row_says_all_that_is_wrong_with_it() {
        let rows = planned("date,by,title\n12/05/04,the janitor,\n2030-01-01,board,Later\n2004-05-12,CA,Now\n");
        let wrong = [("decided-on", "wrong-date"), ("body", "wrong-decision-body"), ("title-en", "wrong-required")];
        assert_eq!(rows[0].entry, Err(wrong.to_vec()));
        assert_eq!(rows[1].entry, Err(vec![("decided-on", "wrong-decision-future")]));
        assert!(rows[2].entry.as_ref().is_ok_and(|entry| entry.body == Body::Board));
        assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 3, 4]);
        assert_eq!(columns(&["Standing".to_owned(), "Titre".to_owned()]), [None, Some("title-fr")]);
    }
}
