#!/usr/bin/env python3
"""Recounts votes of theCooperator from their bundles:  python3 recount.py BUNDLE.json [...]

Python's standard library alone, nothing of the program that it checks, exact numbers only. It names what does not fit, as "kind: place:
words", and ends with 0 if all fits, 1 if something does not, 2 if a file cannot be read. docs/vote-bundle.md says what a bundle holds, and
counting/README.md where the rules come from. It cannot know whether this is the bundle that the co-op gave out (compare the SHA-256), nor
whether the ballots are those that were cast (each voter looks for the own code in the list).
"""
import hashlib, json, re, sys
from fractions import Fraction as F
from math import ceil, floor

SIDES = {"proposal": ["for", "against", "abstain"], "consent": ["agree", "aside", "object"]}
RANKED, EQUAL_RANKS = ("irv", "stv-scottish", "stv-meek", "schulze", "ranked-pairs"), ("stv-meek", "schulze", "ranked-pairs")
SEATS = ("choice", "approval", "score", "dots", "stv-scottish", "stv-meek", "schulze", "ranked-pairs")  # the others choose one
BYTES_MAX, WAYS_MAX, RUNS_MAX = 64 << 20, 5_000, 20_000

def sha256(data): return hashlib.sha256(data if isinstance(data, bytes) else data.encode()).hexdigest()
def digest(value): return sha256(json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")))
def levels(some, figure): return [[one for one in some if figure(one) == each] for each in sorted(set(map(figure, some)), reverse=True)]

def answer(question, text):
    """None if the paper allows no such answer; else [] for a blank, a side, [[choices of a rank]…] or {choice: points}. Choices from 0."""
    method, known, number = question["method"], len(question["choices"]), "[1-9][0-9]{0,8}"
    if method in SIDES: return text if text in SIDES[method] else None
    if text == "": return []
    one, sign = (number, "[>=]") if method in RANKED else (f"{number}={number}", ",")
    if not re.fullmatch(f"{one}({sign}{one})*", text): return None
    if method in RANKED:
        ranks = [[int(choice) - 1 for choice in rank.split("=")] for rank in text.split(">")]
        named = sum(ranks, [])
        fits = len(set(named)) == len(named) and max(named) < known and all(rank == sorted(rank) for rank in ranks)
        alone = all(len(rank) == 1 for rank in (ranks if method not in EQUAL_RANKS else ranks[:method == "stv-meek"]))
        return ranks if fits and alone else None
    pairs = [[int(part) for part in mark.split("=")] for mark in text.split(",")]
    given, points = [choice for choice, _ in pairs], [points for _, points in pairs]
    most = 2 if method == "times" else question["points"] if method in ("score", "star", "dots") else 1
    fits = given == sorted(set(given)) and given[-1] <= known and max(points) <= most
    fits = fits and not (method == "dots" and sum(points) > most) and not (method == "choice" and len(pairs) > question["seats"])
    return {choice - 1: points for choice, points in pairs} if fits else None

class Tie(Exception):
    """Candidates whom the rule does not tell apart, where that matters and no lot is drawn."""

class Contest:
    """A question with its ballots; the names are those of its count, since lots hang on names."""
    def __init__(self, paper, question, count, ballots, quorum):
        self.paper, self.question, self.method, self.quorum = paper, question, question["method"], quorum
        self.names, self.title, self.seed = count["candidates"], count["title"], count.get("seed")
        self.seats = question["seats"] if self.method in SEATS else 1
        self.all, self.tries, self.tied = list(range(len(self.names))), [], False
        self.costs = {choice["number"] - 1: choice["cost"] or 0 for choice in question["choices"]}  # in cents
        self.papers = [(votes, said) for said, votes in ballots if said not in ([], "abstain")]
        self.abstained = sum(votes for said, votes in ballots if said == "abstain")

    def sums(self, given): return [sum(votes * given(said.get(one, 0)) for votes, said in self.papers) for one in self.all]
    def by_name(self, some): return sorted(some, key=lambda one: (self.names[one], one))
    def read_out(self, some, history):
        return sorted(some, key=lambda one: ([-votes[one] for votes in reversed(history)], self.names[one], one))
    def drawn(self, tied):
        """By the lot: the lowest draw comes first."""
        draw = lambda one: (sha256(f"{self.seed}\n{self.title}\n{self.names[one]}"), one)
        return [] if self.seed is None else sorted(tied, key=draw)
    def choose(self, over, tied, history=(), idle=False):
        """One of the tied: by the last round in which they differed, by the lot, or as a way that is tried has it."""
        best = min if over == "exclusion" else max
        for votes in reversed(history):
            tied = [one for one in tied if votes[one] == best(votes[other] for other in tied)]
        if len(tied) == 1 or (self.seed is None and idle): return tied[0]
        if self.seed is not None: return self.drawn(tied)[-1 if over == "exclusion" else 0]
        if self.tries: return self.tries.pop(0)
        raise Tie(over, tied)
    def fill(self, order):
        """The seats from the best level down; a level too large for those that are left is a tie."""
        elected = []
        for level in order:
            left = self.seats - len(elected)
            if left and len(level) > left:
                self.tied = self.seed is None
                return elected + self.drawn(level)[:left]
            elected += self.by_name(level) if left else []
        return elected

def sides(contest):
    """A proposal: a share of the votes for and against. A consent: a share of the roll agrees, and no more object than may."""
    question, paper, names, consent = contest.question, contest.paper, SIDES[contest.method], contest.method == "consent"
    votes = [sum(weight for weight, side in contest.papers if side == names[one]) for one in contest.all]
    base = sum(votes) + contest.abstained * question["abstentions_count"]
    threshold = F(question["agree_percent"], 100) * paper["roll"]["votes"] if consent else F(question["majority"]) * base
    fewest = max(floor(threshold) + 1 if not consent and not question["special"] else ceil(threshold), 1)
    met = contest.quorum and not (consent and votes[2] > question["objections_max"])
    adopted = [one for one in ([0] if consent else contest.all) if met and votes[one] >= fewest][:1]
    return {"elected": adopted, "rounds": [votes], "sums": [votes[0], threshold, fewest, adopted == [0]]}

def added(contest):
    """Choice, approval, score, dots, times: what is added up decides; of two times that as many can make, the surer one."""
    votes = contest.sums((lambda points: points) if contest.method in ("score", "dots") else lambda points: points > 0)
    sure = contest.sums(lambda points: points > 1 and contest.method == "times")
    order = levels(contest.all, lambda one: (votes[one], sure[one]))
    return {"elected": contest.fill(order), "rounds": [votes], "ranking": order}

def star(contest):
    points, tops = contest.sums(lambda points: points), contest.sums(lambda points: points >= 5)
    def prefer(a, b): return sum(votes for votes, said in contest.papers if said.get(a, 0) > said.get(b, 0))
    def take(chosen, order):
        for level in order:
            if len(chosen) < 2 < len(chosen) + len(level): return chosen, level
            chosen = chosen + level if len(chosen) < 2 else chosen
        return chosen, []
    order = levels(contest.all, lambda one: points[one])
    found, (pair, tied) = {"elected": [], "rounds": [points], "ranking": order}, take([], order)
    wins = {one: sum(prefer(one, other) > prefer(other, one) for other in tied) for one in tied}
    for figure in (wins, tops):
        pair, tied = take(pair, levels(tied, lambda one: figure[one]))
    pair += contest.drawn(contest.by_name(tied))[:2 - len(pair)] if tied else []
    contest.tied = bool(tied) and contest.seed is None
    if contest.tied or len(pair) < 2: return dict(found, elected=[] if contest.tied else pair)
    runoff = [prefer(*(pair if one == pair[0] else pair[::-1])) if one in pair else 0 for one in contest.all]
    decides = [figure for figure in (runoff, points, tops) if figure[pair[0]] != figure[pair[1]]]
    winner = [max(pair, key=lambda one: decides[0][one])] if decides else contest.drawn(pair)[:1]
    contest.tied = not winner
    return dict(found, elected=winner, rounds=[points, runoff])

def pairwise(contest):
    over = [[0] * len(contest.all) for _ in contest.all]
    for votes, ranks in contest.papers:
        below = set(contest.all)
        for rank in ranks:
            below -= set(rank)
            for a in rank:
                for b in below: over[a][b] += votes
    return over

def from_top(contest, above):
    order, left = [], contest.all
    while left:
        order.append([b for b in left if not any(above(a, b) for a in left)])
        left = [one for one in left if one not in order[-1]]
    return order

def schulze(contest):
    over = pairwise(contest)
    path = [[over[a][b] if over[a][b] > over[b][a] else 0 for b in contest.all] for a in contest.all]
    for c in contest.all:
        path = [[max(path[a][b], min(path[a][c], path[c][b])) if a != b else 0 for b in contest.all] for a in contest.all]
    order = from_top(contest, lambda a, b: path[a][b] > path[b][a])
    return {"elected": contest.fill(order), "ranking": order}

def ranked_pairs(contest):
    over, unsure = pairwise(contest), False
    kept, maybe = [set() for _ in contest.all], [set() for _ in contest.all]  # who is below each: for certain, and as open ties may fall
    def lock(a, b, *tables):
        for below in tables:
            for one in contest.all:
                if one == a or a in below[one]: below[one] |= below[b] | {b}
    defeats = [(a, b) for a in contest.all for b in contest.all if over[a][b] > over[b][a]]
    for equal in levels(defeats, lambda pair: (over[pair[0]][pair[1]], -over[pair[1]][pair[0]])):
        fitting, could = [(a, b) for a, b in equal if a not in kept[b]], [set(below) for below in maybe]
        for a, b in fitting: lock(a, b, could)
        circular = [(a, b) for a, b in fitting if a in could[b] and (len(equal) > 1 or unsure)]
        for a, b in fitting:
            if (a, b) not in circular: lock(a, b, kept, maybe)
        order = contest.drawn({one for pair in circular for one in pair}) if len(circular) > 1 and not unsure else []
        for a, b in sorted(circular, key=lambda pair: [order.index(one) for one in pair]) if order else []:
            if a not in kept[b]: lock(a, b, kept, maybe)
        if circular and not order: unsure, maybe = True, could
    order = from_top(contest, lambda a, b: b in kept[a])
    sure = [not any(b in maybe[a] for b in level for a in sum(order[at:], [])) for at, level in enumerate(order)]
    order = order[:(sure + [False]).index(False)]
    elected = contest.fill(order)
    contest.tied = contest.tied or (unsure and len(elected) < min(contest.seats, len(contest.all)))
    return {"elected": elected, "ranking": order}

def next_rank(ranks, at, hopeful):
    """Where a paper goes on; at a rank of several of whom one is hopeful it says no single next one, and stops."""
    at = next((place for place in range(at, len(ranks)) if hopeful.intersection(ranks[place])), None)
    return at if at is not None and len(ranks[at]) == 1 else None

def irv(contest, elected, history):
    hopeful, at = set(contest.all), [0] * len(contest.papers)
    while True:
        at = [start if start is None else next_rank(ranks, start, hopeful) for start, (_, ranks) in zip(at, contest.papers)]
        firsts = [(ranks[start][0], votes) for start, (votes, ranks) in zip(at, contest.papers) if start is not None]
        votes = [sum(votes for first, votes in firsts if first == one) for one in contest.all]
        history.append(votes)
        most = [one for one in hopeful if votes[one] * 2 > sum(votes) or len(hopeful) == 1]
        elected += most if not elected else []
        if len(hopeful) <= 2:
            return elected or elected.append(contest.choose("election", sorted(hopeful), history))
        lowest = [one for one in sorted(hopeful) if votes[one] == min(votes[other] for other in hopeful)]
        idle = bool(elected) or (votes[lowest[0]] == 0 and len(lowest) < len(hopeful))  # nothing hangs on whom it falls
        hopeful.remove(contest.choose("exclusion", lowest, () if idle else history, idle))

def scottish(contest, elected, history):
    unit, hopeful, votes, piles = 10 ** 5, set(contest.all), [0] * len(contest.all), [[] for _ in contest.all]
    quota = (sum(votes for votes, ranks in contest.papers if len(ranks[0]) == 1) // (contest.seats + 1) + 1) * unit
    def end_stage(papers):
        for weight, ranks, start, value in papers:
            at = next_rank(ranks, start, hopeful)
            if at is not None:
                votes[ranks[at][0]] += weight * value
                piles[ranks[at][0]].append((weight, ranks, at + 1, value))
    def elect():
        history.append([F(figure, unit) for figure in votes])
        over = [one for one in hopeful if votes[one] >= quota]
        over = hopeful if len(hopeful) - len(over) <= max(contest.seats - len(elected) - len(over), 0) else over
        elected.extend(contest.read_out(over, history))
        hopeful.difference_update(elected)
    end_stage([(weight, ranks, 0, unit) for weight, ranks in contest.papers])
    elect()
    while len(elected) < contest.seats and hopeful:
        total = max([votes[one] for one in elected if votes[one] > quota], default=0)
        if total:  # each paper passes on with its part of the surplus, cut after five decimals
            one = contest.choose("surplus", sorted(who for who in elected if votes[who] == total), history)
            papers = [(weight, ranks, at, (total - quota) * value // total) for weight, ranks, at, value in piles[one]]
        else:
            lowest = [who for who in sorted(hopeful) if votes[who] == min(votes[other] for other in hopeful)]
            idle = not any(piles[who] for who in lowest) and len(hopeful) - len(lowest) >= contest.seats - len(elected)
            one = contest.choose("exclusion", lowest, () if idle else history, idle)
            hopeful.remove(one)
            papers = piles[one]
        piles[one], votes[one] = [], quota if total else 0
        end_stage(papers)
        elect()

def meek(contest, elected, history):
    unit, hopeful, keep, ends = 10 ** 9, set(contest.all), [10 ** 9] * len(contest.all), [None] * len(contest.papers)
    while True:
        before, new = None, []
        while not new:
            votes = [0] * len(contest.all)
            for paper, (weight, ranks) in enumerate(contest.papers):
                left = unit
                for at, rank in enumerate(ranks[:ends[paper]]):
                    if len(rank) > 1 and hopeful.union(elected).intersection(rank):
                        ends[paper] = at
                        break
                    part = min(-(-left * keep[rank[0]] // unit), left) if len(rank) == 1 else 0
                    votes[rank[0]], left = votes[rank[0]] + weight * part, left - part
                    if len(rank) == 1 and rank[0] in hopeful: break
            quota = sum(votes) // (contest.seats + 1) + 1
            new = [one for one in hopeful if votes[one] >= quota]
            surplus = max(sum(votes[one] - quota for one in elected + new), 0)
            if surplus < 1_000 or (before is not None and surplus >= before): break
            for one in elected if not new else []: keep[one] = -(-(-(-keep[one] * quota // unit)) * unit // votes[one])
            before = surplus
        history.append([F(figure, unit) for figure in votes])
        elected += contest.read_out(new, history)
        hopeful.difference_update(new)
        if not new and len(hopeful) > contest.seats - len(elected):
            tied = [one for one in sorted(hopeful) if votes[one] <= min(votes[other] for other in hopeful) + surplus]
            idle = not any(votes[one] for one in tied) and len(hopeful) - len(tied) >= contest.seats - len(elected)
            out = contest.choose("exclusion", tied, (), idle)
            hopeful.remove(out)
            keep[out] = 0
        if len(hopeful) <= contest.seats - len(elected):
            return elected.extend(contest.read_out(hopeful, history))
        if len(elected) >= contest.seats: return

def by_rounds(rounds):
    def settled(contest, kept):
        """Without a lot each way in which a tie could fall is counted: where all end alike nothing hangs on it, else it stays a tie."""
        left = [1 if any(tie["broken"] == "TooManyWays" for tie in kept["ties"]) else WAYS_MAX]
        def run(tries):
            contest.tries, elected, history = list(tries), [], []
            try: return rounds(contest, elected, history), elected, history, None
            except Tie as tie: return None, elected, history, tie.args
        def way(tries):
            left[0] -= 1
            _, elected, _, tie = run(tries)
            ends, stays = [], ((elected, tie), tries)
            for one in tie[1] if tie and left[0] > 0 else []:
                ends.append(way(tries + [one]))
                if ends[-1][0] != ends[0][0]: return stays
            return ends[0] if ends else stays
        _, elected, history, tie = run(way([])[1])
        contest.tied = tie is not None
        return {"elected": elected, "rounds": history}
    return settled

def greedy(contest):
    elected, left = [], contest.question["budget"]
    votes = contest.sums(lambda points: points)
    for level in levels(contest.all, lambda one: votes[one]):
        fitting = [one for one in level if contest.costs[one] <= left]
        matters = len(level) > 1 and fitting and sum(contest.costs[one] for one in fitting) > left
        contest.tied = bool(matters) and contest.seed is None
        if contest.tied: break
        for one in contest.drawn(level) if matters else contest.by_name(level):
            if contest.costs[one] <= left: elected, left = elected + [one], left - contest.costs[one]
    return {"elected": elected, "ranking": levels(contest.all, lambda one: votes[one])}

def equal_shares(contest):
    """Everybody's equal part of the money, and units of currency more for each as long as what is bought fits the budget (add1)."""
    groups, costs, budget = {}, contest.costs, contest.question["budget"]
    for votes, said in contest.papers: groups[frozenset(said)] = groups.get(frozenset(said), 0) + votes
    support = contest.sums(lambda points: points > 0)
    def run(more, places):
        money = {group: F(budget, sum(groups.values())) + 100 * more for group in groups}
        left = [one for one in places if support[one]]
        bought, ties = [one for one in left if not costs[one]], set()
        left = [one for one in left if costs[one]]
        while True:
            price = {}
            for one in left:
                rest, units = F(costs[one]), support[one]
                for group in sorted((group for group in groups if one in group), key=money.get):
                    if money[group] * units >= rest:
                        price[one] = rest / units
                        break
                    rest, units = rest - money[group] * groups[group], units - groups[group]
            if not price: return bought, ties, not left
            first = levels(sorted(price), lambda one: (-price[one] / costs[one], support[one], -costs[one]))[0]
            if len(first) > 1: ties.add(tuple(first))
            one = next(one for one in places if one in first)
            money = {group: has - min(has, price[one]) if one in group else has for group, has in money.items()}
            bought, left = bought + [one], [other for other in left if other != one]
    def complete(places):
        kept, more = run(0, places), 0
        start = ties = kept[1]
        while not kept[2]:
            tried = run(more + 1, places)
            ties = start | tried[1] | kept[1]
            if sum(costs[one] for one in tried[0]) > budget: break
            kept, more = tried, more + 1
            if more > RUNS_MAX: raise ValueError("equal shares of so fine amounts take too long")
        return kept[0], ties, more
    places = contest.drawn(contest.all) or contest.by_name(contest.all)
    certain, ties, more = complete(places)
    for one in [one for one in places if contest.seed is None and any(one in tie for tie in ties)]:
        others = [other for other in places if other != one]
        for order in ([one] + others, others + [one], [one] + others[::-1], others[::-1] + [one]):
            bought = complete(order)[0]
            certain = [project for project in certain if project in bought]
            contest.tied = contest.tied or len(certain) < len(bought)
    return {"elected": certain, "increments": more}

METHODS = {"proposal": sides, "consent": sides, "star": star, "schulze": schulze, "ranked-pairs": ranked_pairs, "irv": by_rounds(irv),
           "stv-scottish": by_rounds(scottish), "stv-meek": by_rounds(meek), "greedy": greedy, "equal-shares": equal_shares}

def compare(contest, kept):
    """What of the kept outcome is not what the ballots come to."""
    method = METHODS.get(contest.method, added)
    found = method(contest, kept) if contest.method in RANKED[:3] else method(contest)
    was = {"elected": kept["elected"], "ranking": kept["ranking"], "tied": any(tie["broken"] in ("Not", "TooManyWays") for tie in kept["ties"])}
    was["rounds"] = [[F(votes["value"]) for votes in one["votes"]] for one in kept["rounds"]]
    detail = next(iter(kept["detail"].values())) if isinstance(kept["detail"], dict) else {}
    if contest.method in SIDES:
        was["sums"] = [F(detail[name]["value"]) for name in ("in_favour", "threshold", "fewest")] + [detail["adopted"]]
    was["increments"] = detail.get("increments") if contest.method == "equal-shares" else None
    found["tied"] = contest.tied
    return [f"{name}: {found[name]} recounted, {was[name]} kept" for name in found if found[name] != was[name]]

def chained(paper, chain, say):
    """Follows the chain from the opening to the close, and gives what the events of this vote sealed."""
    last, told = chain["before"], []
    for at, link in enumerate(chain["links"]):
        own = link if isinstance(link, dict) else None
        inside = digest([own["kind"], "poll", paper["vote"], own["seals"], own["rest"]]) if own else link
        last = sha256(bytes.fromhex(last) + bytes.fromhex(inside))
        if own and (own["hash"] != last or set(own) != {"kind", "seals", "rest", "hash"}):
            say("chain", f"event {at + 1} ({own['kind']})", "its hash does not follow from what it seals and from what stands before it")
            last = own["hash"]
        told += [own] if own else []
    kinds = [one["kind"] for one in told]
    if kinds[:1] + kinds[-1:] != ["poll.opened", "poll.closed"] or kinds.count("poll.opened") + kinds.count("poll.closed") != 2 \
            or chain["links"][0] != told[0] or chain["links"][-1] != told[-1]:
        say("chain", "its ends", "it does not go from the opening of this vote to its close")
    return [one["seals"] for one in told] or [{}]

def listed(paper, rows, say):
    codes = [row["code"] for row in rows]
    for at, code in enumerate(codes):
        if not re.fullmatch("[0-9A-HJKMNP-TV-Z]{16}(-[^\\x00- ]{1,24})?", code): say("code", f"code {code}", "not made as a code is")
        if at and codes[at - 1] > code: say("order", f"code {code}", "the list is not in the order of the codes")
        if codes.count(code) > 1 if len(codes) < 500 else at and codes[at - 1] == code: say("duplicate", f"code {code}", "it stands there twice")
        elif at and codes[at - 1][:16] == code[:16]: say("clash", f"code {code}", "two ballots have this code: two voters may have been told the same one")
        if len(rows[at]["answers"]) != len(paper["questions"]): say("answer", f"code {code}", "not an answer to each question")
    return [[(row["answers"][at] if at < len(row["answers"]) else "", 1) for row in rows] for at in range(len(paper["questions"]))]

def piled(paper, piles, voted, say):
    for number, rows in enumerate(piles, 1):
        answers = [row["answer"] for row in rows]
        if answers != sorted(answers): say("order", f"question {number}", "the ballots are not in the order of their answers")
        if len(set(answers)) < len(answers): say("duplicate", f"question {number}", "the same answer stands there twice")
        if sum(row["votes"] for row in rows) != voted or any(row["ballots"] < 1 or row["votes"] < row["ballots"] for row in rows) \
                or sum(row["ballots"] for row in rows) != sum(row["ballots"] for row in piles[0]):
            say("totals", f"question {number}", f"its ballots do not add up to the {voted} votes that were cast")
    return [[(row["answer"], row["votes"]) for row in rows] for rows in piles]

def check(bundle, say):
    """Everything, in the order of a doubter: the seals, the ballots, the sums, each count."""
    paper, ballots, results = bundle["paper"], bundle["ballots"], bundle["results"]
    seals = chained(paper, bundle["chain"], say)
    sealed, roll, questions = seals[-1], paper["roll"], paper["questions"]
    for part, kind in (("paper", "paper"), ("published", "ballots"), ("outcomes", "results")):
        if digest(bundle[kind]) != sealed.get(part): say(kind, "the close", "not what the event of the close sealed")
    for part in ("paper", "roll"):
        if [one[part] for one in seals[:-1] if part in one][-1:] != [sealed.get(part)]: say(part, "the opening", "not the same at the opening and at the close")
    voted, present, publishes = ballots["voted"], ballots["present"], paper["publishes"]
    list_, piles = ballots.get("list"), ballots.get("piles")
    if set(ballots) - {"voted", "present"} != {"list": {"list"}, "ballots": {"piles"}, "figures": set()}[publishes]:
        say("totals", "the ballots", f"not what a vote holds that publishes {publishes}")
    if voted > roll["votes"] or present > roll["quorum"] or (paper["quorum_of"] == "votes" and (present, roll["quorum"]) != (voted, roll["votes"])):
        say("totals", "the roll", f"{voted} votes and {present} present are not of a roll of {roll['votes']} and {roll['quorum']}")
    if list_ is not None and len(list_) != voted: say("totals", "the list", f"{len(list_)} ballots, and {voted} votes were cast")
    if list_ is not None and digest(list_) != sealed.get("list"): say("list", "the close", "not the list that the event of the close sealed")
    rows = listed(paper, list_, say) if list_ is not None else piled(paper, piles, voted, say) if piles is not None else None
    if len(results) != len(questions) or (rows and len(rows) != len(questions)): return say("totals", "the questions", "not one result each")
    needed = -(-roll["quorum"] * paper["quorum_percent"] // 100)
    for at, (question, kept) in enumerate(zip(questions, results)):
        name, count, outcome = f"question {at + 1}", kept["count"], kept["outcome"]
        choices = sorted(question["choices"], key=lambda choice: choice["number"])
        names = [(question["title"][lang] or paper["title"][lang], [choice["title"][lang] for choice in choices]) for lang in ("en", "fr")]
        if (count["title"], count["candidates"] if choices else []) not in names or kept["question"] != at + 1 or question["number"] != at + 1 \
                or [choice["number"] for choice in choices] != list(range(1, len(choices) + 1)):
            say("rule", name, "its names are not those of the text")
        if count.get("seed") != (sealed.get("list" if paper["kind"] == "secret" else "ballots") if question["lot"] else None):
            say("lot", name, "lots are drawn from something else than what was sealed")
        if kept["quorum_needed"] != needed: say("quorum", name, f"{needed} must take part, not {kept['quorum_needed']}")
        said = [(answer(question, text), votes) for text, votes in rows[at]] if rows else []
        for (text, _), (read, _) in zip(rows[at] if rows else [], said):
            if read is None: say("answer", f"{name}, answer {text!r}", "the paper allows no such answer")
        if rows and all(read is not None for read, _ in said):
            for words in compare(Contest(paper, question, count, said, present >= needed), outcome): say("count", name, words)
        adopted, tied = outcome["detail"].get("Proposal", {}).get("adopted") if isinstance(outcome["detail"], dict) else None, any(tie["broken"] in ("Not", "TooManyWays") for tie in outcome["ties"])
        verdict = "no_quorum" if present < needed else "adopted" if adopted else "rejected" if question["method"] in SIDES else \
            "tied" if tied else "chosen" if outcome["elected"] else "rejected"
        if kept["verdict"] != verdict: say("verdict", name, f"{verdict}, not {kept['verdict']}")

def whole(number):
    raise ValueError(f"a number that is not whole: {number}")

def main(files):
    worst = 0
    for name in files:
        found = []
        try:
            with open(name, "rb") as file: data = file.read(BYTES_MAX + 1)
            if len(data) > BYTES_MAX: raise ValueError("too large")
            bundle = json.loads(data, parse_float=whole, parse_constant=whole)
            if (bundle["format"], bundle["version"]) != ("cooperator-vote-bundle", 1): raise ValueError("not a bundle of version 1")
            if set(bundle) != {"format", "version", "paper", "ballots", "results", "chain"}: raise ValueError("other parts than a bundle has")
            check(bundle, lambda kind, place, words: found.append(f"{kind}: {place}: {words}"))
            code = 1 if found else 0
        except Exception as error:
            found.append(f"unreadable: {error.__class__.__name__}: {error}")
            code = 2
        worst = max(worst, code)
        print(f"{name}: " + ("something does not fit" if found else "all fits"))
        for line in found[:100]: print(f"  {line}")
        if code < 2: print(f"  SHA-256 of the file: {sha256(data)}\n  the chain ends at {bundle['chain']['links'][-1]['hash']}" )
    return worst

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
