figures-title = Our co-op
figures-lede = How the co-op is doing, for everybody who lives here.
figures-pick = Period
figures-show = Show
figures-own-days = Choose the days yourself
field-figures-period = Period
field-figures-from = First day
field-figures-to = Last day
field-compared = Compare with
figures-period-months = The last 12 months
figures-period-year = This year of participation
figures-period-last-year = The year of participation before
figures-period-last-month = Last month
figures-period-last-quarter = Last quarter
figures-period-days = Days you choose below
figures-compared-nothing = Nothing
figures-compared-before = The period before
figures-compared-year-before = The same days a year earlier
wrong-period-order = Enter a last day that is not before the first day.
wrong-period-long = Enter a later day. Ten years can be looked at at once.
figures-days = { $from } to { $until }
figures-in-short = In short
figures-charts = Charts
figures-none = Charts will appear once there are members and votes.
figures-no-rows = There is nothing to show for these days.
figures-before = { $days }: { $finding }
figures-look-closer = Look closer
figures-behind = What is behind it
figures-more-behind = These are the latest. Choose fewer days to see the others.
figures-what = What the numbers mean
figures-left-out = Numbers about very few homes are left out or put together with others, so that nobody finds out what one home did.
figures-too-few = too few to show
figures-no-committee = No committee
figures-quorum-mark = The dotted line is the quorum.
figures-goal-mark = The dotted line is the goal.
figures-fact-joined = joined
figures-fact-left = left
figures-fact-empty = empty

figures-stat-members = members
figures-stat-moved = { $joined } joined, { $left } left
figures-stat-empty = homes empty on the last day
figures-stat-days-empty =
    { $days ->
        [0] no home stood empty
        [one] empty for one day in all
       *[other] empty for { $days } days in all
    }
figures-stat-turnout = of members voted, on average
figures-stat-votes =
    { $votes ->
        [0] no votes yet
        [one] in one vote
       *[other] in { $votes } votes
    }
figures-stat-on-time = of tasks done on time
figures-stat-done =
    { $done ->
        [0] none done in these days
        [one] of one that was done
       *[other] of { $done } that were done
    }

figures-growth-name = Members
figures-growth-note = Full members at the end of each month
figures-growth-more = We are { $many } more than at the start: { $members } members
figures-growth-fewer = We are { $many } fewer than at the start: { $members } members
figures-growth-same = As many members as at the start: { $members }
figures-size-name = Members
figures-size-note = Full members at the end of a month, shown once several homes have changed
figures-size-title = { $members } members on { $day }
figures-tenants-name = Members among tenants
figures-tenants-note = Share of the adults living in our homes who are members, at the end of each month. In Quebec it must be at least half.
figures-tenants-enough = { $share } of the adults in our homes are members: { $members } of { $tenants }
figures-tenants-few = Only { $share } of the adults in our homes are members: { $members } of { $tenants }
figures-vacancies-name = Empty homes
figures-vacancies-note = Homes in which nobody lived at the end of each month
figures-vacancies-title =
    { $days ->
        [0] No home stood empty
        [one] One home stood empty for one day
       *[other] Homes stood empty for { $days } days in all
    }{ $homes ->
        [0] {""}
        [one] , and one is empty now
       *[other] , and { $homes } are empty now
    }
figures-meetings-name = General meetings
figures-meetings-note = Share of those called who came, meeting by meeting
figures-meetings-all =
    { $votes ->
        [one] The last meeting had its quorum, with { $average } there
       *[other] All of the last { $votes } meetings had their quorum, with { $average } there on average
    }
figures-meetings-missed =
    { $missed ->
        [one] One of the last { $votes } meetings did not have its quorum
       *[other] { $missed } of the last { $votes } meetings did not have their quorum
    }
figures-turnout-name = Votes
figures-turnout-note = Share of the roll that voted, by decision number
figures-turnout-all =
    { $votes ->
        [one] The last vote reached its quorum, with { $average } voting
       *[other] All of the last { $votes } votes reached their quorum, with { $average } voting on average
    }
figures-turnout-missed =
    { $missed ->
        [one] One of the last { $votes } votes missed its quorum
       *[other] { $missed } of the last { $votes } votes missed their quorum
    }
figures-tasks-name = Tasks by committee
figures-tasks-note = Tasks done in these days, and open today, by committee
figures-tasks-late = { $share } of { $done } tasks were done on time; most late ones: { $area }
figures-tasks-on-time =
    { $done ->
        [0] No tasks done yet
        [one] The one task done was on time
       *[other] All { $done } tasks done were on time
    }
figures-tasks-row = { $on_time } on time, { $late } late, { $open } open
figures-tasks-key-on-time = On time
figures-tasks-key-late = Late
figures-tasks-key-open = Still open
figures-tasks-key-done = Done, without saying when
figures-work-name = Tasks by quarter
figures-work-note = Tasks done in each quarter that is over
figures-work-title = { $share } of tasks were done on time
figures-work-title-done =
    { $done ->
        [one] One task was done
       *[other] { $done } tasks were done
    }
