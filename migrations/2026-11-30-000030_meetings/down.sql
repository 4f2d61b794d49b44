drop table agenda_items, meetings;
