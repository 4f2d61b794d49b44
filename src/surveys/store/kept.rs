//! What surveys keep of people: that they were asked, and whether they answered; never what.

use crate::platform::departure::Leaving;
use crate::platform::merging::{Merging, OF_ACCOUNT};
use crate::platform::person::{Erasing, Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[
    Table {
        texts: &[Texts::rewritten(&["title_en", "title_fr", "intro_en", "intro_fr"])],
        shown: Shown::Not("who wrote a survey is told in what they did"),
        pointing: &[("created_by", Leaving::Stays("who wrote it"), OF_ACCOUNT)],
        ..Table::named("surveys")
    },
    Table {
        texts: &[Texts::lasting(
            &["text_en", "text_fr", "choices_en", "choices_fr"],
            "a question stays as it was asked",
        )],
        ..Table::named("survey_questions")
    },
    Table {
        erasing: Erasing::Goes,
        shown: Shown::In(&[Part::new(
            "surveys",
            "s.title_en, s.title_fr, s.ends_on, case when r.member_id = any(c.people) then 'answered' else 'unanswered' end as survey_own",
            "{rows} r join surveys s on s.id = r.survey_id join survey_contents c on c.survey_id = s.id order by s.id",
        )
        .codes(&[("survey_own", "survey-own-")])]),
        pointing: &[(
            "member_id",
            Leaving::Stays("who is asked is taken once"),
            Merging::Unites(&["survey_id"]),
        )],
        ..Table::about("survey_roll", "member_id = {member}")
    },
    Table {
        erasing: Erasing::Loses("people = array_remove(people, {member})"),
        shown: Shown::Not("stands with who was asked"),
        ..Table::about("survey_contents", "{member} = any(people)")
    },
    Table {
        texts: &[Texts::rewritten(&["text", "why"])],
        shown: Shown::Not("nothing leads from a person to what they wrote"),
        pointing: &[("settled_by", Leaving::Stays("who released it or held it back"), OF_ACCOUNT)],
        ..Table::named("survey_comments")
    },
];
