//! Kinds of work: what counts and what does not, said before anybody works, so that an answer to a claim is no matter of taste.
//!
//! A kind is ended, never deleted: claims of it stay readable.

use diesel::prelude::*;
use serde_json::{Value, json};

use super::slice;
use super::store::kinds as store;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject, difference};
use crate::platform::i18n::Lang;
use crate::platform::sql::row;
use crate::platform::text_enum::text_enum;
use crate::platform::visit::Act;

text_enum! {
    /// What a kind of work asks of the body.
    pub enum Effort {
        Sitting = "sitting",
        Light = "light",
        Physical = "physical",
        AtHome = "home",
    }
}

row! {
    /// A kind of work, with the committee whose lead answers.
    #[derive(Debug, Clone)]
    pub struct WorkKind {
        pub id: i64,
        pub name_en: String,
        pub name_fr: String,
        pub counts_en: String,
        pub counts_fr: String,
        pub not_en: String,
        pub not_fr: String,
        /// What a claim is worth, whatever the clock says.
        pub fixed_minutes: Option<i32>,
        /// The most that a claim may be.
        pub most_minutes: Option<i32>,
        pub effort: Effort,
        pub committee_id: Option<i64>,
        pub committee_en: Option<String>,
        pub committee_fr: Option<String>,
        pub ended: bool,
        pub version: i32,
    }
}

impl WorkKind {
    pub fn name(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.name_en } else { &self.name_fr }
    }

    pub fn counts(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.counts_en } else { &self.counts_fr }
    }

    pub fn counts_not(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.not_en } else { &self.not_fr }
    }

    pub fn committee(&self, lang: Lang) -> Option<&str> {
        if lang == Lang::En { self.committee_en.as_deref() } else { self.committee_fr.as_deref() }
    }

    pub fn details(&self) -> NewKind {
        NewKind {
            name: (self.name_en.clone(), self.name_fr.clone()),
            counts: (self.counts_en.clone(), self.counts_fr.clone()),
            counts_not: (self.not_en.clone(), self.not_fr.clone()),
            fixed_minutes: self.fixed_minutes,
            most_minutes: self.most_minutes,
            effort: self.effort,
            committee_id: self.committee_id,
        }
    }
}

/// A kind as it is written, each text in English and French.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewKind {
    pub name: (String, String),
    pub counts: (String, String),
    pub counts_not: (String, String),
    pub fixed_minutes: Option<i32>,
    pub most_minutes: Option<i32>,
    pub effort: Effort,
    pub committee_id: Option<i64>,
}

impl NewKind {
    fn facts(&self) -> Value {
        json!({ "name_en": self.name.0, "name_fr": self.name.1, "counts_en": self.counts.0, "counts_fr": self.counts.1,
                "not_en": self.counts_not.0, "not_fr": self.counts_not.1, "fixed_minutes": self.fixed_minutes,
                "most_minutes": self.most_minutes, "effort": self.effort, "committee_id": self.committee_id })
    }

    fn subject(&self, act: &Act<'_>, id: i64) -> Subject {
        Subject { id, name: if act.coop.language == Lang::En { self.name.0.clone() } else { self.name.1.clone() } }
    }
}

/// All kinds by name, those that are ended last.
pub fn list(conn: &mut PgConnection, lang: Lang) -> Result<Vec<WorkKind>> {
    store::list(conn, lang)
}

/// One kind.
///
/// # Errors
/// `NotFound`.
pub fn find(conn: &mut PgConnection, id: i64) -> Result<WorkKind> {
    store::find(conn, id)
}

/// Says of a kind of work what counts.
pub fn add(act: &mut Act<'_>, new: &NewKind) -> Result<i64> {
    let id = store::insert(act.conn, new)?;
    let subject = new.subject(act, id);
    events::record(act, &slice::WORK_KIND_ADDED, &subject, json!({ "after": new.facts() }))?;
    Ok(id)
}

/// Says it otherwise. What was claimed before stays as it was.
///
/// # Errors
/// `Conflict` when it was changed meanwhile.
pub fn change(act: &mut Act<'_>, id: i64, version: i32, new: &NewKind) -> Result<()> {
    let was = store::find(act.conn, id)?;
    let Some(difference) = difference(&was.details().facts(), &new.facts()) else { return Ok(()) };
    if !store::update(act.conn, id, version, new)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    let subject = new.subject(act, id);
    events::record(act, &slice::WORK_KIND_CHANGED, &subject, difference)?;
    Ok(())
}

/// No more is claimed for it from today on. Ending it again changes nothing.
pub fn end(act: &mut Act<'_>, id: i64) -> Result<()> {
    let kind = store::find(act.conn, id)?;
    if store::end(act.conn, id, act.today())? {
        let subject = kind.details().subject(act, id);
        events::record(act, &slice::WORK_KIND_ENDED, &subject, json!({}))?;
    }
    Ok(())
}
