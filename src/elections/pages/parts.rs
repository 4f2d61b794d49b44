//! What the page of an election shows, put into words for whoever looks.

use super::both;
use crate::elections::{Barred, Candidacy, Election, Stands, Status, outcome, seating};
use crate::platform::i18n::Lang;
use crate::platform::markdown;
use crate::platform::page::Page;
use crate::platform::visit::Visit;
use crate::policy::Permission;
use crate::polls;

/// Where an election stands: the look of its tag, and its words.
pub struct Tag {
    pub look: &'static str,
    pub words: String,
}

pub fn tag(visit: &Visit, election: &Election) -> Tag {
    let today = visit.today();
    let (look, word) = match election.status {
        Status::Draft => ("", "draft"),
        Status::Called if today < election.plan.nominate_from => ("", "coming"),
        Status::Called if today > election.plan.nominate_until => ("lamp", "ending"),
        Status::Called => ("lamp", "nominations"),
        Status::Voting => vote_tag(visit, election),
        Status::Declared => ("ok", "declared"),
        Status::Filled => ("ok", "filled"),
        Status::Void => ("bad", "void"),
        Status::Cancelled => ("bad", "cancelled"),
    };
    Tag { look, words: visit.lang.t_of("election-is-", word) }
}

/// Where the vote stands.
fn vote_tag(visit: &Visit, election: &Election) -> (&'static str, &'static str) {
    match election.poll_status {
        Some(polls::Status::Disputed) => ("bad", "disputed"),
        Some(polls::Status::Scheduled) if election.plan.closes_at <= visit.now => ("bad", "missed"),
        Some(polls::Status::Scheduled) if election.plan.opens_at <= visit.now => ("lamp", "waiting"),
        Some(polls::Status::Scheduled) => ("", "voting"),
        _ if election.is_open => ("lamp", "open"),
        _ => ("lamp", "counting"),
    }
}

/// What comes next, in a sentence.
pub fn next_step(page: &Page, election: &Election) -> String {
    let (lang, today) = (page.lang(), page.visit.today());
    let day = |key: &str, day| lang.with(key, &[("day", lang.long_day(day).into())]);
    let at = |key: &str, at| lang.with(key, &[("when", page.moment(at).into())]);
    match election.status {
        Status::Draft => lang.t("election-next-draft"),
        Status::Called if today < election.plan.nominate_from => {
            day("election-next-coming", election.plan.nominate_from)
        }
        Status::Called if today > election.plan.nominate_until && election.plan.closes_at <= page.visit.now => {
            lang.t("election-next-stuck")
        }
        Status::Called if today > election.plan.nominate_until => lang.t("election-next-ending"),
        Status::Called => day("election-next-nominations", election.plan.nominate_until),
        Status::Voting => match vote_tag(&page.visit, election).1 {
            "open" => at("election-next-open", &election.plan.closes_at),
            word @ ("voting" | "waiting") => at(&format!("election-next-{word}"), &election.plan.opens_at),
            word => lang.t_of("election-next-", word),
        },
        Status::Declared => election.appeal_until.map(|until| day("election-next-declared", until)).unwrap_or_default(),
        Status::Filled | Status::Void | Status::Cancelled => String::new(),
    }
}

pub fn facts(page: &Page, election: &Election) -> Vec<(String, String)> {
    let lang = page.lang();
    let fact = |name: &str, value: String| (lang.t_of("election-fact-", name), value);
    let between =
        |from: String, until: String| lang.with("from-until", &[("from", from.into()), ("until", until.into())]);
    let mut all = vec![
        fact("seats", lang.number(election.plan.seats.into())),
        fact("term", between(lang.long_day(election.plan.starts_on), lang.long_day(election.plan.ends_on))),
        fact(
            "nominations",
            between(lang.long_day(election.plan.nominate_from), lang.long_day(election.plan.nominate_until)),
        ),
        fact("voting", between(page.moment(&election.plan.opens_at), page.moment(&election.plan.closes_at))),
        fact("method", lang.t_of("poll-method-", election.plan.method.word())),
        fact("secrecy", lang.t_of("poll-secrecy-", election.plan.secrecy.word())),
        fact("names", lang.t(if election.plan.sealed { "election-names-sealed" } else { "election-names-seen" })),
        fact("who", lang.t(if election.plan.by_others { "election-who-others" } else { "election-who-self" })),
        fact("few", lang.t(if election.plan.acclaims { "election-few-acclaimed" } else { "election-few-vote" })),
        fact("contest", lang.with("election-contest-days", &[("count", election.appeal_days.into())])),
    ];
    let committee = election.committee(lang);
    if !committee.is_empty() {
        all.push(fact("committee", lang.with("election-committee-cannot", &[("name", committee.into())])));
    }
    all
}

