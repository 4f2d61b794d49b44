-- Accounts: who may sign in, by what, and from which devices they did.
--
-- The foreign keys from an account to its member come with the members, whose ledger in turn notes which account wrote it. So does
-- `account_holders`, which says whose account each is.
create table accounts (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  member_id bigint,
  -- Of who is no member. A member's stand in the register, and only there.
  name text,
  email text check (email = lower(email) and email <> ''),
  -- What the account signs in with, and where mail reaches it: the one above, or that of its member, which the database holds it
  -- equal to. None where there is none, where somebody else signs in with it, and while the account is closed.
  address text,
  role text not null check (role in ('resident', 'admin', 'observer')),
  -- A mark and no role: most treasurers are residents.
  treasurer boolean not null default false,
  password_hash text,
  language text check (language in ('en', 'fr')),
  theme text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  text_size int not null default 100 check (text_size in (100, 115, 130)),
  security_epoch int not null default 0,
  disabled_at timestamptz,
  expires_on date,
  created_at timestamptz not null default now(),
  last_sign_in_at timestamptz,
  primary key (coop_id, id),
  unique (coop_id, address),
  -- deferrable, so that two entries of one person can change accounts
  unique (coop_id, member_id) deferrable,
  check (num_nulls(member_id, name) = 1 and num_nulls(member_id, email) = 1),
  check (member_id is not null or address = email),
  check (disabled_at is null or address is null)
);
call keep_apart('accounts', 'select, insert');
-- Not the role: see `set_account_role`. Nor whose account it is.
grant update (email, name, address, treasurer, password_hash, language, theme, text_size, security_epoch, disabled_at, expires_on, last_sign_in_at)
  on accounts to cooperator_app;

create table sessions (
  coop_id bigint not null default current_coop() references coops,
  key_hash bytea not null,
  account_id bigint,
  state jsonb not null,
  device text not null default '',
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (coop_id, key_hash),
  foreign key (coop_id, account_id) references accounts on delete cascade
);
create index on sessions (coop_id, account_id);
call keep_apart('sessions');

-- What somebody began writing: the fields of a form, by where it goes. Nobody's but the account's.
create table drafts (
  coop_id bigint not null default current_coop() references coops,
  account_id bigint not null,
  path text not null,
  title text not null,
  fields text not null,
  saved_at timestamptz not null,
  primary key (coop_id, account_id, path),
  foreign key (coop_id, account_id) references accounts on delete cascade
);
call keep_apart('drafts');

-- A mailed link, the one in a mail about something else, an invitation by mail, or the code of a printed letter: all one-time, all kept as hashes.
create table sign_in_links (
  coop_id bigint not null default current_coop() references coops,
  token_hash bytea not null,
  account_id bigint not null,
  kind text not null default 'link' check (kind in ('link', 'notice', 'invitation', 'letter')),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (coop_id, token_hash),
  foreign key (coop_id, account_id) references accounts on delete cascade
);
create index on sign_in_links (coop_id, account_id, made_at desc);
call keep_apart('sign_in_links');

-- A new address of an account that waits for its mailbox to confirm it: the latest. The link is one-time, and kept as a hash.
create table address_changes (
  coop_id bigint not null default current_coop() references coops,
  account_id bigint not null,
  address text not null check (address <> ''),
  token_hash bytea not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (coop_id, account_id),
  unique (coop_id, token_hash),
  foreign key (coop_id, account_id) references accounts on delete cascade
);
call keep_apart('address_changes');

-- Counted before a password is looked at, per account and per network address, so that parallel guesses count too.
create table attempts (
  coop_id bigint not null default current_coop() references coops,
  subject text not null,
  made int not null default 0,
  since timestamptz not null default now(),
  primary key (coop_id, subject)
);
call keep_apart('attempts');

create table api_tokens (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  account_id bigint not null,
  name text not null check (name <> ''),
  token_hash bytea not null,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  expires_on date not null,
  last_used_on date,
  revoked_at timestamptz,
  primary key (coop_id, id),
  unique (coop_id, token_hash),
  foreign key (coop_id, account_id) references accounts on delete cascade
);
call keep_apart('api_tokens');
