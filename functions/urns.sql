-- The sealed urn: the one way into it, and the one way out.

-- What keeps somebody from voting in an open secret vote, on paper or into its urn: 'late', 'off_roll', 'voted' or 'by_home'; nothing where
-- they may. How many votes they have, and how long each sealed ballot is. Whoever asks holds the urn to the end of the transaction: the lock
-- is in memory and leaves no trace in a row.
create or replace function at_the_urn(poll bigint, member bigint) returns table (hindrance text, weight int, size int)
language plpgsql set search_path = public, pg_temp as $$
declare
  r record;
  u int;
begin
  perform pg_advisory_xact_lock(hashtextextended('urn/' || current_coop() || '/' || poll, 0));
  select x.size into u from polls v join urns x on x.coop_id = v.coop_id and x.poll_id = v.id
    where v.coop_id = current_coop() and v.id = poll and v.secrecy <> 'open' and v.status = 'open' and clock_timestamp() < v.closes_at;
  if not found then return query select 'late', 0, 0; return; end if;
  select o.weight, o.unit_id into r from roll o where o.coop_id = current_coop() and o.poll_id = poll and o.member_id = member;
  if not found then return query select 'off_roll', 0, 0; return; end if;
  return query select case when member = any(c.voted) then 'voted'
      when r.unit_id is not null and exists (select from roll o where o.coop_id = c.coop_id and o.poll_id = c.poll_id and o.unit_id = r.unit_id
        and o.member_id = any(c.voted)) then 'by_home' end, r.weight, u
    from urn_contents c where c.coop_id = current_coop() and c.poll_id = poll;
end $$;
revoke execute on function at_the_urn(bigint, bigint) from public;

-- The same for whoever helps somebody vote.
create or replace function hindrance_of(poll bigint, member bigint) returns text
language sql security definer set search_path = public, pg_temp as $$ select a.hindrance from at_the_urn(poll, member) a $$;
revoke execute on function hindrance_of(bigint, bigint) from public;
grant execute on function hindrance_of(bigint, bigint) to cooperator_app;

-- Puts what somebody votes into the urn of an open secret vote, and them among those who have voted: as many sealed ballots as they have
-- votes. What came of it: 'cast', what hinders it, or 'wrong' for what no ballot of this urn looks like; and how many have voted into the
-- urn by now.
--
-- Casts into one urn come one after the other, and the row is written whole: sealed ballots in the order of their bytes, people in the order
-- of their numbers. No other row is touched.
create or replace function cast_secret(poll bigint, member bigint, ballots bytea[]) returns table (came text, voters int)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  p record;
begin
  select * into p from at_the_urn(poll, member);
  if p.hindrance is not null then return query select p.hindrance, 0; return; end if;
  if cardinality(ballots) <> p.weight or exists (select from unnest(ballots) b where octet_length(b) <> p.size) then return query select 'wrong', 0; return; end if;
  update urn_contents c set sealed = array(select b from unnest(c.sealed || ballots) b order by b),
      voted = array(select v from unnest(c.voted || member) v order by v)
    where c.coop_id = current_coop() and c.poll_id = poll;
  return query select 'cast', cardinality(c.voted)
      - (select count(*)::int from paper_voters v where v.coop_id = c.coop_id and v.poll_id = c.poll_id)
    from urn_contents c where c.coop_id = current_coop() and c.poll_id = poll;
end $$;

-- Strikes somebody off who is handed a ballot paper: from now on they have voted, and their home with them. 'struck', or what hinders it.
create or replace function strike_off(poll bigint, member bigint, account bigint, moment timestamptz) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  p record;
begin
  select * into p from at_the_urn(poll, member);
  if p.hindrance is not null then return p.hindrance; end if;
  insert into paper_voters (coop_id, poll_id, member_id, papers, handed_by, handed_at)
    values (current_coop(), poll, member, p.weight, account, moment);
  update urn_contents c set voted = array(select v from unnest(c.voted || member) v order by v)
    where c.coop_id = current_coop() and c.poll_id = poll;
  return 'struck';
end $$;

