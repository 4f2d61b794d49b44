-- 500 co-ops of 200 members in 70 homes beside the demo co-op, which grows to 100,000 members and 13,000 former ones itself: the largest list there can be, in the
-- largest register around it. Names come from lists of 60 and 80, so that many share one; every third name has an accent.
set session_replication_role = replica;  -- rows as they are, without the triggers' updates of one row 500 times
create temporary table given (at int, name text);
insert into given select row_number() over () - 1, name from unnest(array['Élodie','Noé','Zoé','Aïcha','René','Françoise','Maëlle','Léa',
  'José','Inès','Amélie','Théo','Chloé','Raphaël','Jérôme','Joan','Amrit','Isabelle','Michael','Priya','Wei','Fatima','Omar','Sofia','Liam',
  'Emma','Noah','Olivia','Lucas','Mia','Ethan','Ava','Oliver','Charlotte','William','Amelia','James','Harper','Benjamin','Evelyn','Henry',
  'Abigail','Alexander','Emily','Daniel','Ella','Matthew','Scarlett','Samuel','Grace','David','Victoria','Joseph','Riley','Carter','Aria',
  'Owen','Lily','Wyatt','Aurora']) name;
create temporary table family (at int, name text);
insert into family select row_number() over () - 1, name from unnest(array['Tremblay','Gagnon','Roy','Côté','Bouchard','Gauthier','Morin','Lavoie',
  'Fortin','Gagné','Ouellet','Pelletier','Bélanger','Lévesque','Bergeron','Leblanc','Paquette','Girard','Simard','Boucher','Caron','Beaulieu',
  'Cloutier','Dubé','Poirier','Fournier','Lapointe','Leclerc','Lefebvre','Poulin','Thibault','St-Pierre','Nadeau','Martel','Singh','Nguyen',
  'Patel','Chen','Wong','Smith','Brown','Macdonald','Campbell','Wilson','Martin','Lee','Taylor','Anderson','Thomas','Jackson','White',
  'Harris','Clark','Lewis','Robinson','Walker','Young','King','Wright','Scott','Green','Baker','Adams','Nelson','Hill','Ramírez','Mitchell',
  'Roberts','Carter','Phillips','Evans','Turner','Torres','Parker','Collins','Edwards','Stewart','Flores','Morris','Núñez']) name;

insert into coop_hosts (coop_id, host) select coop_id, '127.0.0.1' from coops where demo on conflict do nothing;
create temporary table place as
  select nextval('coop_ids') as coop_id, 200 as members, 70 as homes from generate_series(1, 500);
insert into coops (coop_id, name_en, name_fr) select coop_id, 'Co-op ' || coop_id, 'Coop ' || coop_id from place;
insert into rule_profiles (coop_id, preset, quorum_percent, notice_days_min, notice_days_max, auxiliary_months_max, board_size_min, board_size_max)
  select coop_id, 'ON', 25, 10, 50, 12, 3, 15 from place;
insert into place select coop_id, 113000, 4000 from coops where demo;

insert into members (coop_id, number, given_name, family_name, email, phone, phone_seen_by, language, joined_on)
select p.coop_id, (10000 + n)::text, g.name, f.name, 'm' || n || '@example.org',
  '+1 ' || 200 + n % 700 || ' 555-' || lpad((n % 10000)::text, 4, '0'), case when n % 2 = 0 then 'members' else 'nobody' end,
  case when n % 3 = 0 then 'fr' else 'en' end, date '2005-01-01' + n % 7000
from place p, generate_series(1, p.members) n, given g, family f
where g.at = (n * 7 + n / 60) % 60 and f.at = (n * 11 + n / 97) % 80;

insert into member_statuses (coop_id, member_id, since, status) select coop_id, id, joined_on, 'member' from members where number::int > 10000;
insert into member_statuses (coop_id, member_id, since, status)
  select coop_id, id, joined_on + 400, 'former' from members where number::int > 10000 and id % 9 = 0;

insert into units (coop_id, label, floor, bedrooms, occupants_min, occupants_max)
  select coop_id, 'H' || n, n / 20, 1 + n % 4, 1, 8 from place, generate_series(1, homes) n;
insert into occupancies (coop_id, unit_id, member_id, during)
  select m.coop_id, u.id, m.id, daterange(m.joined_on, case when m.id % 9 = 0 then m.joined_on + 400 end)
  from members m join place p on p.coop_id = m.coop_id
  join units u on u.coop_id = m.coop_id and u.label = 'H' || (1 + m.id % p.homes)
  where m.number::int > 10000;
update coops set register_version = register_version + 1;
