delete from files where about = 'meeting';
alter table files drop constraint files_about_check, drop column meeting_id,
  add constraint files_about_check check (about in ('poll', 'task', 'repair'));
drop table meeting_replies, agenda_items, meetings;
