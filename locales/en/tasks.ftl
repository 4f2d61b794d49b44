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
