drop function count_rows_for_planner();
do $$
declare tab text;
begin
  foreach tab in array array['members', 'member_statuses', 'units', 'occupancies', 'committees', 'seats'] loop
    execute format('drop trigger register_changed on %I', tab);
  end loop;
end $$;
drop function register_changed();
alter table coops drop column register_version;
