polls-title = Votes
polls-lede = What members decide together. Each member on the roll has one vote.
polls-new = Set up a vote
polls-open = Open
polls-coming = Coming
polls-closed = Decided
polls-none-open = No vote is open. When one opens, you will see it here and get a notice.
polls-none-closed = Nothing has been decided yet.
polls-older = Older votes
polls-pages = Pages

poll-for = For
poll-against = Against
poll-abstain = Abstain
poll-vote = Vote
poll-not-yet = You have not voted yet
poll-not-yours = You are not on the roll of this vote
poll-you-voted = You voted: { $choice }
poll-you-voted-at = Your vote is recorded: { $choice } ({ $when }).
poll-closes = Closes { $when }, { $left }.
poll-counting = Time is up. The votes are being counted.
poll-opens = Opens { $opens }, and closes { $closes }
poll-closed = Closed { $when }
poll-cancelled = This vote was cancelled before it opened.
poll-missed = This vote could not be opened in time. The people who run the votes can set new times.
poll-left-minutes =
    { $many ->
        [one] in one minute
       *[other] in { $many } minutes
    }
poll-left-hours =
    { $many ->
        [one] in one hour
       *[other] in { $many } hours
    }
poll-left-days =
    { $many ->
        [one] in one day
       *[other] in { $many } days
    }
poll-turnout =
    { $cast ->
        [one] One of { $roll } members has voted.
       *[other] { $cast } of { $roll } members have voted.
    }

fraction-1-2 = half
fraction-2-3 = two thirds
fraction-3-4 = three quarters
fraction-3-5 = three fifths
poll-more-than = more than { $fraction }
poll-at-least = at least { $fraction }
poll-base-decided = the votes for and against
poll-base-all = all votes, including abstentions
poll-rule = Passes with { $majority } of { $votes }.
poll-rule-quorum =
    { $needed ->
        [one] At least one of the { $roll } members on the roll must vote.
       *[other] At least { $needed } of the { $roll } members on the roll must vote.
    }
poll-rule-quorum-coming = At least { $percent } of the members on the roll must vote. The roll is fixed when the vote opens.
poll-rule-no-quorum = There is no quorum: the votes that are cast decide.

poll-cast = Cast my vote
poll-change = Change my vote
poll-leave = Leave and vote later
poll-recorded = Your vote is recorded: { $name }.
poll-open-ballot = This is an open vote. Your name and your choice are recorded, and members can see who voted how once the vote is closed. You can change your vote until then.
poll-for-help = Adopt the proposal
poll-against-help = Leave things as they are
poll-abstain-quorum-only = Counts for the quorum only
poll-abstain-counted = Counts for the quorum and in working out the majority
poll-cannot = You cannot vote here.
poll-cannot-observer = Your account can read votes but not take part.
poll-cannot-no-member = Your account is not linked to a member. If it should be, ask the people who run your co-op’s pages.
poll-cannot-auxiliary = When the vote opened, on { $opened }, you were an auxiliary member. Auxiliary members cannot vote yet.
poll-cannot-suspended = When the vote opened, on { $opened }, your membership was suspended.
poll-cannot-joined-after = The roll was fixed when the vote opened, on { $opened }, and you were not a member that day.
poll-cannot-registered-after = The roll was fixed when the vote opened, on { $opened }, and you were not yet in the register as a member.

poll-tally = So far
poll-updated = Updated
poll-refresh = Refresh
poll-live-lost = Connection lost. These are the latest numbers we have.
poll-live-closed = The vote is closed and counted.
poll-see-result = See the result
poll-quorum-none = No quorum is needed.
poll-quorum-reached = Quorum reached: { $needed } votes were needed.
poll-quorum-missing =
    { $missing ->
        [one] One more vote is needed to reach the quorum of { $needed }.
       *[other] { $missing } more votes are needed to reach the quorum of { $needed }.
    }
poll-bar = { $for } for, { $against } against, { $abstained } abstained
poll-bar-for = for
poll-bar-against = against
poll-bar-abstained =
    { $count ->
       *[other] abstained
    }

poll-outcome-adopted = Adopted, with { $for } for and { $against } against.
poll-outcome-rejected = Not adopted, with { $for } for and { $against } against.
poll-outcome-no-quorum =
    { $cast ->
        [0] Nothing was decided: nobody voted, and { $needed } were needed.
       *[other] Nothing was decided: { $cast } voted, and { $needed } were needed.
    }
poll-tag-adopted = Adopted
poll-tag-rejected = Not adopted
poll-tag-no_quorum = No quorum
poll-decided = Decision { $number }, { $when }
poll-decision-facts = Decision { $number }, { $day }. { $cast } of { $roll } members voted, quorum { $quorum }. Needed: { $majority }.
poll-why = How the result was worked out
poll-proposal = The proposal
poll-test-quorum = Did enough members vote?
poll-test-quorum-yes = Yes: { $have } is at least { $needed }. The quorum is reached.
poll-test-quorum-no = No: { $have } is less than { $needed }. There is no quorum, so nothing is decided.
poll-test-majority = Did enough of them agree?
poll-test-majority-yes = Yes: { $have } for is at least { $needed }.
poll-test-majority-no = No: { $have } for is less than { $needed }.
poll-sum-roll = Members on the roll
poll-sum-quorum = Quorum: { $percent } of { $roll }, rounded up
poll-sum-quorum-none = Quorum: none
poll-sum-cast = Members who voted
poll-sum-in-favour = Votes for
poll-sum-abstained = Abstained, not counted here
poll-sum-abstained-counted = Abstained, counted
poll-sum-base = Votes that count
poll-sum-majority = Fewest votes that make { $majority } of { $base }
poll-who = Who voted how
poll-who-members = An open vote: members can see each other’s votes. Others see only the numbers.
poll-who-more = The page shows the first 1,000 names. The file has them all.
poll-who-counts = Members can see who voted how. Your account sees only the numbers.
poll-ballots-download = Download who voted how:
poll-result-download = Download the count:
poll-csv-name = Name
poll-csv-test = Test
poll-csv-what = What
poll-csv-number = Number

poll-late-title = Your vote was not recorded
poll-late-closed = The vote closed { $when }.
poll-late-not-open = This vote is not open.
poll-sent-before = You already sent this form and then changed your vote. To change it again, reopen the vote page.
poll-late-not-recorded = Your vote was not recorded.
poll-late-help = Questions? Call { $name }, { $phone }.
poll-late-see = See the vote

poll-manage = Manage this vote
poll-edit = Edit the vote
poll-edit-title = Edit the vote
poll-open-now = Open the vote now
poll-close-now = Close the vote now
poll-cancel = Cancel the vote
poll-create = Set up the vote
poll-created = The vote is set up. It will open by itself.
poll-changed = Your changes are saved.
poll-opened = The vote is open.
poll-counted = The vote is closed and counted.
poll-called-off = The vote is cancelled.
poll-form-lede = One proposal, for or against. Everybody reads it before voting.
poll-form-english = In English
poll-form-french = In French
poll-form-rules = Quorum: { $quorum } of the roll. The quorum, the majorities and how abstentions count come from the co-op’s rules. They are fixed when the vote opens.
poll-majority-ordinary = Ordinary proposal
poll-majority-special = Special proposal
poll-confirm-opening = Open the vote now?
poll-confirm-opening-roll = The roll will be fixed: everybody who is a member today can vote, and nobody can be added later.
poll-confirm-opening-tell = Everybody on the roll will get a notice. You can no longer change the text, the rule or the closing time.
poll-confirm-opening-until = Closing time: { $closes }
poll-confirm-closing = Close the vote now?
poll-confirm-closing-early = Members who have not voted yet will not be able to vote. Planned closing time: { $closes }
poll-confirm-closing-count = The votes are counted right away, and everybody on the roll gets the result. You cannot undo this.
poll-confirm-cancellation = Cancel the vote?
poll-confirm-cancellation-what = It will not open. Its page stays and says that it was cancelled. You cannot undo this.
poll-wrong-order = Choose a closing time after the opening.
poll-wrong-past = Choose a closing time in the future.
poll-wrong-skipped = This hour does not exist that night, because the clocks change. Choose an hour before or after.
poll-conflict-closed = The vote is not open. Your vote was not recorded.
poll-conflict-not-scheduled = This vote has already opened or was cancelled, so it cannot be changed. Nothing was changed.
poll-conflict-not-open = This vote is not open. Nothing was changed.
poll-conflict-missed = The closing time of this vote has passed. Set new times first.

event-poll-created = set up a vote
event-poll-changed = changed a vote
event-poll-cancelled = cancelled a vote
event-poll-opened = opened a vote
event-poll-roll-corrected = corrected the list of voters: somebody was on it twice
event-poll-ballot-cast = voted
event-poll-ballot-changed = changed their vote
event-poll-closing-soon = reminded members who had not voted
event-poll-closed = closed and counted a vote
event-ballots-exported = downloaded the choices of a closed vote
poll-cannot-owed = When the vote opened, on { $opened }, the treasurer had recorded that you owed money to the co-op. Under your co-op’s rules, members who owe money cannot vote. Nobody else sees this reason. If you think it is wrong, ask the treasurer.
poll-status-scheduled = Coming
poll-status-closed = Closed

departure-rolls =
    { $count ->
        [one] They stay on the roll of one open vote. If they have voted, their vote counts.
       *[other] They stay on the rolls of { $count } open votes. If they have voted, their votes count.
    }
attention-votes-missed =
    { $count ->
        [one] One vote could not be opened in time
       *[other] { $count } votes could not be opened in time
    }
attention-votes-missed-act = Set new times
attention-votes-short =
    { $count ->
        [one] One open vote has no quorum yet
       *[other] { $count } open votes have no quorum yet
    }
attention-votes-short-act = See the votes
begin-vote = Open your first vote
poll-signed-chair = Chair
poll-signed-secretary = Secretary
poll-closed-early = This vote was closed early. It was due to close { $when }.
poll-after-vote = You can change your vote until the vote closes. The result will appear on this page.
poll-calendar = Add to your calendar
poll-calendar-title = Vote closes: { $name }
poll-call = Questions? Call { $name }:
