drop table results, reasons, open_ballots, left_out, roll, choices, questions, polls;
