drop table appeals, candidacies, elections;
alter table choices drop column withdrawn_at;
alter table rule_profiles drop column appeal_days;
