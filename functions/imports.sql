-- What an undo does with homes and committees that an import made, and only if nothing of them changed since. The app may not delete
-- them: these functions may, within the co-op.

-- Prints of homes or committees.
create or replace function places_as_they_are(tab text, ids bigint[]) returns table (place_id bigint, print text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if tab not in ('units', 'committees') then raise 'not a table of places'; end if;
  return query execute format('select t.id, md5((to_jsonb(t) - ''version'')::text) from %I t where t.coop_id = current_coop() and t.id = any($1)', tab)
    using ids;
end $$;

-- Takes those homes or committees out that are as they were and that nothing points at any more. How many.
create or replace function take_places_out(tab text, prints jsonb) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  unused text := '';
  r record;
  taken int;
begin
  if tab not in ('units', 'committees') then raise 'not a table of places'; end if;
  for r in
    select c.conrelid::regclass::text as tab, a.attname as col
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and c.confrelid = ('public.' || tab)::regclass and a.attname <> 'coop_id'
  loop
    unused := unused || format(' and not exists (select from %s t where t.coop_id = p.coop_id and t.%I = p.id)', r.tab, r.col);
  end loop;
  execute format('delete from %I p where p.coop_id = current_coop() and $1 ->> p.id::text = md5((to_jsonb(p) - ''version'')::text)', tab) || unused
    using prints;
  get diagnostics taken = row_count;
  return taken;
end $$;

revoke execute on function places_as_they_are(text, bigint[]), take_places_out(text, jsonb) from public;
grant execute on function places_as_they_are(text, bigint[]), take_places_out(text, jsonb) to cooperator_app;
