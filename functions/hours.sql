-- Who is asked for hours in which months, and for how much of the duty, in percent. A month counts for a home or a member that is here on
-- its first day; what they are exempt from is asked on that day, too. The largest exemption of a day holds. A home is exempt as far as
-- it is itself, or as far as everybody who lives there is; a member as far as they are, or their home is. Whoever is on leave is asked for
-- nothing. Without a `party`, of everybody.
create or replace function hours_asked(per text, from_day date, until_day date, party bigint)
returns table (party_id bigint, first_day date, percent int) language sql stable as $$
  with firsts as (
    select g::date as day from generate_series(from_day::timestamp, until_day::timestamp - interval '1 day', interval '1 month') g),
  living as (
    select o.unit_id, o.member_id, f.day, coalesce(max(e.percent), 0) as let_go
    from firsts f join occupancies o on o.during @> f.day and o.relation <> 'guest'
      join units u on u.id = o.unit_id and u.kind in ('apartment', 'townhouse', 'house', 'room')
      left join exemptions e on e.member_id = o.member_id and e.during @> f.day
    where per = 'home' and (party is null or o.unit_id = party) group by o.unit_id, o.member_id, f.day)
  select l.unit_id, l.day, 100 - greatest(min(l.let_go), coalesce((select max(e.percent) from exemptions e
      where e.unit_id = l.unit_id and e.during @> l.day), 0))
    from living l group by l.unit_id, l.day
  union all
  select m.id, f.day, case s.status when 'on_leave' then 0 else 100 - greatest(
      coalesce((select max(e.percent) from exemptions e where e.member_id = m.id and e.during @> f.day), 0),
      coalesce((select max(e.percent) from occupancies o join exemptions e on e.unit_id = o.unit_id and e.during @> f.day
        where o.member_id = m.id and o.during @> f.day and o.relation <> 'guest'), 0)) end
    from firsts f cross join members m cross join lateral status_on(m.id, f.day) s
    where per = 'member' and (party is null or m.id = party) and s.status in ('auxiliary', 'member', 'on_leave', 'suspended')
$$;

-- The home for which what somebody does on a day counts: where they live then, guests apart; the one they have lived in longest.
create or replace function home_on(who bigint, day date) returns bigint language sql stable as $$
  select o.unit_id from occupancies o join units u on u.id = o.unit_id and u.kind in ('apartment', 'townhouse', 'house', 'room')
    where o.member_id = who and o.during @> day and o.relation <> 'guest' order by lower(o.during), o.unit_id limit 1
$$;
