-- What an account may do is decided here and nowhere else: the app has no right to write this column. Nothing else is written.
create or replace function set_account_role(account bigint, wanted text) returns void
language sql security definer set search_path = public, pg_temp as $$
  update accounts set role = wanted where coop_id = current_coop() and id = account
$$;
revoke execute on function set_account_role(bigint, text) from public;
grant execute on function set_account_role(bigint, text) to cooperator_app;
