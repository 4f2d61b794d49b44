drop table server_key;
drop table deliveries, submissions, schedule_runs, jobs, event_cursors, events;
