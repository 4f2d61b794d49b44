tasks-title = Tasks
tasks-lede = What needs to be done in the building, and who is doing it.
task-add = Add a task
tasks-filter = Filter the tasks
tasks-filter-small = Filter the tasks (small screen)
tasks-whose = Whose tasks
tasks-committee = Committee
tasks-state = State
tasks-everybody = Everybody’s tasks
tasks-every-committee = All committees
tasks-show = Show
tasks-all = All
tasks-mine = Mine
tasks-of-home = Home { $home }
tasks-as-list = As a list
tasks-as-month = As a month
tasks-month = { $month } { $year }
tasks-months = Months
tasks-month-before = Month before
tasks-month-after = Month after
tasks-month-none = Nothing is due in this month.
tasks-month-cut = Only the first tasks are shown. Choose a committee, or whose they are.
tasks-as-board = As a board
tasks-jump = Go to a column
tasks-count-word =
    { $count ->
        [one] task
       *[other] tasks
    }
lane-todo = To do
lane-doing = Doing
lane-waiting = Waiting
lane-done = Done
lane-here = (here)
lane-empty = No tasks here.
lane-see-all = See all { $count }
task-you = You
task-me = Me
task-home = Home { $home }
task-your-home = Your home, { $home }
task-nobody = Nobody yet
task-no-committee = No committee
task-tag-late = Late
task-tag-today = Due today
task-tag-week = This week
task-tag-done = Done
task-take = I’ll take it
task-move = Move
task-move-to = Move to
task-move-act = Move the task
about-task = { ": " }{ $name }
task-moved = Moved to { $name }
task-taken = “{ $name }” is yours now. Thank you.
task-completed = “{ $name }” is done. Thank you.
task-cancelled = “{ $name }” has been cancelled.
task-added = “{ $name }” is on the board.
task-saved = “{ $name }” is saved.
task-place = { $words }, { $place } of { $count }
task-moved-meanwhile = Somebody changed “{ $name }” while you had it open: { $happened }. Your change was not made. This is the task now.
conflict-task-taken = Somebody already has this task, or it is no longer open. Reload the page to see it as it is now.
conflict-task-done = This task is done. Move it back before you cancel it.

tasks-none = No tasks match. Try another filter.
tasks-file = tasks
tasks-column-id = Number
tasks-column-title = Task
tasks-column-status = State
tasks-column-owner = Who
tasks-column-due-on = Due
tasks-column-done-on = Done on
tasks-column-on-time = On time
tasks-column-committee = Committee
tasks-column-credit = Hours
tasks-column-minutes = Credited minutes
task-status-open = Open
task-status-todo = To do
task-status-doing = Doing
task-status-waiting = Waiting
task-status-done = Done
task-status-cancelled = Cancelled
task-status-all = All
tasks-yes = yes
tasks-no = no
tasks-duration-hours = { $hours } h
tasks-duration-minutes = { $minutes } min
tasks-duration-both = { $hours } h { $minutes } min

task-new-title = Add a task
task-edit-title = Edit a task
task-back = Back
task-who-sees = Everybody with an account in this co-op sees this task.
task-who = Who
task-done-at = Done
task-credit = Hours credited
task-author = Added by
task-outcome = How it went
task-outcome-typed = What you typed
task-next = Next step
task-step-todo = Move back to To do
task-step-doing = Start
task-step-waiting = Set to waiting
task-complete = Mark done
task-edit = Edit
task-cancel = Cancel the task
task-history = History
task-history-none = Nothing has happened yet.
task-history-created = { $actor } added this task
task-history-assigned = { $actor } gave it to { $name }
task-history-moved = { $actor } moved it to { $to }
task-history-completed = { $actor } marked it done
task-history-reopened = { $actor } reopened it
task-history-taken = { $actor } took it
task-history-edited = { $actor } edited it
task-history-cancelled = { $actor } cancelled it
wrong-hours = Enter hours like 1.5, 1h30 or 90 min, up to 100 h.
wrong-hours-not-yours = Only the person who added the task, or an admin, can change its hours.
wrong-not-yours-to-give = Choose yourself, your home, or nobody yet. Only an admin can give a task to anybody; a committee lead can give a committee’s tasks to its members.

event-task-created = added a task
event-task-assigned = gave a task to somebody
event-task-moved = moved a task
event-task-completed = finished a task
event-tasks-exported = downloaded the list of tasks
event-task-reopened = reopened a task
event-task-taken = took a task
event-task-edited = edited a task
event-task-late = sent a reminder that a task is late
event-committee-tasks-late = told the leads of a committee what is late
event-task-due-soon = sent a reminder that a task is due soon
event-task-cancelled = cancelled a task
event-task-taken-away = took a task off whoever had it

