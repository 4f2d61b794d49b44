inbox-title = Inbox
inbox-new = New
inbox-read = Read
inbox-empty = You have no new notices.
inbox-mark = Mark as read
inbox-mark-all = Mark all as read
inbox-marked = Marked as read.
inbox-marked-all = Everything is marked as read.
inbox-pages = Pages
inbox-first-page = First page
inbox-who-sees = Only you see your inbox.
inbox-preferences = Notice settings
inbox-new-mark = New.
preferences-title = Notice settings
preferences-lede = Choose which notices come to your inbox here, and which come by mail.
field-mails = Mail
rhythm-each = Each notice by a mail of its own
rhythm-each-help = As soon as it comes.
rhythm-daily = One mail a day
rhythm-daily-help = In the morning, with what came to your inbox and you have not read. What cannot wait still comes at once: a vote that closes soon, a task that is due.
rhythm-weekly = One mail a week
rhythm-weekly-help = On Monday morning, with what you have to do this week, what is late, which votes close, and what is new in your inbox. If there is nothing to say, no mail comes. What cannot wait still comes at once.
rhythm-none = No mail
rhythm-none-help = You find everything in your inbox here.
preferences-caption = Kinds of notices
preferences-kind = Kind of notice
preferences-inbox = Inbox
preferences-mail = Mail
preferences-inbox-of = Inbox{ ": " }{ $kind }
preferences-mail-of = Mail{ ": " }{ $kind }
preferences-always = always
preferences-goes-to = Mail goes to { $email }.
preferences-cannot = Sign-in links and invitations always come by mail, because you need them to get in.
preferences-saved = Your choices are saved.
stop-title = Stop these mails
stop-help = Press the button to stop this kind of mail: { $kind }. You will still see these notices in your inbox here.
stop-act = Stop these mails
stopped-title = These mails have stopped
stopped-help = You will get no more mail of this kind: { $kind }. You can turn it on again at any time under “Notice settings”.
notice-task-assigned = A task is given to you
notice-task-assigned-help = When somebody gives a task to you or to your home.
notice-task-assigned-subject = A task for you: { $name }
notice-task-assigned-line =
    { $by ->
        [none] This task was given to you.
       *[other] { $by } gave you this task.
    }{ $due_on ->
        [none] {""}
       *[other] {" "}It is due { $due_on }.
    }
notice-task-changed = A task of yours changes
notice-task-changed-help = When somebody moves its due date, cancels it or takes it off you.
notice-task-changed-subject = Your task: { $name }
notice-task-changed-line =
    { $happened ->
        [cancelled] It is cancelled. There is nothing more for you to do.
        [taken_away] It is no longer yours. There is nothing more for you to do.
       *[edited]
            { $due_on ->
                [same] It is now due at { $due_at }.
                [none] It no longer has a due date.
               *[other] It is now due { $due_on }.
            }{ $due_was ->
                [none] {""}
               *[other] {" "}It was due { $due_was }.
            }
    }
notice-task-due-soon = A task is due soon
notice-task-due-soon-help = Once, a few days before the due date, if the task is not done. Also for your turn of a chore.
notice-task-due-soon-subject = Due { $due_on }: { $name }
notice-task-due-soon-line =
    It is due { $due_on }{ $due_at ->
        [none] .
       *[other] {" "}at { $due_at }
    }
notice-task-late = A task is late
notice-task-late-help = Once, on the day after the due date, if the task is not done. Also for your turn of a chore.
notice-task-late-subject = Late: { $name }
notice-task-late-line = It was due { $due_on }. Is it done? Then mark it as done on its page. If you cannot do it, give it up there, so that somebody else can take it.
notice-committee-late = Tasks of your committee are late
notice-committee-late-help = Once a week, if you lead a committee and some of its tasks are late.
notice-committee-late-subject =
    { $late ->
        [one] { $name }: { $late } task is late
       *[other] { $name }: { $late } tasks are late
    }
notice-committee-late-line =
    { $late ->
        [one] { $late } task of this committee is late. It was due { $due_on }.
       *[other] { $late } tasks of this committee are late. The first of them was due { $due_on }.
    }
