-- What the co-op shows to everybody: a row a block of the public pages that was switched; the others are as they begin. The log
-- says who did it.
create table open_blocks (
  coop_id bigint not null default current_coop() references coops,
  block text not null check (block <> ''),
  shown boolean not null,
  primary key (coop_id, block)
);
call keep_apart('open_blocks', 'select, insert, update');

-- What observers looked at: a row a page and day, by its address without what was searched for.
create table observer_views (
  coop_id bigint not null default current_coop() references coops,
  account_id bigint not null,
  day date not null,
  page text not null check (page <> ''),
  many int not null default 1 check (many > 0),
  first_at timestamptz not null,
  last_at timestamptz not null check (last_at >= first_at),
  primary key (coop_id, account_id, day, page),
  foreign key (coop_id, account_id) references accounts on delete cascade
);
create index on observer_views (coop_id, day desc, account_id, page);
call keep_apart('observer_views');

-- Who was here in which month.
create index events_of_actor on events (coop_id, actor_id, at) where actor_id is not null;
