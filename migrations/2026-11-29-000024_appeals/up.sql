-- For how many days the result of a secret vote, or of the vote of an election, can be contested: as the rules had it at the opening, or as the
-- election was called with; and the last of these days, once it is closed.
alter table polls
  add column appeal_days int check (appeal_days between 0 and 365),
  add column appeal_until date;
grant update (appeal_days, appeal_until) on polls to cooperator_app;

-- A result that somebody contests: received, examined, and answered with a reason. Never what they voted, nor their code.
create table appeals (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  number int not null check (number > 0),
  member_id bigint not null,
  -- what went wrong
  kind text not null check (kind in ('missing', 'different', 'not_voted', 'voted', 'other')),
  says text not null check (says <> ''),
  received_at timestamptz not null,
  status text not null default 'received' check (status in ('received', 'examined', 'upheld', 'dismissed')),
  answer text not null default '',
  answered_by bigint,
  answered_at timestamptz,
  primary key (coop_id, poll_id, number),
  foreign key (coop_id, poll_id) references polls,
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, answered_by) references accounts,
  check ((status in ('upheld', 'dismissed')) = (answered_at is not null) and (answered_at is null) = (answered_by is null))
);
create unique index on appeals (coop_id, poll_id, member_id) where answered_at is null;
create index on appeals (coop_id, member_id);
create index on appeals (coop_id, answered_by) where answered_by is not null;
call keep_apart('appeals', 'select, insert, update');
