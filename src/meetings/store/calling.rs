//! The queries of notices: whom to call, what was sent, and what became of it.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use crate::meetings::calling::{CallKind, Callee, Calling, Recipient, Sent};
use crate::meetings::{Kind, Meeting};
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::schema::{agenda_items, callings, meetings};

/// Letters of meetings to come that were not given to anybody yet.
pub const TO_HAND: &str = "select l.id from called l join callings g on g.id = l.calling_id join meetings m on m.id = g.meeting_id \
   where l.way = 'letter' and l.handed_on is null and m.held_on >= {today} and m.status = 'called'";

/// Who is called to a meeting on the day $1, held on $2, of the committee $3: all of the co-op, whoever sits on the board, or on the
/// committee.
pub fn called_to(kind: Kind) -> &'static str {
    match kind {
        Kind::Annual | Kind::Special | Kind::General => {
            "(select s.status from status_on(m.id, $1) s) in ('auxiliary', 'member', 'on_leave', 'suspended')"
        }
        Kind::Board => "exists (select from board_terms t where t.member_id = m.id and t.during @> greatest($1, $2))",
        Kind::Committee => {
            "exists (select from seats s where s.committee_id = $3 and s.member_id = m.id and s.during @> greatest($1, $2))"
        }
    }
}

/// Who is called to a meeting, by name.
pub fn callees(conn: &mut PgConnection, meeting: &Meeting, today: NaiveDate) -> Result<Vec<Callee>> {
    let who = called_to(meeting.kind);
    Ok(sql(format!(
        "select m.id, m.name, coalesce(a.language, m.language, c.default_language) as language, \
           coalesce(m.email, '') as address, exists (select from notice_consents n where n.member_id = m.id \
             and n.withdrawn_at is null and n.address = m.email) as consents, \
           exists (select from called l join callings g on g.id = l.calling_id where l.member_id = m.id and g.meeting_id = $4) as called, \
           exists (select from meeting_replies r where r.meeting_id = $4 and r.member_id = m.id and r.sequence = $5) as answered \
         from members m join coops c on true left join lateral (select max(a.language) as language from accounts a \
           where a.member_id = m.id and a.disabled_at is null) a on true \
         where {who} order by m.sort_name, m.id limit 100000"
    ))
    .bind((today, meeting.held_on, meeting.committee_id, meeting.id, meeting.sequence))
    .load(conn)?)
}

/// Whether somebody is called to a meeting.
pub fn is_callee(conn: &mut PgConnection, meeting: &Meeting, member: i64, today: NaiveDate) -> Result<bool> {
    row! {
        struct Is {
            is: bool,
        }
    }
    let who = called_to(meeting.kind);
    let is: Is = sql(format!("select exists (select from members m where m.id = $4 and {who}) as is"))
        .bind((today, meeting.held_on, meeting.committee_id, member))
        .get_result(conn)?;
    Ok(is.is)
}

pub fn insert(
    conn: &mut PgConnection,
    meeting: i64,
    sent: &Sent<'_>,
    author: Option<i64>,
    now: DateTime<Utc>,
) -> Result<i64> {
    let row = (
        callings::meeting_id.eq(meeting),
        callings::kind.eq(sent.kind),
        callings::sent_at.eq(now),
        callings::sent_by.eq(author),
        callings::timing.eq(sent.timing),
        callings::notice_days.eq(sent.notice_days),
        callings::anyway.eq(sent.anyway),
        callings::subject_en.eq(&sent.en.0),
        callings::text_en.eq(&sent.en.1),
        callings::subject_fr.eq(&sent.fr.0),
        callings::text_fr.eq(&sent.fr.1),
    );
    Ok(diesel::insert_into(callings::table).values(row).returning(callings::id).get_result(conn)?)
}

/// Writes down whom a calling is for: the number of each row by its member.
pub fn insert_called(
    conn: &mut PgConnection,
    (calling, kind): (i64, CallKind),
    to: &[&Callee],
) -> Result<Vec<(i64, i64)>> {
    row! {
        struct Made {
            member_id: i64,
            id: i64,
        }
    }
    let members: Vec<i64> = to.iter().map(|one| one.id).collect();
    let languages: Vec<&str> = to.iter().map(|one| one.language.as_str()).collect();
    let ways: Vec<&str> = to.iter().map(|one| one.way(kind).word()).collect();
    let addresses: Vec<&str> = to.iter().map(|one| one.address.as_str()).collect();
    let made: Vec<Made> = sql("insert into called (calling_id, member_id, language, way, address) \
         select $1, c.member, c.language, c.way, c.address from unnest($2, $3, $4, $5) c(member, language, way, address) \
         returning member_id, id")
    .bind((calling, members, languages, ways, addresses))
    .load(conn)?;
    Ok(made.into_iter().map(|one| (one.member_id, one.id)).collect())
}

