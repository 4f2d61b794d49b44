-- Surveys of the people of a co-op: what is asked, who was asked, what lies sealed until the end, and what came of it. Who has answered and
-- the sealed answers stand in one row, each in an order of its own, written anew with every answer, as in an urn.
create table surveys (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  title_en text not null check (title_en <> ''),
  title_fr text not null check (title_fr <> ''),
  intro_en text not null default '',
  intro_fr text not null default '',
  status text not null default 'draft' check (status in ('draft', 'open', 'closed', 'uncounted')),
  -- the last day on which it can be answered
  ends_on date not null,
  -- the first of the rounds that it belongs to, where that is another one, and which round it is
  series bigint,
  round int check (round > 0),
  -- the next round opens by itself after so many months, on that day
  every_months int check (every_months in (3, 6, 12)),
  next_on date,
  -- how many were asked, and how many had answered at the end
  asked int,
  answered int,
  -- X25519, as RFC 9180 writes it, and how long every sealed answer is
  public_key bytea check (octet_length(public_key) = 32),
  size int,
  key_destroyed_at timestamptz,
  -- why it cannot be counted
  failed text not null default '' check (failed in ('', 'key', 'damaged', 'restored')),
  opened_at timestamptz,
  reminded_at timestamptz,
  closed_at timestamptz,
  created_by bigint,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (coop_id, id),
  foreign key (coop_id, series) references surveys,
  foreign key (coop_id, created_by) references accounts,
  check ((status = 'draft') = (opened_at is null)),
  check (num_nulls(opened_at, round, asked, public_key, size) in (0, 5)),
  check ((status in ('closed', 'uncounted')) = (closed_at is not null)),
  check ((status = 'uncounted') = (failed <> '')),
  check (status <> 'closed' or answered is not null)
);
create index on surveys (coop_id, status);
create index on surveys (coop_id, created_by) where created_by is not null;
create unique index on surveys (coop_id, (coalesce(series, id)), round);
call keep_apart('surveys');

-- What is asked. What came of a question is written once, at the end, where enough have answered it: how many chose what.
create table survey_questions (
  coop_id bigint not null default current_coop() references coops,
  survey_id bigint not null,
  number int not null check (number between 1 and 20),
  kind text not null check (kind in ('scale', 'choice', 'choices', 'text')),
  text_en text not null check (text_en <> ''),
  text_fr text not null check (text_fr <> ''),
  choices_en text[] not null default '{}',
  choices_fr text[] not null default '{}',
  required boolean not null default false,
  -- the one that the co-op measures its goal by
  overall boolean not null default false check (not overall or kind = 'scale'),
  given int check (given >= 0),
  counts int[],
  primary key (coop_id, survey_id, number),
  foreign key (coop_id, survey_id) references surveys on delete cascade,
  check (cardinality(choices_en) = cardinality(choices_fr)),
  check ((kind in ('choice', 'choices')) = (cardinality(choices_en) > 0)),
  check (given is not null or counts is null)
);
create unique index on survey_questions (coop_id, survey_id) where overall;
call keep_apart('survey_questions');

-- Who is asked: taken once, at the opening.
create table survey_roll (
  coop_id bigint not null default current_coop() references coops,
  survey_id bigint not null,
  member_id bigint not null,
  primary key (coop_id, survey_id, member_id),
  foreign key (coop_id, survey_id) references surveys,
  foreign key (coop_id, member_id) references members
);
create index on survey_roll (coop_id, member_id);
call keep_apart('survey_roll');

-- What lies sealed, and who has answered. `sealed` is written by `answer_survey` and `empty_survey` (`functions/surveys.sql`) alone.
create table survey_contents (
  coop_id bigint not null default current_coop() references coops,
  survey_id bigint not null,
  sealed bytea[] not null default '{}',
  people bigint[] not null default '{}',
  primary key (coop_id, survey_id),
  foreign key (coop_id, survey_id) references surveys
) with (autovacuum_vacuum_threshold = 20, autovacuum_vacuum_scale_factor = 0,
  toast.autovacuum_vacuum_threshold = 20, toast.autovacuum_vacuum_scale_factor = 0);
-- sealed bytes cannot be packed
alter table survey_contents alter column sealed set storage external;
call keep_apart('survey_contents', 'select, insert');
grant update (people) on survey_contents to cooperator_app;

-- What people wrote: one text a row, numbered by lot, so that nothing says which came from one person. Shown to others once released.
create table survey_comments (
  coop_id bigint not null default current_coop() references coops,
  survey_id bigint not null,
  number int not null check (number > 0),
  question int not null,
  text text not null check (text <> ''),
  standing text not null default 'waiting' check (standing in ('waiting', 'released', 'held')),
  -- why it is held back
  why text not null default '',
  settled_by bigint,
  settled_at timestamptz,
  primary key (coop_id, survey_id, number),
  foreign key (coop_id, survey_id, question) references survey_questions,
  foreign key (coop_id, settled_by) references accounts,
  check ((standing = 'waiting') = (settled_at is null)),
  check (standing <> 'held' or why <> '')
);
create index on survey_comments (coop_id, survey_id, question);
call keep_apart('survey_comments', 'select, insert, update');
