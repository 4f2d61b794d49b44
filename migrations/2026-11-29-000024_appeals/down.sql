drop table appeals;
alter table polls drop column appeal_days, drop column appeal_until;
