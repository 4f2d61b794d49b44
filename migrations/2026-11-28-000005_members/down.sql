drop table namesakes, merges, arrears, share_entries, departures, member_statuses, member_photos, member_phones;
drop view account_holders;
drop function entry_name(bigint);
alter table accounts drop constraint accounts_coop_id_member_id_address_fkey, drop constraint accounts_coop_id_member_id_fkey;
drop table members;
