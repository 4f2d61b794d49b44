"""Counts the same elections with `cooperator count` and with independent programs, and tells where they differ.

See README.md beside this file. Random elections come from a fixed seed. Figures are compared as exact text or numbers.
"""

import argparse
import collections
import decimal
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import pabutools.election as pb
import pabutools.rules as pb_rules
import pabutools.tiebreaking
import pyrankvote
import votelib.convert
import votelib.evaluate.condorcet as condorcet

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "counting" / "testdata" / "elections"


class Ranked:
    """Ranked ballots: (weight, ranks), each rank a list of candidate numbers from 0."""

    def __init__(self, name, seats, candidates, ballots):
        self.name, self.seats, self.candidates = name, seats, candidates
        self.ballots = [(weight, ranks) for weight, ranks in ballots if ranks]

    def strict(self):
        return all(len(rank) == 1 for _, ranks in self.ballots for rank in ranks)

    def blt(self):
        lines = [f"{self.candidates} {self.seats}"]
        for weight, ranks in self.ballots:
            lines.append(" ".join([str(weight), *("=".join(str(c + 1) for c in rank) for rank in ranks), "0"]))
        names = [f'"{number}"' for number in range(self.candidates)]
        return "\n".join([*lines, "0", *names, '"Election"']) + "\n"

    def blt_of_stv_rs(self):
        nick = lambda c: f"c{c}"
        lines = [f"{self.candidates} {self.seats}", "[nick " + " ".join(map(nick, range(self.candidates))) + "]"]
        for weight, ranks in self.ballots:
            lines.append(" ".join([str(weight), *("=".join(map(nick, rank)) for rank in ranks), "0"]))
        return "\n".join([*lines, "0", *(f'"c{c}"' for c in range(self.candidates)), '"Election"']) + "\n"


class Program:
    """`cooperator count`."""

    def __init__(self, path, folder):
        self.path, self.folder = path, pathlib.Path(folder)

    def count(self, text, end, method):
        file = self.folder / f"election{end}"
        file.write_text(text, encoding="utf-8")
        command = [self.path, "count", str(file), "--method", method, "--format", "json"]
        return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


class Comparisons:
    """How many agree, and which do not."""

    def __init__(self):
        self.agree, self.differ = collections.Counter(), collections.defaultdict(list)
        self.figures, self.left_out = collections.Counter(), collections.Counter()

    def tell(self, what, name, ours, theirs):
        self.figures[what] += figures(ours)
        if ours == theirs:
            self.agree[what] += 1
        else:
            self.differ[what].append((name, ours, theirs))

    def tie(self, what):
        self.left_out[what] += 1

    def print(self):
        for what in sorted({*self.agree, *self.differ, *self.left_out}):
            differ = self.differ[what]
            print(
                f"{what}: {self.agree[what]} agree, {len(differ)} differ, {self.left_out[what]} left out for ties; "
                f"{self.figures[what]} figures and names"
            )
            for name, ours, theirs in differ[:5]:
                print(f"    {name}\n        ours   {ours}\n        theirs {theirs}")


def figures(value):
    if isinstance(value, dict):
        return sum(map(figures, value.values()))
    return sum(map(figures, value)) if isinstance(value, (list, tuple, set, frozenset)) else 1


def random_ranked(dice, number):
    candidates = dice.randint(2, 8)
    equal = number % 2 == 1
    ballots = []
    for _ in range(dice.randint(5, 60)):
        order = dice.sample(range(candidates), dice.randint(1, candidates))
        ranks = []
        for candidate in order:
            if ranks and equal and dice.random() < 0.25:
                ranks[-1].append(candidate)
            else:
                ranks.append([candidate])
        ballots.append((dice.randint(1, 60), ranks))
    return Ranked(f"random {number}", dice.randint(1, max(1, candidates - 1)), candidates, ballots)


def names(outcome):
    return [int(number) - 1 for number in outcome["elected_numbers"]]


# ---- Meek ----

NEAR = decimal.Decimal("0.00001")
ROUND = re.compile(r"^Round \d+:$")
VOTES = re.compile(r"^\t(?:Hopeful|Elected|Defeated): +c(\d+) \((\d+\.\d{9})\)$")
ACTION = re.compile(r"^Action: (Elect|Defeat)(?: \([^)]*\))?: c(\d+)$")


