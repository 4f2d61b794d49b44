drop function claim_jobs(boolean, int, int);
create function claim_jobs(most int, lease_seconds int)
returns table (coop_id bigint, id bigint, kind text, payload jsonb, attempts int)
language sql volatile security definer set search_path = public as $$
  update jobs j set lease_until = clock_timestamp() + make_interval(secs => lease_seconds), attempts = j.attempts + 1
  from (select d.coop_id, d.id from jobs d
        where d.dead_at is null and d.run_at <= clock_timestamp() and (d.lease_until is null or d.lease_until < clock_timestamp())
        order by d.run_at, d.id limit most for update skip locked) due
  where j.coop_id = due.coop_id and j.id = due.id
  returning j.coop_id, j.id, j.kind, j.payload, j.attempts
$$;
alter function claim_jobs(int, int) owner to cooperator_operator;
revoke all on function claim_jobs(int, int) from public;
grant execute on function claim_jobs(int, int) to cooperator_app;
