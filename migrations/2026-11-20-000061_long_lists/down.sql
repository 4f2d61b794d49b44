create index member_statuses_former on member_statuses (coop_id, member_id) where status = 'former';
drop index members_listed;
create index on members (coop_id, sort_name, id);
alter table members drop column phone_digits;
alter table member_phones drop column digits;
