-- What the co-op shows to everybody: a row a block of the public pages that was switched; the others are as they begin. The log
-- says who did it.
create table open_blocks (
  coop_id bigint not null default current_coop() references coops,
  block text not null check (block <> ''),
  shown boolean not null,
  primary key (coop_id, block)
);
call keep_apart('open_blocks', 'select, insert, update');

-- Who was here in which month.
create index events_of_actor on events (coop_id, actor_id, at) where actor_id is not null;
