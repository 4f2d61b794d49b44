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
