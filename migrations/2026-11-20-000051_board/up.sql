-- Committees with a mandate, leads and an end; the board of directors with terms and offices.

-- A committee that is closed is kept for the past. When one was formed is not known of those that were there before this.
alter table committees
  add column mandate_en text not null default '',
  add column mandate_fr text not null default '',
  add column formed_on date,
  add column closed_on date,
  add column version int not null default 1,
  add constraint committees_open check (closed_on > formed_on);

-- Who answers for a committee, from a day on. Whoever leads a committee also sits on it.
create table leads (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  committee_id bigint not null,
  member_id bigint not null,
  during daterange not null check (not isempty(during) and lower(during) is not null),
  primary key (coop_id, id),
  foreign key (coop_id, committee_id) references committees,
  foreign key (coop_id, member_id) references members on delete cascade,
  exclude using gist (coop_id with =, committee_id with =, member_id with =, during with &&)
);
create index on leads (coop_id, member_id);
call keep_apart('leads');
create trigger register_changed after insert or update or delete on leads
  for each statement execute function register_changed();

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
create trigger register_changed after insert or update or delete on board_terms
  for each statement execute function register_changed();

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

-- An office never outlasts the term in which it is held: when a term ends early or moves, its offices follow.
create function holdings_follow_terms() returns trigger language plpgsql as $$
declare
  was daterange := old.during;
  is_now daterange := new.during;
begin
  delete from board_holdings h where h.coop_id = new.coop_id and h.term_id = new.id
    and case when lower(h.during) = lower(was) then lower(is_now) else greatest(lower(h.during), lower(is_now)) end
     >= case when upper(h.during) = upper(was) then upper(is_now) else least(upper(h.during), upper(is_now)) end;
  update board_holdings h set during = daterange(
      case when lower(h.during) = lower(was) then lower(is_now) else greatest(lower(h.during), lower(is_now)) end,
      case when upper(h.during) = upper(was) then upper(is_now) else least(upper(h.during), upper(is_now)) end)
    where h.coop_id = new.coop_id and h.term_id = new.id;
  return null;
end $$;
create trigger holdings_follow after update on board_terms
  for each row when (old.during is distinct from new.during) execute function holdings_follow_terms();

alter table rule_profiles
  add column board_seats int not null default 7 check (board_seats between 1 and 50),
  add column board_term_months int not null default 24 check (board_term_months between 1 and 120);
