//! The mail of the day and the mail of the week, for those who want one mail instead of many: what came to their inbox since the last one
//! and is not read yet. That of the week begins with what there is to do in it. What is pressing waits for neither.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, Weekday};
use serde_json::Value;

use super::letters::{self, Item};
use super::reminding::Hours;
use super::store::digest::{self as store, Standing, Taker};
use super::{Notice, Rhythm, Stopped, kinds};
use crate::accounts;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::mail::{self, Until};
use crate::platform::visit::Act;

/// The hourly job: sends the mails of today and of this week to those who have not had them, once the hour has come at which people are
/// reminded. A server that was down then catches up, with one mail.
pub fn send(act: &mut Act<'_>, _: &Value) -> Result<()> {
    let hours = Hours::of(act)?;
    if !hours.are_at(act.now) {
        return Ok(());
    }
    let (today, monday) = (act.today(), act.today().week(Weekday::Mon).first_day());
    for (rhythm, day) in [(Rhythm::Daily, today), (Rhythm::Weekly, monday)] {
        if let Some(due) = hours.begin_on(day).filter(|due| *due <= act.now) {
            let takers = store::take(act.conn, rhythm, due, act.now)?;
            send_to(act, rhythm, takers, monday, hours.until(act.now))?;
        }
    }
    Ok(())
}

fn send_to(
    act: &mut Act<'_>,
    rhythm: Rhythm,
    mut takers: BTreeMap<i64, Taker>,
    monday: NaiveDate,
    until: Option<Until>,
) -> Result<()> {
    let ids: Vec<i64> = takers.keys().copied().collect();
    let left = accounts::left(act.conn, &ids, act.today())?;
    takers.retain(|account, _| !left.contains_key(account));
    let next_monday = monday.checked_add_days(Days::new(7)).unwrap_or(monday);
    let standing = match rhythm {
        Rhythm::Weekly => store::standing(act.conn, act.state.slices, &takers, act.today(), next_monday)?,
        _ => BTreeMap::new(),
    };
    let waiting = store::waiting(act.conn, &takers, act.now)?;
    let mut news: BTreeMap<i64, Vec<Notice<'_>>> = BTreeMap::new();
    for (account_id, kind, event) in &waiting {
        // who has a mail a week finds what is due in its list
        let told =
            |task: &Standing| (task.kind.as_str(), Some(task.id)) == (event.subject_kind.as_str(), event.subject_id);
        let is_told = standing.get(account_id).is_some_and(|all| all.iter().any(told));
        let kind = kinds(act.state.slices).find(|known| known.word == kind && !known.pressing);
        if let Some(kind) = kind.filter(|_| !is_told) {
            news.entry(*account_id).or_default().push(Notice { account_id: *account_id, kind, event });
        }
    }
    let lets_in = |about: &Vec<Notice<'_>>| about.iter().any(|notice| notice.kind.lets_in);
    let entering: Vec<i64> = news.iter().filter(|(_, about)| lets_in(about)).map(|(account, _)| *account).collect();
    let links = accounts::mailed_links(act, &entering)?;
    for (account, taker) in &takers {
        let (reader, link) = (&taker.reader, links.get(account).map(String::as_str));
        let mut items = week(act, reader.lang, standing.get(account).map_or(&[], Vec::as_slice));
        let about: Vec<&Notice<'_>> = news.get(account).into_iter().flatten().collect();
        let reason = Stopped::Digest(rhythm);
        let subject = match rhythm {
            Rhythm::Weekly => reader.lang.t("mail-weekly-subject"),
            _ => letters::subject(reader.lang, act.coop.zone, reason, &about),
        };
        let mut told = letters::items(act, reader, &about, link);
        if let Some(first) = told.first_mut().filter(|_| !items.is_empty()) {
            first.heading = Some(reader.lang.t("digest-news"));
        }
        items.extend(told);
        if !items.is_empty() {
            let mut letter = letters::letter(act, *account, reader, reason, subject, &items)?;
            letter.until = until;
            mail::post(act.conn, &letter)?;
        }
    }
    Ok(())
}

/// What there is to do, what is late first.
fn week(act: &Act<'_>, lang: Lang, standing: &[Standing]) -> Vec<Item> {
    let today = act.today();
    let is_late = |one: &Standing| one.due_on.is_some_and(|day| day < today);
    let (late, coming): (Vec<&Standing>, Vec<&Standing>) = standing.iter().partition(|one| is_late(one));
    let part = |heading: &str, all: Vec<&Standing>| {
        let mut items: Vec<Item> = all.into_iter().map(|one| item(act, lang, one, today)).collect();
        if let Some(first) = items.first_mut() {
            first.heading = Some(lang.t(heading));
        }
        items
    };
    [part("digest-late", late), part("digest-week", coming)].concat()
}

fn item(act: &Act<'_>, lang: Lang, one: &Standing, today: NaiveDate) -> Item {
    let line = match (one.closes_at, one.due_on) {
        (Some(at), _) => lang.with("digest-closes", &[("when", lang.moment(act.coop.zone, at).into())]),
        (None, Some(day)) => {
            let happens = match one.kind.as_str() {
                "task" if day < today => "late",
                "task" => "due",
                _ => "other",
            };
            let home = one.place.as_deref().unwrap_or("none");
            lang.with(
                "digest-day",
                &[("happens", happens.into()), ("day", lang.long_day(day).into()), ("home", home.into())],
            )
        }
        (None, None) => String::new(),
    };
    let name = if lang == Lang::En { &one.title_en } else { &one.title_fr };
    Item { heading: None, name: name.clone(), line, address: format!("{}/{}s/{}", act.origin(), one.kind, one.id) }
}
