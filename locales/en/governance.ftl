# Governance: what the co-op must do by when, and who.

nav-governance = Governance
nav-help-governance = What the co-op must do by when, and who sees to it
governance-title = Governance calendar
governance-lede = What the co-op must do by when, and who sees to it, soonest first.
governance-seen = The board, whoever runs the co-op and auditors see this. What concerns one person is shown only to those who may see it elsewhere.
governance-none = Nothing has a date yet.
governance-part-late = Late
governance-part-soon = In the next 90 days
governance-part-later = Later
governance-part-undated = No date yet
governance-part-done = Done
governance-column-part = When
governance-column-what = What
governance-column-by = By
governance-column-who = Who sees to it
governance-column-note = Note
governance-column-done = Done on
governance-download = Download this calendar
governance-board = The board
governance-hand = { $body } ({ $hand })
governance-annual-after = This is after the last day that the rules allow, { $day }.
governance-annual-until = The rules allow it until { $day }.
governance-annual-unplanned = It is not planned yet.
governance-annual-notice = On the last day allowed, its notice would go out from { $first } to { $last }.
governance-annual-no-rule = The rules of the co-op say no last day.
governance-annual-called = Notice was given.
governance-notice-from = From { $day } on.
governance-link = Governance calendar

# ---- what is due ----

due-annual = Annual meeting about the year ending { $day }
due-notice = Notice: { $name }
due-notice-who = Whoever calls meetings
due-terms = Terms on the board end: { $name }
due-terms-who = The members, by an election
due-leads = A lead’s time ends: { $name }
due-leads-who = The committee
due-exemptions =
    { $count ->
        [one] An exemption from hours ends
       *[other] { $count } exemptions from hours end
    }
due-exemptions-who = Whoever manages hours
due-suspension = A suspension ends: { $name }
due-suspension-who = The board
due-leave = A leave ends: { $name }
due-leave-who = Whoever keeps the register
due-auxiliary = Time as an auxiliary member ends: { $name }
due-auxiliary-who = The board
due-access = Access to this program ends: { $name }
due-access-who = Whoever gives access
due-decision = Decision to review: { $name }
due-decision-who = The board
due-minutes = Minutes to publish: { $name }
due-minutes-who = Whoever writes the minutes
due-approval = Minutes to approve: { $name }
due-approval-who = The next meeting

# ---- filings ----

filing-new = Add a filing
filing-new-title = Add a filing
filing-edit = Change
filing-edit-title = Change a filing
filing-back = To the filing
filing-lede = A return, a renewal or a review: what the co-op must do by a day, and who sees to it.
filing-added = It is added to the calendar.
filings-added =
    { $count ->
        [0] Nothing was added.
        [one] One filing was added.
       *[other] { $count } filings were added.
    }
filing-saved = It is saved.
filing-removed = It is removed.
filing-late = Late
filing-every =
    { $count ->
        [one] Comes again every month.
        [12] Comes again every year.
       *[other] Comes again every { $count } months.
    }
filing-done-by = Done on { $day }, noted by { $name }
filing-finish = It is done
filing-done = It is noted as done.
filing-done-next = It is noted as done. The next one is due on { $name }.
filing-reopen = It is not done after all
filing-reopen-help = If this was noted by mistake, take it back. The next one goes too, unless somebody changed it.
filing-reopened = It is open again.
filing-remove = Remove this filing
filing-remove-help = It goes from the calendar, and nobody is reminded of it any more. The activity log keeps that it was there.
filing-remove-act = Remove it
filing-kind-annual_return = Annual return
filing-kind-tax = Taxes
filing-kind-insurance = Insurance
filing-kind-audit = Financial statements
filing-kind-by_law_review = By-law review
filing-kind-other = Something else
filing-usual-annual-return = Annual report to the government
filing-usual-tax = Income tax return of the co-op
filing-usual-insurance = Renewal of the insurance
filing-usual-audit = Financial statements for the annual meeting
filing-usual-by-law-review = Review of the by-laws
filings-usual = What most co-ops have
filings-usual-help = Nothing is added until you say so. The dates follow from the rules of the co-op and its annual meeting: check them with the authority, and change them once they are added.
filings-usual-act = Add those that are ticked
filings-usual-undated = For these you enter the date:
field-filing-kind = Kind
field-filing-title-en = Name in English
hint-filing-title-en = One language is enough.
field-filing-title-fr = Name in French
field-filing-due = Due on
field-every-months = Comes again after how many months
hint-every-months = 12 for every year. Leave it empty if it happens once.
field-filing-committee = Who sees to it
field-filing-hand = In whose hands there
hint-filing-hand = For example “the treasurer” or the name of the accountant’s firm.
field-filing-details = What to know
hint-filing-details = Where it is filed, which papers it needs, who has the access.
field-filed-on = Done on
conflict-filing-done = This filing is noted as done. Take that back first.
conflict-filing-open = This filing is open.
conflict-filing-followed = The next one was changed or done since, so this one stays done.
notice-filing-due-soon = A filing is due soon
notice-filing-due-soon-help = A month and a week before something that your committee or the board must file or renew.
notice-filing-due-soon-line = This must be done soon.
notice-filing-due-soon-subject = Due soon: { $name }
attention-filings-late =
    { $count ->
        [one] One filing is late.
       *[other] { $count } filings are late.
    }
