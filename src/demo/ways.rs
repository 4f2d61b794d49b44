//! Votes of the demo in every way to decide: what was asked, and ballots drawn by a fixed lot.

use crate::polls::{Answer, Method, NewChoice, NewQuestion, Question, Side};

/// One vote: when, how, about what. Choices are in English and French, with a cost in dollars where money is shared out.
pub struct Way {
    pub method: Method,
    pub title_en: &'static str,
    pub title_fr: &'static str,
    pub choices: &'static [(&'static str, &'static str, i64)],
    pub seats: i32,
    pub closes_in_days: i64,
    pub binding: bool,
}

const fn way(
    method: Method,
    title_en: &'static str,
    title_fr: &'static str,
    choices: &'static [(&'static str, &'static str, i64)],
    closes_in_days: i64,
) -> Way {
    Way { method, title_en, title_fr, choices, seats: 1, closes_in_days, binding: true }
}

const COLOURS: &[(&str, &str, i64)] = &[
    ("Warm white", "Blanc chaud", 0),
    ("Pale blue", "Bleu pâle", 0),
    ("Sage green", "Vert sauge", 0),
    ("Brick red", "Rouge brique", 0),
];
const PROJECTS: &[(&str, &str, i64)] = &[
    ("Bike racks in the yard", "Supports à vélos dans la cour", 1_800),
    ("New lights in the stairwells", "Nouvel éclairage des cages d’escalier", 3_400),
    ("A shed for garden tools", "Une remise pour les outils de jardin", 2_600),
    ("A ramp at the back door", "Une rampe à la porte arrière", 4_900),
    ("A bench by the entrance", "Un banc près de l’entrée", 700),
];
const DELEGATES: &[(&str, &str, i64)] = &[
    ("Amrit Sandhu", "Amrit Sandhu", 0),
    ("Isabelle MacDonald", "Isabelle MacDonald", 0),
    ("Joan Rioux", "Joan Rioux", 0),
    ("Valérie Simard", "Valérie Simard", 0),
    ("Michael Tremblay", "Michael Tremblay", 0),
];
const DAYS: &[(&str, &str, i64)] = &[
    ("Saturday morning", "Samedi matin", 0),
    ("Saturday afternoon", "Samedi après-midi", 0),
    ("Sunday afternoon", "Dimanche après-midi", 0),
];
const FEASTS: &[(&str, &str, i64)] = &[
    ("A corn roast", "Une épluchette de blé d’Inde", 0),
    ("A street sale", "Une vente-débarras", 0),
    ("A film in the yard", "Un film dans la cour", 0),
    ("A potluck supper", "Un repas partagé", 0),
];

pub const WAYS: &[Way] = &[
    way(Method::Consent, "Quiet hours from 10 p.m.", "Calme à partir de 22 h", &[], -310),
    way(Method::Choice, "Name of the common room", "Nom de la salle commune", FEASTS, -300),
    Way { seats: 2, ..way(Method::Approval, "Summer events", "Activités d’été", FEASTS, -260) },
    way(Method::Score, "Colour of the front door", "Couleur de la porte d’entrée", COLOURS, -250),
    Way {
        binding: false,
        ..way(Method::Dots, "What should the newsletter write about?", "De quoi parler dans le bulletin?", FEASTS, -235)
    },
    way(Method::Irv, "Colour of the stairwells", "Couleur des cages d’escalier", COLOURS, -226),
    Way {
        seats: 3,
        ..way(Method::Scottish, "Delegates to the federation", "Personnes déléguées à la fédération", DELEGATES, -190)
    },
    Way {
        seats: 2,
        ..way(
            Method::Meek,
            "Two people for the audit committee",
            "Deux personnes au comité de vérification",
            DELEGATES,
            -181,
        )
    },
    way(Method::Schulze, "Which project should come first?", "Quel projet d’abord?", PROJECTS, -140),
    way(Method::RankedPairs, "Colour of the laundry room", "Couleur de la buanderie", COLOURS, -120),
    way(Method::Star, "Feast of the year", "Fête de l’année", FEASTS, -75),
    way(Method::Greedy, "Small repairs, autumn", "Petits travaux, automne", PROJECTS, -60),
    way(Method::EqualShares, "Ideas of members", "Idées des membres", PROJECTS, -45),
    Way {
        binding: false,
        ..way(Method::Times, "When should we clean the yard?", "Quand nettoyer la cour?", DAYS, -30)
    },
    Way {
        seats: 2,
        ..way(Method::Schulze, "Which two projects next spring?", "Quels deux projets au printemps?", PROJECTS, 6)
    },
];

impl Way {
    pub fn question(&self) -> NewQuestion {
        let choice = |(title_en, title_fr, dollars): &(&str, &str, i64)| NewChoice {
            title_en: (*title_en).to_owned(),
            title_fr: (*title_fr).to_owned(),
            cost: (self.method.spends()).then_some(dollars * 100),
            ..NewChoice::default()
        };
        NewQuestion {
            seats: self.seats,
            budget: self.method.spends().then_some(750_000),
            shuffled: !self.method.has_sides(),
            choices: self.choices.iter().map(choice).collect(),
            ..NewQuestion::of(self.method)
        }
    }
}

/// What a member answers, by a lot that is the same each time: the first choices are a little better liked.
pub fn answer(question: &Question, member: i64, vote: i64) -> String {
    let lot = |of: i32| {
        let mixed = (member * 7_919 + vote * 104_729 + i64::from(of) * 1_299_709).rem_euclid(1_000_003);
        (mixed * mixed % 999_983) as i32
    };
    let likes = |number: i32| lot(number) % 100 - number * 6;
    let mut liked: Vec<i32> = question.choices.iter().map(|choice| choice.number).collect();
    liked.sort_by_key(|number| -likes(*number));
    let kept = 1 + lot(77) as usize % liked.len().max(1);
    let answer = match question.method {
        Method::Proposal => Answer::Side(Side::For),
        Method::Consent if lot(1) % 100 < 80 => Answer::Side(Side::Agree),
        Method::Consent => Answer::Side(Side::Aside),
        Method::Choice => Answer::marks(liked.first().map(|number| (*number, 1))),
        Method::Approval | Method::Greedy | Method::EqualShares => {
            Answer::marks(liked.iter().take(kept).map(|number| (*number, 1)))
        }
        Method::Score | Method::Star => {
            Answer::marks(liked.iter().map(|number| (*number, (likes(*number) / 18).clamp(0, 5))))
        }
        Method::Dots => Answer::marks(liked.iter().zip([5, 3, 2]).map(|(number, dots)| (*number, dots))),
        Method::Times => Answer::marks(liked.iter().map(|number| (*number, (lot(*number) % 5 - 1).clamp(0, 2)))),
        _ => Answer::ranks(liked.iter().take(kept).zip(1..).map(|(number, rank)| (*number, rank))),
    };
    answer.text()
}
