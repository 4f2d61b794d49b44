-- Polls: a proposal decided by an open ballot. The rule is copied from the rule profile and the roll is frozen at opening,
-- so that neither a new by-law nor a new member changes a vote that is under way.
create table polls (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  title_en text not null check (title_en <> ''),
  title_fr text not null check (title_fr <> ''),
  details_en text not null default '',
  details_fr text not null default '',
  status text not null default 'scheduled' check (status in ('scheduled', 'open', 'closed', 'cancelled')),
  special boolean not null default false,
  majority_num int not null,
  majority_den int not null,
  abstentions_count boolean not null,
  quorum_percent int not null check (quorum_percent between 0 and 100),
  roll_size int,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  -- when those who had not voted yet were reminded, so that it happens once
  reminded_at timestamptz,
  created_by bigint,
  created_at timestamptz not null default now(),
  version int not null default 1,
  -- Hashed with whatever is sealed of this vote and told nowhere: without it, nobody can try ballots against a seal.
  salt bytea not null default uuid_send(gen_random_uuid()),
  primary key (coop_id, id),
  foreign key (coop_id, created_by) references accounts,
  check (closes_at > opens_at),
  check (majority_num > 0 and majority_den >= majority_num),
  check ((status in ('open', 'closed')) = (roll_size is not null))
);
create index on polls (coop_id, status, closes_at);
call keep_apart('polls', 'select, insert');
grant update (title_en, title_fr, details_en, details_fr, status, special, majority_num, majority_den, abstentions_count, quorum_percent,
  roll_size, opens_at, closes_at, opened_at, closed_at, reminded_at, version) on polls to cooperator_app;

-- The electoral roll: who may vote in this poll. Written once, at opening.
create table roll (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  member_id bigint not null,
  primary key (coop_id, poll_id, member_id),
  foreign key (coop_id, poll_id) references polls,
  foreign key (coop_id, member_id) references members
);
create index on roll (coop_id, member_id);
call keep_apart('roll', 'select, insert');

-- An open ballot carries its voter's name and can be changed until the close. It exists only for somebody on the roll.
create table open_ballots (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  member_id bigint not null,
  choice text not null check (choice in ('for', 'against', 'abstain')),
  cast_at timestamptz not null,
  primary key (coop_id, poll_id, member_id),
  foreign key (coop_id, poll_id, member_id) references roll
);
call keep_apart('open_ballots', 'select, insert');
grant update (choice, cast_at) on open_ballots to cooperator_app;

-- The register of decisions: the figures of a closed poll, counted once and never again.
create table results (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  number int not null,
  for_count int not null,
  against_count int not null,
  abstain_count int not null,
  roll_size int not null,
  quorum_needed int not null,
  outcome text not null check (outcome in ('adopted', 'rejected', 'no_quorum')),
  decided_at timestamptz not null,
  primary key (coop_id, poll_id),
  unique (coop_id, number),
  foreign key (coop_id, poll_id) references polls
);
call keep_apart('results', 'select, insert');
