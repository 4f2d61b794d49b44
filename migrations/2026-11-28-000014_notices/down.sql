drop table preferences, notices;
