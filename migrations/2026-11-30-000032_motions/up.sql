-- Motions of a meeting: what was moved, by whom, what came of it; who has an interest in it; who speaks.
create table motions (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  meeting_id bigint not null,
  -- in the meeting, from 1
  number int not null check (number > 0),
  -- what it belongs to; of none is how the meeting goes on, as to adjourn
  item_id bigint,
  -- the motion that would read so, if this one is carried
  amends bigint,
  words_en text not null check (words_en <> ''),
  words_fr text not null check (words_fr <> ''),
  mover_id bigint not null,
  seconder_id bigint,
  special boolean not null,
  status text not null default 'moved' check (status in ('moved', 'carried', 'lost', 'withdrawn', 'fallen')),
  -- hands, once they were counted, of those who were there and could vote
  votes_for int check (votes_for >= 0),
  votes_against int check (votes_against >= 0),
  votes_abstain int check (votes_abstain >= 0),
  could_vote int,
  -- the majority: of how many votes, and how many were needed
  base int,
  needed int,
  -- with what whoever chairs decided a tie
  chair_vote text check (chair_vote in ('for', 'against')),
  moved_at timestamptz not null,
  moved_by bigint,
  decided_at timestamptz,
  decided_by bigint,
  decision int,
  -- the vote by which those who are there decide it on phones or paper, where hands do not
  poll_id bigint,
  primary key (coop_id, id),
  unique (coop_id, meeting_id, number),
  foreign key (coop_id, meeting_id) references doors,
  foreign key (coop_id, item_id) references agenda_items,
  foreign key (coop_id, amends) references motions,
  foreign key (coop_id, mover_id) references members,
  foreign key (coop_id, seconder_id) references members,
  foreign key (coop_id, moved_by) references accounts,
  foreign key (coop_id, decided_by) references accounts,
  foreign key (coop_id, decision) references decisions,
  foreign key (coop_id, poll_id) references polls,
  check ((status in ('carried', 'lost')) = (votes_for is not null)),
  check ((votes_for is null) = (could_vote is null) and (votes_for is null) = (base is null) and (votes_for is null) = (needed is null)),
  check (votes_for + votes_against + votes_abstain <= could_vote)
);
create index on motions (coop_id, mover_id);
create unique index on motions (coop_id, poll_id);
call keep_apart('motions', 'select, insert, update');

-- Who has an interest of their own in a motion, and neither votes nor is counted for it.
create table recusals (
  coop_id bigint not null default current_coop() references coops,
  motion_id bigint not null,
  member_id bigint not null,
  primary key (coop_id, motion_id, member_id),
  foreign key (coop_id, motion_id) references motions,
  foreign key (coop_id, member_id) references members
);
create index on recusals (coop_id, member_id);
call keep_apart('recusals');

-- Who asked to speak, and when they did. A point of order goes first.
create table speakers (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  meeting_id bigint not null,
  member_id bigint not null,
  side text not null check (side in ('for', 'against', 'point')),
  asked_at timestamptz not null,
  began_at timestamptz,
  ended_at timestamptz,
  primary key (coop_id, id),
  foreign key (coop_id, meeting_id) references doors,
  foreign key (coop_id, member_id) references members,
  check (ended_at is null or began_at is not null and ended_at >= began_at)
);
create unique index speakers_once on speakers (coop_id, meeting_id, member_id) where ended_at is null;
create index on speakers (coop_id, member_id);
call keep_apart('speakers');

-- A vote that is taken at a meeting.
alter table polls add constraint polls_at_meeting foreign key (coop_id, meeting_id) references meetings;
