drop table task_steps, task_doers, task_holders, tasks;
