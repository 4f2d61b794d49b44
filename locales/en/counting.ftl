count-ballots = Valid ballots: { $ballots }.
count-seats =
    { $seats ->
        [one] One is to be elected.
       *[other] { $seats } are to be elected.
    }
count-quota = Whoever reaches { $quota } (the quota) is elected.
count-votes =
    { $many ->
        [one] { $votes } vote
       *[other] { $votes } votes
    }
count-equal-shares = Every voter has the same part of the budget. A project is funded when those who chose it can pay for it together with what is left of their parts; each time it is the project that asks the smallest part of its cost of each of them. So a project with many votes can go without when those who chose it have spent their parts on others.
count-blank = Blank ballots: { $ballots }.
count-blank-among = Including blank ballots: { $ballots }.
count-invalid = Invalid ballots: { $ballots }.
count-abstentions = Abstentions: { $ballots }.
count-one-name = Take care: several are called { $name } (in the file they are number { $numbers }). Nothing below tells them apart; give each a name of their own.

count-round-told = Round { $round }: { $told }
count-list = { $names } and { $last }

count-first = Every ballot counts for its first preference.
count-surplus = { $name } has { $votes } more than the quota. They go on: each of the { $ballots } ballots of { $name } passes to its next preference with the same part of its value.
count-nobody = Nobody has reached the quota of { $quota }, so the candidate with the fewest votes is excluded.
count-nobody-else = Nobody else has reached the quota of { $quota }, so the candidate with the fewest votes is excluded.
count-no-majority = Nobody has more than half of the { $ballots } ballots that still count, so the candidate with the fewest votes is excluded.
count-goes-on = The count continues until two are left: the candidate with the fewest votes is excluded.
count-excluded = That is { $name }, with { $votes }.
count-excluded-of-tied = { $name } is excluded, with { $votes }.
count-shares = These votes go as follows: { $shares }.
count-shares-none = No ballots need to be passed on.
count-share = { $votes } to { $name }
count-share-others =
    { $many ->
        [one] { $votes } to one other
       *[other] { $votes } to { $many } others
    }
count-share-nobody = { $votes } to nobody, because their ballots name nobody else who can receive them
count-share-lost = { $votes } lost in cutting decimals
count-elected =
    { $many ->
        [one] { $names } has reached the quota of { $quota } and is elected.
       *[other] { $names } have reached the quota of { $quota } and are elected.
    }
count-elected-last =
    { $many ->
        [one] No more candidates are left than seats still to fill, so { $names } is elected.
       *[other] No more candidates are left than seats still to fill, so { $names } are elected.
    }
count-meek-quota = The quota is { $quota }.
count-meek-quota-now = The quota is now { $quota }.
count-meek-quota-same = The quota stays at { $quota }.
count-meek-shares = The votes are shared anew.
count-meek-explained = The votes are shared anew: everybody elected keeps of each ballot only what the quota needs, and the rest goes on to the next preferences.
count-majority = { $name } has { $votes } of the { $ballots } ballots that still count. That is more than half: { $name } is elected.
count-left-over = { $name } is elected with { $votes } of the { $ballots } ballots that still count.

count-funded = { $name } costs { $cost } and is funded.
count-not-funded = { $name } costs { $cost } and is not funded.

count-dropped-quorum = { $name } is out: too few ballots prefer it to { $default } (the quorum).
count-dropped-majority = { $name } is out: it does not have the majority over { $default } that it needs.
count-beats-all = More ballots prefer { $name } to each of the others than the other way round.
count-beats-all-left = Of those left, more ballots prefer { $name } to each of the others than the other way round.
count-cycle = The preferences go round in a circle: nobody wins against each of the others, so the rule weighs the victories.
count-equals = Nobody wins against each of the others: some are equal against each other.
count-ranking = From the best down: { $ranks }.
count-rank = { $names }
count-order-open = The order of { $names } is open: it hangs on a tie that no lot has decided.
count-rest-open = After these the order of { $names } is open: it hangs on a tie that no lot has decided.

count-tie-fewest =
    { $many ->
        [one] { $names } have the same number of votes. At the end of round { $round }, { $chosen } had the fewest.
       *[other] { $names } have the same number of votes. At the end of round { $round }, { $chosen } had the fewest, the same number each.
    }
