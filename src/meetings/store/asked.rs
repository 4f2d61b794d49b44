//! The queries of what members ask to have on an agenda.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::meetings::asked::{Answer, Asked, NewAsked};
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::schema::{asked_item_backers, asked_items};

/// What waits for an answer, of meetings to come.
pub const WAITING: &str = "select q.id from asked_items q join meetings m on m.id = q.meeting_id \
   where q.answer is null and q.withdrawn_at is null and m.held_on >= {today} and m.status <> 'cancelled'";

/// How many of a meeting wait for an answer.
pub fn unanswered(conn: &mut PgConnection, meeting: i64) -> Result<i64> {
    let open = asked_items::answer.is_null().and(asked_items::withdrawn_at.is_null());
    Ok(asked_items::table.filter(asked_items::meeting_id.eq(meeting).and(open)).count().get_result(conn)?)
}

/// What was asked for a meeting, what most would like first; who looks is the member $2.
const ASKED: &str = "select q.id, q.meeting_id, q.member_id, m.name, q.language, q.title, q.details, q.asked_at, q.answer, q.item_id, q.why, \
     q.answered_at, coalesce(a.name, '') as answered_by, q.withdrawn_at is not null as is_withdrawn, \
     (select count(*) from asked_item_backers b where b.asked_id = q.id) as backers, \
     exists (select from asked_item_backers b where b.asked_id = q.id and b.member_id = $2) as backs, \
     (select count(*) from agenda_items i join agenda_items own on own.id = q.item_id where i.meeting_id = q.meeting_id \
       and own.meeting_id = i.meeting_id and (i.place, i.id) <= (own.place, own.id)) as number \
   from asked_items q join members m on m.id = q.member_id left join account_holders a on a.id = q.answered_by";

pub fn of_meeting(conn: &mut PgConnection, meeting: i64, viewer: Option<i64>) -> Result<Vec<Asked>> {
    Ok(sql(format!("{ASKED} where q.meeting_id = $1 and q.withdrawn_at is null order by backers desc, q.id limit 200"))
        .bind((meeting, viewer))
        .load(conn)?)
}

/// One of a meeting, which nobody else answers meanwhile.
pub fn find(conn: &mut PgConnection, meeting: i64, id: i64, viewer: Option<i64>) -> Result<Asked> {
    let ours = asked_items::table.filter(asked_items::meeting_id.eq(meeting).and(asked_items::id.eq(id)));
    ours.select(asked_items::id).for_update().first::<i64>(conn)?;
    Ok(sql(format!("{ASKED} where q.meeting_id = $1 and q.id = $3")).bind((meeting, viewer, id)).get_result(conn)?)
}

pub fn insert(
    conn: &mut PgConnection,
    (meeting, member): (i64, i64),
    new: &NewAsked,
    now: DateTime<Utc>,
) -> Result<i64> {
    let row = (
        asked_items::meeting_id.eq(meeting),
        asked_items::member_id.eq(member),
        asked_items::language.eq(new.lang.code()),
        asked_items::title.eq(&new.title),
        asked_items::details.eq(&new.details),
        asked_items::asked_at.eq(now),
    );
    Ok(diesel::insert_into(asked_items::table).values(row).returning(asked_items::id).get_result(conn)?)
}

pub fn answer(
    conn: &mut PgConnection,
    id: i64,
    (answer, item, why): (Answer, Option<i64>, &str),
    by: Option<i64>,
    now: DateTime<Utc>,
) -> Result<()> {
    let set = (
        asked_items::answer.eq(answer),
        asked_items::item_id.eq(item),
        asked_items::why.eq(why),
        asked_items::answered_at.eq(now),
        asked_items::answered_by.eq(by),
    );
    diesel::update(asked_items::table.find(id)).set(set).execute(conn)?;
    Ok(())
}

pub fn withdraw(conn: &mut PgConnection, id: i64, now: DateTime<Utc>) -> Result<()> {
    diesel::update(asked_items::table.find(id)).set(asked_items::withdrawn_at.eq(now)).execute(conn)?;
    Ok(())
}

/// Whether it is news.
pub fn back(conn: &mut PgConnection, id: i64, member: i64, backs: bool) -> Result<bool> {
    let row = (asked_item_backers::asked_id.eq(id), asked_item_backers::member_id.eq(member));
    let changed = if backs {
        diesel::insert_into(asked_item_backers::table).values(row).on_conflict_do_nothing().execute(conn)?
    } else {
        diesel::delete(asked_item_backers::table.find((id, member))).execute(conn)?
    };
    Ok(changed == 1)
}

row! {
    struct Many {
        many: i64,
    }
}

/// How many a member has asked for that were not taken back.
pub fn of_member(conn: &mut PgConnection, meeting: i64, member: i64) -> Result<i64> {
    let many: Many = sql(
        "select count(*) as many from asked_items where meeting_id = $1 and member_id = $2 and withdrawn_at is null",
    )
    .bind((meeting, member))
    .get_result(conn)?;
    Ok(many.many)
}
