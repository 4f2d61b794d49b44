drop table api_tokens, attempts, address_changes, sign_in_links, drafts, sessions, accounts;
