//! Templates: votes that recur, kept by a name, from which others are set up.
//!
//! A template holds what a vote says and asks, and how long it is open; no day, no person, no ballot and no file. The rules are those of
//! the day on which the new vote opens, so a template outlives them. It is a row of its own and no vote: nothing of it is announced,
//! listed, searched or counted. What a new vote still lacks, a day to choose or a choice, its set-up asks for.

use chrono::{NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::paper::{Marking, Question};
use super::setup::{self, next_time};
use super::{Case, NewPoll, NewQuestion, Poll, Secrecy, Shows, slice, store};
use crate::platform::clock;
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::events::{self, Subject, difference};
use crate::platform::i18n::Lang;
use crate::platform::visit::{Act, Coop};

/// The most templates of a co-op.
pub const TEMPLATES_MAX: i64 = 100;
/// The longest name, in characters.
pub const NAME_MAX: usize = 120;

/// What a template holds of a vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    pub title_en: String,
    pub title_fr: String,
    pub details_en: String,
    pub details_fr: String,
    pub case: Case,
    pub binding: bool,
    pub shows: Shows,
    pub secrecy: Secrecy,
    /// The hour at which it opens, and how many minutes later it closes, by the clocks of the co-op.
    pub opens: NaiveTime,
    pub minutes: i64,
    pub questions: Vec<NewQuestion>,
}

impl Held {
    pub fn of(coop: &Coop, poll: &Poll, questions: &[Question]) -> Self {
        let local = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&coop.zone).naive_local();
        let (opens, closes) = (local(poll.opens_at), local(poll.announced_closes_at.unwrap_or(poll.closes_at)));
        Self {
            title_en: poll.title_en.clone(),
            title_fr: poll.title_fr.clone(),
            details_en: poll.details_en.clone(),
            details_fr: poll.details_fr.clone(),
            case: poll.case.clone(),
            binding: poll.binding,
            shows: poll.shows,
            secrecy: poll.secrecy,
            opens: opens.time(),
            minutes: (closes - opens).num_minutes().max(1),
            questions: questions.iter().map(asked).collect(),
        }
    }

    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.title_en } else { &self.title_fr }
    }

    pub fn details(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.details_en } else { &self.details_fr }
    }
}

/// A question without its days: which they are is asked anew each time.
fn asked(question: &Question) -> NewQuestion {
    let mut asked = NewQuestion::from(question);
    if asked.method.marking() == Marking::Times {
        asked.choices.clear();
    }
    asked
}

/// A template by its name.
#[derive(Debug, Clone)]
pub struct Template {
    pub id: i64,
    pub name_en: String,
    pub name_fr: String,
    pub held: Held,
    pub version: i32,
}

impl Template {
    pub fn name(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.name_en } else { &self.name_fr }
    }

    fn subject(&self, lang: Lang) -> Subject {
        Subject { id: self.id, name: self.name(lang).to_owned() }
    }

    fn told(&self) -> Value {
        json!({ "template_en": self.name_en, "template_fr": self.name_fr })
    }
}

/// A name in both languages.
#[derive(Debug, Clone)]
pub struct Name {
    pub en: String,
    pub fr: String,
}

impl Name {
    fn both(&self) -> (&str, &str) {
        (&self.en, &self.fr)
    }
}

/// Keeps what a vote says and asks as a template. The vote may be in any state, and stays as it is.
///
/// # Errors
/// `NotFound`; `Invalid` on the name when there are as many as there may be.
pub fn keep(act: &mut Act<'_>, poll: i64, name: &Name) -> Result<i64> {
    let (poll, questions) = store::whole(act.conn, poll)?;
    if store::templates::count(act.conn)? >= TEMPLATES_MAX {
        let (field, limit) = ("template_en".to_owned(), Some(TEMPLATES_MAX.to_string()));
        return Err(Error::Invalid(vec![FieldError { field, key: "template-wrong-many", limit }]));
    }
    let held = Held::of(act.coop, &poll, &questions);
    let by = act.viewer.map(|viewer| viewer.account_id);
    let id = store::templates::insert(act.conn, name.both(), &held, (by, act.now))?;
    let template = store::templates::find(act.conn, id)?;
    let detail = json!({ "after": template.told(), "title_en": poll.title_en, "title_fr": poll.title_fr });
    events::record(act, &slice::TEMPLATE_KEPT, &template.subject(act.coop.language), detail)?;
    Ok(id)
}

/// Gives a template another name. `version` is the one the editor saw.
///
/// # Errors
/// `NotFound`; `Conflict` when somebody else renamed it.
pub fn rename(act: &mut Act<'_>, id: i64, version: i32, name: &Name) -> Result<()> {
    let before = store::templates::lock(act.conn, id)?;
    if before.version != version {
        return Err(Error::Conflict("conflict-changed"));
    }
    let after = Template { name_en: name.en.clone(), name_fr: name.fr.clone(), ..before.clone() };
    if let Some(changed) = difference(&before.told(), &after.told()) {
        store::templates::rename(act.conn, id, name.both())?;
        events::record(act, &slice::TEMPLATE_RENAMED, &after.subject(act.coop.language), changed)?;
    }
    Ok(())
}

/// Takes a template away. Votes that were set up from it stay.
///
/// # Errors
/// `NotFound`.
pub fn take_away(act: &mut Act<'_>, id: i64) -> Result<()> {
    let template = store::templates::lock(act.conn, id)?;
    store::templates::remove(act.conn, id)?;
    let detail = json!({ "before": template.told() });
    events::record(act, &slice::TEMPLATE_TAKEN_AWAY, &template.subject(act.coop.language), detail)?;
    Ok(())
}

/// Sets a vote up from a template, as a draft: it would open at the hour that is kept, on the next day that is to come.
///
/// # Errors
/// `NotFound`.
pub fn begin(act: &mut Act<'_>, id: i64) -> Result<i64> {
    let Template { held, .. } = store::templates::find(act.conn, id)?;
    let opens_at = next_time(act, held.opens);
    let lasts = TimeDelta::minutes(held.minutes);
    let closes = opens_at.with_timezone(&act.coop.zone).naive_local() + lasts;
    let new = NewPoll {
        title_en: held.title_en,
        title_fr: held.title_fr,
        details_en: held.details_en,
        details_fr: held.details_fr,
        case: held.case,
        binding: held.binding,
        shows: held.shows,
        secrecy: held.secrecy,
        record_on: None,
        opens_at,
        // An hour that the clocks skip does not exist: it lasts as long by any other clock.
        closes_at: clock::instant(act.coop.zone, closes).unwrap_or(opens_at + lasts),
    };
    setup::create(act, &new, &held.questions)
}