departure-tasks =
    { $count ->
        [one] One open task has nobody to do it. Others can take it.
       *[other] { $count } open tasks have nobody to do them. Others can take them.
    }
departure-tasks-lost =
    { $count ->
        [one] one task, which somebody took or finished in the meantime.
       *[other] { $count } tasks, which somebody took or finished in the meantime.
    }
attention-tasks-left =
    { $count ->
        [one] One task belonged to somebody who left
       *[other] { $count } tasks belonged to people who left
    }
task-nobody-left = Nobody yet ({ $name } had it before leaving)
event-task-freed = made a task available after a departure
event-task-given-back = gave a task back after a departure was cancelled
attention-tasks-left-act = Find somebody
attention-tasks-late =
    { $count ->
        [one] One task is late
       *[other] { $count } tasks are late
    }
attention-tasks-late-act = See late tasks
attention-tasks-unowned =
    { $count ->
        [one] One task has nobody to do it
       *[other] { $count } tasks have nobody to do them
    }
attention-tasks-unowned-act = Find somebody
tasks-of-nobody = Nobody yet
task-credit-waits = These hours count once another person agrees.
task-credit-agree = Agree to these hours
task-approval-waits = These hours count once a lead of the committee has looked at what was done.
task-approval-act = It is done: let the hours count
task-agreed = You agreed to the hours of “{ $name }”.
event-task-credit-agreed = agreed to the hours of a task
task-history-credit-agreed = { $actor } agreed to the hours
task-history-taken-away = { $actor } took it off whoever had it
attention-tasks-to-agree =
    { $count ->
        [one] The hours of one finished task wait for another person to agree
       *[other] The hours of { $count } finished tasks wait for another person to agree
    }
attention-tasks-to-agree-act = See them
tasks-search = Find a task
tasks-count =
    { $count ->
        [one] One task
       *[other] { $count } tasks
    }
tasks-more-than = More than { $count } tasks
several-task-assign = Give those I tick to somebody
several-task-due = Change their date
several-task-move = Move them
several-task-remind = Send reminders
several-task-title-assign = Give several tasks to somebody
several-task-title-due = Change the date of several tasks
several-task-title-move = Move several tasks
several-task-title-remind = Send reminders for several tasks
several-task-will =
    { $count ->
        [one] This is for one task
       *[other] This is for { $count } tasks
    }
several-task-not = Nothing happens to
several-task-act-assign = Give them to this person
several-task-act-due = Change the date
several-task-act-move = Move them
several-task-act-remind = Send the reminders
several-task-done-assign =
    { $count ->
        [one] One task was given.
       *[other] { $count } tasks were given.
    }
several-task-done-due =
    { $count ->
        [one] The date of one task is changed.
       *[other] The dates of { $count } tasks are changed.
    }
several-task-done-move =
    { $count ->
        [one] One task is moved.
       *[other] { $count } tasks are moved.
    }
several-task-done-remind =
    { $count ->
        [0] Everybody was reminded already today.
        [one] One reminder is on its way.
       *[other] Reminders for { $count } tasks are on their way.
    }
several-task-undone =
    { $count ->
        [one] One task is as it was before.
       *[other] { $count } tasks are as they were before.
    }
several-task-closed = Done or cancelled
several-task-not-yours = Only who wrote it, has it or manages tasks can do this
several-task-nobody = Nobody has it yet
several-task-no-day = It has no date
several-task-reminded = A reminder was sent today

# ---- who has it, who did it, steps ----
task-more = More: priority, first day, places
task-priority-high = High
task-priority-normal = Normal
task-priority-low = Low
task-tag-high = High priority
task-all-of = Everyone on { $committee }
task-and-more = { $names } and { $count } more
task-due-at = { $day }, { $time }
task-places = { $taken } of { $places } places taken
task-places-waiting =
    { $waiting ->
        [one] All { $places } places taken, 1 person waiting
       *[other] All { $places } places taken, { $waiting } people waiting
    }
task-steps-of = { $ticked } of { $steps } steps
task-waits = waiting for a place
task-wait = Put me on the waiting list
task-waits-for-place = All places of “{ $name }” are taken. You are on the waiting list, and we tell you when a place is free.
task-holders = Who has it
task-holders-title = Who has this task
task-give = Give the task
task-given = “{ $name }” was given.
task-take-away = Take it off the task
task-taken-away = Somebody no longer has “{ $name }”.
task-give-up = I cannot do it
task-give-up-help = The task is free again for somebody else. The person who added it and the committee lead are told.
task-give-up-act = Give it up
task-given-up = You gave up “{ $name }”.
task-files = Photos and files
task-steps = Steps
task-steps-add = Add steps
task-steps-added =
    { $count ->
        [one] One step is added.
       *[other] { $count } steps are added.
    }
