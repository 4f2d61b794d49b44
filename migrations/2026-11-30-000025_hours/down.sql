drop table hour_reminders, hour_contests, hour_claim_steps, hour_claims, work_kinds, exemptions, hour_lines, duties;
