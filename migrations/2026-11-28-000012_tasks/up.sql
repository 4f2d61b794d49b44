-- Tasks: what is to be done, until when, and what came of it; who holds each, who did it, and its steps. The committee says whose
-- area it is. Hours are credited in minutes, never in fractions.
create table tasks (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  -- what its hours are given for; a chore comes again and again, each time as a task
  kind text not null default 'task' check (kind in ('task', 'chore')),
  title text not null check (title <> ''),
  details text not null default '',
  status text not null default 'todo' check (status in ('todo', 'doing', 'waiting', 'done', 'cancelled')),
  priority text not null default 'normal' check (priority in ('low', 'normal', 'high')),
  -- from when on it is anybody's concern: before, it is in no lane, and nobody is reminded of it
  starts_on date,
  due_on date,
  -- by the clock of the co-op
  due_at time,
  committee_id bigint,
  -- how many can sign up for it; null where one person is enough, and whoever else is given it
  places int check (places between 1 and 200),
  credit_minutes int not null default 0 check (credit_minutes between 0 and 6000),
  -- who said what it is worth, and who agreed; both null where the program itself did
  valued_by bigint,
  credit_agreed_by bigint,
  outcome text not null default '',
  done_at timestamptz,
  -- who said so; who did it stands in `task_doers`
  done_by bigint,
  reminded_on date,
  -- when whoever has it was told that it is late
  late_told_on date,
  created_by bigint,
  created_at timestamptz not null default now(),
  version int not null default 1,
  primary key (coop_id, id),
  foreign key (coop_id, committee_id) references committees,
  foreign key (coop_id, created_by) references accounts,
  foreign key (coop_id, valued_by) references accounts,
  foreign key (coop_id, credit_agreed_by) references accounts,
  foreign key (coop_id, done_by) references accounts,
  check (due_at is null or due_on is not null),
  check (starts_on <= due_on),
  check ((status = 'done') = (done_at is not null)),
  check (done_by is null or status = 'done')
);
create index on tasks (coop_id, status, due_on, id);
create index on tasks (coop_id, committee_id) where committee_id is not null;
-- What was done lately, and what was done in a period: for the board's last lane, scorecards and figures.
create index tasks_done on tasks (coop_id, done_at desc) where status = 'done';
-- Which reminders are due: few rows, asked every hour.
create index tasks_to_remind on tasks (coop_id, due_on) where reminded_on is null and status in ('todo', 'doing', 'waiting');
create index tasks_late_to_tell on tasks (coop_id, due_on) where late_told_on is null and status in ('todo', 'doing', 'waiting');
call keep_apart('tasks', 'select, insert, update');

-- Who has a task: members, homes (everybody who lives there), committees (everybody who sits on them).
create table task_holders (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  task_id bigint not null,
  member_id bigint,
  unit_id bigint,
  committee_id bigint,
  -- they took it, nobody gave it to them
  taken boolean not null default false,
  -- they wait for a place
  waits boolean not null default false,
  -- they left the co-op while they had it, and have it no longer
  has_left boolean not null default false,
  since timestamptz not null default now(),
  primary key (coop_id, id),
  foreign key (coop_id, task_id) references tasks,
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, unit_id) references units,
  foreign key (coop_id, committee_id) references committees,
  check (num_nonnulls(member_id, unit_id, committee_id) = 1)
);
create unique index on task_holders (coop_id, task_id, member_id) where member_id is not null;
create unique index on task_holders (coop_id, task_id, unit_id) where unit_id is not null;
create unique index on task_holders (coop_id, task_id, committee_id) where committee_id is not null;
create index on task_holders (coop_id, member_id) where member_id is not null;
create index on task_holders (coop_id, unit_id) where unit_id is not null;
create index on task_holders (coop_id, committee_id) where committee_id is not null;
call keep_apart('task_holders');

-- Who did a task, as it was said when it was done: not always who had it, nor who said so.
create table task_doers (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  task_id bigint not null,
  member_id bigint,
  unit_id bigint,
  primary key (coop_id, id),
  foreign key (coop_id, task_id) references tasks,
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, unit_id) references units,
  check (num_nonnulls(member_id, unit_id) = 1)
);
create unique index on task_doers (coop_id, task_id, member_id) where member_id is not null;
create unique index on task_doers (coop_id, task_id, unit_id) where unit_id is not null;
create index on task_doers (coop_id, member_id) where member_id is not null;
call keep_apart('task_doers');

-- The steps of a task, to tick.
create table task_steps (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  task_id bigint not null,
  words text not null check (words <> ''),
  ticked_at timestamptz,
  ticked_by bigint,
  primary key (coop_id, id),
  foreign key (coop_id, task_id) references tasks,
  foreign key (coop_id, ticked_by) references accounts,
  check ((ticked_at is null) = (ticked_by is null))
);
create index on task_steps (coop_id, task_id, id);
call keep_apart('task_steps');

-- Who said that they want to hear of a task, or that they do not: of what is said of it, and that it is done. Without a word, whoever has
-- it hears of it.
create table task_followings (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  task_id bigint not null,
  member_id bigint not null,
  follows boolean not null,
  primary key (coop_id, id),
  foreign key (coop_id, task_id) references tasks,
  foreign key (coop_id, member_id) references members
);
create unique index on task_followings (coop_id, task_id, member_id);
create index on task_followings (coop_id, member_id);
call keep_apart('task_followings');

-- The last week, by its Monday, for which it was looked what is late in a committee: its leads are told once a week.
create table late_reviews (
  coop_id bigint not null default current_coop() references coops,
  committee_id bigint not null,
  week_on date not null,
  primary key (coop_id, committee_id),
  foreign key (coop_id, committee_id) references committees
);
call keep_apart('late_reviews');
