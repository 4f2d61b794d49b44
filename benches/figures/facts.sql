-- Two million lines of hours of the year of participation so far, of the members of the demo co-op.
set session_replication_role = replica;
insert into hour_lines (coop_id, worked_on, minutes, kind, member_id, title, recorded_at)
select c.coop_id, (now() at time zone c.time_zone)::date - (n % 60), 15 + n % 200, (array['task', 'chore', 'meeting', 'committee'])[1 + n % 4],
  m.ids[1 + n % m.many], 'Line ' || n, now()
from coops c cross join lateral (select array_agg(x.id) as ids, count(*)::int as many from (select id from members where coop_id = c.coop_id order by id limit 100000) x) m
cross join generate_series(1, 2000000) n where c.demo;
