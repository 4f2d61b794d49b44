drop table meeting_replies, agenda_items, meetings;
