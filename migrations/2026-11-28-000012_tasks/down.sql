drop table late_reviews, task_followings, task_steps, task_doers, task_holders, tasks;
