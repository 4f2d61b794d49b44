create function coop_of_host(wanted text) returns bigint language sql stable security definer set search_path = public as $$
  select coalesce(
    (select coop_id from coop_hosts where host = lower(wanted)),
    (select min(coop_id) from coops having count(*) = 1))
$$;
alter function coop_of_host(text) owner to cooperator_operator;
revoke all on function coop_of_host(text) from public;
grant execute on function coop_of_host(text) to cooperator_app;
drop function coop_of_host(text, boolean);
