polls-title = Votes
polls-lede = What members decide together. Each member on the roll has one vote.
polls-new = Set up a vote
polls-open = Open
polls-coming = Coming
polls-closed = Decided
polls-none-open = No vote is open. When one opens, it stands here and you get a notice.
polls-none-closed = Nothing has been decided here yet.
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
poll-counting = The time is up. The votes are being counted.
poll-opens = Opens { $opens }, and closes { $closes }
poll-closed = Closed { $when }
poll-cancelled = This vote was called off before it opened.
poll-missed = This vote could not be opened in time. Whoever runs the votes can give it new times.
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
poll-base-all = all votes, abstentions included
poll-rule = Passes with { $majority } of { $votes }.
poll-rule-quorum =
    { $needed ->
        [one] At least one of the { $roll } members on the roll must vote.
       *[other] At least { $needed } of the { $roll } members on the roll must vote.
    }
poll-rule-quorum-coming = At least { $percent } of the members on the roll must vote. The roll is fixed when the vote opens.
poll-rule-no-quorum = There is no quorum: whoever votes decides.

poll-cast = Cast my vote
poll-change = Change my vote
poll-leave = Leave, and vote later
poll-recorded = Your vote is recorded: { $name }.
poll-open-ballot = This is an open vote. Your name and your choice are recorded, and once the vote is closed members see who voted how. You can change your vote until the close.
poll-for-help = Adopt the proposal
poll-against-help = Leave things as they are
poll-abstain-quorum-only = Counts for the quorum only
poll-abstain-counted = Counts for the quorum, and in what the majority is taken of
poll-cannot = You cannot vote here.
poll-cannot-observer = Your account reads and changes nothing.
poll-cannot-no-member = Your account does not belong to a member. If it should, ask the people who run your co-op’s pages.
poll-cannot-auxiliary = When the vote opened, on { $opened }, you were an auxiliary member. Auxiliary members have no vote yet.
poll-cannot-suspended = When the vote opened, on { $opened }, your membership was suspended.
poll-cannot-joined-after = The roll was fixed when the vote opened, on { $opened }, and you were not a member that day.
poll-cannot-registered-after = The roll was fixed when the vote opened, on { $opened }, and you were not in the register as a member at that time.

poll-tally = So far
poll-updated = Updated
poll-refresh = Refresh
poll-live-lost = Connection lost. These are the last numbers.
poll-live-closed = The vote is closed and counted.
poll-see-result = See the result
poll-quorum-none = No quorum is asked for.
poll-quorum-reached = Quorum reached: { $needed } were needed.
poll-quorum-missing =
    { $missing ->
        [one] One more vote for the quorum of { $needed }.
       *[other] { $missing } more votes for the quorum of { $needed }.
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
poll-why = How this came out
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
poll-sum-majority = Fewest votes that are { $majority } of { $base }
poll-who = Who voted how
poll-who-members = An open vote: members see each other’s votes. Others see the numbers.
poll-who-more = The page shows the first 1,000. The file has everybody.
poll-who-counts = Members see who voted how. Your account sees the numbers.
poll-ballots-download = Download who voted how:
poll-result-download = Download the count:
poll-csv-name = Name
poll-csv-test = Test
poll-csv-what = What
poll-csv-number = Number

poll-late-title = Your vote was not recorded
poll-late-closed = The vote is over (closed { $when }).
poll-late-not-open = This vote is not open.
poll-sent-before = You sent this form before, and changed your vote since. To change it again, open the vote anew.
poll-late-not-recorded = Your vote was not recorded.
poll-late-help = Questions? Call { $name }, { $phone }.
poll-late-see = See the vote

poll-manage = Run this vote
poll-edit = Change it
poll-edit-title = Change the vote
poll-open-now = Open the vote now
poll-close-now = Close the vote now
poll-cancel = Call the vote off
poll-create = Set up the vote
poll-created = The vote is set up. It opens by itself.
poll-changed = Your changes are saved.
poll-opened = The vote is open.
poll-counted = The vote is closed and counted.
poll-called-off = The vote is called off.
poll-form-lede = One proposal, for or against. Both languages are asked for, because everybody reads it before voting.
poll-form-english = In English
poll-form-french = In French
poll-form-rules = Quorum: { $quorum } of the roll. Quorum, majorities and what abstentions count for come from the co-op’s rules, and are fixed when the vote opens.
poll-majority-ordinary = Ordinary proposal
poll-majority-special = Special proposal
poll-confirm-opening = Open the vote now?
poll-confirm-opening-roll = The roll is fixed: whoever is a member today can vote, and nobody is added later.
poll-confirm-opening-tell = Everybody on the roll gets a notice. The text, the rule and the closing time cannot be changed any more.
poll-confirm-opening-until = Closing time: { $closes }
poll-confirm-closing = Close the vote now?
poll-confirm-closing-early = Whoever has not voted by now cannot vote any more. Planned closing time: { $closes }
poll-confirm-closing-count = The votes are counted at once, and the result goes to everybody on the roll. This cannot be undone.
poll-confirm-cancellation = Call the vote off?
poll-confirm-cancellation-what = It does not open. Its page stays, and says that it was called off. This cannot be undone.
poll-wrong-order = Choose a close that is after the opening.
poll-wrong-past = Choose a close that is still to come.
poll-wrong-skipped = The clocks skip this hour that night. Choose an hour before or after.
poll-conflict-closed = The vote is not open. Your vote was not recorded.
poll-conflict-not-scheduled = This vote has opened or was called off, and cannot be changed any more. Nothing was changed.
poll-conflict-not-open = This vote is not open. Nothing was changed.
poll-conflict-missed = The closing time of this vote has passed. Give it new times first.

event-poll-created = set up a vote
event-poll-changed = changed a vote
event-poll-cancelled = called a vote off
event-poll-opened = opened a vote
event-poll-ballot-cast = voted
event-poll-ballot-changed = changed their vote
event-poll-closing-soon = reminded those who had not voted
event-poll-closed = closed and counted a vote
event-ballots-exported = took the choices of a closed vote away as a file
poll-cannot-owed = When the vote opened, on { $opened }, the treasurer had noted that something was owed to the co-op. By your co-op’s rules, who owes something has no vote. Nobody else sees this reason. Ask the treasurer if you think it is wrong.
poll-status-scheduled = Coming
poll-status-closed = Closed

departure-rolls =
    { $count ->
        [one] On the roll of one running vote: it stays, and a ballot that was cast counts.
       *[other] On the rolls of { $count } running votes: they stay, and ballots that were cast count.
    }
attention-votes-missed =
    { $count ->
        [one] One vote could not be opened in time
       *[other] { $count } votes could not be opened in time
    }
attention-votes-missed-act = Give new times
attention-votes-short =
    { $count ->
        [one] One open vote has no quorum yet
       *[other] { $count } open votes have no quorum yet
    }
attention-votes-short-act = See the votes
begin-vote = Open your first vote
poll-signed-chair = Chair
poll-signed-secretary = Secretary
poll-closed-early = It was closed early: it had been announced until { $when }.
poll-after-vote = You can change your vote until the close. The result will be on this page.
