-- What an undo does with homes, committees and tasks that an import made, and only if nothing of them changed since. The app may not
-- delete them: these functions may, within the co-op.

-- Prints of homes or committees.
create or replace function places_as_they_are(tab text, ids bigint[]) returns table (place_id bigint, print text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if tab not in ('units', 'committees') then raise 'not a table of places'; end if;
  return query execute format('select t.id, md5((to_jsonb(t) - ''version'')::text) from %I t where t.coop_id = current_coop() and t.id = any($1)', tab)
    using ids;
end $$;

-- Takes those homes or committees out that are as they were and that nothing points at any more. How many.
create or replace function take_places_out(tab text, prints jsonb) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  unused text := '';
  r record;
  taken int;
begin
  if tab not in ('units', 'committees') then raise 'not a table of places'; end if;
  for r in
    select c.conrelid::regclass::text as tab, a.attname as col
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and c.confrelid = ('public.' || tab)::regclass and a.attname <> 'coop_id'
  loop
    unused := unused || format(' and not exists (select from %s t where t.coop_id = p.coop_id and t.%I = p.id)', r.tab, r.col);
  end loop;
  execute format('delete from %I p where p.coop_id = current_coop() and $1 ->> p.id::text = md5((to_jsonb(p) - ''version'')::text)', tab) || unused
    using prints;
  get diagnostics taken = row_count;
  return taken;
end $$;

-- Prints of tasks with whatever hangs on them: of every table that points at tasks, so that a new one cannot be forgotten. A reminder is
-- no touch.
create or replace function tasks_as_they_are(ids bigint[]) returns table (task_id bigint, print text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  parts text := $part$select t.id as task, 'tasks' as tab, (to_jsonb(t) - 'reminded_on' - 'late_told_on')::text as shown from tasks t
    where t.coop_id = current_coop() and t.id = any($1)$part$;
  r record;
begin
  for r in
    select distinct c.conrelid::regclass::text as tab, a.attname as col
    from pg_constraint c cross join unnest(c.conkey, c.confkey) as pair(own, theirs)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = pair.own
      join pg_attribute t on t.attrelid = c.confrelid and t.attnum = pair.theirs and t.attname = 'id'
    where c.contype = 'f' and c.confrelid = 'tasks'::regclass
    order by 1, 2
  loop
    parts := parts || format($part$ union all select t.%1$I, %2$L, to_jsonb(t)::text from %3$s t
      where t.coop_id = current_coop() and t.%1$I = any($1)$part$, r.col, r.tab, r.tab);
  end loop;
  return query execute $query$select x.task, md5(string_agg(x.tab || x.shown, ' ' order by x.tab, x.shown)) from ($query$ || parts
    || $query$) x group by x.task$query$ using ids;
end $$;

-- Takes tasks out, with who had them and who did them. Whoever calls has compared their prints: what else hangs on one refuses it.
create or replace function take_tasks_out(ids bigint[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from task_holders h where h.coop_id = current_coop() and h.task_id = any(ids);
  delete from task_doers d where d.coop_id = current_coop() and d.task_id = any(ids);
  delete from tasks t where t.coop_id = current_coop() and t.id = any(ids);
end $$;

revoke execute on function places_as_they_are(text, bigint[]), take_places_out(text, jsonb), tasks_as_they_are(bigint[]), take_tasks_out(bigint[]) from public;
grant execute on function places_as_they_are(text, bigint[]), take_places_out(text, jsonb), tasks_as_they_are(bigint[]), take_tasks_out(bigint[])
  to cooperator_app;
