polls-title = Votes
polls-lede = What members decide together. Each member on the roll has one vote.
polls-new = Set up a vote
polls-open = Open
polls-coming = Coming
polls-closed = Decided
polls-register = The register of decisions
polls-none-open = No vote is open. When one opens, you will see it here and get a notice.
polls-none-closed = Nothing has been decided yet.
polls-older = Older votes
polls-pages = Pages

participation-title = Who takes part
participation-lede = Of how many votes each member was on the roll, and in how many of them they voted. What they chose is not shown.
participation-period = The votes that closed from { $from } to { $to }.
participation-search = Look for a member
participation-when = When
participation-last-months = Last twelve months
participation-everybody = Everybody
participation-none-answered = Voted in none
participation-column-name = Member
participation-column-asked = Votes they could vote in
participation-column-answered = Votes they voted in
participation-column-last-on = Last voted
participation-never = Never
participation-none = Nobody fits: no vote closed in this time, or the filter leaves nobody.
participation-counted = Only closed votes count, because an open one would tell who has voted by now. Where homes vote, a vote that somebody cast for the home counts for all of its people on the roll. “Last voted” looks at all closed votes, whenever they were. People whose data were erased are left out.
participation-count =
    { $count ->
        [one] One member
       *[other] { $count } members
    }
participation-more-than = More than { $count } members
participation-file = participation
event-participation-exported = downloaded who takes part in votes

