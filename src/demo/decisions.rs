//! The register of decisions of the demo co-op: what was decided before it had this program, entered by hand from the old books.

use chrono::{Days, TimeDelta};

use super::Demo;
use crate::decisions::{self, Body, Effect, Entry};
use crate::platform::error::Result;
use crate::polls;

/// An earlier decision: day, who decided, its number in the books, and title, text and result in English and French.
struct Earlier {
    on: &'static str,
    body: Body,
    former: &'static str,
    title: [&'static str; 2],
    details: [&'static str; 2],
    sums: [&'static str; 2],
    /// What it does to which of those above, by its place from 1.
    says: Option<(i32, Effect)>,
    /// Days from today; the past is negative.
    review_in_days: Option<i64>,
}

const fn earlier(
    on: &'static str,
    body: Body,
    former: &'static str,
    title: [&'static str; 2],
    details: [&'static str; 2],
    sums: [&'static str; 2],
) -> Earlier {
    Earlier { on, body, former, title, details, sums, says: None, review_in_days: None }
}

const EARLIER: &[Earlier] = &[
    earlier(
        "1987-05-21",
        Body::Meeting,
        "1987-1",
        ["The housing charge is set once a year", "Les frais d’habitation sont fixés une fois par année"],
        [
            "The members set the monthly housing charge at the spring meeting, for the year from July to June.",
            "Les membres fixent les frais d’habitation mensuels à l’assemblée du printemps, pour l’année de juillet à juin.",
        ],
        ["Carried, 38 for, 2 against.", "Adopté, 38 pour, 2 contre."],
    ),
    earlier(
        "1991-11-14",
        Body::Meeting,
        "1991-6",
        ["No dogs in the building", "Pas de chiens dans l’immeuble"],
        ["Members keep no dogs in their homes.", "Les membres n’ont pas de chien dans leur logement."],
        ["Carried by a clear majority, 4 against.", "Adopté à une nette majorité, 4 contre."],
    ),
    earlier(
        "1998-03-12",
        Body::Board,
        "CA 98-14",
        ["Keys to the boiler room", "Clés de la chaufferie"],
        [
            "The superintendent and two members of the maintenance committee have keys. The list hangs in the office.",
            "Le concierge et deux membres du comité d’entretien ont les clés. La liste est affichée au bureau.",
        ],
        ["", ""],
    ),
    earlier(
        "2002-10-24",
        Body::Meeting,
        "2002-3",
        ["Quiet hours from 11 p.m.", "Calme à partir de 23 h"],
        [
            "From 11 p.m. to 7 a.m. nobody makes noise that is heard in another home.",
            "De 23 h à 7 h, personne ne fait de bruit qui s’entend dans un autre logement.",
        ],
        ["Carried, 29 for, 11 against.", "Adopté, 29 pour, 11 contre."],
    ),
    Earlier {
        says: Some((2, Effect::Amends)),
        ..earlier(
            "2006-05-18",
            Body::Meeting,
            "2006-2",
            ["Guide dogs are welcome", "Les chiens-guides sont les bienvenus"],
            [
                "The rule against dogs is not for dogs that help a person who is blind, deaf or ill.",
                "La règle contre les chiens ne vise pas ceux qui aident une personne aveugle, sourde ou malade.",
            ],
            ["Carried, nobody against.", "Adopté à l’unanimité."],
        )
    },
    earlier(
        "2009-09-17",
        Body::Committee,
        "",
        ["Order of the snow shovels", "Ordre des pelles à neige"],
        [
            "Each floor has one shovel in the shed, with its number on the handle.",
            "Chaque étage a une pelle dans la remise, avec son numéro sur le manche.",
        ],
        ["", ""],
    ),
    Earlier {
        says: Some((2, Effect::Repeals)),
        ..earlier(
            "2012-05-24",
            Body::Meeting,
            "2012-4",
            ["One dog for each home", "Un chien par logement"],
            [
                "A home may have one dog of up to 15 kg. It is on a leash in the stairs and in the yard.",
                "Un logement peut avoir un chien de 15 kg au plus. Il est en laisse dans l’escalier et dans la cour.",
            ],
            ["Carried, 33 for, 14 against.", "Adopté, 33 pour, 14 contre."],
        )
    },
    earlier(
        "2014-11-20",
        Body::Meeting,
        "2014-7",
        ["No smoking in shared rooms", "Défense de fumer dans les pièces communes"],
        [
            "Nobody smokes in the stairs, the laundry, the common room, or within nine metres of a door.",
            "Personne ne fume dans l’escalier, la buanderie et la salle commune, ni à moins de neuf mètres d’une porte.",
        ],
        ["Carried, 45 for, 3 against.", "Adopté, 45 pour, 3 contre."],
    ),
    Earlier {
        review_in_days: Some(-2),
        ..earlier(
            "2017-04-06",
            Body::Board,
            "CA 2017-9",
            ["Contract for snow removal", "Contrat de déneigement"],
            [
                "The contract goes to the firm with the second lowest price, because it salts the ramp first. It is looked at again each fall.",
                "Le contrat va à l’entreprise au deuxième prix le plus bas, car elle sale d’abord la rampe. Il est revu chaque automne.",
            ],
            ["", ""],
        )
    },
    earlier(
        "2019-05-23",
        Body::Meeting,
        "2019-2",
        ["A reserve of 10% of the charges", "Une réserve de 10 % des frais"],
        [
            "Each year, 10% of what members pay goes to the reserve for large repairs.",
            "Chaque année, 10 % de ce que paient les membres va à la réserve pour les grands travaux.",
        ],
        ["Carried, 40 for, 6 against, 3 abstained.", "Adopté, 40 pour, 6 contre, 3 abstentions."],
    ),
    earlier(
        "2021-06-10",
        Body::Members,
        "2021-1",
        ["Meetings by video as well", "Des assemblées aussi par vidéo"],
        [
            "Who cannot come may take part by video, and counts for the quorum.",
            "Qui ne peut pas venir peut participer par vidéo et compte pour le quorum.",
        ],
        ["By letter, 51 for, 5 against.", "Par lettre, 51 pour, 5 contre."],
    ),
    Earlier {
        review_in_days: Some(120),
        ..earlier(
            "2023-11-16",
            Body::Meeting,
            "2023-5",
            ["Chargers for electric cars, a trial", "Bornes pour voitures électriques, à l’essai"],
            [
                "Two chargers in the yard for three years. Who uses them pays what the meter says.",
                "Deux bornes dans la cour pendant trois ans. Qui s’en sert paie ce qu’indique le compteur.",
            ],
            ["Carried, 30 for, 12 against.", "Adopté, 30 pour, 12 contre."],
        )
    },
];

/// A vote of the last year that changed one of these, by its title, and the place of that one.
const CHANGED_BY_VOTE: (&str, i32) = ("Quiet hours from 10 p.m.", 4);

impl Demo<'_> {
    /// The old books, entered when the co-op began here.
    pub(super) fn earlier_decisions(&mut self) -> Result<()> {
        let (at, today) = (self.now - TimeDelta::days(395), self.today());
        for told in EARLIER {
            let [title_en, title_fr] = told.title.map(str::to_owned);
            let [details_en, details_fr] = told.details.map(str::to_owned);
            let [sums_en, sums_fr] = told.sums.map(str::to_owned);
            let entry = Entry {
                decided_on: told.on.parse().map_err(anyhow::Error::new)?,
                body: told.body,
                former_number: told.former.to_owned(),
                title_en,
                title_fr,
                details_en,
                details_fr,
                sums_en,
                sums_fr,
            };
            let mut act = self.at(at);
            let number = decisions::enter(&mut act, &entry)?;
            if let Some((earlier, effect)) = told.says {
                decisions::relate(&mut act, number, earlier, effect)?;
            }
            if let Some(days) = told.review_in_days {
                let on = if days < 0 { today - Days::new(days.unsigned_abs()) } else { today + Days::new(days as u64) };
                decisions::review(&mut act, number, Some(on), false)?;
            }
        }
        Ok(())
    }

    /// What a vote decided changes what stood in the old books.
    pub(super) fn changed_by_vote(&mut self) -> Result<()> {
        let (title, earlier) = CHANGED_BY_VOTE;
        let voted = polls::decisions(self.conn, None, 100)?.into_iter().find(|decision| decision.title_en == title);
        if let Some(voted) = voted.filter(|decision| decision.counted.verdict == polls::Verdict::Adopted) {
            decisions::relate(&mut self.at(voted.decided_at), voted.number, earlier, Effect::Amends)?;
        }
        Ok(())
    }
}
