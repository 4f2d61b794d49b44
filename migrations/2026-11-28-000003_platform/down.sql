drop table submissions, schedule_runs, jobs, events;
