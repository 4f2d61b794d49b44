-- An import brings several phones of one person, so its undo puts them back too. The functions are those of imports_undone otherwise.
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
  return query execute 'select x.member, md5(string_agg(x.tab || x.content::text, '' '' order by x.tab, x.content::text)), '
    'case when $2 then coalesce(jsonb_object_agg(x.tab, x.content) filter '
    '(where x.tab in (''members'', ''member_statuses'', ''member_phones'', ''occupancies'', ''seats'')), ''{}'') end from (' || parts || ') x group by x.member'
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
