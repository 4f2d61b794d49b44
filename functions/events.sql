-- Events stay as they were recorded. One may lose the person in it, by the one function below, and nothing else of it may change.
create or replace function events_are_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or tg_op = 'TRUNCATE' then raise exception 'events are never deleted'; end if;
  if current_setting('app.rewriting', true) = 'yes'
    and (to_jsonb(old) - '{actor_name,subject_name,detail,salt}'::text[])
      is not distinct from (to_jsonb(new) - '{actor_name,subject_name,detail,salt}'::text[]) then
    return new;
  end if;
  if (to_jsonb(old) - '{hash,rest,position}'::text[]) is distinct from (to_jsonb(new) - '{hash,rest,position}'::text[]) or old.hash is not null then
    raise exception 'events are never changed';
  end if;
  return new;
end $$;
create or replace trigger events_are_final before update or delete on events for each row execute function events_are_final();
create or replace trigger events_stay before truncate on events for each statement execute function events_are_final();

-- The app has no right to update these columns; this function has. Whatever it does shows: the chain holds only for rows that a
-- later event of the chain seals anew.
create or replace function rewrite_event(event_id bigint, new_actor text, new_subject text, new_detail jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.rewriting', 'yes', true);
  update events set actor_name = new_actor, subject_name = new_subject, detail = new_detail, salt = null
    where coop_id = current_coop() and id = event_id;
  perform set_config('app.rewriting', '', true);
end $$;
revoke execute on function rewrite_event(bigint, text, text, jsonb) from public;
grant execute on function rewrite_event(bigint, text, text, jsonb) to cooperator_app;
