//! Offices of the board: the four that all co-ops have, those that a co-op names itself, and handing one over.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use super::rules;
use super::slice;
use super::{record, store};
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::i18n::Lang;
use crate::platform::visit::Act;

/// What a director may be besides a director.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Office {
    Presidency,
    VicePresidency,
    Secretary,
    Treasurer,
    /// One that the co-op named itself.
    Own(i64),
}

impl Office {
    pub const STANDARD: [(&'static str, Self); 4] = [
        ("presidency", Self::Presidency),
        ("vice-presidency", Self::VicePresidency),
        ("secretary", Self::Secretary),
        ("treasurer", Self::Treasurer),
    ];

    /// As it stands in forms and in the database.
    pub fn key(self) -> String {
        match self {
            Self::Own(id) => format!("own-{id}"),
            other => Self::STANDARD.iter().find(|(_, office)| *office == other).map_or("", |(word, _)| word).to_owned(),
        }
    }

    pub fn parse(key: &str) -> Option<Self> {
        if let Some(id) = key.strip_prefix("own-") {
            return id.parse().ok().map(Self::Own);
        }
        Self::STANDARD.iter().find(|(word, _)| *word == key).map(|(_, office)| *office)
    }
}

/// The offices that the co-op named itself: id and name.
pub fn own_offices(conn: &mut PgConnection, lang: Lang) -> Result<Vec<(i64, String)>> {
    store::own_offices(conn, lang)
}

/// Names an office of the co-op's own.
///
/// # Errors
/// `Invalid` on `office_name_en` when there is one of this name.
pub fn name_office(act: &mut Act<'_>, name_en: &str, name_fr: &str) -> Result<i64> {
    store::lock(act.conn)?;
    for lang in [Lang::En, Lang::Fr] {
        let wanted = if lang == Lang::En { name_en } else { name_fr };
        if store::own_offices(act.conn, lang)?.iter().any(|(_, name)| name.to_lowercase() == wanted.to_lowercase()) {
            let field = if lang == Lang::En { "office_name_en" } else { "office_name_fr" };
            return Err(Error::field(field, "board-office-taken"));
        }
    }
    let id = store::insert_office(act.conn, name_en, name_fr)?;
    let after = json!({ "name_en": name_en, "name_fr": name_fr });
    events::record_of_coop(act, &slice::BOARD_OFFICE_NAMED, json!({ "after": after }))?;
    Ok(id)
}

/// An office goes to the director of a term from a day on, or to nobody.
///
/// # Errors
/// `Invalid` on `office` when there is no such office, on `office_term` when that director does not sit on that day.
pub fn hand_over(act: &mut Act<'_>, office: Office, term: Option<i64>, from: NaiveDate) -> Result<()> {
    store::lock(act.conn)?;
    if let Office::Own(id) = office
        && store::own_offices(act.conn, Lang::En)?.iter().all(|(known, _)| *known != id)
    {
        return Err(Error::field("office", "wrong-choice"));
    }
    let today = act.today();
    let to = match term {
        Some(id) => Some(store::term(act.conn, id, today).map_err(|error| match error {
            Error::NotFound => Error::field("office_term", "wrong-choice"),
            other => other,
        })?),
        None => None,
    };
    let before = give(act, office, to.as_ref().map(store::Term::rule).as_ref(), from)?;
    let after = json!({ "office": office.key(), "from": from });
    match (&to, before) {
        (Some(term), _) => {
            record(act, &slice::BOARD_OFFICE_HANDED, term.member_id, json!({ "term": term.id, "after": after }))
        }
        (None, Some(holder)) => record(act, &slice::BOARD_OFFICE_ENDED, holder, json!({ "after": after })),
        (None, None) => Ok(()),
    }
}

/// Terms were moved, and the offices in them with them: where somebody else holds one of these, theirs stays.
pub(super) fn give_way(act: &mut Act<'_>, moved: &[i64]) -> Result<()> {
    let all = store::holdings(act.conn, None, Lang::En)?;
    let mut offices: Vec<Office> =
        all.iter().filter(|holding| moved.contains(&holding.term_id)).map(store::Holding::office).collect();
    offices.sort_unstable();
    offices.dedup();
    for office in offices {
        let known: Vec<rules::Holding> = of_office(&all, office);
        let after = rules::given_way(&known, moved);
        if after != known {
            store::put_holdings(act.conn, office, &after)?;
        }
    }
    Ok(())
}

pub(super) fn of_office(all: &[store::Holding], office: Office) -> Vec<rules::Holding> {
    all.iter()
        .filter(|holding| holding.office() == office)
        .map(|holding| rules::Holding { term: holding.term_id, from: holding.since, until: holding.until })
        .collect()
}

/// Writes who holds an office from a day on. Who held it the day before or on it: their member.
pub(super) fn give(
    act: &mut Act<'_>,
    office: Office,
    to: Option<&rules::Term>,
    from: NaiveDate,
) -> Result<Option<i64>> {
    let all = store::holdings(act.conn, None, Lang::En)?;
    let known = of_office(&all, office);
    let after = rules::handed_over(&known, to, from).ok_or(Error::field("office_term", "board-does-not-sit"))?;
    let before = known.iter().find(|holding| holding.from <= from && from < holding.until).map(|holding| holding.term);
    let today = act.today();
    let before = match before {
        Some(term) => Some(store::term(act.conn, term, today)?.member_id),
        None => None,
    };
    store::put_holdings(act.conn, office, &after)?;
    Ok(before)
}
