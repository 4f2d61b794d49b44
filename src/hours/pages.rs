//! The pages of hours: how it stands for a member or their home, with every line behind it. First the thanks, then what is left, then how
//! to help. Nobody is compared with anybody.

pub mod claims;
pub mod duty;
pub mod exemptions;
pub mod gifts;
pub mod kinds;
pub mod lines;
pub mod short;

use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;

use super::account::{self, Account, LINES_MAX, Looked, Whose};
use super::claims::Claim;
use super::contests::Line;
use super::exemptions::Exemption;
use super::rules::Reckoned;
use super::{Kind, slice, store};
use crate::platform::duration::said;
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::{Table, table_row};
use crate::platform::visit::{Act, Done, Visit};
use crate::policy::Permission;

/// The most lines of a file.
const FILE_LINES_MAX: i64 = 200_000;

/// Runs a verb for a form; `Err` with the form and what was wrong in it, so that its page can be shown again.
async fn submit(
    visit: &Visit,
    form: &Form,
    verb: impl FnOnce(&mut Act<'_>, &Form) -> Result<Done> + Send + 'static,
) -> Result<std::result::Result<HttpResponse, Form>> {
    match visit.submit(form, verb).await {
        Ok(done) => Ok(Ok(page::done(visit, &done))),
        Err(Error::Invalid(errors)) => Ok(Err(form.clone().with_errors(errors))),
        Err(error) => Err(error),
    }
}

fn read_version(form: &Form) -> Result<i32> {
    form.value("version").parse().map_err(|_| Error::BadRequest)
}

/// What a line is called.
fn title(lang: Lang, line: &Line) -> String {
    let name = line.title(lang);
    let of = |key: &str| lang.with(key, &[("name", name.into())]);
    match line.kind {
        _ if line.takes_back.is_some() => of("hours-line-taken-back"),
        Kind::Gift if line.minutes < 0 => of("hours-gift-to"),
        Kind::Gift => of("hours-gift-from"),
        Kind::Correction => of("hours-correction-of"),
        _ => name.to_owned(),
    }
}

/// Where what a line was given for can be seen.
fn source(visit: &Visit, line: &Line) -> Option<String> {
    let id = line.about_id?;
    let mut subjects = visit.state.slices.iter().flat_map(|slice| slice.events).map(|kind| kind.subject);
    let subject = subjects.find(|subject| subject.word == line.about)?;
    let ours = [slice::CLAIM.word, slice::LINE.word].contains(&subject.word);
    let may = ours || subject.permission.is_none_or(|permission| visit.may(permission));
    subject.address.filter(|_| may).map(|address| address.replace("{id}", &id.to_string()))
}

/// A line as it stands in a list.
struct Row {
    id: i64,
    day: String,
    title: String,
    source: Option<String>,
    who: String,
    kind: String,
    hours: String,
    /// What was said of it: nothing, that it waits, or that it was answered.
    contest: Option<String>,
}

fn row(visit: &Visit, line: &Line) -> Row {
    let lang = visit.lang;
    let home = || line.home.clone().unwrap_or_default();
    Row {
        id: line.id,
        day: lang.day(line.worked_on),
        title: title(lang, line),
        source: source(visit, line),
        who: line.member.clone().unwrap_or_else(|| lang.with("hours-whole-home", &[("home", home().into())])),
        kind: lang.t_of("hours-kind-", line.kind.word()),
        hours: said(line.minutes.into()),
        contest: match (line.is_contested, line.contests) {
            (true, _) => Some(lang.t("hours-contest-waits")),
            (false, 0) => None,
            _ => Some(lang.t("hours-contest-answered")),
        },
    }
}

/// A claim as it stands in a list.
struct ClaimRow {
    id: i64,
    day: String,
    kind: String,
    who: String,
    hours: String,
    status: String,
}

fn claim_row(lang: Lang, claim: &Claim) -> ClaimRow {
    ClaimRow {
        id: claim.id,
        day: lang.day(claim.worked_on),
        kind: claim.kind(lang).to_owned(),
        who: match &claim.home {
            Some(home) => {
                lang.with("hours-for-home", &[("name", claim.member.as_str().into()), ("home", home.as_str().into())])
            }
            None => claim.member.clone(),
        },
        hours: said(claim.minutes.into()),
        status: lang.t_of("hours-claim-", claim.status.word()),
    }
}

#[derive(Template)]
#[template(path = "hours/index.html")]
struct OwnPage {
    page: Page,
    own: bool,
    whole_home: bool,
    thanks: String,
    left: Vec<String>,
    /// Name and figure.
    facts: Vec<(&'static str, String)>,
    from: String,
    last_day: String,
    is_now: bool,
    /// Month, what is asked, what was given, what came as gifts.
    months: Vec<(String, String, String, String)>,
    rows: Vec<Row>,
    more: bool,
    claims: Vec<ClaimRow>,
    exemptions: Vec<(String, String)>,
    /// Other periods: from, until, what was asked, given and missing.
    others: Vec<(NaiveDate, String, String, String, String)>,
    owes: bool,
    may_give: bool,
    answers: bool,
    reads_short: bool,
    manages: bool,
    file: String,
}

/// One's own hours, or those of one's home where homes owe.
pub async fn index(visit: Visit, query: Query) -> Answer {
    match visit.viewer()?.member_id {
        Some(member) => show(visit, Looked::Member(member), query, "/hours".to_owned(), true).await,
        None if visit.may(Permission::HoursManage) => Ok(page::see_other("/hours/short")),
        None => Err(Error::NotFound),
    }
}

pub async fn of_member(visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    let id = *id;
    show(visit, Looked::Member(id), query, format!("/hours/members/{id}/lines"), false).await
}

pub async fn of_home(visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    let id = *id;
    show(visit, Looked::Home(id), query, format!("/hours/homes/{id}/lines"), false).await
}

async fn show(visit: Visit, looked: Looked, Query(query): Query, file: String, own: bool) -> Answer {
    let from = query.value("from").parse().ok();
    let (account, claims) = visit
        .read(move |conn, visit| {
            let account = account::account(conn, looked, from, visit.today())?;
            let claims = match looked {
                Looked::Member(member) => store::claims::of_member(conn, member)?,
                Looked::Home(_) => Vec::new(),
            };
            Ok((account, claims))
        })
        .await?;
    page::ok(&visit, &own_page(&visit, account, &claims, (file, own)))
}

fn own_page(visit: &Visit, account: Account, claims: &[Claim], (file, own): (String, bool)) -> OwnPage {
    let lang = visit.lang;
    let whole_home = matches!(account.whose, Whose::Home(_));
    let name = [("name", account.name.as_str().into())];
    let title = match (own, whole_home) {
        (true, false) => lang.t("hours-title"),
        (_, true) => lang.with("hours-title-home", &name),
        (false, false) => lang.with("hours-title-of", &name),
    };
    let (period, is_now) = (account.period(), account.at + 1 == account.reckoned.len());
    let owes = account.duty.is_some() || period.due > 0 || period.excused > 0;
    let (from, last_day) = (lang.day(period.from), lang.day(ends_on(period)));
    let hours = |minutes: i64| said(minutes);
    let months = account.months.iter();
    let others = account.reckoned.iter().enumerate().rev().filter(|(at, _)| *at != account.at);
    OwnPage {
        page: Page::named(visit, "hours", title),
        own,
        whole_home,
        thanks: thanks(lang, &account),
        left: left(lang, &account, owes, is_now),
        facts: facts(period, owes),
        months: months
            .map(|(day, due, given)| (month(lang, *day), hours(*due), hours(given.minutes), hours(given.gifts)))
            .collect(),
        more: account.lines.len() as i64 > LINES_MAX,
        rows: account.lines.iter().take(LINES_MAX as usize).map(|line| row(visit, line)).collect(),
        claims: claims.iter().map(|claim| claim_row(lang, claim)).collect(),
        exemptions: account.exemptions.iter().map(|one| (exempted(lang, one), one.reason.clone())).collect(),
        others: others
            .map(|(_, one)| {
                let days = [("from", lang.day(one.from).into()), ("until", lang.day(ends_on(one)).into())];
                (
                    one.from,
                    lang.with("from-until", &days),
                    hours(one.due),
                    hours(one.given + one.gifts),
                    hours(one.missing),
                )
            })
            .collect(),
        owes,
        may_give: own && account.to_give() > 0,
        answers: account.answers || visit.may(Permission::HoursManage),
        reads_short: account.reads_short || visit.may(Permission::HoursManage),
        manages: visit.may(Permission::HoursManage),
        from,
        last_day,
        is_now,
        file,
    }
}

fn ends_on(period: &Reckoned) -> NaiveDate {
    period.until.pred_opt().unwrap_or(period.until)
}

/// "Mar 2026".
fn month(lang: Lang, day: NaiveDate) -> String {
    use chrono::Datelike;
    format!("{} {}", lang.month_short(day), day.year())
}

fn thanks(lang: Lang, account: &Account) -> String {
    let period = account.period();
    let given = [("hours", said(period.given.max(0)).into()), ("from", lang.day(period.from).into())];
    let key = match (account.exempt, period.given > 0) {
        (true, true) => "hours-exempt-thanks",
        (true, false) => "hours-exempt-none",
        (false, true) => "hours-thanks",
        (false, false) => "hours-none-yet",
    };
    lang.with(key, &given)
}

/// What is left to do, and what is saved up.
fn left(lang: Lang, account: &Account, owes: bool, is_now: bool) -> Vec<String> {
    let period = account.period();
    let with = |key: &str, minutes: i64| {
        lang.with(key, &[("hours", said(minutes).into()), ("until", lang.day(ends_on(period)).into())])
    };
    let mut words = Vec::new();
    if !owes {
        return vec![lang.t("hours-nothing-owed")];
    }
    match (period.missing, period.over) {
        (0, _) if account.exempt => {}
        (0, 0) => words.push(lang.t("hours-even")),
        (0, over) => words.push(with("hours-over", over)),
        (missing, _) if is_now => words.push(with("hours-left", missing)),
        (missing, _) => words.push(with("hours-were-missing", missing)),
    }
    if period.carried > 0 {
        words.push(with("hours-saved-up", period.carried));
    }
    words
}

fn facts(period: &Reckoned, owes: bool) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    let mut put = |name: &'static str, minutes: i64, always: bool| {
        if minutes != 0 || always {
            facts.push((name, said(minutes)));
        }
    };
    put("asked", period.due, owes);
    put("excused", period.excused, false);
    put("given", period.given, true);
    put("gifts", period.gifts, false);
    put("saved-up", period.carried, false);
    put("missing", period.missing, false);
    put("over", period.over, false);
    put("kept", period.kept, false);
    facts
}

