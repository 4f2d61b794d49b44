drop table committee_reports;
