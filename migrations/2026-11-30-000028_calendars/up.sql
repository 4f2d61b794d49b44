-- Calendar addresses: secret addresses under which a calendar reads what somebody, or a committee, has to do. Only their digest is kept.
create table calendars (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  account_id bigint not null,
  -- the committee whose duties it shows; null where they are the person's own
  committee_id bigint,
  secret_hash bytea not null,
  language text not null check (language in ('en', 'fr')),
  made_at timestamptz not null,
  ended_at timestamptz,
  last_read_on date,
  primary key (coop_id, id),
  unique (coop_id, secret_hash),
  foreign key (coop_id, account_id) references accounts on delete cascade,
  foreign key (coop_id, committee_id) references committees
);
create index on calendars (coop_id, account_id) where ended_at is null;
call keep_apart('calendars');
