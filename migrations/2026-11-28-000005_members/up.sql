-- Members: who they are and who sees which of it, their dated statuses, their shares, and what only a treasurer sees.
create table members (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  number text not null check (number <> ''),
  given_name text not null,
  family_name text not null,
  -- the name people go by, instead of the given one
  preferred_name text not null default '',
  pronoun text not null default '',
  email text check (email = lower(email) and email <> ''),
  -- the phone that is shown first; `member_phones` has the others
  phone text check (phone <> ''),
  phone_label text not null default '',
  skills text not null default '',
  -- seen by the member and the office alone, whatever else is shared
  emergency_contact text not null default '',
  -- the office's own
  notes text not null default '',
  language text not null check (language in ('en', 'fr')),
  joined_on date not null,
  -- whether that is the day of joining; else nobody knows it, and it is the day since when the register has them
  joined_known boolean not null default true,
  -- Who sees a field: nobody but the office, those who sit on a committee with them, or every member.
  email_seen_by text not null default 'nobody' check (email_seen_by in ('nobody', 'committees', 'members')),
  phone_seen_by text not null default 'nobody' check (phone_seen_by in ('nobody', 'committees', 'members')),
  pronoun_seen_by text not null default 'nobody' check (pronoun_seen_by in ('nobody', 'committees', 'members')),
  skills_seen_by text not null default 'nobody' check (skills_seen_by in ('nobody', 'committees', 'members')),
  photo_seen_by text not null default 'nobody' check (photo_seen_by in ('nobody', 'committees', 'members')),
  -- The entry of the same person that goes on instead of this one. Nobody is shown this one then; see the policy below.
  merged_into bigint,
  version int not null default 1,
  created_at timestamptz not null default now(),
  -- The name people go by stands in every list. A given name that gave way to another one finds somebody only for those who keep the
  -- register: their searches look into `found_by`, the others' into `known_as`.
  name text not null
    generated always as (btrim(coalesce(nullif(preferred_name, ''), given_name) || ' ' || family_name)) stored,
  sort_name text collate "C" not null
    generated always as (name_order(family_name, coalesce(nullif(preferred_name, ''), given_name))) stored,
  found_by text not null
    generated always as (folded(given_name || ' ' || preferred_name || ' ' || family_name || ' ' || number)) stored,
  known_as text not null
    generated always as (folded(coalesce(nullif(preferred_name, ''), given_name) || ' ' || family_name || ' ' || number)) stored,
  phone_digits text not null
    generated always as (coalesce(regexp_replace(phone, '[^0-9]', '', 'g'), '')) stored,
  primary key (coop_id, id),
  -- deferrable, so that two entries of one person can change numbers
  unique (coop_id, number) deferrable,
  foreign key (coop_id, merged_into) references members,
  -- for the addresses of accounts to hold on to
  unique (coop_id, id, email),
  check (given_name <> '' or family_name <> '')
);
-- Lists and searches of very many members. Row-level security lets no index answer `like`, since that operator is not leakproof; so a
-- search walks the names in their order and looks at what it needs in the index itself, which holds everything it asks for. A second
-- look at each name would make it seven times as slow.
create index members_listed on members (coop_id, sort_name, id) include (found_by, known_as, phone_digits, phone_seen_by, merged_into);
create index members_merged on members (coop_id, merged_into) where merged_into is not null;
call keep_apart('members', 'select, insert, update');
-- In lists, choices, searches, rolls and whatever else there will be, a person is there once: an entry that became another one is found
-- by who erases it, and by functions of `functions/members.sql`.
create policy one_entry on members as restrictive to cooperator_app
  using (merged_into is null or current_setting('app.entries', true) = 'all') with check (true);

-- Accounts were there first. The address that one signs in with is the member's: it changes with the register, and cannot differ.
alter table accounts add foreign key (coop_id, member_id) references members;
alter table accounts add foreign key (coop_id, member_id, address) references members (coop_id, id, email) on update cascade;

-- What the person is called whose entry this is, also where another entry goes on for it.
create function entry_name(who bigint) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive chain as (select m.name, m.merged_into from members m where m.coop_id = current_coop() and m.id = who
    union select m.name, m.merged_into from chain c join members m on m.coop_id = current_coop() and m.id = c.merged_into)
  select name from chain where merged_into is null
$$;
revoke execute on function entry_name(bigint) from public;
grant execute on function entry_name(bigint) to cooperator_app;

-- Accounts, with the name and e-mail of whose they are.
create view account_holders with (security_invoker = true) as
  select a.coop_id, a.id, a.member_id, coalesce(m.name, a.name, entry_name(a.member_id)) as name, coalesce(m.email, a.email) as email, a.address, a.role, a.treasurer,
    a.password_hash, a.language, a.theme, a.text_size, a.security_epoch, a.disabled_at, a.expires_on, a.created_at, a.last_sign_in_at
  from accounts a left join members m on m.coop_id = a.coop_id and m.id = a.member_id;