-- Somebody brings their paper back unused while the vote is open: they have not voted. Whether they had one.
create or replace function take_back(poll bigint, member bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform at_the_urn(poll, member);
  delete from paper_voters v where v.coop_id = current_coop() and v.poll_id = poll and v.member_id = member
    and exists (select from polls p where p.coop_id = v.coop_id and p.id = v.poll_id and p.status = 'open' and clock_timestamp() < p.closes_at);
  if not found then return false; end if;
  update urn_contents c set voted = array_remove(c.voted, member) where c.coop_id = current_coop() and c.poll_id = poll;
  return true;
end $$;
revoke execute on function strike_off(bigint, bigint, bigint, timestamptz), take_back(bigint, bigint) from public;
grant execute on function strike_off(bigint, bigint, bigint, timestamptz), take_back(bigint, bigint) to cooperator_app;

-- Takes the sealed ballots out of an urn, once they stand opened with those from the box: as many as there are. Who has voted stays.
create or replace function empty_urn(poll bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  opened bigint;
begin
  -- Of those from the box as many as a first reading found.
  select count(*) into opened from opened_ballots o where o.coop_id = current_coop() and o.poll_id = poll;
  update urn_contents c set sealed = '{}' where c.coop_id = current_coop() and c.poll_id = poll and cardinality(c.sealed)
    + (select count(*) from paper_ballots b where b.coop_id = c.coop_id and b.poll_id = c.poll_id and b.reading = 1 and b.answers <> '{}') = opened;
  return found;
end $$;

-- Ballots are opened once, while the vote is about to be closed; nothing is changed or taken away afterwards.
create or replace function opened_once() returns trigger language plpgsql as $$
begin
  -- Where there is no such vote, the key says so.
  if tg_op = 'INSERT' and not exists (select from polls p where p.coop_id = new.coop_id and p.id = new.poll_id
    and not (p.secrecy <> 'open' and p.status = 'open')) then return new; end if;
  raise exception 'an opened ballot stays as it was found';
end $$;
create or replace trigger opened_once before insert or update or delete on opened_ballots for each row execute function opened_once();

-- An urn is empty when it is put there. A demo co-op tells of votes that were, in which nobody can have voted.
create or replace function urns_begin_empty() returns trigger language plpgsql as $$
begin
  if (new.sealed = '{}' and new.voted = '{}') or (select c.demo from coops c where c.coop_id = new.coop_id) then return new; end if;
  raise exception 'an urn begins empty';
end $$;
create or replace trigger urns_begin_empty before insert on urn_contents for each row execute function urns_begin_empty();

-- An urn is prepared before its vote opens. After that it can only turn out to be disputed, and its key be destroyed.
create or replace function urns_stay() returns trigger language plpgsql as $$
declare
  later text[] := '{disputed,key_destroyed_at}';
begin
  if exists (select from polls p where p.coop_id = new.coop_id and p.id = new.poll_id and p.status in ('draft', 'scheduled')) then return new; end if;
  if to_jsonb(old) - later = to_jsonb(new) - later and (old.key_destroyed_at is null or old.key_destroyed_at = new.key_destroyed_at) then return new; end if;
  raise exception 'an urn stays as it was prepared';
end $$;
create or replace trigger urns_stay before update on urns for each row execute function urns_stay();

revoke execute on function cast_secret(bigint, bigint, bytea[]), empty_urn(bigint) from public;
grant execute on function cast_secret(bigint, bigint, bytea[]), empty_urn(bigint) to cooperator_app;

-- An open vote: who was on its roll twice is one person. If they have voted, they have under the entry that is kept.
create or replace function rename_voter(poll bigint, was bigint, becomes bigint) returns void
language sql security definer set search_path = public, pg_temp as $$
  update paper_voters v set member_id = becomes
    where v.coop_id = current_coop() and v.poll_id = poll and v.member_id = was
      and exists (select from polls p where p.coop_id = v.coop_id and p.id = poll and p.status = 'open');
  update urn_contents c set voted = array(select distinct v from unnest(array_replace(c.voted, was, becomes)) v order by v)
    where c.coop_id = current_coop() and c.poll_id = poll and was = any(c.voted)
      and exists (select from polls p where p.coop_id = c.coop_id and p.id = poll and p.status = 'open')
$$;
revoke execute on function rename_voter(bigint, bigint, bigint) from public;
grant execute on function rename_voter(bigint, bigint, bigint) to cooperator_app;

-- Papers are read, and signed for, once nobody can vote any more and before the vote is closed.
create or replace trigger voting_has_its_time before insert or update on paper_ballots
  for each row execute function voting_has_its_time('open');
create or replace trigger voting_has_its_time before insert or update on ballot_boxes
  for each row execute function voting_has_its_time('open');
