-- Every change of the register counts its version up (see `coops`), in the transaction of the change: once, however many statements
-- it has. The row of the co-op is locked from then on until the end, so that nobody can see a count between the two.
create or replace function register_changed() returns trigger language plpgsql as $$
begin
  if current_setting('app.register_raised', true) is distinct from current_coop()::text then
    update coops set register_version = register_version + 1 where coop_id = current_coop();
    perform set_config('app.register_raised', current_coop()::text, true);
  end if;
  return null;
end $$;

do $$
declare tab text;
begin
  foreach tab in array array['members', 'member_statuses', 'member_phones', 'units', 'occupancies', 'unit_children', 'committees', 'seats',
      'leads', 'board_terms'] loop
    execute format('create or replace trigger register_changed after insert or update or delete on %I
      for each statement execute function register_changed()', tab);
  end loop;
end $$;