grant select on account_holders to cooperator_app;

-- The other phones, under the same choice of who sees them as the first.
create table member_phones (
  coop_id bigint not null default current_coop() references coops,
  member_id bigint not null,
  place int not null check (place between 2 and 4),
  label text not null default '',
  number text not null check (number <> ''),
  digits text not null generated always as (regexp_replace(number, '[^0-9]', '', 'g')) stored,
  primary key (coop_id, member_id, place),
  foreign key (coop_id, member_id) references members on delete cascade
);
call keep_apart('member_phones');

-- A photo is what the program made of a file: a square JPEG without anything else in it.
create table member_photos (
  coop_id bigint not null default current_coop() references coops,
  member_id bigint not null,
  jpeg bytea not null check (octet_length(jpeg) between 1 and 61440),
  set_at timestamptz not null,
  primary key (coop_id, member_id),
  foreign key (coop_id, member_id) references members on delete cascade
);
call keep_apart('member_photos');

-- The status of a day is the row with the latest `since` on or before it. A planned one was written ahead as the end of the one
-- before; another change takes its place.
create table member_statuses (
  coop_id bigint not null default current_coop() references coops,
  member_id bigint not null,
  since date not null,
  status text not null check (status in ('applicant', 'auxiliary', 'member', 'on_leave', 'suspended', 'former')),
  reason text not null default '',
  planned boolean not null default false,
  -- who entered it and when, and who corrected it
  account_id bigint,
  entered_at timestamptz,
  corrected_by bigint,
  corrected_at timestamptz,
  primary key (coop_id, member_id, since),
  foreign key (coop_id, member_id) references members on delete cascade,
  foreign key (coop_id, account_id) references accounts,
  foreign key (coop_id, corrected_by) references accounts
);
call keep_apart('member_statuses');

-- Each day on which somebody left, or will: one a step of the ledger that says `former`. `ended` is what that ended, each thing with
-- the kind that a slice declares of it, so that it can be given back if the step was wrong. `acted_at` is when what ends on the day
-- itself was ended.
create table departures (
  coop_id bigint not null default current_coop() references coops,
  member_id bigint not null,
  on_date date not null,
  ended jsonb not null default '[]',
  acted_at timestamptz,
  primary key (coop_id, member_id, on_date),
  foreign key (coop_id, member_id) references members on delete cascade
);
-- Those that are still to come: few rows, asked every night.
create index departures_ahead on departures (coop_id, on_date) where acted_at is null;
call keep_apart('departures');

-- Member shares, one entry a movement. A transfer is two: what one member gives and another receives.
create table share_entries (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  member_id bigint not null,
  kind text not null check (kind in ('paid', 'transferred', 'received', 'refunded')),
  quantity int not null check (quantity between 1 and 1000000),
  on_date date not null,
  certificate text not null default '',
  -- the other side of a transfer
  other_id bigint,
  account_id bigint,
  entered_at timestamptz not null,
  primary key (coop_id, id),
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, other_id) references members,
  foreign key (coop_id, account_id) references accounts,
  check ((kind in ('transferred', 'received')) = (other_id is not null))
);
create index on share_entries (coop_id, member_id, on_date, id);
call keep_apart('share_entries', 'select, insert');

-- A row says that something is owed, never how much. Only a treasurer reads and writes it.
create table arrears (
  coop_id bigint not null default current_coop() references coops,
  member_id bigint not null,
  primary key (coop_id, member_id),
  foreign key (coop_id, member_id) references members on delete cascade
);
call keep_apart('arrears', 'select, insert, delete');

-- Two entries of one person became one: which, when, by whom; what that changed, row by row, for as long as it can be undone.
create table merges (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  kept_id bigint not null,
  other_id bigint not null,
  account_id bigint,
  merged_at timestamptz not null,
  journal jsonb,
  undone_at timestamptz,
  primary key (coop_id, id),
  foreign key (coop_id, kept_id) references members,
  foreign key (coop_id, other_id) references members,
  foreign key (coop_id, account_id) references accounts
);
create index on merges (coop_id, kept_id);
call keep_apart('merges', 'select, insert, update, delete');

-- Two people who are alike and are two: somebody said so, and is not asked again. The lower number first.
create table namesakes (
  coop_id bigint not null default current_coop() references coops,
  one_id bigint not null,
  other_id bigint not null check (one_id <= other_id),
  account_id bigint,
  noted_at timestamptz not null,
  primary key (coop_id, one_id, other_id),
  foreign key (coop_id, one_id) references members on delete cascade,
  foreign key (coop_id, other_id) references members on delete cascade,
  foreign key (coop_id, account_id) references accounts
);
call keep_apart('namesakes', 'select, insert, delete');
