-- A spreadsheet between two pages of an import: its rows as they were read, and the matching as it was chosen. It is kept for
-- a day or two and then forgotten; the register keeps what was imported.
create table imports (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  account_id bigint not null,
  name text not null default '',
  sheet jsonb not null,
  matching jsonb not null,
  answers jsonb not null default '{}',
  outcome jsonb,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (coop_id, id),
  foreign key (coop_id, account_id) references accounts on delete cascade
);
create index on imports (coop_id, expires_at);
call keep_apart('imports');

-- A seat that was taken and given back on the same day, or a home that nobody ever moved into, is no row at all.
grant delete on occupancies, seats to cooperator_app;

-- What a search for people looks into, worked out once.
alter table members add column found_by text not null
  generated always as (folded(given_name || ' ' || family_name || ' ' || number)) stored;

-- Who is a former member is asked for each list of people.
create index member_statuses_former on member_statuses (coop_id, member_id) where status = 'former';
