-- Events that belong to one act name the first of them.
alter table events add column part_of bigint;
-- How far each reader of the events has read.
create table event_cursors (
  coop_id bigint not null default current_coop() references coops,
  reader text not null,
  position bigint not null,
  primary key (coop_id, reader)
);
call keep_apart('event_cursors', 'select, insert, update');

-- A queue has lanes, each with workers of its own.
alter table jobs add column lane text not null default 'work';
alter table jobs alter column lane drop default;
create index on jobs (lane, run_at) where dead_at is null;

-- To whom what went, when, and what the other side answered.
create table deliveries (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  way text not null check (way in ('mail')),
  address text not null,
  subject text not null,
  ended_at timestamptz not null,
  accepted boolean not null,
  answer text not null,
  tries int not null,
  primary key (coop_id, id)
);
create index on deliveries (coop_id, ended_at);
call keep_apart('deliveries');

delete from notices where event_id is null;
alter table notices drop column subject_name, drop column detail, drop column href, alter column event_id set not null;

drop function claim_jobs(boolean, int, int);
create function claim_job(wanted text, lease_seconds int)
returns table (coop_id bigint, id bigint, kind text, payload jsonb, attempts int)
language sql volatile security definer set search_path = public as $$
  update jobs j set lease_until = clock_timestamp() + make_interval(secs => lease_seconds), attempts = j.attempts + 1
  from (select d.coop_id, d.id from jobs d
        where d.dead_at is null and d.lane = wanted and d.run_at <= clock_timestamp()
          and (d.lease_until is null or d.lease_until < clock_timestamp())
        order by d.run_at, d.id limit 1 for update skip locked) due
  where j.coop_id = due.coop_id and j.id = due.id
  returning j.coop_id, j.id, j.kind, j.payload, j.attempts
$$;
alter function claim_job(text, int) owner to cooperator_operator;
revoke all on function claim_job(text, int) from public;
grant execute on function claim_job(text, int) to cooperator_app;

create or replace function insert_due_runs(runs jsonb) returns int language sql volatile security definer set search_path = public as $$
  with due as (select * from jsonb_to_recordset(runs) as r(coop_id bigint, task text, lane text, due_at timestamptz)),
  fresh as (insert into schedule_runs (coop_id, task, due_at) select coop_id, task, due_at from due
            on conflict do nothing returning coop_id, task, due_at),
  made as (insert into jobs (coop_id, kind, lane, payload)
           select coop_id, task, lane, '{}' from fresh join due using (coop_id, task, due_at) returning 1)
  select count(*)::int from made
$$;

-- Co-ops whose events wait for their place, or for a reader.
create function coops_behind() returns table (coop_id bigint) language sql stable security definer set search_path = public as $$
  select distinct e.coop_id from events e where e.hash is null
  union
  select c.coop_id from event_cursors c
  where c.position < (select e.position from events e where e.coop_id = c.coop_id and e.position is not null
                      order by e.position desc limit 1)
$$;
create policy operator on events to cooperator_operator using (true);
create policy operator on event_cursors to cooperator_operator using (true);
grant select (coop_id, position, hash) on events to cooperator_operator;
grant select on event_cursors to cooperator_operator;
alter function coops_behind() owner to cooperator_operator;
revoke all on function coops_behind() from public;
grant execute on function coops_behind() to cooperator_app;
