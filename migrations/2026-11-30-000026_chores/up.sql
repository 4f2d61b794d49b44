-- Chores: duties that come back and go round homes or people. Each turn is a task; who did it, when and for how many hours stands there.
create table chores (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  title text not null check (title <> ''),
  details text not null default '',
  committee_id bigint,
  credit_minutes int not null default 0 check (credit_minutes between 0 and 6000),
  -- the day from which on the rule holds
  first_on date not null,
  -- the value of an RRULE (RFC 5545); null where it is due only when a lead calls for it
  rule text,
  pool_of text not null check (pool_of in ('unit', 'member')),
  strategy text not null check (strategy in ('in_order', 'least_effort', 'random', 'nobody')),
  -- how far back least effort looks
  months int not null default 12 check (months between 1 and 60),
  -- how long one holder keeps it
  period text not null check (period in ('turns', 'week', 'month')),
  period_turns int not null default 1 check (period_turns between 1 and 60),
  -- what lots are drawn with
  seed bigint not null,
  -- no turns from this day on
  ended_on date,
  created_by bigint,
  created_at timestamptz not null default now(),
  version int not null default 1,
  primary key (coop_id, id),
  foreign key (coop_id, committee_id) references committees,
  foreign key (coop_id, created_by) references accounts
);
create index on chores (coop_id, committee_id) where committee_id is not null;
call keep_apart('chores', 'select, insert, update');

-- Whom a chore goes round, in order.
create table chore_pool (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  chore_id bigint not null,
  member_id bigint,
  unit_id bigint,
  place int not null,
  since date not null,
  primary key (coop_id, id),
  foreign key (coop_id, chore_id) references chores,
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, unit_id) references units,
  check (num_nonnulls(member_id, unit_id) = 1)
);
create unique index on chore_pool (coop_id, chore_id, member_id) where member_id is not null;
create unique index on chore_pool (coop_id, chore_id, unit_id) where unit_id is not null;
create index on chore_pool (coop_id, chore_id, place);
call keep_apart('chore_pool');

-- The turns of a chore: whom the rotation picked, and why. Who has a turn in the end are the holders of its task.
create table turns (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  chore_id bigint not null,
  task_id bigint not null,
  due_on date not null,
  -- the day of the first turn of the stretch in which one holder has the chore
  stint_on date not null,
  member_id bigint,
  unit_id bigint,
  -- a code and its facts; names are looked up when it is shown
  why jsonb not null,
  -- whether it moved the order on
  in_order boolean not null default false,
  -- called for by a lead, beside the rule
  extra boolean not null default false,
  -- what became of it where it was not done: the task is cancelled then
  closed_as text check (closed_as in ('missed', 'excused', 'skipped')),
  -- why it was called off, in words for everybody
  note text not null default '',
  primary key (coop_id, id),
  unique (coop_id, chore_id, due_on),
  unique (coop_id, task_id),
  foreign key (coop_id, chore_id) references chores,
  foreign key (coop_id, task_id) references tasks,
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, unit_id) references units,
  check (num_nonnulls(member_id, unit_id) <= 1)
);
create index on turns (coop_id, due_on);
call keep_apart('turns');

-- Days on which a member or a whole home takes no turns. Why is nobody's business.
create table absences (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  member_id bigint,
  unit_id bigint,
  during daterange not null check (not isempty(during) and lower(during) is not null and upper(during) is not null),
  entered_by bigint,
  entered_at timestamptz not null,
  primary key (coop_id, id),
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, unit_id) references units,
  foreign key (coop_id, entered_by) references accounts,
  check (num_nonnulls(member_id, unit_id) = 1)
);
create index on absences (coop_id, member_id) where member_id is not null;
create index on absences (coop_id, unit_id) where unit_id is not null;
call keep_apart('absences', 'select, insert, delete');

-- A turn for another turn, or a stand-in for one. The account of the rotation knows nothing of it.
create table swaps (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  turn_id bigint not null,
  -- the turn given for it; null where somebody stands in
  other_turn_id bigint,
  -- who had the turn, and who is asked
  from_member_id bigint,
  from_unit_id bigint,
  to_member_id bigint,
  to_unit_id bigint,
  state text not null default 'asked' check (state in ('asked', 'accepted', 'refused', 'withdrawn')),
  asked_by bigint,
  asked_at timestamptz not null,
  answered_by bigint,
  answered_at timestamptz,
  primary key (coop_id, id),
  foreign key (coop_id, turn_id) references turns,
  foreign key (coop_id, other_turn_id) references turns,
  foreign key (coop_id, from_member_id) references members,
  foreign key (coop_id, from_unit_id) references units,
  foreign key (coop_id, to_member_id) references members,
  foreign key (coop_id, to_unit_id) references units,
  foreign key (coop_id, asked_by) references accounts,
  foreign key (coop_id, answered_by) references accounts,
  check (num_nonnulls(to_member_id, to_unit_id) = 1)
);
create unique index on swaps (coop_id, turn_id) where state = 'asked';
create index on swaps (coop_id, turn_id, state);
create index on swaps (coop_id, other_turn_id) where other_turn_id is not null;
call keep_apart('swaps');