notice-poll-proxy = A proxy for a vote
notice-poll-proxy-help = When somebody lets you vote for them, or a proxy ends.
notice-poll-proxy-subject = Proxy: { $name }
notice-poll-proxy-line = A proxy for this vote that concerns you was given or has ended. The page shows which.
notice-poll-opened = A vote opens
notice-poll-opened-help = When a vote opens in which you can vote.
notice-poll-opened-subject = You can vote: { $name }
notice-poll-opened-line = You can vote until { $closes_at }, and change your vote until then.
notice-poll-called-again = A vote is called again
notice-poll-called-again-help = When the second call of a vote without a quorum opens, and you can vote in it.
notice-poll-called-again-subject = Second call, you can vote: { $name }
notice-poll-called-again-line = The first vote had no quorum, so this is its second call. Votes from the first one do not count: vote again, until { $closes_at }.
notice-poll-reminder = A reminder to vote
notice-poll-reminder-help = Half-way through a longer vote and a day before it closes, if you have not voted.
notice-poll-reminder-subject = You have not voted yet: { $name }
notice-poll-reminder-line = The vote closes { $closes_at }.
notice-decision-review = A decision is to be reviewed
notice-decision-review-help = Once, on the day that was set, to those who run the votes.
notice-decision-review-subject = To be reviewed: { $name }
notice-decision-review-line = The day has come to look at this decision again.
notice-poll-closed = The result of a vote
notice-poll-closed-help = When a vote closes in which you could vote.
notice-poll-closed-subject = The result is in: { $name }
notice-poll-closed-line =
    { $told ->
        [none] The vote has closed.
       *[other] { $told }
    }
mail-notices-subject = { $count } new notices
mail-notices-why = { $coop } sends you this kind of mail: { $kind }.
mail-notices-stop = To stop this kind of mail:
mail-notices-stop-link = Stop this kind of mail
mail-daily-why = { $coop } sends you one mail a day, as you chose.
mail-daily-stop = To stop it and find everything in your inbox there:
mail-daily-stop-link = Stop the mail of the day
notice-daily = the mail of the day
mail-reminders-subject = { $count } reminders
mail-reminders-why = { $coop } reminds you of what waits for you.
mail-reminders-stop = To stop all reminders by mail:
mail-reminders-stop-link = Stop all reminders by mail
notice-reminders = all reminders
mail-weekly-subject = Your week
mail-weekly-why = { $coop } sends you one mail a week, as you chose.
mail-weekly-stop = To stop it and find everything in your inbox there:
mail-weekly-stop-link = Stop the mail of the week
notice-weekly = the mail of the week
digest-late = Late
digest-week = This week
digest-news = New in your inbox
digest-closes = The vote closes { $when }.
digest-day =
    { $home ->
        [none] {""}
       *[other] For home { $home }.{" "}
    }{ $happens ->
        [late] It was due { $day }.
        [due] It is due { $day }.
       *[other] The day is { $day }.
    }
mail-notices-choices = To choose which notices you get:
mail-notices-choices-link = Notice settings
event-preference-changed = changed notice settings

departure-mails =
    { $count ->
        [one] One mail that was about to be sent will not be sent.
       *[other] { $count } mails that were about to be sent will not be sent.
    }
departure-mails-lost = mails that were not sent.
notice-poll-voided = A vote is void
notice-poll-voided-help = When a vote went wrong and counts for nothing.
notice-poll-voided-subject = Void: { $name }
notice-poll-voided-line = This vote went wrong and counts for nothing. The reason: { $reason }
notice-poll-corrected = A misspelt word is corrected
notice-poll-corrected-help = When a word in a vote is corrected after you voted. Your vote stays as it is.
notice-poll-corrected-subject = A word was corrected: { $name }
notice-poll-corrected-line = A misspelt word was corrected after you voted. Your vote stays as it is; the page shows the old and the new text.
notice-poll-extended = A vote stays open longer
notice-poll-extended-help = When the close of an open vote is put off.
notice-poll-extended-subject = Open longer: { $name }
notice-poll-extended-line = The close was put off. The vote now closes { $closes_at }.
work-mail-digest = Mails of the day and of the week
work-remind-later = Reminders that waited for the morning
everything-mail-rhythm = One mail a day or a week
fact-rhythm = How often mail comes
fact-told-until = Told until
notice-task-given-up = Somebody gives a task up
notice-task-given-up-help = When somebody gives up a task that you added, or a task of a committee that you lead.
notice-task-given-up-subject = Free again: { $name }
notice-task-given-up-line =
    { $by ->
        [none] Somebody gave this task up.
       *[other] { $by } gave this task up.
    }{ $why ->
        [none] {""}
       *[other] {" "}They say: { $why }
    }
notice-task-done = A task you follow is done
notice-task-done-help = When a task that you added or follow is done.
notice-task-done-subject = Done: { $name }
notice-task-done-line =
    { $by ->
        [none] This task is done.
       *[other] { $by } says that this task is done.
    }{ $outcome ->
        [none] {""}
       *[other] {" "}They say: { $outcome }
    }
notice-task-words = Words on a task
notice-task-words-help = When somebody writes on a task that you have or follow.
notice-task-words-subject = A comment: { $name }
notice-task-words-line =
    { $by ->
        [none] There is a new comment on this task.
       *[other] { $by } wrote something on this task.
    }
