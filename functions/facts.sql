-- Facts that many pages need, each said in one place. Their bodies are text, so that they keep no migration from going back.

-- What somebody is on a day, and since when: always one row. Who has no status yet is an applicant, since null.
-- The planner takes its text into the query that asks, as it does with a view.
create or replace function status_on(who bigint, day date) returns table (status text, since date, entered_at timestamptz)
language sql stable as $$
  select coalesce(s.status, 'applicant'), s.since, s.entered_at from (select) one left join lateral
    (select t.status, t.since, t.entered_at from member_statuses t where t.member_id = who and t.since <= day
     order by t.since desc limit 1) s on true
$$;

-- The day of a moment where a time zone is. Read in place of its call, so it costs nothing where the zone is at hand.
create or replace function day_in(moment timestamptz, zone text) returns date language sql stable as $$
  select (moment at time zone zone)::date
$$;

-- The day of a moment, by the co-op's own calendar.
create or replace function co_op_day(moment timestamptz) returns date language sql stable as $$
  select day_in(moment, c.time_zone) from coops c where c.coop_id = current_coop()
$$;

-- The moment at which a day begins, by the co-op's own calendar.
create or replace function day_starts(day date) returns timestamptz language sql stable as $$
  select day::timestamp at time zone c.time_zone from coops c where c.coop_id = current_coop()
$$;

-- The ballots of a vote that count, with what each weighs. A home that votes jointly has one, once all of its people on the roll have
-- answered and say the same; it stands under the first of them.
create or replace function counting_ballots(poll bigint) returns table (member_id bigint, answers text[], weight int, skipped int[])
language sql stable as $$
  select b.member_id, b.answers, b.weight, b.skipped from open_ballots b
    where b.poll_id = poll and (select p.vote_of from polls p where p.id = poll) <> 'home_jointly'
  union all select min(r.member_id), min(b.answers), min(r.weight), max(b.skipped)
    from roll r left join open_ballots b on b.poll_id = r.poll_id and b.member_id = r.member_id
    where r.poll_id = poll and (select p.vote_of from polls p where p.id = poll) = 'home_jointly'
    group by r.unit_id having count(*) = count(b.member_id) and count(distinct b.answers) = 1
  union all select null, o.answers, 1, o.skipped from opened_ballots o where o.poll_id = poll
$$;

-- Who takes part in a vote with a ballot that counts, and what they weigh. Of a secret one the urn says who, and nothing says with what.
create or replace function taking_part(poll bigint) returns table (member_id bigint, weight int) language sql stable as $$
  select b.member_id, b.weight from counting_ballots(poll) b where b.member_id is not null
  union all select r.member_id, r.weight from urn_contents c join roll r on r.poll_id = poll and r.member_id = any(c.voted) where c.poll_id = poll
$$;

-- How many votes were cast: those of members, of homes, or of shares.
create or replace function turnout(poll bigint) returns int language sql stable as $$
  select coalesce(sum(b.weight), 0)::int from taking_part(poll) b
$$;

-- How many votes there are on the roll of a vote.
create or replace function votes_on_roll(poll bigint) returns int language sql stable as $$
  select coalesce(sum(v.weight), 0)::int from (select r.weight from roll r where r.poll_id = poll and r.unit_id is null
    union all select min(r.weight) from roll r where r.poll_id = poll and r.unit_id is not null group by r.unit_id) v
$$;

-- The same two in what the quorum of a vote is taken of: votes, people, or homes. Of people and homes those take part for whom a vote counts.
create or replace function quorum_roll(poll bigint) returns int language sql stable as $$
  select case p.quorum_of when 'members' then (select count(*) from roll r where r.poll_id = poll)::int
    when 'homes' then (select count(distinct coalesce(r.unit_id, r.home_id)) from roll r where r.poll_id = poll)::int
    else votes_on_roll(poll) end from polls p where p.id = poll
$$;
create or replace function quorum_present(poll bigint) returns int language sql stable as $$
  with counting as materialized (select r.member_id, r.unit_id, coalesce(r.unit_id, r.home_id) as home
    from taking_part(poll) b join roll r on r.poll_id = poll and r.member_id = b.member_id)
  select case p.quorum_of
    when 'members' then (select count(*) from roll r where r.poll_id = poll and (r.member_id in (select c.member_id from counting c)
      or r.unit_id in (select c.unit_id from counting c)))::int
    when 'homes' then (select count(distinct c.home) from counting c)::int
    else turnout(poll) end from polls p where p.id = poll
