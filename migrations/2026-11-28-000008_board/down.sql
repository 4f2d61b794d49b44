drop table board_holdings, board_terms, board_offices;
