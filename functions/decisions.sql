-- What a vote decided stands in the register as it was decided: the app may set its day of review, and no more. A later decision amends
-- it or repeals it. (`words` is worked out after this trigger.)
create or replace function decisions_of_votes_stay() returns trigger language plpgsql as $$
declare
  free text[] := '{review_on,reminded_for,version,words}';
begin
  if to_jsonb(old) - free <> to_jsonb(new) - free
    and exists (select from results r where r.coop_id = old.coop_id and r.number = old.number) then
    raise exception 'what a vote decided stays as it was entered';
  end if;
  return new;
end $$;
create or replace trigger decisions_of_votes_stay before update on decisions
  for each row execute function decisions_of_votes_stay();

-- Whether a decision holds: `void` where the vote that made it is, `none` where nothing was adopted, else in force, amended or repealed by what came later. A repealed one does
-- not come back when what repealed it is repealed in turn.
create or replace function decision_standing(entry int, verdict text) returns text language sql stable as $$
  select case when exists (select from results r join polls p on p.id = r.poll_id where r.number = entry and p.status = 'void') then 'void'
    when verdict not in ('adopted', 'chosen') then 'none'
    else coalesce((select case when bool_or(x.kind = 'repeals') then 'repealed' else 'amended' end
      from decision_relations x where x.earlier = entry having count(*) > 0), 'in_force') end
$$;
