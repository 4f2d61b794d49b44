//! Setting a vote up: the form of its text and times, and the page that leads through what is left to do before it is announced.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use chrono::{Days, NaiveDateTime, NaiveTime};
use diesel::PgConnection;

use super::{case, templates, words};
use crate::coops::{self, RuleProfile};
use crate::notices;
use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Reader};
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Coop, Done, Visit};
use crate::polls::missing;
use crate::polls::setup::as_it_is;
use crate::polls::trial::can_be_tried;
use crate::polls::{self, Method, NewPoll, NewQuestion, Poll, Question, Secrecy, Shows, Status, slice, store};

const LOCAL: &str = "%Y-%m-%dT%H:%M";

// ---- setting up and changing ----

#[derive(Template)]
#[template(path = "polls/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    action: String,
    back: String,
    act: &'static str,
    /// For a new vote: the templates it can be set up from.
    templates: Vec<templates::Row>,
    /// For a new vote: what it asks first.
    methods: Vec<(&'static str, String, String)>,
    bindings: Vec<(&'static str, String, String)>,
    shows: Vec<(&'static str, String, String)>,
    secrecies: Vec<(&'static str, String, String)>,
    rules: String,
    /// Whether the fields about cost and arguments are open, and the ways to decide that few votes need.
    case: bool,
    others: bool,
    /// A second call has times of its own, and everything else from the first.
    times_only: bool,
}

/// The most templates that the form offers; the others are on a page of their own.
const OFFERED_MAX: usize = 10;

/// What the form says of the co-op: its rules, and for a new vote its templates.
struct Known {
    profile: RuleProfile,
    templates: Vec<polls::templates::Template>,
}

impl Known {
    fn read(conn: &mut PgConnection, id: Option<i64>) -> Result<Self> {
        let templates = if id.is_none() { store::templates::all(conn)? } else { Vec::new() };
        Ok(Self { profile: coops::rule_profile(conn)?, templates })
    }
}

/// The ways to decide that most votes need, and how many these are; others come after them.
const EVERYDAY: usize = 5;
const FIRST: [Method; EVERYDAY] = [Method::Proposal, Method::Choice, Method::Approval, Method::Times, Method::Consent];

fn ways() -> impl Iterator<Item = &'static str> {
    let others = Method::ALL.into_iter().map(|(_, method)| method).filter(|method| !FIRST.contains(method));
    FIRST.into_iter().chain(others).map(Method::word)
}

/// The form, for a new vote or for the one with this id.
fn form_page(visit: &Visit, known: &Known, id: Option<i64>, form: Form) -> FormPage {
    let lang = visit.lang;
    let said =
        |family: &str, word: &'static str| (word, lang.t_of(family, word), lang.t(&format!("{family}{word}-help")));
    let (title, act) = if id.is_some() { ("poll-edit-title", "save") } else { ("polls-new", "poll-create") };
    FormPage {
        page: Page::new(visit, "polls", title).with_form(&form),
        case: case::is_said(&form),
        others: ways().skip(EVERYDAY).any(|word| form.has("method", word)),
        templates: known.templates.iter().take(OFFERED_MAX).map(|one| templates::Row::of(lang, one)).collect(),
        times_only: !form.value("times_only").is_empty(),
        form,
        action: id.map_or_else(|| "/polls".to_owned(), |id| format!("/polls/{id}")),
        back: id.map_or_else(|| "/polls".to_owned(), |id| format!("/polls/{id}/setup")),
        act,
        methods: if id.is_some() { Vec::new() } else { ways().map(|word| said("poll-method-", word)).collect() },
        bindings: ["yes", "no"].map(|word| said("poll-binding-", word)).to_vec(),
        shows: Shows::ALL.map(|(word, _)| said("poll-shows-of-", word)).to_vec(),
        secrecies: Secrecy::ALL.map(|(word, _)| said("poll-secrecy-", word)).to_vec(),
        rules: words::quorum::rules(lang, &known.profile),
    }
}

pub async fn new_form(visit: Visit) -> Answer {
    let known = visit.read(|conn, _| Known::read(conn, None)).await?;
    let day = |days, hour| {
        let date = visit.today().checked_add_days(Days::new(days)).unwrap_or_default();
        NaiveDateTime::new(date, NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default()).format(LOCAL).to_string()
    };
    let form = Form::filled([
        ("method", Method::Proposal.word().to_owned()),
        ("binding", "yes".to_owned()),
        ("shows", Shows::Live.word().to_owned()),
        ("secrecy", Secrecy::Open.word().to_owned()),
        ("opens_at", day(1, 8)),
        ("closes_at", day(8, 20)),
    ]);
    page::ok(&visit, &form_page(&visit, &known, None, form))
}

/// Reads the form. Times are those of the co-op's clocks on the wall.
fn read(coop: &Coop, reader: &Reader<'_>, form: &Form) -> NewPoll {
    let (title_en, title_fr) = reader.both("title", |reader, field| reader.line(field, 200));
    let (details_en, details_fr) = reader.both("details", |reader, field| reader.text(field, 20_000));
    NewPoll {
        title_en,
        title_fr,
        details_en,
        details_fr,
        case: case::read(reader, form),
        binding: reader.required_choice("binding", &[("yes", true), ("no", false)]).unwrap_or_default(),
        shows: reader.required_choice("shows", &Shows::ALL).unwrap_or(Shows::Live),
        secrecy: if form.names().any(|name| name == "secrecy") {
            reader.required_choice("secrecy", &Secrecy::ALL).unwrap_or(Secrecy::Open)
        } else {
            Secrecy::Open
        },
        record_on: reader.date("record_on"),
        opens_at: instant(coop, reader, "opens_at"),
        closes_at: instant(coop, reader, "closes_at"),
    }
}

/// A time that the clocks skip does not exist, and is refused rather than moved.
pub fn instant(coop: &Coop, reader: &Reader<'_>, name: &str) -> chrono::DateTime<chrono::Utc> {
    let local = reader.required_local_time(name);
    clock::instant(coop.zone, local).unwrap_or_else(|| {
        reader.refuse(name, "poll-wrong-skipped");
        chrono::DateTime::default()
    })
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let reader = form.reader();
            let new = read(act.coop, &reader, form);
            let method = reader.required_choice("method", &Method::ALL).unwrap_or(Method::Proposal);
            reader.finish()?;
            let id = polls::create(act, &new, &[NewQuestion::of(method)])?;
            let to = if method.has_sides() { "setup" } else { "questions/1/edit" };
            Ok(Done::to(format!("/polls/{id}/{to}")).say("poll-created", "").made(id))
        })
        .await;
    answer(&visit, form, None, outcome).await
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let (poll, known) = visit.read(move |conn, _| Ok((store::poll(conn, id)?, Known::read(conn, Some(id))?))).await?;
    if !matches!(poll.status, Status::Draft | Status::Scheduled) {
        return Err(Error::Conflict("poll-conflict-not-scheduled"));
    }
    let form = filled(&poll, visit.coop()?);
    page::ok(&visit, &form_page(&visit, &known, Some(id), form))
}

