-- People go out of the register again who came in by mistake, or are as they were before, and only if nothing of them changed since;
-- two entries of one person become one. The app may not do that: these functions may, within the co-op.

-- What there is of members, as a print that changes when anything of it does, if `whole` as the rows that can be put back, and in which
-- tables. That
-- is asked of every table that points at members, so that a new one cannot be forgotten; scores are left out, which are worked out
-- anew each night and go with their member. To put somebody back counts the version up and is no touch: the print leaves it out, or
-- else the undo of an earlier import would leave everybody alone for ever.
create or replace function members_as_they_are(ids bigint[], whole boolean)
returns table (member_id bigint, print text, content jsonb, places text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  parts text := $part$select m.id as member, 'members' as tab, jsonb_build_array(to_jsonb(m)) as content from members m
    where m.coop_id = current_coop() and m.id = any($1)$part$;
  r record;
begin
  for r in
    select distinct c.conrelid::regclass::text as tab, a.attname as col
    from pg_constraint c cross join unnest(c.conkey, c.confkey) as pair(own, theirs)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = pair.own
      join pg_attribute t on t.attrelid = c.confrelid and t.attnum = pair.theirs and t.attname = 'id'
    where c.contype = 'f' and c.confrelid = 'members'::regclass
      and c.conrelid not in ('members'::regclass, 'scores'::regclass)
    order by 1, 2
  loop
    parts := parts || format($part$ union all select t.%1$I, %2$L, jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) from %3$s t
      where t.coop_id = current_coop() and t.%1$I = any($1) group by 1$part$, r.col, r.tab, r.tab);
  end loop;
  return query execute $query$
    select x.member, md5(string_agg(x.tab || x.shown, ' ' order by x.tab, x.shown)),
      case when $2 then coalesce(jsonb_object_agg(x.tab, x.content)
        filter (where x.tab in ('members', 'member_statuses', 'member_phones', 'occupancies', 'seats')), '{}') end,
      array_agg(distinct x.tab)
    from (select p.*, (case p.tab when 'members' then (p.content -> 0) - 'version' else p.content end)::text as shown
      from ($query$ || parts || $query$) p) x
    group by x.member$query$
    using ids, whole;
end $$;

