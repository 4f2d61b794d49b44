//! Hours given away: whoever has more than is due gives of it to another home, or another member. Two lines in one transaction.

use diesel::prelude::*;
use serde_json::json;

use super::account::{self, Looked};
use super::ledger::{self, NewLine};
use super::store::{exemptions as whom, ledger as lines};
use super::{Doer, Kind, slice};
use crate::platform::duration;
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::events::{self, Subject};
use crate::platform::visit::Act;
use crate::{members, units};

/// Gives minutes of one's own, or of one's home, to another home or member. Its name.
///
/// # Errors
/// `Forbidden` to who is no member; `Invalid` on `gift_hours` for more than is over, on `gift_whom` for oneself, or nobody of the kind that
/// owes.
pub fn give(act: &mut Act<'_>, to: i64, minutes: i32) -> Result<String> {
    let member = act.member_id()?;
    let today = act.today();
    lines::one_gift_at_a_time(act.conn)?;
    let account = account::account(act.conn, Looked::Member(member), None, today)?;
    let Some(from) = account.party() else { return Err(Error::Conflict("conflict-gift-nothing-owed")) };
    let party = if from.unit().is_some() { Doer::Unit(to) } else { Doer::Member(to) };
    if party == from {
        return Err(Error::field("gift_whom", "wrong-gift-self"));
    }
    if !whom::exists(act.conn, party)? {
        return Err(Error::field("gift_whom", "wrong-choice"));
    }
    if minutes <= 0 {
        return Err(Error::field("gift_hours", "wrong-required"));
    }
    if i64::from(minutes) > account.to_give() {
        let limit = Some(duration::said(account.to_give()));
        let error = FieldError { field: "gift_hours".to_owned(), key: "wrong-gift-over", limit };
        return Err(Error::Invalid(vec![error]));
    }
    let name = name(act.conn, party)?;
    let (giver, receiver) = (line(act, from, -minutes, &name)?, line(act, party, minutes, &account.name)?);
    let ids = ledger::write(act, &[giver, receiver])?;
    let told = match party {
        Doer::Member(id) => vec![id],
        Doer::Unit(unit) => lines::adults(act.conn, unit, today)?,
    };
    let subject = Subject { id: ids.last().copied().unwrap_or_default(), name: account.name };
    events::record(act, &slice::HOURS_GIVEN, &subject, json!({ "told": told }))?;
    Ok(name)
}

fn line(act: &mut Act<'_>, party: Doer, minutes: i32, title: &str) -> Result<NewLine> {
    let today = act.today();
    let unit_id = match party {
        Doer::Unit(unit) => Some(unit),
        Doer::Member(member) => lines::home_on(act.conn, member, today)?,
    };
    Ok(NewLine {
        worked_on: today,
        minutes,
        kind: Kind::Gift,
        member_id: party.member(),
        unit_id,
        about: "",
        about_id: None,
        title: title.to_owned(),
        note: String::new(),
    })
}

fn name(conn: &mut PgConnection, party: Doer) -> Result<String> {
    match party {
        Doer::Member(id) => members::name(conn, id),
        Doer::Unit(id) => Ok(units::names(conn, &[id])?.remove(&id).unwrap_or_default()),
    }
}

/// To whom somebody can give: the other homes, or the other members.
pub fn receivers(conn: &mut PgConnection, from: Doer, today: chrono::NaiveDate) -> Result<Vec<(i64, String)>> {
    match from {
        Doer::Unit(own) => Ok(lines::lived_in(conn, today)?.into_iter().filter(|(id, _)| *id != own).collect()),
        Doer::Member(own) => Ok(members::options(conn, today)?.into_iter().filter(|(id, _)| *id != own).collect()),
    }
}
