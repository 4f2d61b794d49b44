-- Privacy, and what goes with it: names in the order readers expect, photos, children of a home, votes of a home, the person in
-- charge of personal information and the register of confidentiality incidents.

-- The order of names as readers of French and English expect it: accents, case and apostrophes aside, a hyphen is a space, words one
-- after the other, "Mc" and "Mac" letters like others, the family name before the given one. Names that differ only in accents
-- stand in the order of Canadian French dictionaries, where the last difference decides: cote, côte, coté, côté. A key that is stored
-- and compared byte by byte is the same on every server; the order of a collation changes with the version of its library.
create function name_key(text) returns text language sql immutable strict parallel safe
  as $$ select btrim(regexp_replace(translate(public.folded(normalize($1, NFC)), '''`´’ʼ.', ''), '[[:space:],_/()"-]+', ' ', 'g')) $$;
create function name_order(family text, given text) returns text language sql immutable strict parallel safe
  as $$ select coalesce(nullif(public.name_key(family), ''), public.name_key(given)) || chr(9) || public.name_key(given) || chr(9)
    || reverse(lower(normalize(family || ' ' || given, NFC))) $$;
alter table members drop column sort_name;
alter table members add column sort_name text collate "C" not null
  generated always as (name_order(family_name, coalesce(nullif(preferred_name, ''), given_name))) stored;
-- Where the index of long lists (000061) was there before, it went with the column.
do $$ begin
  if exists (select from pg_attribute where attrelid = 'members'::regclass and attname = 'phone_digits' and not attisdropped) then
    create index members_listed on members (coop_id, sort_name, id) include (found_by, phone_digits, phone_seen_by);
  else
    create index on members (coop_id, sort_name, id);
  end if;
end $$;

-- A photo is what the program made of a file: a square JPEG without anything else in it.
alter table members add column photo_seen_by text not null default 'nobody' check (photo_seen_by in ('nobody', 'committees', 'members'));
create table member_photos (
  coop_id bigint not null default current_coop() references coops,
  member_id bigint not null,
  jpeg bytea not null check (octet_length(jpeg) between 1 and 61440),
  set_at timestamptz not null,
  primary key (coop_id, member_id),
  foreign key (coop_id, member_id) references members on delete cascade
);
call keep_apart('member_photos');

-- How many children live in a home from a day on: a number, never who they are.
create table unit_children (
  coop_id bigint not null default current_coop() references coops,
  unit_id bigint not null,
  since date not null,
  children int not null check (children between 0 and 20),
  primary key (coop_id, unit_id, since),
  foreign key (coop_id, unit_id) references units
);
call keep_apart('unit_children');
create trigger register_changed after insert or update or delete on unit_children
  for each statement execute function register_changed();

-- How many votes a home has, where a co-op counts by homes.
alter table units add column votes int not null default 1 check (votes between 0 and 99);

-- Who answers for personal information, shown to everybody.
alter table coops
  add column privacy_name text not null default '',
  add column privacy_title text not null default '',
  add column privacy_address text not null default '';

-- Regulation respecting confidentiality incidents (chapter A-2.1, r. 3.1), section 7; kept five years by section 8.
create table incidents (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  information text not null check (information <> ''),
  circumstances text not null check (circumstances <> ''),
  -- the day, or the first and the last of a period; the words where only about when is known
  happened_from date,
  happened_until date,
  happened_about text not null default '',
  known_on date not null,
  people int not null check (people >= 0),
  people_about boolean not null default false,
  serious_risk boolean not null,
  risk_reasons text not null check (risk_reasons <> ''),
  commission_told_on date,
  people_told_on date,
  public_notice text not null default '',
  measures text not null check (measures <> ''),
  version int not null default 1,
  primary key (coop_id, id),
  check (happened_from is not null or happened_about <> ''),
  check (happened_until >= happened_from)
);
create index on incidents (coop_id, known_on, id);
call keep_apart('incidents');
