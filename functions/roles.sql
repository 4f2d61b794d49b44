-- The roles, which belong to the whole server of databases and not to this one: made before the tables, and before a backup comes in.
--
-- The owner (whoever runs this) owns the tables. cooperator_app answers requests: it has no DDL, no BYPASSRLS, and sees the rows of one
-- co-op. cooperator_operator owns the few functions that cross co-ops. cooperator_backup reads everything and changes nothing;
-- cooperator_reports reads the views of `reporting`. Nobody signs in as the last three; a role of the operator's own may be put into them.
do $$
declare role_name text;
begin
  foreach role_name in array array['cooperator_app', 'cooperator_operator', 'cooperator_backup', 'cooperator_reports'] loop
    begin
      if not exists (select from pg_roles where rolname = role_name) then
        execute format('create role %I %s', role_name, case role_name when 'cooperator_app' then 'login' else 'nologin' end);
      end if;
    exception when duplicate_object or unique_violation then null; -- another database of the same server was quicker
    end;
    begin
      if not pg_has_role(current_user, role_name, 'member') then
        execute format('grant %I to current_user', role_name);
      end if;
    exception when others then null; -- two grants at once collide harmlessly
    end;
  end loop;
end $$;
