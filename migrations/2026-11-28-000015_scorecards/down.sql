drop table score_facts, scores, score_runs;
