-- To put somebody back as they were is itself a change and counts the version up. A print that held the version would take that for a
-- touch, and the undo of an earlier import would leave everybody alone for ever. So the prints are of everything but the version.
create or replace function members_as_they_are(ids bigint[], whole boolean)
returns table (member_id bigint, print text, content jsonb)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  parts text := 'select m.id as member, ''members'' as tab, jsonb_build_array(to_jsonb(m)) as content from members m '
    'where m.coop_id = current_coop() and m.id = any($1)';
  r record;
begin
  for r in
    select c.conrelid::regclass::text as tab, a.attname as col
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and c.confrelid = 'members'::regclass and a.attname <> 'coop_id'
      and c.conrelid not in ('scores'::regclass, 'score_facts'::regclass)
    order by 1, 2
  loop
    parts := parts || format(' union all select t.%1$I, %2$L, jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) from %3$s t '
      'where t.coop_id = current_coop() and t.%1$I = any($1) group by 1', r.col, r.tab, r.tab);
  end loop;
  return query execute 'select x.member, md5(string_agg(x.tab || x.shown, '' '' order by x.tab, x.shown)), '
    'case when $2 then coalesce(jsonb_object_agg(x.tab, x.content) filter '
    '(where x.tab in (''members'', ''member_statuses'', ''member_phones'', ''occupancies'', ''seats'')), ''{}'') end from (select p.*, case when p.tab = ''members'' then ((p.content -> 0) - ''version'')::text else p.content::text end as shown '
    'from (' || parts || ') p) x group by x.member'
    using ids, whole;
end $$;

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
