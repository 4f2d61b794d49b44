-- The same figures as one would write them by hand, past the walls between co-ops: add the facts up, and write what differs
-- into a table with the same keys and checks.
create table if not exists bare_scores (like scores including constraints, primary key (coop_id, member_id, run_id, figure),
  foreign key (coop_id) references coops, foreign key (coop_id, run_id) references score_runs on delete cascade,
  foreign key (coop_id, member_id) references members on delete cascade);
insert into bare_scores as s (coop_id, member_id, run_id, figure, value, whole)
with c as (select coop_id, (now() at time zone time_zone)::date as today from coops where demo),
y as (select c.*, make_date(extract(year from c.today)::int - (extract(month from c.today) < p.year_starts_month)::int, p.year_starts_month, 1) as begins
  from c join rule_profiles p using (coop_id)),
given as (select l.member_id, sum(l.minutes) as value from hour_lines l join y using (coop_id)
  where l.worked_on between y.begins and y.today and l.kind not in ('gift', 'opening') and l.takes_back is null and l.member_id is not null
    and not exists (select from hour_lines t where t.coop_id = l.coop_id and t.takes_back = l.id) group by 1),
done as (select d.member_id, count(*) as value from tasks t join y using (coop_id) join task_doers d on d.coop_id = t.coop_id and d.task_id = t.id
  where t.status = 'done' and t.done_at >= y.begins group by 1),
voted as (select r.member_id, count(*) as whole from roll r join y using (coop_id) join polls p on p.coop_id = r.coop_id and p.id = r.poll_id
  where p.status = 'closed' and p.closed_at >= y.begins group by 1),
met as (select r.member_id, count(*) as whole from meeting_roll r join y using (coop_id) join meetings m on m.coop_id = r.coop_id and m.id = r.meeting_id
  where m.held_on >= y.begins group by 1)
select m.coop_id, m.id, (select max(r.id) from score_runs r where r.coop_id = m.coop_id), f.figure, case f.figure when 'minutes_given' then coalesce(g.value, 0) when 'tasks_done' then coalesce(d.value, 0) else 0 end,
  case f.figure when 'votes_cast' then coalesce(v.whole, 0) when 'meetings_attended' then coalesce(e.whole, 0) end
from members m join y using (coop_id)
cross join unnest(array['meetings_attended', 'tasks_done', 'tasks_on_time', 'votes_cast', 'minutes_given']) f (figure)
left join given g on g.member_id = m.id left join done d on d.member_id = m.id left join voted v on v.member_id = m.id left join met e on e.member_id = m.id
where exists (select from member_statuses s where s.coop_id = m.coop_id and s.member_id = m.id and s.status <> 'former')
on conflict (coop_id, member_id, run_id, figure) do update set value = excluded.value, whole = excluded.whole
where (s.value, s.whole) is distinct from (excluded.value, excluded.whole);
