drop table mail_rhythms;
drop table preferences, notices;
