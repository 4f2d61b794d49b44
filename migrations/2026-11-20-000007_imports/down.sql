drop index member_statuses_former;
alter table members drop column found_by;
revoke delete on occupancies, seats from cooperator_app;
drop table imports;
