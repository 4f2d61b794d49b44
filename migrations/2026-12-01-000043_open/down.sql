drop index events_of_actor;
drop table open_blocks;
