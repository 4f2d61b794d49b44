-- Calling people to a meeting, and the evidence of it: who was told what, when and by which way.

-- Who wants notices of meetings by mail, at which address: given and taken back by their own word, or by the office for a signed paper.
create table notice_consents (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  member_id bigint not null,
  -- The consent names an address. Who writes from another one since has not agreed to that.
  address text not null check (address <> ''),
  given_at timestamptz not null,
  given_by bigint,
  withdrawn_at timestamptz,
  withdrawn_by bigint,
  primary key (coop_id, id),
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, given_by) references accounts,
  foreign key (coop_id, withdrawn_by) references accounts
);
create unique index on notice_consents (coop_id, member_id) where withdrawn_at is null;
call keep_apart('notice_consents');

-- Each time that people were told of a meeting: what stood in it, word for word.
create table callings (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  meeting_id bigint not null,
  kind text not null check (kind in ('notice', 'supplement', 'changed', 'cancelled', 'reminder')),
  sent_at timestamptz not null,
  sent_by bigint,
  -- by the rules of that day
  timing text not null check (timing in ('in_time', 'too_late', 'too_early', 'no_rule')),
  notice_days int not null,
  -- why it went out although the rules say another day
  anyway text not null default '',
  subject_en text not null,
  subject_fr text not null,
  text_en text not null,
  text_fr text not null,
  primary key (coop_id, id),
  foreign key (coop_id, meeting_id) references meetings,
  foreign key (coop_id, sent_by) references accounts,
  check (timing in ('in_time', 'no_rule') or anyway <> '' or kind <> 'notice')
);
create index on callings (coop_id, meeting_id, id);
call keep_apart('callings', 'select, insert, update');

-- To whom, and by which way. What a mail server said stands with the deliveries.
create table called (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  calling_id bigint not null,
  member_id bigint not null,
  language text not null check (language in ('en', 'fr')),
  -- how it is given: by mail to who agreed to that, else on paper; a mail that goes out besides is a courtesy
  way text not null check (way in ('mail', 'letter')),
  address text not null default '',
  -- a letter was given to them or posted
  handed_on date,
  handed_by bigint,
  -- it came back: a mailbox that is full or gone, a letter to the wrong door
  came_back_on date,
  came_back_by bigint,
  primary key (coop_id, id),
  unique (coop_id, calling_id, member_id),
  foreign key (coop_id, calling_id) references callings,
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, handed_by) references accounts,
  foreign key (coop_id, came_back_by) references accounts,
  check (way = 'letter' or address <> '' or came_back_on is not null)
);
create index on called (coop_id, member_id);
call keep_apart('called', 'select, insert, update');
