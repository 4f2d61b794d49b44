-- Notices: the inbox of each account, and what each person wants to be told of and how.
create table notices (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  account_id bigint not null,
  -- What it tells of. Never a copy: erasing rewrites events.
  event_id bigint not null,
  kind text not null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  primary key (coop_id, id),
  foreign key (coop_id, account_id) references accounts on delete cascade,
  foreign key (coop_id, event_id) references events
);
create unique index on notices (coop_id, account_id, kind, event_id);
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

-- Whether somebody's mails come each at once (where there is no row), one a day or a week with all of them, or not at all.
create table mail_rhythms (
  coop_id bigint not null default current_coop() references coops,
  account_id bigint not null,
  rhythm text not null check (rhythm in ('each', 'daily', 'weekly', 'none')),
  -- What came before this was told, or is not to be.
  told_until timestamptz not null,
  primary key (coop_id, account_id),
  foreign key (coop_id, account_id) references accounts on delete cascade
);
create index on mail_rhythms (coop_id, rhythm, told_until) where rhythm in ('daily', 'weekly');
call keep_apart('mail_rhythms');
