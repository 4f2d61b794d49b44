inbox-title = Inbox
inbox-new = New
inbox-read = Read
inbox-empty = You have read everything.
inbox-mark = Mark as read
inbox-mark-all = Mark all as read
inbox-marked = Marked as read.
inbox-marked-all = Everything is marked as read.
inbox-pages = Pages
inbox-first-page = First page
inbox-who-sees = Only you see your inbox.
inbox-preferences = Choose what you are told
inbox-new-mark = New.
preferences-title = What you are told
preferences-lede = Choose what comes to your inbox here, and what comes by mail.
preferences-caption = Kinds of notices
preferences-kind = Kind
preferences-inbox = Inbox
preferences-mail = Mail
preferences-inbox-of = Inbox{ ": " }{ $kind }
preferences-mail-of = Mail{ ": " }{ $kind }
preferences-always = always
preferences-goes-to = Mail goes to { $email }.
preferences-cannot = Links to sign in and invitations always come by mail: without them you could not get in.
preferences-saved = Your choices are saved.
stop-title = Stop these mails
stop-help = One press, and this kind of mail stops: { $kind }. Your inbox here stays as it is.
stop-act = Stop these mails
stopped-title = These mails have stopped
stopped-help = You get no more mail of this kind: { $kind }. You can turn it on again, or choose more, on your own page.
notice-task-assigned = Task given to you
notice-task-assigned-help = Somebody gave a task to you or to your home.
notice-task-assigned-subject = A task for you: { $name }
notice-task-assigned-line =
    { $by ->
        [none] This task was given to you.
       *[other] { $by } gave you this task.
    }{ $due_on ->
        [none] {""}
       *[other] {" "}It is due { $due_on }.
    }
notice-task-due-soon = Task due soon
notice-task-due-soon-help = Once, a few days before the due date, if it is not done.
notice-task-due-soon-subject = Due { $due_on }: { $name }
notice-task-due-soon-line = It is due { $due_on }.
notice-poll-opened = Vote open
notice-poll-opened-help = A vote has opened and you are on the roll.
notice-poll-opened-subject = You can vote: { $name }
notice-poll-opened-line = Until { $closes_at } you can vote, and change your mind.
notice-poll-closing-soon = Vote closing soon
notice-poll-closing-soon-help = Once, a day before the close, if you have not voted.
notice-poll-closing-soon-subject = Closing soon: { $name }
notice-poll-closing-soon-line = It closes { $closes_at } and you have not voted yet.
notice-poll-closed = Result of a vote
notice-poll-closed-help = A vote that you could vote in has closed.
notice-poll-closed-subject = The result is in: { $name }
notice-poll-closed-line =
    { $outcome ->
        [adopted] The proposal was adopted.
        [rejected] The proposal was not adopted.
        [no_quorum] There was no quorum.
       *[other] The vote has closed.
    }
mail-notices-subject = { $count } things to look at
mail-notices-why = { $coop } sends you mails of this kind: { $kind }.
mail-notices-stop = To stop this kind of mail:
mail-notices-stop-link = Stop this kind of mail
mail-notices-choices = To choose what you are told:
mail-notices-choices-link = Choose what you are told
event-preference-changed = Choice of notices changed

departure-mails =
    { $count ->
        [one] One mail that waits to be sent is not sent.
       *[other] { $count } mails that wait to be sent are not sent.
    }
departure-mails-lost = mails that were not sent.