def stv_rs(program, election):
    """What stv-rs says: the elected in order, and for each round that ends by an action the votes at it."""
    command = [program, "--arithmetic", "bigfixed9", "meek", "--parallel", "no", "--force-positive-surplus"]
    # The two differ in the last decimals: votes are compared to a hundred-thousandth, and exact ones are counted.
    done = subprocess.run(command, input=election.blt_of_stv_rs(), capture_output=True, text=True)
    if done.returncode != 0:
        return None
    elected, rounds, votes = [], [], None
    tied = "Tie broken" in done.stdout or "Break tie" in done.stdout
    for line in done.stdout.splitlines():
        if ROUND.match(line):
            rounds.append({})
            votes = None
        elif line.startswith("Action: Elect"):
            elected.append(int(line.rsplit("c", 1)[1]))
            votes = rounds[-1] if ACTION.match(line) and rounds and not rounds[-1] else None
        elif ACTION.match(line):
            votes = rounds[-1] if rounds and not rounds[-1] else None
        elif line.startswith("Action"):
            votes = None
        elif votes is not None and VOTES.match(line):
            candidate, figure = VOTES.match(line).groups()
            votes[int(candidate)] = figure
    return {"elected": elected, "rounds": rounds, "tied": tied}


def compare_meek(cooperator, program, election, told):
    what = "stv-meek / stv-rs"
    if not election.strict():
        return  # stv-rs shares out equal preferences, our rule knows none
    ours = cooperator.count(election.blt(), ".blt", "stv-meek")
    theirs = stv_rs(program, election)
    if theirs is None:
        told.tell(what, election.name, "a count", "stv-rs stopped")
    elif ours["ties"] or theirs["tied"]:
        told.tie(what)
    else:
        # stv-rs drops the excluded from its lists; whoever is not listed is not compared.
        pairs = [
            (our["votes"][candidate], figure)
            for our, their in zip(ours["rounds"], theirs["rounds"])
            for candidate, figure in their.items()
        ]
        far = [pair for pair in pairs if abs(decimal.Decimal(pair[0]) - decimal.Decimal(pair[1])) > NEAR]
        told.tell(what + ", elected", election.name, sorted(names(ours)), sorted(theirs["elected"]))
        told.tell(what + f", votes of every round to {NEAR}", election.name, far, [])
        told.figures[what + f", votes of every round to {NEAR}"] += len(pairs)
        told.figures["stv-meek / stv-rs, of these equal to the ninth decimal"] += sum(a == b for a, b in pairs)
        told.agree["stv-meek / stv-rs, of these equal to the ninth decimal"] += all(a == b for a, b in pairs)


# ---- by rounds ----


def compare_pyrankvote(cooperator, election, told):
    people = [pyrankvote.Candidate(str(number)) for number in range(election.candidates)]
    ballots = [
        pyrankvote.Ballot(ranked_candidates=[people[rank[0]] for rank in ranks])
        for weight, ranks in election.ballots
        for _ in range(weight)
    ]
    single = Ranked(election.name, 1, election.candidates, election.ballots)
    ours = cooperator.count(single.blt(), ".blt", "irv")
    if ours["ties"]:
        told.tie("irv / pyrankvote")
    else:
        winners = pyrankvote.instant_runoff_voting(people, ballots).get_winners()
        told.tell("irv / pyrankvote", election.name, names(ours), [int(winner.name) for winner in winners])
    ours = cooperator.count(election.blt(), ".blt", "stv-scottish")
    if ours["ties"]:
        told.tie("stv-scottish / pyrankvote (another transfer rule)")
    else:
        winners = pyrankvote.single_transferable_vote(people, ballots, election.seats).get_winners()
        winners = sorted(int(winner.name) for winner in winners)
        told.tell("stv-scottish / pyrankvote (another transfer rule)", election.name, sorted(names(ours)), winners)


# ---- pairs ----


