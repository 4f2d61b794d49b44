-- Polls: what members decide by an open ballot. A vote has one question or several on one ballot paper. The rule of each is copied from
-- the rule profile and the roll is frozen at opening, so that neither a new by-law nor a new member changes a vote that is under way.
create table polls (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  title_en text not null check (title_en <> ''),
  title_fr text not null check (title_fr <> ''),
  details_en text not null default '',
  details_fr text not null default '',
  -- what it would cost, in cents, and what speaks for it and against it
  cost bigint check (cost > 0),
  pros_en text not null default '',
  pros_fr text not null default '',
  cons_en text not null default '',
  cons_fr text not null default '',
  -- a draft is seen by those who run votes only
  status text not null default 'draft' check (status in ('draft', 'scheduled', 'open', 'closed', 'disputed', 'cancelled', 'void')),
  -- whether it decides, or asks for advice
  binding boolean not null default true,
  -- when its figures are shown: as they grow, to whoever has voted, or after the close
  shows text not null default 'live' check (shows in ('live', 'voted', 'closed')),
  -- whether ballots carry the names of who cast them, or are secret; and of secret ones what is published after the close: every ballot with
  -- its code, the ballots of each question without codes, or the figures alone
  secrecy text not null default 'open' check (secrecy in ('open', 'list', 'ballots', 'figures')),
  quorum_percent int not null check (quorum_percent between 0 and 100),
  -- whose a vote is, as the rule profile had it at opening
  vote_of text not null default 'member' check (vote_of in ('member', 'home_first', 'home_jointly', 'shares')),
  -- what the quorum is taken of, as the rule profile had it at opening
  quorum_of text not null default 'votes' check (quorum_of in ('votes', 'members', 'homes')),
  -- the vote without a quorum that this one calls again: the same text, asked once more
  second_call_of bigint,
  -- the meeting at which it is taken, if it is: who leads that opens it, and those vote who are there
  meeting_id bigint,
  -- whether another part of the program set it up and reads its result by its choices: what it asks stays
  bound boolean not null default false,
  -- how many proxies one person may hold, as the rule profile had it at opening
  proxies_max int not null default 0,
  -- the day on which one had to be a member; the day of opening where nobody says
  record_on date,
  -- how many votes there are: all that its members or homes weigh together
  roll_size int,
  -- the same in what the quorum is taken of
  quorum_roll int,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  -- the end that was announced when it opened, if it was put off since
  announced_closes_at timestamptz,
  -- when its text or what it asks was changed last after it was announced
  text_changed_at timestamptz,
  -- that it went wrong and counts for nothing: since when, and why
  voided_at timestamptz,
  void_reason text not null default '',
  -- when those who had not voted yet were reminded, so that it happens once
  reminded_at timestamptz,
  created_by bigint,
  created_at timestamptz not null default now(),
  version int not null default 1,
  -- Hashed with whatever is sealed of this vote and told nowhere: without it, nobody can try ballots against a seal.
  salt bytea not null default uuid_send(gen_random_uuid()),
  primary key (coop_id, id),
  foreign key (coop_id, created_by) references accounts,
  foreign key (coop_id, second_call_of) references polls,
  check (closes_at > opens_at),
  check ((status in ('open', 'closed', 'disputed', 'void')) = (roll_size is not null)),
  check (secrecy = 'open' or shows = 'closed'),
  check (status <> 'disputed' or secrecy <> 'open'),
  check ((status = 'void') = (voided_at is not null) and (voided_at is null) = (void_reason = ''))
);
create index on polls (coop_id, status, closes_at);
create index on polls (coop_id, meeting_id) where meeting_id is not null;
create unique index on polls (coop_id, second_call_of) where status not in ('cancelled', 'void');
call keep_apart('polls', 'select, insert');
grant update (title_en, title_fr, details_en, details_fr, cost, pros_en, pros_fr, cons_en, cons_fr, status, binding, shows, secrecy, quorum_percent,
  vote_of, quorum_of, proxies_max, record_on, roll_size, quorum_roll, opens_at, closes_at, opened_at, closed_at, announced_closes_at, text_changed_at, reminded_at, version, bound, meeting_id) on polls to cooperator_app;
grant update (voided_at, void_reason) on polls to cooperator_app;

