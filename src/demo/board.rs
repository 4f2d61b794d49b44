//! The board of the demo co-op with its terms and offices; what its committees look after, and who leads them.

use chrono::{Days, NaiveDate};

use super::Demo;
use crate::board::{self, Came, Ended, Entry, Office};
use crate::committees::{self, Words};
use crate::coops;
use crate::members::{self, Status};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;

/// English name of the committee, and what it looks after.
const MANDATES: &[(&str, &str, &str)] = &[
    (
        "Communications",
        "Writes the newsletter four times a year, keeps the notice board by the entrance, and welcomes visitors.",
        "Rédige le bulletin quatre fois par année, tient le babillard de l’entrée et accueille les gens en visite.",
    ),
    (
        "Finance",
        "Prepares the budget with the treasurer, reads the accounts every month, and explains both to the members.",
        "Prépare le budget avec la trésorerie, lit les comptes chaque mois et explique les deux aux membres.",
    ),
    (
        "Landscaping",
        "Looks after the courtyard, the garden beds and the snow on the paths.\n\nPlants nothing taller than two metres without asking the homes behind it.",
        "S’occupe de la cour, des plates-bandes et de la neige dans les allées.\n\nNe plante rien de plus de deux mètres sans consulter les logements derrière.",
    ),
    (
        "Maintenance",
        "Takes in repairs, does the small ones, gets quotes for the large ones, and walks through the building every spring.",
        "Reçoit les demandes de réparation, fait les petites, demande des soumissions pour les grandes et inspecte l’immeuble chaque printemps.",
    ),
    (
        "Membership",
        "Meets those who would like to live here, explains what a co-op asks of its members, and advises the board.",
        "Rencontre les personnes qui souhaitent habiter ici, explique ce qu’une coop demande à ses membres et conseille le conseil.",
    ),
    (
        "Social",
        "Two meals for everybody a year, a film each month, and somebody at the door of who has just moved in.",
        "Deux repas pour tout le monde par année, un film par mois et quelqu’un à la porte de qui vient d’emménager.",
    ),
];

impl Demo<'_> {
    /// What committees look after, and their leads: Isabelle leads Social, whoever comes first the others, and nobody Membership.
    pub(super) fn mandates(&mut self) -> Result<()> {
        let at = self.now - chrono::TimeDelta::days(380);
        let from = self.today() - Days::new(240);
        for (name, mandate_en, mandate_fr) in MANDATES {
            let Some(id) = committees::named(self.conn, name)? else { continue };
            let (words, version) = committees::words(self.conn, id)?;
            let words = Words { mandate_en: (*mandate_en).to_owned(), mandate_fr: (*mandate_fr).to_owned(), ..words };
            committees::change(&mut self.at(at), id, version, &words)?;
            let today = self.today();
            let (_, seats) = committees::find(self.conn, id, today, Lang::En, None)?;
            let isabelle = self.people.get(crate::accounts::pages::DEMO_ACCOUNTS[0].name).copied();
            let lead = match *name {
                "Membership" => None,
                "Social" => seats.iter().find(|seat| Some(seat.member_id) == isabelle),
                _ => seats.iter().find(|seat| seat.since <= from),
            };
            if let Some(seat) = lead {
                let (member, from) = (seat.member_id, seat.since.max(from));
                let at = self.instant(from, 19);
                committees::name_lead(&mut self.at(at), id, member, from, None)?;
            }
        }
        self.closed_committee()
    }

    /// One that did what it was for.
    fn closed_committee(&mut self) -> Result<()> {
        let (begun, done) = (self.today() - Days::new(390), self.today() - Days::new(60));
        let (first, last) = (self.instant(begun, 19), self.instant(done, 19));
        let id = committees::add(&mut self.at(first), "New windows", "Nouvelles fenêtres")?;
        for member in self.standing_members(begun)?.into_iter().rev().take(3) {
            committees::join(&mut self.at(first), id, member, begun)?;
        }
        committees::close(&mut self.at(last), id, done)
    }

    /// Nine seats, terms of two years: three end at the next annual meeting, five at the one after it, and one is vacant, because
    /// its director resigned.
    pub(super) fn board(&mut self) -> Result<()> {
        let mut rules = coops::rule_profile(self.conn)?;
        rules.board_seats = 9;
        let start = self.now - chrono::TimeDelta::days(394);
        coops::change_rules(&mut self.at(start), &rules)?;
        let last = self.today() - Days::new(237);
        let year = Days::new(364);
        let (before, earlier, next) = (last - year, last - year - year, last + year);
        let people = self.standing_members(earlier)?;
        let some = |from: usize, count: usize| people.iter().copied().skip(from).take(count).collect::<Vec<_>>();
        let first = self.elected(&some(0, 5), earlier, last)?;
        let at = self.now - chrono::TimeDelta::days(392);
        for (office, term) in [Office::Presidency, Office::Treasurer, Office::Secretary].into_iter().zip(first) {
            board::hand_over(&mut self.at(at), office, Some(term), earlier)?;
        }
        let older = self.elected(&some(5, 4), before, next)?;
        let newer = self.elected(&[some(0, 3), some(9, 2)].concat(), last, next + year)?;
        let evening = self.instant(last, 21);
        for (office, term) in [
            (Office::Presidency, newer[0]),
            (Office::VicePresidency, older[1]),
            (Office::Secretary, newer[1]),
            (Office::Treasurer, newer[2]),
        ] {
            board::hand_over(&mut self.at(evening), office, Some(term), last)?;
        }
        let handed = self.today() - Days::new(90);
        let at = self.instant(handed, 20);
        board::hand_over(&mut self.at(at), Office::Treasurer, Some(older[0]), handed)?;
        let resigned = self.today() - Days::new(48);
        let at = self.instant(resigned, 20);
        board::end_early(&mut self.at(at), older[3], resigned, Ended::Resigned)
    }

    /// Terms for some people: their ids.
    fn elected(&mut self, people: &[i64], from: NaiveDate, until: NaiveDate) -> Result<Vec<i64>> {
        let at = self.instant(from, 20).max(self.now - chrono::TimeDelta::days(393));
        let entry = Entry { from, until, came: Came::Elected, ended: None };
        people.iter().map(|member| board::seat(&mut self.at(at), *member, &entry, None)).collect()
    }

    /// Members of today who were there on a day already, by name, those of the sign-in buttons apart.
    pub(super) fn standing_members(&mut self, day: NaiveDate) -> Result<Vec<i64>> {
        let buttons = crate::accounts::pages::DEMO_ACCOUNTS;
        let mut some: Vec<(String, i64)> = self.people.iter().map(|(name, id)| (name.clone(), *id)).collect();
        some.retain(|(name, _)| buttons.iter().all(|button| button.name != name));
        some.sort();
        let (mut found, today) = (Vec::new(), self.today());
        for (_, id) in some {
            let (then, now) = (members::standing(self.conn, id, day)?, members::standing(self.conn, id, today)?);
            if then.joined_on <= day && then.status == Status::Member && now.status == Status::Member {
                found.push(id);
            }
        }
        Ok(found)
    }
}