attention-filings-late-act = See the calendar
attention-filings-soon =
    { $count ->
        [one] One filing is due within a month.
       *[other] { $count } filings are due within a month.
    }
attention-filings-soon-act = See the calendar
calendar-open-filing = To be done: { $name }
calendar-done-filing = Done: { $name }
audit-about-filing = Filings
event-filing-added = added a filing
event-filing-changed = changed a filing
event-filing-removed = removed a filing
event-filing-done = noted a filing as done
event-filing-reopened = noted that a filing is not done after all
event-filing-due-soon = recorded that a filing is due soon
event-governance-exported = took away a file about governance
fact-filing = Kind
fact-every-months = Months until it comes again
fact-hand = In whose hands

# ---- the annual return ----

annual-title = Numbers for the annual return
annual-year = Year from { $from } to { $to }
annual-as-of = As of { $day }.
annual-running = This year is not over yet.
annual-choose = Financial year
annual-show = Show
annual-numbers = Numbers
annual-members = Members
annual-members-note = Those on leave or suspended included
annual-auxiliaries = Auxiliary members
annual-joined = Became members in the year
annual-left = Left in the year
annual-homes = Homes
annual-lived-in = Homes lived in
annual-empty = Empty homes
annual-with-member = Homes where a member lives
annual-shares = Shares held
annual-owed = Shares to be refunded to former members
annual-owed-value =
    { $shares ->
        [0] None
       *[other] { $shares } (former members: { $people })
    }
annual-refunded = Shares refunded in the year
annual-directors = Directors
annual-directors-none = Nobody sat on the board that day.
annual-director = Director
annual-term = { $from } to { $to }
annual-meeting = Annual meeting about this year
annual-meeting-none = Not held yet
annual-meeting-attended = Attendance at the annual meeting
annual-attended = { $came } of { $called }; quorum: { $needed }{ $homes ->
        [0] { "" }
       *[other] {" "}from { $homes } homes
    }
annual-no-attendance = Attendance is not kept here
annual-general = General meetings in the year
annual-decisions = Decisions entered for the year
annual-meetings = General meetings
annual-meetings-none = No general meeting is known here.
annual-by-hand = Fill in by hand
annual-by-hand-help = A return may ask for these as well. They are not kept here.
annual-hand-share-value = Value of a share, and the share capital in dollars
annual-hand-employees = Number of employees
annual-hand-federation = Federation, and the number of the co-op
annual-hand-statements = Financial statements, and who audited or reviewed them
annual-column-what = What
annual-column-value = Value
annual-column-note = Note
annual-column-name = Name
annual-column-from = From
annual-column-to = Until
annual-column-meeting = Meeting
annual-column-day = Day
annual-column-came = Attendance
annual-download = Download these numbers

# ---- the papers of a meeting ----

pack-title = Meeting papers
pack-link = Papers to print
pack-help = Print this page: the larger parts begin on a new sheet.
pack-printed = As of { $day }
pack-private = These papers hold what is in camera. Do not hand them on to anyone who does not sit there.
pack-last = Minutes of the last meeting
pack-approved = Approved
pack-no-minutes = No minutes of it are published for you.
pack-open = Open motions and votes
pack-motion = Motion { $number }: { $words }
pack-moved = Moved by { $name }
pack-vote-open = Vote open until { $when }
pack-vote-coming = Vote opens { $when }
pack-decisions = Decided since the last meeting
pack-decisions-recent = Decided in the last three months
pack-decisions-none = Nothing was entered since.
pack-late = Late tasks
pack-late-none = No task is late.
pack-no-committee = No committee
pack-figures = Figures
pack-figure-members = Members
pack-figure-homes = Homes
pack-figure-empty = Empty homes
pack-figure-turnout = Turnout at the last vote
pack-figure-came = Attendance at the last meeting
pack-came = { $came } of { $called }
pack-column-decision = Decision
pack-column-body = Decided by
pack-column-day = Day
pack-column-committee = Committee
pack-column-late = Late
