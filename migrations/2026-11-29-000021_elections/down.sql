drop table candidacies, elections;
