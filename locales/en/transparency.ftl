open-title = { $coop }, public pages
open-mark = public pages
open-description = Figures and decisions of a housing co-op, open to everybody.
open-promise = We live here, we own it together, and we show our work.
open-lede =
    { $homes ->
        [0] { $coop } is run by its members. This page holds what everybody may see.
        [one] One home, run by its members. This page holds what everybody may see.
       *[other] { $homes } homes, run by the members who live in them. This page holds what everybody may see.
    }
open-facade = { $occupied } of { $homes } homes are lived in today.
open-facade-pane = A lit window is a home that is lived in. Which window is lit is drawn by lot.
open-facade-panes = A window stands for { $homes } homes. Which windows are lit is drawn by lot.
open-on-this-page = On this page
open-figures = Figures
open-figures-title = The co-op in figures
open-as-of = { $day }
open-figure-members =
    { $homes ->
        [one] members in one home
       *[other] members in { $homes } homes
    }
open-figure-movement = In twelve months: joined { $joined }, left { $gone }
open-fewer-than = fewer than { $least }
open-figure-homes = homes lived in
open-figure-vacant =
    { $vacant ->
        [0] none is vacant
        [one] one is vacant
       *[other] { $vacant } are vacant
    }
open-figure-turnout = of members voted, on average
open-figure-votes =
    { $votes ->
        [0] no vote yet
        [one] over one vote
       *[other] over { $votes } votes
    }
open-figure-tasks = of tasks done on time
open-figure-tasks-done =
    { $done ->
        [0] none done in twelve months
        [one] of one in twelve months
       *[other] of { $done } in twelve months
    }
open-download = Download all figures of this page:
open-csv-key = Figure
open-csv-what = What
open-csv-value = Value
open-csv-note = Note
open-decisions = Decisions
open-decisions-title = What members decided
open-decisions-all = All decisions
open-decisions-none = No vote has been decided yet.
open-decision-hidden = Decision { $number }, { $day }. Fewer than { $least } members voted, so the numbers are not published.
open-contact = Whom to ask
open-contact-name = Name
open-never = What we never publish:
open-never-why = the names of members, how a member voted, who owes money, phone numbers, or anyone’s hours. Figures about very few people are left out.
open-back = The co-op in figures

figures-title = Our co-op
figures-lede = How the co-op is doing, for everybody who lives here.
figures-in-short = In short
figures-charts = Charts
figures-none = Charts are drawn as soon as there are members and votes.
figures-members = members
figures-members-more = { $many } more than a year ago
figures-members-fewer = { $many } fewer than a year ago
figures-members-same = as many as a year ago
figures-tasks-late = The most late tasks: { $area }
figures-tasks-on-time =
    { $done ->
        [0] Tasks are waiting to be done
        [one] The one task that was done was on time
       *[other] All { $done } tasks that were done were on time
    }
figures-tasks-note = Tasks done in twelve months, and open today, by committee
figures-tasks-row = { $on_time } on time, { $late } late, { $open } open
figures-tasks-no-committee = Without a committee
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
figures-turnout-note = Share of the roll that voted, by number of the decision, in twelve months
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
open-board-names = Members read who the directors are when they are signed in. Names stand here only when the people agree, and nobody was asked yet.
chart-download = Download these numbers:
