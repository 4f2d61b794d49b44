-- What was done lately, and what was done in a period: for the board's last lane, scorecards and figures.
create index tasks_done on tasks (coop_id, done_at desc) where status = 'done';
-- Which reminders are due: few rows, asked every hour.
create index tasks_to_remind on tasks (coop_id, due_on) where reminded_on is null and status in ('todo', 'doing', 'waiting');
