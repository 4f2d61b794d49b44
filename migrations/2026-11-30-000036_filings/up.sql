-- Filings: what the co-op hands in, renews or looks at again by a day: returns, insurance, an audit, by-laws.
create table filings (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  kind text not null check (kind in ('annual_return', 'tax', 'insurance', 'audit', 'by_law_review', 'other')),
  title_en text not null check (title_en <> ''),
  title_fr text not null check (title_fr <> ''),
  due_on date not null,
  -- it comes again so many months later, once it is done
  every_months int check (every_months >= 1 and every_months <= 120),
  -- who sees to it: the board where that is no committee, or one that was closed since
  committee_id bigint,
  -- whose hand it is in there, in words: the treasurer, an accountant
  hand text not null default '',
  details text not null default '',
  done_on date,
  done_by bigint,
  -- the one before it, which was done
  follows bigint,
  -- how many days before it people were reminded last
  reminded int,
  created_by bigint,
  created_at timestamptz not null default now(),
  version int not null default 1,
  primary key (coop_id, id),
  unique (coop_id, follows),
  foreign key (coop_id, committee_id) references committees,
  foreign key (coop_id, done_by) references accounts,
  foreign key (coop_id, created_by) references accounts,
  foreign key (coop_id, follows) references filings
);
create index on filings (coop_id, due_on, id);
create index on filings (coop_id, committee_id) where committee_id is not null;
call keep_apart('filings');
