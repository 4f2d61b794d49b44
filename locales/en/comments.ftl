comments-title = Discussion
comments-count =
    { $count ->
        [0] Nobody has said anything yet.
        [one] One comment.
       *[other] { $count } comments.
    }
comments-earlier = Show earlier comments
comments-latest = Show the latest comments
comments-new = Show new comments
comments-close = Close the discussion
comments-reopen = Open the discussion again
comments-closed = The discussion was closed { $when }. What was said stays here.
comments-closed-now = The discussion is closed.
comments-reopened = The discussion is open again.
comment-send = Send comment
comment-written = Your comment is sent.
comment-reply = Reply
comment-to = to { $name }
comment-of = the comment of { $name }
comment-reply-title = Reply to a comment
comment-edit = Edit
comment-edit-title = Edit your comment
comment-edit-help = Everybody can see that you edited it, and what it said before.
comment-edited = Your comment is changed.
comment-is-edited = edited
comment-late = After the close
comment-versions-title = What a comment said before
comment-take-back = Take your comment back
comment-take-back-help = Its words are removed for good, in every version. If somebody answered, it will say that a comment was taken back.
comment-taken-back = The author took this comment back.
comment-taken-back-now = Your comment is taken back.
comment-hide = Hide
comment-hide-title = Hide a comment
comment-hide-help = Only its author and the people who moderate will see it. The author is told why, and the activity log keeps that you hid it.
comment-hidden-now = The comment is hidden.
comment-is-hidden = This comment is hidden.
comment-is-hidden-but = This comment is hidden. Only its author and the people who moderate see it.
comment-why = Reason: { $why }
comment-show = Show again
comment-shown-again = The comment is shown again.
comment-conflict-gone = This comment was taken back or hidden meanwhile.
comment-conflict-hidden = This comment is hidden and cannot be changed now. You can take it back.
comment-wrong-closed = The discussion was closed meanwhile. Your comment was not sent.
comment-wrong-several = Several people have this name: { $limit }. Write the whole name after @.

field-comment = Your comment
hint-comment = Everybody who can read this page can read it. Write @ and a name to tell somebody. **Two stars** make words bold, and a dash before each line makes a list.
field-hidden-why = Why
hint-hidden-why = The author reads this.

event-comment-written = commented on
event-comment-mentioned = mentioned somebody in a comment on
event-comment-edited = edited a comment on
event-comment-taken-back = took a comment back on
event-comment-hidden = hid a comment on
event-comment-shown = showed a comment again on
audit-about-comment = Comments
fact-about = About
fact-told = Told
fact-author = Author
fact-text = Text
fact-written-at = Written
fact-edited-at = Edited
fact-taken-back-at = Taken back
fact-hidden-at = Hidden
everything-comments = What you said in discussions
everything-comment-versions = What your comments said before

notice-comment-mentioned = Somebody mentions you
notice-comment-mentioned-help = When somebody writes @ and your name in a discussion.
notice-comment-mentioned-subject = You are mentioned: { $name }
notice-comment-mentioned-line =
    { $by ->
        [none] A comment mentions you.
       *[other] { $by } mentions you in a comment.
    }
notice-comment-answered = Somebody answers you
notice-comment-answered-help = When somebody replies to your comment in a discussion.
notice-comment-answered-subject = A reply to you: { $name }
notice-comment-answered-line =
    { $by ->
        [none] Your comment has a reply.
       *[other] { $by } replied to your comment.
    }
notice-comment-written = Comments on what you added
notice-comment-written-help = When somebody comments on a vote, a proposal or a task that you added.
notice-comment-written-subject = A comment: { $name }
notice-comment-written-line =
    { $by ->
        [none] There is a new comment on something you added.
       *[other] { $by } commented on something you added.
    }
notice-comment-hidden = Your comment is hidden
notice-comment-hidden-help = When the people who moderate hide a comment of yours, or show it again.
notice-comment-hidden-subject = Your comment: { $name }
notice-comment-hidden-line =
    { $happened ->
        [hidden] It was hidden. You can read why beside it.
       *[shown] It is shown again.
    }
