#!/usr/bin/env python3
"""Recounts votes of theCooperator from their bundles:  python3 recount.py BUNDLE.json [...]

Python's standard library alone, nothing of the program that it checks, exact numbers only. It names what does not fit, as "kind: place:
words", and ends with 0 if all fits, 1 if something does not, 2 if a file cannot be read. docs/vote-bundle.md says what a bundle holds, and
counting/README.md where the rules come from. It cannot know whether this is the bundle that the co-op gave out (compare the SHA-256), nor
whether the ballots are those that were cast (each voter looks for the own code in the list). Choices are counted from 0 in here.
"""
import hashlib, json, re, sys
from fractions import Fraction as F

SIDES = {"proposal": ["for", "against", "abstain"], "consent": ["agree", "aside", "object"]}
RANKED = ("irv", "stv-scottish", "stv-meek", "schulze", "ranked-pairs")  # all but the first two allow equal ranks
SEATS = ("choice", "approval", "score", "dots", "stv-scottish", "stv-meek", "schulze", "ranked-pairs")  # the others choose one
PARTS, BYTES_MAX, WAYS_MAX, RUNS_MAX = {"format", "version", "paper", "ballots", "results", "chain"}, 64 << 20, 5_000, 20_000

def sha256(data): return hashlib.sha256(data if isinstance(data, bytes) else data.encode()).hexdigest()
def digest(value): return sha256(json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")))
def levels(some, figure): return [[one for one in some if figure(one) == each] for each in sorted(set(map(figure, some)), reverse=True)]
def is_tied(outcome): return any(tie["broken"] in ("Not", "TooManyWays") for tie in outcome["ties"])

def answer(question, text):
    """None if the paper allows no such answer; else [] for a blank, a side, [[choices of a rank]…] or {choice: points}."""
    method, known, number = question["method"], len(question["choices"]), "[1-9][0-9]{0,8}"
    if method in SIDES or text == "": return [] if method not in SIDES else text if text in SIDES[method] else None
    one, sign = (number, "[>=]") if method in RANKED else (f"{number}={number}", ",")
    if not re.fullmatch(f"{one}({sign}{one})*", text): return None
    if method in RANKED:
        ranks = [[int(choice) - 1 for choice in rank.split("=")] for rank in text.split(">")]
        named, alone = sum(ranks, []), ranks if method in RANKED[:2] else ranks[:method == "stv-meek"]
        fits = len(set(named)) == len(named) and max(named) < known and all(rank == sorted(rank) for rank in ranks)
        return ranks if fits and all(len(rank) == 1 for rank in alone) else None
    marks = {int(choice): int(points) for choice, points in (mark.split("=") for mark in text.split(","))}
    most = 2 if method == "times" else question["points"] if method in ("score", "star", "dots") else 1
    fits = list(marks) == sorted(marks) and len(marks) == text.count("=") and max(marks) <= known and max(marks.values()) <= most
    many = sum(marks.values()) > most if method == "dots" else len(marks) > question["seats"] if method == "choice" else False
    return {choice - 1: points for choice, points in marks.items()} if fits and not many else None

class Tie(Exception):
    """Candidates whom the rule does not tell apart, where that matters and no lot is drawn."""

class Contest:
    def __init__(self, paper, question, count, ballots, quorum):
        self.paper, self.question, self.method, self.quorum, self.seed = paper, question, question["method"], quorum, count.get("seed")
        # who withdrew is counted as if they had never stood: the others are counted from 0 among themselves
        stand = [one for one in range(len(count["candidates"])) if one + 1 not in [each["number"] for each in question["choices"] if each.get("withdrawn_at")]]
        self.at, self.all, self.title = {one: at for at, one in enumerate(stand)}, list(range(len(stand))), count["title"]
        self.names, self.seats = [count["candidates"][one] for one in stand], question["seats"] if self.method in SEATS else 1
        self.costs = {self.at.get(choice["number"] - 1): choice["cost"] or 0 for choice in question["choices"]}  # in cents
        self.papers = [(votes, left) for votes, left in ((votes, self.left(said)) for said, votes in ballots) if left not in ([], "abstain")]
        self.abstained, self.tries, self.tied = sum(votes for said, votes in ballots if said == "abstain"), [], False
    def left(self, said):
        """What a ballot says of those who stand."""
        if isinstance(said, dict): return {self.at[one]: points for one, points in said.items() if one in self.at}
        return said if isinstance(said, str) else [rank for rank in ([self.at[one] for one in rank if one in self.at] for rank in said) if rank]
    def sums(self, given): return [sum(votes * given(said.get(one, 0)) for votes, said in self.papers) for one in self.all]
    def drawn(self, tied):
        """By the lot: the lowest draw comes first."""
        return sorted(tied, key=lambda one: (sha256(f"{self.seed}\n{self.title}\n{self.names[one]}"), one)) if self.seed is not None else []
    def read_out(self, some, history=()): return sorted(some, key=lambda one: ([-votes[one] for votes in history[::-1]], self.names[one], one))
    def choose(self, best, tied, history, idle=False):
        """One of the tied: by the last round in which they differed, by the lot, or as a way that is tried has it."""
        for votes in reversed(() if idle else history): tied = [one for one in tied if votes[one] == best(votes[other] for other in tied)]
        if self.seed is not None: return self.drawn(tied)[-1 if best is min else 0]
        if len(tied) > 1 and not idle and not self.tries: raise Tie(best, tied)
        return self.tries.pop(0) if len(tied) > 1 and not idle else tied[0]
    def fill(self, order):
        """The seats from the best level down; a level too large for those that are left is a tie."""
        elected = []
        while order and len(elected) + len(order[0]) <= self.seats: elected, order = elected + self.read_out(order[0]), order[1:]
        self.tied = self.seed is None and bool(order) and len(elected) < self.seats
        return elected + (self.drawn(order[0])[:self.seats - len(elected)] if order else [])

def sides(contest):
    """A proposal: a share of the votes for and against. A consent: a share of the roll agrees, and no more object than may."""
    question, names, consent = contest.question, SIDES[contest.method], contest.method == "consent"
    votes = [sum(weight for weight, side in contest.papers if side == names[one]) for one in contest.all]
    needed = F(question["majority"]) * (sum(votes) + contest.abstained * question["abstentions_count"])
    if consent: needed = F(question["agree_percent"], 100) * contest.paper["roll"]["votes"]
    least = max(-(-needed // 1) if consent or question["special"] else needed // 1 + 1, 1)
    met = contest.quorum and not (consent and votes[2] > question["objections_max"])
    adopted = [one for one in ([0] if consent else contest.all) if met and votes[one] >= least][:1]
    return {"elected": adopted, "rounds": [votes], "sums": [votes[0], needed, least, adopted == [0]]}

def added(contest):
    """Choice, approval, score, dots, times: what is added up decides; of two times that as many can make, the surer one."""
    votes = contest.sums(lambda points: points if contest.method in ("score", "dots") else points > 0)
    order = levels(contest.all, lambda one: (votes[one], contest.sums(lambda points: points > 1)[one] if contest.method == "times" else 0))
    return {"elected": contest.fill(order), "rounds": [votes], "ranking": order}

def star(contest):
    points, tops = contest.sums(lambda points: points), contest.sums(lambda points: points >= 5)
    def prefer(a, b): return sum(votes for votes, said in contest.papers if said.get(a, 0) > said.get(b, 0))
    def take(chosen, order):
        while order and len(chosen) + len(order[0]) <= 2: chosen, order = chosen + order[0], order[1:]
        return chosen, order[0] if order and len(chosen) < 2 else []
    order = levels(contest.all, lambda one: points[one]); pair, tied = take([], order)
    wins = {one: sum(prefer(one, other) > prefer(other, one) for other in tied) for one in tied}
    for figure in (wins, tops): pair, tied = take(pair, levels(tied, lambda one: figure[one]))
    pair, contest.tied = pair + contest.drawn(tied)[:2 - len(pair)], bool(tied) and contest.seed is None
    found = {"elected": [] if contest.tied else pair, "rounds": [points], "ranking": order}
    if contest.tied or len(pair) < 2: return found
    runoff = [prefer(*(pair if one == pair[0] else pair[::-1])) if one in pair else 0 for one in contest.all]
    decides = [figure for figure in (runoff, points, tops) if figure[pair[0]] != figure[pair[1]]]
    winner = [max(pair, key=lambda one: decides[0][one])] if decides else contest.drawn(pair)[:1]; contest.tied = not winner
    return dict(found, elected=winner, rounds=[points, runoff])

def pairwise(contest):
    """The votes that rank a above b; who is not named stands below all who are."""
    papers = [(votes, {one: at for at, rank in enumerate(ranks) for one in rank}) for votes, ranks in contest.papers]
    return [[sum(votes for votes, at in papers if at.get(a, 1_000) < at.get(b, 1_000)) for b in contest.all] for a in contest.all]

def from_top(left, above):
    top = [b for b in left if not any(above(a, b) for a in left)]
    return [top] + from_top([one for one in left if one not in top], above) if top else []

def schulze(contest):
    over = pairwise(contest); path = [[over[a][b] if over[a][b] > over[b][a] else 0 for b in contest.all] for a in contest.all]
    for c in contest.all: path = [[max(path[a][b], min(path[a][c], path[c][b])) if a != b else 0 for b in contest.all] for a in contest.all]
    order = from_top(contest.all, lambda a, b: path[a][b] > path[b][a]); return {"elected": contest.fill(order), "ranking": order}

def ranked_pairs(contest):
    over, unsure = pairwise(contest), False
    kept, maybe = [set() for _ in contest.all], [set() for _ in contest.all]  # who is below each: for certain, and as open ties may fall
    def lock(a, b, below): [below[one].update(below[b] | {b}) for one in contest.all if one == a or a in below[one]]
    defeats = [(a, b) for a in contest.all for b in contest.all if over[a][b] > over[b][a]]
    for equal in levels(defeats, lambda pair: (over[pair[0]][pair[1]], -over[pair[1]][pair[0]])):
        fitting, could = [(a, b) for a, b in equal if a not in kept[b]], [set(below) for below in maybe]
        for a, b in fitting: lock(a, b, could)
        circular = [(a, b) for a, b in fitting if a in could[b] and (len(equal) > 1 or unsure)]
        order = contest.drawn({one for pair in circular for one in pair}) if len(circular) > 1 and not unsure else []
        drawn = sorted(circular, key=lambda pair: [order.index(one) for one in pair]) if order else []
        for a, b in [pair for pair in fitting if pair not in circular] + drawn:
            for below in (kept, maybe) if a not in kept[b] else (): lock(a, b, below)
        if circular and not order: unsure, maybe = True, could
    order = from_top(contest.all, lambda a, b: b in kept[a])
    sure = [not any(b in maybe[a] for b in level for a in sum(order[at:], [])) for at, level in enumerate(order)] + [False]
    found = {"elected": contest.fill(order[:sure.index(False)]), "ranking": order[:sure.index(False)]}
    contest.tied = contest.tied or (unsure and len(found["elected"]) < min(contest.seats, len(contest.all))); return found

def next_rank(ranks, at, hopeful):
    """Where a paper goes on; at a rank of several of whom one is hopeful it says no single next one, and stops."""
    at = next((place for place in range(at, len(ranks)) if hopeful.intersection(ranks[place])), None)
    return at if at is not None and len(ranks[at]) == 1 else None

def fewest(some, votes, within=0): return [one for one in sorted(some) if votes[one] <= min(votes[other] for other in some) + within]

def irv(contest, elected, history):
    hopeful, at = set(contest.all), [0] * len(contest.papers)
    while True:
        at = [start if start is None else next_rank(ranks, start, hopeful) for start, (_, ranks) in zip(at, contest.papers)]
        firsts = [(ranks[start][0], votes) for start, (votes, ranks) in zip(at, contest.papers) if start is not None]
        votes = [sum(votes for first, votes in firsts if first == one) for one in contest.all]; history.append(votes)
        elected += [one for one in hopeful if votes[one] * 2 > sum(votes) or len(hopeful) == 1] if not elected else []
        if len(hopeful) <= 2: return elected or elected.append(contest.choose(max, sorted(hopeful), history))
        lowest = fewest(hopeful, votes)  # nothing hangs on whom it falls where somebody is elected already, or nobody gave them a vote
        idle = bool(elected) or (votes[lowest[0]] == 0 and len(lowest) < len(hopeful)); hopeful.remove(contest.choose(min, lowest, history, idle))

def scottish(contest, elected, history):
    unit, hopeful, votes, piles = 10 ** 5, set(contest.all), [0] * len(contest.all), [[] for _ in contest.all]
    quota = (sum(votes for votes, ranks in contest.papers if len(ranks[0]) == 1) // (contest.seats + 1) + 1) * unit
    papers = [(weight, ranks, 0, unit) for weight, ranks in contest.papers]
    while True:
        for weight, ranks, at, value in papers:
            at = next_rank(ranks, at, hopeful)
            if at is not None: votes[ranks[at][0]] += weight * value; piles[ranks[at][0]].append((weight, ranks, at + 1, value))
        history.append([F(figure, unit) for figure in votes]); over = [one for one in hopeful if votes[one] >= quota]
        elected += contest.read_out(over if len(hopeful) > max(contest.seats - len(elected), len(over)) else hopeful, history); hopeful -= set(elected)
        if len(elected) >= contest.seats or not hopeful: return
        total = max([votes[one] for one in elected if votes[one] > quota], default=0); lowest = fewest(hopeful, votes)
        idle = not any(piles[one] for one in lowest) and len(hopeful) - len(lowest) >= contest.seats - len(elected)
        surplus = sorted(one for one in elected if votes[one] == total)
        out = contest.choose(max, surplus, history) if total else contest.choose(min, lowest, history, idle)
        # each paper passes on, with its part of a surplus, cut after five decimals
        papers = [(weight, ranks, at, (total - quota) * value // total if total else value) for weight, ranks, at, value in piles[out]]
        piles[out], votes[out] = [], quota if total else 0; hopeful.discard(out)

def meek(contest, elected, history):
    unit, hopeful, keep, ends = 10 ** 9, set(contest.all), [10 ** 9] * len(contest.all), [None] * len(contest.papers)
    while len(elected) < contest.seats and hopeful:
        before, new, surplus = None, [], None
        while not new and (surplus is None or surplus >= 1_000) and (before is None or surplus < before):
            for one in elected if surplus is not None else []: keep[one] = -(-(-(-keep[one] * quota // unit)) * unit // votes[one])
            votes, before = [0] * len(contest.all), surplus
            for paper, (weight, ranks) in enumerate(contest.papers):
                left = unit
                for at, rank in enumerate(ranks[:ends[paper]]):
                    if len(rank) > 1 and hopeful.union(elected).intersection(rank): ends[paper] = at  # it stops here for good
                    if at == ends[paper] or not left: break
                    part = min(-(-left * keep[rank[0]] // unit), left) if len(rank) == 1 else 0
                    votes[rank[0]], left = votes[rank[0]] + weight * part, 0 if len(rank) == 1 and rank[0] in hopeful else left - part
            quota = sum(votes) // (contest.seats + 1) + 1; new = [one for one in hopeful if votes[one] >= quota]
            surplus = max(sum(votes[one] - quota for one in elected + new), 0)
        history.append([F(figure, unit) for figure in votes]); elected += contest.read_out(new, history)
        hopeful.difference_update(new)
        if not new and len(hopeful) > contest.seats - len(elected):
            tied = fewest(hopeful, votes, surplus)
            idle = not any(votes[one] for one in tied) and len(hopeful) - len(tied) >= contest.seats - len(elected)
            out = contest.choose(min, tied, (), idle); hopeful, keep[out] = hopeful - {out}, 0
        if len(hopeful) <= contest.seats - len(elected): return elected.extend(contest.read_out(hopeful, history))

def by_rounds(contest, kept):
    """Without a lot each way in which a tie could fall is counted: where all end alike nothing hangs on it, else it stays a tie."""
    left = [1 if any(tie["broken"] == "TooManyWays" for tie in kept["ties"]) else WAYS_MAX]
    def run(tries):
        contest.tries, elected, history = list(tries), [], []
        try: {"irv": irv, "stv-scottish": scottish, "stv-meek": meek}[contest.method](contest, elected, history)
        except Tie as tie: return elected, history, tie.args
        return elected, history, None
    def way(tries):
        left[0] -= 1; (elected, _, tie), first = run(tries), None
        for end in (way(tries + [one]) for one in (tie[1] if tie and left[0] > 0 else [])):
            first = first or end
            if end[0] != first[0]: return (elected, tie), tries
        return first or ((elected, tie), tries)
    elected, history, contest.tied = run(way([])[1]); return {"elected": elected, "rounds": history}

def greedy(contest):
    elected, left, votes = [], contest.question["budget"], contest.sums(lambda points: points)
    for level in levels(contest.all, lambda one: votes[one]):
        fitting = [contest.costs[one] for one in level if contest.costs[one] <= left]; matters = len(level) > 1 and sum(fitting) > left
        if matters and contest.seed is None: contest.tied = True
        for one in [] if contest.tied else contest.drawn(level) if matters else contest.read_out(level):
            if contest.costs[one] <= left: elected, left = elected + [one], left - contest.costs[one]
    return {"elected": elected, "ranking": levels(contest.all, lambda one: votes[one])}

def equal_shares(contest):
    """Everybody's equal part of the money, and units of currency more for each as long as what is bought fits the budget (add1)."""
    groups, costs, budget, support = {}, contest.costs, contest.question["budget"], contest.sums(lambda points: points > 0)
    for votes, said in contest.papers: groups[frozenset(said)] = groups.get(frozenset(said), 0) + votes
    def price(one, money):
        rest, units = F(costs[one]), support[one]
        for group in sorted((group for group in groups if one in group), key=money.get):
            if money[group] * units >= rest: return rest / units
            rest, units = rest - money[group] * groups[group], units - groups[group]
    def run(more, places):
        money, ties = {group: F(budget, sum(groups.values())) + 100 * more for group in groups}, set()
        left, bought = ([one for one in places if support[one] and bool(costs[one]) == costly] for costly in (True, False))
        while True:
            prices = {one: each for one, each in ((one, price(one, money)) for one in left) if each is not None}
            if not prices: return bought, ties, not left
            first = levels(sorted(prices), lambda one: (-prices[one] / costs[one], support[one], -costs[one]))[0]
            one, ties = next(one for one in places if one in first), ties | ({tuple(first)} if len(first) > 1 else set())
            money = {group: has - min(has, prices[one]) if one in group else has for group, has in money.items()}
            bought, left = bought + [one], [other for other in left if other != one]
    def complete(places):
        start = kept = run(0, places); ties = start[1]
        for more in range(RUNS_MAX):
            tried = run(more + 1, places) if not kept[2] else None; ties = start[1] | tried[1] | kept[1] if tried else ties
            if not tried or sum(costs[one] for one in tried[0]) > budget: return kept[0], ties, more
            kept = tried
        raise ValueError("equal shares of so fine amounts take too long")
    places = contest.drawn(contest.all) or contest.read_out(contest.all); certain, ties, more = complete(places)
    for one in [one for one in places if contest.seed is None and any(one in tie for tie in ties)]:
        others = [other for other in places if other != one]
        for order in ([one] + others, others + [one], [one] + others[::-1], others[::-1] + [one]):
            bought = complete(order)[0]; certain = [project for project in certain if project in bought]
            contest.tied = contest.tied or len(certain) < len(bought)
    return {"elected": certain, "increments": more}

METHODS = {"star": star, "schulze": schulze, "ranked-pairs": ranked_pairs, "greedy": greedy, "equal-shares": equal_shares, **dict.fromkeys(SIDES, sides)}

def compare(contest, kept):
    """What of the kept outcome is not what the ballots come to."""
    found = by_rounds(contest, kept) if contest.method in RANKED[:3] else METHODS.get(contest.method, added)(contest)
    found["tied"], detail, at = bool(contest.tied), next(iter(kept["detail"].values())) if isinstance(kept["detail"], dict) else {}, contest.at.get
    was = {"elected": list(map(at, kept["elected"])), "ranking": [list(map(at, level)) for level in kept["ranking"] or []], "tied": is_tied(kept),
           "increments": detail["increments"] if "costs" in detail else None,
           "rounds": [[F(votes["value"]) for one, votes in enumerate(each["votes"]) if one in contest.at] for each in kept["rounds"]]}
    if contest.method in SIDES: was["sums"] = [F(detail[name]["value"]) for name in ("in_favour", "threshold", "fewest")] + [detail["adopted"]]
    return [f"{name}: {found[name]} recounted, {was[name]} kept" for name in found if found[name] != was[name]]

def chained(paper, chain, say):
    """Follows the chain from the opening to the close, and gives what the events of this vote sealed."""
    last, told, edge, ends = chain["before"], [], [], ["poll.opened", "poll.closed"]
    for at, link in enumerate(chain["links"]):
        own = isinstance(link, dict); inside = digest([link["kind"], "poll", paper["vote"], link["seals"], link["rest"]]) if own else link
        last = sha256(bytes.fromhex(last) + bytes.fromhex(inside))
        if own and set(link) != {"kind", "seals", "rest", "hash"}: raise ValueError("an event is not made so")
        if own and link["hash"] != last: say("chain", f"event {at + 1} ({link['kind']})", "its hash does not follow from what stands before it")
        last, told = (link["hash"], told + [link]) if own else (last, told)
        edge += [link["kind"] if own else None] if at in (0, len(chain["links"]) - 1) else []
    if not [link["kind"] for link in told if link["kind"] in ends] == ends == edge: say("chain", "its ends", "not from the opening of this vote to its close")
    return [link["seals"] for link in told] or [{}]

def listed(many, rows, say):
    """The answers of a list to each question, and what is wrong with its codes."""
    drawn, before = {}, ""
    for code, place, answers in ((row["code"], f"code {row['code']}", row["answers"]) for row in rows):
        if not re.fullmatch("[0-9A-HJKMNP-TV-Z]{16}(-[^\x00- ]{1,24})?", code): say("code", place, "not made as a code is")
        if code < before: say("order", place, "the list is not in the order of the codes")
        if code in drawn.get(code[:16], ()): say("duplicate", place, "it stands there twice")
        elif code[:16] in drawn: say("clash", place, "two ballots have this code: two voters may have been told the same one")
        if len(answers) != many: say("answer", place, "not an answer to each question")
        drawn[code[:16]], before = drawn.get(code[:16], ()) + (code,), code
    return [[((row["answers"] + [""] * many)[at], 1) for row in rows] for at in range(many)]

def piled(piles, voted, say):
    """The answers to each question on its own, and what is wrong with their sums."""
    for place, rows in ((f"question {number}", rows) for number, rows in enumerate(piles, 1)):
        answers, (heads, first) = [row["answer"] for row in rows], [sum(row["ballots"] for row in some) for some in (rows, piles[0])]
        if answers != sorted(answers): say("order", place, "the ballots are not in the order of their answers")
        if len(set(answers)) < len(answers): say("duplicate", place, "the same answer stands there twice")
        adds_up = sum(row["votes"] for row in rows) == voted and heads == first and all(1 <= row["ballots"] <= row["votes"] for row in rows)
        if not adds_up: say("totals", place, f"its ballots do not add up to the {voted} votes that were cast")
    return [[(row["answer"], row["votes"]) for row in rows] for rows in piles]

def check(bundle, say):
    """Everything, in the order of a doubter: the chain, the seals, the ballots, the sums, each count."""
    paper, ballots, results, voted, present = bundle["paper"], bundle["ballots"], bundle["results"], *(bundle["ballots"][name] for name in ("voted", "present"))
    roll, questions, publishes, (*earlier, sealed) = paper["roll"], paper["questions"], paper["publishes"], chained(paper, bundle["chain"], say)
    for part, name in (("paper", "paper"), ("published", "ballots"), ("outcomes", "results")):
        if digest(bundle[name]) != sealed.get(part): say(name, "the close", "not what the event of the close sealed")
    for part in ("paper", "roll"):
        if [one[part] for one in earlier if part in one][-1:] != [sealed.get(part)]: say(part, "the opening", "not the same at the opening and at the close")
    holds = [name for name in ("list", "piles") if name in ballots]
    if holds != {"list": ["list"], "ballots": ["piles"], "figures": []}[publishes]: say("totals", "the ballots", f"not those of {publishes}")
    same = paper["quorum_of"] != "votes" or (present, roll["quorum"]) == (voted, roll["votes"])
    if not same or not 0 <= voted <= roll["votes"] or not 0 <= present <= roll["quorum"]: say("totals", "the roll", f"{voted} and {present} are not of {roll}")
    if "list" in ballots and len(ballots["list"]) != voted: say("totals", "the list", f"it has not the {voted} votes that were cast")
    if "list" in ballots and digest(ballots["list"]) != sealed.get("list"): say("list", "the close", "not the list that was sealed")
    rows = listed(len(questions), ballots["list"], say) if "list" in ballots else piled(ballots.get("piles", []), voted, say)
    if len(results) != len(questions) or (rows and len(rows) != len(questions)): return say("totals", "the questions", "not one result each")
    for number, question, kept in zip(range(1, 100), questions, results): one_question(bundle, number, question, kept, rows[number - 1:number], sealed, say)
    return "all fits" if holds else "all fits; this vote publishes its figures alone, which cannot be recounted"

def one_question(bundle, number, question, kept, rows, sealed, say):
    """Its names, its lot, its quorum, its answers, its count, its verdict."""
    place, rows, needed = f"question {number}", sum(rows, []), -(-bundle["paper"]["roll"]["quorum"] * bundle["paper"]["quorum_percent"] // 100)
    paper, count, outcome, method, quorum = bundle["paper"], kept["count"], kept["outcome"], question["method"], bundle["ballots"]["present"] >= needed
    choices, holds = sorted(question["choices"], key=lambda choice: choice["number"]), len(bundle["ballots"]) > 2
    names = [(question["title"][lang] or paper["title"][lang], [choice["title"][lang] for choice in choices]) for lang in ("en", "fr")]
    numbered = [question["number"], kept["question"], *(choice["number"] for choice in choices)] == [number, number, *range(1, len(choices) + 1)]
    named, seed = (count["title"], count["candidates"] if choices else []) in names, sealed.get("list" if paper["kind"] == "secret" else "ballots")
    if not named or not numbered: say("rule", place, "its names are not those of the text")
    if count.get("seed") != (seed if question["lot"] else None): say("lot", place, "lots are drawn from something else than what was sealed")
    if kept["quorum_needed"] != needed: say("quorum", place, f"{needed} must take part, not {kept['quorum_needed']}")
    said, wrong = [(answer(question, text), votes) for text, votes in rows], [text for text, _ in rows if answer(question, text) is None]
    for text in wrong: say("answer", f"{place}, answer {text!r}", "the paper allows no such answer")
    for words in compare(Contest(paper, question, count, said, quorum), outcome) if holds and not wrong else []: say("count", place, words)
    if method in SIDES: verdict = "adopted" if outcome["detail"]["Proposal"]["adopted"] else "rejected"
    else: verdict = "tied" if is_tied(outcome) else "chosen" if outcome["elected"] else "rejected"
    if kept["verdict"] != (verdict if quorum else "no_quorum"): say("verdict", place, f"{verdict} with a quorum, and {kept['verdict']} was kept")

def main(files, codes=(0,)):
    for name in files:
        found, data, note = [], b"", ""
        try:
            with open(name, "rb") as file: data = file.read(BYTES_MAX)
            bundle = json.loads(data, parse_float=int, parse_constant=int)  # numbers are whole, or the file is refused
            if (bundle["format"], bundle["version"]) != ("cooperator-vote-bundle", 1) or set(bundle) != PARTS: raise ValueError("no bundle of version 1")
            note = check(bundle, lambda *fault: found.append(": ".join(fault))); codes += (1 if found else 0,)
        except Exception as error: codes, found = codes + (2,), [f"unreadable: {error.__class__.__name__}: {error}"]
        print(f"{name}: {'something does not fit' if found else note}", *found[:100], f"SHA-256 of the file: {sha256(data)}", sep="\n  ")
    return max(codes)

if __name__ == "__main__": sys.exit(main(sys.argv[1:]))
