//! Meetings of a year: the annual one and the one before it, one on the budget, the board, and a committee; each with what it is about.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Weekday};

use super::Demo;
use crate::committees;
use crate::meetings::asked::{self, NewAsked};
use crate::meetings::calling::{self, NewCall};
use crate::meetings::consents;
use crate::meetings::replies::{self, Coming, NewReply};
use crate::meetings::{self, Kind, NewItem, NewMeeting, Purpose};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::visit::Act;

/// An item: what for, its title in both languages, how many minutes.
type Item = (Purpose, &'static str, &'static str, i32);

use Purpose::{Decision, Discussion, Information};

const ANNUAL: &[Item] = &[
    (Information, "Welcome and quorum", "Mot de bienvenue et quorum", 10),
    (Decision, "Minutes of the last annual meeting", "Procès-verbal de la dernière assemblée annuelle", 5),
    (Information, "Report of the board", "Rapport du conseil", 15),
    (Decision, "Audited financial statements", "États financiers audités", 20),
    (Decision, "Appointment of the auditor", "Nomination de l’auditrice ou de l’auditeur", 5),
    (Decision, "Election of directors", "Élection au conseil", 30),
    (Discussion, "Questions from members", "Questions des membres", 15),
];
const BUDGET: &[Item] = &[
    (Information, "Where we stand this year", "Où nous en sommes cette année", 15),
    (Discussion, "New windows for the north side", "Nouvelles fenêtres du côté nord", 25),
    (Decision, "Budget and housing charges", "Budget et charges d’habitation", 30),
    (Discussion, "Questions from members", "Questions des membres", 15),
];
const BOARD: &[Item] = &[
    (Decision, "Minutes of the last meeting", "Procès-verbal de la dernière réunion", 5),
    (Information, "Vacancies and the waiting list", "Logements vacants et liste d’attente", 10),
    (Decision, "Quotes for the roof", "Soumissions pour le toit", 25),
];
const GARDEN: &[Item] = &[
    (Discussion, "What went well this year", "Ce qui a bien marché cette année", 15),
    (Decision, "Seeds to order", "Semences à commander", 20),
];

impl Demo<'_> {
    /// The next Wednesday from a day on.
    fn wednesday(day: NaiveDate) -> NaiveDate {
        let ahead = (7 + Weekday::Wed.num_days_from_monday() - day.weekday().num_days_from_monday()) % 7;
        day + Days::new(u64::from(ahead))
    }

    fn met(&mut self, new: NewMeeting, items: &[Item]) -> Result<i64> {
        // a month before, or today where that is still to come
        let at = self.instant(new.held_on - Days::new(30), 10).min(self.now);
        let id = meetings::plan(&mut self.at(at), &new)?;
        for (purpose, en, fr, minutes) in items {
            meetings::add_item(&mut self.at(at), id, &item(*purpose, en, fr, Some(*minutes)))?;
        }
        Ok(id)
    }

    pub(super) fn meetings(&mut self) -> Result<()> {
        let today = self.today();
        let annual = today - Days::new(237);
        let general = |kind, held_on| NewMeeting {
            access: "The common room has a ramp and an accessible washroom.".to_owned(),
            child_care: "Child care in the library from 6:45 p.m. Soup and bread at 6:15 p.m.".to_owned(),
            ..held(kind, held_on)
        };
        for day in [annual - Days::new(364), annual] {
            self.met(general(Kind::Annual, day), ANNUAL)?;
        }
        let next = self.met(general(Kind::Annual, annual + Days::new(364)), ANNUAL)?;
        self.asked_for(next)?;
        let budget = NewMeeting {
            title_en: "General meeting on the budget".to_owned(),
            title_fr: "Assemblée générale sur le budget".to_owned(),
            online: "https://meet.example.org/400-riel".to_owned(),
            ..general(Kind::General, Self::wednesday(today + Days::new(22)))
        };
        let budget = self.met(budget, BUDGET)?;
        self.called(budget)?;
        for days in [27_i64, -1, -29] {
            let day = Self::wednesday(today - TimeDelta::days(days));
            let board = self.met(NewMeeting { place: "Office".to_owned(), ..held(Kind::Board, day) }, BOARD)?;
            let arrears = NewItem {
                in_camera: true,
                ..item(
                    Decision,
                    "Two homes behind with their charges",
                    "Deux logements en retard dans leurs charges",
                    Some(15),
                )
            };
            let at = self.now;
            meetings::add_item(&mut Act::new(self.conn, self.coop, None, self.state, at), board, &arrears)?;
        }
        let committee_id = committees::named(self.conn, "Landscaping")?;
        let garden = NewMeeting { committee_id, ..held(Kind::Committee, Self::wednesday(today + Days::new(9))) };
        self.met(garden, GARDEN).map(drop)
    }
}

