drop table survey_comments, survey_contents, survey_roll, survey_questions, surveys;
