drop table scores, score_runs;
