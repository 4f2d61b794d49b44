-- What every slice stands on: events, jobs, runs of the schedule, forms that were sent.

-- What happened, once, for ever. The pump gives each event its place in the chain afterwards, so writers never queue:
-- position counts from 1, hash covers the row and the hash before it. Until then the event is the outbox.
create table events (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  at timestamptz not null default now(),
  actor_id bigint,
  actor_name text not null,
  kind text not null,
  subject_kind text not null,
  subject_id bigint,
  subject_name text not null default '',
  detail jsonb not null default '{}',
  -- The first event of the same act, if this is not it.
  part_of bigint,
  -- A random value hashed with each event and forgotten when the event is rewritten: without it, nobody can try names against the
  -- hash that stays.
  salt bytea default uuid_send(gen_random_uuid()),
  position bigint,
  -- The digest of what is hashed beside what the event is of and what it seals: it stays when the event is rewritten.
  rest bytea,
  hash bytea,
  primary key (coop_id, id),
  unique (coop_id, position)
);
create index on events (coop_id, subject_kind, subject_id, id desc);
create index on events (coop_id, id) where hash is null;
call keep_apart('events', 'select, insert');
grant update (position, rest, hash) on events to cooperator_app;

-- How far each reader of the events has read.
create table event_cursors (
  coop_id bigint not null default current_coop() references coops,
  reader text not null,
  position bigint not null,
  primary key (coop_id, reader)
);
call keep_apart('event_cursors', 'select, insert, update');

create table jobs (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  kind text not null,
  -- the queue, which has workers of its own
  lane text not null,
  payload jsonb not null,
  run_at timestamptz not null default now(),
  attempts int not null default 0,
  lease_until timestamptz,
  last_error text,
  dead_at timestamptz,
  -- Jobs of one series are done in the order in which they were put into the queue: an invitation, then the letter that calls it off.
  series text,
  created_at timestamptz not null default now(),
  primary key (coop_id, id)
);
create index on jobs (lane, run_at) where dead_at is null;
create index on jobs (coop_id, series, id) where series is not null and dead_at is null;
call keep_apart('jobs');

create table schedule_runs (
  coop_id bigint not null default current_coop() references coops,
  task text not null,
  due_at timestamptz not null,
  primary key (coop_id, task, due_at)
);
call keep_apart('schedule_runs', 'select, insert, delete');

-- For the crossings between co-ops of `functions/crossings.sql`.
create policy operator on jobs to cooperator_operator using (true) with check (true);
create policy operator on schedule_runs to cooperator_operator using (true) with check (true);
grant select, insert, update on jobs to cooperator_operator;
grant select, insert on schedule_runs to cooperator_operator;
create policy operator on events to cooperator_operator using (true);
create policy operator on event_cursors to cooperator_operator using (true);
grant select (coop_id, position, hash) on events to cooperator_operator;
grant select on event_cursors to cooperator_operator;

-- To whom what went, when, what the other side answered, and after how many tries.
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
  -- What it is the evidence of, by its number: `called-12`. Such a one is kept for as long as that is.
  proves text,
  primary key (coop_id, id)
);
create index on deliveries (coop_id, ended_at);
create index on deliveries (coop_id, proves) where proves is not null;
call keep_apart('deliveries');

-- One row a form that was sent: the same form sent twice finds the first one's answer.
create table submissions (
  coop_id bigint not null default current_coop() references coops,
  digest bytea not null,
  account_id bigint,
  outcome jsonb,
  at timestamptz not null default now(),
  primary key (coop_id, digest)
);
create index on submissions (coop_id, at);
call keep_apart('submissions');

-- Which key the server was begun with: one row, from which nobody can find the key.
create table server_key (
  lone boolean primary key default true check (lone),
  fingerprint text not null
);
grant select, insert, delete on server_key to cooperator_app;
