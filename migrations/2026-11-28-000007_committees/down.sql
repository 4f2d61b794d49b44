drop table leads, seats, committees;
