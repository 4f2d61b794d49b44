open-title = { $coop }, public pages
open-mark = public pages
open-description = Figures and decisions of a housing co-op, open to everybody.
open-promise = We live here, we own it together, and we show our work.
open-lede =
    { $homes ->
        [0] { $coop } is run by its members. This page shows what everybody may see.
        [one] One home, run by its members. This page shows what everybody may see.
       *[other] { $homes } homes, run by the members who live in them. This page shows what everybody may see.
    }
open-facade = { $occupied } of { $homes } homes are occupied today.
open-facade-pane = Each lit window is an occupied home. Which windows are lit is chosen at random.
open-facade-panes = Each window stands for { $homes } homes. Which windows are lit is chosen at random.
open-on-this-page = On this page
open-figures = Figures
open-figures-title = The co-op in figures
open-as-of = { $day }
open-figure-members =
    { $homes ->
        [one] members in one home
       *[other] members in { $homes } homes
    }
open-figure-movement = In the last twelve months: { $joined } joined, { $gone } left
open-fewer-than = fewer than { $least }
open-figure-homes = homes occupied
open-figure-vacant =
    { $vacant ->
        [0] none is vacant
        [one] one is vacant
       *[other] { $vacant } are vacant
    }
open-figure-turnout = of members voted, on average
open-figure-votes =
    { $votes ->
        [0] no votes yet
        [one] over one vote
       *[other] over { $votes } votes
    }
open-figure-tasks = of tasks done on time
open-figure-tasks-done =
    { $done ->
        [0] none done in the last twelve months
        [one] of one in the last twelve months
       *[other] of { $done } in the last twelve months
    }
open-download = Download all figures on this page:
open-csv-key = Figure
open-csv-what = What
open-csv-value = Value
open-csv-note = Note
open-decisions = Decisions
open-decisions-title = What members decided
open-decisions-all = All decisions
open-decisions-none = Nothing has been decided yet.
open-decision-entered = Decision { $number }, { $day }. Decided by: { $body }.
open-decision-hidden = Decision { $number }, { $day }. Fewer than { $least } members voted, so the numbers are not published.
open-contact = Who to ask
open-contact-name = Name
open-never = What we never publish:
open-never-why = members’ names, how a member voted, who owes money, phone numbers, or anyone’s hours. Figures about very few people are left out.
open-back = The co-op in figures

figures-title = Our co-op
figures-lede = How the co-op is doing, for everybody who lives here.
figures-in-short = In short
figures-charts = Charts
figures-none = Charts will appear once there are members and votes.
figures-members = members
figures-members-more = { $many } more than a year ago
figures-members-fewer = { $many } fewer than a year ago
figures-members-same = as many as a year ago
figures-tasks-late = Most late tasks: { $area }
figures-tasks-on-time =
    { $done ->
        [0] No tasks done yet
        [one] The one task done was on time
       *[other] All { $done } tasks done were on time
    }
figures-tasks-note = Tasks done in the last twelve months, and open today, by committee
figures-tasks-row = { $on_time } on time, { $late } late, { $open } open
figures-tasks-no-committee = No committee
figures-tasks-key-on-time = On time
figures-tasks-key-late = Late
figures-tasks-key-open = Still open
figures-tasks-area = Committee
figures-turnout-all =
    { $votes ->
        [one] The last vote reached its quorum, with { $average } voting
       *[other] All of the last { $votes } votes reached their quorum, with { $average } voting on average
    }
figures-turnout-missed =
    { $missed ->
        [one] One of the last { $votes } votes missed its quorum
       *[other] { $missed } of the last { $votes } votes missed their quorum
    }
figures-turnout-note = Share of the roll that voted, by decision number, in the last twelve months
figures-quorum-mark = The dotted line is the quorum of the vote.
figures-vote = Vote
figures-closed = Closed
figures-cast = Voted
figures-roll = Roll
figures-quorum-needed = Quorum
figures-growth-more = We are { $many } more than a year ago: { $members } members
figures-growth-fewer = We are { $many } fewer than a year ago: { $members } members
figures-growth-same = As many members as a year ago: { $members }
figures-growth-note = Members on the first of each month, and today
figures-day = Day
figures-members-heading = Members
chart-numbers = The numbers

open-board-summary = { $filled } of { $seats } seats are filled. { $ending ->
        [one] One term ends
       *[other] { $ending } terms end
    } on { $day }.
open-board-names = Members can see who the directors are when they sign in. Names appear here only if the directors agree, and they have not been asked yet.
chart-download = Download these numbers:
