alter table occupancies drop column relation;
alter table units drop constraint units_occupants, drop column occupants_min, drop column occupants_max;