task-step-tick = Tick
task-step-untick = Untick
task-step-remove = Remove
task-step-removed = The step is removed.
task-step-done = Done
task-did = Done by
task-did-lede = Name everybody who did it, whoever says so. The hours go to them.
task-did-somebody-else = Somebody else did it
task-nobody-else = Nobody else
conflict-task-closed = This task is done or cancelled. Move it back before you change it.
conflict-task-claims = You already have 5 tasks that you took yourself. Finish one or give one up before you take another.
wrong-hours-done = The task is done and its hours are counted. Move it back before you change them.
wrong-no-place = All places are taken.
wrong-places-fewer = More people have this task already.
wrong-did-nobody = Tick who did it, or name somebody else.
wrong-steps-many = A task can have 50 steps at most.
wrong-step-long = A step can have 200 letters at most. Put each step on a line of its own.
wrong-day-of-time = Enter the day as well.
wrong-starts-after-due = The first day cannot be after the due date.
task-status-coming = Later
task-status-late = Late
task-history-waited-for = { $actor } is on the waiting list
task-history-given-up =
    { $why ->
        [none] { $actor } gave it up
       *[other] { $actor } gave it up: { $why }
    }
task-history-steps-added =
    { $count ->
        [one] { $actor } added a step
       *[other] { $actor } added { $count } steps
    }
task-history-step-ticked = { $actor } ticked “{ $step }”
task-history-step-unticked = { $actor } unticked “{ $step }”
task-history-step-removed = { $actor } removed the step “{ $step }”
task-history-due-soon = A reminder was sent
task-history-late = A reminder was sent that it is late
task-history-freed = It was made available because somebody left
task-history-given-back = It was given back because somebody stays
task-history-discussion-closed = { $actor } closed the comments
task-history-discussion-reopened = { $actor } opened the comments again
event-task-waited-for = asked for a place in a task
event-task-given-up = gave a task up
event-task-steps-added = added steps to a task
event-task-step-ticked = ticked a step of a task
event-task-step-unticked = unticked a step of a task
event-task-step-removed = removed a step of a task
event-task-discussion-closed = closed the comments on a task
event-task-discussion-reopened = opened the comments on a task again
task-choose = Choose
event-task-brought-in = brought in a task from a file
fact-done-on = Done on
task-history-brought-in = { $actor } brought it in from a file
task-status-on-time = Done on time
task-status-done-late = Done late
task-status-missed = Missed
tasks-kind = Kind
tasks-every-kind = Every kind
tasks-kind-task = Tasks
tasks-kind-chore = Turns of chores
tasks-no-committee = No committee
tasks-closed-committee = A committee that has closed
tasks-day-from = From { $day }
tasks-day-until = Until { $day }
tasks-day-added-from = Added from { $day } on
tasks-day-added-until = Added until { $day }
tasks-figures = How tasks get done
tasks-figures-none = Nothing was due in this period.
tasks-figures-summary =
    { $due ->
        [one] { $due } task was due or is done. Done: { $done }, on time: { $on_time }.
       *[other] { $due } tasks were due or are done. { $done } of them are done, { $on_time } on time.
    }
tasks-figures-days = From { $from } to { $until }.
tasks-figures-how = A task counts on the day it is due; without a due date, on the day it was done or added. An empty place is none. Each number opens the list of exactly these tasks.
tasks-figures-pick = Period and committee
tasks-figures-period = Period
tasks-period-year = This year of participation
tasks-period-before = The year before
tasks-period-months = The last 12 months
tasks-figures-by = By
tasks-figures-what = What
tasks-figures-all = All
tasks-figures-by-committee = By committee
tasks-figures-by-kind = By kind
tasks-figures-by-month = By month
tasks-figures-head-committee = Committee
tasks-figures-head-kind = Kind
tasks-figures-head-month = Month
tasks-figures-share = Share done
tasks-figures-done = Done
tasks-figures-on-time = On time
tasks-figures-done-late = Done late
tasks-figures-open = Open
tasks-figures-late = Of these late
tasks-figures-missed = Missed turns
tasks-figures-ages = What is open today, by when it was added
tasks-figures-age = Added
tasks-age-0 = In the last week
tasks-age-1 = 8 to 30 days ago
tasks-age-2 = 31 to 90 days ago
tasks-age-3 = More than 90 days ago
tasks-figures-file = tasks-figures
task-hears = You are told when somebody writes here, and when it is done.
task-hears-not = You are not told when somebody writes here.
task-follow = Follow this task
task-mute = Mute this task
task-followed = You follow this task: { $name }
task-muted = You are told no more, unless somebody mentions or answers you: { $name }
event-task-following = follows or mutes a task
