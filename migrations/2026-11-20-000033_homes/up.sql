-- How many people a home is meant for, and as what somebody lives there.
alter table units
  add column occupants_min int check (occupants_min between 1 and 30),
  add column occupants_max int check (occupants_max between 1 and 30),
  add constraint units_occupants check (occupants_max >= occupants_min);

-- A guest does not count towards how many people a home has.
alter table occupancies
  add column relation text not null default 'member' check (relation in ('member', 'household', 'guest'));
