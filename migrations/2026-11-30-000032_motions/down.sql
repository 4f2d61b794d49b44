alter table polls drop constraint polls_at_meeting;
drop table speakers, recusals, motions;
