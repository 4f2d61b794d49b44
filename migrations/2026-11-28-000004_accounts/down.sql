drop table api_tokens, attempts, sign_in_links, sessions, accounts;
