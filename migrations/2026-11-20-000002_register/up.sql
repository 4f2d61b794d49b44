-- The register: members with their dated statuses, units with their dated occupancies, committees with their dated seats.
create table members (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  number text not null check (number <> ''),
  given_name text not null,
  family_name text not null,
  name text not null generated always as (btrim(given_name || ' ' || family_name)) stored,
  sort_name text not null generated always as (folded(family_name || ', ' || given_name)) stored,
  email text check (email = lower(email) and email <> ''),
  phone text check (phone <> ''),
  language text not null check (language in ('en', 'fr')),
  joined_on date not null,
  email_shared boolean not null default false,
  phone_shared boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (coop_id, id),
  unique (coop_id, number),
  check (given_name <> '' or family_name <> '')
);
create index on members (coop_id, sort_name, id);
create index on members using gin (folded(given_name || ' ' || family_name || ' ' || number) gin_trgm_ops);
call keep_apart('members', 'select, insert, update');

alter table accounts add foreign key (coop_id, member_id) references members;

-- The status of a day is the row with the latest `since` on or before it.
create table member_statuses (
  coop_id bigint not null default current_coop() references coops,
  member_id bigint not null,
  since date not null,
  status text not null check (status in ('applicant', 'auxiliary', 'member', 'on_leave', 'suspended', 'former')),
  reason text not null default '',
  primary key (coop_id, member_id, since),
  foreign key (coop_id, member_id) references members on delete cascade
);
call keep_apart('member_statuses', 'select, insert, update');

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
  version int not null default 1,
  primary key (coop_id, id),
  unique (coop_id, label)
);
create index on units (coop_id, floor, label);
call keep_apart('units', 'select, insert, update');

create table occupancies (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  unit_id bigint not null,
  member_id bigint not null,
  during daterange not null check (not isempty(during) and lower(during) is not null),
  primary key (coop_id, id),
  foreign key (coop_id, unit_id) references units,
  foreign key (coop_id, member_id) references members on delete cascade,
  exclude using gist (coop_id with =, unit_id with =, member_id with =, during with &&)
);
create index on occupancies (coop_id, member_id);
create index on occupancies (coop_id, unit_id);
call keep_apart('occupancies', 'select, insert, update');

create table committees (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  name_en text not null check (name_en <> ''),
  name_fr text not null check (name_fr <> ''),
  primary key (coop_id, id),
  unique (coop_id, name_en)
);
call keep_apart('committees', 'select, insert, update');

create table seats (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  committee_id bigint not null,
  member_id bigint not null,
  during daterange not null check (not isempty(during) and lower(during) is not null),
  primary key (coop_id, id),
  foreign key (coop_id, committee_id) references committees,
  foreign key (coop_id, member_id) references members on delete cascade,
  exclude using gist (coop_id with =, committee_id with =, member_id with =, during with &&)
);
create index on seats (coop_id, member_id);
call keep_apart('seats', 'select, insert, update');
