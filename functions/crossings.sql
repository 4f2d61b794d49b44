-- The five crossings between co-ops, each one function. They belong to cooperator_operator, whose policies stand beside the tables.

-- 1. The co-op of a host name. To the server's own names answers its lone co-op, or the only one that has no name of its own, but not
-- to any name at all: a page of somebody else could give its name this machine's address (DNS rebinding).
create or replace function coop_of_host(wanted text, named boolean) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    (select coop_id from coop_hosts where host = lower(wanted)),
    (select min(coop_id) from coops where named having count(*) = 1),
    (select min(coop_id) from coops c where named and not exists (select from coop_hosts h where h.coop_id = c.coop_id)
      having count(*) = 1))
$$;

-- 2. Claims a due job of a lane, of any co-op. A lease that ran out is claimed again; attempts counts claims.
create or replace function claim_job(wanted text, lease_seconds int)
returns table (coop_id bigint, id bigint, kind text, payload jsonb, attempts int)
language sql volatile security definer set search_path = public, pg_temp as $$
  -- Kept apart: as a part of the join it may be run again for each row of it, and each time find another job, which nobody would do.
  with due as materialized (select d.coop_id, d.id from jobs d
        where d.dead_at is null and d.lane = wanted and d.run_at <= clock_timestamp()
          and (d.lease_until is null or d.lease_until < clock_timestamp())
          and (d.series is null or not exists (select from jobs e where e.coop_id = d.coop_id and e.series = d.series
               and e.id < d.id and e.dead_at is null))
        order by d.run_at, d.id limit 1 for update skip locked)
  update jobs j set lease_until = clock_timestamp() + make_interval(secs => lease_seconds), attempts = j.attempts + 1
  from due where j.coop_id = due.coop_id and j.id = due.id
  returning j.coop_id, j.id, j.kind, j.payload, j.attempts
$$;

-- 3. Inserts runs that are due, each with its job, once whatever the number of instances. Returns how many were new.
create or replace function insert_due_runs(runs jsonb) returns int
language sql volatile security definer set search_path = public, pg_temp as $$
  with due as (select * from jsonb_to_recordset(runs) as r(coop_id bigint, task text, lane text, due_at timestamptz)),
  fresh as (insert into schedule_runs (coop_id, task, due_at) select coop_id, task, due_at from due
            on conflict do nothing returning coop_id, task, due_at),
  made as (insert into jobs (coop_id, kind, lane, payload)
           select coop_id, task, lane, '{}' from fresh join due using (coop_id, task, due_at) returning 1)
  select count(*)::int from made
$$;

-- 4. For the operator's commands and the scheduler: which co-ops there are.
create or replace function all_coops() returns table (coop_id bigint, name_en text, time_zone text, demo boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select coop_id, name_en, time_zone, demo from coops order by coop_id
$$;

-- 5. Co-ops whose events wait for their place, or for a reader.
create or replace function coops_behind() returns table (coop_id bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct e.coop_id from events e where e.hash is null
  union
  select c.coop_id from event_cursors c
  where c.position < (select e.position from events e where e.coop_id = c.coop_id and e.position is not null
                      order by e.position desc limit 1)
$$;

alter function coop_of_host(text, boolean) owner to cooperator_operator;
alter function claim_job(text, int) owner to cooperator_operator;
alter function insert_due_runs(jsonb) owner to cooperator_operator;
alter function all_coops() owner to cooperator_operator;
alter function coops_behind() owner to cooperator_operator;
revoke execute on function coop_of_host(text, boolean), claim_job(text, int), insert_due_runs(jsonb), all_coops(), coops_behind() from public;
grant execute on function coop_of_host(text, boolean), claim_job(text, int), insert_due_runs(jsonb), all_coops(), coops_behind() to cooperator_app;
