"""Works out the days of random recurring chores with python-dateutil, and tells where `cooperator occurrences` says otherwise.

See README.md beside this file. The rules come from a fixed seed.
"""

import argparse
import calendar
import datetime
import random
import subprocess
import sys

from dateutil.rrule import rrulestr

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
LATEST = datetime.datetime(2100, 12, 31)


def day_of(rng, month=None):
    kind = rng.randrange(4)
    if kind == 0:
        longest = 31 if month is None else (29 if month == 2 else calendar.monthrange(2027, month)[1])
        day = rng.randint(1, longest)
        if day <= 28:
            return f"BYMONTHDAY={day}"
        return f"BYMONTHDAY={','.join(map(str, range(28, day + 1)))};BYSETPOS=-1"
    if kind == 1:
        return "BYMONTHDAY=-1"
    return f"BYDAY={rng.choice([1, 2, 3, 4]) if kind == 2 else -1}{rng.choice(DAYS)}"


def rule(rng):
    """(first day, parts without interval and end, interval, months of the season or none, end)."""
    first = datetime.datetime(2000, 1, 1) + datetime.timedelta(days=rng.randrange(34_000))
    freq = rng.choice(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
    months = None
    if freq == "DAILY":
        parts, interval = "FREQ=DAILY", rng.choice([1, 2, 3, 4, 7, 10, rng.randint(1, 366)])
    elif freq == "WEEKLY":
        chosen = sorted(rng.sample(range(7), rng.choice([1, 1, 2, 3, 7])))
        parts, interval = "FREQ=WEEKLY;BYDAY=" + ",".join(DAYS[day] for day in chosen), rng.choice([1, 2, 3, rng.randint(1, 52)])
    elif freq == "MONTHLY":
        parts, interval = "FREQ=MONTHLY;" + day_of(rng), rng.choice([1, 1, 2, 3, 6, rng.randint(1, 24)])
    else:
        month = rng.randint(1, 12)
        parts, interval = f"FREQ=YEARLY;BYMONTH={month};" + day_of(rng, month), rng.choice([1, 1, 2, rng.randint(1, 10)])
    if freq != "YEARLY" and rng.random() < 0.5:
        start, length = rng.randrange(12), rng.randint(1, 11)
        months = [(start + n) % 12 + 1 for n in range(length)]
    end = None
    if rng.random() < 0.3:
        end = ("COUNT", rng.randint(1, 60))
    elif rng.random() < 0.4:
        end = ("UNTIL", min(first + datetime.timedelta(days=rng.randrange(4_000)), LATEST))
    return first, parts, interval, months, end


def text(parts, interval, months, end):
    said = f"{parts};INTERVAL={interval}"
    if months:
        said += ";BYMONTH=" + ",".join(map(str, months))
    if end and end[0] == "COUNT":
        said += f";COUNT={end[1]}"
    elif end:
        said += f";UNTIL={end[1]:%Y%m%d}"
    return said


def stretches(first, last, months):
    if not months:
        yield first, last
        return
    for year in range(first.year - 1, last.year + 1):
        start = datetime.datetime(year, months[0], 1)
        end_year = year + (1 if months[-1] < months[0] else 0)
        end = datetime.datetime(end_year, months[-1], calendar.monthrange(end_year, months[-1])[1])
        start, end = max(start, first), min(end, last)
        if start <= end:
            yield start, end


def days(first, parts, interval, months, end, most):
    last = end[1] if end and end[0] == "UNTIL" else LATEST
    most = min(most, end[1]) if end and end[0] == "COUNT" else most
    found = []
    for start, stop in stretches(first, last, months):
        # the first day that fits begins the count; from there on the rule is dateutil's alone
        anchor = rrulestr(f"{parts};UNTIL={stop:%Y%m%d}", dtstart=start).after(start, inc=True)
        if anchor is None:
            continue
        for day in rrulestr(f"{parts};INTERVAL={interval};UNTIL={stop:%Y%m%d}", dtstart=anchor):
            found.append(day)
            if len(found) == most:
                return found
    return found


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--program", default="target/release/cooperator")
    options.add_argument("--rules", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=2026)
    options.add_argument("--most", type=int, default=60)
    wanted = options.parse_args()
    rng = random.Random(wanted.seed)
    rules = [rule(rng) for _ in range(wanted.rules)]
    asked = "".join(f"{first:%Y-%m-%d} {wanted.most} {text(*rest)}\n" for first, *rest in rules)
    command = [wanted.program, "occurrences"]
    answers = subprocess.run(command, input=asked, capture_output=True, text=True, check=True).stdout.split("\n")[:-1]
    assert len(answers) == len(rules), f"{len(answers)} answers to {len(rules)} rules"
    apart = refused = compared = 0
    for (first, *rest), answer in zip(rules, answers):
        theirs = " ".join(f"{day:%Y-%m-%d}" for day in days(first, *rest, wanted.most))
        if not theirs:
            # a rule without any day is refused
            refused += 1
            ours_is_right = answer.startswith("refused")
        else:
            compared += len(theirs.split())
            ours_is_right = answer == theirs
        if not ours_is_right:
            apart += 1
            print(f"{first:%Y-%m-%d} {text(*rest)}\n  ours   {answer[:200]}\n  theirs {theirs[:200]}")
    print(f"{len(rules)} rules, {compared} days, {refused} of them without any day; {apart} differ")
    return 1 if apart else 0


if __name__ == "__main__":
    sys.exit(main())
