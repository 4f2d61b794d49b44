-- The demo co-op grows to 100,000 members, with two million lines of hours in the year of participation so far.
set session_replication_role = replica;
insert into members (coop_id, number, given_name, family_name, language, joined_on)
  select c.coop_id, (10000 + n)::text, 'Ada', 'Member' || n, 'en', '2015-01-01' from coops c cross join generate_series(1, 100000) n where c.demo;
insert into member_statuses (coop_id, member_id, since, status)
  select m.coop_id, m.id, m.joined_on, 'member' from members m join coops c using (coop_id) where c.demo and m.number::int > 10000;
insert into hour_lines (coop_id, worked_on, minutes, kind, member_id, title, recorded_at)
select c.coop_id, (now() at time zone c.time_zone)::date - (n % 60), 15 + n % 200, (array['task', 'chore', 'meeting', 'committee'])[1 + n % 4],
  m.ids[1 + n % m.many], 'Line ' || n, now()
from coops c cross join lateral (select array_agg(x.id) as ids, count(*)::int as many from (select id from members where coop_id = c.coop_id order by id limit 100000) x) m
cross join generate_series(1, 2000000) n where c.demo;
