//! One member: how to reach them, where they live and sit, and for those it concerns their standing and its ledger.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use crate::members::merging::{self, Merged};
use crate::members::rules::rights::Reason;
use crate::members::rules::statuses::latest_end;
use crate::members::{self, Eye, Limits, Person, Phone, Sight, Status, Stay, Step, rights, taking_back};
use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

/// An answer about somebody's standing: may they, and why not.
pub struct Right {
    pub question: &'static str,
    pub yes: bool,
    pub why: String,
}

#[derive(Template)]
#[template(path = "members/show.html")]
pub struct MemberPage {
    page: Page,
    person: Person,
    more_phones: Vec<Phone>,
    status: String,
    status_is_plain: bool,
    units: Vec<Stay>,
    committees: Vec<Stay>,
    /// Committees they lead, and their seat on the board.
    roles: Vec<Stay>,
    /// Where they lived and sat before.
    past: Vec<Stay>,
    /// Empty for those whom it does not concern.
    rights: Vec<Right>,
    /// Whether the treasurer knows more than this page says.
    treasurer_decides: bool,
    /// The ledger; only for who keeps the register.
    history: Vec<(Step, String)>,
    /// When they leave the co-op, where that lies ahead; for themselves and for who keeps the register.
    leaves_on: Option<NaiveDate>,
    /// What the office should know about the status of today.
    warning: Option<String>,
    form: Form,
    statuses: Vec<(&'static str, String)>,
    /// Who can see what is on this page.
    seen_by: &'static str,
    is_own: bool,
    keeps_register: bool,
    /// Other entries that became this one, each with its sentence; for themselves and for who keeps the register.
    merged: Vec<WasTwice>,
    /// Whether they were added by mistake a moment ago, for all that is known.
    can_be_taken_back: bool,
    /// Stand where there is no photo.
    initials: String,
}

/// The page of an entry that became another one is that one's.
pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    match member_page(&visit, *id, Form::blank()).await {
        Err(Error::NotFound) => {
            let kept = visit.read(move |conn, _| merging::goes_on_as(conn, *id)).await?.ok_or(Error::NotFound)?;
            Ok(page::done(&visit, &Done::to(format!("/members/{kept}")).say("merging-went-on", "")))
        }
        page => page::ok(&visit, &page?),
    }
}

pub async fn member_page(visit: &Visit, id: i64, mut form: Form) -> Result<MemberPage> {
    let eye = Eye::of(visit);
    let keeps_register = eye.sight == Sight::Everything;
    let (person, stays, history, merged, can_be_taken_back) = visit
        .read(move |conn, visit| {
            let person = members::find(conn, id, eye, visit.today())?;
            let stays = members::stays(conn, id, visit.lang)?;
            let history = if keeps_register || eye.own == Some(id) { members::statuses(conn, id)? } else { Vec::new() };
            let merged = if keeps_register || eye.own == Some(id) { merging::merges(conn, id)? } else { Vec::new() };
            let fresh = keeps_register && taking_back::can_be_taken_back(conn, id, visit.today())?;
            Ok((person, stays, history, merged, fresh))
        })
        .await?;
    let today = visit.today();
    let (past, current): (Vec<_>, Vec<_>) = stays.into_iter().partition(|stay| stay.is_over(today));
    let (units, current): (Vec<_>, Vec<_>) = current.into_iter().partition(|stay| stay.kind == "unit");
    let (committees, roles) = current.into_iter().partition(|stay| stay.kind == "committee");
    let all = super::statuses(visit);
    let name_of =
        |word: &str| all.iter().find(|(known, _)| *known == word).map_or_else(String::new, |(_, name)| name.clone());
    if form.value("status_from").is_empty() && form.errors.is_empty() {
        form.set("status_from", today.to_string());
        form.set("member_status", person.status.clone());
    }
    let is_own = eye.own == Some(id);
    let concerned = is_own || keeps_register || person.for_treasurer;
    Ok(MemberPage {
        page: Page::named(visit, "members", person.name.clone()).with_form(&form),
        status: name_of(&person.status),
        status_is_plain: person.status == "member" || !eye.sight.sees_status(),
        units,
        committees,
        roles,
        past,
        rights: if concerned { standing(visit, &person) } else { Vec::new() },
        treasurer_decides: concerned && !is_own && !person.for_treasurer && {
            let limits = person.limits();
            limits.arrears_bars_vote || limits.arrears_bars_office
        },
        warning: warning(visit, &history, &person.limits()),
        leaves_on: history.iter().find(|step| step.since > today && step.status == "former").map(|step| step.since),
        history: history
            .into_iter()
            .filter(|_| keeps_register)
            .map(|step| (name_of(&step.status), step))
            .map(|(name, step)| (step, name))
            .collect(),
        form,
        statuses: all,
        seen_by: match eye.sight {
            _ if is_own => "member-seen-own",
            Sight::Everything => "member-seen-office",
            Sight::Shared => "member-seen-shared",
            Sight::NoContact => "member-seen-observer",
        },
        is_own,
        keeps_register,
        merged: merged.iter().map(|one| WasTwice::of(visit, one, keeps_register)).collect(),
        can_be_taken_back,
        more_phones: person.more_phones(),
        initials: initials(&person.name),
        person,
    })
}

