-- What members ask to have on the agenda of a general meeting: each with its receipt, and one answer.
create table asked_items (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  meeting_id bigint not null,
  member_id bigint not null,
  -- in the language in which it was written
  language text not null check (language in ('en', 'fr')),
  title text not null check (title <> ''),
  details text not null default '',
  asked_at timestamptz not null,
  -- taken on the agenda, or refused and why
  answer text check (answer in ('taken', 'refused')),
  item_id bigint,
  why text not null default '',
  answered_at timestamptz,
  answered_by bigint,
  withdrawn_at timestamptz,
  primary key (coop_id, id),
  foreign key (coop_id, meeting_id) references meetings,
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, answered_by) references accounts,
  check ((answer is null) = (answered_at is null)),
  check (answer is distinct from 'refused' or why <> '')
);
create index on asked_items (coop_id, meeting_id, id);
create index on asked_items (coop_id, member_id);
call keep_apart('asked_items', 'select, insert, update');

-- Who would like it on the agenda, too: in this order they are shown.
create table asked_item_backers (
  coop_id bigint not null default current_coop() references coops,
  asked_id bigint not null,
  member_id bigint not null,
  primary key (coop_id, asked_id, member_id),
  foreign key (coop_id, asked_id) references asked_items,
  foreign key (coop_id, member_id) references members
);
create index on asked_item_backers (coop_id, member_id);
call keep_apart('asked_item_backers');
