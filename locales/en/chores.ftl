# Chores: recurring duties that go round.

# ---- rules in words ----

chore-rule-days = { $n ->
    [1] every day
    [2] every second day
   *[other] every { $n } days
}
chore-rule-working-days = every day from Monday to Friday
chore-rule-every-week = every { $days }
chore-rule-second-weekday = every second { $day }
chore-rule-weeks = { $n ->
    [2] every second week, on { $days }
   *[other] every { $n } weeks, on { $days }
}
chore-rule-weekday = { $day }
chore-rule-on-weekday = { $day }
chore-rule-and = { $before } and { $last }
chore-rule-months = { $n ->
    [1] { $day } of the month
    [2] { $day } of every second month
   *[other] every { $n } months, on { $day }
}
chore-rule-years = { $n ->
    [1] every year on { $day }
    [2] every second year on { $day }
   *[other] every { $n } years on { $day }
}
chore-rule-years-day = { $n ->
    [1] every year on { $day }
    [2] every second year on { $day }
   *[other] every { $n } years on { $day }
}
chore-rule-day = { $day ->
    [1] the 1st
    [2] the 2nd
    [3] the 3rd
    [21] the 21st
    [22] the 22nd
    [23] the 23rd
    [31] the 31st
   *[other] the { $day }th
}
chore-rule-last-day = the last day
chore-rule-nth = { $nth ->
    [1] the first { $weekday }
    [2] the second { $weekday }
    [3] the third { $weekday }
   *[other] the fourth { $weekday }
}
chore-rule-last = the last { $weekday }
chore-rule-day-of-month = { $day } of { $month }
chore-rule-shorter = {", or the last day of a shorter month"}
chore-rule-season = {", from"} { $from } to { $to }
chore-rule-month = {", in"} { $month }
chore-rule-until = {", until"} { $day }
chore-rule-times = { $times ->
    [one] {", once"}
   *[other] {", "}{ $times } times in all
}

# ---- why it is somebody's turn ----

chore-why-in-order = { $who } is next in order
chore-why-fewer = { $who } has had fewer turns than { $other }: { $has }, not { $other_has }
chore-why-least-effort = { $months ->
    [one] { $who } was given the least in the last month
   *[other] { $who } was given the least in the last { $months } months
}
chore-why-drawn = { $count ->
    [one] { $who } was the only one who could be drawn
   *[other] { $who } was drawn by lot, out of { $count }
}
chore-why-instead = { $who } steps in for { $other }: nobody has had fewer turns, or has more time between them
chore-why-same-period = { $who } keeps this chore for the whole period
chore-why-nobody = nobody is named: whoever comes first does it
chore-why-nobody-left = nobody in the rotation can take this turn
chore-why-away = { $who } is away until { $until }
chore-why-away-open = { $who } is away
chore-why-vacant = nobody lives in { $who }

# ---- pages ----

chores-title = Chores
chores-seen = Everybody with an account in this co-op sees this page.
chores-none = There are no chores yet. Chores that come back, like clearing snow or the recycling, go round homes or people here.
chores-none-ahead = No turn is due in the next weeks.
chores-own = Your turns
chores-this-week = This week
chores-week = Week of { $day }
chores-all = All chores
chores-sheet = Sheet for the stairwell
chores-to-board = Board of tasks
chores-sheet-title = Chores of the next six weeks
chores-sheet-until = Until { $day }. What changes later is on the page of the code below.
chores-sheet-help = Print this page and put it up where everybody passes. It shows no phone numbers.
chores-sheet-code = Code that leads to the page of chores
chore-home = home { $label }
chore-nobody = Whoever comes first
chore-me = Me
chore-choose = Choose
chore-called-for = when a lead calls for it
chore-state-late = Late
chore-state-today = Today
chore-state-done = Done
chore-state-missed = Missed
chore-state-excused = Excused
chore-state-skipped = Called off
chore-new = Set up a chore
chore-new-title = Set up a chore
chore-new-act = Set up the chore
chore-edit = Change
chore-edit-title = Change a chore
chore-what = What
chore-when = On which days
chore-whose = Whose turn
chore-homes = Which homes
chore-people = Which people
chore-first-listed = The first on the list
chore-no-committee = No committee
chore-all-year = All year
chore-is-over = This chore is over.
chore-goes-round = How it goes round
chore-way-in-order = In order.
chore-way-least-effort =
    { $months ->
        [one] Whoever had the least to do in the last month.
       *[other] Whoever had the least to do in the last { $months } months.
    }
