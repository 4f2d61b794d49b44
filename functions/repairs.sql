-- Who sees which repair request, and what it is to them, said in one place. Their bodies are text, so that they keep no migration from
-- going back.

-- The household of a request on a day: who lived in its home when it was asked for, and lives there still. Who moved in later is none of it.
create or replace function repair_household(repair bigint, day date) returns table (member_id bigint) language sql stable as $$
  select distinct o.member_id from repairs r join occupancies o on o.unit_id = r.unit_id and o.during @> r.asked_on
    join occupancies n on n.unit_id = o.unit_id and n.member_id = o.member_id and n.during @> day
  where r.id = repair
$$;

-- The requests that somebody sees on a day. `own`: they asked, or are of the household (`lives`); `comes`: they deal with it;
-- `leads`: they lead the committee that deals with repairs, or are of the office, which sees all; `deals`: they may do the next step.
-- Whoever sits on that committee sees what is common, and what is theirs to do.
create or replace function repair_sight(account bigint, member bigint, day date, office boolean)
returns table (repair_id bigint, own boolean, lives boolean, comes boolean, deals boolean, leads boolean) language sql stable as $$
  select s.id, s.asked or s.lives, s.lives, s.comes, s.leads or s.comes or s.common, s.leads
  from (select r.id,
      coalesce(r.asked_by = member, false) or (r.asked_by is null and coalesce(r.entered_by = account, false)) as asked,
      exists (select from repair_household(r.id, day) h where h.member_id = member) as lives,
      coalesce(r.dealer_id = member, false) as comes,
      office or exists (select from repair_settings p join leads l on l.committee_id = p.committee_id
        where l.member_id = member and l.during @> day) as leads,
      r.unit_id is null and exists (select from repair_settings p join seats t on t.committee_id = p.committee_id
        where t.member_id = member and t.during @> day) as common
    from repairs r) s
  where s.asked or s.lives or s.comes or s.leads or s.common
$$;
