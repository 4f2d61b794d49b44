drop table appeals, candidacies, elections;
