-- Decisions: the register of what the co-op decided, for as long as there is a co-op. One series of numbers, without gaps, none used
-- twice. What a vote decided is entered at its close and is the result of that number (`results.number`); what was decided elsewhere, at
-- a meeting or by the board, is entered by hand. Whether a decision is in force follows from what later ones say of it.
create table decisions (
  coop_id bigint not null default current_coop() references coops,
  number int not null check (number > 0),
  decided_on date not null,
  body text not null check (body in ('members', 'meeting', 'board', 'committee')),
  -- under what it stands in older books
  former_number text not null default '',
  title_en text not null check (title_en <> ''),
  title_fr text not null check (title_fr <> ''),
  details_en text not null default '',
  details_fr text not null default '',
  -- how it was decided, as one reads it: of a vote what was counted, else what the minutes say
  sums_en text not null default '',
  sums_fr text not null default '',
  review_on date,
  -- the day of review that those who run votes were reminded of, so that it happens once
  reminded_for date,
  version int not null default 1,
  -- hashed with whatever is sealed of it, as that of a vote
  salt bytea not null default uuid_send(gen_random_uuid()),
  words tsvector not null generated always as (to_tsvector('pg_catalog.english', folded(title_en || ' ' || details_en))
    || to_tsvector('pg_catalog.french', folded(title_fr || ' ' || details_fr))) stored,
  primary key (coop_id, number)
);
create index on decisions (coop_id, decided_on, number);
create index on decisions using gin (words);
call keep_apart('decisions', 'select, insert');
grant update (decided_on, body, former_number, title_en, title_fr, details_en, details_fr, sums_en, sums_fr, review_on, reminded_for, version)
  on decisions to cooperator_app;
alter table results add constraint results_are_entered foreign key (coop_id, number) references decisions;

-- What a decision says of an earlier one.
create table decision_relations (
  coop_id bigint not null default current_coop() references coops,
  number int not null,
  earlier int not null check (earlier <> number),
  kind text not null check (kind in ('amends', 'repeals')),
  primary key (coop_id, number, earlier),
  foreign key (coop_id, number) references decisions,
  foreign key (coop_id, earlier) references decisions
);
create index on decision_relations (coop_id, earlier);
call keep_apart('decision_relations', 'select, insert, delete');
