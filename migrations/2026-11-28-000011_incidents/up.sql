-- The register of confidentiality incidents: Regulation respecting confidentiality incidents (chapter A-2.1, r. 3.1), section 7;
-- kept five years by section 8.
create table incidents (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  information text not null check (information <> ''),
  circumstances text not null check (circumstances <> ''),
  -- the day, or the first and the last of a period; the words where only about when is known
  happened_from date,
  happened_until date,
  happened_about text not null default '',
  known_on date not null,
  people int not null check (people >= 0),
  people_about boolean not null default false,
  serious_risk boolean not null,
  risk_reasons text not null check (risk_reasons <> ''),
  commission_told_on date,
  people_told_on date,
  public_notice text not null default '',
  measures text not null check (measures <> ''),
  version int not null default 1,
  primary key (coop_id, id),
  check (happened_from is not null or happened_about <> ''),
  check (happened_until >= happened_from)
);
create index on incidents (coop_id, known_on, id);
call keep_apart('incidents');
