# What could not be done behind the pages.
upkeep-title = What did not work
upkeep-lede = Mail and other work that the program does by itself. Anything it could not do waits here for you.
upkeep-set-aside = Not done
upkeep-set-aside-help = The program tried several times and stopped. Nothing is lost. Fix the problem given as the reason, then press “Try again”. After 30 days it is removed.
upkeep-set-aside-none = Everything worked.
upkeep-waiting = Trying again soon
upkeep-waiting-help = These did not work the first time. The program will try again by itself.
upkeep-reason = Reason:
upkeep-tried =
    { $tries ->
        [one] Tried once, stopped { $when }
       *[other] Tried { $tries } times, stopped { $when }
    }
upkeep-tries-again =
    { $tries ->
        [one] Tried once, next try { $when }
       *[other] Tried { $tries } times, next try { $when }
    }
upkeep-try-again = Try again
upkeep-drop = Do not try again
upkeep-tried-again = It will be tried again in a moment.
upkeep-dropped = This will not be tried again.
upkeep-refused = Mail that was refused
upkeep-refused-help = The mail server does not accept mail for these addresses. Ask the person for another address, or give them a letter on paper.
upkeep-refused-none = No mail was refused in the last 90 days.
upkeep-answer = Answer:
attention-set-aside =
    { $count ->
        [one] One thing could not be done.
       *[other] { $count } things could not be done.
    }
attention-refused =
    { $count ->
        [one] One mail was refused this week.
       *[other] { $count } mails were refused this week.
    }
event-work-tried-again = asked for work to be tried again
event-work-dropped = cancelled work that could not be done
audit-about-work = Background work
fact-work = Work
fact-tries = Tries
work-letter = A mail
work-mailing = A notice by mail
work-tidy = Deleting what has expired
work-count-rows = Database maintenance
work-read-again = Telling people about something that happened
work-sign-in-link = A sign-in link
work-invite = Sending invitations
work-import = Importing a list
work-scores = Counting the scorecards
work-remind = Reminders
work-poll-open = Opening a vote
work-poll-close = Closing a vote
attention-set-aside-act = See what happened
attention-refused-act = See which ones
upkeep-server = The server
upkeep-unnamed-proxy = Visitors come through a proxy at { $address } that the server was not told of, so all of them share one number of attempts to sign in. Whoever runs the server should name it in COOPERATOR_PROXIES.
event-reporting-granted = let a program read the co-op’s figures
event-reporting-revoked = no longer lets a program read the co-op’s figures
fact-reader = Reader
