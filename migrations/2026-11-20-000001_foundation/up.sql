-- The frame: tenancy by row-level security, the co-op, accounts, events, jobs.
--
-- Three roles. The owner (whoever runs the migrations) owns the tables. cooperator_app answers requests: it has no DDL, no
-- BYPASSRLS, and sees the rows of one co-op. cooperator_operator owns the few functions that cross co-ops, and nobody signs in as it.
do $$
declare role_name text;
begin
  foreach role_name in array array['cooperator_app', 'cooperator_operator'] loop
    begin
      if not exists (select from pg_roles where rolname = role_name) then
        execute format('create role %I %s', role_name, case role_name when 'cooperator_app' then 'login' else 'nologin' end);
      end if;
    exception when duplicate_object or unique_violation then null; -- another database of the same server was quicker
    end;
    begin
      execute format('grant %I to current_user', role_name);
    exception when others then null; -- a superuser needs no grant, and two grants at once collide harmlessly
    end;
  end loop;
end $$;

create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

grant usage on schema public to cooperator_app;
grant usage, create on schema public to cooperator_operator;

-- The co-op of this connection. Null when none was chosen: then every table looks empty.
create function current_coop() returns bigint language sql stable parallel safe
  as $$ select nullif(current_setting('app.coop_id', true), '')::bigint $$;

