//! Who was at the last annual meeting of the demo co-op, from when to when; and a meeting of today, to which people come.

use chrono::{DateTime, NaiveTime, TimeDelta, Timelike as _, Utc};

use super::Demo;
use crate::attendance::{self, Noted, Way};
use crate::meetings::{self, Kind, NewItem, NewMeeting, Purpose};
use crate::motions::{self, Hands, NewMotion};
use crate::platform::error::{Error, Result};
use crate::polls::{self, Case, Method, NewChoice, NewPoll, NewQuestion, Secrecy, Shows};

/// Who leads the meetings, and who writes the minutes.
const CHAIR: &str = "Margaret Poulin";
const SECRETARY: &str = "Valérie Simard";
const DOORKEEPER: &str = "Benoît Ibrahim";

impl Demo<'_> {
    fn person(&self, name: &str) -> Result<i64> {
        self.people.get(name).copied().ok_or(Error::NotFound)
    }

    fn led(&mut self, meeting: i64, at: DateTime<Utc>) -> Result<()> {
        let (chair, secretary, keeper) = (self.person(CHAIR)?, self.person(SECRETARY)?, self.person(DOORKEEPER)?);
        attendance::name_roles(&mut self.at(at), meeting, (Some(chair), Some(secretary)), Some(keeper))
    }

    /// Every so many of those who are called come, a minute after one another.
    fn come(&mut self, meeting: i64, every: usize, from: DateTime<Utc>) -> Result<Vec<i64>> {
        let me = self.person("Isabelle MacDonald")?;
        let called = attendance::people(self.conn, meeting, None)?.into_iter().filter(|one| one.called && one.id != me);
        let came: Vec<i64> = called.step_by(every).map(|one| one.id).collect();
        for (place, member) in came.iter().enumerate() {
            let at = from + TimeDelta::seconds(place as i64 * 50);
            let way = if place % 9 == 4 { Way::Online } else { Way::InPerson };
            attendance::come(&mut self.at(at), meeting, *member, way, Noted::Door)?;
        }
        Ok(came)
    }

    /// Of the annual meeting that was held last.
    pub(super) fn attendance(&mut self) -> Result<()> {
        let today = self.today();
        let past = meetings::past(self.conn, None, today, None, 50)?;
        let annual = past.into_iter().find(|one| one.kind == Kind::Annual).ok_or(Error::NotFound)?;
        let evening = self.instant(annual.held_on, 18) + TimeDelta::minutes(20);
        self.led(annual.id, evening)?;
        attendance::open(&mut self.at(evening), annual.id)?;
        let came = self.come(annual.id, 2, evening)?;
        attendance::call_to_order(&mut self.at(evening + TimeDelta::minutes(45)), annual.id, true)?;
        for (member, minutes) in came.iter().step_by(3).zip(100..) {
            attendance::leave(&mut self.at(evening + TimeDelta::minutes(minutes)), annual.id, *member)?;
        }
        if let Some(back) = came.first() {
            let at = evening + TimeDelta::minutes(125);
            attendance::come(&mut self.at(at), annual.id, *back, Way::InPerson, Noted::Door)?;
        }
        attendance::adjourn(&mut self.at(evening + TimeDelta::minutes(165)), annual.id)?;
        self.board_decides()?;
        self.meeting_of_today()
    }

    /// At its last meeting, the board chose who mends the roof.
    fn board_decides(&mut self) -> Result<()> {
        let past = meetings::past(self.conn, None, self.today(), None, 50)?;
        let board = past.into_iter().find(|one| one.kind == Kind::Board).ok_or(Error::NotFound)?;
        let items = meetings::items(self.conn, board.id)?;
        let roof = items.iter().find(|item| item.title_en == "Quotes for the roof").ok_or(Error::NotFound)?;
        let evening = self.instant(board.held_on, 18) + TimeDelta::minutes(50);
        attendance::open(&mut self.at(evening), board.id)?;
        let sits: Vec<i64> = attendance::people(self.conn, board.id, None)?.iter().map(|one| one.id).collect();
        let [chair, mover, seconder, ..] = sits[..] else { return Err(Error::NotFound) };
        attendance::name_roles(&mut self.at(evening), board.id, (Some(chair), Some(mover)), None)?;
        for member in &sits {
            attendance::come(&mut self.at(evening), board.id, *member, Way::InPerson, Noted::Door)?;
        }
        let mut at = evening + TimeDelta::minutes(12);
        attendance::call_to_order(&mut self.at(at), board.id, true)?;
        at += TimeDelta::minutes(40);
        let new = |words: [&str; 2], amends| NewMotion {
            item_id: Some(roof.id),
            amends,
            words_en: words[0].to_owned(),
            words_fr: words[1].to_owned(),
            mover,
            seconder: Some(seconder),
            special: false,
        };
        let first = [
            "That the board accept the lower of the two quotes for the flat roof.",
            "Que le conseil accepte la plus basse des deux soumissions pour le toit plat.",
        ];
        let amended = [
            "That the board accept the lower of the two quotes for the flat roof, with work to begin once the members have agreed to the loan.",
            "Que le conseil accepte la plus basse des deux soumissions pour le toit plat, les travaux commençant une fois l’emprunt approuvé par les membres.",
        ];
        let number = motions::propose(&mut self.at(at), board.id, &new(first, None))?;
        let change = motions::propose(&mut self.at(at), board.id, &new(amended, Some(number)))?;
        let all = sits.len() as i64;
        for (number, against) in [(change, 0), (number, 1)] {
            at += TimeDelta::minutes(6);
            let hands = Hands { in_favour: all - against, against, abstained: 0 };
            motions::decide(&mut self.at(at), board.id, number, hands, None)?;
        }
        attendance::adjourn(&mut self.at(at + TimeDelta::minutes(30)), board.id)
    }

    /// A vote that opens at the meeting of today, for those who are there.
    fn vote_of_today(&mut self, meeting: i64) -> Result<()> {
        let begins = self.now + TimeDelta::minutes(30);
        let new = NewPoll {
            title_en: "Colour of the metal edge".to_owned(),
            title_fr: "Couleur de la bordure métallique".to_owned(),
            details_en: "The roofer needs an answer tonight.".to_owned(),
            details_fr: "Le couvreur a besoin d’une réponse ce soir.".to_owned(),
            case: Case::default(),
            binding: false,
            shows: Shows::Closed,
            secrecy: Secrecy::Open,
            record_on: None,
            opens_at: begins,
            closes_at: begins + polls::meeting::LASTS,
        };
        let choice =
            |en: &str, fr: &str| NewChoice { title_en: en.to_owned(), title_fr: fr.to_owned(), ..NewChoice::default() };
        let choices = vec![choice("Grey", "Gris"), choice("Brown", "Brun"), choice("Dark green", "Vert foncé")];
        let question = NewQuestion { choices, ..NewQuestion::of(Method::Choice) };
        let act = &mut self.at(self.now - TimeDelta::days(2));
        let poll = polls::create(act, &new, &[question])?;
        polls::take_to(act, poll, Some((meeting, begins)))?;
        polls::announce(act, poll)
    }

    /// Its door is open, and a few more must come.
    fn meeting_of_today(&mut self) -> Result<()> {
        let (now, today) = (self.now, self.today());
        let opened = (now - TimeDelta::minutes(40)).max(self.instant(today, 0));
        let hour = now.with_timezone(&self.coop.zone).hour();
        let on_the_hour = |hour: u32| NaiveTime::from_hms_opt(hour % 24, 0, 0).unwrap_or_default();
        let new = NewMeeting {
            kind: Kind::Special,
            committee_id: None,
            title_en: "Special general meeting on the roof".to_owned(),
            title_fr: "Assemblée extraordinaire sur le toit".to_owned(),
            held_on: today,
            starts_at: on_the_hour(hour + 1),
            ends_at: Some(on_the_hour(hour + 3)),
            place: "Common room".to_owned(),
            online: "https://meet.example.org/400-riel".to_owned(),
            access: "The common room has a ramp and an accessible washroom.".to_owned(),
            child_care: String::new(),
            special_resolution: false,
        };
        let id = meetings::plan(&mut self.at(now - TimeDelta::days(21)), &new)?;
        let item = NewItem {
            purpose: Purpose::Decision,
            title_en: "Loan for the new roof".to_owned(),
            title_fr: "Emprunt pour le nouveau toit".to_owned(),
            details: String::new(),
            minutes: Some(40),
            presenter: SECRETARY.to_owned(),
            in_camera: false,
        };
        meetings::add_item(&mut self.at(now - TimeDelta::days(21)), id, &item)?;
        self.led(id, opened)?;
        attendance::open(&mut self.at(opened), id)?;
        self.come(id, 4, opened)?;
        self.vote_of_today(id)
    }
}
