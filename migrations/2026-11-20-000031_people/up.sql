-- People: what members say of themselves and who sees which of it, who entered a status, and what only a treasurer sees.

-- Who sees a field: nobody but the office, those who sit on a committee with them, or every member. Changed in place, because the
-- rows of a table under row-level security cannot be updated here.
alter table members alter column email_shared drop default, alter column phone_shared drop default;
alter table members
  alter column email_shared type text using case when email_shared then 'members' else 'nobody' end,
  alter column phone_shared type text using case when phone_shared then 'members' else 'nobody' end;
alter table members rename column email_shared to email_seen_by;
alter table members rename column phone_shared to phone_seen_by;
alter table members
  alter column email_seen_by set default 'nobody',
  alter column phone_seen_by set default 'nobody',
  add check (email_seen_by in ('nobody', 'committees', 'members')),
  add check (phone_seen_by in ('nobody', 'committees', 'members')),
  add column pronoun_seen_by text not null default 'nobody' check (pronoun_seen_by in ('nobody', 'committees', 'members')),
  add column skills_seen_by text not null default 'nobody' check (skills_seen_by in ('nobody', 'committees', 'members')),
  add column preferred_name text not null default '',
  add column pronoun text not null default '',
  add column phone_label text not null default '',
  add column skills text not null default '',
  -- seen by the member and the office alone, whatever else is shared
  add column emergency_contact text not null default '',
  -- the office's own
  add column notes text not null default '';

-- The name people go by stands in every list; the given name is found too. Dropping a column drops its index.
alter table members drop column name, drop column sort_name, drop column found_by;
alter table members
  add column name text not null
    generated always as (btrim(coalesce(nullif(preferred_name, ''), given_name) || ' ' || family_name)) stored,
  add column sort_name text not null
    generated always as (folded(family_name || ', ' || coalesce(nullif(preferred_name, ''), given_name))) stored,
  add column found_by text not null
    generated always as (folded(given_name || ' ' || preferred_name || ' ' || family_name || ' ' || number)) stored;
create index on members (coop_id, sort_name, id);

-- The phone that is shown first is in the member's own row; these are the others, under the same choice of who sees them.
create table member_phones (
  coop_id bigint not null default current_coop() references coops,
  member_id bigint not null,
  place int not null check (place between 2 and 4),
  label text not null default '',
  number text not null check (number <> ''),
  primary key (coop_id, member_id, place),
  foreign key (coop_id, member_id) references members on delete cascade
);
call keep_apart('member_phones');
create trigger register_changed after insert or update or delete on member_phones
  for each statement execute function register_changed();

-- Who entered a status and when. A planned one was written ahead as the end of the one before; another change takes its place.
alter table member_statuses
  add column planned boolean not null default false,
  add column account_id bigint,
  add column entered_at timestamptz,
  add column corrected_by bigint,
  add column corrected_at timestamptz,
  add foreign key (coop_id, account_id) references accounts,
  add foreign key (coop_id, corrected_by) references accounts;
grant delete on member_statuses to cooperator_app;

-- A row says that something is owed, never how much. Only a treasurer reads and writes it.
alter table accounts add column treasurer boolean not null default false;
create table arrears (
  coop_id bigint not null default current_coop() references coops,
  member_id bigint not null,
  primary key (coop_id, member_id),
  foreign key (coop_id, member_id) references members on delete cascade
);
call keep_apart('arrears', 'select, insert, delete');

alter table rule_profiles
  add column auxiliary_may_vote boolean not null default false,
  add column suspended_may_vote boolean not null default false,
  add column arrears_bars_vote boolean not null default false,
  add column arrears_bars_office boolean not null default true,
  -- how long what is known of a former member is kept
  add column retention_months int not null default 84 check (retention_months between 0 and 600);
