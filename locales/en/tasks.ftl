tasks-title = Tasks
tasks-lede = What there is to do in the building, and who looks after it.
task-add = Add a task
tasks-filter = Filter the tasks
tasks-filter-small = Filter the tasks, small screen
tasks-whose = Whose tasks
tasks-committee = Committee
tasks-state = State
tasks-everybody = Everybody’s tasks
tasks-every-committee = Every committee
tasks-show = Show
tasks-all = All
tasks-mine = Mine
tasks-of-home = Home { $home }
tasks-as-list = As a list
tasks-as-board = As a board
tasks-jump = Jump to a lane
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
lane-empty = Nothing here.
lane-see-all = See all { $count }
task-you = You
task-me = Me
task-home = Home { $home }
task-your-home = Your home, { $home }
task-nobody = Nobody yet
task-no-committee = None
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
task-cancelled = “{ $name }” is cancelled.
task-added = “{ $name }” is on the board.
task-saved = “{ $name }” is saved.
task-place = { $words }, { $place } of { $count }
task-moved-meanwhile = “{ $name }” was changed while you had it open: { $happened }. What you pressed was not done. This is how it stands now.
conflict-task-taken = Somebody has this task already, or it is no longer open. Reload the page to see who.
conflict-task-done = This task is done. Move it back first, then cancel it.

tasks-none = No task looks like that.
tasks-caption = Tasks
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
tasks-pages = Pages
tasks-first-page = First page
tasks-duration-hours = { $hours } h
tasks-duration-minutes = { $minutes } min
tasks-duration-both = { $hours } h { $minutes } min

task-new-title = Add a task
task-edit-title = Edit the task
task-back = Back
task-who-sees = Everybody with an account in this co-op sees tasks.
task-who = Who
task-done-at = Done
task-credit = Credited with
task-author = Written by
task-outcome = What came of it
task-outcome-typed = What you had typed
task-next = Next step
task-step-todo = Back to To do
task-step-doing = Start
task-step-waiting = Wait for something
task-complete = Mark done
task-edit = Edit
task-cancel = Cancel the task
task-history = What happened
task-history-none = Nothing has happened yet.
task-history-created = { $actor } wrote this task
task-history-assigned = { $actor } gave it to { $name }
task-history-moved = { $actor } moved it to { $to }
task-history-completed = { $actor } marked it done
task-history-reopened = { $actor } opened it again
task-history-taken = { $actor } took it
task-history-edited = { $actor } changed what it says
task-history-cancelled = { $actor } cancelled it
wrong-hours = Enter hours like 1.5, 1h30 or 90 min, at most 100 h.
wrong-hours-not-yours = Only who wrote the task, or an admin, changes its hours.
wrong-not-yours-to-give = You can give a task to yourself, to your home, or to nobody yet. Who leads a committee can give its tasks to those who are on it, an admin to anybody.

event-task-created = added a task
event-task-assigned = gave a task to somebody
event-task-moved = moved a task
event-task-completed = finished a task
event-tasks-exported = took the list of tasks away as a file
event-task-reopened = opened a task again
event-task-taken = took a task
event-task-edited = edited a task
event-task-due-soon = sent a reminder that a task is due soon
event-task-cancelled = cancelled a task

departure-tasks =
    { $count ->
        [one] One open task is free again: others can take it.
       *[other] { $count } open tasks are free again: others can take them.
    }
departure-tasks-lost =
    { $count ->
        [one] one task, which somebody took or finished meanwhile.
       *[other] { $count } tasks, which somebody took or finished meanwhile.
    }
attention-tasks-left =
    { $count ->
        [one] One task of somebody who left is free
       *[other] { $count } tasks of people who left are free
    }
task-nobody-left = Nobody yet; { $name } had it before leaving
event-task-freed = freed a task after a departure
event-task-given-back = gave a task back after a departure was taken back
attention-tasks-left-act = Find somebody
attention-tasks-late =
    { $count ->
        [one] One task is late
       *[other] { $count } tasks are late
    }
attention-tasks-late-act = See what is late
attention-tasks-unowned =
    { $count ->
        [one] One task has nobody to do it
       *[other] { $count } tasks have nobody to do them
    }
attention-tasks-unowned-act = Find somebody
tasks-of-nobody = Nobody yet
