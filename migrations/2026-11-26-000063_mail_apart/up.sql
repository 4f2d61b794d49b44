-- Mail is claimed apart from all other work, so that a mail server that hangs holds up no count of votes. Letters that
-- somebody waits for (a link to sign in) go before those that one can unsubscribe from.
drop function claim_jobs(int, int);
create function claim_jobs(mail boolean, most int, lease_seconds int)
returns table (coop_id bigint, id bigint, kind text, payload jsonb, attempts int)
language sql volatile security definer set search_path = public as $$
  update jobs j set lease_until = clock_timestamp() + make_interval(secs => lease_seconds), attempts = j.attempts + 1
  from (select d.coop_id, d.id from jobs d
        where d.dead_at is null and d.run_at <= clock_timestamp() and (d.lease_until is null or d.lease_until < clock_timestamp())
          and (d.kind = 'mail') = mail
        order by d.payload ->> 'unsubscribe' is not null, d.run_at, d.id limit most for update skip locked) due
  where j.coop_id = due.coop_id and j.id = due.id
  returning j.coop_id, j.id, j.kind, j.payload, j.attempts
$$;
alter function claim_jobs(boolean, int, int) owner to cooperator_operator;
revoke all on function claim_jobs(boolean, int, int) from public;
grant execute on function claim_jobs(boolean, int, int) to cooperator_app;
