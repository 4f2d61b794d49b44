//! What somebody answered, in words, for that person: see `store/kept`.

use serde::Deserialize;
use serde_json::Value;

use super::answer_with;
use crate::platform::i18n::Lang;
use crate::polls::paper::{Answer, Method};

/// A question with the answer that was given, as `store/kept` gathers it for whoever gave it.
#[derive(Deserialize)]
struct KeptAnswer {
    title_en: String,
    title_fr: String,
    method: Method,
    answer: String,
    choices: Vec<KeptChoice>,
}

#[derive(Deserialize)]
struct KeptChoice {
    number: i32,
    title_en: String,
    title_fr: String,
}

/// "Which colour? Blue; When? Monday (if need be)."
pub fn kept_answers(lang: Lang, kept: &Value) -> String {
    let of = |en: &str, fr: &str| if lang == Lang::En { en.to_owned() } else { fr.to_owned() };
    let said = |value: &Value| {
        let kept = KeptAnswer::deserialize(value).ok()?;
        let title = |number: i32| {
            let found = kept.choices.iter().find(|choice| choice.number == number);
            found.map(|choice| of(&choice.title_en, &choice.title_fr)).unwrap_or_default()
        };
        let answer = answer_with(lang, kept.method, &title, &Answer::read(kept.method, &kept.answer)?);
        let asked = ("title", of(&kept.title_en, &kept.title_fr).into());
        Some(lang.with("poll-outcome-of", &[asked, ("outcome", answer.into())]))
    };
    kept.as_array().into_iter().flatten().filter_map(said).collect::<Vec<_>>().join("; ")
}