figures-work-row = { $on_time } on time, { $late } late
figures-work-row-done = { $done } done
figures-hours-name = Hours
figures-hours-note = Hours by the quarter in which they were entered, for each quarter that is over
figures-hours-title =
    { $quarters ->
        [one] { $hours } given in one quarter
       *[other] { $hours } given in { $quarters } quarters
    }
figures-hours-row = { $hours }
figures-hours-key-work = Tasks, chores and claims
figures-hours-key-meetings = Meetings, committees and board
figures-hours-key-others = Others
figures-hours-task = Tasks
figures-hours-chore = Chores
figures-hours-claim = Claimed afterwards
figures-hours-meeting = Meetings
figures-hours-committee = Committee work
figures-hours-board = Work on the board
figures-hours-correction = Corrections
figures-hours-other = Others together
figures-adoption-name = Who uses it
figures-adoption-note = Share of members who signed in or did something here, in each month that is over
figures-adoption-reached = { $share } of members were here in { $month }, and the goal is 80%
figures-adoption-missed = Only { $share } of members were here in { $month }, and the goal is 80%
figures-satisfaction-name = Satisfaction
figures-satisfaction-note = How satisfied people said they were, from 1 to 5, survey by survey
figures-satisfaction-reached = { $mean } of 5 in the last survey, and the goal is 4
figures-satisfaction-missed = Only { $mean } of 5 in the last survey, and the goal is 4

figures-column-day = Day
figures-about-day = The last day of the month, or the day of the meeting, vote or survey.
figures-column-quarter = Quarter
figures-about-quarter = Three months; a quarter appears once it is over. In files, its first day.
figures-column-members = Members
figures-about-members = Full members on that day, also those on leave or suspended. Among tenants, only those who live here.
figures-column-joined = Joined
figures-about-joined = Became full members in the month.
figures-column-left = Left
figures-about-left = Stopped being full members in the month.
figures-column-tenants = Adults
figures-about-tenants = Adults who live in our homes, but not guests.
figures-column-days-empty = Days empty
figures-about-days-empty = Days on which nobody lived in a home, all homes together, from the first day that the register knows.
figures-column-homes-empty = Homes empty
figures-about-homes-empty = Homes that stood empty on that day.
figures-column-meeting = Meeting
figures-about-meeting = A general meeting that was held.
figures-column-came = Came
figures-about-came = Were there, in the room or from afar; homes, where the quorum is of homes.
figures-column-called = Called
figures-about-called = Were called to the meeting.
figures-column-needed = Quorum
figures-about-needed = Had to be there, or to vote. Empty where nobody noted it.
figures-column-vote = Vote
figures-about-vote = A vote that is closed and decided something.
figures-column-number = Decision
figures-about-number = Its number in the register of decisions.
figures-column-voted = Voted
figures-about-voted = Votes cast; people or homes, where the quorum is of those. Empty where fewer voted than may be told.
figures-column-roll = Roll
figures-about-roll = Votes that could be cast.
figures-column-committee = Committee
figures-about-committee = Whose tasks they are. Empty: no committee’s.
figures-column-on-time = On time
figures-about-on-time = Done by the day they were due, or without such a day. Empty where it would say something about very few homes.
figures-column-late = Late
figures-about-late = Done after the day they were due.
figures-column-open = Open
figures-about-open = To be done, today.
figures-column-done = Done
figures-about-done = Done in the quarter.
figures-column-kind = Kind
figures-about-kind = What the hours were given for. A kind that very few homes gave is put together with the others.
figures-column-minutes = Time
figures-about-minutes = In minutes in files. Gifts of hours are not counted twice.
figures-column-active = Active
figures-about-active = Signed in or did something here in the month.
figures-column-changed-own = Updated
figures-about-changed-own = Changed their own entry or photo in the month.
figures-column-survey = Survey
figures-about-survey = A survey that is over and asks how satisfied people are.
figures-column-mean = Mark
figures-about-mean = The average from 1 to 5; in files, times a hundred. Empty where too few answered.
figures-column-answered = Answered
figures-about-answered = People who answered.
figures-column-asked = Asked
figures-about-asked = People who were asked.

goals-title = Our goals
goals-lede = Where the co-op wants to be, where it is, and what could be done.
goals-reached = Reached
goals-missed = Not reached
goals-before = A year earlier: { $finding }
goals-what-to-do = What could be done
goals-question-adoption = Do members use it?
goals-question-satisfaction = Are people satisfied?
goals-question-turnout = Do enough members vote?
goals-question-meetings = Do enough come to general meetings?
goals-question-tasks = Are tasks done on time?
goals-uninvited =
    { $many ->
        [one] One person was never invited: invite them
       *[other] { $many } people were never invited: invite them
    }
goals-never-came =
    { $many ->
        [one] One person was invited and never signed in: remind them, or call
       *[other] { $many } people were invited and never signed in: remind them, or call
    }
goals-unreached =
    { $many ->
        [one] No mail reaches one person: print them a letter
       *[other] No mail reaches { $many } people: print them a letter
    }
goals-read-answers = Read what people answered
goals-ask-again = Ask again in a while
goals-see-votes = See which votes are open, and who can be reminded
goals-see-meetings = See the next meeting, and who has not answered
