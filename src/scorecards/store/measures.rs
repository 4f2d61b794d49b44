//! What each figure is counted from: one statement a figure, from $2 to $3. A row is a fact of a member: what it is about, its day,
//! whether it counts, and how much. What has the amount 0 is told, and is no part of a whole.

use crate::scorecards::Figure;

/// A member's tasks: their own, and those of the home where they lived on the day that counts.
const TASKS: &str = "(select *, co_op_day(done_at) as done_on from tasks where status <> 'cancelled') t \
   cross join lateral task_people(t.id, coalesce(t.done_on, t.due_on)) w";

pub fn facts(figure: Figure) -> String {
    match figure {
        Figure::TasksDone => format!(
            "select w.member_id, 'task' as kind, t.id, t.done_on as day, true as counted, 1 as amount from {TASKS} \
             where t.status = 'done' and t.done_on between $2 and $3"
        ),
        Figure::TasksOnTime => format!(
            "select w.member_id, 'task' as kind, t.id, t.due_on as day, coalesce(t.done_on <= t.due_on, false) as counted, 1 as amount \
             from {TASKS} where t.due_on between $2 and $3 and (t.status = 'done' or t.due_on < $3)"
        ),
        Figure::VotesCast => VOTES.to_owned(),
        Figure::MeetingsAttended => MEETINGS.to_owned(),
        Figure::MinutesGiven => MINUTES.to_owned(),
    }
}

const VOTES: &str = "select entry_of(r.member_id) as member_id, 'poll' as kind, p.id, co_op_day(p.closed_at) as day, \
     bool_or(has_voted(p.id, r.member_id)) as counted, 1 as amount \
   from polls p join roll r on r.poll_id = p.id \
   where p.status = 'closed' and co_op_day(p.closed_at) between $2 and $3 group by entry_of(r.member_id), p.id, p.closed_at";

/// Meetings that were held, by their door or by an imported sheet. Who sent regrets, or somebody to vote for them, is excused.
const MEETINGS: &str = "select x.member_id, 'meeting' as kind, x.id, x.held_on as day, x.came as counted, \
     case when x.came or not x.excused then 1 else 0 end as amount \
   from (select r.member_id, m.id, m.held_on, \
       exists (select from attendances a where a.meeting_id = m.id and a.member_id = r.member_id) as came, \
       exists (select from meeting_replies p where p.meeting_id = m.id and p.member_id = r.member_id and p.answer in ('regrets', 'proxy')) as excused \
     from meeting_roll r join meetings m on m.id = r.meeting_id \
     where m.ended_at is not null and m.kind in ('annual', 'special', 'general') and m.held_on between $2 and $3 \
     union all \
     select k.member_id, m.id, m.held_on, k.mark in ('present', 'online'), k.mark = 'excused' \
     from sheet_marks k join meetings m on m.id = k.meeting_id \
     where m.kind in ('annual', 'special', 'general') and m.status <> 'cancelled' and m.held_on between $2 and $3) x";

/// What a home gave as a whole counts for everybody who lived there. A line that was taken back, and the one that does so, are none.
const MINUTES: &str = "select x.member_id, 'hours' as kind, x.id, x.worked_on as day, true as counted, x.minutes as amount from ( \
     select l.member_id, l.id, l.worked_on, l.minutes, l.kind, l.takes_back from hour_lines l where l.member_id is not null \
     union all select o.member_id, l.id, l.worked_on, l.minutes, l.kind, l.takes_back from hour_lines l \
       join occupancies o on o.unit_id = l.unit_id and o.during @> l.worked_on and o.relation <> 'guest' where l.member_id is null) x \
   where x.worked_on between $2 and $3 and x.kind not in ('gift', 'opening') and x.takes_back is null \
     and not exists (select from hour_lines t where t.takes_back = x.id)";
