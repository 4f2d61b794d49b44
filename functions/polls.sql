-- What was voted on stays as it was voted on: the app may set a vote up, open it once and close it once. What its own role could do
-- besides, by mistake or in the hands of somebody else, these refuse; that the owner of the tables did it, `cooperator verify` finds.
-- While a vote is open, who turns out to be on its roll twice may be taken off once: that is done by functions that the app may call
-- (`functions/members.sql`), and told by an event with new seals.
create or replace function is_merging() returns boolean language sql stable as $$
  select current_setting('app.merging', true) = 'yes' and current_user <> 'cooperator_app'
$$;

-- From its opening on a vote only ends: titles, texts and rules stay, and of a vote that was closed or called off everything. One that went
-- wrong is void from then on, as it is.
create or replace function votes_are_final() returns trigger language plpgsql as $$
declare
  ending text[] := '{status,closed_at,reminded_at,version}';
begin
  if is_merging() then ending := ending || 'roll_size'::text; end if;
  -- Nobody has seen a figure yet: the end may be put off.
  if tg_op = 'UPDATE' and old.status = 'open' and old.shows = 'closed' and new.closes_at >= old.closes_at then
    ending := ending || '{closes_at,announced_closes_at}'::text[];
  end if;
  if tg_op = 'UPDATE' then
    if old.status in ('draft', 'scheduled') then return new; end if;
    if old.status = 'open' and new.status in ('open', 'closed') and to_jsonb(old) - ending = to_jsonb(new) - ending then return new; end if;
  end if;
  if tg_op = 'UPDATE' and new.status = 'void' then
    ending := '{status,voided_at,void_reason,version}';
    if old.status in ('open', 'closed') and to_jsonb(old) - ending = to_jsonb(new) - ending then return new; end if;
  end if;
  raise exception 'a vote stays as it was opened, and its end as it was';
end $$;
create or replace trigger votes_are_final before update or delete on polls for each row execute function votes_are_final();

-- The roll is written before its vote opens, a ballot while it is open, a result once. Where there is no such vote, the key says so.
create or replace function voting_has_its_time() returns trigger language plpgsql as $$
declare
  stands text;
begin
  if is_merging() and tg_table_name <> 'results' then
    select status into stands from polls where coop_id = current_coop() and id = case tg_op when 'DELETE' then old.poll_id else new.poll_id end;
    if stands = 'open' then return case tg_op when 'DELETE' then old else new end; end if;
  end if;
  if tg_op <> 'DELETE' then
    select status into stands from polls where coop_id = new.coop_id and id = new.poll_id;
    if stands is null or stands = any(tg_argv) then return new; end if;
  end if;
  raise exception '% of a vote never changes after its time', tg_table_name;
end $$;
create or replace trigger voting_has_its_time before insert or update or delete on roll
  for each row execute function voting_has_its_time('draft', 'scheduled');
create or replace trigger voting_has_its_time before insert or update or delete on open_ballots
  for each row execute function voting_has_its_time('open');
create or replace trigger voting_has_its_time before insert or update of answers on guest_answers
  for each row execute function voting_has_its_time('open');
create or replace trigger voting_has_its_time before update or delete on results
  for each row execute function voting_has_its_time();

-- What is asked is written, changed and taken out until the vote opens.
create or replace function asking_has_its_time() returns trigger language plpgsql as $$
begin
  if exists (select from polls where coop_id = coalesce(new.coop_id, old.coop_id) and id = coalesce(new.poll_id, old.poll_id)
    and status not in ('draft', 'scheduled')) then
    raise exception 'what a vote asks stays as it was when it opened';
  end if;
  return coalesce(new, old);
end $$;
create or replace trigger asking_has_its_time before insert or update or delete on questions
  for each row execute function asking_has_its_time();
create or replace trigger asking_has_its_time before insert or update or delete on choices
  for each row execute function asking_has_its_time();