poll-for = For
poll-against = Against
poll-abstain = Abstain
poll-vote = Vote
poll-not-yet = You have not voted yet
poll-not-yours = You are not on the roll of this vote
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
    { $unit ->
        [home] { $cast ->
            [one] The homes have cast one of { $roll } votes.
           *[other] The homes have cast { $cast } of { $roll } votes.
        }
        [vote] { $cast ->
            [one] One of { $roll } votes has been cast.
           *[other] { $cast } of { $roll } votes have been cast.
        }
       *[member] { $cast ->
            [one] One of { $roll } members has voted.
           *[other] { $cast } of { $roll } members have voted.
        }
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
    { $unit ->
        [household] { $needed ->
            [one] Somebody must vote in at least one of the { $roll } homes on the roll.
           *[other] Somebody must vote in at least { $needed } of the { $roll } homes on the roll.
        }
        [person] { $needed ->
            [one] At least one of the { $roll } people on the roll must take part.
           *[other] At least { $needed } of the { $roll } people on the roll must take part.
        }
        [home] { $needed ->
            [one] The homes must cast at least one of their { $roll } votes.
           *[other] The homes must cast at least { $needed } of their { $roll } votes.
        }
        [vote] { $needed ->
            [one] At least one of the { $roll } votes on the roll must be cast.
           *[other] At least { $needed } of the { $roll } votes on the roll must be cast.
        }
       *[member] { $needed ->
            [one] At least one of the { $roll } members on the roll must vote.
           *[other] At least { $needed } of the { $roll } members on the roll must vote.
        }
    }
poll-rule-quorum-coming =
    { $unit ->
        [household] Somebody must vote in at least { $percent } of the homes on the roll. The roll is fixed when the vote opens.
        [person] At least { $percent } of the people on the roll must take part. The roll is fixed when the vote opens.
        [home] The homes must cast at least { $percent } of their votes. The roll is fixed when the vote opens.
        [vote] At least { $percent } of the votes on the roll must be cast. The roll is fixed when the vote opens.
       *[member] At least { $percent } of the members on the roll must vote. The roll is fixed when the vote opens.
    }
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
poll-decision-facts = Decision { $number }, { $day }. Voted: { $cast } of { $roll }, quorum { $quorum }. Needed: { $majority }.
poll-why = How the result was worked out
poll-count-again = Count it again
poll-count-again-help = The ballots of this question, without names, and how they are counted. “cooperator count FILE” finds the same from the JSON file, without this site.
poll-count-json = Ballots without names, as JSON
poll-count-blt = Ballots without names, as .blt for other counting programs
bundle-title = Check it yourself
bundle-how = Save both files in one folder, and run “python3 recount.py { $file }” there. It counts every question again, checks the text, the rule and the seals, and names whatever does not fit. “cooperator verify-vote { $file }” does the same.
bundle-file = Everything that decided this vote, without names, as JSON
bundle-program = The program that checks it, in Python: nothing else to install
bundle-named = The SHA-256 of the first file, by which everybody knows that theirs is the same:
bundle-ballots = The SHA-256 of the ballots, sealed at the close:
poll-proposal = The proposal
poll-test-quorum =
    { $unit ->
        [household] Did enough homes take part?
        [person] Did enough people take part?
        [home] Did the homes cast enough votes?
        [vote] Were enough votes cast?
       *[member] Did enough members vote?
    }
poll-test-quorum-yes = Yes: { $have } is at least { $needed }. The quorum is reached.
poll-test-quorum-no = No: { $have } is less than { $needed }. There is no quorum, so nothing is decided.
poll-test-majority = Did enough of them agree?
poll-test-majority-yes = Yes: { $have } for is at least { $needed }.
poll-test-majority-no = No: { $have } for is less than { $needed }.
poll-sum-roll =
    { $unit ->
        [household] Homes on the roll
        [person] People on the roll
        [home] Votes of the homes on the roll
        [vote] Votes on the roll
       *[member] Members on the roll
    }
poll-sum-quorum = Quorum: { $percent } of { $roll }, rounded up
poll-sum-quorum-none = Quorum: none
poll-sum-cast =
    { $unit ->
        [household] Homes in which somebody voted
        [person] People who took part
        [home] Votes cast by the homes
        [vote] Votes cast
       *[member] Members who voted
    }
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
poll-copy = Set up a vote like this one
poll-copied = A new vote is set up with the same text, questions and files. Look at its times, then announce it.
poll-void = Declare the vote void
poll-void-title = Declare the vote void?
poll-void-what = A vote that went wrong counts for nothing from then on. No result of it stands, and what it decided is marked as void in the register of decisions.
poll-void-kept = Its page stays, with your reason. The ballots that were cast, and what was counted of them, are kept as evidence. You cannot undo this.
poll-void-tell = Everybody on the roll gets a mail with your reason. To vote again, set up a vote like this one afterwards: it opens as soon as you announce it.
poll-voided = The vote is void, and everybody on the roll is told. You can set up a vote like this one.
poll-void-since = Void since { $when }
poll-void-note = This vote is void and counts for nothing. The reason: { $reason }
poll-void-counted = Void. Counted before that, and kept as evidence: { $outcome }
poll-conflict-not-voidable = Only a vote that has opened can be void. Nothing was changed.
polls-void = Void
poll-status-void = Void
guest-void = This vote turned out to have gone wrong and is void. Thank you all the same.
event-poll-voided = declared a vote void
poll-cancel = Cancel the vote
poll-create = Save and go on
poll-created = The vote is saved as a draft.
poll-changed = Your changes are saved.
poll-opened = The vote is open.
poll-counted = The vote is closed and counted.
poll-called-off = The vote is cancelled.
poll-form-lede = Write what it is about and when. Then you say what it asks. Nobody else sees it until you announce it.
poll-form-english = In English
poll-form-french = In French
poll-form-case = Cost and arguments (optional)
poll-case-cost = Cost:
poll-case-pros = Arguments for
poll-case-cons = Arguments against
poll-form-rules = Quorum: { $unit ->
        [household] { $quorum } of the homes on the roll.
        [person] { $quorum } of the people on the roll.
       *[vote] { $quorum } of the roll.
    } The quorum, the majorities and how abstentions count come from the co-op’s rules. They are fixed when the vote opens.
poll-majority-ordinary = Ordinary proposal
poll-majority-special = Special proposal
poll-confirm-opening = Open the vote now?
poll-confirm-opening-roll = The roll will be fixed: everybody who is a member today can vote, and nobody can be added later.
poll-confirm-opening-tell = Everybody on the roll will get a notice. You can no longer change the text or what is asked.
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
event-poll-reminded = reminded members who had not voted
poll-text-changed = The text was changed { $when }: see what changed
poll-versions-title = What changed
poll-versions-lede = Every change of the text since the vote was announced, the latest first. Once a vote is open, its text stays as it is, but for misspelt words that two people correct.
poll-versions-none = The text has not changed since the vote was announced.
poll-version = Changed { $when } by { $who }
poll-version-asked = What is asked was changed.
event-poll-discussion-closed = closed the discussion of the vote
event-poll-discussion-reopened = opened the discussion of the vote again
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
departure-proxies =
    { $count ->
        [one] One proxy that they hold in a vote ends. Whoever gave it is told.
       *[other] { $count } proxies that they hold in votes end. Whoever gave them is told.
    }
departure-proxies-lost =
    { $count ->
        [one] one proxy in a vote, because the vote is over or its giver has decided otherwise.
       *[other] { $count } proxies in votes, because the votes are over or their givers have decided otherwise.
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

polls-drafts = Being set up
poll-draft = Being set up. Only the people who run votes see it.
poll-you-voted = You have voted
poll-blank = no answer
poll-agree = Agree
poll-aside = Stand aside
poll-object = Object
poll-agree-help = Go ahead with the proposal
poll-aside-help = Not your choice, but you will not stand in the way
poll-object-help = It must not go ahead like this. Say why below.
poll-if-need-be = { $name } (if need be)
poll-question-of = Question { $number } of { $many }
poll-help-one = Choose one.
poll-help-some =
    { $seats ->
        [one] Choose one.
       *[other] Choose up to { $seats }.
    }
poll-help-any = Choose as many as you like.
poll-help-points = Give each choice from 0 to { $points } points. The more points, the better you like it.
poll-help-dots =
    { $points ->
        [one] Give your one dot to a choice.
       *[other] Share out up to { $points } dots. You can give several to one choice.
    }
poll-help-ranks = Give a place to as many or as few as you like. A lower place never hurts a higher one. Each place goes to one choice only. If you leave a place out, the places below it move up.
poll-help-ranks-equal = Give a place to as many or as few as you like. Choices that you like equally can have the same place. If you leave a place out, the places below it move up.
poll-help-ranks-after-first = Give a place to as many or as few as you like. The first place goes to one choice only; after it, choices that you like equally can have the same place. If you leave a place out, the places below it move up.
poll-help-times = Say for each time whether you can make it. A time that you leave open counts as no.
poll-rank = Place { $rank }
poll-rank-none = No place
poll-order = Your order so far
poll-order-none = No place given yet. You can leave places out.
poll-order-show = Show my order
poll-order-up = Move { $name } up
poll-order-down = Move { $name } down
poll-time-2 = Yes
poll-time-1 = If need be
poll-time-0 = No

poll-method-proposal = Proposal
poll-method-proposal-help = For, Against or Abstain on the text of the vote.
poll-method-consent = Consent
poll-method-consent-help = Agree, Stand aside or Object. It goes ahead if nobody objects, or no more than you allow.
poll-method-choice = Choose one or some
poll-method-choice-help = Everybody chooses one, or up to as many as are to be chosen. The most votes win.
poll-method-approval = Approval
poll-method-approval-help = Everybody marks all choices they can live with. The most marks win.
poll-method-score = Points
poll-method-score-help = Everybody gives points to each choice. The highest sum wins.
poll-method-dots = Dots
poll-method-dots-help = Everybody has the same number of dots and shares them out. The most dots win.
poll-method-irv = Ranking, one winner (instant runoff)
poll-method-irv-help = Everybody puts the choices in order. The last one drops out round by round, and its votes go to the next place.
poll-method-stv-scottish = Ranking, several seats (Scottish rules)
poll-method-stv-scottish-help = Everybody puts the choices in order. Seats go to whoever reaches the quota; votes that are not needed go on.
poll-method-stv-meek = Ranking, several seats (Meek)
poll-method-stv-meek-help = As the Scottish rules, but counted by a computer with every vote shared out exactly.
poll-method-schulze = Ranking, compared in pairs (Schulze)
poll-method-schulze-help = Everybody puts the choices in order. What wins against each of the others is chosen; circles are broken by the strongest paths.
poll-method-ranked-pairs = Ranking, compared in pairs (ranked pairs)
poll-method-ranked-pairs-help = Everybody puts the choices in order. The clearest comparisons are kept first.
poll-method-star = Points, then a runoff (STAR)
poll-method-star-help = Everybody gives 0 to 5 points. Of the two highest sums, the one that more people prefer wins.
poll-method-greedy = Budget, most votes first
poll-method-greedy-help = Everybody marks projects. They are paid for in the order of their votes, as long as there is money.
poll-method-equal-shares = Budget, equal shares
poll-method-equal-shares-help = Everybody marks projects. Each voter has the same part of the money, and projects are paid for by those who want them.
poll-method-times = A date
poll-method-times-help = Yes, If need be or No to each time. The time that most people can make wins.

poll-outcome-of = { $title }: { $outcome }
poll-rule-consent =
    { $objections ->
        [0] It goes ahead if somebody agrees and nobody objects
        [one] It goes ahead if somebody agrees and at most one member objects
       *[other] It goes ahead if somebody agrees and at most { $objections } members object
    }{ $share ->
        [0] .
       *[other] { "," } and if at least { $percent } of the roll agree.
    }
poll-rule-choice =
    { $seats ->
        [one] The choice with the most votes wins.
       *[other] The { $seats } choices with the most votes win.
    }
poll-rule-approval =
    { $seats ->
        [one] The choice with the most marks wins.
       *[other] The { $seats } choices with the most marks win.
    }
poll-rule-score =
    { $seats ->
        [one] The choice with the most points wins.
       *[other] The { $seats } choices with the most points win.
    }
poll-rule-dots =
    { $seats ->
        [one] The choice with the most dots wins.
       *[other] The { $seats } choices with the most dots win.
    }
poll-rule-irv = The last choice drops out round by round, and each of its votes goes to the next place on that ballot.
poll-rule-stv-scottish =
    { $seats ->
        [one] One seat, counted by the Scottish rules.
       *[other] { $seats } seats, counted by the Scottish rules: whoever reaches the quota has a seat, and votes that are not needed go to the next place.
    }
poll-rule-stv-meek =
    { $seats ->
        [one] One seat, counted by Meek’s method.
       *[other] { $seats } seats, counted by Meek’s method: whoever reaches the quota has a seat, and votes that are not needed are shared out.
    }
poll-rule-schulze =
    { $seats ->
        [one] Each choice is compared with each other one. What wins against all the others is chosen.
       *[other] Each choice is compared with each other one. The first { $seats } of the order are chosen.
    }
poll-rule-ranked-pairs =
    { $seats ->
        [one] Each choice is compared with each other one, the clearest comparisons first. The first of the order is chosen.
       *[other] Each choice is compared with each other one, the clearest comparisons first. The first { $seats } of the order are chosen.
    }
poll-rule-star = The two choices with the most points go to a runoff. The one that more people prefer wins.
poll-rule-greedy = { $budget } can be spent. Projects are paid for in the order of their votes, as long as there is money.
poll-rule-equal-shares = { $budget } can be spent. Each voter has an equal part of it, and projects are paid for by those who marked them.
poll-rule-times = The time that most people can make wins; of equal ones, the one with more who said yes.
poll-binding-yes = It decides
poll-binding-yes-help = The result is entered in the register of decisions.
poll-binding-no = It asks for advice
poll-binding-no-help = The result is shown to everybody but decides nothing.
poll-advisory = This vote asks for advice. It decides nothing by itself.
poll-shows-of-live = As they grow
poll-shows-of-live-help = Everybody sees the figures while the vote is open.
poll-shows-of-voted = Once one has voted
poll-shows-of-voted-help = Whoever has voted sees the figures so far.
poll-shows-of-closed = After the close
poll-shows-of-closed-help = Nobody sees any figures before. Only then can the close be put off or moved forward.
poll-shows-live = The figures are shown as they grow.
poll-shows-voted = The figures so far are shown to those who have voted.
poll-shows-closed = No figures are shown before the close.
poll-extended-note = The close was put off. It was first announced for { $when }.
poll-extend = Put off the close
poll-extend-now = It closes { $when }.
poll-extend-how = Everybody on the roll is told. The page will say which close was announced first.
poll-extended = The close was put off.
poll-wrong-sooner = Choose a later time than the close that was announced
poll-conflict-figures-seen = The figures of this vote are being shown, so its close cannot be moved any more. It closes at the time that was announced, or when everybody has voted.
poll-announced = The vote is announced. It opens by itself.
poll-announce = Announce the vote
poll-setup-title = Set up this vote
poll-setup-text = Text and times
poll-setup-edit = Change text and times
poll-setup-questions = What is asked
poll-setup-ready = Ready?
poll-setup-roll =
    { $unit ->
        [home] { $roll ->
            [one] If it opened today, the homes would have one vote.
           *[other] If it opened today, the homes would have { $roll } votes.
        }
        [vote] { $roll ->
            [one] If it opened today, there would be one vote.
           *[other] If it opened today, there would be { $roll } votes.
        }
       *[member] { $roll ->
            [one] If it opened today, one member would be on the roll.
           *[other] If it opened today, { $roll } members would be on the roll.
        }
    }
poll-setup-announced = The vote is announced. Until it opens you can still change it.
poll-setup-announce-how = Members see the vote from then on. It opens by itself at its time, and everybody on the roll is told.
poll-question-title = A question
poll-question-edit = Change
poll-question-remove = Remove
poll-question-add = Another question
poll-question-add-act = Add
poll-question-choices = What can be chosen
poll-question-choices-hint = One line each, in the order of the ballot. One language is enough. Leave lines empty that you do not need.
poll-question-more = More lines
poll-choice-en = Choice { $row }, English
poll-choice-fr = Choice { $row }, French
poll-choice-cost = Cost of { $row }, in dollars
poll-choice-day = Date { $row }
poll-choice-hour = Time { $row }, if there is one
poll-missing-question = Add a question.
poll-missing-title = With several questions, each needs a title.
poll-missing-choices = A question needs at least two choices.
poll-missing-costs = A budget needs its amount, and each project its cost.
poll-missing-contest = There must be more choices than places.
poll-wrong-long = That is more than a vote can ask: 40 questions, 300 choices each.
poll-wrong-foreign = This is not one of the choices. Choose again.
poll-wrong-answers = Give one answer for each question: a side, marks or ranks, each choice once.
poll-wrong-side = Choose one of the answers
poll-wrong-many = Choose at most { $limit }
poll-wrong-points = Give each choice at most { $limit } points
poll-wrong-dots = You have { $limit } dots in all
poll-wrong-same-rank = Two choices have place { $limit }. Give each its own place.
poll-wrong-several-first = Give the first place to one choice only: this way of counting cannot share it
poll-wrong-numbers = Type whole numbers
poll-wrong-no-reason = Say why you object
poll-wrong-money = Type an amount of dollars, for example 1250 or 1250.50
poll-wrong-hour = Type a time, for example 19:00
poll-check-title = Check your answers
poll-check-lede = Nothing is sent yet. Your vote counts when you press “Cast my vote”.
poll-check-unranked = Without a place: { $names }.
poll-check-skipped = You left a place out. The places below it move up, in the order you gave.
poll-check-change = Change my answers
poll-recorded-all = Your vote is recorded.
poll-tag-chosen = Chosen
poll-tag-tied = A tie
poll-decided-number = Decision { $number }
poll-decision-facts-chosen = Decision { $number }, { $day }. Voted: { $cast } of { $roll }, quorum { $quorum }.
poll-who-all = Who answered what
poll-reasons = Reasons that people gave
event-poll-asked = changed what a vote asks
event-poll-announced = announced a vote
event-poll-extended = put off the close of a vote
fact-told-en = What mails told (English)
fact-told-fr = What mails told (French)
fact-numbers = Numbers in the register
fact-verdicts = Result
fact-voted = Voted
fact-questions = What is asked
poll-outcome-consent-yes = Adopted: { $agree } agree, { $aside } stand aside, { $object } object.
poll-outcome-consent-no = Not adopted: { $agree } agree, { $aside } stand aside, { $object } object.
poll-question-changed = Somebody else has changed this vote in the meantime. Your entries are kept. Save again to put them in place of theirs.
polls-advice = Asked for advice
poll-advice-facts = { $day }. Voted: { $cast } of { $roll }.
poll-methods-more = More ways to decide
poll-bars-votes = Votes
poll-bars-points = Points
poll-bars-first = First places
poll-bars-can = People who can make it
poll-outcome-chosen = Chosen: { $names }.
poll-outcome-elected = Elected: { $names }.

# ---- the roll ----
roll-title = Who votes
roll-look = Who would be on the roll, and who would not
roll-by-member = Each member has one vote.
roll-by-home_first = Homes vote: each has one vote, unless the register gives it more. Whoever in the home votes first votes for it.
roll-by-home_jointly = Homes vote: each has one vote, unless the register gives it more. It counts once everyone in the home who is on the roll has given the same answers.
roll-by-shares = Each member has as many votes as shares.
roll-is =
    { $unit ->
        [home] { $roll ->
            [one] The homes have one vote.
           *[other] The homes have { $roll } votes.
        }
        [vote] { $roll ->
            [one] There is one vote.
           *[other] There are { $roll } votes.
        }
       *[member] { $roll ->
            [one] One member is on the roll.
           *[other] { $roll } members are on the roll.
        }
    }
roll-would-be =
    { $unit ->
        [home] { $roll ->
            [one] If the vote opened today, the homes would have one vote.
           *[other] If the vote opened today, the homes would have { $roll } votes.
        }
        [vote] { $roll ->
            [one] If the vote opened today, there would be one vote.
           *[other] If the vote opened today, there would be { $roll } votes.
        }
       *[member] { $roll ->
            [one] If the vote opened today, one member would be on the roll.
           *[other] If the vote opened today, { $roll } members would be on the roll.
        }
    }
roll-people =
    { $many ->
        [one] One person can vote.
       *[other] { $many } people can vote.
    }
roll-record = Only people who were members on { $day } are on the roll.
roll-taken = The roll was fixed when the vote opened, on { $when }.
roll-at-opening = The roll is fixed when the vote opens.
roll-mailed =
    { $many ->
        [0] No e-mail would go out.
        [one] One e-mail would go out.
       *[other] { $many } e-mails would go out.
    }
roll-stays = Someone who moves, changes status or leaves the co-op while the vote is open stays on the roll, and a vote they have cast counts. Two entries that turn out to be one person have one vote.
roll-names = On the roll
roll-names-not = The people who run votes see the names. You see your own place on the page of the vote.
roll-out-title = Not on the roll
roll-out-told = Each of these people sees the reason on the page of the vote.
roll-out-auxiliary = Auxiliary members
roll-out-suspended = Suspended members
roll-out-arrears = A reason that only the person and the treasurer see
roll-out-no_home = Members without a home that has a vote
roll-out-no_share = Members without a share
roll-out-joined_since = Members who joined after the day that counts
roll-out-interest = Members with an interest of their own in the decision
poll-cannot-joined-since = Only people who were members on { $day } can vote here, and you were not a member that day.
poll-cannot-no-home = Homes vote here, and when the vote opened, on { $opened }, you were not living, as a member, in one that has a vote.
poll-cannot-no-share = Votes go by shares here, and when the vote opened, on { $opened }, you held none.
poll-cannot-interest = You said that you have an interest of your own in this decision, so you are not part of it.
poll-home-first =
    { $many ->
        [one] Your home has one vote. If you vote, you vote for everyone in it.
       *[other] Your home has { $many } votes. If you vote, you cast them for everyone in it.
    }
poll-home-voted = { $names } voted for your home. Each home votes once. { $names } can still change it until the vote closes.
poll-home-jointly =
    { $many ->
        [one] Your home has one vote. It counts once everyone in it who is on the roll has given the same answers.
       *[other] Your home has { $many } votes. They count once everyone in it who is on the roll has given the same answers.
    }
poll-home-answered = Answered so far in your home, besides you: { $names }.
poll-home-awaited = Not yet answered in your home: { $names }.
poll-home-agrees = Your answers are the same: your home’s vote counts.
poll-home-differs = Your answers are not the same, so your home’s vote does not count yet. You can change yours until the vote closes.
poll-homes-apart = Not counted: the people in the home did not give the same answers
poll-conflict-home = Someone in your home has just voted for it, and each home votes once. Open the vote again to see who.
poll-weighs =
    { $many ->
        [one] You have one vote here.
       *[other] You have { $many } votes here. They go together.
    }
poll-plain = If every voter counted once (this decides nothing):
poll-csv-counts = Counted
poll-wrong-record = Choose a day no later than the day the vote opens.

guests-title = Guests
guests-lede = Somebody who is no member and has no account can answer this vote by a link of their own: the plumber, an architect, a neighbour.
guests-all = Who was asked
guests-none = Nobody yet.
guests-asked = Guest { $number }, asked on { $day }. No answer yet.
guests-answered = Guest { $number }, asked on { $day }. Answered.
guests-kept = The name is removed { $months } months after the close, or when you take it away. The log names guests by their number only.
guests-ask = Ask a guest
guests-how = At most { $many } guests. Members see their names and answers once the vote is closed. Their answers are not counted in the result: they stand beside it.
guests-make = Make the link
guests-renew = Make a new link
guests-revoke = Take the link back
guests-forget = Take the name away
guests-mailed = The link was also mailed to { $address }. This address is not kept with the vote.
guests-renewed = The link from before leads nowhere any more.
guests-revoked = Done. The link leads nowhere any more.
guests-made-title = The guest’s link
guests-made-help = Copy this link and give it to your guest. You cannot see it again, but you can make a new one.
guests-made-secret = Whoever has this link answers as this guest. Give it to nobody else.
guests-made-before = This link was shown when you made it, and cannot be shown again. You can make a new one.
guests-made-back = Back to the guests
guests-conflict-not-asked = Guests can be asked in a vote that asks for advice, from its announcement to its close.
guests-wrong-many = A vote has at most { $limit } guests
guests-marked = { $name } (guest)
guests-number = Guest { $number }
guests-said = What guests answered
guests-not-counted = Answers of guests are not counted in the result, which is that of the members.
guests-count =
    { $count ->
        [one] One guest answered by a link.
       *[other] { $count } guests answered by a link.
    }
guests-who-can = Who can make it when
guests-can-with = Members and guests
guest-hello = { $name }, { $coop } would like to know what you think. You need no account.
guest-how = Members see your name and your answer once the vote is closed. Your answer stands beside the result and is not counted in it. You can change it with this link until the close.
guest-answer = Send my answer
guest-change = Change my answer
guest-reason = Anything to add?
guest-recorded = Your answer is recorded.
guest-said = Your answer is recorded: { $answer }
guest-late = The vote is not open any more. What you just sent was not recorded.
guest-coming = This vote opens { $when }. Come back then with the same link.
guest-closed = This vote closed { $when }. Thank you.
guest-dead-title = This link leads nowhere
guest-dead = It may have been taken back, or a newer one was sent to you. Ask whoever gave it to you.
guest-contact = Questions
event-guest-invited = made a link for a guest of a vote
event-guest-revoked = took back a guest’s link, or a guest’s name
event-guest-answered = received a guest’s answer
mail-guest-subject = { $coop } asks you: { $vote }
mail-guest-text = { $coop } would like your answer to: { $vote }. Open the link, mark your answer and send it. You need no account. The link is for you alone.
mail-guest-open = Open the page
mail-guest-until = You can answer, and change your answer, until { $when }. If you do not want to, do nothing.

# ---- proxies, and an interest of one's own ----
proxies-title = Proxies
proxies-lede = If you cannot vote yourself, somebody else on the roll can vote for you, in this vote only.
proxies-limit =
    { $many ->
        [one] Nobody may vote for more than one other person, and a proxy cannot be passed on.
       *[other] Nobody may vote for more than { $many } other people, and a proxy cannot be passed on.
    }
proxies-held = You can vote for
proxies-all = Who votes for whom
proxy-line = { $giver } (by proxy: { $holder })
proxy-yours = { $name } can vote for you
proxy-voted = The vote has been cast by proxy.
proxy-voted-self = The vote was cast in person, so the proxy has no effect.
proxy-unused = Not used yet.
proxy-take-back = Take the proxy back
proxy-take-back-help = A vote already cast by proxy stays until you vote yourself. You can vote yourself at any time, without taking the proxy back.
proxy-decline = Decline the proxy
proxy-vote = Vote for { $name }
proxy-vote-title = Vote for { $name }
proxy-cast = Cast this vote
proxy-give = Let somebody vote for you
proxy-give-act = Give the proxy
proxy-choose = Choose somebody
proxy-cannot-give = You can give a proxy if you are on the roll and have not voted yet.
proxy-given = They can now vote for you, and have been told.
proxy-ended = The proxy has ended. The other person has been told.
proxy-voted-for-you = { $name } voted for you by proxy. If you vote here, your own vote replaces it.
proxy-wrong-nobody = Choose who is to vote for you.
proxy-wrong-oneself = Choose somebody other than yourself.
proxy-wrong-not-on-roll = This person is not on the roll, so they cannot vote for you.
proxy-wrong-has-given = This person has given their own proxy away, so they cannot vote for you.
proxy-wrong-full = This person already votes for as many people as the rules allow. Choose somebody else.
proxy-wrong-holds = You hold a proxy in this vote, and proxies cannot be passed on. Decline it first.
proxy-wrong-given = You have already given a proxy in this vote. Take it back first.
proxy-conflict-none = There are no proxies in this vote.
proxy-conflict-over = The vote is not open any more, so proxies cannot change.
proxy-conflict-voted = This person’s vote was cast in person, so a proxy has no effect here.
interest-title = Declare an interest
interest-back = Take my declaration back
interest-what = Declare an interest if you would gain or lose personally by this decision, for example because the contract goes to your own company or to your family.
interest-then = You then leave the roll of this vote: you do not vote, and the quorum and the majority are taken from the others. If you have voted, your vote is taken out. The log keeps that you declared an interest.
interest-figures = You can take it back until the vote closes. Where the figures are shown as they grow, others may see that a vote was taken out.
interest-declare = Declare my interest
interest-back-what = You would be on the roll again and could vote.
interest-withdraw = Take my declaration back
interest-declared = Recorded. You are not part of this vote.
interest-withdrawn = You are on the roll again. A vote you had cast before does not count: vote anew.

# ---- votes that recur ----
templates-title = Templates of votes
templates-lede = A vote that comes back, such as the budget of the year, can be kept as a template. A template holds the text, what is asked, and how long the vote is open.
templates-none = There are none yet. Open a vote and choose “Keep as a template”.
templates-offered = Start from a template
templates-blank = Or start from scratch
templates-all = All templates
template-begin = Set up a vote
template-begin-how = The vote is a draft at first. You set its times, change what you like, and announce it.
template-begun = A vote is set up from the template. Look at its times and at what it asks, then announce it.
template-asks =
    { $many ->
        [0] It asks nothing yet.
        [one] It asks one question: { $methods }.
       *[other] It asks { $many } questions: { $methods }.
    }
template-decides = It decides.
template-lasts-days =
    { $days ->
        [one] It is open for one day
       *[other] It is open for { $days } days
    }{ $hours ->
        [0] .
        [one] { " and one hour." }
       *[other] { " and" } { $hours } hours.
    }
template-lasts-hours =
    { $hours ->
        [0] { $minutes ->
            [one] It is open for one minute.
           *[other] It is open for { $minutes } minutes.
        }
        [one] It is open for one hour.
       *[other] It is open for { $hours } hours.
    }
template-keep = Keep as a template
template-keep-what = This is kept, with the text and the choices. Dates, people, ballots and files are not.
template-kept = The template is kept. You find it whenever you set up a vote.
template-rename = Rename
template-rename-title = Rename a template
template-renamed = The template has its new name.
template-take-away = Take the template away
template-take-away-how = Votes that were set up from it stay as they are. You cannot undo this.
template-taken-away = The template is gone.
template-wrong-many = There are { $limit } templates already. Take one away first.
event-template-kept = kept a vote as a template
event-template-renamed = renamed a template of votes
event-template-taken-away = took away a template of votes
audit-about-template = Templates of votes
field-template-en = Name of the template in English
field-template-fr = Name of the template in French

# ---- a ballot to try ----
trial-setup = See it as voters will
trial-setup-how = Fill in the ballot and send it, as voters will. Nothing is kept.
trial-title = Try the ballot
trial-mark = This is a trial. You can fill in the ballot and send it; nothing of it is kept or counted.
trial-drawn = The order of the choices is drawn when the vote opens.
trial-taken = A trial: this ballot would be recorded. Nothing was kept.
trial-taken-one = A trial: “{ $name }” would be recorded. Nothing was kept.
trial-back = Back to the set-up
trial-over = This vote has opened, so there is nothing to try any more.

# ---- a misspelt word of an open vote ----
corrections-title = Correct a misspelt word
corrections-lede = An open vote keeps its text. Only the spelling can be corrected, by two people who run votes: one proposes it, the other confirms it. Votes that were cast stay as they are, and the page of the vote says what was corrected.
corrections-propose = Propose a correction
corrections-rules = Correct the words where they stand. Numbers and links cannot change, nor words such as “not”, “all” or “must”, nor the order of the choices. Only a few letters of a word, and only a few words, may differ from the text the vote opened with. If the vote asks the wrong thing, declare it void and set up a new one.
corrections-propose-act = Propose it
corrections-of-vote = The text of the vote
corrections-proposed = Proposed. It counts once somebody else who runs votes confirms it.
corrections-waiting = Waiting for a second person
corrections-wait = A correction waits for a second person
corrections-too-late = The vote closed before anybody confirmed this, so the text stayed as it was.
corrections-settled = Settled
corrections-made = Corrected since the vote opened
corrections-made-how = Only the spelling. Votes that were cast stayed as they were.
correction-confirm = Confirm
correction-decline = Decline
correction-take-back = Take it back
correction-yours = You proposed this, so somebody else must confirm it.
correction-confirmed = The text is corrected. People who had voted are told.
correction-not-made = The text stays as it is.
correction-waits = Proposed { $when } by { $proposer }.
correction-made = Corrected { $when }: proposed by { $proposer }, confirmed by { $settler }.
correction-declined = Declined { $when } by { $settler }. It was proposed by { $proposer }.
correction-withdrawn = Taken back { $when } by { $proposer }.
correction-of-title = Title
correction-of-details = Text
correction-of-pros = Arguments for
correction-of-cons = Arguments against
correction-of-question = Question
correction-of-choice = Choice
correction-in-en = in English
correction-in-fr = in French
correction-in-both = in English and French
correction-place = { $what } ({ $language })
correction-place-of = { $what } { $question } ({ $language })
correction-place-choice = { $what } { $choice } ({ $language })
correction-place-choice-of = { $what } { $choice } of question { $question } ({ $language })
correction-wrong-numbers = Numbers, sums of money and crossed-out words cannot be corrected in an open vote
correction-wrong-address = Links and e-mail addresses cannot be corrected in an open vote
correction-wrong-sense = “{ $limit }” decides what the text means, so it cannot come, go or move in an open vote
correction-wrong-words = Words cannot be added or taken out in an open vote: { $limit }
correction-wrong-other-word = This would be another word, not another spelling: { $limit }
correction-wrong-much = At most { $limit } words may differ from the text that the vote opened with
correction-wrong-choice = This could be taken for another choice: { $limit }
correction-wrong-waits = A correction of this text already waits for a second person
correction-wrong-many = This vote has been corrected too often. Declare it void and set up a new one.
correction-wrong-nothing = Nothing was changed. Correct the word where it stands, then propose it.
correction-conflict-own = You proposed this correction yourself, so somebody else must confirm it. Nothing was changed.
correction-conflict-settled = This correction has already been confirmed, declined or taken back. Nothing was changed.
correction-conflict-changed = The text has changed since this was proposed, so it no longer fits. Nothing was changed.
attention-corrections =
    { $count ->
        [one] A correction in an open vote waits for your yes
       *[other] { $count } corrections in open votes wait for your yes
    }
attention-corrections-act = See the votes
event-poll-correction-proposed = proposed to correct a misspelt word in a vote
event-poll-correction-declined = did not make a correction in a vote
event-poll-corrected = confirmed a correction in a vote
fact-corrected = Corrected
fact-proposed-by = Proposed by

# ---- what became of the papers ----
poll-apart = Ballots set aside
poll-apart-blank = Without an answer to this question
poll-apart-abstained = Abstained
poll-apart-invalid = With several in the first place, which this way cannot count
poll-apart-counted = Counted
poll-apart-skipped = Of these, left a place out: the places below it moved up
poll-apart-exhausted = Named nobody who was left, after round { $round }

# ---- what a quorum is taken of, and second calls ----
poll-rule-second-call = That is the quorum of a second call.
poll-quorum-number =
    { $unit ->
        [household] { $needed ->
            [one] one home
           *[other] { $needed } homes
        }
       *[person] { $needed ->
            [one] one person
           *[other] { $needed } people
        }
    }
poll-quorum-reached-of =
    { $unit ->
        [household] Quorum reached: { $present } homes take part, and { $needed } were needed.
       *[person] Quorum reached: { $present } people take part, and { $needed } were needed.
    }
poll-quorum-missing-of =
    { $unit ->
        [household] Not enough homes yet for the quorum: { $present } of the { $needed } needed take part.
       *[person] Not enough people yet for the quorum: { $present } of the { $needed } needed take part.
    }
poll-outcome-no-quorum-of =
    { $unit ->
        [household] Nothing was decided: somebody voted in { $cast } homes, and { $needed } were needed.
       *[person] Nothing was decided: { $cast } people took part, and { $needed } were needed.
    }
second-call-is = This is the second call of a vote that had no quorum.
second-call-same = Its text and questions are those of the first vote, and only its times are its own.
second-call-first = See the first vote
second-call-was = This vote had no quorum and was called again.
second-call-later = See the second call
second-call-possible =
    { $share ->
        [0] The rules let this vote be called again, once. Then there is no quorum: the votes that are cast decide.
       *[other] The rules let this vote be called again, once, with a quorum of { $percent }.
    }
second-call-act = Call this vote again
second-call-made = The second call is set up with the same text and questions. Look at its times, then announce it.
second-call-conflict-quorum = Only a closed vote that had no quorum can be called again. Nothing was changed.
second-call-conflict-second = This vote is itself a second call, and there is no third. Nothing was changed.
second-call-conflict-rules = The rules of the co-op know no second call. Nothing was changed.
second-call-conflict-again = This vote has been called again already. Nothing was changed.
second-call-conflict-same = A second call asks what the first vote asked. Only its times can change. Nothing was changed.
fact-quorum-of = Quorum of
fact-second-call-of = Second call of vote number

# ---- secret votes: the sealed urn, its keys, and its list ----

field-secrecy = Open or secret
poll-secrecy-open = Open
poll-secrecy-open-help = Members see who voted how once the vote is closed. A vote can be changed until then.
poll-secrecy-list = Secret, every ballot published with its code
poll-secrecy-list-help = Each voter can find their own ballot, and anybody can count again. For the election of the board.
poll-secrecy-ballots = Secret, ballots published without codes
poll-secrecy-ballots-help = Anybody can count again, but nobody can show how they voted. Where people might be put under pressure.
poll-secrecy-figures = Secret, only the figures published
poll-secrecy-figures-help = No ballot is shown. With many candidates, a whole ranking could be a signature that somebody asked for.
poll-secrecy-note-list = This vote is secret. After the close every ballot is published without a name, under a code that only its voter knows.
poll-secrecy-note-ballots = This vote is secret. After the close the ballots are published without names or codes.
poll-secrecy-note-figures = This vote is secret. After the close only the figures are published.
poll-secret-ballot = This is a secret vote. Your choice is locked away from your name until the close. Once cast, it cannot be changed.
poll-conflict-secret = This vote is secret. You can vote on its page alone, and in person.
poll-disputed = This vote is disputed: what was found in its urn cannot be right, so nothing was counted.
poll-status-disputed = Disputed
urn-how = How a secret vote works

# ---- the ballot ----

field-own-word = A word of your own
hint-own-word = Up to 12 letters or digits, without accents. It is added to your code, so that nobody else can have the same one. Do not use your name.
urn-code = Your code
urn-check-list = Write this code down, or take a picture of it. After the close you find your ballot by it in the published list. Nobody can tell you the code later.
urn-check-ballots = After the close the ballots are published without names or codes. Nobody can show how they voted, and you cannot find your own.
urn-check-figures = After the close only the figures are published.
urn-check-final = Once you cast it, your ballot cannot be changed or taken back.
urn-wrong-look = You looked at this an hour ago or more, or something was changed. Look at it once more. The code is a new one.
urn-wrong-word = Use letters without accents and digits only, 12 at most.
urn-conflict-voted = You have voted. A secret ballot cannot be changed.
urn-conflict-acting = A secret vote is cast in person. Stop acting for somebody else first.
urn-conflict-interest = Your ballot is in the urn, and nobody can take it out again.
urn-recorded-title = Your vote is recorded
urn-recorded = Your ballot is in the urn.
urn-recorded-final = It cannot be changed, and nobody can see it before the close.
urn-recorded-results = The result comes after the close: { $when }
urn-recorded-list = Then you find your ballot by your code in the list on the page of the result.
urn-recorded-ballots = The ballots will be published without names or codes.
urn-recorded-figures = Only the figures will be published.
urn-recorded-told = After the close you get a message that says whether our records have you as having voted. If it is wrong, call at once.
urn-recorded-home = Back to home
urn-quorum-reached = The quorum is reached.
urn-quorum-missing = The quorum is not reached yet.

# ---- the urn ----

urn-title = The urn and its key
urn-lede = A secret vote opens only when its urn has been prepared by a second person, and two scrutineers have a code that can open it if the server loses its key.
urn-step-announced = The vote is announced.
urn-step-prepare = A second officer prepares the urn and names two scrutineers.
urn-step-prepared = The urn is prepared. Its key: { $key }
urn-step-codes = Each scrutineer takes their code.
urn-step-code = { $name } takes a code.
urn-step-code-taken = { $name } has a code.
urn-step-opens = The vote opens at its time, once all of this is done.
urn-step-opened = The vote has opened.
urn-step-destroyed = The key was destroyed { $when }. What backups hold of the urn cannot be read by anybody any more.
urn-settings = The database would write down too much
urn-settings-help = With these settings the database keeps traces of who votes and when. Whoever runs the server changes them before a secret vote can open.
urn-prepare = Prepare the urn
urn-prepare-help = You announced nothing here, so you are the second person. Choose two scrutineers who are not candidates. Each of them gets a message and takes a code.
urn-prepare-again = Prepare the urn anew
urn-prepare-again-help = For other scrutineers, or if a code was lost. Codes that were taken before are void then.
urn-prepare-act = Prepare the urn
urn-prepared = The urn is prepared. The two scrutineers are told to take their codes.
urn-choose = Choose a member
field-first = First scrutineer
field-second = Second scrutineer
urn-wrong-nobody = Choose somebody.
urn-wrong-same = Choose somebody else than the first one.
urn-wrong-scrutineer = Choose a member who can sign in.
urn-wrong-candidate = This person is on the ballot. Choose a scrutineer who is no candidate.
urn-code-yours = Your code
urn-code-help = You are one of the two scrutineers. Your code can open the urn after the close if the server has lost its key. You see it once.
urn-code-again = You have taken a code. A new one makes it void.
urn-code-show = Show my code
urn-code-title = Your code as scrutineer
urn-code-before = This code was shown before. If you have not kept it, take a new one.
urn-code-write = Write it down or print this page, and keep it in an envelope until the result can no longer be contested.
urn-code-alone = Show it to nobody, not even the other scrutineer.
urn-code-use = You need it only if the office asks you to open the urn. Sign in, and enter it here:
urn-code-once = You see this code only now. It is not kept anywhere.
urn-code-done = Done
urn-locked = The urn is locked
urn-locked-help = The time is up, and the server has no key for this urn. No ballot is lost: with the code of either scrutineer it is opened and counted.
field-recovery-code = The code of a scrutineer
hint-recovery-code = 32 signs in groups of four. Capitals do not matter.
urn-wrong-code = This code does not open the urn. Look at each sign once more.
urn-recover = Open the urn
urn-missing-key = Its urn has not been prepared by a second person.
urn-missing-codes = Its scrutineers do not both have their codes.
urn-missing-settings = The database would write down who votes.
urn-conflict-unprepared = This secret vote cannot open yet: see what its urn still needs.
urn-conflict-state = This is only possible between the announcement of a secret vote and its opening, or once its time is up.
urn-conflict-one = Somebody else than the person who announced the vote prepares its urn.
urn-conflict-no-key = The server has no key for this urn. A scrutineer can bring it back with their code.
urn-conflict-keep = The server cannot write the key: its folder of keys is full, or cannot be reached. Nothing was changed. Whoever runs the server can help.
urn-conflict-weights = A secret vote can be held only where nobody has more than 20 votes.
urn-conflict-size = A secret vote can have 20,000 votes at most.
urn-disputed-number = There are not as many ballots in the urn as those who voted have votes.
urn-disputed-damaged = A ballot in the urn was damaged, or is no ballot of this vote.
urn-disputed-invalid = A ballot in the urn cannot have been cast on this paper.
urn-disputed-clash = Two ballots have the same code.
urn-disputed-restored = The database was put back to an earlier day while the vote was open: ballots are missing.
attention-urns =
  { $count ->
    [one] A secret vote waits for its urn, or cannot be counted
   *[other] { $count } secret votes wait for their urns, or cannot be counted
  }
attention-urns-act = See the votes

# ---- the result ----

urn-said-voted = Our records say that you voted.
urn-result-open = Members see who voted how.
urn-result-list = This vote was secret. Every ballot is published without a name, under the code that its voter was shown.
urn-result-ballots = This vote was secret. The ballots are published without names or codes, each question on its own.
urn-result-figures = This vote was secret. Only the figures are published.
urn-list-answer = What it says
urn-look = Check my ballot
urn-list-title = The list of ballots
urn-list-lede =
  { $many ->
    [one] One ballot, in the order of the codes.
   *[other] { $many } ballots, in the order of their codes.
  }
urn-list-find = Find your code by eye, or with your browser’s own search. Nobody else knows which ballot is yours, and no address leads to it.
urn-list-wrong = If your code is not there, or your ballot says something else, tell us:
urn-list-digest = The list is known by this digest (SHA-256):
urn-list-download = The list as a file

# ---- log, notices, privacy, work ----

event-urn-prepared = prepared the urn of a secret vote
event-urn-awaited = told the office that an urn is not ready
event-urn-late = told the office that a vote did not open, because its urn is not ready
event-urn-code-taken = took a code as scrutineer
event-urn-key-recovered = brought the key of an urn back with a code
event-urn-key-destroyed = destroyed the key of an urn
event-poll-disputed = found an urn that cannot be right
fact-secrecy = Open or secret
fact-key = Key
fact-disputed = What was found
everything-urns = Urns you can open as scrutineer
field-taken-at = Code taken
work-urn-destroy-key = Destroying the key of an urn
notice-poll-disputed = A vote is disputed
notice-poll-disputed-help = When what is found in the urn of a secret vote cannot be right.
notice-poll-disputed-subject = Disputed: { $name }
notice-poll-disputed-line = What was found in the urn of this vote cannot be right, so nothing was counted. What follows is told on its page.
notice-poll-recorded = You are recorded as having voted
notice-poll-recorded-help = After a secret vote in which you voted.
notice-poll-recorded-subject = Our records say that you voted: { $name }
notice-poll-recorded-line = Our records say that you voted. If you did not, call us at once. What you voted is not recorded with your name.
notice-poll-not-recorded = You are recorded as not having voted
notice-poll-not-recorded-help = After a secret vote in which you could vote and did not.
notice-poll-not-recorded-subject = Our records say that you did not vote: { $name }
notice-poll-not-recorded-line = Our records say that you did not vote. If you did, call us at once.
notice-urn-scrutineer = You are a scrutineer
notice-urn-scrutineer-help = When you are named as one of the two who can open the urn of a secret vote.
notice-urn-scrutineer-subject = Take your code as scrutineer: { $name }
notice-urn-scrutineer-line = You are one of the two scrutineers of this vote. It cannot open before you have taken your code.
notice-urn-awaited = An urn is to be prepared
notice-urn-awaited-help = For those who run votes: when a secret vote is announced, and two days before it opens if its urn is not ready.
notice-urn-awaited-subject = Prepare the urn: { $name }
notice-urn-awaited-line = This secret vote is to open { $opens_at }. Before that somebody else than the person who announced it prepares its urn, and two scrutineers take their codes. Otherwise it does not open.
notice-urn-late = A secret vote did not open
notice-urn-late-help = For those who run votes: when the time of a secret vote has come and its urn is not ready.
notice-urn-late-subject = Not open: { $name }
notice-urn-late-line = This secret vote was to open { $opens_at }. It did not, because its urn is not ready. It opens as soon as that is done. You can also change its times or cancel it.

# ---- votes on paper ----

paper-title = Votes on paper
paper-lede = A member who is given a ballot paper is struck off the roll and can no longer vote online. Papers and online ballots are counted together.
paper-before = Papers can be handed out once the vote is open.
paper-none = Nobody voted on paper.
paper-few = Fewer than five papers are out. Whoever counts them can guess who voted how. It is better if more members vote on paper, or if these members vote online with help.
paper-hand-out = Hand out a paper
paper-hand-out-help = Find the member on the roll, then give them the paper. They get a message at once, so that nobody is struck off without knowing.
paper-hand-out-act = Strike off and hand out
paper-out =
  { $many ->
    [0] Papers handed out: none
    [one] Papers handed out: 1
   *[other] Papers handed out: { $many }
  }
paper-nobody = Nobody has a paper yet.
paper-many = { $many } papers
paper-take-back = Brought back unused
paper-spoil = A paper was spoiled and replaced
paper-spoil-help = Somebody who made a mistake brings the paper back, gets another one and stays struck off. Tear the spoiled one up in front of them.
paper-handed = { $name } is struck off. Hand them their paper now.
paper-taken-back = Back on the roll: this member can vote again.
paper-spoiled = Noted: a paper was spoiled and replaced.
paper-wrong-voted = This member has voted already, on paper or online.
paper-wrong-home = Somebody of this member’s home has voted already, and the home has one vote.
paper-wrong-off-roll = This member is not on the roll of this vote.
paper-conflict-not-open = Papers are handed out and taken back only while the vote is open.
paper-conflict-none-out = Nobody has a paper that could be spoiled.
paper-conflict-not-counting = There are no papers to count in this vote now.
paper-conflict-two-read = Two other people are reading these papers.
paper-conflict-differ = The two readings are not the same yet.
paper-conflict-one-signs = Somebody else has to sign as the second person.
papers-title = Print ballot papers
papers-help = One sheet each, in both languages. The stub has a number and stays with you; the paper has neither a number nor a name.
papers-copies = How many
papers-first = First number
papers-show = Show the papers
papers-lede =
  { $many ->
    [one] One paper. Print this page: these words are not printed with it.
   *[other] { $many } papers, each on a sheet of its own. Print this page: these words are not printed with it.
  }
papers-stub = No. { $number }
papers-stub-help = Stub. Tear it off before you hand out the paper.
paper-how-mark = Fill in the circle beside what you choose.
paper-how-number = Write a number in the box beside each one that you want to give a number.
paper-how-blank = What you leave blank counts as an abstention; where agreement is asked, as standing aside.
paper-how-name = Write nothing else on this paper: no name, no remark.
paper-how-spoiled = If you make a mistake, ask for another paper.
paper-how-fold = Fold it and put it into the box before the vote closes.
paper-count = Count the papers
paper-count-1 = Open the box in front of others. Shuffle the papers, then write 1, 2, 3 and so on on their backs.
paper-count-2 = One person enters what each paper says, number by number.
paper-count-3 = Another person does the same, without looking at what the first one entered.
paper-count-4 = Where the two differ, look at the paper together. Then both sign, and the vote is counted.
paper-first-read = First reading: { $many } entered
paper-second-read = Second reading: { $many } entered
reading-title = Enter papers
field-paper-number = Number on the back
field-unreadable = This paper cannot be read
hint-unreadable = Or it does not say what it should: more choices than allowed, or a name. It is counted as not valid.
paper-enter = Keep this paper
paper-entered = Paper { $name } is entered.
paper-remove = Take paper { $number } out again
paper-removed = The last paper is taken out of your reading.
paper-differ = Where the readings differ
paper-differ-help = Look at the paper together. Whoever misread it corrects their reading.
paper-numbered = Paper { $number }
paper-first-says = First reading: { $what }
paper-second-says = Second reading: { $what }
paper-not-read = not entered
paper-unreadable = cannot be read
paper-correct = Enter it again
paper-sign = Sign for the papers
paper-sign-help = Count the papers once more by hand. With your signature you say that this many were in the box, and that the readings are what they say. The vote is counted when two people have signed.
paper-signed-first = One person signed { $when }. A second person has to sign.
paper-sign-act = Sign
paper-signed = You have signed.
field-paper-voter = Who is handed a paper?
field-paper-found = How many papers were in the box?
paper-wrong-number = Enter papers in order: the next one is number { $limit }.
paper-wrong-found = { $limit } papers are entered. Count again, or enter what is missing.
paper-wrong-more = Only { $limit } papers were handed out, and there are more in the box. Nothing can be counted like this: find out why, or declare the vote void.
paper-account = What became of the papers
paper-of-handed =
  { $many ->
    [one] 1 paper was handed out.
   *[other] { $many } papers were handed out.
  }
paper-of-spoiled =
  { $many ->
    [one] 1 more was spoiled, destroyed and replaced.
   *[other] { $many } more were spoiled, destroyed and replaced.
  }
paper-of-counted =
  { $many ->
    [one] 1 was in the box and is counted.
   *[other] { $many } were in the box and are counted.
  }
paper-of-rejected =
  { $many ->
    [one] 1 was in the box and could not be read: it is not valid.
   *[other] { $many } were in the box and could not be read: they are not valid.
  }
paper-of-missing =
  { $many ->
    [0] None is missing.
    [one] 1 was not returned.
   *[other] { $many } were not returned.
  }
paper-counting = The vote is over. The papers are being counted: the result comes when two people have signed for them.
paper-yours = You were given a ballot paper, so you cannot vote here. If you were not, call us at once.
paper-said = Our records say that you were given a ballot paper.
attention-papers =
  { $count ->
    [one] The papers of one vote are to be counted
   *[other] The papers of { $count } votes are to be counted
  }
attention-papers-act = See the votes
event-paper-handed = handed out a ballot paper
event-paper-taken-back = took an unused ballot paper back
event-paper-spoiled = replaced a spoiled ballot paper
event-paper-read = entered a ballot paper
event-paper-reading-removed = took an entered ballot paper out again
event-paper-signed = signed for the papers of a vote
event-poll-ended = ended the voting, to count the papers
fact-paper = Paper
fact-handed = Handed out
fact-spoiled = Spoiled and replaced
fact-found = In the box
fact-rejected = Not valid
fact-not-returned = Not returned
everything-papers = Ballot papers you were given
field-papers = Papers
field-handed-at = Handed out
notice-paper-handed = You were given a ballot paper
notice-paper-handed-help = When you are struck off the roll of a secret vote because you were given a paper.
notice-paper-handed-subject = You were given a ballot paper: { $name }
notice-paper-handed-line = You were given a ballot paper, so you cannot vote online. If you were not given one, call us at once.
notice-paper-taken-back = Your ballot paper was taken back
notice-paper-taken-back-help = When you bring your paper back unused.
notice-paper-taken-back-subject = You can vote again: { $name }
notice-paper-taken-back-line = Your ballot paper was taken back unused. You can vote online, or ask for a paper again.
notice-papers-to-count = There are papers to count
notice-papers-to-count-help = When you are a scrutineer and a vote has ended in which papers were handed out.
notice-papers-to-count-subject = Papers to count: { $name }
notice-papers-to-count-line = Nobody can vote any more. Two people now read the papers in the box and sign for them; then the vote is counted.
notice-paper-recorded = You are recorded as having had a ballot paper
notice-paper-recorded-help = After a secret vote in which you were given a paper.
notice-paper-recorded-subject = Our records say that you were given a ballot paper: { $name }
notice-paper-recorded-line = Our records say that you were given a ballot paper. If you were not, call us at once. What you voted is not recorded with your name.

# ---- voting with help ----

booth-help-title = Help somebody vote
booth-help = For a member who has no device or cannot sign in, and whom you know or who shows who they are. You get a code; with it they vote alone on any device, and you do not see what they choose.
booth-help-act = Make a code
booth-code-title = A code to vote with
booth-code-1 = On any device, open
booth-code-2 = The member types the code and votes. Step back: nobody looks on.
booth-code-3 = The code is good for one hour and for one ballot.
booth-code-once = You see this code only now. Give it to nobody but this member, who gets a message that it was made.
booth-code-before = This code was shown before. If it is lost, make a new one.
booth-code-here = Vote on this device
booth-title = Vote with a code
booth-lede = The office gave you a code for this vote.
booth-enter = Go on
booth-alone = You vote alone and in secret. Nobody needs to look on. Once cast, your ballot cannot be changed.
booth-done = You can give the device back.
booth-next = Another code
booth-not = You cannot vote here
booth-wrong-code = This code is not good, or not any more. Look at each sign once more, or ask for a new one.
booth-conflict-not-open = Codes are made only while the vote is open.
field-booth-voter = Who is helped?
field-booth-code = Your code
hint-booth-code = 12 letters and digits, for example 7K3M-Q2ZD-9FTA
field-made-at = Made
event-booth-opened = helped somebody vote, with a code
everything-booths = Votes in which you got a code to vote with
paper-helped =
  { $many ->
    [one] 1 member got a code from the office to vote with help.
   *[other] { $many } members got a code from the office to vote with help.
  }
notice-booth-opened = A code was made for you to vote with
notice-booth-opened-help = When the office makes a code with which you vote on another device.
notice-booth-opened-subject = A code was made for you to vote with: { $name }
notice-booth-opened-line = The office made a code with which you can vote on any device. If you did not ask for help, call us at once.

# ---- help ----

urn-help-title = How a secret vote works
urn-help-lede = Your ballot is kept apart from your name, under lock, until the vote closes. Then all ballots are opened at once.
urn-help-voter = When you vote
urn-help-voter-1 = You mark your ballot and look at it once more. Beside it stands a code that was drawn for you. You can add a word of your own.
urn-help-voter-2 = Once you cast it, your ballot is locked and goes into the urn. It carries no name and no time. It cannot be changed or taken back, because nothing leads from you to it any more.
urn-help-voter-3 = Nobody sees any figures before the close, not the office either. Your neighbours see at most whether the quorum is reached.
urn-help-paper = On paper, or with help
urn-help-paper-1 = You can ask the office for a ballot paper. You are then struck off the roll and cannot vote online; you get a message that says so.
urn-help-paper-2 = After the close the papers are shuffled, two people read them on their own, and two sign for their number. Only then is anything counted, papers and online ballots together. In the published list a paper has a code like any other ballot, so nobody sees which ballots were papers. You cannot find your own.
urn-help-paper-3 = If you have no device, the office gives you a code. With it you vote alone, on any device. The office does not see what you choose.
urn-help-close = After the close
urn-help-close-1 = The urn is opened only if there are exactly as many ballots in it as those who voted have votes, and every one of them can be read. If not, the vote is disputed: nothing is counted, and everybody is told.
urn-help-close-2 = Where the co-op has chosen so, every ballot is published with its code. Look for yours. Anybody can count them again.
urn-help-close-3 = You get a message that says whether our records have you as having voted.
urn-help-wrong = If something is wrong
urn-help-wrong-1 = Your code is not in the list, your ballot says something else, or the message is wrong: press “Something is wrong” on the page of the result, or call the office, before the day that the page says.
urn-help-wrong-2 = The people who run votes and the scrutineers look at the records and answer with a reason. If the vote went wrong it is declared void, everybody is told why, and it can be held again. Everybody sees where it stands.
urn-help-two = Why it takes several people
urn-help-two-1 = One officer announces the vote, another one prepares its urn. Neither can do both.
urn-help-two-2 = Two scrutineers each hold a code on paper. It opens the urn if the server has lost its key, and is good for nothing else before the close.
urn-help-two-3 = Once the result can be contested no more, and every contest is answered, the key is destroyed. From then on nobody can read what old backups still hold of the urn.
urn-help-trust = Whom you trust
urn-help-trust-1 = Other members, the office, auditors, and whoever reads a copy of the database or its logs cannot see how you voted.
urn-help-trust-2 = You do trust the person who runs the server. Whoever controls that machine while you vote could see your choice. Whoever has both the key (or a scrutineer’s code) and the inner journals of the database from those days could connect you with your ballot, until the key is destroyed.
urn-help-trust-3 = No program protects you from somebody who looks over your shoulder, from somebody to whom you show your code, or from a result so small or so one-sided that it speaks for itself: if all voted alike, everybody knows how you voted.
urn-help-trust-4 = If your co-op must be protected from whoever runs its own server, vote on paper.

# ---- contesting a result ----

appeal-sent = Your contest was received. You will be told of the answer.
appeal-number = Contest { $number }
appeal-of = Contest { $number }, by { $name }
appeal-answer = Answer:
appeal-answer-act = Answer this contest
appeal-examine = We are looking into it
appeal-examined = Marked as being examined. Its author is told.
appeal-answered = The contest is answered. Its author is told.
appeal-dismiss = Dismiss: the result stands
appeal-status-received = Received
appeal-status-examined = Being examined
appeal-status-upheld = Upheld
appeal-status-dismissed = Dismissed
appeal-conflict-open = You have contested this result already. Wait for the answer.
appeal-conflict-answered = This contest was answered already.
appeal-conflict-own = You cannot answer your own contest. Ask somebody else who runs votes.
field-appeal-answer = Answer and reason
appeals-title = If something is wrong
appeals-all = What was contested
appeals-none = Nobody contests this result.
appeal-wrong = Something is wrong
appeal-act = Tell what is wrong
appeal-send = Send
appeal-received = Received { $when }
appeal-until = The result can be contested until the end of { $day }.
appeal-over = The result could be contested until the end of { $day }. That time is over.
appeal-course = What you can do
appeal-when-secret = Perhaps your code is not on the list, or the ballot under your code is not yours. Perhaps our records say that you voted and you did not, or the other way round.
appeal-when = Or something else went wrong that may have changed the result.
appeal-whom = Tell it with the form on this page. It goes to the people who run votes.
appeal-whom-both = Tell it with the form on this page. It goes to the people who run votes and to the two scrutineers, { $names }.
appeal-examined-what = They look at what you write, at the ballots and at the log of the vote. They may call you.
appeal-examined-what-secret = Together they look at the roll, at who is recorded as having voted, at the number of ballots, at the list and at the log of the vote. They may call you. The key of the urn is kept until they have answered.
appeal-follows = They answer with a reason. If you are right, the vote is void: everybody on the roll is told why, and it can be held again. If not, the result stands. After an election no seat is filled before every contest is answered.
appeal-seen = Everybody sees here, and on the page of the result, that something is contested: its number, what went wrong, its state and its day. Your name and your words are read only by the people who run votes and by the scrutineers.
appeal-stranger = Whoever was on the roll of this vote can contest its result.
appeal-kind-missing = My code is not on the list
appeal-kind-different = My code is on the list, but that is not my ballot
appeal-kind-not-voted = I did not vote, and the records say I did
appeal-kind-voted = I voted, and the records say I did not
appeal-kind-other = Something else
appeal-uphold = Uphold: the vote is void
appeal-conflict-over = The result cannot be contested now.
field-appeal-kind = What is wrong?
field-appeal-says = What happened?
hint-appeal-says = Do not write what you voted, and not your code: with your name beside it, whoever reads this would know how you voted. If your ballot must be looked at, you decide later whether you show it, and to whom.
hint-appeal-answer = Everybody who can see the vote reads it.
field-appeal-repeats = If the vote is void, set it up again at once
hint-appeal-repeats = As a draft with the same text and questions. It opens as soon as you announce it.
fact-trouble = What is wrong
everything-appeals = Results you contested
event-poll-contested = contested the result of a vote
event-appeal-examined = began to look into a contested result
event-appeal-answered = answered a contested result
attention-votes-contested =
    { $count ->
        [one] The result of a vote is contested
       *[other] { $count } contests of results wait for an answer
    }
attention-votes-contested-act = See the votes
notice-poll-contested = A result is contested
notice-poll-contested-help = For those who run votes, and for scrutineers: when somebody contests a result.
notice-poll-contested-subject = Contested: { $name }
notice-poll-contested-line = Somebody contests the result of this vote. It waits for an answer from the people who run votes.
notice-poll-appeal = The result you contest
notice-poll-appeal-help = When a result that you contest is looked into or answered.
notice-poll-appeal-subject = You contest: { $name }
notice-poll-appeal-line = { $happened ->
        [answered] You have an answer. The page says what was decided, and why.
       *[other] What you wrote is being looked into.
    }

# Votes at a meeting
poll-at-meeting = This vote is held at a meeting, and those present vote.
poll-at-meeting-link = Go to the votes of the meeting
poll-at-meeting-coming = Opens during the meeting, when the person leading it opens it
poll-at-meeting-now = Open now, until the person leading the meeting ends it
poll-rule-at-meeting = The quorum is that of the meeting. If it is lost before the vote ends, the vote is void.
poll-sum-quorum-meeting = Quorum: that of the meeting
poll-void-quorum = The quorum was lost before the vote ended: { $there } were there, and { $needed } are needed.
poll-cannot-not-there = You were not at the meeting when this vote opened, so you are not on its roll.
roll-out-not_there = Members who were not at the meeting when it opened
poll-conflict-at-meeting = This vote is held at a meeting. The person leading the meeting opens and ends it there.
poll-conflict-nobody-there = Nobody present may vote in it.
fact-meeting-id = Meeting
field-poll-id = A vote that was announced
hint-poll-id = It will open during this meeting, and only those present will vote. Its own times no longer count.
