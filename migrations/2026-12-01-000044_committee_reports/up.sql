-- What a committee tells of a month: what its lead wrote, and the numbers as they were when it was handed in.
create table committee_reports (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  committee_id bigint not null,
  month date not null check (extract(day from month) = 1),
  -- with marks: what else happened, what comes next, what is asked of the board or of members
  happened text not null default '',
  coming text not null default '',
  asks text not null default '',
  -- none as long as it is a draft: numbers alone
  facts jsonb check (jsonb_typeof(facts) = 'object'),
  handed_in_at timestamptz,
  -- a draft that was thrown away: the program does not begin it again
  dropped boolean not null default false,
  written_by bigint,
  changed_at timestamptz not null,
  version int not null default 1,
  primary key (coop_id, id),
  unique (coop_id, committee_id, month),
  foreign key (coop_id, committee_id) references committees,
  foreign key (coop_id, written_by) references accounts,
  check ((facts is null) = (handed_in_at is null)),
  check (not dropped or handed_in_at is null)
);
create index on committee_reports (coop_id, written_by) where written_by is not null;
call keep_apart('committee_reports');
