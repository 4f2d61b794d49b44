-- What was voted on stays as it was voted on: the app may set a vote up, open it once and close it once. What its own role could do
-- besides, by mistake or in the hands of somebody else, these refuse; that the owner of the tables did it, `cooperator verify` finds.
-- While a vote is open, who turns out to be on its roll twice may be taken off once: that is done by functions that the app may call
-- (`functions/members.sql`), and told by an event with new seals.
create or replace function is_merging() returns boolean language sql stable as $$
  select current_setting('app.merging', true) = 'yes' and current_user <> 'cooperator_app'
$$;

-- Whether a misspelt word is being corrected, by the function below.
create or replace function is_correcting() returns boolean language sql stable as $$
  select current_setting('app.correcting', true) = 'yes' and current_user <> 'cooperator_app'
$$;

-- Whether a choice is withdrawn, by the function below.
create or replace function is_withdrawing() returns boolean language sql stable as $$
  select current_setting('app.withdrawing', true) = 'yes' and current_user <> 'cooperator_app'
$$;

-- From its opening on a vote only ends: titles, texts and rules stay, but for misspelt words that two people correct, and of a vote that was
-- closed or called off everything. One that went wrong is void from then on, as it is.
create or replace function votes_are_final() returns trigger language plpgsql as $$
declare
  ending text[] := '{status,closed_at,appeal_until,reminded_at,version}';
begin
  if is_merging() then ending := ending || '{roll_size,quorum_roll}'::text[]; end if;
  if is_correcting() then ending := ending || '{title_en,title_fr,details_en,details_fr,pros_en,pros_fr,cons_en,cons_fr}'::text[]; end if;
  -- Nobody has seen a figure yet: the end may be put off, or be now.
  if tg_op = 'UPDATE' and old.status = 'open' and old.shows = 'closed'
    and new.closes_at >= least(old.closes_at, clock_timestamp() - interval '1 minute') then
    ending := ending || '{closes_at,announced_closes_at}'::text[];
  end if;
  if tg_op = 'UPDATE' then
    if old.status in ('draft', 'scheduled') then return new; end if;
    if old.status = 'open' and new.status in ('open', 'closed', 'disputed') and to_jsonb(old) - ending = to_jsonb(new) - ending then return new; end if;
  end if;
  if tg_op = 'UPDATE' and new.status = 'void' then
    ending := '{status,voided_at,void_reason,version}';
    if old.status in ('open', 'closed', 'disputed') and to_jsonb(old) - ending = to_jsonb(new) - ending then return new; end if;
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

-- What is asked is written, changed and taken out until the vote opens; after that a misspelt word of it is corrected, and who stands can
-- withdraw, once.
create or replace function asking_has_its_time() returns trigger language plpgsql as $$
begin
  if is_withdrawing() and tg_op = 'UPDATE' and tg_table_name = 'choices' and to_jsonb(old) ->> 'withdrawn_at' is null
    and to_jsonb(old) - 'withdrawn_at' = to_jsonb(new) - 'withdrawn_at' then return new; end if;
  if is_correcting() and tg_op = 'UPDATE'
    and to_jsonb(old) - '{title_en,title_fr}'::text[] = to_jsonb(new) - '{title_en,title_fr}'::text[] then return new; end if;
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

-- Whether two accounts are of two people, as far as the register knows.
create or replace function are_two(one bigint, other bigint) returns boolean language sql stable as $$
  select one <> other and not exists (select from accounts a join accounts b on b.coop_id = a.coop_id and b.id = other
    where a.id = one and entry_of(a.member_id) = entry_of(b.member_id))
$$;

-- What was proposed stays as it was proposed; it is settled once, and made by the function below alone.
create or replace function corrections_stay() returns trigger language plpgsql as $$
declare
  settling text[] := '{outcome,settled_by,settled_at}';
begin
  if tg_op = 'INSERT' and new.outcome is null then return new; end if;
  if tg_op = 'UPDATE' and old.outcome is null and to_jsonb(old) - settling = to_jsonb(new) - settling
    and (new.outcome is distinct from 'made' or is_correcting()) then return new; end if;
  raise exception 'a correction stays as it was proposed and settled';
end $$;
create or replace trigger corrections_stay before insert or update or delete on corrections
  for each row execute function corrections_stay();

-- Makes a correction that waits, in the name of another person than who proposed it. Whether the text still said what was to be corrected.
create or replace function correct_text(poll bigint, correction int, account bigint, moment timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c corrections;
  of_en boolean;
  of_fr boolean;
  made int;
begin
  select x.* into c from corrections x join polls p on p.coop_id = x.coop_id and p.id = x.poll_id and p.status = 'open'
    where x.coop_id = current_coop() and x.poll_id = poll and x.number = correction and x.outcome is null and are_two(x.proposed_by, account);
  if not found then return false; end if;
  of_en := c.language in ('en', 'both');
  of_fr := c.language in ('fr', 'both');
  perform set_config('app.correcting', 'yes', true);
  if c.choice is not null then
    update choices t set title_en = case when of_en then c.after else t.title_en end, title_fr = case when of_fr then c.after else t.title_fr end
      where t.coop_id = c.coop_id and t.poll_id = poll and t.question = c.question and t.number = c.choice
        and (not of_en or t.title_en = c.before) and (not of_fr or t.title_fr = c.before);
  elsif c.question is not null then
    update questions t set title_en = case when of_en then c.after else t.title_en end, title_fr = case when of_fr then c.after else t.title_fr end
      where t.coop_id = c.coop_id and t.poll_id = poll and t.number = c.question
        and (not of_en or t.title_en = c.before) and (not of_fr or t.title_fr = c.before);
  else
    execute format('update polls t set %1$I = case when $1 then $3 else t.%1$I end, %2$I = case when $2 then $3 else t.%2$I end '
      'where t.coop_id = $4 and t.id = $5 and (not $1 or t.%1$I = $6) and (not $2 or t.%2$I = $6)', c.field || '_en', c.field || '_fr')
      using of_en, of_fr, c.after, c.coop_id, poll, c.before;
  end if;
  get diagnostics made = row_count;
  if made = 1 then
    update polls t set version = t.version + 1 where t.coop_id = c.coop_id and t.id = poll;
    update corrections t set outcome = 'made', settled_by = account, settled_at = moment
      where t.coop_id = c.coop_id and t.poll_id = poll and t.number = correction;
  end if;
  perform set_config('app.correcting', '', true);
  return made = 1;
end $$;
revoke execute on function correct_text(bigint, int, bigint, timestamptz) from public;
grant execute on function correct_text(bigint, int, bigint, timestamptz) to cooperator_app;

-- A choice of a vote that is announced or open stands no more. Whether it stood until now.
create or replace function withdraw_choice(poll bigint, asked int, choice int, moment timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  made int;
begin
  perform set_config('app.withdrawing', 'yes', true);
  update choices t set withdrawn_at = moment where t.coop_id = current_coop() and t.poll_id = poll and t.question = asked and t.number = choice
    and t.withdrawn_at is null
    and exists (select from polls p where p.coop_id = t.coop_id and p.id = poll and p.status in ('scheduled', 'open'));
  get diagnostics made = row_count;
  update polls t set version = t.version + 1 where t.coop_id = current_coop() and t.id = poll and made = 1;
  perform set_config('app.withdrawing', '', true);
  return made = 1;
end $$;
revoke execute on function withdraw_choice(bigint, int, int, timestamptz) from public;
grant execute on function withdraw_choice(bigint, int, int, timestamptz) to cooperator_app;
