//! The query of the search: one, over whatever the slices say may be found.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::slice::Searched;
use crate::platform::sql::{row, sql};

row! {
    pub struct Found {
        pub kind: String,
        pub id: i64,
        pub title: String,
        pub fact: String,
        pub day: Option<NaiveDate>,
    }
}

/// Every word typed, anywhere in a text, in any order.
const WORDS: &str = "array(select '%' || regexp_replace(word, '([%_\\\\])', '\\\\\\1', 'g') || '%' \
   from regexp_split_to_table(folded($1), '\\s+') word)";

/// The best of each kind, at most `limit`.
pub fn found(
    conn: &mut PgConnection,
    all: &[&Searched],
    (typed, office, lang): (&str, bool, Lang),
    today: NaiveDate,
    limit: i64,
) -> Result<Vec<Found>> {
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let office = if office { "true" } else { "false" };
    let filled = |one: &&Searched| {
        let names = [("{words}", WORDS), ("{office}", office), ("{lang}", lang.code()), ("{today}", "$2")];
        let select = names.iter().fold(one.select.to_owned(), |text, (name, value)| text.replace(name, value));
        format!("(select '{}' as kind, s.* from ({select} limit $3) s)", one.name)
    };
    let query = all.iter().map(filled).collect::<Vec<_>>().join(" union all ");
    Ok(sql(query).bind((typed, today, limit)).load(conn)?)
}
