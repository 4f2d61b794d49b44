drop table speakers, recusals, motions;
