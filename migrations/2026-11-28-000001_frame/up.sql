-- The frame of every table: roles, extensions, tenancy by row-level security, and the functions that columns, indexes and checks need
-- from the beginning. All other functions and all triggers stand in `functions/`, once each, as they are today.
--
-- The roles are there already: `functions/roles.sql` makes them before anything else.
create extension if not exists btree_gist;
create extension if not exists unaccent;

grant usage on schema public to cooperator_app;
grant usage, create on schema public to cooperator_operator;

-- Which text of `functions/` this database has: one row. A server reads it, and which migrations there are, before it starts.
create table functions_applied (
  digest text not null
);
grant select on functions_applied, __diesel_schema_migrations to cooperator_app;

-- The co-op of this connection. Null when none was chosen: then every table looks empty. A role that reads the views of `reporting` has the
-- number of its co-op in its name, because a setting of a role's own takes a superuser to give.
create function current_coop() returns bigint language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.coop_id', true), ''),
    (regexp_match(session_user::text, '^cooperator_reports_([0-9]{1,18})(_|$)'))[1])::bigint $$;

-- Puts a table under the rule "rows of one co-op only", and lets the app do what is listed in `rights`.
-- Every table with coop_id calls this; a test asks the catalogue whether one was forgotten.
create procedure keep_apart(tab regclass, rights text default 'select, insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tab);
  execute format('alter table %s force row level security', tab);
  execute format('create policy one_coop on %s using (coop_id = current_coop()) with check (coop_id = current_coop())', tab);
  execute format('grant %s on %s to cooperator_app', rights, tab);
end $$;

-- The three functions below make stored columns. They are never replaced: a migration that needs other keys makes other functions,
-- since nothing would work out anew what is stored already.

-- Folds case, accents and apostrophes, so that "elodie obrien" finds "Élodie O'Brien". Immutable, for columns and indexes.
create function folded(text) returns text language sql immutable strict parallel safe
  as $$ select translate(lower(public.unaccent('public.unaccent', $1)), '''`´’ʼ‘', '') $$;

-- The order of names as readers of French and English expect it: accents, case and apostrophes aside, a hyphen is a space, words one
-- after the other, "Mc" and "Mac" letters like others, the family name before the given one. Names that differ only in accents
-- stand in the order of Canadian French dictionaries, where the last difference decides: cote, côte, coté, côté. A key that is stored
-- and compared byte by byte is the same on every server; the order of a collation changes with the version of its library.
create function name_key(text) returns text language sql immutable strict parallel safe
  as $$ select btrim(regexp_replace(translate(public.folded(normalize($1, NFC)), '''`´’ʼ.', ''), '[[:space:],_/()"-]+', ' ', 'g')) $$;
create function name_order(family text, given text) returns text language sql immutable strict parallel safe
  as $$ select coalesce(nullif(public.name_key(family), ''), public.name_key(given)) || chr(9) || public.name_key(given) || chr(9)
    || reverse(lower(normalize(family || ' ' || given, NFC))) $$;
