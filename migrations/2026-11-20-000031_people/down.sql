alter table rule_profiles drop column auxiliary_may_vote, drop column suspended_may_vote, drop column arrears_bars_vote,
  drop column arrears_bars_office, drop column retention_months;
drop table arrears;
alter table accounts drop column treasurer;
revoke delete on member_statuses from cooperator_app;
alter table member_statuses drop column planned, drop column account_id, drop column entered_at, drop column corrected_by,
  drop column corrected_at;
drop table member_phones;
alter table members drop column name, drop column sort_name, drop column found_by;
alter table members drop column preferred_name, drop column pronoun, drop column phone_label, drop column skills,
  drop column emergency_contact, drop column notes, drop column pronoun_seen_by, drop column skills_seen_by,
  drop constraint members_email_seen_by_check, drop constraint members_phone_seen_by_check;
alter table members alter column email_seen_by drop default, alter column phone_seen_by drop default;
alter table members
  alter column email_seen_by type boolean using email_seen_by = 'members',
  alter column phone_seen_by type boolean using phone_seen_by = 'members';
alter table members rename column email_seen_by to email_shared;
alter table members rename column phone_seen_by to phone_shared;
alter table members alter column email_shared set default false, alter column phone_shared set default false;
alter table members
  add column name text not null generated always as (btrim(given_name || ' ' || family_name)) stored,
  add column sort_name text not null generated always as (folded(family_name || ', ' || given_name)) stored,
  add column found_by text not null generated always as (folded(given_name || ' ' || family_name || ' ' || number)) stored;
create index on members (coop_id, sort_name, id);
