-- Work days: one day on which many come and do many small jobs. Each job is a task that names its day; who signs up for it, who waits
-- and who did it stands there.
create table work_days (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  title text not null check (title <> ''),
  held_on date not null,
  -- by the clock of the co-op
  starts_at time not null,
  ends_at time not null,
  -- where people meet
  place text not null default '',
  -- whose leads answer for it
  committee_id bigint,
  notes text not null default '',
  called_off_at timestamptz,
  created_by bigint,
  created_at timestamptz not null default now(),
  version int not null default 1,
  primary key (coop_id, id),
  foreign key (coop_id, committee_id) references committees,
  foreign key (coop_id, created_by) references accounts,
  check (starts_at < ends_at)
);
create index on work_days (coop_id, held_on, id);
create index on work_days (coop_id, committee_id) where committee_id is not null;
call keep_apart('work_days', 'select, insert, update');

alter table tasks
  add column work_day_id bigint,
  -- the fewest people that it needs, where people sign up
  add column places_min int,
  add foreign key (coop_id, work_day_id) references work_days,
  add check (places_min is null or (places is not null and places_min >= 1 and places_min <= places)),
  add check (work_day_id is null or places is not null);
create index on tasks (coop_id, work_day_id) where work_day_id is not null;