chore-way-random = By lot, never twice running.
chore-way-nobody = Whoever comes first.
chore-among =
    { $count ->
        [one] One takes part.
       *[other] { $count } take part.
    }
chore-keeps-turns =
    { $count ->
        [one] Each has one turn at a time.
       *[other] Each has { $count } turns at a time.
    }
chore-keeps-week = Each keeps it for a week.
chore-keeps-month = Each keeps it for a month.
chore-ahead = Turns ahead
chore-none-ahead = No turn is planned.
chore-past = What was
chore-pool-title = Who takes part ({ $count })
chore-tick-of = Done: { $day }
chore-tick = It is done
chore-did = Who did it?
chore-task = Steps, notes and files of this turn
chore-instead-of = The turn was picked for { $who }.
chore-call-title = Call for a turn today
chore-call-help = For a snow day, or whatever cannot wait. Whoever is next in turn is told at once.
chore-call = Call for a turn
chore-end-title = End this chore
chore-end-help = Turns that have not begun are called off. What was done stays, with its hours.
chore-end = End the chore
chore-skip-title = Call this turn off
chore-skip = Call the turn off
chore-swaps = Swaps
chore-swap-title = Swap this turn
chore-swap-ask = Ask for a swap
chore-swap-yes = Yes, I agree
chore-swap-no = No
chore-swap-withdraw = Take it back
chore-swap-line-asked = { $from } asks { $to } to swap { $day } for { $other }
chore-swap-line-accepted = { $from } and { $to } swapped { $day } and { $other }
chore-stand-in-title = Ask somebody to stand in
chore-stand-in-ask = Ask
chore-stand-in-asked = { $to } is asked to stand in on { $day }
chore-stand-in-accepted = { $to } stands in on { $day }
chore-swap-asked = asked
chore-swap-accepted = agreed
chore-swap-refused = declined
chore-swap-withdrawn = taken back
chore-away = I will be away
chore-away-title = When you are away
chore-away-lede = Your turns on these days go to others. You catch up with them afterwards, and never more than that.
chore-away-seen = Others read until when you are away, and nothing else.
chore-away-home = Everybody in home { $label }
chore-away-enter = Enter these days
chore-away-list = Days that are entered
chore-away-line = { $who }: from { $from } to { $until }
chore-away-remove = Remove
chore-set-up = “{ $name }” goes round from now on.
chore-edited = “{ $name }” is changed. Turns that have begun stay as they are.
chore-ended = “{ $name }” is over.
chore-called = A turn of “{ $name }” is called for. Whoever has it is told.
chore-skipped = A turn of “{ $name }” is called off.
chore-ticked = “{ $name }” is done. Thank you.
chore-swap-sent = You asked. You are told when there is an answer.
chore-swap-agreed = You agreed.
chore-swap-declined = You declined.
chore-swap-back = It is taken back.
chore-away-entered = Your days are entered. Turns on them go to others.
chore-away-taken-back = These days are removed. Turns that others were given stay theirs.

# ---- the form ----

