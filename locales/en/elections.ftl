# Elections to the board: call, nominations, vote, result, seats.
nav-elections = Elections
nav-help-elections = Who stands for the board, and who was elected
elections-title = Elections
elections-lede = How the co-op chooses its board: who stands, who was elected, and who follows.
elections-running = Under way
elections-none-running = There is no election at the moment.
elections-over = Past elections
search-elections = Elections
audit-about-election = Elections
election-new = Call an election
election-new-title = Set up an election
election-edit-title = Change the set-up
election-form-lede = You can leave this and come back: members see nothing until you call the election.
election-form-seats = Seats
election-form-nominations = Nominations
election-form-vote = The vote
election-form-secret = A secret vote needs two officers and two scrutineers. Whoever calls the election announces its vote; another person who runs votes prepares its urn, and names two members who do not stand. Each of them takes a code before voting opens. Everybody is told in time.
election-no-committee = No committee
election-created = The election is set up. Members see it once you call it.
election-changed = The set-up was changed.
election-called = The election is called. Members are told.
election-moved = The new days are set. Members are told.
election-cancelled = The election is cancelled. Members are told.
election-copied = A new draft with the same set-up is ready. Check the days.

# Where it stands
election-is-draft = Draft
election-is-coming = Called
election-is-nominations = Nominations are open
election-is-ending = Nominations have ended
election-is-voting = Candidates are known
election-is-waiting = Waits for its urn
election-is-missed = Did not open
election-is-disputed = Disputed
election-is-open = Voting is open
election-is-counting = Being counted
election-is-declared = Result declared
election-is-filled = Over
election-is-void = Void
election-is-cancelled = Cancelled
election-next-draft = Nobody else sees this yet.
election-next-coming = Nominations open on { $day }.
election-next-nominations = You can stand, or nominate somebody, until the end of { $day }.
election-next-ending = Nominations have ended. The candidates will be published in a moment.
election-next-stuck = Nominations have ended, but the days for voting are over too. The office must set new days.
election-next-voting = Voting opens { $when }.
election-next-waiting = Voting was to open { $when }. It opens as soon as what it still needs is done.
election-next-missed = Voting did not open in its time. The office sets new days, or cancels the election.
election-next-disputed = The vote is disputed: what was found in its urn cannot be right, so nothing was counted. The office declares it void, and the election can be held again.
election-urn = Before voting can open
election-urn-prepare = Somebody who runs votes and did not call this election prepares the urn. They name two scrutineers, who are not candidates.
election-urn-by = All of this must be done before voting opens, { $when }. If that is too soon, change the days below.
election-urn-late = The time has come and voting is not open. It opens as soon as all of this is done. You can also change the days or cancel the election, below.
election-next-open = You can vote until { $when }.
election-next-counting = Voting has closed. The result will be here in a moment.
election-next-declared = The result can be contested until the end of { $day }. The seats are filled after that.
election-reason = Reason: { $reason }
election-to-ballot = Go to your ballot
election-to-vote = The vote
election-to-result = How it was counted

# Facts and rules
election-facts = How this election works
election-rules = Rules known beforehand
election-fact-seats = Seats to fill
election-fact-term = Term
election-fact-nominations = Nominations
election-fact-voting = Voting
election-fact-method = How people vote
election-fact-secrecy = Open or secret
election-fact-names = Names
election-fact-who = Who can nominate
election-fact-few = If there are no more candidates than seats
election-fact-contest = Contesting the result
election-fact-committee = Election committee
election-names-sealed = Sealed: all names are published together when nominations end
election-names-seen = Shown as soon as somebody stands
election-who-others = Members can stand or nominate each other; whoever is nominated must accept
election-who-self = Members stand for themselves
election-few-acclaimed = They are elected without a vote (by acclamation)
election-few-vote = Members vote anyway
election-contest-days =
    { $count ->
        [0] Not possible
        [one] Within one day of the result
       *[other] Within { $count } days of the result
    }
