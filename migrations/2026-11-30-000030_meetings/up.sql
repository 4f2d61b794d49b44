-- Meetings: when and where members, the board or a committee meet, and what about.
create table meetings (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  kind text not null check (kind in ('annual', 'special', 'general', 'board', 'committee')),
  committee_id bigint,
  -- what it is called: where nobody says so, by its kind or its committee
  title_en text not null check (title_en <> ''),
  title_fr text not null check (title_fr <> ''),
  held_on date not null,
  -- by the clock of the co-op; one that ends before it starts ends the day after
  starts_at time not null,
  ends_at time,
  place text not null default '',
  -- how to take part from afar
  online text not null default '',
  -- ramp, lift, interpreter; child care and food
  access text not null default '',
  child_care text not null default '',
  -- whether it votes on something that needs the special majority: its notice is longer in some provinces
  special_resolution boolean not null default false,
  status text not null default 'planned' check (status in ('planned', 'called', 'cancelled')),
  cancelled_why text not null default '',
  -- those that were planned together, one a month, have the number of the first; each is its own otherwise
  series bigint,
  -- the one that did not have its quorum, of which this is the second meeting
  second_of bigint,
  -- who leads it and who writes its minutes, where that is known
  chair_id bigint,
  secretary_id bigint,
  -- called to order, and adjourned
  opened_at timestamptz,
  ended_at timestamptz,
  -- rises when whoever comes must know: another day, time or place, or called off (RFC 5545, section 3.8.7.4)
  sequence int not null default 0,
  created_by bigint,
  created_at timestamptz not null default now(),
  version int not null default 1,
  primary key (coop_id, id),
  foreign key (coop_id, committee_id) references committees,
  foreign key (coop_id, created_by) references accounts,
  foreign key (coop_id, series) references meetings,
  foreign key (coop_id, second_of) references meetings,
  foreign key (coop_id, chair_id) references members,
  foreign key (coop_id, secretary_id) references members,
  check ((kind = 'committee') = (committee_id is not null)),
  check (ended_at is null or opened_at is not null and ended_at >= opened_at)
);
create index on meetings (coop_id, held_on, id);
create unique index on meetings (coop_id, second_of) where status <> 'cancelled';
create index on meetings (coop_id, committee_id) where committee_id is not null;
-- one that came in from a file by mistake goes again, as long as nothing hangs on it
call keep_apart('meetings');

-- What a meeting is about, in order.
create table agenda_items (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  meeting_id bigint not null,
  place int not null check (place >= 1 and place <= 1000),
  purpose text not null check (purpose in ('information', 'discussion', 'decision')),
  title_en text not null check (title_en <> ''),
  title_fr text not null check (title_fr <> ''),
  details text not null default '',
  minutes int check (minutes >= 1 and minutes <= 600),
  presenter text not null default '',
  -- without those who do not sit there: others see that there is such an item, and nothing of it
  in_camera boolean not null default false,
  -- it stood in the notice: of a general meeting, only such an item can be voted on
  noticed boolean not null default false,
  version int not null default 1,
  primary key (coop_id, id),
  foreign key (coop_id, meeting_id) references meetings
);
create index on agenda_items (coop_id, meeting_id, place, id);
call keep_apart('agenda_items');

-- Who comes: what each said last, and of which day and place they said it.
create table meeting_replies (
  coop_id bigint not null default current_coop() references coops,
  meeting_id bigint not null,
  member_id bigint not null,
  answer text not null check (answer in ('in_person', 'online', 'regrets', 'proxy')),
  -- of a proxy: who votes for them
  holder_id bigint,
  -- child care, food, a ramp, an interpreter
  needs text not null default '',
  -- the meeting's sequence that was answered: after another day, time or place they are asked again
  sequence int not null,
  said_at timestamptz not null default now(),
  primary key (coop_id, meeting_id, member_id),
  foreign key (coop_id, meeting_id) references meetings,
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, holder_id) references members,
  check ((answer = 'proxy') = (holder_id is not null)),
  check (holder_id <> member_id)
);
create index on meeting_replies (coop_id, member_id);
create index on meeting_replies (coop_id, holder_id) where holder_id is not null;
call keep_apart('meeting_replies');

-- Papers of a meeting: what is to be read before it.
alter table files drop constraint files_about_check, add constraint files_about_check check (about in ('poll', 'task', 'repair', 'meeting')),
  add column meeting_id bigint generated always as (case about when 'meeting' then about_id end) stored,
  add foreign key (coop_id, meeting_id) references meetings;
