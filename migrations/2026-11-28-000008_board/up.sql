-- The board of directors: terms, and the offices held in them.

-- Offices that a co-op names itself, besides the four that all have.
create table board_offices (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  name_en text not null check (name_en <> ''),
  name_fr text not null check (name_fr <> ''),
  primary key (coop_id, id),
  unique (coop_id, name_en)
);
call keep_apart('board_offices', 'select, insert, update');

-- One seat on the board for one term. `ends_on` is the first day on which it is over, mostly that of an annual meeting;
-- `ended_on` an earlier one. Nobody has two terms on one day. Checked at the end of a statement, because a meeting that is put
-- off moves the ends of some terms and the beginnings of others together.
create table board_terms (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  member_id bigint not null,
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  came text not null check (came in ('elected', 'appointed')),
  ended_on date,
  ended_how text check (ended_how in ('resigned', 'removed', 'left')),
  during daterange not null generated always as (daterange(starts_on, coalesce(ended_on, ends_on), '[)')) stored,
  primary key (coop_id, id),
  foreign key (coop_id, member_id) references members on delete cascade,
  check ((ended_on is null) = (ended_how is null)),
  check (ended_on > starts_on and ended_on < ends_on),
  exclude using gist (coop_id with =, member_id with =, during with &&) deferrable
);
create index on board_terms (coop_id, ends_on);
call keep_apart('board_terms');

-- Who holds which office, within a term. One office has one holder a day; one director may hold two.
create table board_holdings (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  term_id bigint not null,
  office text check (office in ('presidency', 'vice-presidency', 'secretary', 'treasurer')),
  own_office_id bigint,
  held text not null generated always as (coalesce(office, 'own-' || own_office_id::text)) stored,
  during daterange not null check (not isempty(during) and lower(during) is not null and upper(during) is not null),
  primary key (coop_id, id),
  foreign key (coop_id, term_id) references board_terms on delete cascade,
  foreign key (coop_id, own_office_id) references board_offices,
  check ((office is null) <> (own_office_id is null)),
  exclude using gist (coop_id with =, held with =, during with &&) deferrable initially deferred
);
create index on board_holdings (coop_id, term_id);
call keep_apart('board_holdings');
