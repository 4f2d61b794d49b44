create index members_folded_idx on members using gin (folded(given_name || ' ' || family_name || ' ' || number) gin_trgm_ops);
