drop table seats, committees, occupancies, units, member_statuses;
alter table accounts drop constraint accounts_coop_id_member_id_fkey;
drop table members;
