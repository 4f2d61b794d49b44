-- Everything of ours in the schema but the tables, which are gone by now: what this migration made and what `functions/` holds.
-- Roles and extensions stay: other databases of the server use the roles, and the extensions may have been there before us.
do $$
declare made text;
begin
  for made in
    select p.oid::regprocedure::text from pg_proc p
    where p.pronamespace = 'public'::regnamespace and pg_has_role(p.proowner, 'usage')
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  loop
    execute format('drop routine %s', made);
  end loop;
end $$;
drop table functions_applied;
revoke select on __diesel_schema_migrations from cooperator_app;
revoke select on __diesel_schema_migrations from cooperator_backup;
revoke usage on schema public from cooperator_app, cooperator_backup;
revoke usage, create on schema public from cooperator_operator;
