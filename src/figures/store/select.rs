//! What each figure is counted from. $1 and $2 are the first and the last day, $3 is today; the last day is never later. A row is its place, the
//! number of what it is about, and its cells in the order of the figure's columns.

/// What several of them need: the smallest group, the months of the period (the last as far as it goes), the days of each status, the steps into
/// full membership and out of it, and the days on which homes were lived in since the first who did.
pub const SHARED: &str = "few as (select group_size_min_for_stats as people from rule_profiles), \
   months as (select greatest(m::date, $1) as first, least((m + interval '1 month')::date - 1, $2) as last, m::date as starts \
     from generate_series(date_trunc('month', $1::timestamp), $2::timestamp, interval '1 month') m), \
   spans as (select s.member_id, s.status in ('member', 'on_leave', 'suspended') as is_full, s.since, \
     lead(s.since, 1, 'infinity'::date) over (partition by s.member_id order by s.since) as until from member_statuses s where s.since <= $2), \
   steps as (select c.member_id, c.since, c.is_full from (select p.member_id, p.since, p.is_full, \
     coalesce(lag(p.is_full) over (partition by p.member_id order by p.since), false) as was from spans p) c where c.is_full <> c.was), \
   moves as (select s.since, count(*) filter (where s.is_full) as came, count(*) filter (where not s.is_full) as went from steps s group by s.since), \
   known as (select min(lower(o.during)) as first from occupancies o), \
   lived as (select u.id as unit_id, u.name, coalesce(range_agg(o.during), '{}'::datemultirange) as days, k.first from units u cross join known k \
     left join occupancies o on o.unit_id = u.id where u.kind in ('apartment', 'townhouse', 'house', 'room') and k.first is not null \
     group by u.id, u.name, k.first)";

pub const GROWTH: &str = "select row_number() over (order by m.last) as place, null::bigint as id, jsonb_build_array(m.last, \
     (select coalesce(sum(v.came - v.went), 0) from moves v where v.since <= m.last), \
     (select coalesce(sum(v.came), 0) from moves v where v.since between m.first and m.last), \
     (select coalesce(sum(v.went), 0) from moves v where v.since between m.first and m.last)) as cells from months m";

/// Of all months that are over, with the homes of whoever moved in them: so many that a group can be told.
pub const SIZE: &str = "select row_number() over (order by a.last) as place, null::bigint as id, jsonb_build_array(a.last, \
     (select coalesce(sum(v.came - v.went), 0) from moves v where v.since <= a.last)) as cells, \
     array(select distinct coalesce(home_on(w.member_id, w.since), home_on(w.member_id, w.since - 1), -w.member_id) \
       from (select s.member_id, s.since from steps s where s.since between a.first and a.last limit 200) w) as moved \
   from (select m::date as first, (m + interval '1 month')::date - 1 as last \
     from generate_series(date_trunc('month', (select min(s.since) from steps s)::timestamp), $2::timestamp, interval '1 month') m) a \
   where a.last <= $2 and a.last < $3";

pub const VACANCIES: &str = "select row_number() over (order by m.last) as place, null::bigint as id, jsonb_build_array(m.last, \
     coalesce(sum(upper(d.days) - lower(d.days) - coalesce((select sum(upper(x) - lower(x)) from unnest(l.days * datemultirange(d.days)) x), 0)), 0), \
     count(l.unit_id) filter (where not l.days @> m.last)) as cells \
   from months m left join lived l on l.first <= m.last left join lateral (select daterange(greatest(m.first, l.first), m.last + 1) as days) d on true \
   where exists (select from lived) group by m.last";

pub const TENANTS: &str = "select row_number() over (order by m.last) as place, null::bigint as id, \
     jsonb_build_array(m.last, count(distinct o.member_id), count(distinct o.member_id) filter (where p.is_full)) as cells \
   from months m left join (occupancies o join units u on u.id = o.unit_id and u.kind in ('apartment', 'townhouse', 'house', 'room')) \
     on o.during @> m.last and o.relation <> 'guest' \
   left join spans p on p.member_id = o.member_id and p.since <= m.last and m.last < p.until group by m.last";

