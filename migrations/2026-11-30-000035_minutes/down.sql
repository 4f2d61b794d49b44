drop table minute_versions, minute_actions, minute_parts, minutes;
