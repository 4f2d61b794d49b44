nav-scorecards = Scorecard
nav-help-scorecards = What you did this year, and how it was counted
score-title-own = Your scorecard
score-title-of = Scorecard of { $name }
score-list-title = Scorecards
score-list-lede = What everybody has done this year, by name. There is no ranking.
score-list-caption = Each member’s figures, in order of name
score-member = Member
score-who-sees = Only you and the people who keep the register see this page.
score-period = From { $from } to { $to }.
score-none-yet = Nothing has been counted yet. The figures are counted every night.
score-counted-at = Counted on { $when }
score-of = { $value } of { $whole }
score-tasks-done = Tasks done
score-tasks-on-time = Tasks on time
score-votes-cast = Votes cast
score-hours-given = Hours given
score-meetings-attended = Meetings attended
score-help-meetings-attended = Of the general meetings to which you were called. Those you were excused from do not count.
score-excused = Excused
score-help-tasks-done = Done by you or by your home.
score-help-tasks-on-time = Of the tasks that were due, those done by their due date.
score-help-votes-cast = Of the closed votes in which you could vote.
score-help-hours-given = Hours recorded for what you did, or your home as a whole.
score-open-facts = See what was counted
score-ways = Ways to lend a hand
score-ways-link = See all open tasks
score-history = Earlier months
score-history-caption = The figures at the end of each month, since the start of the participation year
score-until = Until
score-no-facts = Nothing has been counted here yet.
score-counted-yes = Counted
score-counted-no = Not counted
score-wrong = Is something wrong or missing?
score-run-now = Count now
score-counted =
    { $count ->
        [one] The figures of one member were counted.
       *[other] The figures of { $name } members were counted.
    }
event-scores-counted = counted the scorecards
score-download = Download everybody’s figures:
score-download-history = Download these figures:
event-scores-exported = downloaded the scorecards
score-minutes-given = Minutes given
score-facts-title = { $figure }: { $sum }
score-thanks-both = Thank you for { $hours } and { $tasks ->
        [one] one task
       *[other] { $tasks } tasks
    } since { $from }.
score-thanks-hours = Thank you for { $hours } since { $from }.
score-thanks-tasks = Thank you for { $tasks ->
        [one] one task
       *[other] { $tasks } tasks
    } since { $from }.
score-thanks-none = The year of participation began on { $from }. There is a lot you can do, a little at a time.
score-way-until = until { $day }
score-ways-hours = see your hours, or claim some
score-year = Year
score-homes = Homes
score-years-title = Hours year by year
score-years-note = Each year of participation, by the year in which it began
score-others = Where does my home sit?
score-others-title = How much the homes gave
score-others-note = Homes by hours given from { $from } to { $until }. There are no names, no order, and no small groups.
score-group = { $from } to { $until } h
score-group-last = { $from } h +
score-group-homes = { $homes }
score-group-own = { $homes }, yours
score-way-late = it should have been done by { $day }
score-none-of = None yet