def compare_votelib(cooperator, election, told):
    votes = collections.Counter()
    for weight, ranks in election.ballots:
        ballot = [rank[0] if len(rank) == 1 else frozenset(rank) for rank in ranks]
        votes[tuple(ballot)] += weight
    # votelib knows those who are on a ballot: one ballot of weight 0 names all.
    votes[tuple(range(election.candidates))] += 0
    pairs = votelib.convert.RankedToCondorcetVotes().convert(dict(votes))
    matrix = [
        [pairs.get((a, b), 0) if a != b else 0 for b in range(election.candidates)] for a in range(election.candidates)
    ]
    single = Ranked(election.name, 1, election.candidates, election.ballots)
    schulze = cooperator.count(single.blt(), ".blt", "schulze")
    told.tell("matrix / votelib", election.name, schulze["pairwise"], matrix)
    everybody = set(range(election.candidates))
    if schulze["tied"] or len(everybody) < 2:
        told.tie("schulze / votelib")
    else:
        paths = condorcet.Schulze.widest_paths(pairs)
        beaten = lambda a: any(paths.get((b, a), 0) > paths.get((a, b), 0) for b in everybody if b != a)
        winners = [a for a in sorted(everybody) if not beaten(a)]
        told.tell("schulze / votelib paths", election.name, names(schulze), winners)
    ranked = cooperator.count(single.blt(), ".blt", "ranked-pairs")
    strengths = [(pairs.get((a, b), 0), pairs.get((b, a), 0)) for a in everybody for b in everybody if a != b]
    wins = [pair for pair in strengths if pair[0] > pair[1]]
    equal = len({over for over, _ in wins}) < len(wins) or len(wins) < len(strengths) / 2
    if equal or ranked["ties"]:
        told.tie("ranked-pairs / votelib")  # equal winning votes: votelib takes them as they come
    else:
        ranking = condorcet.RankedPairs().evaluate(pairs, election.candidates)
        ours = [level[0] for level in ranked["ranking"]]
        told.tell("ranked-pairs / votelib, whole order", election.name, ours, [str(candidate) for candidate in ranking])


# ---- budgets ----


def pabulib(costs, total, ballots):
    lines = ["META", "key;value", "description;Budget", f"num_projects;{len(costs)}", f"num_votes;{len(ballots)}"]
    lines += [f"budget;{total}", "vote_type;approval", "rule;greedy", "PROJECTS", "project_id;cost;name"]
    lines += [f"{number};{cost};Project {number}" for number, cost in enumerate(costs)]
    lines += ["VOTES", "voter_id;vote"]
    lines += [f"{number};{','.join(map(str, ballot))}" for number, ballot in enumerate(ballots)]
    return "\n".join(lines) + "\n"


def random_budget(dice):
    projects = dice.randint(2, 8)
    costs = [dice.randint(20, 400) for _ in range(projects)]
    total = dice.randint(100, max(101, sum(costs)))
    ballots = [dice.sample(range(projects), dice.randint(1, projects)) for _ in range(dice.randint(4, 25))]
    return pabulib(costs, total, ballots)


def equal_shares_by_pabutools(instance, profile):
    """Base, and add1 by running pabutools' inner rule with a larger budget each time."""
    real, voters = instance.budget_limit, profile.num_ballots()
    approvals = {project: sum(project in ballot for ballot in profile) for project in instance}
    tie_breaking = pabutools.tiebreaking.TieBreakingRule(lambda _, __, project: (-approvals[project], project.cost))

    supported = [project for project in instance if approvals[project] > 0]

    def run(increments):
        instance.budget_limit = real + increments * voters
        bought = pb_rules.method_of_equal_shares(instance, profile, sat_class=pb.Cost_Sat, tie_breaking=tie_breaking)
        instance.budget_limit = real
        return [project.name for project in bought], sum(project.cost for project in bought)

    base, _ = run(0)
    last, increments = base, 0
    while len(last) < len(supported):
        bought, cost = run(increments + 1)
        if cost > real:
            break
        last, increments = bought, increments + 1
    return base, last, increments


def tie_is_ruled(tie):
    """Broken by approvals or cost, as pabutools is told to do here too."""
    return tie["broken_by"] == "rule"


