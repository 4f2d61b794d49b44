//! The calendar: what slices say is due, the annual meeting and notices by the rules, and filings, in words and in order.

use chrono::NaiveDate;
use diesel::PgConnection;

use super::Filing;
use super::rules::{self, Annual, Known, Section, Usual};
use super::store::{self, Gathering};
use crate::coops::{self, RuleProfile};
use crate::meetings::rules as meetings;
use crate::platform::due;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::slice::Slices;
use crate::policy::Permission;

/// Something of the calendar, in words.
#[derive(Debug, Clone)]
pub struct Line {
    pub section: Section,
    pub title: String,
    pub due_on: Option<NaiveDate>,
    pub done_on: Option<NaiveDate>,
    pub who: String,
    pub note: String,
    pub href: String,
}

/// All of it, soonest first; what is done stands last, the latest first.
pub struct Calendar {
    pub lines: Vec<Line>,
    pub usual: Vec<Usual>,
    /// Whether the viewer sits on the board.
    pub sits: bool,
    pub rules: RuleProfile,
    pub annual: Option<Annual>,
}

/// What somebody with these rights sees of it on a day.
pub fn read(
    conn: &mut PgConnection,
    (slices, lang): (Slices, Lang),
    may: impl Fn(Permission) -> bool,
    member: Option<i64>,
    today: NaiveDate,
) -> Result<Calendar> {
    let gathering = store::gather(conn, &due::select(slices, may, "$2"), member, today)?;
    let rules = coops::rule_profile(conn)?;
    let annual = rules::annual(&rules, &gathering.meetings.0, today);
    let mut lines = Vec::new();
    lines.extend(gathering.due.0.iter().map(|one| declared(slices, lang, one, today)));
    lines.extend(annual.as_ref().map(|annual| to_hold(lang, &rules, annual, today)));
    lines.extend(annual.as_ref().and_then(|annual| annual.held.as_ref()).map(|held| was_held(lang, held)));
    let coming = gathering.meetings.0.iter().filter(|one| !one.called && !one.begun && one.held_on >= today);
    lines.extend(coming.filter_map(|one| notice(lang, &rules, one, today)));
    lines.extend(gathering.filings.0.iter().map(|filing| filed(lang, filing, today)));
    lines.sort_by(|one, other| {
        let within = |line: &Line| line.done_on.or(line.due_on);
        one.section.cmp(&other.section).then_with(|| match one.section {
            Section::Done => within(other).cmp(&within(one)),
            _ => within(one).cmp(&within(other)),
        })
    });
    let usual = offered(&gathering, &rules, annual.as_ref(), today);
    Ok(Calendar { lines, usual, sits: gathering.sits, rules, annual })
}

/// The usual filings of which none is open.
pub fn usual(conn: &mut PgConnection, today: NaiveDate) -> Result<Vec<Usual>> {
    let gathering = store::gather(conn, &due::select(&[], |_| false, "$2"), None, today)?;
    let rules = coops::rule_profile(conn)?;
    let annual = rules::annual(&rules, &gathering.meetings.0, today);
    Ok(offered(&gathering, &rules, annual.as_ref(), today))
}

fn offered(gathering: &Gathering, rules: &RuleProfile, annual: Option<&Annual>, today: NaiveDate) -> Vec<Usual> {
    let open =
        |one: &Usual| gathering.filings.0.iter().any(|filing| filing.kind == one.kind && filing.done_on.is_none());
    rules::usual(rules, annual, today).into_iter().filter(|one| !open(one)).collect()
}

fn declared(slices: Slices, lang: Lang, due: &store::Due, today: NaiveDate) -> Line {
    let kind = slices.iter().flat_map(|slice| slice.due).find(|kind| kind.kind == due.kind);
    let name = if lang == Lang::En { &due.title_en } else { &due.title_fr };
    let key = format!("due-{}", due.kind);
    Line {
        section: rules::section(due.due_on, false, today),
        title: lang.with(&key, &[("name", name.as_str().into()), ("count", name.parse::<i64>().unwrap_or(0).into())]),
        due_on: due.due_on,
        done_on: None,
        who: lang.t(&format!("{key}-who")),
        note: String::new(),
        href: kind.map(|kind| kind.href.replace("{id}", &due.id.to_string())).unwrap_or_default(),
    }
}

