-- Imports: a spreadsheet of members, tasks or attendance between two pages, its rows as they were read and the matching as it was chosen. It is kept for a day or two
-- and then forgotten, its journal for the seven days in which it can be undone; the register keeps what was imported.
create table imports (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  -- an operator's import belongs to no account
  account_id bigint,
  -- what its rows are
  what text not null default 'members' check (what in ('members', 'tasks', 'meetings')),
  name text not null default '',
  sheet jsonb not null,
  matching jsonb not null,
  answers jsonb not null default '{}',
  outcome jsonb,
  journal jsonb,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  started_at timestamptz,
  done_at timestamptz,
  failed text,
  undone jsonb,
  -- the matching is that of the last file with these headings
  recalled boolean not null default false,
  -- the day of joining of those for whom the file has none; unknown where that is empty
  joined_on date,
  primary key (coop_id, id),
  foreign key (coop_id, account_id) references accounts on delete cascade
);
create index on imports (coop_id, expires_at);
create index imports_done on imports (coop_id, done_at) where done_at is not null;
call keep_apart('imports');

-- What the columns of a file with these headings (folded, in their order) were taken for when it was last brought in.
create table import_layouts (
  coop_id bigint not null default current_coop() references coops,
  what text not null default 'members' check (what in ('members', 'tasks', 'meetings')),
  headings text not null check (headings <> ''),
  matching jsonb not null,
  primary key (coop_id, what, headings)
);
call keep_apart('import_layouts');
