setup-title = Set up your co-op
setup-lede = Enter a few names, and you can import your members. You can change everything later.
setup-coop = Your co-op
setup-admin = You, the first admin
setup-act = Set up the co-op
setup-token-wrong = This is not the right set-up code. Look for it where the server was started.
setup-done = Your co-op is set up. Sign in to continue.
preset-QC = Quebec
preset-QC-help = Cooperatives Act: any number of votes is enough for a quorum, unless your by-laws say otherwise.
preset-ON = Ontario
preset-ON-help = Co-operative Corporations Act: notice of 10 to 50 days; a quorum of 30% is usual.
preset-BC = British Columbia
preset-BC-help = Cooperative Association Act: notice of 14 days for an annual meeting.
preset-CA = Federal
preset-CA-help = Canada Cooperatives Act: notice of 21 to 60 days, a quorum of half.
settings-title = Settings
settings-lede = What everybody sees about the co-op, and the rules it votes by.
settings-coop = The co-op
settings-contact = Who to call
settings-contact-help = Shown at the bottom of every page, for people who would rather talk.
settings-saved = The settings are saved.
rules-title = Rules
rules-lede = What the law and your by-laws decide. Each vote keeps the rules it opened with.
rules-not-advice = The presets are starting points, not legal advice. Check each figure against your by-laws.
rules-saved = The rules are saved.
zone-America-Vancouver = Pacific
zone-America-Edmonton = Mountain
zone-America-Regina = Saskatchewan
zone-America-Winnipeg = Central
zone-America-Toronto = Eastern
zone-America-Halifax = Atlantic
zone-America-St-Johns = Newfoundland
event-coop-person-in-charge-named = named the person in charge of personal information
conflict-erase-contact = This person is the co-op’s contact. Change the contact in the settings first.
rules-topics = Topics
rules-law = The law you follow
rules-votes = Votes
rules-standing = Who can vote and run for the board
rules-meetings = General meetings
rules-board = The board
rules-homes = Waiting list and transfers
rules-participation = Tasks and participation
rules-privacy = Personal information
rules-change = Change
rule-set = Set by { $name } on { $day }.
rule-preset = Province or federal
rule-preset-why = The law that the usual figures on this page come from.
rule-quorum-percent = Quorum
rule-quorum-percent-is =
    { $value ->
        [0] Any number of votes is enough
       *[other] { $value }% of the electoral roll must vote
    }
rule-quorum-percent-why = Below it, nothing is decided. A vote that is open keeps the quorum it opened with.
rule-quorum-percent-from = Quebec: whoever is present, unless the by-laws say otherwise (Cooperatives Act, s. 64). Federal: a majority of members, unless the by-laws say otherwise (Canada Cooperatives Act, s. 62).
rule-majority-ordinary-num = Ordinary proposal
rule-majority-ordinary-num-is = Passes with more than { $value }/{ $other } of the votes
rule-majority-ordinary-num-why = How many votes an ordinary proposal needs.
rule-majority-special-num = Special proposal
rule-majority-special-num-is = Passes with at least { $value }/{ $other } of the votes
rule-majority-special-num-why = What a proposal needs that is set up as special, such as a change to the by-laws.
rule-majority-special-num-from = Two thirds is usual in every province.
rule-abstentions-count = Abstentions count towards the majority
rule-abstentions-count-why = If they count, each abstention makes it harder for a proposal to pass. They always count towards the quorum.
rule-vote-of = Whose the votes are
rule-vote-of-why = The acts give each member one vote. Choose anything else only if your act and your by-laws allow it. How many votes a home has stands with the home, one as a rule. It counts for votes that open from now on.
vote-of-member = Each member has one vote
vote-of-home_first = Each home votes: whoever votes first votes for it
vote-of-home_jointly = Each home votes: its vote counts once everyone in it has given the same answers
vote-of-shares = Each member has as many votes as shares
rule-proxies-max = Proxies one person may hold in a vote
rule-proxies-max-is =
    { $value ->
        [0] None: there are no proxies
       *[other] { $value }
    }