election-committee-cannot = { $name }. Its members cannot stand.
election-rule-none = “None of these” is counted like a candidate. If it wins a seat, that seat stays empty; the other seats are filled as counted.
election-rule-withdrawal = If a candidate withdraws after voting has begun, ballots stay as they were cast. The count leaves that name out: the result is what the same ballots would have given if the person had never stood.
election-rule-following = If a seat falls vacant during the term, the same ballots say who follows: they are counted again for one seat, leaving out those already elected. The list ends where “None of these” would win or nobody is left.
election-none-of-these = None of these
election-paper-candidates = What the candidates say: { $address }

# Standing
election-candidates = Candidates
election-no-candidates = Nobody stands yet.
election-no-statement = No statement.
election-sealed =
    { $count ->
        [0] Names stay sealed until the end of { $day }, then all are published together. Nobody stands yet.
        [one] Names stay sealed until the end of { $day }, then all are published together. One person stands so far.
       *[other] Names stay sealed until the end of { $day }, then all are published together. { $count } people stand so far.
    }
election-own = Your part
election-stand = I stand for the board
election-stands = You stand. You can write a statement until nominations end.
election-accept = Accept: I stand
election-decline = Decline
election-decline-how = If you decline, nobody can nominate you again in this election. Only you can change your mind.
election-declined = You declined. You can change your mind until nominations end.
election-nominate = Nominate somebody else
election-nominate-how = We will ask this person. They stand only if they accept.
election-nominate-act = Nominate
election-nominated = The person was told and can accept or decline.
election-choose = Choose a person
election-own-asked = You were nominated. Do you stand?
election-own-asked-by = { $name } nominated you. Do you stand?
election-own-standing = You stand in this election.
election-own-declined = You declined.
election-own-lapsed = You were nominated and did not answer in time.
election-own-barred = You could not stand.
election-own-withdrawn = You withdrew.
election-stands-asked = Nominated
election-stands-standing = Candidate
election-stands-declined = Declined
election-stands-lapsed = Did not answer
election-stands-barred = Could not stand
election-stands-withdrawn = Withdrew
election-tag-elected = Elected
election-tag-follows = Took a vacant seat
election-tag-withdrew = Withdrew
election-withdrew-at = Withdrew { $when }.
election-not-seated = Elected, but without a seat so far.
election-statement-title = My statement
election-statement-lede = Say who you are and what you would like to do on the board. You can change this until nominations end.
election-statement-no-photo = There is no photo in your profile.
election-stated = Your statement is saved.
election-withdrawal-title = Withdraw
election-withdrawal-before = Your name will not be on the ballot. You can stand again until nominations end.
election-withdrawal-during = Your name is on the ballot. It stays there, marked as withdrawn with the time. Everybody on the roll is told. This cannot be undone.
election-withdrawal-after = You give up your place. If it is a seat, the person who follows can be asked. This cannot be undone.
election-withdrawn = You withdrew.

# Why somebody cannot
election-barred-rules = Under the co-op’s rules, this person cannot be on the board now. They can see the reason on their own page.
election-barred-applicant = This person is not a member on the first day of the term.
election-barred-auxiliary = Auxiliary members cannot hold office.
election-barred-suspended = This person is suspended on the first day of the term.
election-barred-former = This person is no longer a member during the term.
election-barred-sits = This person already has a seat during these days.
election-barred-committee = This person is on the election committee. Its members cannot stand.
election-barred-full = All seats of the board are filled.
election-barred-term = The rules of the co-op no longer allow a term of this length.
election-barred-title = Could not stand

# Errors
election-wrong-method = This way of voting elects one person. Choose another one for several seats.
election-wrong-none = A vote with no more candidates than seats needs “None of these” on the ballot. Add it, or elect without a vote.
election-wrong-seats = Only { $limit } seats of the board are free for this term. Enter fewer, or change the seats in the rules.
election-wrong-order = Nominations must end on or after the day they open.
election-wrong-past = Choose today or a later day.
election-wrong-opens = Voting must open after the last day of nominations.
election-wrong-starts = The term must begin on or after the day voting closes.
election-wrong-term = Voting must close by the first day of the term. If that is too early, cancel the election and set it up again with a later term.
election-wrong-shorter = Nominations cannot end earlier than was announced. Choose the same day or a later one.
election-wrong-nobody = Choose a person.
election-wrong-no-vote = Only members who can vote can nominate others.
election-wrong-again = This person was nominated already, or does not want to stand. Only they themselves can change that.
election-conflict-called = The election is no longer at that stage. Nothing was changed.
election-conflict-over = This is no longer possible at this stage of the election.
election-conflict-oneself = In this election members stand for themselves.
election-conflict-stands = You stand already. To stop, withdraw.
election-conflict-seated = You have your seat. The office records when a director resigns.
election-conflict-counting = The vote is being counted. Try again in a minute.
election-conflict-not-filled = The seats have not been filled yet.
election-conflict-not-vacant = This seat is not vacant, or somebody has been asked already.
election-conflict-nobody-follows = Nobody is left on the list.
election-conflict-answered = You have answered already.
election-void-nobody = All candidates withdrew.
election-void-vote = The vote was cancelled.
merging-stands-twice = Both entries stand in “{ $limit }”. One of them must withdraw first, or the election be over.
poll-choice-withdrew = { $name } (withdrew)
poll-conflict-nobody-stands = Nothing else stands in this vote.

# Result
election-result = Result
election-said-elected = Elected: { $names }.
election-said-none = Nobody is elected.
election-said-empty =
    { $count ->
        [one] One seat stays empty.
       *[other] { $count } seats stay empty.
    }
election-said-no-quorum = Too few members voted, so nobody is elected. The vote can be called again where the rules allow it.
election-said-nobody = Nobody stood, so all seats stay empty.
election-way-vote = By a vote
election-way-acclamation = By acclamation
election-way-no_quorum = Without a quorum
election-way-nobody = No candidates
election-way-said-vote = By a vote of the members.
election-way-said-acclamation = By acclamation, without a vote.
election-way-said-no-quorum = The vote had no quorum.
election-way-said-nobody = There was no vote.
election-following = Who follows if a seat falls vacant, in this order

# Contesting

# For those who run votes
election-office = For the office
election-call-how = When you call the election, members are told, and nominations open on their day. Texts and rules then stay as they are.
election-call = Call the election
election-days-title = Change the days
election-days-how = Nominations can only be made longer. Members are told of the new days.
election-days-vote = The candidates are known, and voting has not opened: both its times can change. Members are told.
election-disputed-how = Declare the vote void, with the reason. Then set up another election like this one, below.
election-cancel-title = Cancel the election
election-cancel = Cancel the election
election-copy = Set up another one like this
election-unseated = Somebody who is elected could not be given a seat. Their name above says why.
election-seat-again = Try again
election-seated = The board was looked at again.
election-vacant = The seat of { $name } is vacant.
election-offer = Ask { $name }, who follows
election-offered = The person was asked.
election-nobody-follows = Nobody is left on the list. The board can fill the seat as its rules say.
election-offered-you = A seat has fallen vacant, and you follow. Do you take it for the rest of its term?
election-take = Take the seat
election-refuse = Decline
election-taken = You are on the board.
election-refused = You declined the seat.

# Fields
field-seats-to-fill = Seats to fill
field-nominate-from = First day of nominations
field-nominate-until = Last day of nominations
field-sealed = Keep names sealed until nominations end
hint-sealed = The first name that is seen can keep others from standing. All are published together.
field-by-others = Members can nominate each other
hint-by-others = Whoever is nominated is asked, and stands only if they accept.
field-acclaims = Elect without a vote if there are no more candidates than seats
hint-acclaims = Otherwise members vote anyway; “None of these” must then be on the ballot.
field-none-stands = Put “None of these” on the ballot
hint-none-stands = A seat that it wins stays empty. The page and the ballot say so.
field-nominee = Who?
field-statement-en = Statement in English
field-statement-fr = Statement in French
field-shows-photo = Show the photo from my profile beside it
hint-shows-photo = Everybody who can see the candidates sees it.
field-withdrawn-why = Reason
hint-withdrawn-why = Everybody who can see the candidates reads it.
field-says = What went wrong?
field-cancel-reason = Reason
field-appeal-days = Days to contest an election or a secret vote
hint-appeal-days = Counted from the result. Seats are filled after that, and the key of an urn is destroyed.
rule-appeal-days = Contesting an election or a secret vote
rule-appeal-days-is =
    { $value ->
        [0] Not possible
        [one] { $value } day
       *[other] { $value } days
    }
