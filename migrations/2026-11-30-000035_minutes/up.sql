-- Minutes: written part by part while a meeting runs or after it, published, corrected, approved at a later one.
create table minutes (
  coop_id bigint not null default current_coop() references coops,
  meeting_id bigint not null,
  status text not null default 'draft' check (status in ('draft', 'published', 'approved')),
  -- who reads them once they are published: everybody of the co-op, or those who sit there
  for_all boolean not null,
  -- the meeting that approved them
  approved_at_id bigint,
  primary key (coop_id, meeting_id),
  foreign key (coop_id, meeting_id) references meetings,
  foreign key (coop_id, approved_at_id) references meetings,
  check ((status = 'approved') = (approved_at_id is not null))
);
call keep_apart('minutes', 'select, insert, update');

-- What was said of one item; without an item, of the meeting as a whole.
create table minute_parts (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  meeting_id bigint not null,
  item_id bigint,
  text_en text not null default '',
  text_fr text not null default '',
  version int not null default 1,
  written_at timestamptz not null,
  written_by bigint,
  primary key (coop_id, id),
  unique nulls not distinct (coop_id, meeting_id, item_id),
  foreign key (coop_id, meeting_id) references minutes,
  foreign key (coop_id, item_id) references agenda_items,
  foreign key (coop_id, written_by) references accounts
);
call keep_apart('minute_parts', 'select, insert, update');

-- What became a task.
create table minute_actions (
  coop_id bigint not null default current_coop() references coops,
  task_id bigint not null,
  meeting_id bigint not null,
  item_id bigint,
  primary key (coop_id, task_id),
  foreign key (coop_id, task_id) references tasks,
  foreign key (coop_id, meeting_id) references minutes,
  foreign key (coop_id, item_id) references agenda_items
);
create index on minute_actions (coop_id, meeting_id);
call keep_apart('minute_actions', 'select, insert');

-- What was published, word for word. What is in camera stands apart.
create table minute_versions (
  coop_id bigint not null default current_coop() references coops,
  meeting_id bigint not null,
  number int not null check (number >= 1),
  published_at timestamptz not null,
  published_by bigint,
  -- why it differs from the one before; empty for the first
  why text not null default '',
  text_en text not null,
  text_fr text not null,
  in_camera_en text not null default '',
  in_camera_fr text not null default '',
  primary key (coop_id, meeting_id, number),
  foreign key (coop_id, meeting_id) references minutes,
  foreign key (coop_id, published_by) references accounts,
  check (number = 1 or why <> '')
);
call keep_apart('minute_versions', 'select, insert, update');
