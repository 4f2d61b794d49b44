-- The co-op of a host name. The lone co-op of a server answers to the server's own names too, but no more to any name at all: a page
-- of somebody else could give its name this machine's address (DNS rebinding).
create function coop_of_host(wanted text, named boolean) returns bigint language sql stable security definer set search_path = public as $$
  select coalesce(
    (select coop_id from coop_hosts where host = lower(wanted)),
    (select min(coop_id) from coops where named having count(*) = 1))
$$;
alter function coop_of_host(text, boolean) owner to cooperator_operator;
revoke all on function coop_of_host(text, boolean) from public;
grant execute on function coop_of_host(text, boolean) to cooperator_app;
drop function coop_of_host(text);
