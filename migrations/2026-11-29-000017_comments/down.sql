drop table closed_discussions, comment_versions, comments;
