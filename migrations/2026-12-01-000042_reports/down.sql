drop table report_rows, report_parts, report_runs, saved_reports;
