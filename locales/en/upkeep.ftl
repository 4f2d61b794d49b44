# What could not be done behind the pages.
upkeep-title = What did not work
upkeep-lede = Letters and other work that the program does by itself. Whatever could not be done waits here for you.
upkeep-server = The server
upkeep-unnamed-proxy = Visitors come through a proxy at { $address } that the server was not told of, so all of them share one number of attempts to sign in. Whoever runs the server should name it in COOPERATOR_PROXIES.
upkeep-set-aside = Given up
upkeep-set-aside-help = The program tried several times and stopped. Nothing is lost: put right what the reason says, then have it tried again. After 30 days it is removed.
upkeep-set-aside-none = Everything has been done.
upkeep-waiting = Being tried again
upkeep-waiting-help = These failed, and the program tries again by itself.
upkeep-reason = Reason:
upkeep-tried =
    { $tries ->
        [one] Tried once, given up { $when }
       *[other] Tried { $tries } times, given up { $when }
    }
upkeep-tries-again =
    { $tries ->
        [one] Tried once, again { $when }
       *[other] Tried { $tries } times, again { $when }
    }
upkeep-try-again = Try again
upkeep-drop = Drop it
upkeep-tried-again = It will be tried again in a moment.
upkeep-dropped = It was dropped and will not be tried again.
upkeep-refused = Letters that were refused
upkeep-refused-help = The mail server will not take letters to these addresses. Ask the person for another one, or bring them a letter on paper.
upkeep-refused-none = No letter was refused in the last 90 days.
upkeep-answer = Answer:
attention-set-aside =
    { $count ->
        [one] One piece of work could not be done.
       *[other] { $count } pieces of work could not be done.
    }
attention-refused =
    { $count ->
        [one] One letter was refused this week.
       *[other] { $count } letters were refused this week.
    }
event-work-tried-again = had work tried again that was given up
event-work-dropped = dropped work that was given up
audit-about-work = Work behind the pages
fact-work = Work
fact-tries = Tries
work-letter = A letter
work-mailing = A notice by mail
work-tidy = Removing what has expired
work-count-rows = Care of the database
work-read-again = Telling people of something that happened
work-sign-in-link = A link to sign in
work-invite = Sending invitations
work-import = Bringing a list in
work-scores = Counting the scorecards
work-remind = Reminders
work-poll-open = Opening a vote
work-poll-close = Closing a vote
attention-set-aside-act = See what happened
attention-refused-act = See which
