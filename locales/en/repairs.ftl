# Repair requests: what residents ask to have repaired. Who sees one is said before it is sent.
repairs-title = Repairs
repairs-seen = A request is read by the people of the home, by who deals with it and by those who answer for repairs. Nobody else sees it.
nav-repairs = Repairs
nav-help-repairs = What is broken, and who comes
repair-ask = Ask for a repair
repairs-to-deal = To deal with
repairs-own = Yours and your home’s
repairs-past = Closed
repairs-none = You have no open request. When something is broken, at home or in the building, say so here.
repairs-none-found = No request matches. Try another filter.
repairs-none-to-deal = Nothing is open. Everything is dealt with.
repairs-more = Only the first { $count } are shown. Filter to see the others.
repairs-status = How far it is
repairs-urgency = How urgent
repairs-who = Who deals with it
repairs-open = All that are open
repairs-any = However urgent
repairs-anybody = Anybody
repair-nobody = Nobody yet
repair-number-asked = No. { $number }, asked { $when }
repair-dealt-by = { $name } deals with it
repair-closed-on = closed { $when }
repair-in-home = Home { $home }, { $place }
repair-in-common = Common place: { $place }
repair-home = Home { $home }
repair-common = A common place in the building
repair-status-sent = Sent
repair-status-seen = Somebody deals with it
repair-status-planned = Visit planned
repair-status-repaired = Repaired
repair-status-closed_without = Closed without repair
repair-status-withdrawn = Withdrawn
repair-urgency-now = Now
repair-urgency-soon = Soon
repair-urgency-whenever = Can wait
repair-urgency-means-now = Somebody is in danger, or there is no water, heat or power.
repair-urgency-means-soon = It gets worse, or you miss it every day.
repair-urgency-means-whenever = It can wait until somebody comes by.
repair-visit-day = { $day }
repair-visit-between = { $day }, between { $from } and { $to }
repair-visit-from = { $day }, from { $from }
repair-visit-until = { $day }, before { $to }

repair-new-title = Ask for a repair
repair-edit-title = Change what your request says
repair-danger = In danger, call 911 first. If it cannot wait, call as well as writing here
repair-access-title = Getting in
repair-access-help = Only the people of your home and the one person who comes read this. It is erased when the request is closed. Leave it empty for a common place, or if you will say it later.
repair-access-seen = Only the people of the home and the person who comes see this. It is erased when the request is closed.
repair-access-give = Say how to get in
repair-access-change = Change how to get in
repair-access-confirm = Yes, this still holds
repair-access-given = Saved. Only the people of your home and who comes see it.
repair-confirm-asked = The visit has moved. Please look whether what you said about getting in still holds.
repair-not-confirmed = The visit has moved, and the home has not confirmed yet that this still holds. Ask before you go in.
repair-enter-none = I do not say now
repair-enter-yes = You may come in while nobody is home
repair-enter-when_home = Only while somebody is home
repair-readers = Who will read this
repair-reads-home = If it is about home { $home }: everybody who lives there now. Whoever moves in later will not see it.
repair-reads-homes = If it is about a home: everybody who lives there now. Whoever moves in later will not see it.
repair-reads-leads = { $names }: they lead the committee “{ $committee }”, which deals with repairs.
repair-reads-common = If it is about a common place: everybody on the committee “{ $committee }”.
repair-reads-office = { $names }: they manage repairs for the co-op.
repair-reads-comes = Whoever is asked to come.
repair-reads-access = How to get in is read by the people of the home and by the person who comes, and by nobody else.
repair-photos-later = You can add photos once the request is sent.
repair-send = Send the request
repair-asked = Your request is sent. You can add photos now, and you see here what becomes of it.
repair-saved = Your request is changed. What it said before is gone.
repair-back = Back to the request

