-- Units: the homes of the co-op and what else it has, with who lives where from when to when.
create table units (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  label text not null check (label <> ''),
  kind text not null default 'apartment' check (kind in ('apartment', 'townhouse', 'house', 'room', 'parking', 'storage', 'common_room')),
  block text not null default '',
  floor int,
  bedrooms int check (bedrooms between 0 and 12),
  area_m2 int check (area_m2 between 1 and 5000),
  accessible boolean not null default false,
  -- how many people a home is meant for
  occupants_min int check (occupants_min between 1 and 30),
  occupants_max int check (occupants_max between 1 and 30),
  -- how many votes it has, where a co-op counts by homes
  votes int not null default 1 check (votes between 0 and 99),
  version int not null default 1,
  -- What it is called where it stands alone, and in every list: two buildings may each have a 101.
  name text not null generated always as (case when block = '' then label else label || ' (' || block || ')' end) stored,
  primary key (coop_id, id),
  unique (coop_id, block, label),
  constraint units_occupants check (occupants_max >= occupants_min)
);
create index on units (coop_id, floor, label);
call keep_apart('units', 'select, insert, update');

create table occupancies (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  unit_id bigint not null,
  member_id bigint not null,
  during daterange not null check (not isempty(during) and lower(during) is not null),
  -- as what somebody lives there; a guest does not count towards how many people a home has
  relation text not null default 'member' check (relation in ('member', 'household', 'guest')),
  -- whether they moved in on the first of these days; else nobody knows when
  since_known boolean not null default true,
  primary key (coop_id, id),
  foreign key (coop_id, unit_id) references units,
  foreign key (coop_id, member_id) references members on delete cascade,
  exclude using gist (coop_id with =, unit_id with =, member_id with =, during with &&)
);
create index on occupancies (coop_id, member_id);
create index on occupancies (coop_id, unit_id);
-- A home that nobody ever moved into is no row at all, hence also `delete`.
call keep_apart('occupancies');

-- How many children live in a home from a day on: a number, never who they are.
create table unit_children (
  coop_id bigint not null default current_coop() references coops,
  unit_id bigint not null,
  since date not null,
  children int not null check (children between 0 and 20),
  primary key (coop_id, unit_id, since),
  foreign key (coop_id, unit_id) references units
);
call keep_apart('unit_children');