/// A candidate as everybody sees them.
pub struct Card {
    pub number: i32,
    pub name: String,
    pub photo: bool,
    /// As HTML; empty where they wrote nothing.
    pub statement: String,
    pub tag: Option<Tag>,
    pub note: String,
}

/// Who stands, in the order of the paper once there is one; and who withdrew after their name was on it.
pub fn cards(page: &Page, all: &[Candidacy]) -> Vec<Card> {
    let lang = page.lang();
    let is_seen = |one: &&Candidacy| match one.status {
        Stands::Standing => true,
        Stands::Withdrawn => one.choice.is_some() || one.place.is_some(),
        _ => false,
    };
    let mut seen: Vec<&Candidacy> = all.iter().filter(is_seen).collect();
    seen.sort_by_key(|one| (one.place.is_none(), one.place, one.choice));
    let card = |one: &&Candidacy| {
        let tag = match (one.status, one.place) {
            (Stands::Withdrawn, _) => Some(Tag { look: "bad", words: lang.t("election-tag-withdrew") }),
            (_, Some(_)) => Some(Tag { look: "ok", words: lang.t("election-tag-elected") }),
            _ if one.took == Some(true) => Some(Tag { look: "ok", words: lang.t("election-tag-follows") }),
            _ => None,
        };
        let withdrew = one.withdrawn_at.filter(|_| one.status == Stands::Withdrawn).map(|at| {
            let said = lang.with("election-withdrew-at", &[("when", page.moment(&at).into())]);
            if one.withdrawn_why.is_empty() { said } else { format!("{said} {}", one.withdrawn_why) }
        });
        Card {
            number: one.number,
            name: one.name.clone(),
            photo: one.shows_photo && one.has_photo,
            statement: markdown::html(&both(lang, &one.statement_en, &one.statement_fr), 4),
            note: withdrew.or_else(|| not_seated(lang, one)).unwrap_or_default(),
            tag,
        }
    };
    seen.iter().map(card).collect()
}

/// Why an elected candidate has no seat.
fn not_seated(lang: Lang, one: &Candidacy) -> Option<String> {
    let barred = one.barred.filter(|_| one.place.is_some() && one.term_id.is_none())?;
    Some(format!("{} {}", lang.t("election-not-seated"), lang.t(barred.key())))
}

/// What was decided, in a sentence, once it is.
pub fn result(lang: Lang, election: &Election, all: &[Candidacy]) -> Option<String> {
    let way = election.way?;
    let names: Vec<String> = all.iter().filter(|one| one.place.is_some()).map(|one| one.name.clone()).collect();
    let said = outcome::said(lang, way, &names, election.plan.seats);
    Some(format!("{} {said}", lang.t_of("election-way-said-", &way.word().replace('_', "-"))))
}

/// Who follows where a seat falls vacant, the first of them first.
pub fn following(all: &[Candidacy]) -> Vec<String> {
    let mut found: Vec<&Candidacy> =
        all.iter().filter(|one| one.runner_up.is_some() && one.status == Stands::Standing).collect();
    found.sort_by_key(|one| one.runner_up);
    found.into_iter().map(|one| one.name.clone()).collect()
}

/// What the viewer has to do with it, and can do.
#[derive(Default)]
pub struct Own {
    /// Where their nomination stands, in words; empty where there is none.
    pub said: String,
    pub stands: bool,
    pub asked: bool,
    pub states: bool,
    pub withdraws: bool,
    /// They are asked to take a seat.
    pub offered: bool,
}

