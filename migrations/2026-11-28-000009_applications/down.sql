drop table application_interviews, application_steps, applications;
