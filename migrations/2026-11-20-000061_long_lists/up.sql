-- Lists and searches of very many members. Row-level security lets no index answer `like`, since that operator is not leakproof; so a
-- search walks the names in their order and looks at what it needs in the index itself, which holds everything it asks for.
alter table members add column phone_digits text not null
  generated always as (coalesce(regexp_replace(phone, '[^0-9]', '', 'g'), '')) stored;
alter table member_phones add column digits text not null
  generated always as (regexp_replace(number, '[^0-9]', '', 'g')) stored;

do $$
declare old text;
begin
  for old in select indexname from pg_indexes where schemaname = current_schema() and tablename = 'members'
      and indexdef like '%(coop_id, sort_name, id)%' loop
    execute format('drop index %I', old);
  end loop;
end $$;
create index members_listed on members (coop_id, sort_name, id) include (found_by, phone_digits, phone_seen_by);
drop index member_statuses_former;
