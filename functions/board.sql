-- An office never outlasts the term in which it is held: when a term ends early or moves, its offices follow.
create or replace function holdings_follow_terms() returns trigger language plpgsql as $$
declare
  was daterange := old.during;
  is_now daterange := new.during;
begin
  delete from board_holdings h where h.coop_id = new.coop_id and h.term_id = new.id
    and case when lower(h.during) = lower(was) then lower(is_now) else greatest(lower(h.during), lower(is_now)) end
     >= case when upper(h.during) = upper(was) then upper(is_now) else least(upper(h.during), upper(is_now)) end;
  update board_holdings h set during = daterange(
      case when lower(h.during) = lower(was) then lower(is_now) else greatest(lower(h.during), lower(is_now)) end,
      case when upper(h.during) = upper(was) then upper(is_now) else least(upper(h.during), upper(is_now)) end)
    where h.coop_id = new.coop_id and h.term_id = new.id;
  return null;
end $$;
create or replace trigger holdings_follow after update on board_terms
  for each row when (old.during is distinct from new.during) execute function holdings_follow_terms();
