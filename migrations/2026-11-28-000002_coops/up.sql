-- The co-ops of this server, the host names they answer to, and the rules each of them lives by.
create table coops (
  coop_id bigint primary key,
  name_en text not null check (name_en <> ''),
  name_fr text not null check (name_fr <> ''),
  default_language text not null default 'en' check (default_language in ('en', 'fr')),
  time_zone text not null default 'America/Toronto',
  -- the hours between which reminders are sent, by the co-op's clocks
  reminders_from int not null default 8 check (reminders_from between 0 and 22),
  reminders_until int not null default 21 check (reminders_until >= 1 and reminders_until <= 24 and reminders_until > reminders_from),
  contact_name text not null default '',
  contact_phone text not null default '',
  contact_email text not null default '',
  -- who answers for personal information, shown to everybody
  privacy_name text not null default '',
  privacy_title text not null default '',
  privacy_address text not null default '',
  demo boolean not null default false,
  public_pages boolean not null default true,
  -- Another one after every change of the register, so that what was rendered from it can be kept and shown again. It is a row and not
  -- a sequence, so that it changes with the change: whoever sees one sees the other.
  register_version bigint not null default 0,
  created_at timestamptz not null default now()
);
create sequence coop_ids;
call keep_apart('coops', 'select, insert, update');
grant usage on sequence coop_ids to cooperator_app;

create table coop_hosts (
  coop_id bigint not null default current_coop() references coops,
  host text primary key check (host = lower(host))
);
call keep_apart('coop_hosts');

-- For the crossings between co-ops of `functions/crossings.sql`.
create policy operator on coops to cooperator_operator using (true);
create policy operator on coop_hosts to cooperator_operator using (true);
grant select on coops, coop_hosts to cooperator_operator;

-- What law or by-laws decide is data of the co-op, filled from a preset that the co-op confirms.
create table rule_profiles (
  coop_id bigint primary key default current_coop() references coops,
  preset text not null check (preset in ('QC', 'ON', 'BC', 'CA')),
  quorum_percent int not null check (quorum_percent between 0 and 100),
  majority_ordinary_num int not null default 1,
  majority_ordinary_den int not null default 2,
  majority_special_num int not null default 2,
  majority_special_den int not null default 3,
  abstentions_count boolean not null default false,
  -- whose a vote is: each member's, each home's (of whoever casts first, or of all who live there together), or as many as shares
  vote_of text not null default 'member' check (vote_of in ('member', 'home_first', 'home_jointly', 'shares')),
  -- how many proxies one person may hold in a vote; 0 where there are none
  proxies_max int not null default 0 check (proxies_max between 0 and 20),
  -- what the quorum is taken of: of the votes on the roll, of the people on it, or of the homes where they live
  quorum_of text not null default 'votes' check (quorum_of in ('votes', 'members', 'homes')),
  -- whether a vote that had no quorum can be called again, once, and with what quorum
  second_calls boolean not null default false,
  quorum_second_percent int not null default 0 check (quorum_second_percent between 0 and 100),
  auxiliary_may_vote boolean not null default false,
  suspended_may_vote boolean not null default false,
  arrears_bars_vote boolean not null default false,
  arrears_bars_office boolean not null default true,
  notice_days_min int not null check (notice_days_min >= 0),
  notice_days_max int not null check (notice_days_max >= notice_days_min),
  -- the least notice of a general meeting that is neither annual nor votes by special resolution
  notice_days_other int not null default 14 check (notice_days_other between 0 and 365),
  -- the annual meeting: how many months after the end of the financial year, and after the one before; 0 where no rule says
  year_ends_month int not null default 12 check (year_ends_month between 1 and 12),
  agm_months int not null default 6 check (agm_months between 0 and 24),
  agm_months_apart int not null default 0 check (agm_months_apart between 0 and 36),
  -- the share of the members that can ask for a meeting, and within how many days it is then held; 0 where no rule says
  requisition_percent int not null default 0 check (requisition_percent between 0 and 100),
  requisition_days int not null default 0 check (requisition_days between 0 and 365),
  -- how many days before a meeting a member's item is there
  item_days int not null default 15 check (item_days between 0 and 365),
  -- the share that must stay for a meeting to go on, 0 where the quorum at its opening is enough; homes that are there besides
  quorum_continues_percent int not null default 0 check (quorum_continues_percent between 0 and 100),
  quorum_homes_min int not null default 0 check (quorum_homes_min between 0 and 10000),
  -- whether whoever chairs decides a tie, and whether who attends from afar is there
  chair_casts boolean not null default false,
  meets_online boolean not null default false,
  meetings_credited boolean not null default false,
  auxiliary_months_max int not null check (auxiliary_months_max >= 0),
  board_size_min int not null,
  board_size_max int not null check (board_size_max >= board_size_min),
  board_seats int not null default 7 check (board_seats between 1 and 50),
  board_term_months int not null default 24 check (board_term_months between 1 and 120),
  -- how long the result of an election can be contested
  appeal_days int not null default 30 check (appeal_days between 0 and 365),
  group_size_min_for_stats int not null default 5,
  reminder_days_before int not null default 2 check (reminder_days_before between 0 and 30),
  -- hours of a task that one person may set; more need a second one's yes
  credit_alone_hours int not null default 8 check (credit_alone_hours between 0 and 100),
  year_starts_month int not null default 7 check (year_starts_month between 1 and 12),
  -- whether transfers within come before requests from outside, after them, in turns, or by the date alone
  transfers text not null default 'alternate' check (transfers in ('alternate', 'first', 'last', 'together')),
  -- how long somebody lives in a home before they may ask for another
  transfer_months_min int not null default 24 check (transfer_months_min between 0 and 240),
  -- how long a request that came to nothing is kept with its names
  application_months int not null default 24 check (application_months between 0 and 240),
  -- how long what is known of a former member is kept
  retention_months int not null default 84 check (retention_months between 0 and 600),
  check (majority_ordinary_num > 0 and majority_ordinary_den >= majority_ordinary_num),
  check (majority_special_num > 0 and majority_special_den >= majority_special_num)
);
call keep_apart('rule_profiles', 'select, insert, update');
