//! The case of a vote as its pages show it, see `templates/polls/case.html`, and as its form asks for it.

use super::questions::{cents, dollars};
use crate::platform::forms::{Form, Reader};
use crate::platform::i18n::Lang;
use crate::platform::markdown;
use crate::polls::case::{Case, LENGTH_MAX};

/// What is empty was not written.
pub struct Block {
    pub cost: String,
    /// As HTML.
    pub pros: String,
    pub cons: String,
}

impl Block {
    /// Its headings stand at `level`.
    pub fn new(lang: Lang, case: &Case, level: usize) -> Self {
        Self {
            cost: case.cost.map(|cents| lang.money(cents)).unwrap_or_default(),
            pros: markdown::html(case.pros(lang), level + 1),
            cons: markdown::html(case.cons(lang), level + 1),
        }
    }
}

const FIELDS: [&str; 5] = ["cost", "pros_en", "pros_fr", "cons_en", "cons_fr"];

/// Whether the form says something of the case, or says it wrong: it is open then.
pub fn is_said(form: &Form) -> bool {
    FIELDS.iter().any(|name| !form.value(name).trim().is_empty() || form.is_wrong(name))
}

pub fn read(reader: &Reader<'_>, form: &Form) -> Case {
    let both = |name: &str| reader.both_optional(name, |reader, field| reader.text(field, LENGTH_MAX));
    let ((pros_en, pros_fr), (cons_en, cons_fr)) = (both("pros"), both("cons"));
    Case { cost: cents(reader, form, "cost"), pros_en, pros_fr, cons_en, cons_fr }
}

/// The fields as the case is now.
pub fn filled(case: &Case) -> [(&'static str, String); 5] {
    let [pros_en, pros_fr, cons_en, cons_fr] = case.texts().map(Clone::clone);
    let values = [case.cost.map(dollars).unwrap_or_default(), pros_en, pros_fr, cons_en, cons_fr];
    let mut values = values.into_iter();
    FIELDS.map(|name| (name, values.next().unwrap_or_default()))
}
