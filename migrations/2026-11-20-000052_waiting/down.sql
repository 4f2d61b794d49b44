drop index sign_in_links_coop_id_account_id_made_at_idx;
alter table sign_in_links drop column kind, drop column made_at;
alter table rule_profiles drop column transfers, drop column transfer_months_min, drop column application_months;
drop table application_interviews, application_steps, applications;
