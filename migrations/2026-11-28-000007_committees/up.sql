-- Committees: what each is there for, who sits on it and who leads it from when to when. One that is closed is kept for the past.
create table committees (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  name_en text not null check (name_en <> ''),
  name_fr text not null check (name_fr <> ''),
  mandate_en text not null default '',
  mandate_fr text not null default '',
  -- whether a lead looks at what was done, before its hours count
  approves boolean not null default false,
  -- null where nobody knows any more when it was formed
  formed_on date,
  closed_on date,
  -- what the closing ended, each thing with its kind, so that it can be given back if the committee is opened again
  closing jsonb not null default '[]',
  version int not null default 1,
  primary key (coop_id, id),
  unique (coop_id, name_en),
  constraint committees_open check (closed_on > formed_on)
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
-- A seat that was taken and given back on the same day is no row at all, hence also `delete`.
call keep_apart('seats');

-- Who answers for a committee, from a day on. Whoever leads a committee also sits on it.
create table leads (
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
create index on leads (coop_id, member_id);
call keep_apart('leads');
