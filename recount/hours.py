#!/usr/bin/env python3
"""Adds hours up again from the exported lines:  python3 hours.py LINES.csv --year-starts 7 --until 2026-12-31 \
       --duty 2026-01-01,home,240,3,some,480 [--duty …] [--let-go NAME=2026-03:50] [--here NAME=2026-02:2026-11] [NAME …]

Python's standard library alone, nothing of the program that it checks, whole minutes only. A duty is: from when, of each home or member, minutes
a month, months of a period, what becomes of what is over (nothing, some, everything), at most so many minutes. Everybody is asked for all of
it in every month, but for what is let go, in percent, and for the months in which they are not here. It prints, as JSON, for every home or
member and each period, what was due, given, received or given away, carried in, missing, over and kept; and the sums of every month.
The columns of the file are read by their place: number, day, kind, title, member, home, minutes. The kind is a word in either language.
"""
import argparse, csv, io, json, sys

GIFTS = {"Gift of hours", "Don d’heures"}


def month_of(day):
    """A month as a number, so that months can be added."""
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def first_day(month):
    return f"{month // 12:04}-{month % 12 + 1:02}-01"


def read(path):
    with open(path, "rb") as file:
        text = file.read().decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text), delimiter=";" if text.split("\n", 1)[0].count(";") > 4 else ","))
    return [(row[1], row[2], row[4], row[5], int(row[6])) for row in lines[1:] if row]


def periods(duties, year_starts, until):
    """From, until (not included) and duty of each period, as months."""
    found, at = [], duties[0][0]
    while at <= month_of(until):
        duty = [one for one in duties if one[0] <= at][-1]
        end = at + duty[3] - (at - (year_starts - 1)) % duty[3]
        found.append((at, end, duty))
        at = end
    return found


def half_up(minutes, percent):
    return (minutes * percent * 2 + 100) // 200


def reckon(lines, spans, asked):
    """The periods of one home or member."""
    carried, per, found = 0, None, []
    for start, end, duty in spans:
        carried = carried if per in (None, duty[1]) else 0
        per = duty[1]
        inside = [(kind, minutes) for day, kind, minutes in lines if start <= month_of(day) < end]
        given = sum(minutes for kind, minutes in inside if kind not in GIFTS)
        gifts = sum(minutes for kind, minutes in inside if kind in GIFTS)
        due = sum(half_up(duty[2], asked(month)) for month in range(start, end) if asked(month) is not None)
        whole = sum(duty[2] for month in range(start, end) if asked(month) is not None)
        balance = carried + given + gifts - due
        over = max(balance, 0)
        kept = {"nothing": 0, "some": min(over, duty[5]), "everything": over}[duty[4]]
        found.append({"from": first_day(start), "due": due, "excused": whole - due, "carried": carried, "given": given,
                      "gifts": gifts, "missing": max(-balance, 0), "over": over, "kept": kept})
        carried = kept
    return found


def months(lines):
    sums = {}
    for day, kind, minutes in lines:
        one = sums.setdefault(first_day(month_of(day)), {"given": 0, "gifts": 0})
        one["gifts" if kind in GIFTS else "given"] += minutes
    return dict(sorted(sums.items()))


def main():
    said = argparse.ArgumentParser(description="Adds hours up again from the exported lines.")
    said.add_argument("file")
    said.add_argument("names", nargs="*")
    said.add_argument("--year-starts", type=int, default=1)
    said.add_argument("--until", required=True)
    said.add_argument("--duty", action="append", required=True)
    said.add_argument("--let-go", action="append", default=[])
    said.add_argument("--here", action="append", default=[])
    said = said.parse_args()
    duties = []
    for text in said.duty:
        start, per, minutes, length, carry, most = text.split(",")
        duties.append((month_of(start), per, int(minutes), int(length), carry, int(most)))
    duties.sort()
    let_go, here = {}, {}
    for text in said.let_go:
        name, when = text.rsplit("=", 1)
        month, percent = when.split(":")
        let_go[name, month_of(month)] = max(int(percent), let_go.get((name, month_of(month)), 0))
    for text in said.here:
        name, when = text.rsplit("=", 1)
        start, end = when.split(":")
        here[name] = (month_of(start), month_of(end) if end else 10 ** 6)
    rows, answer = read(said.file), {}
    column = 3 if duties[-1][1] == "home" else 2
    for name in sorted({row[column] for row in rows if row[column]} | set(said.names)):
        own = [(row[0], row[1], row[4]) for row in rows if row[column] == name]
        span = here.get(name, (0, 10 ** 6))

        def asked(month):
            return 100 - let_go.get((name, month), 0) if span[0] <= month <= span[1] else None

        answer[name] = {"periods": reckon(own, periods(duties, said.year_starts, said.until), asked), "months": months(own)}
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=1, sort_keys=True)
    print()


if __name__ == "__main__":
    main()
