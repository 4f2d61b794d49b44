-- Repair requests: what is broken, where, and what becomes of it. A table of their own and no kind of task, so that no list of tasks can
-- show one. How to get into the home stands apart, and goes when the request is closed.
create table repairs (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  -- the home; null for a common place
  unit_id bigint,
  place text not null check (place <> ''),
  title text not null check (title <> ''),
  details text not null default '',
  urgency text not null check (urgency in ('now', 'soon', 'whenever')),
  status text not null default 'sent' check (status in ('sent', 'seen', 'planned', 'repaired', 'closed_without', 'withdrawn')),
  -- the member who asked, null where the office did or they were erased; the account that wrote it down
  asked_by bigint,
  entered_by bigint,
  -- who deals with it, and comes
  dealer_id bigint,
  visit_on date,
  visit_from time,
  visit_to time,
  -- what was done, or why it was closed without repair
  outcome text not null default '',
  asked_at timestamptz not null,
  -- by the co-op's calendar: who lived in the home on this day, and still does, sees it
  asked_on date not null,
  closed_at timestamptz,
  version int not null default 1,
  primary key (coop_id, id),
  foreign key (coop_id, unit_id) references units,
  foreign key (coop_id, asked_by) references members,
  foreign key (coop_id, entered_by) references accounts,
  foreign key (coop_id, dealer_id) references members,
  check ((status in ('repaired', 'closed_without', 'withdrawn')) = (closed_at is not null)),
  check (status not in ('repaired', 'closed_without') or outcome <> ''),
  check (status <> 'planned' or (visit_on is not null and dealer_id is not null)),
  check (visit_on is not null or (visit_from is null and visit_to is null)),
  check (visit_from < visit_to)
);
create index on repairs (coop_id, status, asked_at);
create index on repairs (coop_id, unit_id) where unit_id is not null;
create index on repairs (coop_id, asked_by) where asked_by is not null;
create index on repairs (coop_id, dealer_id) where dealer_id is not null;
call keep_apart('repairs', 'select, insert, update');

-- How whoever comes gets in. Only they and the home read it; the row is removed when the request is closed.
create table repair_access (
  coop_id bigint not null default current_coop() references coops,
  repair_id bigint not null,
  enter text not null check (enter in ('yes', 'when_home')),
  times text not null default '',
  pets text not null default '',
  -- where the key is, the code of an alarm
  way_in text not null default '',
  -- the visit moved: the home is asked whether all of this still holds
  to_confirm boolean not null default false,
  given_at timestamptz not null,
  primary key (coop_id, repair_id),
  foreign key (coop_id, repair_id) references repairs
);
call keep_apart('repair_access');

-- Which committee deals with repairs; without a row, whoever manages repairs for the co-op.
create table repair_settings (
  coop_id bigint not null default current_coop() references coops,
  committee_id bigint,
  primary key (coop_id),
  foreign key (coop_id, committee_id) references committees
);
call keep_apart('repair_settings', 'select, insert, update');

-- A repair can be talked about, and has files.
alter table comments drop constraint comments_about_check, add constraint comments_about_check check (about in ('poll', 'task', 'repair')),
  add column repair_id bigint generated always as (case about when 'repair' then about_id end) stored,
  add foreign key (coop_id, repair_id) references repairs;
alter table closed_discussions drop constraint closed_discussions_about_check,
  add constraint closed_discussions_about_check check (about in ('poll', 'task', 'repair')),
  add column repair_id bigint generated always as (case about when 'repair' then about_id end) stored,
  add foreign key (coop_id, repair_id) references repairs;
alter table files drop constraint files_about_check, add constraint files_about_check check (about in ('poll', 'task', 'repair')),
  add column repair_id bigint generated always as (case about when 'repair' then about_id end) stored,
  add foreign key (coop_id, repair_id) references repairs;
