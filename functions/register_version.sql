-- Every change of the register counts its version up (see `coops`), in the transaction of the change.
create or replace function register_changed() returns trigger language plpgsql as $$
begin
  update coops set register_version = register_version + 1 where coop_id = current_coop();
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
