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

drop index members_listed;
alter table members drop column known_as;
create index members_listed on members (coop_id, sort_name, id) include (found_by, phone_digits, phone_seen_by);
