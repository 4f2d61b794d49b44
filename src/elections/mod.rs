//! Elections to the board: the call for candidates, nominations, the vote, the result, and seats filled.
//!
//! An election never counts: its vote is a poll, whose choices are the candidates by number, and what it decides is read from the
//! poll once it is closed (`outcome`). One row a person and an election says what became of a nomination, so nobody is put up
//! twice. What waits for a day is done by `due`, late or twice without harm. Seats are filled by the verbs of the board.

mod departing;
mod due;
mod merging;
mod nominations;
mod notices;
mod outcome;
pub mod pages;
pub mod rules;
mod seating;
mod setup;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;
mod voting;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde_json::{Value, json};

pub use due::settle_due;
pub use nominations::{accept, decline, nominate, stand, state, withdraw};
pub use seating::{offer, seat_again, take};
pub use setup::{call, cancel, change, copy, create, move_days};
pub use store::{Candidacy, Election};

use crate::platform::clock;
use crate::platform::error::Result;
use crate::platform::events::{self, EventKind, Subject};
use crate::platform::i18n::Lang;
use crate::platform::jobs;
use crate::platform::sql::row;
use crate::platform::text_enum::text_enum;
use crate::platform::visit::Act;
use crate::polls::{Method, Secrecy};

text_enum! {
    /// What was done with an election.
    pub enum Status {
        Draft = "draft",
        /// Members know of it, and nominations are open, to come, or about to end.
        Called = "called",
        /// There is a vote.
        Voting = "voting",
        /// There is a result, which can be contested.
        Declared = "declared",
        /// The seats were filled.
        Filled = "filled",
        /// It counts for nothing.
        Void = "void",
        Cancelled = "cancelled",
    }
}

text_enum! {
    /// How it was decided.
    pub enum Way {
        Vote = "vote",
        /// No more candidates than seats, and the co-op elects them so.
        Acclamation = "acclamation",
        /// Too few voted.
        NoQuorum = "no_quorum",
        /// Nobody stood.
        Nobody = "nobody",
    }
}

text_enum! {
    /// Where somebody's nomination stands.
    pub enum Stands {
        /// They were put up and have not answered.
        Asked = "asked",
        Standing = "standing",
        Declined = "declined",
        /// They had not answered when nominations ended.
        Lapsed = "lapsed",
        /// The rules of the board do not let them.
        Barred = "barred",
        Withdrawn = "withdrawn",
    }
}

text_enum! {
    /// Why somebody cannot stand, or could not be seated.
    pub enum Barred {
        /// For their eyes and the treasurer's: nobody else is told more.
        Rules = "rules",
        Applicant = "applicant",
        Auxiliary = "auxiliary",
        Suspended = "suspended",
        Former = "former",
        /// They have a seat then.
        Sits = "sits",
        /// They look after the election.
        Committee = "committee",
        /// All seats are taken.
        Full = "full",
        /// The term is not one that the rules allow any more.
        Term = "term",
    }
}

/// Methods that elect, as a form offers them.
pub const METHODS: [Method; 10] = [
    Method::Choice,
    Method::Approval,
    Method::Scottish,
    Method::Meek,
    Method::Schulze,
    Method::RankedPairs,
    Method::Score,
    Method::Dots,
    Method::Irv,
    Method::Star,
];

row! {
    /// An election as it is set up; once there is a vote, with its times.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct NewElection {
        pub title_en: String,
        pub title_fr: String,
        pub details_en: String,
        pub details_fr: String,
        pub seats: i32,
        pub starts_on: NaiveDate,
        /// The first day on which the term is over.
        pub ends_on: NaiveDate,
        pub method: Method,
        /// The first and the last day of nominations.
        pub nominate_from: NaiveDate,
        pub nominate_until: NaiveDate,
        pub opens_at: DateTime<Utc>,
        pub closes_at: DateTime<Utc>,
        /// Nobody sees a name before nominations end.
        pub sealed: bool,
        /// One member may nominate another.
        pub by_others: bool,
        pub none_stands: bool,
        pub acclaims: bool,
        /// Whether its vote is secret, and what is published of the ballots then.
        pub secrecy: Secrecy,
        /// Who looks after it, and cannot stand.
        pub committee_id: Option<i64>,
    }
}

impl Election {
    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.plan.title_en } else { &self.plan.title_fr }
    }

    pub fn details(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.plan.details_en } else { &self.plan.details_fr }
    }

    pub fn committee(&self, lang: Lang) -> &str {
        let name = if lang == Lang::En { &self.committee_en } else { &self.committee_fr };
        name.as_deref().unwrap_or_default()
    }

    fn subject(&self, lang: Lang) -> Subject {
        Subject { id: self.id, name: self.title(lang).to_owned() }
    }

    /// Whether somebody can be put up on a day.
    pub fn takes_nominations(&self, today: NaiveDate) -> bool {
        self.status == Status::Called && self.plan.nominate_from <= today && today <= self.plan.nominate_until
    }

    /// Whether names are nobody's business yet, or will never be.
    pub fn hides_names(&self) -> bool {
        self.plan.sealed && matches!(self.status, Status::Draft | Status::Called | Status::Cancelled)
    }
}

// ---- reading ----

/// Elections, the latest first; drafts only for those who run them.
pub fn list(conn: &mut PgConnection, drafts: bool) -> Result<Vec<Election>> {
    store::list(conn, drafts)
}

/// # Errors
/// `NotFound`.
pub fn find(conn: &mut PgConnection, id: i64) -> Result<Election> {
    store::find(conn, id)
}

pub fn candidacies(conn: &mut PgConnection, id: i64) -> Result<Vec<Candidacy>> {
    store::candidacies(conn, id)
}

// ---- for the verbs ----

/// The first instant after a day of the co-op; where the clocks skip midnight, the first there is.
fn end_of(act: &Act<'_>, day: NaiveDate) -> DateTime<Utc> {
    let next = day.succ_opt().unwrap_or(day);
    let at = |hour| clock::instant(act.coop.zone, next.and_hms_opt(hour, 0, 0)?);
    (0..4).find_map(at).unwrap_or(act.now)
}

/// Leaves a job that does what follows once a day is over.
fn due_after(act: &mut Act<'_>, election: &Election, day: NaiveDate) -> Result<()> {
    let at = end_of(act, day);
    jobs::enqueue(act.conn, &slice::DUE, json!({ "election": election.id }), at)?;
    Ok(())
}

/// Records what happened to an election, under its title in both languages.
fn record(act: &mut Act<'_>, kind: &'static EventKind, election: &Election, mut detail: Value) -> Result<()> {
    for (name, text) in [("title_en", &election.plan.title_en), ("title_fr", &election.plan.title_fr)] {
        // A change of the title stands on both sides.
        let told = ["before", "after"].iter().any(|side| detail[*side].get(name).is_some());
        if !told {
            detail[name] = json!(text);
        }
    }
    events::record(act, kind, &election.subject(act.coop.language), detail)?;
    Ok(())
}
