drop index tasks_to_remind;
drop index tasks_done;
