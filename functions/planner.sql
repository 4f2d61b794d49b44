-- After many rows came at once: until the planner has counted them it chooses badly, and autovacuum may take minutes.
create or replace function count_rows_for_planner() returns void language sql security definer set search_path = public, pg_temp as $$
  analyze members, member_statuses, units, occupancies, committees, seats, tasks, accounts, notices, polls, questions, choices, roll, open_ballots, events
$$;
revoke execute on function count_rows_for_planner() from public;
grant execute on function count_rows_for_planner() to cooperator_app;
