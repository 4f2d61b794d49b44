//! The numbers of the annual return.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Deserialize;

use crate::meetings::Kind;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::sql::{Gathered, row, sql};

/// Who sat on the board, since when and until when.
#[derive(Debug, Clone, Deserialize)]
pub struct Director {
    pub name: String,
    pub starts_on: NaiveDate,
    pub until: NaiveDate,
}

/// A general meeting that was held.
#[derive(Debug, Clone, Deserialize)]
pub struct Held {
    pub id: i64,
    pub kind: Kind,
    pub title_en: String,
    pub title_fr: String,
    pub held_on: NaiveDate,
    /// None where attendance was not taken here.
    pub called: Option<i64>,
    pub needed: Option<i64>,
    pub homes_needed: Option<i64>,
    /// Of those who were called, how many came.
    pub came: i64,
}

impl Held {
    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.title_en } else { &self.title_fr }
    }
}

row! {
    #[derive(Debug, Clone)]
    pub struct Numbers {
        pub auxiliaries: i64,
        pub homes: i64,
        pub lived_in: i64,
        /// Of these, where a member lives.
        pub with_member: i64,
        pub shares: i64,
        /// Former members who hold shares, and how many: refunds to be made.
        pub owed_people: i64,
        pub owed_shares: i64,
        pub refunded: i64,
        pub decisions: i64,
        pub directors: Gathered<Vec<Director>>,
        pub meetings: Gathered<Vec<Held>>,
    }
}

/// As of the day $1, of a year that began on $2; meetings until $3, those of the year after it too, since its annual meeting is one of them.
pub fn numbers(
    conn: &mut PgConnection,
    (from, day, until): (NaiveDate, NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Result<Numbers> {
    Ok(sql("with shares as (select e.member_id, sum(case when e.kind in ('paid', 'received') then e.quantity else -e.quantity end) as held \
           from share_entries e where e.on_date <= $1 group by e.member_id), \
         homes as (select u.id, exists (select from occupancies o where o.unit_id = u.id and o.during @> $1) as lived_in, \
             exists (select from occupancies o cross join lateral status_on(o.member_id, $1) s where o.unit_id = u.id and o.during @> $1 \
               and s.status in ('member', 'on_leave', 'suspended')) as with_member \
           from units u where u.kind in ('apartment', 'townhouse', 'house', 'room')), \
         owed as (select h.held from shares h cross join lateral status_on(h.member_id, $1) s where h.held > 0 and s.status = 'former') \
         select (select count(*) from members m cross join lateral status_on(m.id, $1) s where s.status = 'auxiliary') as auxiliaries, \
           (select count(*) from homes) as homes, (select count(*) from homes where lived_in) as lived_in, \
           (select count(*) from homes where with_member) as with_member, \
           (select coalesce(sum(held), 0)::bigint from shares) as shares, (select count(*) from owed) as owed_people, \
           (select coalesce(sum(held), 0)::bigint from owed) as owed_shares, \
           (select coalesce(sum(e.quantity), 0)::bigint from share_entries e where e.kind = 'refunded' and e.on_date between $2 and $1) as refunded, \
           (select count(*) from decisions d where d.decided_on between $2 and $1) as decisions, \
           coalesce((select jsonb_agg(jsonb_build_object('name', entry_name(t.member_id), 'starts_on', t.starts_on, 'until', upper(t.during)) \
               order by t.starts_on, t.id) from board_terms t where t.during @> $1), '[]') as directors, \
           coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'title_en', m.title_en, 'title_fr', m.title_fr, \
               'held_on', m.held_on, 'called', d.called, 'needed', d.needed, 'homes_needed', d.homes_needed, 'came', (select count(distinct a.member_id) \
                 from attendances a join meeting_roll r on r.meeting_id = a.meeting_id and r.member_id = a.member_id where a.meeting_id = m.id)) \
               order by m.held_on, m.id) \
             from meetings m left join doors d on d.meeting_id = m.id where m.kind in ('annual', 'special', 'general') \
               and m.status <> 'cancelled' and m.held_on between $2 and $3 and (m.opened_at is not null or m.held_on < $4)), '[]') as meetings")
    .bind((day, from, until, today))
    .get_result(conn)?)
}