/// The form as the vote is now.
fn filled(poll: &Poll, coop: &Coop) -> Form {
    let local = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&coop.zone).format(LOCAL).to_string();
    let of_case = case::filled(&poll.case);
    let of_vote = [
        ("title_en", poll.title_en.clone()),
        ("title_fr", poll.title_fr.clone()),
        ("details_en", poll.details_en.clone()),
        ("details_fr", poll.details_fr.clone()),
        ("binding", if poll.binding { "yes" } else { "no" }.to_owned()),
        ("shows", poll.shows.word().to_owned()),
        ("secrecy", poll.secrecy.word().to_owned()),
        ("record_on", poll.record_on.map(|day| day.to_string()).unwrap_or_default()),
        ("opens_at", local(poll.opens_at)),
        ("closes_at", local(poll.closes_at)),
        ("version", poll.version.to_string()),
        ("times_only", poll.second_call_of.map(|_| "1".to_owned()).unwrap_or_default()),
    ];
    Form::filled(of_vote.into_iter().chain(of_case)).once(&["title", "details", "pros", "cons"], coop.language)
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            let version = form.value("version").parse().map_err(|_| Error::BadRequest)?;
            let poll = store::poll(act.conn, id)?;
            let reader = form.reader();
            let new = if poll.second_call_of.is_some() {
                NewPoll {
                    opens_at: instant(act.coop, &reader, "opens_at"),
                    closes_at: instant(act.coop, &reader, "closes_at"),
                    ..as_it_is(&poll)
                }
            } else {
                read(act.coop, &reader, form)
            };
            reader.finish()?;
            polls::change(act, id, version, &new)?;
            Ok(Done::to(format!("/polls/{id}/setup")).say("poll-changed", ""))
        })
        .await;
    answer(&visit, form, Some(id), outcome).await
}

async fn answer(visit: &Visit, form: Form, id: Option<i64>, outcome: Result<Done>) -> Answer {
    match outcome {
        Ok(done) => Ok(page::done(visit, &done)),
        Err(Error::Invalid(errors)) => {
            let known = visit.read(move |conn, _| Known::read(conn, id)).await?;
            page::refused(visit, &form_page(visit, &known, id, form.with_errors(errors)))
        }
        Err(error) => match (id, &error) {
            (Some(id), Error::Conflict("conflict-changed")) => changed(visit, form, id).await,
            _ => Err(error),
        },
    }
}