rule-proxies-max-why = The acts of most provinces know no proxies in housing co-ops. Allow them only if your act and your by-laws do. They do not exist where homes vote.
rule-auxiliary-may-vote = Auxiliary members can vote
rule-auxiliary-may-vote-why = Who is on the electoral roll when a vote opens.
rule-auxiliary-may-vote-from = Quebec: no (Cooperatives Act, s. 52).
rule-suspended-may-vote = Suspended members can vote
rule-suspended-may-vote-why = Who is on the electoral roll when a vote opens.
rule-arrears-bars-vote = Members who owe money lose their vote
rule-arrears-bars-vote-why = Who is on the electoral roll when a vote opens. The treasurer notes who owes.
rule-arrears-bars-office = Members who owe money cannot run for the board
rule-arrears-bars-office-why = Who can be given a term on the board.
rule-auxiliary-months-max = Longest time as an auxiliary member
rule-auxiliary-months-max-is =
    { $value ->
        [one] { $value } month
       *[other] { $value } months
    }
rule-auxiliary-months-max-why = After it, the co-ordinator is asked for a decision.
rule-auxiliary-months-max-from = Quebec: at most 6 months (Cooperatives Act, s. 52).
rule-notice-days-min = Notice of a general meeting
rule-notice-days-min-is = { $value } to { $other } days before it
rule-notice-days-min-why = How early members are called to a meeting.
rule-notice-days-min-from = Ontario: 10 to 50 days (Co-operative Corporations Act, s. 75). British Columbia: 14 days for an annual meeting (Cooperative Association Act, s. 146). Federal: 21 to 60 days.
rule-notice-days-other = Notice of other general meetings
rule-notice-days-other-is =
    { $value ->
        [one] At least one day before it
       *[other] At least { $value } days before it
    }
rule-notice-days-other-why = For a meeting that is not the annual one and takes no special resolution.
rule-notice-days-other-from = British Columbia: 7 days (Cooperative Association Act, s. 146).
rule-year-ends-month = End of the financial year
rule-year-ends-month-is =
    { $value ->
        [1] Ends with January
        [2] Ends with February
        [3] Ends with March
        [4] Ends with April
        [5] Ends with May
        [6] Ends with June
        [7] Ends with July
        [8] Ends with August
        [9] Ends with September
        [10] Ends with October
        [11] Ends with November
       *[other] Ends with December
    }
rule-year-ends-month-why = The last day for the annual meeting is counted from it.
rule-agm-months = Annual meeting after the year’s end
rule-agm-months-is =
    { $value ->
        [0] No rule
        [one] Within one month
       *[other] Within { $value } months
    }
rule-agm-months-why = The last day for the annual meeting stands on the page of meetings.
rule-agm-months-from = Quebec and Ontario: six months. British Columbia: four (s. 143). Federal: six (s. 50).
rule-agm-months-apart = From one annual meeting to the next
rule-agm-months-apart-is =
    { $value ->
        [0] No rule
        [one] At most one month
       *[other] At most { $value } months
    }
rule-agm-months-apart-why = Whichever day comes first is the last one.
rule-agm-months-apart-from = Ontario and federal: fifteen months.
rule-requisition-percent = Members who can ask for a meeting
rule-requisition-percent-is =
    { $value ->
        [0] No figure entered
       *[other] { $value } percent of the members; it is held within { $other } days
    }
rule-requisition-percent-why = When so many members have signed the request, the board must call a special meeting.
rule-requisition-percent-from = Quebec: a quarter, within 21 days (s. 77). The other acts know the right; enter the figure of your act or by-laws.
rule-item-days = Items that members ask for
rule-item-days-is =
    { $value ->
        [one] At least one day before the meeting
       *[other] At least { $value } days before the meeting
    }
rule-item-days-why = Until then a member can ask for an item on the agenda.
rule-quorum-continues-percent = Quorum while the meeting goes on
rule-quorum-continues-percent-is =
    { $value ->
        [0] The quorum at the opening is enough
       *[other] { $value } percent must still be there
    }
rule-quorum-continues-percent-why = Below it nothing more is decided until people come back.
rule-quorum-continues-percent-from = Federal: the quorum at the opening is enough (s. 62). British Columbia: rules often give a lower figure to go on.
rule-quorum-homes-min = Homes that must be there besides
rule-quorum-homes-min-is =
    { $value ->
        [0] None
        [one] At least one
       *[other] At least { $value }
    }
