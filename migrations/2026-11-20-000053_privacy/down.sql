drop table incidents;
alter table coops drop column privacy_name, drop column privacy_title, drop column privacy_address;
alter table units drop column votes;
drop table unit_children;
drop table member_photos;
alter table members drop column photo_seen_by, drop column sort_name;
alter table members add column sort_name text not null
  generated always as (folded(family_name || ', ' || coalesce(nullif(preferred_name, ''), given_name))) stored;
create index on members (coop_id, sort_name, id);
drop function name_order(text, text);
drop function name_key(text);
