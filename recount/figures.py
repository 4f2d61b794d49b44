#!/usr/bin/env python3
"""Counts the co-op's figures again from its facts:  python3 figures.py FACTS.json

Python's standard library alone, nothing of the program that it checks, whole numbers only. FACTS.json holds `facts`, a list of rows a table with
moments by the co-op's own clock, and `pages`: the documents of figures (`/figures.json`, `/open/figures.json`), the words of the public page
(`/open/figures.csv`) and the scorecards (`/scorecards.csv`), as they were taken from the pages. It prints how many numbers it compared, and each
that differs; it ends with 1 where one does.
"""
import csv, io, json, sys
from collections import defaultdict
from datetime import date, timedelta

HOMES = {"apartment", "townhouse", "house", "room"}
FULL = {"member", "on_leave", "suspended"}
GENERAL = {"annual", "special", "general"}
FAR = date(9999, 1, 1)


def day(text):
    return date.fromisoformat(text[:10]) if text else None


def following(first, months=1):
    at = first.year * 12 + first.month - 1 + months
    return date(at // 12, at % 12 + 1, 1)


def quarter_of(when):
    return date(when.year, (when.month - 1) // 3 * 3 + 1, 1)


class Coop:
    """The facts, with what several figures ask of them."""

    def __init__(self, facts):
        self.facts, self.few, self.today = facts, facts["few"], day(facts["today"])
        self.homes = [unit["id"] for unit in facts["units"] if unit["kind"] in HOMES]
        self.lived = defaultdict(list)
        self.stays = defaultdict(list)
        for stay in facts["occupancies"]:
            days = (day(stay["first"]), day(stay["after"]) or FAR, stay["relation"])
            self.lived[stay["unit_id"]].append(days)
            self.stays[stay["member_id"]].append((days[0], stay["unit_id"], days[1], days[2]))
        self.statuses = defaultdict(list)
        for step in facts["statuses"]:
            self.statuses[step["member_id"]].append((day(step["since"]), step["status"]))
        for steps in self.statuses.values():
            steps.sort()
        self.moves = []
        for member, steps in self.statuses.items():
            was = False
            for since, status in steps:
                if (status in FULL) != was:
                    was = not was
                    self.moves.append((since, member, was))

    def is_full(self, member, when):
        held = [status for since, status in self.statuses[member] if since <= when]
        return bool(held) and held[-1] in FULL

    def full(self, when):
        return [member for member in self.statuses if self.is_full(member, when)]

    def home_on(self, member, when):
        found = sorted((first, unit) for first, unit, after, relation in self.stays[member]
                       if unit in self.homes and first <= when < after and relation != "guest")
        return found[0][1] if found else None

    def home_or(self, member, when):
        return self.home_on(member, when) or -member

    def months(self, start, end):
        first = start.replace(day=1)
        while first <= end:
            yield max(first, start), min(following(first) - timedelta(1), end), first
            first = following(first)

    # ---- the figures ----

    def growth(self, start, end):
        for first, last, _ in self.months(start, end):
            within = [is_full for since, _, is_full in self.moves if first <= since <= last]
            yield [last, len(self.full(last)), within.count(True), within.count(False)]

    def size(self, start, end):
        if not [move for move in self.moves if move[0] <= end]:
            return
        moved, before, told = set(), None, []
        first = min(self.moves)[0].replace(day=1)
        while following(first) - timedelta(1) <= end and following(first) <= self.today:
            last = following(first) - timedelta(1)
            moved |= {self.home_on(member, since) or self.home_on(member, since - timedelta(1)) or -member
                      for since, member, _ in self.moves if first <= since <= last}
            if not moved or len(moved) >= self.few:
                moved = set()
                if last < start:
                    before = [last, len(self.full(last))]
                else:
                    told.append([last, len(self.full(last))])
            first = following(first)
        yield from ([before] if before else []) + told

    def tenants(self, start, end):
        for _, last, _ in self.months(start, end):
            people = {member for member, stays in self.stays.items() for first, unit, after, relation in stays
                      if unit in self.homes and first <= last < after and relation != "guest"}
            yield [last, len(people), sum(self.is_full(member, last) for member in people)]

    def is_empty(self, unit, when):
        return not any(first <= when < after for first, after, _ in self.lived[unit])

    def vacancies(self, start, end):
        known = min((first for stays in self.lived.values() for first, _, _ in stays), default=None)
        for first, last, _ in self.months(start, end) if known else []:
            if known > last:
                yield [last, 0, 0]
                continue
            days = [max(first, known) + timedelta(n) for n in range((last - max(first, known)).days + 1)]
            yield [last, sum(self.is_empty(unit, when) for unit in self.homes for when in days),
                   sum(self.is_empty(unit, last) for unit in self.homes)]

    def meetings(self, start, end):
        for meeting in sorted(self.facts["meetings"], key=lambda one: (one["held_on"], one["id"])):
            held, door = day(meeting["held_on"]), meeting["called"]
            marks = [mark for mark in self.facts["sheet_marks"] if mark["meeting_id"] == meeting["id"]] if door is None else []
            if meeting["kind"] not in GENERAL or meeting["status"] == "cancelled" or not start <= held <= end:
                continue
            if not meeting["ended"] and not marks:
                continue
            who = {one["member_id"] for one in self.facts["attendances"] if one["meeting_id"] == meeting["id"]}
            if door is None:
                came, called = sum(mark["mark"] in ("present", "online") for mark in marks), len(marks)
            else:
                came, called = len({self.home_or(one, held) for one in who} if meeting["of_homes"] else who), door
            yield [title(meeting), held, came, called, meeting["needed"]]

    def turnout(self, start, end):
        for vote in sorted(self.facts["votes"], key=lambda one: one["number"]):
            if start <= day(vote["decided_at"]) <= end:
                of_votes = vote["quorum_of"] == "votes"
                voted, roll = (vote["voted"], vote["roll_size"]) if of_votes else (vote["quorum_present"], vote["quorum_roll"])
                told = voted if voted == 0 or voted >= self.few else None
                yield [title(vote), vote["number"], day(vote["decided_at"]), told, roll, vote["quorum_needed"]]

    def tasks(self, start, end):
        sums = defaultdict(lambda: [0, 0, 0])
        for task in self.facts["tasks"]:
            done, due = day(task["done_at"]), day(task["due_on"])
            if task["status"] == "done" and start <= done <= end:
                sums[task["committee_id"]][0 if due is None or done <= due else 1] += 1
            if task["status"] in ("todo", "doing", "waiting") and (not task["starts_on"] or day(task["starts_on"]) <= self.today):
                sums[task["committee_id"]][2] += 1
        names = {one["id"]: title(one) for one in self.facts["committees"]}
        order = sorted(sums, key=lambda one: (one is None, -sum(sums[one]), one or 0))
        yield from ([names.get(one), *sums[one]] for one in order)

    def quarters(self, start, end):
        first = quarter_of(start)
        while following(first, 3) - timedelta(1) <= end:
            if following(first, 3) - timedelta(1) >= start and following(first, 3) <= self.today:
                yield first
            first = following(first, 3)

    def work(self, start, end):
        for first in self.quarters(start, end):
            done, in_time, homes = 0, 0, (set(), set())
            for task in self.facts["tasks"]:
                when = day(task["done_at"])
                if task["status"] != "done" or quarter_of(when) != first:
                    continue
                late = bool(task["due_on"]) and when > day(task["due_on"])
                done, in_time = done + 1, in_time + (not late)
                homes[late].update(one["unit_id"] or self.home_or(one["member_id"], when)
                                   for one in self.facts["task_doers"] if one["task_id"] == task["id"])
            if len(homes[0] | homes[1]) >= self.few:
                told = all(not 0 < len(some) < self.few for some in homes)
                yield [first, done, in_time if told else None]

    def hours(self, start, end):
        for first in self.quarters(start, end):
            cells = defaultdict(lambda: defaultdict(int))
            for line in self.facts["hour_lines"]:
                if line["kind"] not in ("gift", "opening") and quarter_of(day(line["recorded_at"])) == first:
                    cells[line["kind"]][line["unit_id"] or -line["member_id"]] += line["minutes"]
            told, others, of_others = [], 0, set()
            for kind in sorted(cells):
                homes = {home: minutes for home, minutes in cells[kind].items() if minutes}
                if len(homes) >= self.few:
                    told.append([first, kind, sum(homes.values())])
                else:
                    others, of_others = others + sum(homes.values()), of_others | homes.keys()
            yield from told + ([[first, "other", others]] if len(of_others) >= self.few else [])

    def adoption(self, start, end):
        accounts = {one["id"]: one["member_id"] for one in self.facts["accounts"]}
        for first, last, starts in self.months(start, end):
            if first != starts or last >= self.today or last != following(starts) - timedelta(1):
                continue
            acts = [event for event in self.facts["acts"] if first <= day(event["at"]) <= last]
            active = {accounts[event["actor_id"]] for event in acts}
            own = {event["subject_id"] for event in acts if event["kind"] in ("member.changed", "member.photo_changed")
                   and event["subject_kind"] == "member" and accounts[event["actor_id"]] == event["subject_id"]}
            members = set(self.full(last))
            if len(members) >= self.few:
                yield [last, len(members)] + [None if 0 < len(some & members) < self.few else len(some & members) for some in (active, own)]

    def satisfaction(self, start, end):
        for survey in sorted(self.facts["surveys"], key=lambda one: (one["ends_on"], one["id"])):
            if start <= day(survey["ends_on"]) <= end:
                counts = survey["counts"] or []
                many = sum(counts)
                mean = (sum(at * count for at, count in enumerate(counts, 1)) * 200 + many) // (many * 2) if many else None
                answered = survey["answered"]
                told = answered if answered == 0 or answered >= self.few else None
                yield [title(survey), day(survey["ends_on"]), mean, told, survey["asked"]]

    # ---- the scorecards ----

    def people(self, task, when):
        """Whom a task is put down to: who did it, else who has it."""
        rows = [one for one in self.facts["task_doers"] if one["task_id"] == task["id"]]
        rows = rows or [one for one in self.facts["task_holders"]
                        if one["task_id"] == task["id"] and not one["waits"] and not one["has_left"]]
        found = {one["member_id"] for one in rows if one["member_id"]}
        units = {one["unit_id"] for one in rows if one["unit_id"]}
        return found | {member for member, stays in self.stays.items() for first, unit, after, _ in stays
                        if unit in units and first <= when < after}

    def entry(self, member):
        while self.merged.get(member):
            member = self.merged[member]
        return member

    def scores(self, start, end):
        """Of each member: meetings, tasks done, tasks on time, votes (part and whole), minutes."""
        self.merged = {one["id"]: one["merged_into"] for one in self.facts["members"]}
        cards = defaultdict(lambda: {name: [0, 0] for name in ("meetings", "done", "on_time", "votes", "minutes")})

        def count(member, name, counted, amount=1):
            cards[member][name][0] += amount if counted else 0
            cards[member][name][1] += amount

        for task in self.facts["tasks"]:
            done, due = day(task["done_at"]), day(task["due_on"])
            if task["status"] == "cancelled" or not (done or due):
                continue
            for member in self.people(task, done or due):
                if task["status"] == "done" and start <= done <= end:
                    count(member, "done", True)
                if due and start <= due <= end and (task["status"] == "done" or due < end):
                    count(member, "on_time", bool(done) and done <= due)
        for poll in self.facts["polls"]:
            if poll["status"] == "closed" and start <= day(poll["closed_at"]) <= end:
                votes = defaultdict(bool)
                for one in self.facts["roll"]:
                    if one["poll_id"] == poll["id"]:
                        votes[self.entry(one["member_id"])] |= one["has_voted"]
                for member, voted in votes.items():
                    count(member, "votes", voted)
        for meeting in self.facts["meetings"]:
            held, of = day(meeting["held_on"]), lambda table: [one for one in self.facts[table] if one["meeting_id"] == meeting["id"]]
            if meeting["kind"] not in GENERAL or not start <= held <= end:
                continue
            if meeting["ended"]:
                came = {one["member_id"] for one in of("attendances")}
                excused = {one["member_id"] for one in of("meeting_replies") if one["answer"] in ("regrets", "proxy")}
                for one in of("meeting_roll"):
                    if one["member_id"] in came or one["member_id"] not in excused:
                        count(one["member_id"], "meetings", one["member_id"] in came)
            if meeting["status"] != "cancelled":
                for one in of("sheet_marks"):
                    if one["mark"] != "excused":
                        count(one["member_id"], "meetings", one["mark"] in ("present", "online"))
        lines = self.facts["hour_lines"]
        taken = {line["takes_back"] for line in lines}
        for line in lines:
            when = day(line["worked_on"])
            if line["kind"] in ("gift", "opening") or line["takes_back"] or line["id"] in taken or not start <= when <= end:
                continue
            who = {line["member_id"]} if line["member_id"] else {
                member for member, stays in self.stays.items() for first, unit, after, relation in stays
                if unit == line["unit_id"] and first <= when < after and relation != "guest"}
            for member in who:
                count(member, "minutes", True, line["minutes"])
        return cards


def title(row):
    return {"en": row["title_en"], "fr": row["title_fr"]}


def plain(value):
    return value.isoformat() if isinstance(value, date) else value


def hours(minutes):
    whole, rest = divmod(minutes, 60)
    if not minutes:
        return "0\u00a0h"
    return f"{rest}\u00a0min" if not whole else f"{whole}\u00a0h" + (f"\u00a0{rest:02}" if rest else "")


def percent(part, whole):
    return f"{(part * 200 + whole) // (whole * 2)}%" if whole else "–"


class Compared:
    def __init__(self):
        self.many, self.wrong = 0, []

    def same(self, where, ours, theirs):
        self.many += 1
        if ours != theirs:
            self.wrong.append(f"{where}: {ours!r} is {theirs!r} on the page")


def read_csv(text):
    return list(csv.reader(io.StringIO(text.lstrip("\ufeff"))))[1:]


def main(path):
    with open(path, encoding="utf-8") as file:
        given = json.load(file)
    coop, compared = Coop(given["facts"]), Compared()
    for address, document in given["pages"]["figures"].items():
        start, end = day(document["from"]), min(day(document["until"]), coop.today)
        for figure in document["figures"]:
            ours = [[plain(cell) for cell in row] for row in getattr(coop, figure["figure"])(start, end)]
            compared.same(f"{address} {figure['figure']} rows", len(ours), len(figure["rows"]))
            for row, (mine, theirs) in enumerate(zip(ours, figure["rows"])):
                for column, one, other in zip(figure["columns"], mine, theirs):
                    compared.same(f"{address} {figure['figure']} row {row} {column['name']}", one, other)
    start, end = (day(given["pages"]["public"]["period"][at]) for at in (0, 1))
    told = [row for row in coop.turnout(start, end) if row[3] is not None]
    work = [row for row in coop.work(start, end) if row[2] is not None]
    words = {
        "members": str(list(coop.size(start, end))[-1][1]),
        "homes": f"{sum(not coop.is_empty(unit, coop.today) for unit in coop.homes)}/{len(coop.homes)}",
        "turnout": percent(sum(row[3] for row in told), sum(row[4] for row in told)),
        "tasks_on_time": percent(sum(row[2] for row in work), sum(row[1] for row in work)),
    }
    for key, _, value, _ in read_csv(given["pages"]["public"]["csv"]):
        if key in words:
            compared.same(f"/open {key}", words.pop(key), value)
    compared.same("/open, what is missing", {}, words)
    cards = coop.scores(day(given["pages"]["scores"]["from"]), day(given["pages"]["scores"]["to"]))
    names = {one["name"]: one["id"] for one in given["facts"]["members"]}
    for name, meetings, done, on_time, votes, minutes in read_csv(given["pages"]["scores"]["csv"]):
        card = cards[names[name]]
        for column, shown in (("meetings", meetings), ("on_time", on_time), ("votes", votes)):
            compared.same(f"{name} {column}", f"{card[column][0]} of {card[column][1]}", shown)
        compared.same(f"{name} done", str(card["done"][0]), done)
        compared.same(f"{name} minutes", hours(card["minutes"][0]), minutes)
    print(json.dumps({"compared": compared.many, "wrong": compared.wrong[:20]}))
    return 1 if compared.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