rule-quorum-homes-min-why = Some by-laws ask for a share of the members and for a number of homes.
rule-chair-casts = The chair’s casting vote
rule-chair-casts-why = Whether whoever chairs decides a tie.
rule-chair-casts-from = Ontario: yes, unless by-laws say otherwise (s. 75).
rule-meets-online = Attending from afar
rule-meets-online-why = Whether those who attend online or by telephone are there and count for the quorum.
rule-meetings-credited = Hours of meetings
rule-meetings-credited-why = Whether the time that somebody is at a meeting counts as hours, as in co-ops whose by-laws ask for attendance. It is counted from the call to order to the adjournment.
rule-meetings-credited-from = No act says; occupancy by-laws often ask for attendance.
rule-meets-online-from = Quebec: since 2021. Ontario: since 2023, if the by-laws say so. British Columbia: yes; the notice says how. Federal: unless by-laws forbid it.
rule-board-size-min = Size of the board
rule-board-size-min-is = { $value } to { $other } people
rule-board-size-min-why = The number of seats must lie between the two.
rule-board-size-min-from = Quebec: 3 to 15 (Cooperatives Act, s. 80).
rule-board-seats = Seats
rule-board-seats-is =
    { $value ->
        [one] { $value } seat
       *[other] { $value } seats
    }
rule-board-seats-why = How many people sit on the board, and how many seats are shown as vacant.
rule-board-term-months = Length of a term
rule-board-term-months-is =
    { $value ->
        [one] { $value } month
       *[other] { $value } months
    }
rule-board-term-months-why = The day on which a new term ends.
rule-transfers = Members who ask for another home
rule-transfers-why = Their place on the waiting list beside people from outside.
rule-transfer-months-min = Time in a home before asking for another
rule-transfer-months-min-is =
    { $value ->
        [0] None
        [one] { $value } month
       *[other] { $value } months
    }
rule-transfer-months-min-why = Earlier requests are on the list but not offered a home.
rule-application-months = Keep the names of a request that led to no home
rule-application-months-is =
    { $value ->
        [one] For { $value } month
       *[other] For { $value } months
    }
rule-application-months-why = After that, the settings list the request so that you can clear its names.
rule-year-starts-month = The year of participation
rule-year-starts-month-is =
    { $value ->
        [1] Starts in January
        [2] Starts in February
        [3] Starts in March
        [4] Starts in April
        [5] Starts in May
        [6] Starts in June
        [7] Starts in July
        [8] Starts in August
        [9] Starts in September
        [10] Starts in October
        [11] Starts in November
       *[12] Starts in December
    }
rule-year-starts-month-why = The year that scorecards count.
rule-reminder-days-before = Reminder of a task
rule-reminder-days-before-is =
    { $value ->
        [0] On the day it is due
        [one] { $value } day before it is due
       *[other] { $value } days before it is due
    }
rule-reminder-days-before-why = When people are reminded of a task they have.
rule-retention-months = Keep information about a former member
rule-retention-months-is =
    { $value ->
        [one] For { $value } month
       *[other] For { $value } months
    }
rule-retention-months-why = After that, the settings list the person so that you can erase them.
rule-group-size-min-for-stats = Smallest group in a public figure
rule-group-size-min-for-stats-is =
    { $value ->
        [one] { $value } person
       *[other] { $value } people
    }
rule-group-size-min-for-stats-why = Figures about fewer people are not shown, so that nobody can be made out in them.
rule-credit-alone-hours = Hours that one person may set for a task
rule-credit-alone-hours-is =
    { $value ->
        [one] Up to { $value } hour
       *[other] Up to { $value } hours
    }
rule-credit-alone-hours-why = More hours, and hours that people set for a task of their own, count once another person agrees.

rule-quorum-of = What the quorum is taken of
rule-quorum-of-why = It need not be what votes are. A home takes part when somebody in it votes, and everyone in a home takes part when its vote counts. It holds for votes that open from now on.
quorum-of-votes = The votes on the roll
quorum-of-members = The people on the roll
quorum-of-homes = The homes where they live
rule-second-calls = A vote or a meeting without a quorum can be called again
rule-second-calls-why = Once, with the same text, questions and agenda. The page says that it is a second call. Allow it only if your by-laws do.
rule-quorum-second-percent = Quorum of a second call
rule-quorum-second-percent-is =
    { $value ->
        [0] None: any number of votes is enough
       *[other] { $value }%
    }
rule-quorum-second-percent-why = It is taken of the same as the first quorum, and is not higher. It counts only where second calls are allowed.
settings-reminders = Outside these hours no reminder is sent by mail. It goes out in the morning, if it still holds.