-- Writes the rows that `members_as_they_are` gave, with everything these members have of the same kinds.
create or replace function put_members_back(ids bigint[], content jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  tab text;
  cols text;
begin
  select string_agg(quote_ident(attname), ', ' order by attnum) into cols from pg_attribute
    where attrelid = 'members'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      and attname not in ('coop_id', 'id', 'version');
  execute format('update members m set (%1$s, version) = (select %1$s, m.version + 1 '
    'from jsonb_populate_recordset(null::members, $1 -> ''members'') b where b.id = m.id) '
    'where m.coop_id = current_coop() and m.id = any($2)', cols) using content, ids;
  foreach tab in array array['member_statuses', 'member_phones', 'occupancies', 'seats'] loop
    execute format('delete from %I where coop_id = current_coop() and member_id = any($1)', tab) using ids;
    select string_agg(quote_ident(attname), ', ' order by attnum) into cols from pg_attribute
      where attrelid = tab::regclass and attnum > 0 and not attisdropped and attgenerated = '';
    execute format('insert into %1$I (%2$s) overriding system value select %2$s from jsonb_populate_recordset(null::%1$I, $1 -> %3$L) b '
      'where b.coop_id = current_coop() and b.member_id = any($2)', tab, cols, tab) using content, ids;
  end loop;
end $$;

-- Takes members out as if they had never been put in.
create or replace function take_members_out(ids bigint[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from seats where coop_id = current_coop() and member_id = any(ids);
  delete from occupancies where coop_id = current_coop() and member_id = any(ids);
  delete from member_statuses where coop_id = current_coop() and member_id = any(ids);
  delete from members where coop_id = current_coop() and id = any(ids);
$$;

-- ---- two entries of one person ----

-- The entries of the person whose entry this is: itself, and those that became it.
create or replace function entries_of(who bigint) returns setof bigint
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive entries as (select who as id
    union select m.id from members m join entries e on m.merged_into = e.id where m.coop_id = current_coop())
  select id from entries where id is not null
$$;

-- The entry that goes on for this one: mostly itself.
create or replace function entry_of(who bigint) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive chain as (select m.id, m.merged_into from members m where m.coop_id = current_coop() and m.id = who
    union select m.id, m.merged_into from chain c join members m on m.coop_id = current_coop() and m.id = c.merged_into)
  select id from chain where merged_into is null
$$;

-- The merges that made this entry what it is, the latest first, with the number that the other entry has.
create or replace function merges_of(kept bigint) returns table (id bigint, other_id bigint, number text, merged_at timestamptz,
  account_id bigint, can_be_undone boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select g.id, g.other_id, m.number, g.merged_at, g.account_id, g.journal is not null from merges g
    join members m on m.coop_id = g.coop_id and m.id = g.other_id
  where g.coop_id = current_coop() and g.kept_id = kept and g.undone_at is null order by g.id desc
$$;

-- Nobody is shown an entry any more that became another one.
create or replace function hide_entry(who bigint, kept bigint) returns void
language sql security definer set search_path = public, pg_temp as $$
  update members set merged_into = kept, version = version + 1 where coop_id = current_coop() and id = who
$$;

-- Every row that points at some members by columns of `[table, column]`, by table and key.
create or replace function rows_of_members(ids bigint[], columns jsonb) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
  parts text;
  found jsonb;
begin
  select string_agg(format('select %1$L as tab, jsonb_build_object(%2$s) as key, to_jsonb(t) as content from %1$I t '
      'where t.coop_id = current_coop() and t.%3$I = any($1)', c ->> 0, (select string_agg(format('%1$L, t.%1$I', a.attname), ', ')
        from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
        where i.indisprimary and i.indrelid = ('public.' || (c ->> 0))::regclass and a.attname <> 'coop_id'), c ->> 1), ' union ')
    into parts from jsonb_array_elements(columns) c;
  execute 'select coalesce(jsonb_object_agg(tab || key::text, jsonb_build_object(''tab'', tab, ''key'', key, ''row'', content)), ''{}'') '
    'from (' || parts || ') x' into found using ids;
  return found;
end $$;

-- Rows of the other entry point at the kept one. Where `same` names columns, a row that agrees in them with one of the kept entry and
-- whose days meet or overlap becomes one with it: with the one that begins first.
create or replace function move_rows(tab text, col text, same text[], kept bigint, other bigint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  counted text := case when exists (select from pg_attribute where attrelid = ('public.' || tab)::regclass and attname = 'version')
    then ', version = version + 1' else '' end;
  agree text := (select string_agg(format('k.%1$I = o.%1$I', name), ' and ') from unnest(same) name);
  united bigint[];
  whole daterange;
  r record;
begin
  if not points_at_members(tab, col) then raise 'not a column of people'; end if;
  if same is not null and not exists (select from pg_attribute where attrelid = ('public.' || tab)::regclass and attname = 'during') then
    execute format('delete from %1$I o using %1$I k where o.coop_id = current_coop() and k.coop_id = o.coop_id and o.%2$I = $2 and k.%2$I = $1 and %3$s',
      tab, col, agree) using kept, other;
  elsif same is not null then
    for r in execute format('select id from %I o where coop_id = current_coop() and %I = $1 order by lower(during)', tab, col) using other loop
      execute format('select array_agg(k.id order by lower(k.during), k.id = $1), range_merge(range_agg(k.during)) from %1$I k, %1$I o '
        'where o.coop_id = current_coop() and o.id = $1 and k.coop_id = o.coop_id and (k.id = $1 or k.%2$I = $2 and %3$s '
        'and (k.during && o.during or k.during -|- o.during))', tab, col, agree) into united, whole using r.id, kept;
      execute format('delete from %I where coop_id = current_coop() and id = any($1)', tab) using united[2:];
      execute format('update %I set during = $1, %I = $2 where coop_id = current_coop() and id = $3', tab, col) using whole, kept, united[1];
    end loop;
  end if;
  execute format('update %1$I set %2$I = $1%3$s where coop_id = current_coop() and %2$I = $2', tab, col, counted) using kept, other;
end $$;

create or replace function points_at_members(tab text, col text) returns boolean language sql stable as $$
  select tab not in ('accounts', 'roll', 'left_out', 'open_ballots') and exists (select from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid
    and a.attnum = any(k.conkey) where k.contype = 'f' and k.conrelid = to_regclass('public.' || tab) and k.confrelid = 'members'::regclass
    and a.attname = col and col <> 'coop_id')
$$;

-- Puts rows back as they were before, from a list of `tab`, `key`, `before` and `after`, where they still are as they were after: what
-- came goes, what changed is as before, what went comes. Gives the tables of those that are otherwise meanwhile, or have no room.
create or replace function put_rows_back(journal jsonb) returns text[]
language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
  left_alone text[] := '{}';
  here text;
  cols text;
  now_there jsonb;
  r record;
begin
  set constraints all deferred;
  for r in select x ->> 'tab' as tab, x -> 'key' as key, x -> 'before' as was, x -> 'after' as became
      from jsonb_array_elements(journal) x
      order by case when x ->> 'before' is null then 0 when x ->> 'after' is not null then 1 else 2 end loop
    if r.tab <> 'members' and not exists (select from pg_attribute a where a.attrelid = to_regclass('public.' || r.tab)
        and points_at_members(r.tab, a.attname)) then raise 'not a table of people'; end if;
    select string_agg(format('t.%1$I::text = $1 ->> %1$L', key), ' and ') into here from jsonb_object_keys(r.key) key;
    now_there := null;
    execute format('select to_jsonb(t) from %I t where t.coop_id = current_coop() and %s for update', r.tab, here) into now_there using r.key;
    if now_there - 'version' is distinct from nullif(r.became, 'null') - 'version' then
      left_alone := left_alone || r.tab;
      continue;
    end if;
    select string_agg(quote_ident(attname), ', ' order by attnum) into cols
      from pg_attribute where attrelid = ('public.' || r.tab)::regclass and attnum > 0 and not attisdropped and attgenerated = ''
        and (now_there is null or attname not in ('coop_id', 'version') and not r.key ? attname);
    begin
      if nullif(r.was, 'null') is null then
        execute format('delete from %I t where t.coop_id = current_coop() and %s', r.tab, here) using r.key;
      elsif now_there is null then
        execute format('insert into %1$I (%2$s) overriding system value select %2$s from jsonb_populate_record(null::%1$I, $1)', r.tab, cols)
          using r.was;
      else
        execute format('update %1$I t set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$I, $2))%4$s '
          'where t.coop_id = current_coop() and %3$s', r.tab, cols, here,
          case when r.was ? 'version' then ', version = t.version + 1' else '' end) using r.key, r.was;
      end if;
    exception when exclusion_violation or unique_violation or foreign_key_violation then
      left_alone := left_alone || r.tab;
    end;
  end loop;
  set constraints all immediate;
  return left_alone;
end $$;

-- Whose account it is.
create or replace function give_account(account bigint, member bigint) returns void
language sql security definer set search_path = public, pg_temp as $$
  update accounts set member_id = member where coop_id = current_coop() and id = account
$$;

-- The setting lasts for these statements. It stands in their bodies, because only a superuser may restore a function with a setting of ours.
-- An open vote: who was on its roll twice is on it once, with the one ballot that they cast. How many are on it now.
create or replace function merge_on_roll(poll bigint, kept bigint, other bigint) returns int
language sql security definer set search_path = public, pg_temp as $$
  select set_config('app.merging', 'yes', true);
  insert into roll (poll_id, member_id, unit_id, weight, home_id) select poll, kept, unit_id, weight, home_id from roll
    where coop_id = current_coop() and poll_id = poll and member_id = other on conflict do nothing;
  update open_ballots set member_id = kept where coop_id = current_coop() and poll_id = poll and member_id = other;
  delete from roll where coop_id = current_coop() and poll_id = poll and member_id = other;
  update polls set roll_size = votes_on_roll(poll), quorum_roll = quorum_roll(poll) where coop_id = current_coop() and id = poll;
  select set_config('app.merging', '', true);
  select roll_size from polls where coop_id = current_coop() and id = poll
$$;

-- The same taken back: the other one is on the roll again as they were, with the ballot that was theirs if it is still the same; the
-- kept one only if they were.
create or replace function part_on_roll(poll bigint, kept bigint, other bigint, kept_was boolean, cast_by_other timestamptz,
  unit bigint, weighs int, lives bigint) returns int
language sql security definer set search_path = public, pg_temp as $$
  select set_config('app.merging', 'yes', true);
  insert into roll (poll_id, member_id, unit_id, weight, home_id) values (poll, other, unit, weighs, lives) on conflict do nothing;
  update open_ballots set member_id = other where coop_id = current_coop() and poll_id = poll and member_id = kept
    and (not kept_was or cast_at = cast_by_other);
  delete from roll where coop_id = current_coop() and poll_id = poll and member_id = kept and not kept_was;
  update polls set roll_size = votes_on_roll(poll), quorum_roll = quorum_roll(poll) where coop_id = current_coop() and id = poll;
  select set_config('app.merging', '', true);
  select roll_size from polls where coop_id = current_coop() and id = poll
$$;

-- An open vote: somebody has an interest of their own in it and leaves its roll, with their ballot. How many votes are on it now.
create or replace function leave_roll(poll bigint, member bigint) returns int
language sql security definer set search_path = public, pg_temp as $$
  select set_config('app.merging', 'yes', true);
  delete from reasons where coop_id = current_coop() and poll_id = poll and member_id = member;
  delete from open_ballots where coop_id = current_coop() and poll_id = poll and member_id = member;
  insert into left_out (poll_id, member_id, reason, unit_id, weight, home_id)
    select poll_id, member_id, 'interest', unit_id, weight, home_id from roll
    where coop_id = current_coop() and poll_id = poll and member_id = member;
  delete from roll where coop_id = current_coop() and poll_id = poll and member_id = member;
  update polls set roll_size = votes_on_roll(poll), quorum_roll = quorum_roll(poll) where coop_id = current_coop() and id = poll;
  select set_config('app.merging', '', true);
  select roll_size from polls where coop_id = current_coop() and id = poll
$$;

-- They are on it again, with the place they had.
create or replace function rejoin_roll(poll bigint, member bigint) returns int
language sql security definer set search_path = public, pg_temp as $$
  select set_config('app.merging', 'yes', true);
  insert into roll (poll_id, member_id, unit_id, weight, home_id) select poll_id, member_id, unit_id, weight, home_id from left_out
    where coop_id = current_coop() and poll_id = poll and member_id = member and reason = 'interest';
  delete from left_out where coop_id = current_coop() and poll_id = poll and member_id = member and reason = 'interest';
  update polls set roll_size = votes_on_roll(poll), quorum_roll = quorum_roll(poll) where coop_id = current_coop() and id = poll;
  select set_config('app.merging', '', true);
  select roll_size from polls where coop_id = current_coop() and id = poll
$$;

revoke execute on function members_as_they_are(bigint[], boolean), put_members_back(bigint[], jsonb), take_members_out(bigint[]),
  rows_of_members(bigint[], jsonb), move_rows(text, text, text[], bigint, bigint), put_rows_back(jsonb), give_account(bigint, bigint),
  leave_roll(bigint, bigint), rejoin_roll(bigint, bigint), merge_on_roll(bigint, bigint, bigint), part_on_roll(bigint, bigint, bigint, boolean, timestamptz, bigint, int, bigint), entries_of(bigint),
  entry_of(bigint), merges_of(bigint), hide_entry(bigint, bigint) from public;
grant execute on function members_as_they_are(bigint[], boolean), put_members_back(bigint[], jsonb), take_members_out(bigint[]),
  rows_of_members(bigint[], jsonb), move_rows(text, text, text[], bigint, bigint), put_rows_back(jsonb), give_account(bigint, bigint),
  leave_roll(bigint, bigint), rejoin_roll(bigint, bigint), merge_on_roll(bigint, bigint, bigint), part_on_roll(bigint, bigint, bigint, boolean, timestamptz, bigint, int, bigint), entries_of(bigint),
  entry_of(bigint), merges_of(bigint), hide_entry(bigint, bigint) to cooperator_app;
