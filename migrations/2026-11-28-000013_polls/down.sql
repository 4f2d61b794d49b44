drop table corrections, poll_templates, guest_answers, guests;
drop table results, reasons, proxies, open_ballots, left_out, roll, choices, questions, polls;
