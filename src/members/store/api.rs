//! What the API shows of people: one query a list.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::api::{CommitteeName, UnitName};
use crate::members::api::{Contact, Look, Member, Register};
use crate::members::{SeenBy, Sight};
use crate::platform::error::Result;
use crate::platform::sql::{Gathered, row, sql};

row! {
    struct MemberRow {
        id: i64,
        name: String,
        status: String,
        email: Option<String>,
        phone: Option<String>,
        email_seen_by: String,
        phone_seen_by: String,
        together: bool,
        number: String,
        joined_on: Option<NaiveDate>,
        language: String,
        units: Gathered<Vec<UnitName>>,
        committees: Gathered<Vec<CommitteeName>>,
    }
}

impl MemberRow {
    fn seen_by(self, look: Look) -> Member {
        let (sight, own) = (look.sight, look.own == Some(self.id));
        let sees = |word: &str| own || sight.sees(SeenBy::read(word), self.together);
        let contact = (own || sight != Sight::NoContact).then_some(Contact {
            email: self.email.filter(|_| sees(&self.email_seen_by)),
            phone: self.phone.filter(|_| sees(&self.phone_seen_by)),
        });
        let status = (own || sight.sees_status()).then_some(self.status);
        let register = (sight == Sight::Everything).then_some(Register {
            number: self.number,
            joined_on: self.joined_on,
            language: self.language,
            email_seen_by: self.email_seen_by,
            phone_seen_by: self.phone_seen_by,
        });
        let (units, committees) = (self.units.0, self.committees.0);
        Member { id: self.id, name: self.name, status, units, committees, contact, register }
    }
}

/// Members behind the id `after`, or the one of this id, as whoever looks may see them.
pub fn list(conn: &mut PgConnection, look: Look, id: Option<i64>, after: i64, limit: i64) -> Result<Vec<Member>> {
    let rows: Vec<MemberRow> = sql(
        "select m.id, m.name, s.status, m.email, m.phone, m.email_seen_by, m.phone_seen_by, m.number, case when m.joined_known then m.joined_on end as joined_on, m.language, \
           exists (select from seats a join seats b on b.committee_id = a.committee_id where a.member_id = m.id \
             and b.member_id = $5 and a.during @> $1 and b.during @> $1) as together, \
           coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'label', u.label) order by u.label) \
             from occupancies o join units u on u.id = o.unit_id where o.member_id = m.id and o.during @> $1), '[]') as units, \
           coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name_en', c.name_en, 'name_fr', c.name_fr) order by c.name_en) \
             from seats t join committees c on c.id = t.committee_id where t.member_id = m.id and t.during @> $1), '[]') as committees \
         from members m cross join lateral status_on(m.id, $1) s \
         where m.id > $2 and ($3 is null or m.id = $3) \
           and ($4 or m.id = $5 or s.status <> 'former') order by m.id limit $6",
    )
    .bind((look.today, after, id, look.sight.sees_status(), look.own, limit))
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.seen_by(look)).collect())
}