field-chore-title = What is to be done
field-often = How often
field-every = Every
hint-every = 1 for every week, 2 for every second week
field-weekdays = On these days of the week
field-day-kind = On which day of the month
hint-day-kind = For chores by months or years.
field-month-day = The day, 1 to 31
hint-month-day = 29, 30 and 31 mean the last day of a shorter month.
field-nth-weekday = The day of the week
field-in-month = In which month
hint-in-month = For chores by years.
field-season-from = Season from
field-season-to = Season to
field-ends = It ends
field-ends-on-day = The last day
field-times = How many times
field-first-on = From which day on
field-strategy = How the next is found
field-look-back = How many months are looked at
field-period = How long one keeps it
field-period-turns = How many turns
field-pool-of = It goes round
field-pool = Who takes part
field-swap-with = For which turn
field-begins-with = Who begins
hint-begins-with = Whoever would be next on the list that you have kept so far.
field-stand-in = Who could stand in
field-skip-why = Why, in a few words that everybody reads
field-away-who = Who is away
field-away-from = From
field-away-until = Until and including
chore-often-days = days
chore-often-weeks = weeks
chore-often-months = months
chore-often-years = years
chore-often-called = only when a lead calls for it
chore-day-day = on a day by its number
chore-day-last-day = on the last day
chore-day-1 = on the first …
chore-day-2 = on the second …
chore-day-3 = on the third …
chore-day-4 = on the fourth …
chore-day-last = on the last …
chore-ends-never = never
chore-ends-on = on a day
chore-ends-after = after a number of times
chore-pool-unit = Homes
chore-pool-unit-help = Everybody who lives there shares the turn.
chore-pool-member = People
chore-pool-member-help = Each for themselves.
chore-strategy-in-order = In order
chore-strategy-in-order-help = Whoever was away catches up afterwards.
chore-strategy-in_order = in order
chore-strategy-least-effort = Least effort
chore-strategy-least-effort-help = Whoever had the fewest hours lately.
chore-strategy-least_effort = least effort
chore-strategy-random = By lot
chore-strategy-random-help = Never the same twice running.
chore-strategy-nobody = Nobody
chore-strategy-nobody-help = Whoever comes first. It stays so after each turn.
chore-period-turns = a number of turns
chore-period-week = a week
chore-period-month = a month
wrong-chore-interval = Enter a number from 1: up to 366 days, 52 weeks, 24 months or 10 years.
wrong-chore-weekdays = Choose at least one day of the week.
wrong-chore-never = There is no such day. Choose another one.
wrong-chore-more-than-daily = A chore is due once a day at most.
wrong-chore-too-far = Enter a day from the year 2000 to the year 2100.
wrong-chore-ends-before = It ends before it begins. Enter a later day.
wrong-chore-times = Enter a number from 1 to 1,000.
wrong-chore-season = Choose both months of the season, or neither.
wrong-chore-not-offered = Chores cannot be set up like this.
wrong-chore-unreadable = This rule cannot be read.
wrong-chore-pool = Choose who takes part, or let it be whoever comes first.
wrong-chore-begins = Choose somebody who takes part.
wrong-swap-turn = This turn cannot be swapped any more. Choose another one.
wrong-swap-self = This is your own. Choose somebody else.
wrong-away-long = Enter a year at most. For longer, ask for a sabbatical.
wrong-away-day = Enter a day from two months ago to two years ahead.
conflict-chore-over = This chore is over.
conflict-turn-closed = This turn is closed already, or has not begun.
conflict-turn-today = There is a turn today already.
conflict-swap-asked = Somebody is asked about this turn already.
conflict-swap-over = This swap cannot be changed any more: it is answered, or the turns have changed.

# ---- elsewhere ----

event-chore-set-up = set up a chore
event-chore-edited = changed a chore
event-chore-ended = ended a chore
event-turn-skipped = called off a turn
event-turn-called = called for a turn
event-turn-ticked = said that a turn is done
event-swap-asked = asked somebody to take a turn
event-swap-accepted = agreed to take a turn
event-swap-refused = declined to take a turn
event-swap-withdrawn = took back a swap
event-absence-entered = entered days of absence
event-absence-taken-back = removed days of absence
notice-chore-swap-asked = Somebody asks you to take a turn
notice-chore-swap-asked-help = When somebody asks you or your home to swap a turn or to stand in.
notice-chore-swap-asked-subject = Can you take a turn? { $name }
notice-chore-swap-asked-line = You are asked to take a turn. Say yes or no on its page.
notice-chore-swap-answered = A swap is answered
notice-chore-swap-answered-help = When somebody says yes or no to a swap, or takes it back.
notice-chore-swap-answered-subject = Your swap: { $name }
notice-chore-swap-answered-line = The swap was answered or taken back. Its page says how it stands.
departure-chores =
    { $count ->
        [one] One chore no longer goes round to them. Their turns go to others.
       *[other] { $count } chores no longer go round to them. Their turns go to others.
    }
departure-chores-lost =
    { $count ->
        [one] the place in one chore, which was changed or ended in the meantime.
       *[other] the place in { $count } chores, which were changed or ended in the meantime.
    }
committee-closing-chores =
    { $count ->
        [0] It has no chores.
        [one] Its chore passes to the co-op.
       *[other] Its { $count } chores pass to the co-op.
    }
nav-chores = Chores
search-chores = Chores
everything-chores = Chores that go round to them
everything-turns = Turns of chores
everything-absences = Days away
everything-swaps = Swaps of turns
work-plan-chores = planning the turns of chores
fact-first-on = From
fact-rule = On which days
fact-strategy = How it goes round
fact-period = Kept for
fact-state = How it stands
nav-help-chores = What comes back, and whose turn it is
audit-about-chore = Chore
audit-about-turn = Turn of a chore
audit-about-absence = Days of absence