/// "Health: nothing is asked, from 1 January 2026".
fn exempted(lang: Lang, one: &Exemption) -> String {
    let until = one.until.and_then(|day| day.pred_opt()).map_or_else(|| "none".to_owned(), |day| lang.day(day));
    lang.with(
        "hours-exempted",
        &[
            ("why", lang.t_of("hours-exemption-", one.kind.word()).into()),
            ("percent", one.percent.into()),
            ("from", lang.day(one.from).into()),
            ("until", until.into()),
        ],
    )
}

// ---- files ----

const COLUMNS: [&str; 9] = ["number", "day", "kind", "title", "member", "home", "minutes", "takes-back", "recorded-at"];

/// The lines that are behind one's own page.
pub async fn export(visit: Visit) -> Answer {
    let member = visit.viewer()?.member_id.ok_or(Error::NotFound)?;
    file_of(visit, Looked::Member(member)).await
}

pub async fn member_export(visit: Visit, id: web::Path<i64>) -> Answer {
    file_of(visit, Looked::Member(*id)).await
}

pub async fn home_export(visit: Visit, id: web::Path<i64>) -> Answer {
    file_of(visit, Looked::Home(*id)).await
}

async fn file_of(visit: Visit, looked: Looked) -> Answer {
    let lines = visit
        .read(move |conn, visit| {
            let whose = account::account(conn, looked, None, visit.today())?.whose;
            account::all_lines(conn, whose, FILE_LINES_MAX)
        })
        .await?;
    table(&visit, &lines).answer(&visit, &visit.lang.t("hours-file"))
}

/// Every line of the co-op.
pub async fn all_export(visit: Visit) -> Answer {
    let lines = visit.read(|conn, _| account::all_lines(conn, Whose::All, FILE_LINES_MAX)).await?;
    let name = format!("{}-{}", visit.lang.t("hours-file"), visit.today());
    table(&visit, &lines).taken(&visit, &slice::HOURS_EXPORTED, &name).await
}

fn table(visit: &Visit, lines: &[Line]) -> Table {
    let lang = visit.lang;
    let zone = visit.coop.as_ref().map_or(chrono_tz::UTC, |coop| coop.zone);
    let rows = lines.iter().map(|line| {
        table_row![
            line.id,
            line.worked_on,
            lang.t_of("hours-kind-", line.kind.word()),
            title(lang, line),
            line.member.clone(),
            line.home.clone(),
            line.minutes,
            line.takes_back,
            crate::platform::clock::date_in(zone, line.recorded_at),
        ]
    });
    Table::new(COLUMNS.map(|name| lang.t_of("hours-column-", name)), rows)
}
