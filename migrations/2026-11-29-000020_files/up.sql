-- Files: documents and pictures that belong to a thing of the co-op. One table for whatever can hold them: `about` is the word of its
-- kind, as events have it, and each kind has a column that makes a key of it. Pictures are what the program drew anew.
create table files (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  about text not null check (about in ('poll', 'task')),
  about_id bigint not null,
  poll_id bigint generated always as (case about when 'poll' then about_id end) stored,
  task_id bigint generated always as (case about when 'task' then about_id end) stored,
  name text not null check (name <> ''),
  kind text not null check (kind in ('jpeg', 'png', 'webp', 'pdf', 'docx', 'xlsx', 'odt', 'ods', 'txt')),
  -- gone once it was taken back
  bytes bytea,
  size int not null check (size > 0),
  sha256 bytea not null,
  width int,
  height int,
  -- what a picture shows, for who does not see it; what a document is about
  description text not null default '',
  -- who brought it; `member_id` is null where they are no member, or were erased
  account_id bigint not null,
  member_id bigint,
  uploaded_at timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by bigint,
  taken_back_why text not null default '',
  primary key (coop_id, id),
  foreign key (coop_id, poll_id) references polls,
  foreign key (coop_id, task_id) references tasks,
  foreign key (coop_id, account_id) references accounts,
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, taken_back_by) references accounts,
  check ((bytes is null) = (taken_back_at is not null)),
  check (taken_back_at is null or taken_back_why <> ''),
  check ((width is null) = (kind not in ('jpeg', 'png', 'webp')) and (width is null) = (height is null))
);
-- what is packed already is not packed again
alter table files alter column bytes set storage external;
create index on files (coop_id, about, about_id, id);
create index on files (coop_id, member_id) where member_id is not null;
call keep_apart('files', 'select, insert, update');
