drop table swaps, absences, turns, chore_pool, chores;
