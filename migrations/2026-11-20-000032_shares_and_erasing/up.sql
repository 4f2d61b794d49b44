-- Member shares, and erasing a person from the events without breaking their chain.

-- One entry a movement. A transfer is two: what one member gives and another receives.
create table share_entries (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  member_id bigint not null,
  kind text not null check (kind in ('paid', 'transferred', 'received', 'refunded')),
  quantity int not null check (quantity between 1 and 1000000),
  on_date date not null,
  certificate text not null default '',
  -- the other side of a transfer
  other_id bigint,
  account_id bigint,
  entered_at timestamptz not null,
  primary key (coop_id, id),
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, other_id) references members,
  foreign key (coop_id, account_id) references accounts,
  check ((kind in ('transferred', 'received')) = (other_id is not null))
);
create index on share_entries (coop_id, member_id, on_date, id);
call keep_apart('share_entries', 'select, insert');

-- A random value hashed with each event and forgotten when the event is rewritten: without it, nobody can try names against
-- the hash that stays. Events that were there before have none.
alter table events add column salt bytea;
alter table events alter column salt set default uuid_send(gen_random_uuid());

-- An event may lose the person in it, by the one function below, and nothing else of it may change.
create or replace function events_are_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or tg_op = 'TRUNCATE' then raise exception 'events are never deleted'; end if;
  if current_setting('app.rewriting', true) = 'yes'
    and (to_jsonb(old) - '{actor_name,subject_name,detail,salt}'::text[])
      is not distinct from (to_jsonb(new) - '{actor_name,subject_name,detail,salt}'::text[]) then
    return new;
  end if;
  if (to_jsonb(old) - 'hash' - 'position') is distinct from (to_jsonb(new) - 'hash' - 'position') or old.hash is not null then
    raise exception 'events are never changed';
  end if;
  return new;
end $$;

-- The app has no right to update these columns; this function has. Whatever it does shows: the chain holds only for rows that a
-- later event of the chain seals anew.
create function rewrite_event(event_id bigint, new_actor text, new_subject text, new_detail jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.rewriting', 'yes', true);
  update events set actor_name = new_actor, subject_name = new_subject, detail = new_detail, salt = null
    where coop_id = current_coop() and id = event_id;
  perform set_config('app.rewriting', '', true);
end $$;
revoke execute on function rewrite_event(bigint, text, text, jsonb) from public;
grant execute on function rewrite_event(bigint, text, text, jsonb) to cooperator_app;
