//! What each part of a report is counted from. $1 and $2 are the first and the last day, $3 the day on which it was asked for, $4 the committee or
//! null, $5 which rows are wanted. A row is its `place`, the number of what it is about (`id`), and its `cells` in the order of the columns.
//! The tables that figures share stand before each (`figures::SHARED`).

/// The register as of the last day. Who came later or was never more than an applicant is nobody's neighbour.
pub const PEOPLE: &str = "select row_number() over (order by m.sort_name, m.id) as place, m.id, jsonb_build_array(m.number, m.name, s.status, s.since, \
     case when m.joined_known and m.joined_on <= $2 then m.joined_on end, u.name, h.held, m.email, m.phone) as cells \
   from members m cross join lateral status_on(m.id, $2) s left join units u on u.id = home_on(m.id, $2) \
   left join (select e.member_id, sum(case when e.kind in ('paid', 'received') then e.quantity else -e.quantity end) as held \
     from share_entries e where e.on_date <= $2 group by e.member_id) h on h.member_id = m.id \
   where m.merged_into is null and s.since is not null and case $5 when 'full' then s.status in ('member', 'on_leave', 'suspended') \
     when 'everybody' then true else s.status not in ('former', 'applicant') end";

/// The homes as of the last day, with how many live there, and since when the first of them has.
pub const HOMES: &str = "select row_number() over (order by u.block, u.label, u.id) as place, u.id, jsonb_build_array(u.name, u.kind, u.bedrooms, \
     coalesce(o.people, 0) + coalesce(k.children, 0), coalesce(o.members, 0), o.since) as cells \
   from units u left join (select distinct on (c.unit_id) c.unit_id, c.children from unit_children c where c.since <= $2 \
       order by c.unit_id, c.since desc) k on k.unit_id = u.id left join (select o.unit_id, count(*) filter (where o.relation <> 'guest') as people, \
       count(*) filter (where s.status in ('member', 'on_leave', 'suspended')) as members, min(lower(o.during)) filter (where o.since_known) as since \
     from occupancies o cross join lateral status_on(o.member_id, $2) s where o.during @> $2 group by o.unit_id) o on o.unit_id = u.id \
   where u.kind in ('apartment', 'townhouse', 'house', 'room')";

/// Who became a full member, and who is none any more.
pub const MOVES: &str = "select row_number() over (order by s.since, m.sort_name, m.id) as place, m.id, jsonb_build_array(s.since, m.number, m.name, \
     case when s.is_full then 'joined' else 'left' end, u.name) as cells \
   from steps s join members m on m.id = s.member_id left join units u on u.id = coalesce(home_on(m.id, s.since), home_on(m.id, s.since - 1)) \
   where s.since between $1 and $2";

/// Tasks that were done in the days, and those that are open today and were there by the last of them.
macro_rules! tasks {
    () => {
        "t.status <> 'cancelled' and ($4 is null or t.committee_id = $4) and case when t.status = 'done' \
             then t.done_at >= $1::date - 2 and t.done_at < $2::date + 2 and co_op_day(t.done_at) between $1 and $2 \
           else (t.starts_on is null or t.starts_on <= $2) and co_op_day(t.created_at) <= $2 end"
    };
}

/// Whether it was late is said of what had a day.
pub const TASKS: &str = concat!(
    "select row_number() over (order by x.status = 'done', x.done_on, x.due_on, x.id) as place, x.id, jsonb_build_array(x.title, \
         case when c.id is not null then jsonb_build_object('en', c.name_en, 'fr', c.name_fr) end, x.whose, x.due_on, x.done_on, x.status, \
         case when x.due_on is not null and x.late then 'late' end, nullif(x.credit_minutes, 0)) as cells \
       from (select t.id, t.title, t.committee_id, t.due_on, t.status, t.credit_minutes, co_op_day(t.done_at) as done_on, \
           coalesce(co_op_day(t.done_at), $3) > t.due_on as late, \
           (select string_agg(coalesce(m.name, u.name), ', ' order by coalesce(m.sort_name, u.name)) from (select d.member_id, d.unit_id from task_doers d where d.task_id = t.id \
             union select h.member_id, h.unit_id from task_holders h where h.task_id = t.id and not h.waits and not h.has_left and h.committee_id is null \
               and not exists (select from task_doers d where d.task_id = t.id)) w \
             left join members m on m.id = w.member_id left join units u on u.id = w.unit_id and w.member_id is null) as whose \
         from tasks t where ",
    tasks!(),
    ") x left join committees c on c.id = x.committee_id \
       where case $5 when 'done' then x.status = 'done' when 'open' then x.status <> 'done' when 'late' then x.late else true end"
);