/// People; homes where the quorum is of homes. Of a sheet that was imported, everybody on it was called.
pub const MEETINGS: &str = "select row_number() over (order by m.held_on, m.id) as place, m.id, jsonb_build_array( \
     jsonb_build_object('en', m.title_en, 'fr', m.title_fr), m.held_on, \
     case when d.of_homes then (select count(distinct coalesce(home_on(a.member_id, m.held_on), -a.member_id)) from attendances a where a.meeting_id = m.id) \
       when d.meeting_id is not null then (select count(distinct a.member_id) from attendances a where a.meeting_id = m.id) \
       else k.came end, coalesce(d.called, k.called), d.needed) as cells \
   from meetings m left join doors d on d.meeting_id = m.id \
   left join lateral (select count(*) as called, count(*) filter (where s.mark in ('present', 'online')) as came \
     from sheet_marks s where s.meeting_id = m.id and d.meeting_id is null) k on true \
   where m.kind in ('annual', 'special', 'general') and m.status <> 'cancelled' and m.held_on between $1 and $2 \
     and (m.ended_at is not null or k.called > 0)";

/// A vote of fewer than the smallest group is named without its numbers.
pub const TURNOUT: &str = "select t.number as place, t.id, jsonb_build_array(jsonb_build_object('en', t.title_en, 'fr', t.title_fr), t.number, t.closed_on, \
     case when t.voted = 0 or t.voted >= f.people then t.voted end, t.roll, t.needed) as cells \
   from (select distinct on (p.id) p.id, r.number, p.title_en, p.title_fr, co_op_day(r.decided_at) as closed_on, \
       case p.quorum_of when 'votes' then r.voted else r.quorum_present end as voted, \
       case p.quorum_of when 'votes' then r.roll_size else r.quorum_roll end as roll, r.quorum_needed as needed \
     from results r join polls p on p.id = r.poll_id and p.status = 'closed' where r.number is not null order by p.id, r.question) t \
   cross join few f where t.closed_on between $1 and $2";

pub const TASKS: &str = "select row_number() over (order by c.id is null, sum(x.done + x.open) desc, c.id) as place, c.id, jsonb_build_array( \
     case when c.id is not null then jsonb_build_object('en', c.name_en, 'fr', c.name_fr) end, sum(x.on_time), sum(x.done - x.on_time), sum(x.open)) as cells \
   from (select t.committee_id, 1 as done, (t.due_on is null or co_op_day(t.done_at) <= t.due_on)::int as on_time, 0 as open from tasks t \
       where t.status = 'done' and t.done_at >= $1::date - 2 and t.done_at < $2::date + 2 and co_op_day(t.done_at) between $1 and $2 \
     union all select t.committee_id, 0, 0, 1 from tasks t \
       where t.status in ('todo', 'doing', 'waiting') and (t.starts_on is null or t.starts_on <= $3)) x \
   left join committees c on c.id = x.committee_id group by c.id, c.name_en, c.name_fr";

/// The quarters that are over and end in the period.
macro_rules! over {
    () => {
        "(q.quarter + interval '3 months')::date - 1 between $1 and $2 and (q.quarter + interval '3 months')::date <= $3"
    };
}

/// How many were in time is not told where the homes of the one kind or of the other are few.
pub const WORK: &str = concat!(
    "select row_number() over (order by q.quarter) as place, null::bigint as id, jsonb_build_array(q.quarter, q.done, \
       case when q.homes_in_time not between 1 and f.people - 1 and q.homes_late not between 1 and f.people - 1 then q.in_time end) as cells \
     from (select date_trunc('quarter', d.day)::date as quarter, count(distinct d.id) as done, count(distinct d.id) filter (where d.in_time) as in_time, \
         count(distinct d.home) as homes, count(distinct d.home) filter (where d.in_time) as homes_in_time, \
         count(distinct d.home) filter (where not d.in_time) as homes_late \
       from (select t.id, t.day, t.due_on is null or t.day <= t.due_on as in_time, coalesce(w.unit_id, home_on(w.member_id, t.day), -w.member_id) as home \
         from (select x.id, x.due_on, co_op_day(x.done_at) as day from tasks x where x.status = 'done' and x.done_at >= $1::date - 100) t \
         left join task_doers w on w.task_id = t.id) d group by 1) q \
     cross join few f where q.homes >= f.people and ",
    over!()
);

