-- A number that is another one after every change of the register, so that what was rendered from it can be kept and shown again.
-- It is a row and not a sequence, so that it changes with the change: whoever sees one sees the other.
alter table coops add column register_version bigint not null default 0;

create function register_changed() returns trigger language plpgsql as $$
begin
  update coops set register_version = register_version + 1 where coop_id = current_coop();
  return null;
end $$;

do $$
declare tab text;
begin
  foreach tab in array array['members', 'member_statuses', 'units', 'occupancies', 'committees', 'seats'] loop
    execute format('create trigger register_changed after insert or update or delete on %I
      for each statement execute function register_changed()', tab);
  end loop;
end $$;

-- After many rows came at once: until the planner has counted them it chooses badly, and autovacuum may take minutes.
create function count_rows_for_planner() returns void language sql security definer set search_path = public, pg_temp
  as $$ analyze members, member_statuses, units, occupancies, committees, seats, tasks, accounts, notices, polls, roll, open_ballots, events $$;
revoke execute on function count_rows_for_planner() from public;
grant execute on function count_rows_for_planner() to cooperator_app;
