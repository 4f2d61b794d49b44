drop table called, callings, notice_consents;
