-- Hours: what people give, what they owe, and what is said about both. The ledger is only ever added to: what was wrong is put right by
-- a further line.

-- What the co-op asks for, by the day from which it holds. A month always begins with its first day.
create table duties (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  starts_on date not null check (extract(day from starts_on) = 1),
  per text not null check (per in ('home', 'member')),
  -- a month; 0 where nothing is asked from then on
  minutes int not null check (minutes between 0 and 6000),
  -- how many months are reckoned together
  months int not null check (months in (1, 3, 6, 12)),
  -- what becomes of what was given beyond the duty; of 'some', at most so many minutes
  carry text not null check (carry in ('nothing', 'some', 'everything')),
  carry_minutes int not null default 0 check (carry_minutes between 0 and 60000),
  -- how many days after a period nobody is told that something is missing
  grace_days int not null check (grace_days between 0 and 365),
  -- who reads which homes are short, beside who manages hours
  committee_id bigint,
  set_by bigint,
  set_at timestamptz not null,
  primary key (coop_id, id),
  unique (coop_id, starts_on),
  foreign key (coop_id, committee_id) references committees,
  foreign key (coop_id, set_by) references accounts
);
call keep_apart('duties');

-- The ledger. A line is somebody's, or a whole home's; one that takes another back has its sum with the other sign, its day and its kind.
create table hour_lines (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  worked_on date not null,
  minutes int not null check (minutes <> 0 and minutes between -6000000 and 6000000),
  kind text not null check (kind in ('task', 'chore', 'meeting', 'committee', 'board', 'claim', 'gift', 'correction', 'opening')),
  -- who gave them; null where a home did as a whole
  member_id bigint,
  -- the home for which they count: where the member lived that day
  unit_id bigint,
  -- what they were given for, by the word of its kind and its number, and what it was called then. It may be gone.
  about text not null default '',
  about_id bigint,
  title text not null,
  takes_back bigint,
  note text not null default '',
  recorded_at timestamptz not null,
  recorded_by bigint,
  primary key (coop_id, id),
  unique (coop_id, takes_back),
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, unit_id) references units,
  foreign key (coop_id, takes_back) references hour_lines,
  foreign key (coop_id, recorded_by) references accounts,
  check (num_nonnulls(member_id, unit_id) > 0)
);
create index on hour_lines (coop_id, member_id, worked_on) where member_id is not null;
create index on hour_lines (coop_id, unit_id, worked_on) where unit_id is not null;
create index on hour_lines (coop_id, about, about_id) where about_id is not null;
call keep_apart('hour_lines', 'select, insert');
-- Erasing takes a name out of the words. Nothing else of a line changes.
grant update (title, note) on hour_lines to cooperator_app;

-- Who is asked for less, or for nothing: since when, until when, how much of the duty is let go. Why is for them and for who manages hours.
create table exemptions (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  member_id bigint,
  unit_id bigint,
  kind text not null check (kind in ('age', 'health', 'work', 'sabbatical', 'board')),
  during daterange not null check (not isempty(during) and lower(during) is not null),
  percent int not null check (percent between 1 and 100),
  reason text not null default '',
  granted_by bigint,
  granted_at timestamptz not null,
  version int not null default 1,
  primary key (coop_id, id),
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, unit_id) references units,
  foreign key (coop_id, granted_by) references accounts,
  check (num_nonnulls(member_id, unit_id) = 1)
);
create index on exemptions (coop_id, member_id) where member_id is not null;
create index on exemptions (coop_id, unit_id) where unit_id is not null;
call keep_apart('exemptions');

-- What counts as work, said beforehand. A kind is ended and never deleted: what was claimed stays readable.
create table work_kinds (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  name_en text not null check (name_en <> ''),
  name_fr text not null check (name_fr <> ''),
  counts_en text not null default '',
  counts_fr text not null default '',
  not_en text not null default '',
  not_fr text not null default '',
  -- what a claim is worth, whatever the clock says; or the most that it may be
  fixed_minutes int check (fixed_minutes between 1 and 1440),
  most_minutes int check (most_minutes between 1 and 1440),
  effort text not null check (effort in ('sitting', 'light', 'physical', 'home')),
  -- whose lead answers; nobody's where it is up to who manages hours
  committee_id bigint,
  ended_on date,
  version int not null default 1,
  primary key (coop_id, id),
  foreign key (coop_id, committee_id) references committees,
  check (num_nonnulls(fixed_minutes, most_minutes) <= 1)
);
call keep_apart('work_kinds', 'select, insert, update');

-- Hours that somebody says they gave.
create table hour_claims (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  member_id bigint not null,
  -- the home on whose behalf it is; null where it is their own
  unit_id bigint,
  kind_id bigint not null,
  worked_on date not null,
  minutes int not null check (minutes between 1 and 1440),
  done text not null,
  status text not null default 'waiting' check (status in ('waiting', 'returned', 'approved', 'refused', 'withdrawn')),
  claimed_at timestamptz not null,
  version int not null default 1,
  primary key (coop_id, id),
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, unit_id) references units,
  foreign key (coop_id, kind_id) references work_kinds
);
create index on hour_claims (coop_id, member_id, worked_on);
create index on hour_claims (coop_id, kind_id) where status = 'waiting';
call keep_apart('hour_claims', 'select, insert, update');

-- What became of a claim, step by step.
create table hour_claim_steps (
  coop_id bigint not null default current_coop() references coops,
  claim_id bigint not null,
  number int not null,
  step text not null check (step in ('claimed', 'changed', 'approved', 'refused', 'returned', 'withdrawn', 'reopened')),
  minutes int not null,
  says text not null default '',
  at timestamptz not null,
  entered_by bigint,
  primary key (coop_id, claim_id, number),
  foreign key (coop_id, claim_id) references hour_claims,
  foreign key (coop_id, entered_by) references accounts
);
call keep_apart('hour_claim_steps', 'select, insert');
grant update (says) on hour_claim_steps to cooperator_app;

-- A line that somebody says is wrong, and what was answered. One at a time.
create table hour_contests (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  line_id bigint not null,
  member_id bigint not null,
  says text not null,
  said_at timestamptz not null,
  answer text not null default '',
  answered_by bigint,
  answered_at timestamptz,
  primary key (coop_id, id),
  foreign key (coop_id, line_id) references hour_lines,
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, answered_by) references accounts
);
create unique index on hour_contests (coop_id, line_id) where answered_at is null;
create index on hour_contests (coop_id, member_id);
call keep_apart('hour_contests', 'select, insert, update');

-- Whom a kind word about a period went to. One each.
create table hour_reminders (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  period_starts_on date not null,
  member_id bigint,
  unit_id bigint,
  reminded_at timestamptz not null,
  primary key (coop_id, id),
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, unit_id) references units,
  check (num_nonnulls(member_id, unit_id) = 1)
);
create unique index hour_reminders_once on hour_reminders (coop_id, period_starts_on, coalesce(member_id, 0), coalesce(unit_id, 0));
call keep_apart('hour_reminders', 'select, insert, delete');
