board-title = Board of directors
board-title-on = Board of directors on { $day }
board-menu-help = Who sits on the board, in which office, until when
board-seen = Everybody in the co-op, and observers, see who is and was on the board: a co-op keeps this list for its members.
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
board-nobody-then = Nobody is recorded on the board on that day.
board-vacant = Vacant seat
board-change = Change
board-look-at = No member of full right any more: { $status }.
board-column-name = Name
board-column-office = Office
board-column-since = Since
board-column-until = Until
board-column-came = How
board-column-ended = Ended early
board-came-elected = elected
board-came-appointed = appointed to fill a vacancy
board-ended-not = It did not end early
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
board-meeting-known = This is the first day on which a term ends, as the terms themselves say.
board-meeting-asked = You asked for this day. Nothing is changed by looking.
board-over = These end
board-going-on = These continue
board-coming = Elected for later
board-until-day = until { $day }
board-ends = How many seats end when
board-seats-end =
    { $count ->
        [one] one seat ends
       *[other] { $count } seats end
    }
board-even = { $seats } seats with terms of { $months } months are staggered most evenly when { $even } end at one annual meeting after another.
board-meeting-not-ahead = Enter a day after today.
board-another-meeting = What if the meeting is on
board-history-title = Register of directors, year by year
board-new = Record an election
board-new-title = Record an election or an appointment
board-rules = The board has { $seats } seats, and a term lasts { $months } months.
board-to-rules = Change these rules
board-seated = { $name } has a seat on the board.
board-term-title = { $name } on the board
board-end-early = End the term early
board-ended = The term ended early. The seat is vacant.
board-correct = Correct this entry
board-corrected = The entry is corrected.
board-strike = Take this entry out
board-strike-help = Only for an entry that was wrong altogether. Whoever sat on the board and left stays in the register: end their term early instead. The activity log keeps what stood here.
board-struck = The entry is taken out.
board-offices-title = Offices of the board
board-hand-over = Hand over an office
board-hand-over-help = Whoever holds it holds it until the day before. Somebody can hold two offices, and an office has one holder.
board-office-handed = The office is handed over.
board-name-office = Name an office of your own
board-office-named = The office is added.
board-office-taken = There is an office of this name.
board-does-not-sit = This director does not sit on the board on that day.
board-meeting-title = Move an annual meeting
board-meeting-help = When the meeting is put off or brought forward, the terms that end there end on the other day, and those that begin there begin then.
board-meeting-act = Move the meeting
board-meeting-moved =
    { $count ->
        [1] One term is moved.
       *[other] { $name } terms are moved.
    }
board-meeting-cannot-move = On this day the terms would not go together: one would end before it begins, somebody would have two, or there would be too few seats.
board-may-not-sit = The rules of the co-op do not let this person sit on the board now. They themselves find the reason on their own page.
board-may-not-sit-applicant = This person is not a member on the first day of the term.
board-may-not-sit-auxiliary = This person is an auxiliary member on the first day of the term, and auxiliary members hold no office.
board-may-not-sit-suspended = This person is suspended on the first day of the term.
board-may-not-sit-former = This person is no member any more on the first day of the term.
board-ends-too-early = The end must come after the beginning.
board-left-before = This person left the co-op before that. Enter the day on which they left, or an earlier one.
board-term-too-long = The rules of the co-op let this term end on { $limit } at the latest.
board-sits-already = This person has a seat until { $limit }. Choose that day or a later one.
board-full = Every seat is taken on { $limit }. End a term first, or change the number of seats in the rules.
board-not-within-term = Choose a day within the term.

event-board-elected = recorded an election to the board
event-board-appointed = recorded an appointment to the board
event-board-ended = ended a term on the board early
event-board-corrected = corrected a term on the board
event-board-struck = took a wrong term on the board out
event-board-office-handed = gave an office of the board
event-board-office-ended = ended an office of the board
event-board-office-named = named an office of the board
event-board-meeting-moved = moved the annual meeting at which terms end
event-board-exported = took a list of directors away as a file

departure-board =
    { $count ->
        [one] The seat on the board ends, and is vacant from then on.
       *[other] { $count } terms on the board end, and the seat is vacant from then on.
    }
departure-board-lost =
    { $count ->
        [one] the seat on the board or an office, which somebody else has meanwhile.
       *[other] { $count } terms on the board or offices, which somebody else has meanwhile.
    }
departure-offices =
    { $count ->
        [one] One office of the board is vacant.
       *[other] { $count } offices of the board are vacant.
    }
departure-offices-lost = offices of the board.
attention-terms-ending =
    { $count ->
        [one] One term on the board ends within two months
       *[other] { $count } terms on the board end within two months
    }
attention-terms-ending-act = See the board
begin-board = Say who is on the board