repair-who-sees = Only the people of the home, who deals with it and those who answer for repairs see this page.
repair-number = Number
repair-where = Where
repair-asked-by = Asked by
repair-visit = Visit
repair-closed = Closed
repair-done = What was done
repair-why-without = Why it was closed without repair
repair-visit-over = The day of the visit is over. Close the request, or plan another visit.
repair-next = What happens next
repair-take = I’ll take it
repair-taken = You deal with this request.
repair-plan = Plan a visit
repair-plan-act = Plan this visit
repair-planned = The visit is planned, and the home is told.
repair-close = Close the request
repair-close-act = Close the request
repair-closing-repaired = It works again.
repair-closing-closed_without = Nobody repaired it. You say why.
repair-is-repaired = The request is closed: repaired.
repair-is-closed = The request is closed without repair.
repair-hand-over = Hand it to somebody else
repair-hand-over-act = Hand it over
repair-given = The request is handed over.
repair-make-task = Make a task of it
repair-make-task-help = Everybody sees tasks. Only the title and the committee are taken over: take out of the title what not everybody should read.
repair-not-fixed = It is not fixed
repair-still-needed = It is needed after all
repair-reopen = Open the request again
repair-reopened = The request is open again, and who deals with it is told.
repair-photos = Photos
repair-edit = Change what it says
repair-withdraw = Withdraw the request
repair-withdrawn = Your request is withdrawn.
repair-history = What happened
repair-history-asked =
    { $urgency ->
        [none] { $actor } asked for a repair.
       *[other] { $actor } asked for a repair: { $urgency }.
    }
repair-history-changed =
    { $urgency ->
        [none] { $actor } changed what the request says.
       *[other] { $actor } changed how urgent it is: { $urgency }.
    }
repair-history-taken = { $actor } took it.
repair-history-given =
    { $name ->
        [none] { $actor } gave it back: nobody deals with it for now.
       *[other] { $actor } handed it to { $name }.
    }
repair-history-planned = { $actor } planned a visit by { $name }: { $visit }.
repair-history-repaired = { $actor } closed it as repaired: { $outcome }
repair-history-closed-without = { $actor } closed it without repair: { $outcome }
repair-history-withdrawn = { $actor } withdrew it.
repair-history-reopened = { $actor } opened it again.
repair-history-freed = Whoever dealt with it left the co-op. Nobody deals with it for now.
repair-history-given-back = { $name } deals with it again.
repair-history-access-given = { $actor } said how to get in.
repair-history-discussion-closed = { $actor } closed the discussion.
repair-history-discussion-reopened = { $actor } opened the discussion again.

repairs-settings-title = Repairs
repairs-no-committee = No committee: the people who manage repairs
repairs-settled = Saved.
home-repair-visit = Repair: visit on { $day }.
home-repair = A repair request.
files-lede-repair = Whoever sees the request can open its photos. You can take a photo of yours out again: it is gone for good, and so is what you wrote about it.

field-repair-home = Home or common place
field-repair-place = Where exactly
hint-repair-place = For example: bathroom, kitchen sink, laundry room.
field-repair-title = What is broken
hint-repair-title = A few words. Say no names or phone numbers here.
field-repair-details = What you see, hear or smell
hint-repair-details = Since when, and what you tried. You can change or take out these words later.
field-urgency = How urgent is it
field-access-enter = May somebody come in
field-access-times = Times that suit you
hint-access-times = For example: weekdays after 16:00.
field-access-pets = Pets
field-access-way-in = The key or the alarm
hint-access-way-in = Where the key is, or the code of an alarm.
field-dealer = Who deals with it
hint-dealer = They are told, and see the request. How to get in is seen by them and by you no longer.
field-visit-on = Day of the visit
field-visit-from = From
field-visit-to = Until
field-repair-how = How does it end
field-repair-outcome = What was done, or why it is closed without repair
hint-repair-outcome = The home reads this, and it stays in the history.
field-not-fixed = What is still wrong
hint-not-fixed = Who deals with it reads this in the discussion below. You can take it back.
field-repairs-committee = Committee that deals with repairs
hint-repairs-committee = Its leads see all requests; its members see those about common places and those that are theirs to do. Nobody else on the committee sees requests from homes.
wrong-repair-enter = Choose whether somebody may come in.
wrong-repair-access-common = This is about a home. Choose a home above, or leave it empty for a common place.
wrong-repair-day-over = This day is over. Choose today or a later day.
wrong-repair-visit-order = The end must be after the beginning.
wrong-repair-nobody = Say first who deals with it: they come.
conflict-repair-closed = This request is closed. Open it again first.
conflict-repair-open = This request is open already.
comment-wrong-strangers = Not everybody sees this page, and these people do not: { $limit }. Your comment was not sent, and nobody was told. Take the @ away, or hand the request to them first.

