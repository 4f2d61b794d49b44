drop table results, open_ballots, roll, polls;