/// The annual meeting to come.
fn to_hold(lang: Lang, rules: &RuleProfile, annual: &Annual, today: NaiveDate) -> Line {
    let due_on = annual.planned.as_ref().map(|one| one.held_on).or(annual.last_day);
    let day = |day: NaiveDate| lang.day(day).into();
    let mut notes = Vec::new();
    match (&annual.planned, annual.last_day) {
        (Some(planned), Some(last)) if planned.held_on > last => {
            notes.push(lang.with("governance-annual-after", &[("day", day(last))]));
        }
        (Some(_), Some(last)) => notes.push(lang.with("governance-annual-until", &[("day", day(last))])),
        (None, Some(last)) => {
            notes.push(lang.t("governance-annual-unplanned"));
            let period = meetings::notice_period(rules, crate::meetings::Kind::Annual, false, last);
            notes.extend(period.filter(|period| period.last >= today).map(|period| {
                lang.with("governance-annual-notice", &[("first", day(period.first)), ("last", day(period.last))])
            }));
        }
        (_, None) => notes.push(lang.t("governance-annual-no-rule")),
    }
    if annual.planned.as_ref().is_some_and(|one| one.called) {
        notes.push(lang.t("governance-annual-called"));
    }
    Line {
        section: rules::section(due_on, false, today),
        title: lang.with("due-annual", &[("day", day(annual.year_ended))]),
        due_on,
        done_on: None,
        who: lang.t("governance-board"),
        note: notes.join(" "),
        href: annual.planned.as_ref().map_or_else(|| "/meetings".to_owned(), |one| format!("/meetings/{}", one.id)),
    }
}

fn title(lang: Lang, meeting: &Known) -> &str {
    if lang == Lang::En { &meeting.title_en } else { &meeting.title_fr }
}

fn was_held(lang: Lang, held: &Known) -> Line {
    Line {
        section: Section::Done,
        title: title(lang, held).to_owned(),
        due_on: None,
        done_on: Some(held.held_on),
        who: lang.t("governance-board"),
        note: String::new(),
        href: format!("/meetings/{}", held.id),
    }
}

/// The notice of a meeting that was not called yet.
fn notice(lang: Lang, rules: &RuleProfile, meeting: &Known, today: NaiveDate) -> Option<Line> {
    let period = meeting.notice(rules)?;
    Some(Line {
        section: rules::section(Some(period.last), false, today),
        title: lang.with("due-notice", &[("name", title(lang, meeting).into())]),
        due_on: Some(period.last),
        done_on: None,
        who: lang.t("due-notice-who"),
        note: lang.with("governance-notice-from", &[("day", lang.day(period.first).into())]),
        href: format!("/meetings/{}", meeting.id),
    })
}

/// Whose a filing is: "The board: Zoé, treasurer".
pub fn who(lang: Lang, filing: &Filing) -> String {
    let body = filing.committee(lang).map_or_else(|| lang.t("governance-board"), str::to_owned);
    match filing.hand.as_str() {
        "" => body,
        hand => lang.with("governance-hand", &[("body", body.into()), ("hand", hand.into())]),
    }
}

fn filed(lang: Lang, filing: &Filing, today: NaiveDate) -> Line {
    let again = filing.every_months.map(|months| lang.with("filing-every", &[("count", months.into())]));
    Line {
        section: rules::section(Some(filing.due_on), filing.done_on.is_some(), today),
        title: filing.title(lang).to_owned(),
        due_on: Some(filing.due_on),
        done_on: filing.done_on,
        who: who(lang, filing),
        note: again.filter(|_| filing.done_on.is_none()).unwrap_or_default(),
        href: format!("/governance/filings/{}", filing.id),
    }
}
