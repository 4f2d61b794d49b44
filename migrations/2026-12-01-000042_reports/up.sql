-- Reports: questions that were given a name, and what came of asking.

-- A report with its filters, and when it comes by itself. Whoever may make reports sees and uses all of them.
create table saved_reports (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  name text not null check (name <> ''),
  report text not null check (report <> ''),
  span text not null check (span in ('months', 'year', 'last_year', 'last_month', 'last_quarter', 'days')),
  from_on date,
  until_on date,
  committee_id bigint,
  -- which rows, in a word of the report; empty for the usual ones
  chosen text not null default '',
  sent text not null default 'never' check (sent in ('never', 'weekly', 'monthly', 'quarterly', 'yearly')),
  next_on date,
  saved_by bigint,
  saved_at timestamptz not null,
  version int not null default 1,
  primary key (coop_id, id),
  foreign key (coop_id, committee_id) references committees,
  foreign key (coop_id, saved_by) references accounts,
  check ((span = 'days') = (from_on is not null)),
  check ((from_on is null) = (until_on is null)),
  check (until_on >= from_on),
  check ((sent = 'never') = (next_on is null)),
  check (sent = 'never' or span <> 'days')
);
create unique index on saved_reports (coop_id, lower(name));
create index on saved_reports (coop_id, next_on) where next_on is not null;
create index on saved_reports (coop_id, saved_by) where saved_by is not null;
create index on saved_reports (coop_id, committee_id) where committee_id is not null;
call keep_apart('saved_reports');

-- A report that was asked for: the question, and how far it is. It is made once for everybody who asks the same at the same time.
create table report_runs (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  report text not null check (report <> ''),
  span text not null,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  committee_id bigint,
  chosen text not null default '',
  -- the co-op's day on which it was asked for: what is open or late is so on that day
  today date not null,
  asked_by bigint,
  asked_at timestamptz not null,
  -- the place in the chain of the last event before it was asked for: nothing after it is certainly in the rows
  seen bigint not null,
  -- of which saved report it is a run, and on which day that was due
  saved_id bigint,
  due_on date,
  state text not null default 'making' check (state in ('making', 'ready', 'failed')),
  ended_at timestamptz,
  primary key (coop_id, id),
  foreign key (coop_id, committee_id) references committees,
  foreign key (coop_id, asked_by) references accounts,
  foreign key (coop_id, saved_id) references saved_reports on delete set null (saved_id),
  check ((state = 'making') = (ended_at is null)),
  check (due_on is null or asked_by is null)
);
create unique index report_runs_making on report_runs (coop_id, report, from_on, until_on, chosen, today, coalesce(committee_id, 0))
  where state = 'making' and due_on is null;
create unique index report_runs_due on report_runs (coop_id, saved_id, due_on) where due_on is not null;
create index on report_runs (coop_id, asked_at);
create index on report_runs (coop_id, asked_by) where asked_by is not null;
create index on report_runs (coop_id, committee_id) where committee_id is not null;
create index on report_runs (coop_id, saved_id) where saved_id is not null;
call keep_apart('report_runs');

-- The parts of it that are made.
create table report_parts (
  coop_id bigint not null default current_coop() references coops,
  run_id bigint not null,
  part int not null check (part >= 0),
  many int not null check (many >= 0),
  -- whether there were more than a report holds
  cut boolean not null,
  made_at timestamptz not null,
  primary key (coop_id, run_id, part),
  foreign key (coop_id, run_id) references report_runs on delete cascade
);
call keep_apart('report_parts');

-- Their rows: the number of what a row is about, and its cells in the order of the columns of the part.
create table report_rows (
  coop_id bigint not null default current_coop() references coops,
  run_id bigint not null,
  part int not null,
  place int not null check (place > 0),
  about bigint,
  cells jsonb not null check (jsonb_typeof(cells) = 'array'),
  primary key (coop_id, run_id, part, place),
  foreign key (coop_id, run_id) references report_runs on delete cascade
);
call keep_apart('report_rows');
