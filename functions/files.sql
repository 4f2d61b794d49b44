-- What is voted on stays as it was when the vote opened: so do its files. Whoever opens it and whoever brings a file wait for each other.
create or replace function files_have_their_time() returns trigger language plpgsql as $$
declare
  stands text;
begin
  if tg_op = 'UPDATE' and (old.about, old.about_id, old.name, old.kind, old.size, old.sha256, old.description, old.taken_back_at, old.bytes)
    is not distinct from (new.about, new.about_id, new.name, new.kind, new.size, new.sha256, new.description, new.taken_back_at, new.bytes) then
    return new;
  end if;
  if new.about = 'poll' then
    select status into stands from polls where coop_id = new.coop_id and id = new.about_id for share;
    if stands not in ('draft', 'scheduled') then raise exception 'the files of a vote stay as they were when it opened'; end if;
  end if;
  return new;
end $$;
create or replace trigger files_have_their_time before insert or update on files for each row execute function files_have_their_time();