$$;

-- Whether somebody has voted, or their home has where whoever casts first does so for it.
create or replace function has_voted(poll bigint, member bigint) returns boolean language sql stable as $$
  select exists (select from open_ballots b where b.poll_id = poll and b.member_id = member)
    or exists (select from roll r join open_ballots b on b.poll_id = r.poll_id and b.home = r.unit_id
      where r.poll_id = poll and r.member_id = member)
    or exists (select from urn_contents c where c.poll_id = poll and (member = any(c.voted) or exists (
      select from roll r join roll h on h.poll_id = r.poll_id and h.unit_id = r.unit_id and h.member_id = any(c.voted)
      where r.poll_id = poll and r.member_id = member)))
$$;

-- The tasks that somebody has on a day: their own, those of the home where they live, those of the committees on which they sit.
create or replace function tasks_of(member bigint, day date) returns table (task_id bigint) language sql stable as $$
  select h.task_id from task_holders h where h.member_id = member and not h.waits and not h.has_left
  union all select h.task_id from occupancies o join task_holders h on h.unit_id = o.unit_id and not h.waits
    where o.member_id = member and o.during @> day
  union all select h.task_id from seats s join task_holders h on h.committee_id = s.committee_id and not h.waits
    where s.member_id = member and s.during @> day
$$;

-- Whether somebody, or a home where they live, is away on a day.
create or replace function is_away(member bigint, day date) returns boolean language sql stable as $$
  select exists (select from absences a where a.member_id = member and a.during @> day)
    or exists (select from occupancies o join absences a on a.unit_id = o.unit_id and a.during @> day where o.member_id = member and o.during @> day)
$$;

-- Those who have a task on a day, themselves, with their household or with their committee, and are not away.
create or replace function there_for(task bigint, day date) returns table (member_id bigint) language sql stable as $$
  with people as (
    select h.member_id from task_holders h where h.task_id = task and h.member_id is not null and not h.waits and not h.has_left
    union select o.member_id from task_holders h join occupancies o on o.unit_id = h.unit_id and o.during @> day
      where h.task_id = task and not h.waits and not h.has_left
    union select s.member_id from task_holders h join seats s on s.committee_id = h.committee_id and s.during @> day
      where h.task_id = task and not h.waits and not h.has_left)
  select p.member_id from people p where not is_away(p.member_id, day)
$$;

-- Whom a task is put down to on a day: who did it; as long as nobody did, who has it, themselves or with their household.
create or replace function task_people(task bigint, day date) returns table (member_id bigint) language sql stable as $$
  with people as (
    select d.member_id, d.unit_id from task_doers d where d.task_id = task
    union all select h.member_id, h.unit_id from task_holders h where h.task_id = task and not h.waits and not h.has_left
      and not exists (select from task_doers d where d.task_id = task))
  select p.member_id from people p where p.member_id is not null
  union select o.member_id from people p join occupancies o on o.unit_id = p.unit_id and o.during @> day
$$;

-- Whether the hours of a task count: somebody to whom it is not put down said so, and two where they are more than one person may set.
-- Where the committee looks at what was done, somebody who did not do it said that it is.
create or replace function credit_counts(task bigint) returns boolean language sql stable as $$
  with others as (select a.id from tasks t join accounts a on a.id in (t.valued_by, t.credit_agreed_by) where t.id = task
    and not exists (select from task_people(t.id, co_op_day(coalesce(t.done_at, now()))) h where h.member_id = a.member_id))
  select (t.valued_by is null or (select count(*) from others)
      >= case when t.credit_minutes > (select p.credit_alone_hours * 60 from rule_profiles p) then 2 else 1 end)
    and (t.status <> 'done' or t.credit_agreed_by in (select o.id from others o)
      or not exists (select from committees c where c.id = t.committee_id and c.approves))
  from tasks t where t.id = task
$$;

-- Who lets whom vote for them at a meeting, as they said for the day, time and place that it has now.
create or replace function proxies_at(meeting bigint) returns table (giver_id bigint, holder_id bigint, said_at timestamptz)
language sql stable as $$
  select r.member_id, r.holder_id, r.said_at from meeting_replies r join meetings m on m.id = r.meeting_id
  where r.meeting_id = meeting and r.answer = 'proxy' and r.sequence = m.sequence
$$;
