delete from comment_versions where comment_id in (select id from comments where about = 'repair');
delete from comments where about = 'repair';
delete from closed_discussions where about = 'repair';
delete from files where about = 'repair';
alter table comments drop constraint comments_about_check, drop column repair_id,
  add constraint comments_about_check check (about in ('poll', 'task'));
alter table closed_discussions drop constraint closed_discussions_about_check, drop column repair_id,
  add constraint closed_discussions_about_check check (about in ('poll', 'task'));
alter table files drop constraint files_about_check, drop column repair_id,
  add constraint files_about_check check (about in ('poll', 'task'));
drop table repair_settings;
drop table repair_access;
drop table repairs;
