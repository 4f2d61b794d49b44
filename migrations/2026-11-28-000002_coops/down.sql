drop table rule_profiles, coop_hosts, coops;
drop sequence coop_ids;
