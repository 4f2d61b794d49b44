drop function take_places_out(text, jsonb);
drop function places_as_they_are(text, bigint[]);
drop function take_members_out(bigint[]);
drop function put_members_back(bigint[], jsonb);
drop function members_as_they_are(bigint[], boolean);
drop table import_columns;
drop index imports_done;
alter table imports drop column undone, drop column failed, drop column done_at, drop column started_at, drop column journal;
-- Forced row security would hide the rows of every co-op from the owner too.
alter table imports no force row level security;
delete from imports where account_id is null;
alter table imports force row level security;
alter table imports alter column account_id set not null;