/// "Was entered twice: also no. 57, made one on … by …"
struct WasTwice {
    id: i64,
    words: String,
    /// Until when it can be undone, by who may.
    until: Option<String>,
}

impl WasTwice {
    fn of(visit: &Visit, merged: &Merged, may_undo: bool) -> Self {
        let zone = visit.coop.as_ref().map_or(chrono_tz::UTC, |coop| coop.zone);
        let day = visit.lang.day(clock::date_in(zone, merged.merged_at));
        let by = merged.by.as_deref().unwrap_or_default();
        let key = if by.is_empty() { "merging-was" } else { "merging-was-by" };
        let until = visit.lang.moment(zone, merged.until());
        Self {
            id: merged.id,
            words: visit
                .lang
                .with(key, &[("number", merged.number.as_str().into()), ("day", day.into()), ("by", by.into())]),
            until: (may_undo && merged.can_be_undone(visit.now)).then_some(until),
        }
    }
}

/// The first letters of the first and the last word of a name.
fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let letters = [words.next(), words.next_back()].into_iter().flatten().filter_map(|word| word.chars().next());
    letters.flat_map(char::to_uppercase).collect()
}

/// "May vote: yes. May stand for the board: no, because …"
fn standing(visit: &Visit, person: &Person) -> Vec<Right> {
    let status = Status::parse(&person.status).unwrap_or(Status::Applicant);
    let rights = rights(status, person.in_arrears, &person.limits());
    let why = |reasons: &[Reason]| {
        let words = reasons.iter().map(|reason| match reason {
            Reason::Status(status) => visit.lang.t_of("standing-why-", &status.word().replace('_', "-")),
            Reason::Arrears => visit.lang.t("standing-why-arrears"),
        });
        words.collect::<Vec<_>>().join(" ")
    };
    [("standing-vote", rights.vote), ("standing-stand", rights.stand)]
        .into_iter()
        .map(|(question, reasons)| Right { question, yes: reasons.is_empty(), why: why(&reasons) })
        .collect()
}

/// A suspension that ends, an auxiliary membership that has run its months. `history` is newest first.
fn warning(visit: &Visit, history: &[Step], limits: &Limits) -> Option<String> {
    let today = visit.today();
    let at = history.iter().position(|step| step.since <= today)?;
    let (current, next) = (&history[at], at.checked_sub(1).map(|later| &history[later]));
    if let Some(next) = next {
        let day = visit.lang.day(next.since);
        let status = visit.lang.t_of("member-status-", &next.status.replace('_', "-"));
        return Some(visit.lang.with("member-status-ahead", &[("day", day.into()), ("status", status.into())]));
    }
    let status = Status::parse(&current.status).filter(|status| *status == Status::Auxiliary)?;
    let end = latest_end(status, current.since, limits)?;
    let key = if end <= today { "member-status-overdue" } else { "member-status-at-most" };
    Some(visit.lang.with(key, &[("day", visit.lang.day(end).into())]))
}
