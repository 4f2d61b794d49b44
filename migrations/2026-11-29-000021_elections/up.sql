-- Elections to the board, from the call for candidates to seats filled. The vote itself is a poll; what it counted is read there. Who stands,
-- in which order they were elected and who follows them stands here, by the numbers that the choices of the poll have.
create table elections (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  title_en text not null check (title_en <> ''),
  title_fr text not null check (title_fr <> ''),
  details_en text not null default '',
  details_fr text not null default '',
  -- how many seats of the board, and for which term; it is over on `ends_on`
  seats int not null check (seats between 1 and 50),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  method text not null check (method in ('choice', 'approval', 'score', 'dots', 'irv', 'stv-scottish', 'stv-meek', 'schulze', 'ranked-pairs', 'star')),
  -- the first and the last day of nominations
  nominate_from date not null,
  nominate_until date not null check (nominate_until >= nominate_from),
  -- when voting opens and closes, until there is a poll, which knows better
  opens_at timestamptz not null,
  closes_at timestamptz not null check (closes_at > opens_at),
  -- whether nobody sees a name before nominations end
  sealed boolean not null,
  -- whether one member may nominate another
  by_others boolean not null,
  -- whether "none of these" stands on the paper; a seat that it wins stays empty
  none_stands boolean not null,
  -- whether candidates are elected without a vote where there are no more of them than seats
  acclaims boolean not null,
  -- whether its vote is secret, and what is published of the ballots then
  secrecy text not null check (secrecy in ('open', 'list', 'ballots', 'figures')),
  -- who looks after it; its members cannot stand
  committee_id bigint,
  appeal_days int not null check (appeal_days between 0 and 365),
  status text not null default 'draft' check (status in ('draft', 'called', 'voting', 'declared', 'filled', 'void', 'cancelled')),
  poll_id bigint,
  -- the number of the choice "none of these" in the poll
  none_choice int,
  -- how it was decided
  way text check (way in ('vote', 'acclamation', 'no_quorum', 'nobody')),
  declared_at timestamptz,
  -- the last day on which the result can be contested
  appeal_until date,
  -- why it was called off, or is void
  reason text not null default '',
  -- the void one that this one repeats
  repeats bigint,
  -- when members were reminded that nominations end soon
  reminded_at timestamptz,
  created_by bigint,
  -- who called it, and so announces its vote: somebody else prepares the urn of a secret one
  called_by bigint,
  version int not null default 1,
  -- what the order of the paper is drawn from
  salt bytea not null default uuid_send(gen_random_uuid()),
  primary key (coop_id, id),
  foreign key (coop_id, committee_id) references committees,
  foreign key (coop_id, poll_id) references polls,
  foreign key (coop_id, repeats) references elections,
  foreign key (coop_id, created_by) references accounts,
  foreign key (coop_id, called_by) references accounts,
  check ((status in ('draft', 'called', 'cancelled')) = (poll_id is null and way is null) or status = 'void'),
  check ((status in ('void', 'cancelled')) = (reason <> ''))
);
create unique index on elections (coop_id, poll_id);
create index on elections (coop_id, status);
create index on elections (coop_id, committee_id) where committee_id is not null;
create index on elections (coop_id, created_by) where created_by is not null;
create index on elections (coop_id, called_by) where called_by is not null;
call keep_apart('elections', 'select, insert, update');

-- Who was put up, or put themselves up: one row a person and an election, whatever became of it. So nobody can be put up twice.
create table candidacies (
  coop_id bigint not null default current_coop() references coops,
  election_id bigint not null,
  number int not null check (number > 0),
  member_id bigint not null,
  -- nobody, where they put themselves up
  nominated_by bigint,
  status text not null check (status in ('asked', 'standing', 'declined', 'lapsed', 'barred', 'withdrawn')),
  -- why they cannot stand, or could not be seated
  barred text check (barred in ('rules', 'applicant', 'auxiliary', 'suspended', 'former', 'sits', 'committee', 'full', 'term')),
  statement_en text not null default '',
  statement_fr text not null default '',
  -- whether the photo of their profile stands beside their statement
  shows_photo boolean not null default false,
  nominated_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_why text not null default '',
  -- the number of their choice in the poll
  choice int,
  -- elected, in this order
  place int,
  -- among those who follow where a seat falls vacant, in this order
  runner_up int,
  -- their seat
  term_id bigint,
  -- whose seat they were asked to take, when, and whether they did
  follows int,
  offered_at timestamptz,
  took boolean,
  primary key (coop_id, election_id, number),
  unique (coop_id, election_id, member_id),
  unique (coop_id, election_id, choice),
  foreign key (coop_id, election_id) references elections,
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, nominated_by) references members,
  foreign key (coop_id, term_id) references board_terms on delete set null (term_id),
  foreign key (coop_id, election_id, follows) references candidacies,
  check (place is null or runner_up is null),
  check ((follows is null) = (offered_at is null) and (offered_at is not null or took is null)),
  check ((status = 'withdrawn') = (withdrawn_at is not null))
);
create index on candidacies (coop_id, member_id);
create index on candidacies (coop_id, nominated_by) where nominated_by is not null;
create index on candidacies (coop_id, term_id) where term_id is not null;
-- One follower at a time is asked for a seat, and one takes it.
create unique index on candidacies (coop_id, election_id, follows) where took is distinct from false;
call keep_apart('candidacies', 'select, insert, update');