def compare_budget(cooperator, name, text, told):
    file = cooperator.folder / "theirs.pb"
    file.write_text(text, encoding="utf-8")
    instance, profile = pb.parse_pabulib(str(file))
    greedy = cooperator.count(text, ".pb", "greedy")
    if greedy["ties"]:
        told.tie("greedy / pabutools")
    elif isinstance(profile, pb.ApprovalProfile):  # pabutools divides points by costs: another rule
        bought = pb_rules.greedy_utilitarian_welfare(instance, profile, sat_class=pb.Cost_Sat)
        told.tell("greedy / pabutools", name, sorted(greedy["elected"]), sorted(project.name for project in bought))
    shares = cooperator.count(text, ".pb", "equal-shares")
    if any(not tie_is_ruled(tie) for tie in shares["ties"]):
        told.tie("equal-shares / pabutools")
        return
    base, last, increments = equal_shares_by_pabutools(instance, profile)
    told.tell("equal-shares / pabutools, base", name, sorted(shares["funding"]["base"]["funded"]), sorted(base))
    ours = (sorted(shares["elected"]), shares["funding"]["increments"])
    told.tell("equal-shares / pabutools, add1 and increments", name, ours, (sorted(last), increments))


# ---- real elections ----


def real_ranked():
    for file in sorted(DATA.glob("*/*.blt")):
        lines = [line.strip() for line in file.read_text(encoding="utf-8").splitlines()]
        candidates, seats = map(int, lines[0].split())
        rows = [list(map(int, line.split())) for line in lines[1 : lines.index("0")]]
        ballots = [(row[0], [[number - 1] for number in row[1:-1]]) for row in rows]
        yield Ranked(file.name, seats, candidates, ballots)
    for file in sorted([*DATA.glob("*/*.soi"), *DATA.glob("*/*.toi")]):
        lines = file.read_text(encoding="utf-8").splitlines()
        candidates = sum(line.startswith("# ALTERNATIVE NAME") for line in lines)
        ballots = []
        for line in lines:
            if line.strip() and not line.startswith("#"):
                count, order = line.split(":")
                ranks = re.findall(r"\{[^}]*\}|\d+", order)
                numbers = [[int(number) - 1 for number in re.findall(r"\d+", rank)] for rank in ranks]
                ballots.append((int(count), numbers))
        yield Ranked(file.name, 1, candidates, ballots)
    for file in sorted(DATA.glob("condorcet-debian/*.json")):
        vote = json.loads(file.read_text(encoding="utf-8"))
        ballots = []
        for count, text in vote["ballots"]:
            ranks = sorted({digit for digit in text if digit != "-"})
            ballots.append((count, [[at for at, digit in enumerate(text) if digit == rank] for rank in ranks]))
        yield Ranked(file.name, 1, len(vote["options"]), ballots)
    for file in sorted(DATA.glob("condorcet/*.cvotes")):
        lines = file.read_text(encoding="utf-8").splitlines()
        ballots = []
        for line in lines:
            if line.strip() and not line.startswith("#"):
                order, count = line.split("*")
                ballots.append((int(count), [[int(c) - 1 for c in rank.split("=")] for rank in order.split(">")]))
        yield Ranked(file.name, 1, 5, ballots)


def compare_ranked(cooperator, program, election, told, papers_max=200_000):
    compare_meek(cooperator, program, election, told)
    compare_votelib(cooperator, election, told)
    if election.strict() and sum(weight for weight, _ in election.ballots) <= papers_max:
        compare_pyrankvote(cooperator, election, told)


def main():
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--program", default=str(ROOT / "target/release/cooperator"))
    wanted.add_argument("--stv-rs", default=str(pathlib.Path(sys.executable).parent / "stv-rs"))
    wanted.add_argument("--elections", type=int, default=1000)
    wanted.add_argument("--seed", type=int, default=20260101)
    wanted = wanted.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cooperator = Program(wanted.program, folder)
        for title, count in (("real", None), ("random", wanted.elections)):
            told, dice = Comparisons(), random.Random(wanted.seed)
            ranked = list(real_ranked()) if count is None else [random_ranked(dice, number) for number in range(count)]
            for election in ranked:
                compare_ranked(cooperator, wanted.stv_rs, election, told)
            budgets = sorted(DATA.glob("*/*.pb")) if count is None else range(count)
            for budget in budgets:
                text = random_budget(dice) if count else budget.read_text(encoding="utf-8")
                compare_budget(cooperator, f"budget {budget}" if count else budget.name, text, told)
            print(f"== {title} elections: {len(ranked)} ranked, {len(budgets)} budgets")
            told.print()
            sys.stdout.flush()


if __name__ == "__main__":
    main()
