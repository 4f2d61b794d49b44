audit-title = Activity log
audit-lede = Who did what, with the details before and after. Nothing here can be changed or deleted.
audit-masked = Phone numbers and e-mail addresses are hidden for your account.
audit-kept-back = Who voted in an open vote appears here once it has closed.
audit-sign-ins =
    { $count ->
        [one] 1 sign-in
       *[other] { $count } sign-ins
    }
audit-chain =
    { $waiting ->
        [0] { $count } events are chained: each carries a fingerprint of the one before. The person who runs the server checks the chain with “cooperator verify”.
       *[other] { $count } events are chained, and { $waiting } soon will be: each carries a fingerprint of the one before. The person who runs the server checks the chain with “cooperator verify”.
    }
audit-filter-none = Show all
audit-any = All
audit-program = theCooperator (automatic)
audit-about-member = People
audit-about-unit = Homes
audit-about-committee = Committees
audit-about-task = Tasks
audit-about-poll = Votes
audit-about-decision = Decisions
audit-about-account = Access
audit-about-coop = The co-op and its rules
audit-about-score-run = Scorecard counts
audit-about-token = Access keys
audit-none = No events match. Try another filter.
audit-colon = :
audit-position = event { $position } of the chain
audit-changes = Details
audit-field = What
audit-before = Before
audit-after = After
audit-hidden = (hidden)
audit-yes = yes
audit-no = no
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
fact-added = Added
fact-against = Against
fact-changed = Changed
fact-committees-added = Committees added
fact-file = File
fact-for = For
fact-from = From
fact-how = How
fact-ledger = All statuses
fact-seals = Seals
fact-left = Seats that ended with it
fact-left-alone = Left unchanged
fact-left-out = Rows left out
fact-lines = Lines
fact-member-id = Member number in this program
fact-members = Members
fact-name-en = Name in English
fact-name-fr = Name in French
fact-number = Number
fact-on-time = On time
fact-outcome = Outcome
fact-preset = Rules for
fact-put-back = Put back as they were
fact-quorum-needed = Quorum
fact-quorum-percent = Quorum, percent
fact-removed = Removed
fact-role = Role
fact-by-proxy = By proxy
event-poll-interest-declared = declared an interest in a vote
event-poll-interest-withdrawn = took back an interest in a vote
event-poll-proxy-given = gave a proxy for a vote
event-poll-proxy-ended = ended a proxy for a vote
fact-off-roll = Not on the roll
fact-record-on = Day that counts
fact-vote-of = Whose the votes are
fact-roll = On the roll
fact-same = The same
fact-status = Status
fact-term = Number of the term in this program
fact-to = To
fact-unit-id = Number of the home in this program
fact-units-added = Homes added
fact-units-changed = Homes changed
fact-until = Until
fact-way = Way in

event-coop-founded = set up the co-op
event-coop-changed = changed the settings of the co-op
event-rules-changed = changed the rules
event-activity-exported = downloaded the activity log
audit-about-incident = Confidentiality incidents