pub const BY_COMMITTEE: &str = concat!(
    "select row_number() over (order by c.name_en nulls last, c.id) as place, c.id, jsonb_build_array( \
         case when c.id is not null then jsonb_build_object('en', c.name_en, 'fr', c.name_fr) end, \
         count(*) filter (where x.done and not x.late), count(*) filter (where x.done and x.late), \
         count(*) filter (where not x.done), count(*) filter (where not x.done and x.late)) as cells \
       from (select t.committee_id, t.status = 'done' as done, coalesce(coalesce(co_op_day(t.done_at), $3) > t.due_on, false) as late from tasks t where ",
    tasks!(),
    ") x left join committees c on c.id = x.committee_id group by c.id, c.name_en, c.name_fr"
);

/// What votes decided. Of those that were called off or found void there is no result.
pub const RESULTS: &str = "select row_number() over (order by p.closed_at, p.id, r.question) as place, p.id, jsonb_build_array( \
     jsonb_build_object('en', p.title_en, 'fr', p.title_fr), \
     case when q.title_en <> '' then jsonb_build_object('en', q.title_en, 'fr', q.title_fr) end, q.method, r.verdict, \
     case when p.binding then 'yes' else 'no' end, co_op_day(p.closed_at), r.number) as cells \
   from polls p join results r on r.poll_id = p.id join questions q on q.poll_id = p.id and q.number = r.question \
   where p.status = 'closed' and p.closed_at >= $1::date - 2 and p.closed_at < $2::date + 2 and co_op_day(p.closed_at) between $1 and $2";

pub const DECISIONS: &str = "select row_number() over (order by d.decided_on, d.number) as place, d.number as id, jsonb_build_array(d.number, d.decided_on, d.body, \
     jsonb_build_object('en', d.title_en, 'fr', d.title_fr), d.review_on) as cells from decisions d where d.decided_on between $1 and $2";

/// Meetings that were held. Of general ones those count who had a vote; of others, whose presence was noted.
macro_rules! meetings {
    ($which:literal) => {
        concat!(
            "select row_number() over (order by m.held_on, m.starts_at, m.id) as place, m.id, jsonb_build_array( \
                 jsonb_build_object('en', m.title_en, 'fr', m.title_fr), m.kind, \
                 case when c.id is not null then jsonb_build_object('en', c.name_en, 'fr', c.name_fr) end, m.held_on, \
                 case when d.meeting_id is not null then (select count(distinct a.member_id) from attendances a \
                     join meeting_roll r on r.meeting_id = a.meeting_id and r.member_id = a.member_id where a.meeting_id = m.id) \
                   else (select count(*) from sheet_marks k where k.meeting_id = m.id and k.mark in ('present', 'online') having count(*) > 0) end, \
                 d.called, d.needed) as cells \
               from meetings m left join doors d on d.meeting_id = m.id left join committees c on c.id = m.committee_id \
               where m.status <> 'cancelled' and m.held_on between $1 and $2 and (m.opened_at is not null or m.held_on < $3) \
                 and ($4 is null or m.committee_id = $4)",
            $which
        )
    };
}
pub const MEETINGS: &str = meetings!("");
pub const GENERAL: &str = meetings!(" and m.kind in ('annual', 'special', 'general')");

/// To how many meetings somebody was called, and how many they came to: general meetings with a roll, others with a sheet.
pub const WHO_CAME: &str = "select row_number() over (order by m.sort_name, m.id) as place, m.id, jsonb_build_array(m.number, m.name, count(*), \
     count(*) filter (where x.came), count(*) filter (where x.excused and not x.came)) as cells \
   from (select r.meeting_id, r.member_id, exists (select from attendances a where a.meeting_id = r.meeting_id and a.member_id = r.member_id) as came, \
       exists (select from meeting_replies y where y.meeting_id = r.meeting_id and y.member_id = r.member_id and y.answer = 'regrets') as excused from meeting_roll r \
     union all select k.meeting_id, k.member_id, k.mark in ('present', 'online'), k.mark = 'excused' from sheet_marks k \
       where not exists (select from meeting_roll r where r.meeting_id = k.meeting_id and r.member_id = k.member_id)) x \
   join meetings t on t.id = x.meeting_id join members m on m.id = x.member_id \
   where t.status <> 'cancelled' and t.held_on between $1 and $2 and (t.opened_at is not null or t.held_on < $3) \
     and ($4 is null or t.committee_id = $4) group by m.id, m.number, m.name, m.sort_name";

