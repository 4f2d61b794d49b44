//! A survey that is ready to be used: "How satisfied are we?" It stands in the words of the program, in both languages.

use chrono::{Days, NaiveDate};

use super::{Kind, NewQuestion, NewSurvey};
use crate::platform::i18n::Lang;

/// Its questions, as their words end, and how they are answered.
const ASKED: [(&str, Kind); 6] = [
    ("overall", Kind::Scale),
    ("upkeep", Kind::Scale),
    ("heard", Kind::Scale),
    ("neighbours", Kind::Scale),
    ("meetings", Kind::Scale),
    ("words", Kind::Text),
];
/// How long it is open, in days.
const OPEN_DAYS: u64 = 14;

/// The survey and its questions, as a draft of a day.
pub fn ready_made(today: NaiveDate) -> (NewSurvey, Vec<NewQuestion>) {
    let both = |key: &str| (Lang::En.t(key), Lang::Fr.t(key));
    let ((title_en, title_fr), (intro_en, intro_fr)) = (both("survey-ready-title"), both("survey-ready-intro"));
    let ends_on = today + Days::new(OPEN_DAYS);
    let survey = NewSurvey { title_en, title_fr, intro_en, intro_fr, ends_on, every_months: None };
    let question = |(word, kind): (&str, Kind)| NewQuestion {
        kind,
        text_en: Lang::En.t_of("survey-ready-", word),
        text_fr: Lang::Fr.t_of("survey-ready-", word),
        choices_en: Vec::new(),
        choices_fr: Vec::new(),
        required: word == "overall",
        overall: word == "overall",
    };
    (survey, ASKED.map(question).to_vec())
}
