-- Who is at a meeting: the door with those who are called, who came and left when, and who keeps the door.

-- Opened once. What counts for the quorum is what the rules said then.
create table doors (
  coop_id bigint not null default current_coop() references coops,
  meeting_id bigint not null,
  -- shown in the room; whoever types it is there
  code text not null check (code <> ''),
  -- how many are called, people or homes
  called int not null,
  of_homes boolean not null,
  -- how many must be there to begin, and to go on
  needed int not null,
  homes_needed int not null,
  needed_later int not null,
  homes_needed_later int not null,
  -- whether who takes part from afar counts
  online_counts boolean not null,
  -- how many absent members one person can stand for
  proxies_max int not null,
  opened_at timestamptz not null,
  opened_by bigint,
  primary key (coop_id, meeting_id),
  foreign key (coop_id, meeting_id) references meetings,
  foreign key (coop_id, opened_by) references accounts
);
call keep_apart('doors', 'select, insert, update');

-- Those who are called, and count.
create table meeting_roll (
  coop_id bigint not null default current_coop() references coops,
  meeting_id bigint not null,
  member_id bigint not null,
  -- where they live
  unit_id bigint,
  primary key (coop_id, meeting_id, member_id),
  foreign key (coop_id, meeting_id) references doors,
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, unit_id) references units
);
create index on meeting_roll (coop_id, member_id);
call keep_apart('meeting_roll');

-- Who was there from when to when. Who comes back has another row. Nobody is there twice at one time.
create table attendances (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  meeting_id bigint not null,
  member_id bigint not null,
  way text not null check (way in ('in_person', 'online')),
  -- ticked at the door, by the code of the room, by somebody's own code, from the paper sheet
  noted text not null check (noted in ('door', 'room', 'card', 'sheet')),
  came_at timestamptz not null,
  left_at timestamptz,
  came_by bigint,
  left_by bigint,
  primary key (coop_id, id),
  foreign key (coop_id, meeting_id) references doors,
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, came_by) references accounts,
  foreign key (coop_id, left_by) references accounts,
  check (left_at is null or left_at >= came_at),
  exclude using gist (coop_id with =, meeting_id with =, member_id with =, tstzrange(came_at, left_at) with &&)
);
create unique index attendances_once on attendances (coop_id, meeting_id, member_id) where left_at is null;
create index on attendances (coop_id, member_id);
call keep_apart('attendances');

-- Who keeps the door of a meeting, besides those who lead it.
create table doorkeepers (
  coop_id bigint not null default current_coop() references coops,
  meeting_id bigint not null,
  member_id bigint not null,
  primary key (coop_id, meeting_id, member_id),
  foreign key (coop_id, meeting_id) references meetings,
  foreign key (coop_id, member_id) references members
);
create index on doorkeepers (coop_id, member_id);
call keep_apart('doorkeepers');

-- Meetings before the co-op kept its door here: what their attendance sheets say, brought in from a file. A meeting has a door or this.
create table sheet_marks (
  coop_id bigint not null default current_coop() references coops,
  meeting_id bigint not null,
  member_id bigint not null,
  mark text not null check (mark in ('present', 'online', 'excused', 'absent')),
  primary key (coop_id, meeting_id, member_id),
  foreign key (coop_id, meeting_id) references meetings,
  foreign key (coop_id, member_id) references members
);
create index on sheet_marks (coop_id, member_id);
call keep_apart('sheet_marks');
