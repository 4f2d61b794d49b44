-- Comments: what people say of a thing of the co-op before it is decided, and while it is. One table for whatever can be talked about:
-- `about` is the word of its kind, as events have it, and each kind has a column that makes a key of it.
create table comments (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  about text not null check (about in ('poll', 'task')),
  about_id bigint not null,
  poll_id bigint generated always as (case about when 'poll' then about_id end) stored,
  task_id bigint generated always as (case about when 'task' then about_id end) stored,
  -- the comment that this one answers, which answers none itself
  reply_to bigint,
  -- who wrote it; `member_id` is null where they are no member
  account_id bigint not null,
  member_id bigint,
  -- empty once it was taken back
  text text not null,
  written_at timestamptz not null,
  edited_at timestamptz,
  taken_back_at timestamptz,
  hidden_at timestamptz,
  hidden_by bigint,
  hidden_why text not null default '',
  version int not null default 1,
  primary key (coop_id, id),
  foreign key (coop_id, poll_id) references polls,
  foreign key (coop_id, task_id) references tasks,
  foreign key (coop_id, reply_to) references comments,
  foreign key (coop_id, account_id) references accounts,
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, hidden_by) references accounts,
  check ((text = '') = (taken_back_at is not null)),
  check (hidden_at is null or hidden_why <> '')
);
create index on comments (coop_id, about, about_id, id);
create index on comments (coop_id, reply_to) where reply_to is not null;
create index on comments (coop_id, member_id) where member_id is not null;
create index on comments (coop_id, account_id, written_at);
call keep_apart('comments', 'select, insert, update');

-- What a comment said before it was edited. Gone when it is taken back.
create table comment_versions (
  coop_id bigint not null default current_coop() references coops,
  comment_id bigint not null,
  number int not null,
  text text not null check (text <> ''),
  written_at timestamptz not null,
  primary key (coop_id, comment_id, number),
  foreign key (coop_id, comment_id) references comments
);
call keep_apart('comment_versions');

-- Things of which nothing more is to be said. Opened again, the row is gone.
create table closed_discussions (
  coop_id bigint not null default current_coop() references coops,
  about text not null check (about in ('poll', 'task')),
  about_id bigint not null,
  poll_id bigint generated always as (case about when 'poll' then about_id end) stored,
  task_id bigint generated always as (case about when 'task' then about_id end) stored,
  closed_by bigint,
  closed_at timestamptz not null,
  primary key (coop_id, about, about_id),
  foreign key (coop_id, poll_id) references polls,
  foreign key (coop_id, task_id) references tasks,
  foreign key (coop_id, closed_by) references accounts
);
call keep_apart('closed_discussions', 'select, insert, delete');