-- Puts a table under the rule "rows of one co-op only", and lets the app do what is listed in `rights`.
-- Every table with coop_id calls this; a test asks the catalogue whether one was forgotten.
create procedure keep_apart(tab regclass, rights text default 'select, insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tab);
  execute format('alter table %s force row level security', tab);
  execute format('create policy one_coop on %s using (coop_id = current_coop()) with check (coop_id = current_coop())', tab);
  execute format('grant %s on %s to cooperator_app', rights, tab);
end $$;

-- Folds case and accents, so that "elodie" finds "Élodie". Immutable, for indexes.
create function folded(text) returns text language sql immutable strict parallel safe
  as $$ select lower(public.unaccent('public.unaccent', $1)) $$;

create table coops (
  coop_id bigint primary key,
  name_en text not null check (name_en <> ''),
  name_fr text not null check (name_fr <> ''),
  default_language text not null default 'en' check (default_language in ('en', 'fr')),
  time_zone text not null default 'America/Toronto',
  contact_name text not null default '',
  contact_phone text not null default '',
  contact_email text not null default '',
  demo boolean not null default false,
  public_pages boolean not null default true,
  created_at timestamptz not null default now()
);
create sequence coop_ids;
call keep_apart('coops', 'select, insert, update');
grant usage on sequence coop_ids to cooperator_app;

create table coop_hosts (
  coop_id bigint not null default current_coop() references coops,
  host text primary key check (host = lower(host))
);
call keep_apart('coop_hosts');

-- What law or by-laws decide is data of the co-op, filled from a preset that the co-op confirms.
create table rule_profiles (
  coop_id bigint primary key default current_coop() references coops,
  preset text not null check (preset in ('QC', 'ON', 'BC', 'CA')),
  quorum_percent int not null check (quorum_percent between 0 and 100),
  majority_ordinary_num int not null default 1,
  majority_ordinary_den int not null default 2,
  majority_special_num int not null default 2,
  majority_special_den int not null default 3,
  abstentions_count boolean not null default false,
  notice_days_min int not null check (notice_days_min >= 0),
  notice_days_max int not null check (notice_days_max >= notice_days_min),
  auxiliary_months_max int not null check (auxiliary_months_max >= 0),
  board_size_min int not null,
  board_size_max int not null check (board_size_max >= board_size_min),
  group_size_min_for_stats int not null default 5,
  reminder_days_before int not null default 2 check (reminder_days_before between 0 and 30),
  year_starts_month int not null default 7 check (year_starts_month between 1 and 12),
  check (majority_ordinary_num > 0 and majority_ordinary_den >= majority_ordinary_num),
  check (majority_special_num > 0 and majority_special_den >= majority_special_num)
);
call keep_apart('rule_profiles', 'select, insert, update');

create table accounts (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  member_id bigint,
  email text not null check (email = lower(email) and email <> ''),
  name text not null,
  role text not null check (role in ('resident', 'admin', 'observer')),
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
  unique (coop_id, email),
  unique (coop_id, member_id)
);
call keep_apart('accounts', 'select, insert, update');

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

create table sign_in_links (
  coop_id bigint not null default current_coop() references coops,
  token_hash bytea not null,
  account_id bigint not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (coop_id, token_hash),
  foreign key (coop_id, account_id) references accounts on delete cascade
);
call keep_apart('sign_in_links');

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

-- One row a form that was sent: the same form sent twice finds the first one's answer.
create table submissions (
  coop_id bigint not null default current_coop() references coops,
  digest bytea not null,
  account_id bigint,
  outcome jsonb,
  at timestamptz not null default now(),
  primary key (coop_id, digest)
);
create index on submissions (coop_id, at);
call keep_apart('submissions');

-- What happened, once, for ever. A job gives each event its place in the chain afterwards, so writers never queue:
-- position counts from 1, hash covers the row and the hash before it.
create table events (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  at timestamptz not null default now(),
  actor_id bigint,
  actor_name text not null,
  kind text not null,
  subject_kind text not null,
  subject_id bigint,
  subject_name text not null default '',
  detail jsonb not null default '{}',
  position bigint,
  hash bytea,
  primary key (coop_id, id),
  unique (coop_id, position)
);
create index on events (coop_id, subject_kind, subject_id, id desc);
create index on events (coop_id, id) where hash is null;
call keep_apart('events', 'select, insert');
grant update (position, hash) on events to cooperator_app;

create function events_are_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or tg_op = 'TRUNCATE' then raise exception 'events are never deleted'; end if;
  if (to_jsonb(old) - 'hash' - 'position') is distinct from (to_jsonb(new) - 'hash' - 'position') or old.hash is not null then
    raise exception 'events are never changed';
  end if;
  return new;
end $$;
create trigger events_are_final before update or delete on events for each row execute function events_are_final();
create trigger events_stay before truncate on events for each statement execute function events_are_final();

create table jobs (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  kind text not null,
  payload jsonb not null,
  run_at timestamptz not null default now(),
  attempts int not null default 0,
  lease_until timestamptz,
  last_error text,
  dead_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (coop_id, id)
);
create index on jobs (run_at) where dead_at is null;
call keep_apart('jobs');

create table schedule_runs (
  coop_id bigint not null default current_coop() references coops,
  task text not null,
  due_at timestamptz not null,
  primary key (coop_id, task, due_at)
);
call keep_apart('schedule_runs', 'select, insert, delete');

-- The four crossings between co-ops, each one function. They belong to cooperator_operator, whose policies follow.
create policy operator on coops to cooperator_operator using (true);
create policy operator on coop_hosts to cooperator_operator using (true);
create policy operator on jobs to cooperator_operator using (true) with check (true);
create policy operator on schedule_runs to cooperator_operator using (true) with check (true);
grant select on coops, coop_hosts to cooperator_operator;
grant select, insert, update on jobs to cooperator_operator;
grant select, insert on schedule_runs to cooperator_operator;

-- 1. The co-op that answers under a host name; where there is only one, that one.
create function coop_of_host(wanted text) returns bigint language sql stable security definer set search_path = public as $$
  select coalesce(
    (select coop_id from coop_hosts where host = lower(wanted)),
    (select min(coop_id) from coops having count(*) = 1))
$$;

-- 2. Claims due jobs of any co-op. A lease that ran out is claimed again; attempts counts claims.
create function claim_jobs(most int, lease_seconds int)
returns table (coop_id bigint, id bigint, kind text, payload jsonb, attempts int)
language sql volatile security definer set search_path = public as $$
  update jobs j set lease_until = clock_timestamp() + make_interval(secs => lease_seconds), attempts = j.attempts + 1
  from (select d.coop_id, d.id from jobs d
        where d.dead_at is null and d.run_at <= clock_timestamp() and (d.lease_until is null or d.lease_until < clock_timestamp())
        order by d.run_at, d.id limit most for update skip locked) due
  where j.coop_id = due.coop_id and j.id = due.id
  returning j.coop_id, j.id, j.kind, j.payload, j.attempts
$$;

-- 3. Inserts runs that are due, each with its job, once whatever the number of instances. Returns how many were new.
create function insert_due_runs(runs jsonb) returns int language sql volatile security definer set search_path = public as $$
  with due as (select * from jsonb_to_recordset(runs) as r(coop_id bigint, task text, due_at timestamptz, payload jsonb)),
  fresh as (insert into schedule_runs (coop_id, task, due_at) select coop_id, task, due_at from due
            on conflict do nothing returning coop_id, task, due_at),
  made as (insert into jobs (coop_id, kind, payload)
           select coop_id, task, payload from fresh join due using (coop_id, task, due_at) returning 1)
  select count(*)::int from made
$$;

-- 4. For the operator's commands and the scheduler: which co-ops there are.
create function all_coops() returns table (coop_id bigint, name_en text, time_zone text, demo boolean)
language sql stable security definer set search_path = public as $$
  select coop_id, name_en, time_zone, demo from coops order by coop_id
$$;

alter function coop_of_host(text) owner to cooperator_operator;
alter function claim_jobs(int, int) owner to cooperator_operator;
alter function insert_due_runs(jsonb) owner to cooperator_operator;
alter function all_coops() owner to cooperator_operator;
revoke all on function coop_of_host(text), claim_jobs(int, int), insert_due_runs(jsonb), all_coops() from public;
grant execute on function coop_of_host(text), claim_jobs(int, int), insert_due_runs(jsonb), all_coops() to cooperator_app;
