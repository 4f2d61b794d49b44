//! The waiting list of the demo co-op, those who are not invited yet, and a letter on paper.

use chrono::{Days, NaiveDate, TimeDelta};

use super::{Demo, store};
use crate::accounts::invitations;
use crate::applications::{self, Kind, NewApplication, NewInterview, Step};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;

/// Members whose account nobody opened yet.
pub const NOT_INVITED: [&str; 3] = ["1091", "1094", "1096"];
/// Who has no e-mail and was given a letter.
const LETTER: &str = "Ruth Beaulieu";

/// Given name, family name, French, adults, children, bedrooms from and to, accessible, days since it was received, days until
/// the form was complete, remarks, how it came.
type Asked =
    (&'static str, &'static str, bool, i32, i32, (i32, i32), bool, u64, Option<u64>, &'static str, &'static str);

const ASKED: [Asked; 10] = [
    (
        "Nadia",
        "Haddad",
        true,
        2,
        2,
        (3, 4),
        false,
        410,
        Some(9),
        "Les enfants vont à l’école du quartier.",
        "Formulaire papier",
    ),
    ("Gordon", "Whitfield", false, 1, 0, (1, 1), false, 388, Some(0), "One quiet cat.", "Paper form"),
    ("Thuy", "Pham", false, 2, 1, (2, 3), false, 301, Some(21), "", "Federation"),
    (
        "Marcel",
        "Gagnon",
        true,
        2,
        0,
        (1, 2),
        true,
        275,
        Some(4),
        "Fauteuil roulant, ascenseur ou rez-de-chaussée.",
        "Téléphone",
    ),
    ("Aisha", "Mohamed", false, 1, 3, (3, 4), false, 240, Some(12), "", "Paper form"),
    ("Solène", "Picard", true, 2, 0, (1, 2), false, 190, Some(0), "Un chien.", "Fédération"),
    ("Derek", "Olsen", false, 1, 0, (0, 1), false, 150, None, "Second page of the form is missing.", "Letter"),
    ("Fatou", "Diallo", true, 2, 4, (4, 5), false, 96, Some(30), "", "Formulaire papier"),
    ("Hugh", "Peterson", false, 2, 0, (2, 2), false, 520, Some(3), "", "Paper form"),
    (
        "Ana",
        "Ferreira",
        false,
        1,
        1,
        (2, 3),
        false,
        28,
        Some(6),
        "Works nights; a calm floor would help.",
        "Paper form",
    ),
];

impl Demo<'_> {
    fn ago(&self, days: u64) -> NaiveDate {
        self.today().checked_sub_days(Days::new(days)).unwrap_or_default()
    }

    /// Twelve requests in several states, two of them transfers.
    pub(super) fn waiting_list(&mut self) -> Result<()> {
        let mut ids = Vec::new();
        for (given, family, french, adults, children, (min, max), accessible, received, complete, remarks, source) in
            ASKED
        {
            let new = NewApplication {
                kind: Kind::Outside,
                given_name: given.to_owned(),
                family_name: family.to_owned(),
                email: Some(format!(
                    "{}.{}@example.org",
                    given.to_lowercase().replace('è', "e"),
                    family.to_lowercase()
                )),
                phone: Some(format!("819 555-0{:03}", 110 + received % 80)),
                language: if french { Lang::Fr } else { Lang::En },
                other_adults: if family == "Haddad" { "Haddad, Karim".to_owned() } else { String::new() },
                adults,
                children,
                member_id: None,
                unit_id: None,
                bedrooms_min: Some(min),
                bedrooms_max: Some(max),
                accessible,
                remarks: remarks.to_owned(),
                source: source.to_owned(),
                received_on: self.ago(received),
                complete_on: complete.map(|days| self.ago(received - days)),
            };
            let at = self.instant(self.ago(received), 10);
            let at = at.max(self.instant(self.ago(received - complete.unwrap_or(0)), 10));
            ids.push(applications::add(&mut self.at(at), &new)?);
        }
        for (name, adults, children, (min, max), received) in
            [("Karine Poulin", 2, 2, (3, 3), 130), ("Tomasz Poirier", 1, 0, (1, 1), 60)]
        {
            let Some(member) = self.people.get(name).copied() else { continue };
            let new = NewApplication {
                kind: Kind::Transfer,
                given_name: String::new(),
                family_name: String::new(),
                email: None,
                phone: None,
                language: Lang::En,
                other_adults: String::new(),
                adults,
                children,
                member_id: Some(member),
                unit_id: None,
                bedrooms_min: Some(min),
                bedrooms_max: Some(max),
                accessible: false,
                remarks: String::new(),
                source: "Transfer form".to_owned(),
                received_on: self.ago(received),
                complete_on: Some(self.ago(received)),
            };
            let at = self.instant(self.ago(received), 11);
            applications::add(&mut self.at(at), &new)?;
        }
        self.steps(&ids)
    }

    fn steps(&mut self, ids: &[i64]) -> Result<()> {
        let told: [(usize, Step, u64, &str); 6] = [
            (0, Step::Invited, 60, ""),
            (1, Step::Invited, 45, ""),
            (2, Step::Withdrawn, 20, "Found a home elsewhere."),
            (5, Step::Invited, 70, ""),
            (5, Step::Refused, 35, "No home of this size comes free; they asked not to wait."),
            (8, Step::Expired, 15, "No answer to two letters."),
        ];
        for (place, step, days, reason) in told {
            let (at, on) = (self.instant(self.ago(days), 14), self.ago(days));
            applications::enter(&mut self.at(at), ids[place], step, on, reason)?;
        }
        let talk = NewInterview {
            on: self.ago(50),
            present: "Joan Rioux, two members of the Membership committee".to_owned(),
            notes: "Know two families here. Would join Landscaping.\nCan move at the end of any month.".to_owned(),
        };
        let at = self.instant(self.ago(50), 19);
        applications::interview(&mut self.at(at), ids[0], &talk)
    }

    /// Most members were here before; one got a letter on paper last week.
    pub(super) fn invitations(&mut self) -> Result<()> {
        store::have_been_here(self.conn, self.now)?;
        if let Some(member) = self.people.get(LETTER).copied() {
            let at = self.now - TimeDelta::days(6);
            invitations::print(&mut self.at(at), &[member])?;
        }
        Ok(())
    }
}
