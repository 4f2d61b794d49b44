revoke update (present, notes) on application_interviews from cooperator_app;