event-repair-asked = asked for a repair
event-repair-changed = changed a repair request
event-repair-taken = took a repair request
event-repair-given = handed over a repair request
event-repair-planned = planned a visit for a repair
event-repair-repaired = closed a repair request as repaired
event-repair-closed-without = closed a repair request without repair
event-repair-withdrawn = withdrew a repair request
event-repair-reopened = opened a repair request again
event-repair-freed = freed a repair request of somebody who left
event-repair-given-back = gave a repair request back
event-repair-access-given = said how to get in for a repair
event-repair-discussion-closed = closed the discussion of a repair request
event-repair-discussion-reopened = opened the discussion of a repair request again
event-repairs-settled = changed which committee deals with repairs
audit-about-repair = Repairs
fact-dealer-id = Number of who deals with it in this program
fact-words = Words
fact-repair-closed-at = Closed on
fact-place = Place
everything-repairs = Repairs you asked for
kept-repairs = Repair requests
kept-repairs-for = As long as the co-op exists; your words are removed from yours once you are erased
kept-repair-access = How to get into a home for a repair
kept-repair-access-for = Until the request is closed
departure-repairs =
    { $count ->
        [one] One open repair request has nobody to deal with it.
       *[other] { $count } open repair requests have nobody to deal with them.
    }
departure-repairs-lost =
    { $count ->
        [one] one repair request, which somebody took or closed in the meantime.
       *[other] { $count } repair requests, which somebody took or closed in the meantime.
    }
attention-repairs-urgent =
    { $count ->
        [one] One urgent repair has nobody to deal with it
       *[other] { $count } urgent repairs have nobody to deal with them
    }
attention-repairs-urgent-act = See who can go
attention-repairs-unseen =
    { $count ->
        [one] One repair request waits for somebody
       *[other] { $count } repair requests wait for somebody
    }
attention-repairs-unseen-act = Find somebody

notice-repair-urgent = An urgent repair request
notice-repair-urgent-help = At once, when somebody is in danger or has no water, heat or power, and you answer for repairs.
notice-repair-urgent-subject = Urgent repair: { $name }
notice-repair-urgent-line =
    { $by ->
        [none] This urgent request has nobody to deal with it.
       *[other] { $by } asks for a repair that cannot wait.
    }
notice-repair-asked = A repair request
notice-repair-asked-help = When one comes in, or has nobody to deal with it, and you answer for repairs.
notice-repair-asked-subject = A repair request: { $name }
notice-repair-asked-line =
    { $by ->
        [none] This request has nobody to deal with it.
       *[other] { $by } asks for a repair.
    }
notice-repair-step = Your repair request goes on
notice-repair-step-help = When somebody deals with a request of yours or of your home, plans a visit, or closes it.
notice-repair-step-subject = Your repair request: { $name }
notice-repair-step-line =
    { $happened ->
        [taken] Somebody deals with it now.
        [given] Who deals with it changed.
        [planned] A visit is planned. Its page says when, and whether you should confirm how to get in.
        [repaired] It is closed: repaired. If it is not, say so on its page.
        [closed_without] It is closed without repair. Its page says why.
       *[reopened] It is open again.
    }
notice-repair-dealing = A repair request that you deal with
notice-repair-dealing-help = When somebody hands you a request, plans a visit for you, withdraws a request that you deal with, or says how to get in.
notice-repair-dealing-subject = Yours to deal with: { $name }
notice-repair-dealing-line =
    { $happened ->
        [given] This request was handed to you.
        [given_back] This request is yours again.
        [planned] A visit of yours is planned.
        [withdrawn] It was withdrawn. You need not come.
       *[access_given] The home said how to get in.
    }
notice-repair-reopened = A repair is not fixed
notice-repair-reopened-help = When a request that you dealt with is opened again.
notice-repair-reopened-subject = Not fixed: { $name }
notice-repair-reopened-line =
    { $by ->
        [none] The request is open again.
       *[other] { $by } opened the request again. The discussion says why.
    }
notice-repair-words = Words on a repair request
notice-repair-words-help = When somebody writes on a request of yours, of your home, or that you deal with.
notice-repair-words-subject = A comment: { $name }
notice-repair-words-line =
    { $by ->
        [none] There is a new comment on this request.
       *[other] { $by } wrote something on this request.
    }
