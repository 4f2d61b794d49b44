//! The case of a vote: what it would cost, and what speaks for it and against it. Each may be left out, and is then shown nowhere.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::platform::i18n::Lang;
use crate::schema::polls;

/// The most characters of the arguments of one side.
pub const LENGTH_MAX: usize = 4_000;

#[derive(
    Debug,
    Clone,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    Queryable,
    QueryableByName,
    Selectable,
    Insertable,
    AsChangeset,
)]
#[diesel(table_name = polls, treat_none_as_null = true)]
pub struct Case {
    /// In cents.
    pub cost: Option<i64>,
    pub pros_en: String,
    pub pros_fr: String,
    pub cons_en: String,
    pub cons_fr: String,
}

impl Case {
    pub fn pros(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.pros_en } else { &self.pros_fr }
    }

    pub fn cons(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.cons_en } else { &self.cons_fr }
    }

    /// Everything that is written of it, in the order in which seals read it.
    pub fn texts(&self) -> [&String; 4] {
        [&self.pros_en, &self.pros_fr, &self.cons_en, &self.cons_fr]
    }

    /// Its part of a vote as the trail keeps it.
    pub fn told(&self) -> Value {
        let Self { cost, pros_en, pros_fr, cons_en, cons_fr } = self;
        json!({ "cost": cost, "pros_en": pros_en, "pros_fr": pros_fr, "cons_en": cons_en, "cons_fr": cons_fr })
    }
}
