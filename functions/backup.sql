-- What a backup may read: every row of every table, of all co-ops, or of one where one is chosen. Only whoever took on the role itself:
-- the owner, who is a member of it, would otherwise read past the other policies in functions that run as the owner.
grant usage on schema public to cooperator_backup;
grant select on all tables in schema public to cooperator_backup;
grant select on all sequences in schema public to cooperator_backup;
do $$
declare tab regclass;
begin
  for tab in select oid from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity loop
    execute format('drop policy if exists backup on %s', tab);
    execute format('create policy backup on %s for select to cooperator_backup using (current_user = ''cooperator_backup'' '
      'and (current_coop() is null or coop_id = current_coop()))', tab);
  end loop;
end $$;
