alter table tasks drop column work_day_id, drop column places_min;
drop table work_days;
