//! What the members of the demo co-op say of themselves, their shares, and two who are not simply there.

use chrono::{Days, Months, NaiveDate};

use super::Demo;
use crate::accounts;
use crate::members::rules::shares::Kind;
use crate::members::shares::{self, NewEntry};
use crate::members::{self, Change, NewMember, Phone, Status};
use crate::platform::error::Result;
use crate::platform::visit::Act;

const PRONOUNS: [&str; 4] = ["elle", "he/him", "they/them", "she/her"];
const SKILLS: [&str; 5] = [
    "Painting, plaster. On weekends.",
    "Comptabilité; je peux aider avec le budget.",
    "First aid course in 2025.",
    "Électricité, petits travaux.",
    "Languages: English, French, Arabic.",
];
/// Each in some members shares with everybody, with their committees, with nobody.
const SEEN_BY: [&str; 3] = ["members", "committees", "nobody"];

impl Demo<'_> {
    /// What every third member wrote into their own page.
    pub(super) fn own_words(&mut self, member: i64, account: i64, new: &NewMember) -> Result<()> {
        let number: usize = new.number.parse().unwrap_or(0);
        if !number.is_multiple_of(3) {
            return Ok(());
        }
        let at = self.now - chrono::TimeDelta::days(380);
        let Some(viewer) = accounts::acting(self.conn, account, at)? else { return Ok(()) };
        let mut own = members::own(self.conn, member)?;
        let seen_by = |turn: usize| SEEN_BY[(number / 3 + turn) % SEEN_BY.len()].to_owned();
        own.details.phone_seen_by = seen_by(0);
        own.details.email_seen_by = seen_by(1);
        own.details.skills_seen_by = "members".to_owned();
        own.details.pronoun_seen_by = "members".to_owned();
        own.about.skills = SKILLS[number / 3 % SKILLS.len()].to_owned();
        own.about.pronoun = PRONOUNS[number / 3 % PRONOUNS.len()].to_owned();
        own.about.emergency_contact = format!("613 555-0{:03}, family", 100 + number % 90);
        if number.is_multiple_of(2) && own.details.phone.is_some() {
            own.about.phone_label = "mobile".to_owned();
            own.more_phones =
                vec![Phone { label: "work".to_owned(), number: format!("819 555-0{:03}", 100 + number % 90) }];
        }
        let mut act = Act::new(self.conn, self.coop, Some(&viewer), self.state, at);
        members::change_own(&mut act, &own)?;
        if number.is_multiple_of(33) {
            super::privacy::picture(&mut act, member, number)?;
        }
        Ok(())
    }

    /// Two shares each, paid on joining.
    pub(super) fn shares(&mut self, member: i64, new: &NewMember) -> Result<()> {
        if new.status == Status::Applicant {
            return Ok(());
        }
        let entry = NewEntry {
            kind: Kind::Paid,
            quantity: 2,
            on: new.joined_on,
            certificate: format!("P-{}", new.number),
            other: None,
        };
        let at = self.now - chrono::TimeDelta::days(395);
        shares::enter(&mut self.at(at), member, &entry)
    }

    /// One member is suspended for now, one came back from a leave, and the co-ordinator keeps the treasurer's list.
    pub(super) fn standings(&mut self, joan: i64) -> Result<()> {
        let (now, today) = (self.now, self.today());
        accounts::set_treasurer(&mut self.at(now), joan, true)?;
        let days = |count: u64| today.checked_sub_days(Days::new(count)).unwrap_or(today);
        let mut some: Vec<(String, i64)> = self.people.iter().map(|(name, id)| (name.clone(), *id)).collect();
        some.sort();
        let plain = |demo: &mut Self, id: i64, day: NaiveDate| -> Result<bool> {
            let standing = members::standing(demo.conn, id, day)?;
            Ok(standing.status == Status::Member && standing.joined_on < day)
        };
        let mut told = [
            Change { status: Status::Suspended, from: days(40), until: None, reason: "Decision of the board".into() },
            Change {
                status: Status::OnLeave,
                from: days(300),
                until: days(300).checked_add_months(Months::new(4)),
                reason: "Studies abroad".into(),
            },
        ]
        .into_iter();
        let mut next = told.next();
        for (name, id) in some.into_iter().skip(20) {
            let Some(change) = &next else { break };
            let known = accounts::pages::DEMO_ACCOUNTS.iter().any(|button| button.name == name);
            if known || !plain(self, id, change.from)? {
                continue;
            }
            let at = self.instant(change.from, 10);
            members::change_status(&mut self.at(at), id, change)?;
            next = told.next();
        }
        Ok(())
    }
}
