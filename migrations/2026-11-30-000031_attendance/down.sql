drop table doorkeepers, attendances, meeting_roll, doors;