impl Demo<'_> {
    /// A meeting that was called today: most people agreed to notices by mail, some have replied.
    fn called(&mut self, id: i64) -> Result<()> {
        let today = self.today();
        let (agreed, now) = (self.instant(today - Days::new(200), 18), self.now);
        for (one, place) in consents::list(self.conn, today)?.into_iter().zip(0..) {
            if !one.address.is_empty() && place % 5 != 3 {
                consents::set(&mut self.at(agreed), one.member_id, true)?;
            }
        }
        let meeting = meetings::find(self.conn, id, None, today)?;
        let new = NewCall {
            words_en: "The draft budget is on the notice board and in the library.".to_owned(),
            words_fr: "L’ébauche du budget est au babillard et à la bibliothèque.".to_owned(),
            anyway: String::new(),
        };
        calling::call(&mut self.at(now), id, &new, meeting.version)?;
        for (one, place) in consents::list(self.conn, today)?.into_iter().zip(0..) {
            let waited_for = ["Isabelle", "Valérie"].iter().any(|name| one.name.starts_with(name));
            let answer = match place % 9 {
                _ if waited_for => continue,
                0 | 3 | 5 | 8 => Coming::InPerson,
                4 => Coming::Online,
                7 => Coming::Regrets,
                _ => continue,
            };
            let needs = if place == 9 { "Child care for two, four and six years old." } else { "" };
            let reply = NewReply { answer, holder_id: None, needs: needs.to_owned() };
            replies::reply(&mut self.at(now), id, one.member_id, &reply)?;
        }
        Ok(())
    }

    /// What members ask to have on the agenda of a meeting: one is taken, one waits.
    fn asked_for(&mut self, id: i64) -> Result<()> {
        let now = self.now;
        let people = consents::list(self.conn, self.today())?;
        let asks = [
            ("A cargo bicycle to share", "One to borrow, kept in the bicycle room."),
            ("Quiet hours in the courtyard", ""),
        ];
        for ((title, details), one) in asks.into_iter().zip(people.iter().skip(4)) {
            let new = NewAsked { lang: Lang::En, title: title.to_owned(), details: details.to_owned() };
            asked::ask_for(&mut self.at(now), id, one.member_id, &new)?;
        }
        Ok(())
    }
}

fn held(kind: Kind, held_on: NaiveDate) -> NewMeeting {
    NewMeeting {
        kind,
        committee_id: None,
        title_en: String::new(),
        title_fr: String::new(),
        held_on,
        starts_at: NaiveTime::from_hms_opt(19, 0, 0).unwrap_or_default(),
        ends_at: NaiveTime::from_hms_opt(21, 0, 0),
        place: "Common room".to_owned(),
        online: String::new(),
        access: String::new(),
        child_care: String::new(),
        special_resolution: false,
    }
}

fn item(purpose: Purpose, en: &str, fr: &str, minutes: Option<i32>) -> NewItem {
    NewItem {
        purpose,
        title_en: en.to_owned(),
        title_fr: fr.to_owned(),
        details: String::new(),
        minutes,
        presenter: String::new(),
        in_camera: false,
    }
}
