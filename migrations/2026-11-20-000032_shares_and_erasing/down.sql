drop function rewrite_event(bigint, text, text, jsonb);
create or replace function events_are_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or tg_op = 'TRUNCATE' then raise exception 'events are never deleted'; end if;
  if (to_jsonb(old) - 'hash' - 'position') is distinct from (to_jsonb(new) - 'hash' - 'position') or old.hash is not null then
    raise exception 'events are never changed';
  end if;
  return new;
end $$;
alter table events drop column salt;
drop table share_entries;
