//! The pages of repairs: what they share, and the list of what one sees.

mod form;
mod settings;
mod show;
mod steps;

use askama::Template;

pub use form::{add, edit, edit_form, new_form};
pub use settings::{change_settings, settings_form};
pub use show::show;
pub use steps::{close, give_access, hand_over, plan, reopen, take, withdraw};

use super::{Appointment, Filter, Part, Repair, SHOWN_MAX, Status, Urgency};
use crate::platform::error::Result;
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;
use crate::policy::Permission;

/// A request in a list.
struct Row {
    id: i64,
    title: String,
    place: String,
    urgency: (&'static str, String),
    status: (&'static str, String),
    /// When it was asked for, when somebody comes, who deals with it.
    facts: String,
}

/// A choice of a filter: value, words, whether it is chosen.
type Choice = (String, String, bool);

/// What somebody may deal with.
struct Dealing {
    rows: Vec<Row>,
    /// There are more than are shown.
    more: bool,
    statuses: Vec<Choice>,
    urgencies: Vec<Choice>,
    dealers: Vec<Choice>,
    narrowed: bool,
}

#[derive(Template)]
#[template(path = "repairs/index.html")]
struct IndexPage {
    page: Page,
    own: Vec<Row>,
    past: Vec<Row>,
    dealing: Option<Dealing>,
    may_ask: bool,
}

/// Where it is: "Home 12, bathroom", "Common place: laundry room".
fn place(lang: Lang, repair: &Repair) -> String {
    let place = ("place", repair.place.as_str().into());
    match &repair.home {
        Some(home) => lang.with("repair-in-home", &[("home", home.as_str().into()), place]),
        None => lang.with("repair-in-common", &[place]),
    }
}

/// How far it is: the kind of tag, and words.
fn status_tag(lang: Lang, status: Status) -> (&'static str, String) {
    let kind = match status {
        Status::Repaired => "ok",
        Status::Sent | Status::Seen | Status::Planned => "lamp",
        Status::ClosedWithout | Status::Withdrawn => "",
    };
    (kind, lang.t_of("repair-status-", status.word()))
}

fn urgency_tag(lang: Lang, repair: &Repair) -> (&'static str, String) {
    let kind = if repair.urgency == Urgency::Now && repair.is_open() { "bad" } else { "" };
    (kind, lang.t_of("repair-urgency-", repair.urgency.word()))
}

/// When somebody comes, in words.
fn visit_words(lang: Lang, visit: Appointment) -> String {
    let day = ("day", lang.long_day(visit.on).into());
    let from = visit.from.map(|at| ("from", lang.time_of_day(at).into()));
    let to = visit.to.map(|at| ("to", lang.time_of_day(at).into()));
    match (from, to) {
        (Some(from), Some(to)) => lang.with("repair-visit-between", &[day, from, to]),
        (Some(from), None) => lang.with("repair-visit-from", &[day, from]),
        (None, Some(to)) => lang.with("repair-visit-until", &[day, to]),
        (None, None) => lang.with("repair-visit-day", &[day]),
    }
}

fn row(page: &Page, repair: Repair) -> Row {
    let lang = page.lang();
    let mut facts =
        vec![page.t2("repair-number-asked", "number", repair.id.to_string(), "when", page.moment(&repair.asked_at))];
    facts.extend(repair.appointment().filter(|_| repair.is_open()).map(|visit| visit_words(lang, visit)));
    facts.extend(repair.dealer.as_deref().map(|name| page.t1("repair-dealt-by", "name", name)));
    facts.extend(repair.closed_at.map(|at| page.t1("repair-closed-on", "when", page.moment(&at))));
    Row {
        id: repair.id,
        place: place(lang, &repair),
        urgency: urgency_tag(lang, &repair),
        status: status_tag(lang, repair.status),
        facts: facts.join(" · "),
        title: repair.title,
    }
}

/// Reads the filters of an address. What cannot be read does not filter.
fn filter(query: &Form) -> Filter {
    Filter {
        part: Part::ToDeal,
        status: Status::parse(query.value("status")),
        urgency: Urgency::parse(query.value("urgency")),
        dealer: query.value("who").parse().ok(),
    }
}

/// All words of a filter, the first of which stands for no filter.
fn choices(lang: Lang, all: &str, family: &str, words: &[&'static str], chosen: Option<&str>) -> Vec<Choice> {
    let first = (String::new(), lang.t(all), chosen.is_none());
    let one = |word: &&'static str| ((*word).to_owned(), lang.t_of(family, word), chosen == Some(*word));
    std::iter::once(first).chain(words.iter().map(one)).collect()
}

fn dealing(visit: &Visit, page: &Page, filter: &Filter, mut found: Vec<Repair>, people: Vec<(i64, String)>) -> Dealing {
    let lang = visit.lang;
    let more = found.len() as i64 > SHOWN_MAX;
    found.truncate(SHOWN_MAX as usize);
    let statuses: Vec<&str> = Status::ALL.iter().map(|(word, _)| *word).collect();
    let urgencies: Vec<&str> = Urgency::ALL.iter().map(|(word, _)| *word).collect();
    let person = |(id, name): (i64, String)| (id.to_string(), name, filter.dealer == Some(id));
    let mut dealers = vec![
        (String::new(), lang.t("repairs-anybody"), filter.dealer.is_none()),
        ("0".to_owned(), lang.t("repair-nobody"), filter.dealer == Some(0)),
    ];
    dealers.extend(people.into_iter().map(person));
    Dealing {
        rows: found.into_iter().map(|repair| row(page, repair)).collect(),
        more,
        statuses: choices(lang, "repairs-open", "repair-status-", &statuses, filter.status.map(Status::word)),
        urgencies: choices(lang, "repairs-any", "repair-urgency-", &urgencies, filter.urgency.map(Urgency::word)),
        dealers,
        narrowed: filter.status.is_some() || filter.urgency.is_some() || filter.dealer.is_some(),
    }
}

pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let filter = filter(&query);
    let (own, past, to_deal) = visit
        .read(move |conn, visit| {
            let asker = visit.asker();
            let own = super::list(conn, &asker, &Filter::part(Part::Own))?;
            let past = super::list(conn, &asker, &Filter::part(Part::Past))?;
            let deals =
                asker.may(Permission::RepairsManage) || super::answerable(conn, &asker, &visit.state.policy)?.deals;
            let to_deal =
                if deals { Some((super::list(conn, &asker, &filter)?, super::dealers(conn, &asker)?)) } else { None };
            Ok((own, past, to_deal))
        })
        .await?;
    let page = Page::new(&visit, "repairs", "repairs-title");
    let rows = |found: Vec<Repair>| -> Vec<Row> { found.into_iter().map(|repair| row(&page, repair)).collect() };
    let (own, past) = (rows(own), rows(past));
    let dealing = to_deal.map(|(found, people)| dealing(&visit, &page, &filter, found, people));
    let may_ask = visit.may(Permission::RepairsAsk);
    page::ok(&visit, &IndexPage { page, own, past, dealing, may_ask })
}

/// The version that a form was made from. One that says none is of no version.
fn version(form: &Form) -> i32 {
    form.value("version").parse().unwrap_or_default()
}

/// Who reads a request, in sentences, said before it is sent.
fn readers(lang: Lang, answerable: &super::Answerable, homes: &[(i64, String)]) -> Vec<String> {
    let names = |names: &[String]| names.join(", ");
    let mut all = Vec::new();
    match homes {
        [(_, home)] => all.push(lang.with("repair-reads-home", &[("home", home.as_str().into())])),
        _ => all.push(lang.t("repair-reads-homes")),
    }
    if let Some(committee) = answerable.committee(lang) {
        let committee = || ("committee", committee.into());
        if !answerable.leads.0.is_empty() {
            all.push(lang.with("repair-reads-leads", &[committee(), ("names", names(&answerable.leads.0).into())]));
        }
        all.push(lang.with("repair-reads-common", &[committee()]));
    }
    if !answerable.office.0.is_empty() {
        all.push(lang.with("repair-reads-office", &[("names", names(&answerable.office.0).into())]));
    }
    all.push(lang.t("repair-reads-comes"));
    all.push(lang.t("repair-reads-access"));
    all
}

/// What a form comes to: a page with what is wrong, or where it leads.
fn unless_wrong(visit: &Visit, outcome: Result<crate::platform::visit::Done>) -> Result<actix_web::HttpResponse> {
    outcome.map(|done| page::done(visit, &done))
}
