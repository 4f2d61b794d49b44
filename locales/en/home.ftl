home-title = Home
help-call = You can always talk to somebody: { $name }.
help-sign-in-title = Signing in
help-sign-in = Use your e-mail and password, or ask on the sign-in page for a link by mail. Each link works once.
help-votes-title = Voting
help-votes = In an open vote you can change your vote until it closes. The result page shows how the result was worked out.
help-votes-ways = The ways to decide, each with an example
help-privacy-title = Who sees what
help-privacy = Neighbours see your name, your home and your committees. They see your phone and e-mail only if you share them. Only you and the people who keep the register see your scorecard.
home-hello = Hello { $name }.
home-hello-waiting =
    Hello { $name }. { $count ->
        [0] Nothing is waiting for you.
        [one] One thing is waiting for you.
       *[other] { $count } things are waiting for you.
    }
home-hello-many = Hello { $name }. A few things are waiting for you.
home-waiting = Waiting for you
home-nothing = There is nothing for you to do right now.
home-nothing-link = See what others are doing
home-observer = You can read everything here but not change it. Start with the figures:
home-closes = Closes { $when }
home-opens = Opens { $when }
home-task-due = Due { $day }.
home-task-due-home = For home { $unit }, due { $day }.
home-task-approval = It is done. Look at it, so that the hours count.
home-swap = A neighbour asks you to take the turn of { $day }.
home-task-no-date = No due date.
home-late = Late
home-vote = Vote
home-vote-on = Vote: { $title }
home-open = Open
home-see-all = See all your tasks
home-there-is-more = There are more on that page.
home-turnout = Voted so far: { $voted } of { $roll }.
home-quorum = { $needed } must vote for the result to count.
home-occupied = { $occupied } of { $homes } homes are occupied.
home-members = { $members } members in all.
home-open-scorecard = Open your scorecard
home-decided = What members decided
home-all-votes = All votes
home-no-results = No vote has closed yet.
home-coming = Coming up
home-nothing-coming = Nothing is planned yet.
home-outcome-adopted = Adopted,
home-outcome-rejected = Not adopted,
home-outcome-no-quorum = No quorum,
home-outcome-chosen = Chosen,
home-outcome-tied = A tie,
home-counts = { $voted } of { $roll } voted.
home-begin = Your co-op is empty. Import your list of members, or add the first people by hand.
home-begin-import = Import your members
home-begin-by-hand = Add by hand
home-tasks-done =
    { $count ->
        [one] 1 task done
       *[other] { $count } tasks done
    }
home-votes-cast = { $cast } of { $closed } votes cast
home-hours-given = { $hours } given
home-office = For the office
home-wrong = Needs attention
begin-title = Your first week
begin-help = Do these in any order. Each line is ticked off when it is done.
begin-done = done