/// The form again, with what was typed beside what somebody else has made of the vote.
async fn changed(visit: &Visit, form: Form, id: i64) -> Answer {
    let (poll, known) = visit.read(move |conn, _| Ok((store::poll(conn, id)?, Known::read(conn, Some(id))?))).await?;
    let (lang, zone) = (visit.lang, visit.coop()?.zone);
    let form = form.beside(&filled(&poll, visit.coop()?), |field, says| match field {
        "binding" => lang.t_of("poll-binding-", says),
        "shows" => lang.t_of("poll-shows-of-", says),
        "secrecy" => lang.t_of("poll-secrecy-", says),
        "opens_at" => lang.moment(zone, poll.opens_at),
        "closes_at" => lang.moment(zone, poll.closes_at),
        _ => says.to_owned(),
    });
    page::html(visit, StatusCode::CONFLICT, &form_page(visit, &known, Some(id), form))
}

// ---- what is left to do ----

/// A question in the list of what is asked.
struct Asked {
    number: i32,
    title: String,
    method: String,
    rule: String,
    choices: Vec<String>,
}

#[derive(Template)]
#[template(path = "polls/setup.html")]
struct SetupPage {
    page: Page,
    id: i64,
    name: String,
    facts: Vec<String>,
    questions: Vec<Asked>,
    missing: Vec<&'static str>,
    can_be_tried: bool,
    draft: bool,
    version: i32,
    /// The vote that it calls again: what is asked is that one's.
    first: Option<i64>,
    /// How many would be on the roll today, and how many mails would go out.
    roll: String,
    mailed: String,
    methods: Vec<(&'static str, String)>,
}

/// What a vote that has not opened is made of, and what keeps it from being announced. `None` when it has.
async fn setup_page(visit: &Visit, id: i64) -> Result<Option<SetupPage>> {
    let (poll, questions, roll) = visit
        .read(move |conn, visit| {
            let (poll, questions) = store::whole(conn, id)?;
            let profile = coops::rule_profile(conn)?;
            let roll = polls::roll::draw(conn, (profile.vote_of, profile.quorum_of), visit.today(), poll.record_on)?;
            let members: Vec<i64> = roll.places.iter().map(|place| place.member).collect();
            let mailed = notices::mailed(conn, &slice::POLL_OPENED_NOTICE, &members, visit.today())?;
            Ok((poll, questions, (roll.votes(), profile.vote_of.unit(), mailed)))
        })
        .await?;
    if !matches!(poll.status, Status::Draft | Status::Scheduled) {
        return Ok(None);
    }
    let lang = visit.lang;
    let page = Page::new(visit, "polls", "poll-setup-title");
    let when = [("opens", page.moment(&poll.opens_at).into()), ("closes", page.moment(&poll.closes_at).into())];
    let facts = vec![
        lang.with("poll-opens", &when),
        lang.t_of("poll-binding-", if poll.binding { "yes" } else { "no" }),
        if poll.secrecy.is_secret() {
            lang.t_of("poll-secrecy-note-", poll.secrecy.word())
        } else {
            words::shows(lang, poll.shows)
        },
    ];
    let asked = |question: &Question| Asked {
        number: question.number,
        title: poll.title_of(question, lang),
        method: lang.t_of("poll-method-", question.method.word()),
        rule: words::rule_of(lang, question, None),
        choices: question.choices.iter().map(|choice| choice.title(lang).to_owned()).collect(),
    };
    Ok(Some(SetupPage {
        id,
        name: poll.title(lang).to_owned(),
        facts,
        questions: questions.iter().map(asked).collect(),
        missing: missing(&poll, &questions, visit.now),
        can_be_tried: can_be_tried(&poll, &questions),
        draft: poll.status == Status::Draft,
        version: poll.version,
        first: poll.second_call_of,
        roll: lang.with("poll-setup-roll", &[("roll", roll.0.into()), ("unit", roll.1.into())]),
        mailed: lang.with("roll-mailed", &[("many", roll.2.into())]),
        methods: ways().map(|word| (word, lang.t_of("poll-method-", word))).collect(),
        page,
    }))
}

pub async fn setup(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    match setup_page(&visit, id).await? {
        Some(shown) => page::ok(&visit, &shown),
        None => Ok(page::see_other(&format!("/polls/{id}"))),
    }
}

pub async fn announce(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, _| {
            polls::announce(act, id)?;
            let poll = store::poll(act.conn, id)?;
            // The urn of a secret vote is prepared next.
            let to = if poll.secrecy.is_secret() { format!("/polls/{id}/urn") } else { format!("/polls/{id}") };
            let key = if poll.status == Status::Open { "poll-opened" } else { "poll-announced" };
            Ok(Done::to(to).say(key, ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        // What is missing stands on the page.
        Err(Error::Invalid(_)) => match setup_page(&visit, id).await? {
            Some(shown) => page::refused(&visit, &shown),
            None => Ok(page::see_other(&format!("/polls/{id}"))),
        },
        Err(error) => Err(error),
    }
}
