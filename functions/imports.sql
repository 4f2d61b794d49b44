-- An undo takes people out of the register again, or puts them back as they were, and only if nothing of them changed since. The app
-- may not delete members: these functions may, within the co-op.

-- What there is of members, as a print that changes when anything of it does, and if `whole` as the rows that can be put back. That
-- is asked of every table that points at members, so that a new one cannot be forgotten; scores are left out, which are worked out
-- anew each night and go with their member. To put somebody back counts the version up and is no touch: the print leaves it out, or
-- else the undo of an earlier import would leave everybody alone for ever.
create or replace function members_as_they_are(ids bigint[], whole boolean)
returns table (member_id bigint, print text, content jsonb)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  parts text := $part$select m.id as member, 'members' as tab, jsonb_build_array(to_jsonb(m)) as content from members m
    where m.coop_id = current_coop() and m.id = any($1)$part$;
  r record;
begin
  for r in
    select distinct c.conrelid::regclass::text as tab, a.attname as col
    from pg_constraint c cross join unnest(c.conkey, c.confkey) as pair(own, theirs)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = pair.own
      join pg_attribute t on t.attrelid = c.confrelid and t.attnum = pair.theirs and t.attname = 'id'
    where c.contype = 'f' and c.confrelid = 'members'::regclass
      and c.conrelid not in ('scores'::regclass, 'score_facts'::regclass)
    order by 1, 2
  loop
    parts := parts || format($part$ union all select t.%1$I, %2$L, jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) from %3$s t
      where t.coop_id = current_coop() and t.%1$I = any($1) group by 1$part$, r.col, r.tab, r.tab);
  end loop;
  return query execute $query$
    select x.member, md5(string_agg(x.tab || x.shown, ' ' order by x.tab, x.shown)),
      case when $2 then coalesce(jsonb_object_agg(x.tab, x.content)
        filter (where x.tab in ('members', 'member_statuses', 'member_phones', 'occupancies', 'seats')), '{}') end
    from (select p.*, (case p.tab when 'members' then (p.content -> 0) - 'version' else p.content end)::text as shown
      from ($query$ || parts || $query$) p) x
    group by x.member$query$
    using ids, whole;
end $$;

-- Writes the rows that `members_as_they_are` gave, with everything these members have of the same kinds.
create or replace function put_members_back(ids bigint[], content jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  tab text;
  cols text;
begin
  select string_agg(quote_ident(attname), ', ' order by attnum) into cols from pg_attribute
    where attrelid = 'members'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      and attname not in ('coop_id', 'id', 'version');
  execute format('update members m set (%1$s, version) = (select %1$s, m.version + 1 '
    'from jsonb_populate_recordset(null::members, $1 -> ''members'') b where b.id = m.id) '
    'where m.coop_id = current_coop() and m.id = any($2)', cols) using content, ids;
  foreach tab in array array['member_statuses', 'member_phones', 'occupancies', 'seats'] loop
    execute format('delete from %I where coop_id = current_coop() and member_id = any($1)', tab) using ids;
    select string_agg(quote_ident(attname), ', ' order by attnum) into cols from pg_attribute
      where attrelid = tab::regclass and attnum > 0 and not attisdropped and attgenerated = '';
    execute format('insert into %1$I (%2$s) overriding system value select %2$s from jsonb_populate_recordset(null::%1$I, $1 -> %3$L) b '
      'where b.coop_id = current_coop() and b.member_id = any($2)', tab, cols, tab) using content, ids;
  end loop;
end $$;

-- Takes members out as if they had never been put in.
create or replace function take_members_out(ids bigint[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from seats where coop_id = current_coop() and member_id = any(ids);
  delete from occupancies where coop_id = current_coop() and member_id = any(ids);
  delete from member_statuses where coop_id = current_coop() and member_id = any(ids);
  delete from members where coop_id = current_coop() and id = any(ids);
$$;

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

revoke execute on function members_as_they_are(bigint[], boolean), put_members_back(bigint[], jsonb), take_members_out(bigint[]),
  places_as_they_are(text, bigint[]), take_places_out(text, jsonb) from public;
grant execute on function members_as_they_are(bigint[], boolean), put_members_back(bigint[], jsonb), take_members_out(bigint[]),
  places_as_they_are(text, bigint[]), take_places_out(text, jsonb) to cooperator_app;