-- A question: what is asked, how it is answered and counted. Numbered from 1 in the order of the ballot paper.
create table questions (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  number int not null check (number between 1 and 40),
  -- empty where the title of the vote is the question
  title_en text not null default '',
  title_fr text not null default '',
  method text not null check (method in ('proposal', 'consent', 'choice', 'approval', 'score', 'dots', 'irv', 'stv-scottish', 'stv-meek',
    'schulze', 'ranked-pairs', 'star', 'greedy', 'equal-shares', 'times')),
  -- how many are chosen
  seats int not null default 1 check (seats between 1 and 100),
  -- the most points for one choice (score), or dots for all of them together
  points int not null default 5 check (points between 1 and 100),
  -- what can be spent, in cents
  budget bigint check (budget > 0),
  -- whether it needs the special majority
  special boolean not null default false,
  -- consent: the share of the roll that must agree, if any, and how many objections it bears
  agree_percent int not null default 0 check (agree_percent between 0 and 100),
  objections_max int not null default 0 check (objections_max >= 0),
  -- whether the choices stand on the paper in an order drawn by lot
  shuffled boolean not null default false,
  -- whether a tie that matters is broken by lot; it stays a tie otherwise
  lot boolean not null default false,
  -- as frozen at opening
  majority_num int not null check (majority_num > 0),
  majority_den int not null check (majority_den >= majority_num),
  abstentions_count boolean not null,
  primary key (coop_id, poll_id, number),
  foreign key (coop_id, poll_id) references polls
);
call keep_apart('questions', 'select, insert, update, delete');

-- What can be chosen, in the order in which it was written. `place` is the order on the paper.
create table choices (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  question int not null,
  number int not null check (number between 1 and 300),
  place int not null,
  title_en text not null check (title_en <> ''),
  title_fr text not null check (title_fr <> ''),
  -- what it costs, in cents, where money is shared out
  cost bigint check (cost > 0),
  -- when it would be, where times are asked; without an hour the whole day, the same for everybody wherever they look from
  day date,
  hour time,
  -- whom it names, where one votes on people: they are no scrutineers of that vote
  member_id bigint,
  -- since when it stands no more, because who stood withdrew: the count leaves it out, and no ballot changes
  withdrawn_at timestamptz,
  primary key (coop_id, poll_id, question, number),
  foreign key (coop_id, poll_id, question) references questions on delete cascade,
  foreign key (coop_id, member_id) references members
);
create index on choices (coop_id, member_id) where member_id is not null;
call keep_apart('choices', 'select, insert, update, delete');

-- The electoral roll: who may vote in this poll. Written once, at opening.
create table roll (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  member_id bigint not null,
  -- the home whose vote it is, where homes vote
  unit_id bigint,
  weight int not null default 1 check (weight > 0),
  -- where they live, where homes do not vote and the quorum is taken of them
  home_id bigint,
  primary key (coop_id, poll_id, member_id),
  foreign key (coop_id, poll_id) references polls,
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, unit_id) references units,
  foreign key (coop_id, home_id) references units
);
create index on roll (coop_id, member_id);
create index on roll (coop_id, poll_id, unit_id) where unit_id is not null;
create index on roll (coop_id, home_id) where home_id is not null;
call keep_apart('roll', 'select, insert');

-- Who lives in the co-op or has a part in it and is not on the roll, and why.
create table left_out (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  member_id bigint not null,
  reason text not null check (reason in ('auxiliary', 'suspended', 'arrears', 'no_home', 'no_share', 'joined_since', 'interest', 'not_there')),
  -- the place they had on the roll, if they left it
  unit_id bigint,
  weight int,
  home_id bigint,
  primary key (coop_id, poll_id, member_id),
  foreign key (coop_id, poll_id) references polls,
  foreign key (coop_id, member_id) references members
);
create index on left_out (coop_id, member_id);
call keep_apart('left_out', 'select, insert');

-- An open ballot carries its voter's name and can be changed until the close. It exists only for somebody on the roll. It holds one
-- answer a question, in their order, in the one way in which that answer is written (`polls/paper`); an empty one is a blank.
create table open_ballots (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  member_id bigint not null,
  answers text[] not null check (cardinality(answers) > 0 and array_position(answers, null) is null),
  cast_at timestamptz not null,
  -- the home that has voted with it, where whoever casts first does so for all
  home bigint,
  -- who cast it by proxy; nobody where its voter did
  cast_by bigint,
  -- as on the roll
  weight int not null default 1 check (weight > 0),
  -- the questions in which a place was left out: those below it moved up
  skipped int[] not null default '{}',
  primary key (coop_id, poll_id, member_id),
  unique (coop_id, poll_id, home),
  foreign key (coop_id, poll_id, member_id) references roll,
  foreign key (coop_id, cast_by) references members
);
call keep_apart('open_ballots', 'select, insert');
grant update (answers, cast_at, cast_by, skipped) on open_ballots to cooperator_app;

-- Who lets somebody else vote for them in a vote, from when until when.
create table proxies (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  poll_id bigint not null,
  giver_id bigint not null,
  holder_id bigint not null,
  instructions text not null default '',
  given_at timestamptz not null,
  ended_at timestamptz,
  primary key (coop_id, id),
  foreign key (coop_id, poll_id) references polls,
  foreign key (coop_id, giver_id) references members,
  foreign key (coop_id, holder_id) references members
);
create unique index on proxies (coop_id, poll_id, giver_id) where ended_at is null;
create index on proxies (coop_id, poll_id);
create index on proxies (coop_id, giver_id);
create index on proxies (coop_id, holder_id);
call keep_apart('proxies', 'select, insert');
grant update (instructions, ended_at) on proxies to cooperator_app;

