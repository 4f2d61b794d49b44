alter table results drop constraint results_are_entered;
drop table decision_relations, decisions;
