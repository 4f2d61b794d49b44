committees-title = Committees
committees-lede = Who takes care of what. Everybody who lives here can join.
committees-none = No committees yet. Add one here, or import them with your members.
committee-seats =
    { $count ->
        [0] Nobody yet
        [one] One person
       *[other] { $count } people
    }
committee-own = You are a member.
committee-add = Add a committee
committee-added = The committee is added.
committee-name-taken = Another committee already has this name.
committee-seen = Everybody in the co-op, and observers, can see who is on a committee.
committee-members = Committee members
committee-nobody = No members yet.
committee-tasks = Tasks of this committee
committee-join = Join
committee-joined = You have joined the committee { $name }.
committee-leave = Leave this committee
committee-left = You have left the committee { $name }.

committees-title-on = Committees on { $day }
committees-to-board = The board of directors has its own page.
committees-closed =
    { $count ->
        [one] One closed committee
       *[other] { $count } closed committees
    }
committee-closed-on = Closed since { $day }. It is kept here as a record.
committee-title-on = { $name }, on { $day }
committee-led-by = led by { $names }
committee-mandate = What it takes care of
committee-members-then = Committee members that day
committee-leads-since = Lead since { $day }
committee-sits-from = member since { $day }
committee-past = Past members
committee-led = was lead
committee-manage = Manage this committee
committee-manage-office = You keep the register, so you can manage every committee.
committee-manage-lead = You lead this committee, so you can manage its members and what it takes care of. You cannot manage other committees.
committee-edit = Change what it takes care of
committee-edit-title = What the committee takes care of
committee-edit-seen = Everybody in the co-op, and observers, can see this.
committee-changed = Your changes are saved.
committee-put-in-act = Add somebody to the committee
committee-put-in = { $name } has joined the committee.
committee-take-out-act = Remove somebody from the committee
committee-taken-out = { $name } is no longer on the committee.
committee-name-lead = Name a lead
committee-hand-over = Hand over the lead
committee-lead-named = { $name } now leads the committee.
committee-end-lead = End a lead’s role
committee-lead-ended = { $name } no longer leads the committee, but is still a member.
committee-choose-person = Choose somebody
committee-instead-of-nobody = Nobody: this is an additional lead
committee-close = Close the committee
committee-close-help = From this day on the committee has no members. Its past members, leads and mandate stay on record.
committee-closed = The committee is closed.
committee-reopen = Reopen the committee
committee-reopen-help = Its members, leads and open tasks come back as they were.
committee-reopened = The committee is open again.
committee-sits-already = This person is already on the committee.
committee-sat-until = This person was on the committee until { $limit }. Enter that day or a later one.
committee-sits-since = This person has been on the committee since { $limit }. Enter that day or a later one.
committee-leads-already = This person already leads the committee.
committee-leads-enough = Three people already lead this committee. Choose who this person replaces.
committee-lead-must-sit = Add this person to the committee first.
committee-formed-later = The committee was formed on or after this day. Enter a later day.
conflict-committee-closed = This committee is closed. Nothing was changed.
committee-column-name = committee
committee-column-seats = people
committee-column-leads = led by
committee-column-mandate = what it takes care of
committee-column-formed = formed on
committee-column-closed = closed on
committee-column-person = name
committee-column-since = member since
committee-column-leads-since = lead since

event-committee-added = added a committee
event-committee-joined = added somebody to a committee
event-committee-left = removed somebody from a committee
event-committee-changed = changed what a committee takes care of
event-committee-lead-named = named a lead of a committee
event-committee-lead-ended = ended a committee lead’s role
event-committee-closed = closed a committee
event-committee-reopened = reopened a committee
event-committees-exported = downloaded a list of committees

departure-seats =
    { $count ->
        [one] They leave one committee.
       *[other] They leave { $count } committees.
    }
departure-seats-lost =
    { $count ->
        [one] one seat on a committee, which was closed or changed in the meantime.
       *[other] { $count } seats on committees, which were closed or changed in the meantime.
    }
departure-leads =
    { $count ->
        [one] One committee loses its lead.
       *[other] { $count } committees lose their lead.
    }
departure-leads-lost =
    { $count ->
        [one] the lead of one committee, which was closed or changed in the meantime.
       *[other] the lead of { $count } committees, which were closed or changed in the meantime.
    }
committee-sits-until = member from { $from } until { $until }
committee-closing-seats =
    { $count ->
        [0] It has no members.
        [one] One person leaves it.
       *[other] { $count } people leave it.
    }
committee-closing-tasks =
    { $count ->
        [0] It has no open tasks.
        [one] Its open task passes to the co-op.
       *[other] Its { $count } open tasks pass to the co-op.
    }
committee-reopened-lost = The committee is open again. Some things did not come back, because they were changed or finished in the meantime: { $name } members, leads or tasks.
begin-committees = Add your committees

several-seat = Put those I tick on a committee
several-seat-title = Put people on a committee
several-which-committee = Which committee?
several-seat-will =
    { $count ->
        [one] One person will be put on { $name }
       *[other] { $count } people will be put on { $name }
    }
several-seat-not = Nothing changes for
several-seat-act =
    { $count ->
        [one] Put this person on it
       *[other] Put these { $count } people on it
    }
several-not-sits = On this committee already
several-seated =
    { $count ->
        [one] One person is now on this committee.
       *[other] { $count } people are now on this committee.
    }