/// By the day on which they were entered. Gifts move hours and are none; a kind of few homes is told with the others of its quarter.
pub const HOURS: &str = concat!(
    "select row_number() over (order by q.quarter, q.kind = 'other', q.kind) as place, null::bigint as id, jsonb_build_array(q.quarter, q.kind, q.minutes) as cells \
     from (select h.quarter, h.told as kind, sum(h.minutes) as minutes, count(distinct h.home) as homes \
       from (select g.*, case when count(*) over (partition by g.quarter, g.kind) >= f.people then g.kind else 'other' end as told \
         from (select date_trunc('quarter', co_op_day(l.recorded_at))::date as quarter, l.kind, coalesce(l.unit_id, -l.member_id) as home, sum(l.minutes) as minutes \
           from hour_lines l where l.kind not in ('gift', 'opening') and l.recorded_at >= $1::date - 100 \
           group by 1, 2, 3 having sum(l.minutes) <> 0) g cross join few f) h group by 1, 2) q \
     cross join few f where q.homes >= f.people and ",
    over!()
);

/// Of whole months that are over. Whoever signs in, or does anything that the log tells, is active.
pub const ADOPTION: &str = "select row_number() over (order by a.last) as place, null::bigint as id, jsonb_build_array(a.last, a.members, \
     case when a.active not between 1 and f.people - 1 then a.active end, case when a.changed not between 1 and f.people - 1 then a.changed end) as cells \
   from (select m.last, count(*) as members, count(*) filter (where e.active) as active, count(*) filter (where e.changed) as changed \
from (select x.last, day_starts(x.first) as begins, day_starts(x.last + 1) as ends from months x \
       where x.first = x.starts and x.last < $3 and x.last = (x.starts + interval '1 month')::date - 1) m \
     join spans p on p.is_full and p.since <= m.last and m.last < p.until \
     cross join lateral (select count(*) > 0 as active, \
         count(*) filter (where e.kind in ('member.changed', 'member.photo_changed') and e.subject_kind = 'member' and e.subject_id = p.member_id) > 0 as changed \
       from accounts x join events e on e.actor_id = x.id and e.at >= m.begins and e.at < m.ends where x.member_id = p.member_id) e \
     group by m.last) a \
   cross join few f where a.members >= f.people";

/// A round that too few answered has no mark.
pub const SATISFACTION: &str = "select row_number() over (order by s.ends_on, s.id) as place, s.id, jsonb_build_array( \
     jsonb_build_object('en', s.title_en, 'fr', s.title_fr), s.ends_on, \
     (select case when sum(c.many) > 0 then div(sum(c.many * c.at) * 200 + sum(c.many), sum(c.many) * 2) end \
       from unnest(q.counts) with ordinality c (many, at))::int, \
     case when s.answered = 0 or s.answered >= f.people then s.answered end, s.asked) as cells \
   from surveys s join survey_questions q on q.survey_id = s.id and q.overall cross join few f \
   where s.status = 'closed' and s.ends_on between $1 and $2";

// ---- what is behind a figure ----

/// Who became a full member, and who is none any more.
pub const MOVED: &str = "select m.name as title, '/members/' || m.id as href, s.since as day, null::date as until, \
     case when s.is_full then 'joined' else 'left' end as what \
   from steps s join members m on m.id = s.member_id where s.since between $1 and $2";

/// The days on which each home stood empty.
pub const EMPTY: &str = "select l.name as title, '/units/' || l.unit_id as href, lower(g) as day, \
     case when upper(g) <= $2 then upper(g) - 1 end as until, 'empty' as what \
   from lived l cross join lateral unnest(datemultirange(daterange(l.first, $2 + 1)) - l.days) g where l.first <= $2 and upper(g) > $1";
