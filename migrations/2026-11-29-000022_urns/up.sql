-- Secret votes: a sealed urn beside the roll. Who has voted and what is in the urn stand in one row, in an order of their own (by the member,
-- by the bytes), and every cast writes that row anew: no version of it, no place in a file and no number of a transaction leads from a
-- person to a ballot. The content is sealed to the urn's public key; the private one is a file outside the database and its backups.
create table urns (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  -- X25519, as RFC 9180 writes it; null until two officers have prepared the urn
  public_key bytea check (octet_length(public_key) = 32),
  -- how long each sealed ballot is, in bytes: all are of one length
  size int,
  -- the officer who announced the vote, and another one who prepared its urn
  announced_by bigint not null,
  prepared_by bigint,
  prepared_at timestamptz,
  -- why the count was not made, where what was found in the urn cannot be right
  disputed text not null default '',
  -- whether those who run votes were told that it is not ready: 1 before its vote was to open, 2 when it did not
  told smallint not null default 0 check (told between 0 and 2),
  -- when the private key and what the scrutineers hold of it ceased to be
  key_destroyed_at timestamptz,
  primary key (coop_id, poll_id),
  foreign key (coop_id, poll_id) references polls,
  foreign key (coop_id, announced_by) references accounts,
  foreign key (coop_id, prepared_by) references accounts,
  check (num_nulls(public_key, size, prepared_by, prepared_at) in (0, 4)),
  check (prepared_by <> announced_by)
);
call keep_apart('urns', 'select, insert');
grant update (public_key, size, announced_by, prepared_by, prepared_at, disputed, told, key_destroyed_at) on urns to cooperator_app;

-- The two who can open the urn if the server's key is lost: each holds a code, and the private key sealed to it stands here.
create table scrutineers (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  member_id bigint not null,
  wrapped bytea,
  taken_at timestamptz,
  primary key (coop_id, poll_id, member_id),
  foreign key (coop_id, poll_id) references urns,
  foreign key (coop_id, member_id) references members,
  check (wrapped is null or taken_at is not null)
);
create index on scrutineers (coop_id, member_id);
call keep_apart('scrutineers');

-- What is in an urn. Written by `cast_secret` and `empty_urn` (`functions/urns.sql`) alone.
create table urn_contents (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  sealed bytea[] not null default '{}',
  voted bigint[] not null default '{}',
  primary key (coop_id, poll_id),
  foreign key (coop_id, poll_id) references urns
) with (autovacuum_vacuum_threshold = 20, autovacuum_vacuum_scale_factor = 0,
  toast.autovacuum_vacuum_threshold = 20, toast.autovacuum_vacuum_scale_factor = 0);
-- sealed bytes cannot be packed
alter table urn_contents alter column sealed set storage external;
call keep_apart('urn_contents', 'select, insert');

-- The ballots as they were found in the urn, in the order of their codes: written in one statement at the close, and never again.
create table opened_ballots (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  code text not null check (code <> ''),
  answers text[] not null check (cardinality(answers) > 0 and array_position(answers, null) is null),
  skipped int[] not null default '{}',
  primary key (coop_id, poll_id, code),
  foreign key (coop_id, poll_id) references urns
);
call keep_apart('opened_ballots', 'select, insert');

-- Voting on paper in a secret vote. One roll for paper and urn: whoever is handed a paper is struck off, which means that they stand among
-- those who have voted. Written by `strike_off` and `take_back` (`functions/urns.sql`) alone.
create table paper_voters (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  member_id bigint not null,
  -- as many as they have votes
  papers int not null check (papers > 0),
  handed_by bigint not null,
  handed_at timestamptz not null,
  primary key (coop_id, poll_id, member_id),
  foreign key (coop_id, poll_id) references urns,
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, handed_by) references accounts
);
create index on paper_voters (coop_id, member_id);
call keep_apart('paper_voters', 'select, insert');

-- The box into which the papers go: who reads them off, a first and a second time, and the two who sign for their number.
create table ballot_boxes (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  -- papers that were brought back unfit for use, each replaced by another one
  spoiled int not null default 0 check (spoiled between 0 and 20000),
  -- since when nobody can vote any more and the papers can be counted
  ended_at timestamptz,
  read_first_by bigint,
  read_second_by bigint,
  -- how many papers were found in the box, as the first of the two who signed says
  found int check (found >= 0),
  signed_first_by bigint,
  signed_first_at timestamptz,
  signed_second_by bigint,
  signed_second_at timestamptz,
  primary key (coop_id, poll_id),
  foreign key (coop_id, poll_id) references urns,
  foreign key (coop_id, read_first_by) references accounts,
  foreign key (coop_id, read_second_by) references accounts,
  foreign key (coop_id, signed_first_by) references accounts,
  foreign key (coop_id, signed_second_by) references accounts,
  check (read_first_by <> read_second_by),
  check (num_nulls(found, signed_first_by, signed_first_at) in (0, 3)),
  check (num_nulls(signed_second_by, signed_second_at) in (0, 2)),
  check (signed_second_by is null or signed_first_by is not null),
  check (signed_first_by <> signed_second_by)
);
call keep_apart('ballot_boxes', 'select, insert, update');

-- What was read off each paper, twice. Papers are shuffled before they are numbered: nothing leads from a number to a voter.
create table paper_ballots (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  reading int not null check (reading in (1, 2)),
  number int not null check (number between 1 and 20000),
  -- none where it cannot be read
  answers text[] not null check (array_position(answers, null) is null),
  skipped int[] not null default '{}',
  primary key (coop_id, poll_id, reading, number),
  foreign key (coop_id, poll_id) references ballot_boxes
);
call keep_apart('paper_ballots');

-- Voting with help: a member of whom the office knows who they are gets a code with which they vote alone, on whichever device. What is
-- cast with it leaves no trace here.
create table booths (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  member_id bigint not null,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  made_by bigint not null,
  made_at timestamptz not null,
  until timestamptz not null,
  primary key (coop_id, poll_id, member_id),
  foreign key (coop_id, poll_id) references urns,
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, made_by) references accounts,
  unique (coop_id, code_hash)
);
create index on booths (coop_id, member_id);
call keep_apart('booths');
