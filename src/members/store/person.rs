//! One member, with everything their page may show. What the viewer may not see is taken out before it leaves the slice.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::STATUS;
use crate::members::details::Phone;
use crate::members::rules::rights::Limits;
use crate::members::{Eye, SeenBy, Sight};
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

row! {
    /// A member as their own page shows them.
    #[derive(Debug)]
    pub struct Person {
        pub id: i64,
        pub number: String,
        pub name: String,
        pub given_name: String,
        pub family_name: String,
        pub preferred_name: String,
        pub pronoun: String,
        pub email: Option<String>,
        pub phone: Option<String>,
        pub phone_label: String,
        /// Label and number of each, a line apart.
        more_phones: Vec<String>,
        pub skills: String,
        pub emergency_contact: String,
        pub notes: String,
        pub language: String,
        pub joined_on: NaiveDate,
        pub joined_known: bool,
        email_seen_by: String,
        phone_seen_by: String,
        pronoun_seen_by: String,
        skills_seen_by: String,
        photo_seen_by: String,
        /// Whether there is a photo, and the viewer sees it.
        pub has_photo: bool,
        /// Whether viewer and member sit on a committee together today.
        together: bool,
        pub status: String,
        pub version: i32,
        /// Whether there is an account to sign in with.
        pub has_account: bool,
        /// Whether the viewer is a treasurer.
        pub for_treasurer: bool,
        /// Whether something is owed. Always false but for a treasurer and for oneself.
        pub in_arrears: bool,
        auxiliary_months_max: i32,
        auxiliary_may_vote: bool,
        suspended_may_vote: bool,
        arrears_bars_vote: bool,
        arrears_bars_office: bool,
    }
}

impl Person {
    /// Takes out what its owner does not share as far as the viewer, and what is the office's.
    pub fn hide_from(&mut self, sight: Sight) {
        let sees = |word: &str, together: bool| sight.sees(SeenBy::read(word), together);
        if !sees(&self.email_seen_by, self.together) {
            self.email = None;
        }
        if !sees(&self.phone_seen_by, self.together) {
            self.phone = None;
            self.phone_label.clear();
            self.more_phones.clear();
        }
        if !sees(&self.pronoun_seen_by, self.together) {
            self.pronoun.clear();
        }
        if !sees(&self.skills_seen_by, self.together) {
            self.skills.clear();
        }
        self.has_photo &= sees(&self.photo_seen_by, self.together);
        if sight != Sight::Everything {
            self.emergency_contact.clear();
            self.notes.clear();
            if !self.preferred_name.is_empty() {
                self.given_name.clone_from(&self.preferred_name);
            }
        }
    }

    /// The phones after the first one.
    pub fn more_phones(&self) -> Vec<Phone> {
        let phone = |text: &String| {
            let (label, number) = text.split_once('\n').unwrap_or(("", text));
            Phone { label: label.to_owned(), number: number.to_owned() }
        };
        self.more_phones.iter().map(phone).collect()
    }

    pub fn limits(&self) -> Limits {
        Limits {
            auxiliary_months_max: self.auxiliary_months_max,
            auxiliary_may_vote: self.auxiliary_may_vote,
            suspended_may_vote: self.suspended_may_vote,
            arrears_bars_vote: self.arrears_bars_vote,
            arrears_bars_office: self.arrears_bars_office,
        }
    }
}

pub fn person(conn: &mut PgConnection, id: i64, eye: Eye, today: NaiveDate) -> Result<Person> {
    let text = format!(
        "select m.id, m.number, m.name, m.given_name, m.family_name, m.preferred_name, m.pronoun, m.email, m.phone, m.phone_label, \
         array(select p.label || chr(10) || p.number from member_phones p where p.member_id = m.id order by p.place) as more_phones, \
         m.skills, m.emergency_contact, m.notes, m.language, m.joined_on, m.joined_known, m.email_seen_by, m.phone_seen_by, m.pronoun_seen_by, \
         m.skills_seen_by, m.photo_seen_by, exists (select from member_photos f where f.member_id = m.id) as has_photo, \
         exists (select from seats a join seats b on b.committee_id = a.committee_id \
           where a.member_id = m.id and b.member_id = $3 and a.during @> $1 and b.during @> $1) as together, \
         {STATUS} as status, m.version, exists (select from accounts a where a.member_id = m.id) as has_account, \
         t.treasurer as for_treasurer, (t.treasurer or coalesce(m.id = $3, false)) \
           and exists (select from arrears a where a.member_id = m.id) as in_arrears, \
         r.auxiliary_months_max, r.auxiliary_may_vote, r.suspended_may_vote, r.arrears_bars_vote, r.arrears_bars_office \
         from members m cross join rule_profiles r cross join lateral \
           (select exists (select from accounts a where a.id = $4 and a.treasurer) as treasurer) t where m.id = $2"
    );
    Ok(sql(text).bind((today, id, eye.own, eye.account)).get_result(conn)?)
}
