-- Tasks: what is to be done, by whom, until when, and what came of it. A task belongs to one member, one unit, or nobody yet;
-- the committee says whose area it is. Hours are credited in minutes, never in fractions.
create table tasks (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  title text not null check (title <> ''),
  details text not null default '',
  status text not null default 'todo' check (status in ('todo', 'doing', 'waiting', 'done', 'cancelled')),
  due_on date,
  member_id bigint,
  unit_id bigint,
  committee_id bigint,
  credit_minutes int not null default 0 check (credit_minutes between 0 and 6000),
  -- who said what it is worth, and who agreed; both null where the program itself did
  valued_by bigint,
  credit_agreed_by bigint,
  outcome text not null default '',
  done_at timestamptz,
  reminded_on date,
  -- who had it until they left the co-op; free again since then
  was_member_id bigint,
  created_by bigint,
  created_at timestamptz not null default now(),
  version int not null default 1,
  primary key (coop_id, id),
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, was_member_id) references members,
  foreign key (coop_id, unit_id) references units,
  foreign key (coop_id, committee_id) references committees,
  foreign key (coop_id, created_by) references accounts,
  foreign key (coop_id, valued_by) references accounts,
  foreign key (coop_id, credit_agreed_by) references accounts,
  check (num_nonnulls(member_id, unit_id) <= 1),
  check ((status = 'done') = (done_at is not null))
);
create index on tasks (coop_id, status, due_on, id);
create index on tasks (coop_id, member_id) where member_id is not null;
-- What somebody left behind and nobody has yet.
create index tasks_left on tasks (coop_id, was_member_id) where was_member_id is not null;
create index on tasks (coop_id, unit_id) where unit_id is not null;
-- What was done lately, and what was done in a period: for the board's last lane, scorecards and figures.
create index tasks_done on tasks (coop_id, done_at desc) where status = 'done';
-- Which reminders are due: few rows, asked every hour.
create index tasks_to_remind on tasks (coop_id, due_on) where reminded_on is null and status in ('todo', 'doing', 'waiting');
call keep_apart('tasks', 'select, insert, update');
