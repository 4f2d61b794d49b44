committees-title = Committees
committees-lede = Who looks after what. Everybody who lives here can join.
committees-none = No committees yet. An import makes those it names.
committee-seats =
    { $count ->
        [0] Nobody yet
        [one] One person
       *[other] { $count } people
    }
committee-own = You are on it.
committee-add = Add a committee
committee-added = The committee is added.
committee-name-taken = Another committee has this name.
committee-seen = Everybody in the co-op, and observers, see who is on a committee.
committee-members = Who is on it
committee-nobody = No members yet.
committee-tasks = Tasks of this committee
committee-join = Join
committee-joined = You are on the committee { $name }.
committee-leave = Leave this committee
committee-left = You left the committee { $name }.

committees-title-on = Committees on { $day }
committees-to-board = The board of directors has a page of its own.
committees-closed =
    { $count ->
        [one] One closed committee
       *[other] { $count } closed committees
    }
committee-closed-on = Closed since { $day }. Kept here for the past.
committee-title-on = { $name }, on { $day }
committee-led-by = led by { $names }
committee-mandate = What it looks after
committee-members-then = Who was on it
committee-leads-since = Has led it since { $day }
committee-sits-from = on it since { $day }
committee-past = Who was on it before
committee-led = led it
committee-manage = Manage this committee
committee-manage-office = You keep the register: you manage every committee.
committee-manage-lead = You lead this committee: you manage who is on it and what it looks after, and nothing of any other committee.
committee-edit = Change what it looks after
committee-edit-title = What the committee looks after
committee-edit-seen = Everybody in the co-op, and observers, see this.
committee-changed = It is saved.
committee-put-in-act = Put somebody on the committee
committee-put-in = { $name } is on the committee.
committee-take-out-act = Take somebody off the committee
committee-taken-out = { $name } is no longer on the committee.
committee-name-lead = Name a lead
committee-hand-over = Hand over the lead
committee-lead-named = { $name } leads the committee.
committee-end-lead = End a lead
committee-lead-ended = { $name } no longer leads the committee, and stays on it.
committee-choose-person = Choose somebody
committee-instead-of-nobody = Nobody: one more lead
committee-close = Close the committee
committee-close-help = From this day on nobody is on it any more. Its members, leads and mandate stay in the register of the past.
committee-closed = The committee is closed.
committee-reopen = Open the committee again
committee-reopen-help = Its seats, leads and open tasks come back as they were.
committee-reopened = The committee is open again.
committee-sits-already = This person is on the committee already.
committee-sat-until = This person was on the committee until { $limit }. Enter that day or a later one.
committee-sits-since = This person has been on the committee since { $limit }. Enter that day or a later one.
committee-leads-already = This person leads the committee already.
committee-leads-enough = Three people lead this committee. Choose whose place this person takes.
committee-lead-must-sit = Put this person on the committee first.
committee-formed-later = The committee was formed on this day or later. Enter a later day.
conflict-committee-closed = This committee is closed. Nothing was changed.
committee-column-name = committee
committee-column-seats = people
committee-column-leads = led by
committee-column-mandate = what it looks after
committee-column-formed = formed on
committee-column-closed = closed on
committee-column-person = name
committee-column-since = on it since
committee-column-leads-since = leads it since

event-committee-added = added a committee
event-committee-joined = put somebody on a committee
event-committee-left = took somebody off a committee
event-committee-changed = changed what a committee looks after
event-committee-lead-named = named a lead of a committee
event-committee-lead-ended = ended the lead of a committee
event-committee-closed = closed a committee
event-committee-reopened = opened a committee again
event-committees-exported = took a list of committees away as a file

departure-seats =
    { $count ->
        [one] One seat on a committee ends.
       *[other] { $count } seats on committees end.
    }
departure-seats-lost =
    { $count ->
        [one] one seat on a committee, which is closed or was entered otherwise meanwhile.
       *[other] { $count } seats on committees, which are closed or were entered otherwise meanwhile.
    }
departure-leads =
    { $count ->
        [one] One committee loses its lead.
       *[other] { $count } committees lose their lead.
    }
departure-leads-lost =
    { $count ->
        [one] the lead of one committee, which is closed or was entered otherwise meanwhile.
       *[other] the lead of { $count } committees, which are closed or were entered otherwise meanwhile.
    }
committee-sits-until = on it since { $from }, until { $until }
committee-closing-seats =
    { $count ->
        [0] Nobody is on it.
        [one] One seat ends.
       *[other] { $count } seats end.
    }
committee-closing-tasks =
    { $count ->
        [0] It has no open task.
        [one] Its open task becomes the co-op’s.
       *[other] Its { $count } open tasks become the co-op’s.
    }
committee-reopened-lost = The committee is open again. Not everything came back: { $name } seats, leads or tasks were entered otherwise or done meanwhile.
begin-committees = Add your committees
