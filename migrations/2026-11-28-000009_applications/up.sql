-- Applications, shown as the waiting list: requests from outside and transfers within, in one register.
create table applications (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  kind text not null check (kind in ('outside', 'transfer')),
  -- Who asks from outside; empty once the register has them as a member, or once they are forgotten.
  given_name text not null default '',
  family_name text not null default '',
  email text,
  phone text,
  language text not null check (language in ('en', 'fr')),
  -- the other adults, one a line: "Family name, given name"
  other_adults text not null default '',
  adults int not null check (adults between 1 and 20),
  children int not null check (children between 0 and 20),
  -- who asks for a transfer and from where, or whom a request from outside became
  member_id bigint,
  unit_id bigint,
  bedrooms_min int check (bedrooms_min between 0 and 12),
  bedrooms_max int check (bedrooms_max between 0 and 12),
  accessible boolean not null default false,
  remarks text not null default '',
  source text not null default '',
  received_on date not null,
  -- the day of the complete form, which decides the order
  complete_on date,
  -- the home it was accepted for
  given_unit_id bigint,
  forgotten_on date,
  version int not null default 1,
  primary key (coop_id, id),
  foreign key (coop_id, member_id) references members,
  foreign key (coop_id, unit_id) references units,
  foreign key (coop_id, given_unit_id) references units,
  check (complete_on >= received_on),
  check (bedrooms_max >= bedrooms_min),
  check (kind = 'outside' or member_id is not null)
);
create index on applications (coop_id, (coalesce(complete_on, '9999-12-31'::date)), received_on, id);
create index on applications (coop_id, member_id) where member_id is not null;
call keep_apart('applications', 'select, insert, update');

-- What happened after it was received and complete. The state of an application is its latest step.
create table application_steps (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  application_id bigint not null,
  state text not null check (state in ('invited', 'interviewed', 'accepted', 'refused', 'withdrawn', 'expired', 'reopened')),
  on_date date not null,
  reason text not null default '',
  account_id bigint,
  entered_at timestamptz not null,
  primary key (coop_id, id),
  foreign key (coop_id, application_id) references applications,
  foreign key (coop_id, account_id) references accounts
);
create index on application_steps (coop_id, application_id, on_date desc, id desc);
call keep_apart('application_steps', 'select, insert, update');

create table application_interviews (
  coop_id bigint not null default current_coop() references coops,
  id bigint generated always as identity,
  application_id bigint not null,
  on_date date not null,
  present text not null,
  notes text not null,
  account_id bigint,
  entered_at timestamptz not null,
  primary key (coop_id, id),
  foreign key (coop_id, application_id) references applications,
  foreign key (coop_id, account_id) references accounts
);
create index on application_interviews (coop_id, application_id, on_date);
call keep_apart('application_interviews', 'select, insert, delete');
