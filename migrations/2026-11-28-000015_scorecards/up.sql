-- Scorecards: each run counts a period for every member. Of each month the figures of the last night are kept; what a figure is made of is
-- read from the facts themselves.
create table score_runs (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  period_start date not null,
  period_end date not null check (period_end >= period_start),
  ran_at timestamptz not null,
  members int not null,
  month date not null generated always as (period_end - (extract(day from period_end)::int - 1)) stored,
  primary key (coop_id, id),
  unique (coop_id, month)
);
create index on score_runs (coop_id, ran_at desc);
call keep_apart('score_runs', 'select, insert, update');

create table scores (
  coop_id bigint not null default current_coop() references coops,
  run_id bigint not null,
  member_id bigint not null,
  figure text not null check (figure in ('meetings_attended', 'tasks_done', 'tasks_on_time', 'votes_cast', 'minutes_given')),
  -- minutes can be fewer than none: what was too many is corrected in a later year
  value int not null,
  -- out of how many; null where there is no whole
  whole int check (whole >= value),
  primary key (coop_id, member_id, run_id, figure),
  foreign key (coop_id, run_id) references score_runs on delete cascade,
  foreign key (coop_id, member_id) references members on delete cascade
);
call keep_apart('scores');
