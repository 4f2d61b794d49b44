drop function all_coops, insert_due_runs, claim_jobs, coop_of_host;
drop table schedule_runs, jobs, events, submissions, api_tokens, attempts, sign_in_links, sessions, accounts, rule_profiles, coop_hosts, coops;
drop sequence coop_ids;
drop function events_are_final, folded, current_coop;
drop procedure keep_apart;
