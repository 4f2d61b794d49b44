-- Facts that many pages need, each said in one place. Their bodies are text, so that they keep no migration from going back.

-- What somebody is on a day, and since when: always one row. Who has no status yet is an applicant, since null.
-- The planner takes its text into the query that asks, as it does with a view.
create or replace function status_on(who bigint, day date) returns table (status text, since date, entered_at timestamptz)
language sql stable as $$
  select coalesce(s.status, 'applicant'), s.since, s.entered_at from (select) one left join lateral
    (select t.status, t.since, t.entered_at from member_statuses t where t.member_id = who and t.since <= day
     order by t.since desc limit 1) s on true
$$;

-- The day of a moment, by the co-op's own calendar.
create or replace function co_op_day(moment timestamptz) returns date language sql stable as $$
  select (moment at time zone c.time_zone)::date from coops c where c.coop_id = current_coop()
$$;

-- How many have voted.
create or replace function turnout(poll bigint) returns int language sql stable as $$
  select count(*)::int from open_ballots b where b.poll_id = poll
$$;

-- Whom a task of a member, or of the household of a home, is up to on a day.
create or replace function task_holders(member bigint, unit bigint, day date) returns table (member_id bigint)
language sql stable as $$
  select member where member is not null
  union select o.member_id from occupancies o where o.unit_id = unit and o.during @> day
$$;

-- Whether the hours of a task count: somebody who does not have it said so, and two where they are more than one person may set.
create or replace function credit_counts(task bigint) returns boolean language sql stable as $$
  select t.valued_by is null or
    (select count(*) from accounts a where a.id in (t.valued_by, t.credit_agreed_by) and not exists
      (select from task_holders(t.member_id, t.unit_id, co_op_day(coalesce(t.done_at, now()))) h where h.member_id = a.member_id))
    >= case when t.credit_minutes > (select p.credit_alone_hours * 60 from rule_profiles p) then 2 else 1 end
  from tasks t where t.id = task
$$;