rule-appeal-days-why = How long the result of an election or of a secret vote can be contested. Seats are filled after that, and the key of an urn is destroyed.
fact-nominated-at = Nominated
fact-withdrawn-at = Withdrew
fact-received-at = Received
fact-answered-at = Answered
fact-candidates = Candidates
fact-candidate = Candidate
fact-how-decided = How it was decided
fact-elected = Elected
fact-seated = Seats filled
fact-standing = State
fact-starts-on = Term begins

# What waits, what happens
home-election = Your answer is awaited.
home-election-until = Your answer is awaited by { $day }.
attention-elections-stuck =
    { $count ->
        [one] The vote of an election could not be held: its days are over
       *[other] The votes of { $count } elections could not be held: their days are over
    }
attention-elections-stuck-act = Set new days
attention-elections-vacant =
    { $count ->
        [one] A seat of the board is vacant, and somebody follows
       *[other] { $count } seats of the board are vacant, and somebody follows
    }
attention-elections-vacant-act = Ask who follows
departure-candidacies =
    { $count ->
        [one] They stand or are nominated in one election ({ $names }). It is withdrawn.
       *[other] They stand or are nominated in { $count } elections ({ $names }). These are withdrawn.
    }
departure-candidacies-lost =
    { $count ->
        [one] one candidacy, because nominations have ended.
       *[other] { $count } candidacies, because nominations have ended.
    }
everything-candidacies = Elections you were nominated in
kept-elections = Elections, candidates and results
kept-elections-for = As long as the co-op exists; without a name and a statement once the person is erased
work-election-due = The next step of an election
event-poll-choice-withdrawn = took a candidate who withdrew out of a vote
event-election-created = set up an election
event-election-changed = changed the set-up of an election
event-election-called = called an election
event-election-moved = changed the days of an election
event-election-vote-moved = changed the times of the vote of an election
event-election-cancelled = cancelled an election
event-election-nominated = nominated somebody in an election
event-election-accepted = stands in an election
event-election-declined = declined to stand in an election
event-election-stated = wrote a statement in an election
event-election-withdrew = withdrew from an election
event-election-left = withdrew after the candidates were published
event-election-ending = reminded members that nominations end
event-election-published = published the candidates of an election
event-election-declared = declared the result of an election
event-election-filled = filled the seats of an election
event-election-voided = declared an election void
event-election-offered = asked somebody to take a vacant seat
event-election-taken = took a vacant seat
event-election-refused = declined a vacant seat