/// What was given in the days, by the day of the work. Gifts move hours and are none.
pub const GIVEN: &str = "select row_number() over (order by u.block, u.label, m.sort_name, l.kind, m.id) as place, m.id, jsonb_build_array(m.name, u.name, l.kind, \
     l.lines, l.minutes) as cells \
   from (select h.member_id, h.unit_id, h.kind, count(*) as lines, sum(h.minutes) as minutes from hour_lines h \
     where h.worked_on between $1 and $2 and h.kind not in ('gift', 'opening') group by h.member_id, h.unit_id, h.kind having sum(h.minutes) <> 0) l \
   left join members m on m.id = l.member_id left join units u on u.id = l.unit_id";

/// Committees that there were by the last day and that had not closed before the first.
pub const COMMITTEES: &str = "select row_number() over (order by c.name_en, c.id) as place, c.id, jsonb_build_array( \
     jsonb_build_object('en', c.name_en, 'fr', c.name_fr), \
     (select string_agg(m.name, ', ' order by m.sort_name) from leads l join members m on m.id = l.member_id where l.committee_id = c.id and l.during @> $2), \
     (select count(*) from seats s where s.committee_id = c.id and s.during @> $2), \
     (select count(*) from meetings m where m.committee_id = c.id and m.status <> 'cancelled' and m.held_on between $1 and $2 \
       and (m.opened_at is not null or m.held_on < $3)), \
     (select count(*) from tasks t where t.committee_id = c.id and t.status = 'done' and co_op_day(t.done_at) between $1 and $2), \
     (select count(*) from tasks t where t.committee_id = c.id and t.status in ('todo', 'doing', 'waiting') and (t.starts_on is null or t.starts_on <= $3)), \
     (select count(*) from tasks t where t.committee_id = c.id and t.status in ('todo', 'doing', 'waiting') and t.due_on < $3), \
     (select coalesce(sum(t.credit_minutes), 0) from tasks t where t.committee_id = c.id and t.status = 'done' and co_op_day(t.done_at) between $1 and $2)) as cells \
   from committees c where ($4 is null or c.id = $4) and (c.formed_on is null or c.formed_on <= $2) and (c.closed_on is null or c.closed_on > $1)";

/// Who sat or led in the days.
pub const SEATS: &str = "select row_number() over (order by c.name_en, c.id, x.seat = 'seat', m.sort_name, m.id, lower(x.during)) as place, m.id, jsonb_build_array( \
     jsonb_build_object('en', c.name_en, 'fr', c.name_fr), m.name, x.seat, lower(x.during), case when upper(x.during) <= $2 then upper(x.during) - 1 end) as cells \
   from (select s.committee_id, s.member_id, s.during, 'seat' as seat from seats s union all select l.committee_id, l.member_id, l.during, 'lead' from leads l) x \
   join committees c on c.id = x.committee_id join members m on m.id = x.member_id \
   where ($4 is null or c.id = $4) and x.during && daterange($1, $2, '[]')";

/// Who sat on the board on the last day.
pub const DIRECTORS: &str = "select row_number() over (order by t.starts_on, m.sort_name, t.id) as place, m.id, jsonb_build_array(m.name, \
     (select coalesce(to_jsonb(h.office), jsonb_build_object('en', o.name_en, 'fr', o.name_fr)) from board_holdings h \
       left join board_offices o on o.id = h.own_office_id where h.term_id = t.id and h.during @> $2 order by h.office is null, h.id limit 1), \
     t.starts_on, upper(t.during) - 1, t.came) as cells \
   from board_terms t join members m on m.id = t.member_id where t.during @> $2";

/// What was handed in in the days, and what is due by three months after them.
pub const FILINGS: &str = "select row_number() over (order by f.due_on, f.id) as place, f.id, jsonb_build_array(jsonb_build_object('en', f.title_en, 'fr', f.title_fr), \
     f.due_on, f.done_on, case when c.id is not null then jsonb_build_object('en', c.name_en, 'fr', c.name_fr) end) as cells \
   from filings f left join committees c on c.id = f.committee_id \
   where case when f.done_on is null then f.due_on <= $2 + 92 else f.done_on between $1 and $2 end";

/// What committees told of the months that end in the days.
pub const TOLD: &str = "select row_number() over (order by r.month, c.name_en, r.id) as place, r.id, jsonb_build_array( \
     jsonb_build_object('en', c.name_en, 'fr', c.name_fr), (r.month + interval '1 month')::date - 1, r.happened, r.coming, r.asks) as cells \
   from committee_reports r join committees c on c.id = r.committee_id \
   where r.handed_in_at is not null and ($4 is null or c.id = $4) and (r.month + interval '1 month')::date - 1 between $1 and $2";
