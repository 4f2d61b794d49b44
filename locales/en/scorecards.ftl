nav-scorecards = Scorecard
nav-help-scorecards = What you gave this year, and the facts behind it
score-title-own = Your scorecard
score-title-of = Scorecard of { $name }
score-list-title = Scorecards
score-list-lede = Everybody's part this year, by name. There is no ranking.
score-list-caption = Figures of each member, in the order of their names
score-member = Member
score-who-sees = Seen by you and by the people who keep the register.
score-period = From { $from } to { $to }.
score-none-yet = Nothing has been counted yet. The figures are counted every night.
score-counted-at = Counted on { $when }
score-of = { $value } of { $whole }
score-tasks-done = Tasks done
score-tasks-on-time = Tasks on time
score-votes-cast = Votes cast
score-hours-given = Hours given
score-help-tasks-done = Done by you or by your home.
score-help-tasks-on-time = Of the tasks that were due, those done on or before their day.
score-help-votes-cast = Of the votes that were open to you and have closed.
score-help-hours-given = As credited to the tasks done by you or by your home.
score-open-facts = See what was counted
score-ways = Want to give a hand?
score-ways-link = See all open tasks
score-history = Earlier months
score-history-caption = The figures at the end of each month, since the start of the year of participation
score-until = Until
score-no-facts = Nothing was counted here yet.
score-counted-yes = Counted
score-counted-no = Not counted
score-wrong = Something wrong or missing?
score-run-now = Count now
score-counted =
    { $count ->
        [one] The figures of one member were counted.
       *[other] The figures of { $name } members were counted.
    }
event-scores-counted = counted the scorecards
score-download = Download everybody’s figures:
score-download-history = Download these figures:
event-scores-exported = took the scorecards away as a file
score-minutes-given = Minutes given
score-facts-title = { $figure }: { $sum }
