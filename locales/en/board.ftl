board-title = Board of directors
board-title-on = Board of directors on { $day }
board-menu-help = Who is on the board, in which office, and until when
board-seen = Everybody in the co-op, and observers, can see who is and was on the board. The co-op keeps this list for its members.
board-summary =
    { $seats ->
        [one] One seat:
       *[other] { $seats } seats:
    } { $sit } filled, { $vacant ->
        [0] none vacant.
        [one] one vacant.
       *[other] { $vacant } vacant.
    }
board-caption = On { $day }
board-nobody = Nobody has been recorded on the board yet.
board-nobody-then = Nobody is recorded on the board for that day.
board-vacant = Vacant seat
board-change = Change
board-look-at = No longer a full member: { $status }.
board-column-name = Name
board-column-office = Office
board-column-since = Since
board-column-until = Until
board-column-came = How
board-column-ended = Ended early
board-came-elected = elected
board-came-appointed = appointed to fill a vacancy
board-ended-not = Did not end early
board-ended-resigned = resigned
board-ended-removed = removed
board-ended-left = left the co-op
board-office-presidency = Presidency
board-office-vice-presidency = Vice-presidency
board-office-secretary = Secretary
board-office-treasurer = Treasurer
board-office-none = Director
board-office-vacant = Vacant
board-office-nobody = Nobody
board-choose-office = Choose an office
board-meeting = The next annual meeting
board-meeting-ends =
    { $count ->
        [0] No seat ends
        [one] One seat ends
       *[other] { $count } seats end
    } at the annual meeting on { $day }{ $vacant ->
        [0] .
        [one] , and one more is vacant.
       *[other] , and { $vacant } more are vacant.
    }
board-meeting-known = This is the first day on which a term ends.
board-meeting-asked = You chose this day to look at. Nothing is changed.
board-over = These terms end
board-going-on = These terms continue
board-coming = Elected for later
board-until-day = until { $day }
board-ends = When seats end
board-seats-end =
    { $count ->
        [one] one seat ends
       *[other] { $count } seats end
    }
board-even = { $seats } seats with terms of { $months } months are spread most evenly when { $even } end from one annual meeting to the next.
board-meeting-not-ahead = Enter a date after today.
board-another-meeting = What if the meeting is on
board-history-title = Register of directors, year by year
board-new = Record an election
board-new-title = Record an election or an appointment
board-rules = The board has { $seats } seats, and a term lasts { $months } months.
board-to-rules = Change these rules
board-seated = { $name } has a seat on the board.
board-term-title = { $name } on the board
board-end-early = End this term early
board-ended = The term ended early. The seat is vacant.
board-correct = Correct this entry
board-corrected = The entry is corrected.
board-strike = Remove this entry
board-strike-help = Only for an entry that was a mistake. If somebody was on the board and left, end their term early instead, so that they stay on record. The activity log keeps the old entry.
board-struck = The entry is removed.
board-offices-title = Offices of the board
board-hand-over = Hand over an office
board-hand-over-help = The current holder keeps the office until the day before. One person can hold two offices, but each office has one holder.
board-office-handed = The office has a new holder.
board-name-office = Add an office of your own
board-office-named = The office is added.
board-office-taken = There is already an office with this name.
board-does-not-sit = This person is not on the board on that day. Choose somebody else or another day.
board-meeting-title = Move an annual meeting
board-meeting-help = If the meeting is moved to another day, the terms that end there end on the new day, and the terms that begin there begin on it.
board-meeting-act = Move the meeting
board-meeting-moved =
    { $count ->
        [1] One term is moved.
       *[other] { $name } terms are moved.
    }
board-meeting-cannot-move = The terms do not fit on this day: one would end before it begins, somebody would have two, or there would not be enough seats. Choose another day.
board-may-not-sit = Under the co-op’s rules, this person cannot be on the board now. They can see the reason on their own page.
board-may-not-sit-applicant = This person is not a member on the first day of the term.
board-may-not-sit-auxiliary = This person is an auxiliary member on the first day of the term, and auxiliary members cannot hold office.
board-may-not-sit-suspended = This person is suspended on the first day of the term.
board-may-not-sit-former = This person is no longer a member on the first day of the term.
board-ends-too-early = Enter an end that is after the beginning.
board-left-before = This person left the co-op before that. Enter the day they left, or an earlier one.
board-term-too-long = Under the co-op’s rules, this term must end by { $limit }.
board-sits-already = This person already has a seat until { $limit }. Choose that day or a later one.
board-full = All seats are filled on { $limit }. End a term first, or change the number of seats in the rules.
board-not-within-term = Choose a day during the term.

event-board-elected = recorded an election to the board
event-board-appointed = recorded an appointment to the board
event-board-ended = ended a term on the board early
event-board-corrected = corrected a term on the board
event-board-struck = removed a wrong term from the board
event-board-office-handed = handed over an office of the board
event-board-office-ended = ended an office of the board
event-board-office-named = added an office of the board
event-board-meeting-moved = moved an annual meeting at which terms end
event-board-exported = downloaded a list of directors

departure-board =
    { $count ->
        [one] Their seat on the board becomes vacant.
       *[other] Their { $count } terms on the board end, and the seat becomes vacant.
    }
departure-board-lost =
    { $count ->
        [one] a seat on the board or an office, which somebody else has now.
       *[other] { $count } terms on the board or offices, which somebody else has now.
    }
departure-offices =
    { $count ->
        [one] One office of the board becomes vacant.
       *[other] { $count } offices of the board become vacant.
    }
departure-offices-lost = offices of the board.
attention-terms-ending =
    { $count ->
        [one] One term on the board ends within two months
       *[other] { $count } terms on the board end within two months
    }
attention-terms-ending-act = See the board
begin-board = Enter who is on the board
board-elections = Elections, and who follows where a seat is vacant
