-- Notices: the inbox of each account, and what each person wants to be told of and how.
create table notices (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  account_id bigint not null,
  event_id bigint,
  kind text not null,
  subject_name text not null,
  -- what the words of this kind of notice name, beside the subject
  detail jsonb not null default '{}',
  href text not null check (href like '/%'),
  created_at timestamptz not null default now(),
  read_at timestamptz,
  primary key (coop_id, id),
  foreign key (coop_id, account_id) references accounts on delete cascade,
  foreign key (coop_id, event_id) references events
);
create unique index on notices (coop_id, account_id, kind, event_id) where event_id is not null;
create index on notices (coop_id, account_id, id desc);
create index on notices (coop_id, account_id) where read_at is null;
call keep_apart('notices');

-- A kind without a row is on, in the inbox and by mail.
create table preferences (
  coop_id bigint not null default current_coop() references coops,
  account_id bigint not null,
  kind text not null,
  inbox boolean not null,
  mail boolean not null,
  primary key (coop_id, account_id, kind),
  foreign key (coop_id, account_id) references accounts on delete cascade
);
call keep_apart('preferences');
