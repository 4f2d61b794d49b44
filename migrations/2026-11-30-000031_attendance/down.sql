drop table sheet_marks, doorkeepers, attendances, meeting_roll, doors;