count-tie-most =
    { $many ->
        [one] { $names } have the same number of votes. At the end of round { $round }, { $chosen } had the most.
       *[other] { $names } have the same number of votes. At the end of round { $round }, { $chosen } had the most, the same number each.
    }
count-tie-lot =
    { $many ->
        [one] The votes do not tell { $names } apart. The lot, drawn with the seed “{ $seed }”, falls on { $chosen }.
       *[other] The votes do not tell { $names } apart. The lot, drawn with the seed “{ $seed }”, falls on { $chosen }, in this order.
    }
count-tie-ballot-order =
    { $many ->
        [one] The votes do not tell { $names } apart. The first on the ballot is taken: { $chosen }.
       *[other] The votes do not tell { $names } apart. The first on the ballot are taken: { $chosen }.
    }
count-tie-rule =
    { $many ->
        [one] { $names } are level. The rule prefers { $chosen }.
       *[other] { $names } are level. The rule prefers { $chosen }, in this order.
    }
count-tie-any =
    { $many ->
        [one] The votes do not tell { $names } apart. Whoever is taken, the same people are elected; the first is taken: { $chosen }.
       *[other] The votes do not tell { $names } apart. Whoever is taken, the same people are elected; the first are taken: { $chosen }.
    }
count-tie-open = The votes do not tell { $names } apart, it matters, and no lot was drawn: this is a tie.
count-tie-too-many-ways = The votes do not tell { $names } apart, and there are too many ways to break the tie to try them all: draw a lot.

count-result =
    { $many ->
        [one] Elected: { $names }.
       *[other] Elected, in this order: { $names }.
    }
count-result-together = Elected: { $names }.
count-result-nobody = Nobody is elected.
count-result-funded =
    { $many ->
        [one] Funded: { $names }.
       *[other] Funded, in this order: { $names }.
    }
count-result-funded-together = Funded: { $names }.
count-nothing-funded = Nothing is funded. The budget is { $budget }.
count-equal-shares-more = So that more of the budget is spent, the part of each voter was raised by { $more }.
count-spent = That costs { $spent } of { $budget }.
count-tied = The result is not complete, because there is still a tie.
count-leading = The option with the most votes is the one to be decided: { $name }.
count-proposal = For: { $for }. Against: { $against }. Abstentions: { $abstentions }.
count-needs-more = More than { $needed } of { $base } votes are needed.
count-needs-at-least = At least { $needed } of { $base } votes are needed.
count-quorum = Quorum: { $quorum } needed, { $present } present.
count-adopted = The proposal is adopted.
count-not-adopted = The proposal is not adopted.

count-sheet-votes = Votes
count-sheet-cost = Cost
count-sheet-funded = Funded
count-sheet-round = Round { $round }
count-sheet-first = first preferences
count-sheet-points = points
count-sheet-surplus = surplus of { $name }
count-sheet-shares = votes shared anew
count-sheet-exclusion = without { $name }
count-sheet-project = { $name }
count-sheet-left = With nobody
count-sheet-all = All valid ballots
count-sheet-quota = Quota
count-sheet-needed = Needed
count-sheet-withdrawn = { $name } (withdrawn)
count-sheet-mark = * elected in this round    – excluded
count-sheet-mark-once = * elected
count-sheet-pairs = Ballots that prefer the one at the left to the one above:
count-sheet-strengths = Strength of the strongest path from the one at the left to the one above:
count-star-finalists = The two with the most points go into the runoff: { $names }.
count-star-runoff = The runoff: { $votes } prefer { $first }, { $others } prefer { $second }, { $equal } score both the same.
count-sheet-runoff = Runoff
count-times = How many can make it: { $times }.
count-time = { $name }: { $can }, of whom { $yes } said yes
count-condition-at-least = Needed besides for { $name }: at least { $needed }. There are { $have }.
count-condition-more = Needed besides for { $name }: more than { $needed }. There are { $have }.
count-condition-at-most = Allowed for { $name }: at most { $needed }. There are { $have }.
count-table-projects = * funded    – not funded
