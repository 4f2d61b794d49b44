-- Surveys: the one way in for what is answered, and the one way out.

-- Puts a sealed answer in, and whose it is among those who have answered: 'answered', or what keeps them from it: 'late', 'off_roll',
-- 'already', or 'wrong' for what no answer to this survey looks like; and how many lie there by now.
--
-- Answers to one survey come one after the other (the lock is in memory and leaves no trace in a row), and the row is written whole: sealed
-- answers in the order of their bytes, people in the order of their numbers. No other row is touched.
create or replace function answer_survey(survey bigint, member bigint, answer bytea) returns table (came text, many int)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  room int;
begin
  perform pg_advisory_xact_lock(hashtextextended('survey/' || current_coop() || '/' || survey, 0));
  select s.size into room from surveys s where s.coop_id = current_coop() and s.id = survey and s.status = 'open'
    and co_op_day(clock_timestamp()) <= s.ends_on;
  if not found then return query select 'late', 0; return; end if;
  if not exists (select from survey_roll r where r.coop_id = current_coop() and r.survey_id = survey and r.member_id = member) then
    return query select 'off_roll', 0;
    return;
  end if;
  if exists (select from survey_contents c where c.coop_id = current_coop() and c.survey_id = survey and member = any(c.people)) then
    return query select 'already', 0;
    return;
  end if;
  if octet_length(answer) <> room then return query select 'wrong', 0; return; end if;
  update survey_contents c set sealed = array(select b from unnest(c.sealed || answer) b order by b),
      people = array(select p from unnest(c.people || member) p order by p)
    where c.coop_id = current_coop() and c.survey_id = survey;
  return query select 'answered', cardinality(c.sealed) from survey_contents c where c.coop_id = current_coop() and c.survey_id = survey;
end $$;

-- Takes the sealed answers out, once the survey is over. Who has answered stays.
create or replace function empty_survey(survey bigint) returns void
language sql security definer set search_path = public, pg_temp as $$
  update survey_contents c set sealed = '{}' where c.coop_id = current_coop() and c.survey_id = survey
    and exists (select from surveys s where s.coop_id = c.coop_id and s.id = survey and s.status in ('closed', 'uncounted'))
$$;
revoke execute on function answer_survey(bigint, bigint, bytea), empty_survey(bigint) from public;
grant execute on function answer_survey(bigint, bigint, bytea), empty_survey(bigint) to cooperator_app;

-- What is asked stays as it was when the survey opened; what came of it is written once.
create or replace function survey_questions_stay() returns trigger language plpgsql as $$
declare
  standing text;
begin
  select s.status into standing from surveys s where s.coop_id = coalesce(new.coop_id, old.coop_id) and s.id = coalesce(new.survey_id, old.survey_id);
  -- Where there is no survey, it goes with its questions, or the key says so.
  if standing is null or standing = 'draft' then return coalesce(new, old); end if;
  if tg_op = 'UPDATE' and old.given is null and to_jsonb(old) - '{given,counts}'::text[] = to_jsonb(new) - '{given,counts}'::text[] then
    return new;
  end if;
  raise exception 'a question stays as it was asked';
end $$;
create or replace trigger survey_questions_stay before insert or update or delete on survey_questions
  for each row execute function survey_questions_stay();

-- Nothing has been answered when a survey opens.
create or replace function surveys_begin_empty() returns trigger language plpgsql as $$
begin
  if new.sealed = '{}' and new.people = '{}' then return new; end if;
  raise exception 'a survey begins without answers';
end $$;
create or replace trigger surveys_begin_empty before insert on survey_contents for each row execute function surveys_begin_empty();

-- A demo co-op tells of surveys that were, to which nobody can have answered: puts all answers in at once.
create or replace function fill_survey(survey bigint, answers bytea[], members bigint[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  update survey_contents c set sealed = answers, people = members where c.coop_id = current_coop() and c.survey_id = survey
    and (select d.demo from coops d where d.coop_id = c.coop_id)
$$;
revoke execute on function fill_survey(bigint, bytea[], bigint[]) from public;
grant execute on function fill_survey(bigint, bytea[], bigint[]) to cooperator_app;
