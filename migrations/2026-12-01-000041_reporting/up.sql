-- The schema that other programs read: its views stand in `functions/reporting.sql`. A migration that changes a column of theirs drops the
-- schema first; the views come back with the functions.
create schema reporting;
