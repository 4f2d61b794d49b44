audit-title = Activity log
audit-lede = Who did what, and what it was before and after. Nothing here can be changed or deleted.
audit-masked = Phone numbers and e-mail addresses are hidden for your account.
audit-chain =
    { $waiting ->
        [0] { $count } events are chained: each carries a fingerprint of the one before. The operator checks the chain with “cooperator verify”.
       *[other] { $count } events are chained, { $waiting } are about to be: each carries a fingerprint of the one before. The operator checks the chain with “cooperator verify”.
    }
audit-filter = Show only some
audit-filter-act = Show these
audit-filter-none = Show all
audit-any = All
audit-program = theCooperator, by itself
audit-about-member = People
audit-about-unit = Homes
audit-about-committee = Committees
audit-about-task = Tasks
audit-about-poll = Votes
audit-about-account = Access
audit-about-coop = The co-op and its rules
audit-none = Nothing that matches has happened.
audit-colon = :
audit-position = event { $position } of the chain
audit-changes = Details
audit-field = What
audit-before = Before
audit-after = After
audit-hidden = (hidden)
audit-yes = yes
audit-no = no
audit-file = Download as CSV
audit-older = Older events
audit-csv-at = at
audit-csv-who = who
audit-csv-kind = kind
audit-csv-act = act
audit-csv-about = about
audit-csv-id = id
audit-csv-name = name
audit-csv-before = before
audit-csv-after = after
audit-csv-position = position

fact-abstained = Abstained
fact-against = Against
fact-for = For
fact-from = From
fact-member-id = Member number in this program
fact-name-en = Name in English
fact-name-fr = Name in French
fact-number = Number
fact-outcome = Outcome
fact-preset = Rules of
fact-quorum-needed = Quorum
fact-quorum-percent = Quorum, percent
fact-roll = On the roll
fact-role = Role
fact-status = Status
fact-way = Way in

event-coop-founded = set up the co-op
event-coop-changed = changed the settings of the co-op
event-rules-changed = changed the rules
event-activity-exported = took the log away as a file
fact-until = Until
audit-about-incident = Confidentiality incidents
