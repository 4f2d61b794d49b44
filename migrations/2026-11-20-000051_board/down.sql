alter table rule_profiles drop column board_seats, drop column board_term_months;
drop table board_holdings, board_terms, board_offices, leads;
drop function holdings_follow_terms();
alter table committees drop constraint committees_open, drop column mandate_en, drop column mandate_fr,
  drop column formed_on, drop column closed_on, drop column version;
