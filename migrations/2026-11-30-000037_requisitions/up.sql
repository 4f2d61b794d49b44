-- Members ask for a general meeting: what for, who signed, and what became of it.
create table requisitions (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  -- who began it
  member_id bigint not null,
  -- in the language in which it was written
  language text not null check (language in ('en', 'fr')),
  title text not null check (title <> ''),
  details text not null default '',
  opened_at timestamptz not null,
  -- when enough had signed: how many of how many were needed, and until when the meeting is held by the rules of that day
  reached_on date,
  signed int,
  needed int,
  due_on date,
  -- a meeting, or refused and why
  answer text check (answer in ('meeting', 'refused')),
  meeting_id bigint,
  why text not null default '',
  answered_at timestamptz,
  answered_by bigint,
  withdrawn_at timestamptz,
  primary key (coop_id, id),
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, meeting_id) references meetings,
  foreign key (coop_id, answered_by) references accounts,
  check ((answer is null) = (answered_at is null)),
  check ((answer is not distinct from 'meeting') = (meeting_id is not null)),
  check (answer is distinct from 'refused' or why <> ''),
  check ((reached_on is null) = (signed is null) and (reached_on is null) = (needed is null)),
  check (withdrawn_at is null or reached_on is null and answer is null)
);
create index on requisitions (coop_id, opened_at desc, id desc);
create index on requisitions (coop_id, member_id);
create index on requisitions (coop_id, meeting_id) where meeting_id is not null;
call keep_apart('requisitions', 'select, insert, update');

-- Who signed, each once.
create table requisition_signatures (
  coop_id bigint not null default current_coop() references coops,
  requisition_id bigint not null,
  member_id bigint not null,
  signed_at timestamptz not null,
  primary key (coop_id, requisition_id, member_id),
  foreign key (coop_id, requisition_id) references requisitions,
  foreign key (coop_id, member_id) references members
);
create index on requisition_signatures (coop_id, member_id);
call keep_apart('requisition_signatures');