# Notices
notice-election-called = An election is called
notice-election-called-help = When members can stand for the board.
notice-election-called-subject = You can stand: { $name }
notice-election-called-line = An election is called. You can stand, or nominate somebody, until { $due_on }.
notice-election-moved = An election has new days
notice-election-moved-help = When the days of nominations or voting change.
notice-election-moved-subject = New days: { $name }
notice-election-moved-line = The days changed. Nominations now end on { $due_on }.
notice-election-vote-moved = The vote of an election has new times
notice-election-vote-moved-help = When candidates are known and voting opens at another time.
notice-election-vote-moved-subject = New times for the vote: { $name }
notice-election-vote-moved-line = Voting now opens { $opens_at } and closes { $closes_at }.
notice-election-nominated = You are nominated
notice-election-nominated-help = When somebody nominates you in an election.
notice-election-nominated-subject = You are nominated: { $name }
notice-election-nominated-line = Somebody nominated you for the board. Please accept or decline by { $due_on }.
notice-election-ending = Nominations end soon
notice-election-ending-help = Two days before nominations end.
notice-election-ending-subject = Nominations end soon: { $name }
notice-election-ending-line = You can still stand or nominate somebody until { $due_on }.
notice-election-published = Candidates are known
notice-election-published-help = When nominations have ended.
notice-election-published-subject = The candidates: { $name }
notice-election-published-line = Nominations have ended. The page shows who stands and what they say.
notice-election-left = A candidate withdraws
notice-election-left-help = When somebody withdraws after the candidates were published.
notice-election-left-subject = A candidate withdrew: { $name }
notice-election-left-line = A candidate withdrew. Ballots already cast stay valid, and the count leaves that name out. You can look at your ballot again.
notice-election-declared = The result of an election
notice-election-declared-help = When the result is declared.
notice-election-declared-subject = The result: { $name }
notice-election-declared-line = { $told }
notice-election-voided = An election is void
notice-election-voided-help = When an election is cancelled or counts for nothing.
notice-election-voided-subject = Void or cancelled: { $name }
notice-election-voided-line = This election does not go on. The reason: { $reason }
notice-election-offered = A seat is offered to you
notice-election-offered-help = When a seat of the board falls vacant and you follow.
notice-election-offered-subject = A seat on the board: { $name }
notice-election-offered-line = A seat has fallen vacant, and you follow. Please say whether you take it.

# Help
election-help-title = How an election works
election-help-lede = From the call for candidates to the seats, in plain words.
election-help-call = The call
election-help-call-1 = The people who run votes set up the election and call it. From then on everybody sees how many seats there are, for how long, who can nominate, how people vote, and the rules for every case. These do not change any more; only the days can be made later.
election-help-call-2 = If there is an election committee, its members look after the election and cannot stand.
election-help-stand = Standing
election-help-stand-1 = You can stand yourself, or nominate another member if the election allows it. Whoever is nominated is asked and stands only if they accept. Whoever declines cannot be nominated again by anybody; only they can change their mind.
election-help-stand-2 = Your statement and photo can be changed until nominations end. If names are sealed, nobody sees who stands before that day, not even the office; then all names are published together.
election-help-stand-3 = The rules for the board say who can stand. They are looked at when you stand, when nominations end, and when seats are filled. If you cannot stand, you read why.
election-help-paper = The ballot
election-help-paper-1 = When nominations end, the vote is set up by itself. The order of names on the ballot is drawn by lot, once, and stays the same for everybody.
election-help-paper-2 = “None of these”, where it is on the ballot, is counted like a candidate. A seat that it wins stays empty. This is the same in every way of counting.
election-help-paper-3 = A candidate who withdraws after voting has begun stays on the ballot, marked as withdrawn. Everybody on the roll is told. Ballots stay as cast, and the count leaves that name out, as if the person had never stood.
election-help-result = The result
election-help-result-1 = After the close the result is declared, and everybody on the roll is told. If there are no more candidates than seats, they can be elected without a vote, as the set-up says.
election-help-result-2 = Whoever could vote can contest the result in writing until the day that the page says. The people who run votes examine it and answer with a reason that everybody can read. If they agree, the election is void and can be repeated.
election-help-result-3 = When that time is over and every contest is answered, the seats are entered in the list of the board by themselves.
election-help-vacancy = A vacant seat
election-help-vacancy-1 = The page lists who follows. The same ballots are counted again for one seat, leaving out those already elected. The list ends where “None of these” would win or nobody is left.
election-help-vacancy-2 = If a seat falls vacant before its term is over, the office asks the first person on the list, who can take the seat for the rest of the term or decline.
poll-conflict-bound = This vote belongs to an election: what it asks cannot be changed here, only its times. To stop it, cancel the vote.
election-sealed-for-good = Names stay sealed: this election was cancelled.
field-upheld = What do you answer?
