//! Hours in the demo co-op: what is asked, what counts, claims at every stage, a line that was contested and put right, a sabbatical.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::{Demo, store};
use crate::hours::claims::{self, Answer, NewClaim};
use crate::hours::exemptions::{self, NewExemption, Why};
use crate::hours::kinds::{self, Effort, NewKind};
use crate::hours::{Carry, Doer, Duty, Per, contests, duty};
use crate::platform::error::Result;

/// Name, what counts and what does not in English and French, the worth, the effort, the committee that answers.
type Told = ([&'static str; 2], [&'static str; 2], [&'static str; 2], Worth, Effort, &'static str);

enum Worth {
    Clock,
    Most(i32),
    Fixed(i32),
}

const KINDS: &[Told] = &[
    (
        ["Garden and grounds", "Jardin et terrain"],
        [
            "Weeding, watering, raking, clearing snow off shared paths.",
            "Désherber, arroser, ratisser, déneiger les allées communes.",
        ],
        ["Your own balcony or flower bed.", "Votre balcon ou votre plate-bande."],
        Worth::Most(240),
        Effort::Physical,
        "Landscaping",
    ),
    (
        ["Small repairs", "Petites réparations"],
        [
            "Work in shared rooms, halls and stairs that the committee asked for.",
            "Du travail dans les espaces communs, à la demande du comité.",
        ],
        ["Repairs in your own home.", "Les réparations chez vous."],
        Worth::Most(360),
        Effort::Physical,
        "Maintenance",
    ),
    (
        ["Translating a notice", "Traduire un avis"],
        ["One page, English to French or the other way.", "Une page, de l’anglais au français ou l’inverse."],
        ["", ""],
        Worth::Fixed(60),
        Effort::AtHome,
        "Communications",
    ),
    (
        ["Calling a neighbour", "Appeler une voisine ou un voisin"],
        ["A call to somebody who asked for one.", "Un appel à une personne qui l’a demandé."],
        ["", ""],
        Worth::Fixed(30),
        Effort::Sitting,
        "",
    ),
    (
        ["Other help", "Autre aide"],
        ["What the co-ordinator asked you for.", "Ce que la coordination vous a demandé."],
        ["Reading e-mails.", "Lire des courriels."],
        Worth::Clock,
        Effort::Light,
        "",
    ),
];

/// What a claim was: the kind by its place, how many days ago, minutes, what was done, the answer with its reason.
type Claimed = (usize, i64, i32, &'static str, Option<(Answer, &'static str)>);

const CLAIMS: &[Claimed] = &[
    (0, 41, 150, "Raked the leaves behind building B with the children.", Some((Answer::Approve, ""))),
    (3, 20, 30, "Called Mrs. Gagnon about her groceries.", Some((Answer::Approve, ""))),
    (
        4,
        12,
        120,
        "Answered e-mails about the roof.",
        Some((
            Answer::Refuse,
            "Thank you for doing it. Reading e-mails does not count, so that nobody has to count them.",
        )),
    ),
    (
        2,
        6,
        60,
        "Translated the notice about the water shut-off.",
        Some((Answer::Return, "Was it one page or two? Please say so.")),
    ),
    (0, 2, 90, "Cleared the snow off the path to the bicycles.", None),
];

impl Demo<'_> {
    /// Half an hour a week of each home, since the co-op's year began.
    pub(super) fn hours(&mut self) -> Result<()> {
        let today = self.today();
        let began = if today.month() >= 7 { today.year() } else { today.year() - 1 };
        let starts_on = NaiveDate::from_ymd_opt(began, 7, 1).unwrap_or(today);
        let at = self.instant(starts_on, 9);
        let asked = Duty {
            starts_on,
            per: Per::Home,
            minutes: 120,
            months: 12,
            carry: Carry::Some,
            carry_minutes: 480,
            grace_days: 30,
            committee_id: store::committee(self.conn, "Membership")?,
        };
        duty::set(&mut self.at(at), &asked)?;
        let mut all = Vec::new();
        for (name, counts, counts_not, worth, effort, committee) in KINDS {
            let both = |words: &[&str; 2]| (words[0].to_owned(), words[1].to_owned());
            let (fixed_minutes, most_minutes) = match worth {
                Worth::Clock => (None, None),
                Worth::Most(minutes) => (None, Some(*minutes)),
                Worth::Fixed(minutes) => (Some(*minutes), None),
            };
            let new = NewKind {
                name: both(name),
                counts: both(counts),
                counts_not: both(counts_not),
                fixed_minutes,
                most_minutes,
                effort: *effort,
                committee_id: store::committee(self.conn, committee)?,
            };
            all.push(kinds::add(&mut self.at(at), &new)?);
        }
        self.claims(&all)?;
        self.sabbatical()
    }

    fn claims(&mut self, kinds: &[i64]) -> Result<()> {
        let Some(isabelle) = self.people.get("Isabelle MacDonald").copied() else { return Ok(()) };
        for (kind, days, minutes, done, answer) in CLAIMS {
            let at = self.instant(self.today() - TimeDelta::days(*days), 19);
            let new = NewClaim {
                worked_on: self.today() - TimeDelta::days(*days),
                minutes: Some(*minutes),
                kind_id: kinds[*kind],
                done: (*done).to_owned(),
                for_home: false,
            };
            let mut made = 0;
            self.as_member(isabelle, at, |act| {
                made = claims::claim(act, &new)?;
                Ok(())
            })?;
            if let Some((answer, says)) = answer {
                claims::answer(&mut self.at(at + TimeDelta::hours(20)), made, 1, *answer, says)?;
            }
        }
        let Some(line) = store::line_of(self.conn, "hour_claim")? else { return Ok(()) };
        let at = self.instant(self.today() - TimeDelta::days(5), 20);
        let mut said = 0;
        self.as_member(isabelle, at, |act| {
            said = contests::contest(act, line, "It was three hours: the second half is missing.")?;
            Ok(())
        })?;
        let answer = "You are right: the work day went on until noon. The missing half hour is added.";
        contests::answer(&mut self.at(at + TimeDelta::hours(14)), line, said, answer, Some(180))?;
        Ok(())
    }

    fn sabbatical(&mut self) -> Result<()> {
        let Some(ruth) = self.people.get("Ruth Chen").copied() else { return Ok(()) };
        let new = NewExemption {
            kind: Why::Sabbatical,
            from: self.today() - TimeDelta::days(60),
            last_day: Some(self.today() + TimeDelta::days(300)),
            percent: 100,
            reason: "After six years on the finance committee.".to_owned(),
        };
        let at = self.instant(self.today() - TimeDelta::days(62), 11);
        exemptions::grant(&mut self.at(at), Doer::Member(ruth), &new)?;
        Ok(())
    }
}