-- Why somebody votes as they do, in their own words, beside their ballot.
create table reasons (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  member_id bigint not null,
  reason text not null check (reason <> ''),
  primary key (coop_id, poll_id, member_id),
  foreign key (coop_id, poll_id, member_id) references open_ballots on update cascade
);
call keep_apart('reasons', 'select, insert, delete');
grant update (reason) on reasons to cooperator_app;

-- What a closed poll came to, a row a question: counted once and never again. Those that decide are numbered: the register of decisions.
create table results (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  question int not null,
  number int,
  verdict text not null check (verdict in ('adopted', 'rejected', 'no_quorum', 'chosen', 'tied')),
  -- everything that `counting` found, see `polls/rules`
  outcome jsonb not null,
  -- the same where everybody weighs one, if they do not
  plain jsonb,
  roll_size int not null,
  voted int not null,
  quorum_needed int not null,
  decided_at timestamptz not null,
  -- how many votes were cast on papers that left a place out
  skipped int not null default 0,
  -- how many are on the roll and how many take part, in what the quorum is taken of
  quorum_roll int not null default 0,
  quorum_present int not null default 0,
  primary key (coop_id, poll_id, question),
  unique (coop_id, number),
  foreign key (coop_id, poll_id, question) references questions
);
call keep_apart('results', 'select, insert');

-- Somebody from outside whom a vote that asks for advice asks, too, by a link of their own. Of the link only the digest is kept, and no
-- address. The name goes a year after the close, or when somebody takes it away; then the link is gone as well.
create table guests (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  number int not null check (number > 0),
  name text check (name <> ''),
  token_hash bytea,
  invited_by bigint,
  invited_at timestamptz not null,
  primary key (coop_id, poll_id, number),
  unique (coop_id, token_hash),
  foreign key (coop_id, poll_id) references polls,
  foreign key (coop_id, invited_by) references accounts,
  check (name is not null or token_hash is null)
);
call keep_apart('guests');

-- What a guest answers: beside the ballots, and never one of them.
create table guest_answers (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  number int not null,
  answers text[] not null check (cardinality(answers) > 0 and array_position(answers, null) is null),
  reason text not null default '',
  cast_at timestamptz not null,
  primary key (coop_id, poll_id, number),
  foreign key (coop_id, poll_id, number) references guests on delete cascade
);
call keep_apart('guest_answers', 'select, insert, delete');
grant update (answers, reason, cast_at) on guest_answers to cooperator_app;

-- Votes that recur, kept by name: what one asks, without days, people and files, as JSON (`polls/templates`). A table of its own, and no
-- kind of vote: it is read and written whole, is never opened, and nothing that is asked of votes can come upon it.
create table poll_templates (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  name_en text not null check (name_en <> ''),
  name_fr text not null check (name_fr <> ''),
  holds text not null check (holds <> ''),
  kept_by bigint,
  kept_at timestamptz not null,
  version int not null default 1,
  primary key (coop_id, id),
  foreign key (coop_id, kept_by) references accounts
);
call keep_apart('poll_templates', 'select, insert, delete');
grant update (name_en, name_fr, holds, version) on poll_templates to cooperator_app;

-- A misspelt word of an open vote: what one person proposed, and another confirmed or not. Both texts stay here, and what was made is sealed
-- with the vote. The text itself is changed by `correct_text` (`functions/polls.sql`), and by nothing else.
create table corrections (
  coop_id bigint not null default current_coop() references coops,
  poll_id bigint not null,
  number int not null check (number > 0),
  -- where the text stands: the vote itself, one of its questions, or a choice of that
  question int,
  choice int,
  field text not null check (field in ('title', 'details', 'pros', 'cons')),
  -- both, where the vote says the same in both
  language text not null check (language in ('en', 'fr', 'both')),
  before text not null,
  after text not null check (after <> ''),
  proposed_by bigint not null,
  proposed_at timestamptz not null,
  -- nothing while it waits
  outcome text check (outcome in ('made', 'declined', 'withdrawn')),
  settled_by bigint,
  settled_at timestamptz,
  primary key (coop_id, poll_id, number),
  foreign key (coop_id, poll_id) references polls,
  foreign key (coop_id, proposed_by) references accounts,
  foreign key (coop_id, settled_by) references accounts,
  check (before <> after),
  check (question is not null or choice is null),
  check (question is null or field = 'title'),
  check (num_nulls(outcome, settled_by, settled_at) in (0, 3)),
  check ((outcome = 'withdrawn') = (settled_by = proposed_by))
);
create unique index on corrections (coop_id, poll_id, coalesce(question, 0), coalesce(choice, 0), field, language) where outcome is null;
create index on corrections (coop_id, proposed_by);
create index on corrections (coop_id, settled_by) where settled_by is not null;
call keep_apart('corrections', 'select, insert');
grant update (outcome, settled_by, settled_at) on corrections to cooperator_app;