pub fn own(page: &Page, election: &Election, own: Option<&Candidacy>) -> Own {
    let member = page.visit.viewer.as_ref().and_then(|viewer| viewer.member_id).is_some();
    if !member || !page.may(&Permission::PollsVote) {
        return Own::default();
    }
    let (lang, takes) = (page.lang(), election.takes_nominations(page.visit.today()));
    let Some(own) = own else { return Own { stands: takes, ..Own::default() } };
    let runs = matches!(election.status, Status::Called | Status::Voting | Status::Declared | Status::Filled);
    let standing = own.status == Stands::Standing;
    let mut said = lang.t_of("election-own-", own.status.word());
    if let Some(nominator) = own.nominator.as_ref().filter(|_| own.status == Stands::Asked) {
        said = lang.with("election-own-asked-by", &[("name", nominator.as_str().into())]);
    }
    if let Some(barred) = own.barred.filter(|_| own.status == Stands::Barred) {
        said = format!("{said} {}", lang.t(barred.key()));
    }
    Own {
        stands: takes && matches!(own.status, Stands::Declined | Stands::Withdrawn),
        asked: takes && own.status == Stands::Asked,
        states: takes && standing,
        withdraws: runs && standing && own.term_id.is_none(),
        offered: own.offered_at.is_some() && own.took.is_none() && standing && election.status == Status::Filled,
        said,
    }
}

/// What the vote still needs before it can open, for everybody to see; with more words for those who run votes. `None` where it needs nothing.
pub fn urn(page: &Page, election: &Election) -> Option<Vec<String>> {
    if election.status != Status::Voting || !election.urn_waits {
        return None;
    }
    let lang = page.lang();
    let missing = if election.urn_prepared { "urn-missing-codes" } else { "urn-missing-key" };
    let mut said = vec![lang.t(missing)];
    if page.may(&Permission::PollsManage) {
        let by = page.moment(&election.plan.opens_at);
        let late = election.plan.opens_at <= page.visit.now;
        if !election.urn_prepared {
            said.push(lang.t("election-urn-prepare"));
        }
        said.push(if late {
            lang.t("election-urn-late")
        } else {
            lang.with("election-urn-by", &[("when", by.into())])
        });
    }
    Some(said)
}

/// What those who run votes can do.
#[derive(Default)]
pub struct Office {
    pub runs: bool,
    pub calls: bool,
    pub moves: bool,
    /// Nominations are over: only the vote moves.
    pub moves_vote: bool,
    /// What was found in the urn cannot be right: the vote is to be declared void.
    pub disputed: bool,
    pub cancels: bool,
    /// Seats that could be filled now: whose they were, by number.
    pub vacant: Vec<(i32, String)>,
    /// Who would be asked.
    pub next: Option<String>,
    /// Some who are elected could not be seated.
    pub unseated: bool,
    /// Whom the rules did not let stand, and why, once nominations are over.
    pub barred: Vec<String>,
}

pub fn office(page: &Page, election: &Election, all: &[Candidacy]) -> Office {
    if !page.may(&Permission::PollsManage) {
        return Office::default();
    }
    let lang = page.lang();
    let vacant = seating::vacant(election, all, page.visit.today());
    let barred = |one: &Candidacy| {
        let why = one.barred.map_or(Barred::Rules.key(), Barred::key);
        format!("{}: {}", one.name, lang.t(why))
    };
    let over = !matches!(election.status, Status::Draft | Status::Called);
    let unopened = election.status == Status::Voting && election.poll_status == Some(polls::Status::Scheduled);
    Office {
        runs: true,
        calls: election.status == Status::Draft,
        moves: election.status == Status::Called || unopened,
        moves_vote: unopened,
        disputed: election.status == Status::Voting && election.poll_status == Some(polls::Status::Disputed),
        cancels: matches!(election.status, Status::Draft | Status::Called) || unopened,
        unseated: election.status == Status::Filled
            && all.iter().any(|one| one.barred.is_some() && one.place.is_some() && one.term_id.is_none()),
        next: seating::next(all).map(|one| one.name.clone()).filter(|_| !vacant.is_empty()),
        vacant: vacant.iter().map(|one| (one.number, one.name.clone())).collect(),
        barred: all.iter().filter(|one| over && one.status == Stands::Barred).map(barred).collect(),
    }
}
