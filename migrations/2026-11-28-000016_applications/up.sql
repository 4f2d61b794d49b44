-- Who was at an interview may be erased later: the name gives way, and what was said stays.
grant update (present, notes) on application_interviews to cooperator_app;
