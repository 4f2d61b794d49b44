drop table results, reasons, open_ballots, roll, choices, questions, polls;
