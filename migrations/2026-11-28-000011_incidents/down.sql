drop table incidents;
