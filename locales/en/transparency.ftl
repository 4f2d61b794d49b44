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
open-figure-homes = homes occupied
open-figure-vacant =
    { $vacant ->
        [0] none is vacant
        [one] one is vacant
       *[other] { $vacant } are vacant
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

chart-numbers = The numbers

open-board-summary = { $filled } of { $seats } seats are filled. { $ending ->
        [one] One term ends
       *[other] { $ending } terms end
    } on { $day }.
open-board-names = Members can see who the directors are when they sign in. Names appear here only if the directors agree, and they have not been asked yet.
chart-download = Download these numbers:

open-figure-members-on = on { $day }
open-figure-quarters =
    { $done ->
        [one] of one done in the quarters shown
       *[other] of { $done } done in the quarters shown
    }
open-json = All of it as data (JSON)
open-feed = Follow the decisions in a news reader (Atom)
open-feed-title = { $coop }: what members decided
open-blocks-title = What everybody sees
open-blocks-lede = The public pages are made of these parts. Look at one as everybody would see it, then show it.
open-blocks-closed = The public pages are switched off in the settings of the co-op: at the moment only people who sign in see them.
open-blocks-back = Back to all parts
open-block-look = Look at it
open-block-show = Show this to everybody
open-block-hide = Take it down
open-block-is-shown = Everybody sees it
open-block-is-hidden = Not shown
open-block-now-shown = Everybody sees it now.
open-block-now-hidden = It is not shown any more. Copies kept on the way can be seen for five more minutes.
open-preview-title = As everybody would see it: { $name }
open-preview-shown = This part is on the public pages already.
open-preview-not = Nobody outside sees this part yet. This is how the page will be.
open-block-homes = Homes
open-block-about-homes = How many homes there are, and in how many somebody lives today.
open-block-size = Members
open-block-about-size = How many members there are, told once enough homes have changed.
open-block-turnout = Votes
open-block-about-turnout = How many took part in the votes that decided something.
open-block-work = Tasks
open-block-about-work = How many tasks were done in each quarter, and how many on time.
open-block-meetings = General meetings
open-block-about-meetings = How many came to each general meeting.
open-block-hours = Hours
open-block-about-hours = How many hours were given in each quarter, and for what. Nobody’s own.
open-block-vacancies = Empty homes
open-block-about-vacancies = How many days homes stood empty, month by month.
open-block-satisfaction = Satisfaction
open-block-about-satisfaction = How satisfied people said they were in surveys.
open-block-decisions = Decisions
open-block-about-decisions = What all members decided, with the numbers of votes in which enough took part. Also as a feed.
open-block-board = The board
open-block-about-board = How many seats are filled and when terms end. No names.
event-open-block-shown = showed a part of the public pages
event-open-block-hidden = took a part of the public pages down
fact-open-block = Part

observers-title = What observers looked at
observers-lede = Auditors and others who only read sign in for a limited time. Every page that they were shown is noted here, for two years.
observers-none = No observer has looked at anything yet.
observers-caption = Pages that observers were shown, the latest days first
observers-more = These are the latest. The file has all of them.
observers-download = Download all of it:
observers-file = observers
observers-column-page = Page
observers-column-who = Who
observers-column-day = Day
observers-column-many = Times
observers-column-from = First
observers-column-until = Last
event-observer-views-exported = downloaded what observers looked at
kept-observer-views = What observers looked at
kept-observer-views-for = { $months } months
everything-observer-views = Pages you were shown as an observer
fact-day = Day
fact-page = Page
fact-many = Times
fact-first-at = First
fact-last-at = Last
