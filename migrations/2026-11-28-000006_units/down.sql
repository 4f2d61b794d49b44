drop table unit_children, occupancies, units;
