//! Committees: who looks after what.

mod store;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use crate::platform::error::Result;
use crate::platform::events::{self, Subject};
use crate::platform::i18n::Lang;
use crate::platform::visit::Act;

/// Adds a committee, named in both languages.
pub fn add(act: &mut Act<'_>, name_en: &str, name_fr: &str) -> Result<i64> {
    let id = store::insert(act.conn, name_en, name_fr)?;
    let subject = Subject { kind: "committee", id, name: name_en.to_owned() };
    events::record(act, "committee.added", &subject, json!({ "after": { "name_en": name_en, "name_fr": name_fr } }))?;
    Ok(id)
}

/// Somebody sits on a committee from a day on. Sitting there already is no error.
pub fn join(act: &mut Act<'_>, committee: i64, member: i64, from: NaiveDate) -> Result<()> {
    if store::sits(act.conn, committee, member, from)? {
        return Ok(());
    }
    store::insert_seat(act.conn, committee, member, from)?;
    let subject = Subject { kind: "committee", id: committee, name: store::name(act.conn, committee, Lang::En)? };
    events::record(act, "committee.joined", &subject, json!({ "after": { "member_id": member, "from": from } }))?;
    Ok(())
}

/// Committees that can be chosen in a form: id and name.
pub fn options(conn: &mut PgConnection, lang: Lang) -> Result<Vec<(i64, String)>> {
    store::options(conn, lang)
}

/// The committee of this name in either language, whatever the case, if there is one.
pub fn named(conn: &mut PgConnection, name: &str) -> Result<Option<i64>> {
    store::named(conn, name)
}