/// The meeting was called, and with it all that is on its agenda.
pub fn set_called(conn: &mut PgConnection, meeting: i64) -> Result<()> {
    let ours = meetings::table.find(meeting);
    diesel::update(ours).set(meetings::status.eq(crate::meetings::Status::Called)).execute(conn)?;
    let fresh = agenda_items::table.filter(agenda_items::meeting_id.eq(meeting).and(agenda_items::noticed.eq(false)));
    diesel::update(fresh).set(agenda_items::noticed.eq(true)).execute(conn)?;
    Ok(())
}

/// What was sent of a meeting, the latest first.
pub fn callings(conn: &mut PgConnection, meeting: i64) -> Result<Vec<Calling>> {
    Ok(sql("select g.id, g.kind, g.sent_at, coalesce(a.name, '') as sent_by, g.timing, g.notice_days, g.anyway, g.subject_en, g.subject_fr, \
           g.text_en, g.text_fr, (select count(*) from called l where l.calling_id = g.id and l.way = 'mail') as mails, \
           (select count(*) from called l where l.calling_id = g.id and l.way = 'letter') as letters \
         from callings g left join account_holders a on a.id = g.sent_by where g.meeting_id = $1 order by g.id desc limit 100")
    .bind(meeting)
    .load(conn)?)
}

/// To whom one went, by name; with `on_paper`, only those who are given it on paper.
pub fn recipients(conn: &mut PgConnection, calling: i64, on_paper: bool) -> Result<Vec<Recipient>> {
    Ok(sql("select l.id, l.member_id, m.name, coalesce(u.label, '') as home, l.language, l.way, l.address, l.handed_on, l.came_back_on, \
           d.ended_at as delivered_at, d.accepted, coalesce(d.answer, '') as answer \
         from called l join members m on m.id = l.member_id join callings g on g.id = l.calling_id \
         left join lateral (select u.label from occupancies o join units u on u.id = o.unit_id where o.member_id = l.member_id \
           and o.during @> co_op_day(g.sent_at) order by o.id limit 1) u on true \
         left join lateral (select d.ended_at, d.accepted, d.answer from deliveries d where d.proves = 'called-' || l.id \
           order by d.id desc limit 1) d on true \
         where l.calling_id = $1 and (not $2 or l.way = 'letter' or l.came_back_on is not null or not d.accepted) \
         order by m.sort_name, m.id limit 100000")
    .bind((calling, on_paper))
    .load(conn)?)
}

/// Letters of a meeting that were given to people on a day: how many had not been.
pub fn hand(conn: &mut PgConnection, meeting: i64, ids: &[i64], on: NaiveDate, by: Option<i64>) -> Result<usize> {
    Ok(sql("update called l set handed_on = $3, handed_by = $4 from callings g \
         where g.id = l.calling_id and g.meeting_id = $1 and l.id = any($2) and l.handed_on is null")
    .bind((meeting, ids, on, by))
    .execute(conn)?)
}

/// A notice came back. Whether it had not before.
pub fn came_back(conn: &mut PgConnection, meeting: i64, id: i64, on: NaiveDate, by: Option<i64>) -> Result<bool> {
    Ok(sql("update called l set came_back_on = $3, came_back_by = $4 from callings g \
         where g.id = l.calling_id and g.meeting_id = $1 and l.id = $2 and l.came_back_on is null")
    .bind((meeting, id, on, by))
    .execute(conn)?
        == 1)
}

/// Whom a meeting called before, to call it off.
pub fn were_called(conn: &mut PgConnection, meeting: i64) -> Result<Vec<i64>> {
    row! {
        struct Id {
            id: i64,
        }
    }
    let rows: Vec<Id> = sql("select distinct l.member_id as id from called l join callings g on g.id = l.calling_id \
         where g.meeting_id = $1 limit 100000")
    .bind(meeting)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

impl CallKind {
    /// Whether the period of the rules is asked.
    pub const fn is_notice(self) -> bool {
        matches!(self, Self::Notice | Self::Supplement | Self::Changed)
    }
}
