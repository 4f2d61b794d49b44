drop index events_of_actor;
drop table observer_views, open_blocks;
