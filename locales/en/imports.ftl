imports-title = Import your members
imports-step-upload = Your file
imports-step-columns = Match columns
imports-step-preview = Check every row
imports-step-done = Import
imports-lede = Import a spreadsheet of people, with their homes and committees. It has one row for each person, or one for each home.
imports-nothing-yet = Nothing changes until the last step, and nobody gets mail. You check every row first.
imports-upload-act = Read the file
imports-template-title = No spreadsheet yet?
imports-template-help = Start from an empty one with the right columns. Only a name is required. Everything else can stay empty.
imports-template = Download the template:
imports-example = Example row
imports-example-committees = Finance; Social
imports-columns-title = What is in each column?
imports-columns-lede = We guessed from the column names in { $name }. Correct anything that is wrong, and leave out what you do not need.
imports-rows =
    { $count ->
        [one] One row of people
       *[other] { $count } rows of people
    }
imports-column-theirs = Your column
imports-column-samples = For example
imports-column-ours = What it contains
imports-column-unnamed = No name
imports-header-title = Are these the names of your columns?
imports-header-label = Row with the column names
imports-header-none = There are no column names
imports-header-act = Read the file again with this row
imports-columns-act = Check every row
imports-other-file = Choose another file
import-needs-name = Choose the column that holds the name.
import-column-twice = Two columns are set to the same thing. Leave one out.
column-ignore = Leave out
column-full-name = Full name

imports-preview-title = Check every row
imports-preview-lede =
    { $count ->
        [one] { $name } has one row. Nothing is saved yet.
       *[other] { $name } has { $count } rows. Nothing is saved yet.
    }
imports-group-problems =
    { $count ->
        [one] 1 with a problem
       *[other] { $count } with problems
    }
imports-group-duplicates =
    { $count ->
        [one] 1 possible duplicate
       *[other] { $count } possible duplicates
    }
imports-group-changed = { $count } changed
imports-group-new = { $count } new
imports-group-same = { $count } unchanged
imports-group-absent =
    { $count ->
        [one] 1 not in this file
       *[other] { $count } not in this file
    }
imports-absent-help = These people are in the register but not in this file. The import does not change them.
imports-group-title-problems = Rows with problems
imports-group-title-duplicates = Possible duplicates
imports-group-title-changed = What will change
imports-group-title-new = New people
imports-group-title-same = Nothing to do
imports-problems-help = These rows will be left out. Correct them here or in your file, or continue without them.
imports-duplicates-help = Somebody with this name is already in the register, or further up in the file. Rows you do not decide on are left out.
imports-row = Row
imports-row-home = { $line }, home { $name }
imports-row-named = Row { $line }: { $name }
imports-column = Column
imports-value = Value
imports-wrong = What is wrong
imports-before = Now
imports-after = From the file
imports-facts = Also in the row
imports-empty = empty
imports-is-same = The same person:
imports-is-same-row = The same person as in row { $line } (this row will be left out)
imports-is-other = A new person
imports-answer-act = Save my answers
imports-answered = Your answers are saved.
imports-act-help = New homes and committees are added along with the people. Either everything is imported, or nothing.
imports-nothing-to-do = There is nobody to import in this file.
import-register-changed = The register changed after you checked the rows. Go back, reload the page and check the rows again. Nothing was imported.
imports-done-title = The import is done
imports-done-lede = Nobody was sent any mail. We do not keep your file.
imports-added = New people
imports-changed = Changed
imports-same = Unchanged
imports-left-out = Left out
imports-units-added = Homes added
imports-committees-added = Committees added
imports-see-members = See the people
imports-next = Next: invite people

sheet-too-large = This file is larger than 10 MB. Remove the columns that are not needed, or split it into two files.
sheet-too-long = This file has more than 20,000 rows or 400,000 cells (row { $limit }). Split it into two files.
sheet-too-wide = Row { $limit } has more than 100 columns. Remove some columns.
sheet-long-cell = Row { $limit } has a cell with more than 32,767 characters. Shorten it.
sheet-old-excel = This is an old Excel file (.xls), or one with a password. In Excel, choose Save as, then Excel Workbook (.xlsx), without a password.
sheet-not-a-sheet = This is not a spreadsheet. Choose a CSV, Excel (.xlsx) or OpenDocument (.ods) file.
sheet-damaged = This file is damaged or has a password. Open it in your spreadsheet program, save it again without a password, and choose the new file.
sheet-bomb = This file is much too large once unpacked. Open it in your spreadsheet program, copy the rows into a new one, and save that.
sheet-not-text = Line { $limit } cannot be read as text. In your spreadsheet program, choose Save as, then CSV UTF-8.
sheet-cut-quotation = On line { $limit } a quotation mark opens but never closes. Close it or remove it.
sheet-empty = This file has no rows. It needs one row with the column names, and one row for each person.

import-no-name = There is no name.
import-no-name-fix = Enter a name in this row.
import-no-person = This is not a person’s name.
import-no-person-fix = Enter a name, or remove the row.
import-unreadable = This cannot be read as text.
import-unreadable-fix = Type it again.
import-too-long = This is too long.
import-too-long-fix = Shorten it.
import-email = This is not an e-mail address.
import-email-fix = Enter one like name@example.org, or leave it empty.
import-phone = This is not a phone number.
import-phone-fix = Enter it with the area code, like 819 555-0142, or leave it empty.
import-phones-many = There are more than four phone numbers.
import-phones-many-fix = Keep the four best ones.
import-date = This date does not exist.
import-date-fix = Enter it like 2026-12-04.
import-date-unclear = The day and month could be either way round.
import-date-unclear-fix = Enter it like 2026-12-04.
import-status = We do not know this status.
import-status-fix = Enter Member, Applicant, Auxiliary, On leave, Suspended or Former.
import-language = We do not know this language.
import-language-fix = Enter English or French, or leave it empty.
import-number-twice = Row { $other } has the same number.
import-number-twice-fix = Give one of them another number, or remove one.
import-person-twice = Row { $other } is about the same person.
import-person-twice-fix = Remove one of the two rows.
import-number-taken = Somebody else in the register already has this number.
import-number-taken-fix = Enter another number, or leave it empty.
import-joined-late = The register has a status that began before this date.
import-joined-late-fix = Enter an earlier date, or leave it empty.

event-members-imported = imported members

import-no-home = There is no home in this row.
import-no-home-fix = Enter the home these people live in.
import-two-people = This looks like two people.
import-two-people-fix = Write each as family name, comma, given name, with a semicolon between them. What else stands in the row is the first one’s.
import-bedrooms = This is not a number of bedrooms.
import-bedrooms-fix = Enter a number from 0 to 12, or leave it empty.
import-area = This is not an area in square metres.
import-area-fix = Enter a whole number like 75, or leave it empty.
import-date-question = One column has a question. Answer it first.

column-bedrooms = Bedrooms of the home
column-area = Area of the home (m²)
column-of-adult = { $name }, adult { $number }
imports-date-question = Which day is { $date }?
imports-other-sheets = Other sheets of this file were not read: { $names }
imports-group-nobody = { $count } without people
imports-group-title-nobody = Empty homes, and rows that are about nobody
imports-row-empty-home = Home { $name } is empty
imports-row-total = Nobody is in this row
imports-mend = Correct it here
imports-mend-cell = Correct { $column } in row { $line }
imports-mend-act = Check these rows again
imports-corrected = Corrected. Your own file has not changed.
imports-not-corrected = Nothing was changed.
imports-problems-download = Download only the rows with problems:
imports-problem-words = { $column }: { $wrong } { $fix }
imports-progress-title = The import is under way
imports-progress = { $done } of { $total } done.
imports-progress-waiting = It will start in a moment.
imports-progress-help = You can close this page and the import will continue. Either everything is imported, or nothing.
imports-seen-by = Only you can see this file until it is imported.
imports-progress-act = Check progress
imports-undo-title = Was this a mistake?
imports-undo-help = You can undo everything until { $until }. People who were changed since then stay as they are, and we will tell you who they are.
imports-undo-act = Undo this import
imports-undone-title = The import is undone
imports-undone-lede-members = The people, homes and committees that nobody has changed since are as they were before.
imports-removed = People removed
imports-put-back = People put back as they were
imports-left-alone = Left as they are, because they have changed since
imports-left-alone-help = Nothing about them is lost. Look at each one and decide by hand.
imports-units-put-back = Homes put back as they were
imports-units-changed = Homes changed
imports-units-removed = Homes removed
imports-committees-removed = Committees removed
imports-past = Recent imports
imports-past-undone = undone
imports-past-counts = { $added } new, { $changed } changed
imports-unnamed = No name

event-members-import-undone = undid an import
event-member-put-back = was put back as before an import
column-block = Building
column-floor = Floor
imports-left-birth = Left out: dates of birth are not kept here.
imports-left-insurance = Left out: social insurance numbers are not kept here.
imports-left-health = Left out: nothing about anybody’s health is kept here.
imports-left-identity = Left out: numbers of licences and passports are not kept here.
imports-left-money = Left out: rents, incomes and bank accounts are not kept here.
imports-left-lease = Left out: leases are not kept here.
imports-left-share = Left out: shares are entered with each person, not from a file.
imports-left-secret = Left out: passwords are never taken from a file.
imports-left-other = Left out: this is another person’s, or not a telephone.
imports-left-twice = Left out: another column is taken for this.
imports-left-unknown = Left out: we do not know what this is.
imports-column-left-out = { $name }: { $why }
imports-as-last-time = These columns are taken as last time, when you brought in a file with the same headings.
imports-forget-act = Forget last time
imports-forgotten = Forgotten. The columns are read anew.
imports-above-question =
    { $count ->
        [one] Row { $line } names no home. Does this person live in the home of the row above?
       *[other] { $count } rows name no home, the first is row { $line }. Do these people live in the home of the row above?
    }
imports-above-yes = Yes, in the home above
imports-above-no = No, leave their home empty
imports-hidden-rows = These rows are hidden in your file, and are read all the same: { $lines }
imports-struck-rows = These rows are struck through in your file, and are read all the same: { $lines }
imports-accents-notice = This file does not say how its accents are written. Look at the names; if they are wrong, read it again the other way.
imports-accents-label = Which of these is right?
imports-all-same = All of them are the same people
imports-new-homes = New homes: { $names }
imports-new-committees = New committees: { $names }
imports-aside = left out: { $words }
imports-count-people =
    { $count ->
        [one] one person
       *[other] { $count } people
    }
imports-count-homes =
    { $count ->
        [one] one home
       *[other] { $count } homes
    }
imports-count-committees =
    { $count ->
        [one] one committee
       *[other] { $count } committees
    }
imports-count-rows =
    { $count ->
        [one] one row
       *[other] { $count } rows
    }
imports-and = and
imports-act-add = add { $what }
imports-act-change = change { $what }
imports-act-leave = leave out { $what }
import-home-date = A spreadsheet program has made a date of this home.
import-home-date-fix = Write the home as it is called, like 1-2.
import-home-above = There is no home in this row. It may be the home of the row above.
import-home-above-fix = Go back and say so for the whole column, or write the home here.
import-home-which = Several buildings have a home of this number.
import-home-which-fix = Write the building in brackets behind it, like 101 (A).
import-floor = This is no floor.
import-floor-fix = Write a number like 2, or leave it empty.
import-section = This seems to be the heading of a section, and not a person.
import-section-fix = Nothing to do if it is one: the row is left out.
import-alone = This is all that stands in the row.
import-alone-fix = If it is somebody, write the other part of the name. If not, the row is left out.
import-gone = Something beside the name says that this person died or left.
import-gone-fix = Write the name alone if this person belongs in the register. If not, the row is left out.
import-mark = There is a mark beside the name.
import-mark-fix = Write the name without it, and what it means in a column of its own.
import-name-parts = It is not clear which part is the family name.
import-name-parts-fix = Write the family name, a comma, and the given name. Correct what we propose if it is wrong.
import-emails-many = There is more than one address, and one person has one here.
import-emails-many-fix = Keep the one that should be used.
import-date-part = Only the month or the year is known.
import-date-part-fix = Write the day, or leave it empty. We propose the first one.
import-insurance = This looks like a social insurance number.
import-insurance-fix = Leave it empty: such numbers are not kept here.
imports-unsaid = What this file does not say
imports-without-status =
    { $count ->
        [one] One new person has no status in this file, and comes in as a member.
       *[other] { $count } new people have no status in this file, and come in as members.
    }
imports-without-day =
    { $count ->
        [one] When did the new person without a day of joining join?
       *[other] When did the { $count } new people without a day of joining join?
    }
imports-day-unknown = Leave it unknown, and since when they live in their home too
imports-day-known = On the day below. Since when they live in their home stays unknown.
import-joined-later = This day is not yet. Give an earlier one, or leave it unknown.
imports-begun = Begun, not finished
imports-begun-until = kept until { $until }
attention-imports-begun =
    { $count ->
        [one] One import is begun and not finished
       *[other] { $count } imports are begun and not finished
    }
attention-imports-begun-act = Go on

imports-instead-members = Import members instead
imports-instead-tasks = Import tasks instead
imports-tasks-title = Import your tasks
imports-tasks-lede = Import a spreadsheet of tasks: what is to be done or was done, by whom, and for how many hours. It has one row for each task.
imports-tasks-template-help = Start from an empty one with the right columns. Only the task itself is required. Everything else can stay empty.
imports-tasks-rows =
    { $count ->
        [one] One row of tasks
       *[other] { $count } rows of tasks
    }
imports-example-task = Salt the front steps
imports-example-committee = Maintenance
imports-example-outcome = Two bags are left
import-needs-title = Choose the column that says what is to be done.
import-no-title = This row does not say what is to be done.
import-no-title-fix = Enter a few words for the task, or remove the row.
import-hours = These are not hours.
import-hours-fix = Enter them like 1.5, 1h30 or 90 min, or leave it empty.
import-hours-many = A task can count for 100 hours at most.
import-hours-many-fix = Enter fewer hours, or split the task.
import-done-later = This day is not yet, so the task cannot be done.
import-done-later-fix = Enter the day on which it was done, or leave it empty.

column-title = Task
column-details = What done means
column-committee = Committee
column-who = Who has it
column-due-on = Due
column-state = State
column-hours = Hours
column-outcome = What came of it
column-done-on = Done on
imports-tasks-group-problems =
    { $count ->
        [one] 1 with a problem
       *[other] { $count } with problems
    }
imports-tasks-group-asked =
    { $count ->
        [one] 1 with a question
       *[other] { $count } with questions
    }
imports-tasks-group-new = { $count } new
imports-tasks-group-same = { $count } already here
imports-tasks-group-left = { $count } left out
imports-tasks-group-nothing = { $count } empty
imports-tasks-title-asked = Rows that wait for your answers
imports-tasks-title-new = New tasks
imports-tasks-title-same = Tasks that are here already
imports-tasks-title-left = Rows you leave out
imports-tasks-title-nothing = Rows without a task
imports-tasks-nothing = No task is in this row
imports-tasks-earlier = also in row { $line }
imports-tasks-asked-help = We did not find these names, or found several. Choose who or what is meant; each is asked once. Rows you do not decide on are left out.
imports-tasks-asked-later =
    { $count ->
        [one] One more question comes after these.
       *[other] { $count } more questions come after these.
    }
imports-tasks-ask-who = Who is “{ $text }”?
imports-tasks-ask-committee = Which committee is “{ $text }”?
imports-tasks-ask-state = What does the state “{ $text }” mean?
imports-tasks-ask-rows =
    { $count ->
        [one] In row { $line }
       *[other] In { $count } rows, the first is row { $line }
    }
imports-tasks-undecided = Not decided yet
imports-tasks-perhaps = Perhaps
imports-tasks-people = People
imports-tasks-homes = Homes
imports-tasks-committees = Committees
imports-tasks-otherwise = Or
imports-tasks-nobody = Nobody: bring the tasks in without
imports-tasks-no-committee = No committee: bring the tasks in without
imports-tasks-out = Leave these rows out
imports-tasks-act-help = Nobody is told about tasks from a file, or that some are late already. Either everything is imported, or nothing.
imports-tasks-hours = { $hours } are written down for those who did these tasks.
imports-tasks-hours-waiting = { $hours } more count once another person agrees: they are for tasks you did yourself, or more than one person may set.
imports-tasks-when-due =
    { $count ->
        [one] The file does not say when one finished task was done. Its hours count on the day it was due.
       *[other] The file does not say when { $count } finished tasks were done. Their hours count on the day they were due.
    }
imports-tasks-nothing-to-do = There is no new task to import in this file.
imports-count-tasks =
    { $count ->
        [one] one task
       *[other] { $count } tasks
    }
imports-tasks-added = New tasks
imports-tasks-same = Already here
imports-tasks-credited = Hours written down
imports-tasks-waiting = Hours that wait for another person’s yes
imports-see-tasks = See the tasks
imports-tasks-undo-help = You can undo everything until { $until }. Tasks that somebody touched since then stay, and we will tell you which. Hours of the others are taken back.
imports-undone-lede-tasks = The tasks that nobody has touched since are gone, and their hours are taken back.
imports-removed-tasks = Tasks removed
imports-past-tasks =
    { $count ->
        [one] one task
       *[other] { $count } tasks
    }
imports-from-tasks = Import from a spreadsheet
event-tasks-imported = imported tasks
event-tasks-import-undone = undid an import of tasks
imports-tasks-row = Task

# ---- attendance sheets ----
imports-instead-meetings = Import attendance sheets instead
imports-meetings-title = Import attendance sheets
imports-meetings-lede = Import a spreadsheet of who came to your meetings in past years. It has one row for each person and one column for each meeting, with the day in its heading.
imports-meetings-template-help = Start from an empty one. The name or the member number is required, and a day in the heading of each meeting: “2025-11-18 Annual meeting”.
imports-meetings-rows =
    { $count ->
        [one] One row of attendance
       *[other] { $count } rows of attendance
    }
imports-meetings-row = Person
imports-example-annual = Annual meeting
imports-example-general = General meeting
imports-from-meetings = Import attendance sheets
import-needs-meeting = Choose at least one column that holds a meeting.
import-meeting-undated = The heading of a meeting needs its day, like “2025-11-18 Annual meeting”. Leave out the columns without one, or change their headings in the file.
column-meeting = A meeting: who came
imports-meetings-group-problems =
    { $count ->
        [one] 1 with a problem
       *[other] { $count } with problems
    }
imports-meetings-group-asked =
    { $count ->
        [one] 1 with a question
       *[other] { $count } with questions
    }
imports-meetings-group-new = { $count } to add
imports-meetings-group-same = { $count } already here
imports-meetings-group-left = { $count } left out
imports-meetings-group-nothing = { $count } empty
imports-meetings-title-asked = Rows that wait for your answers
imports-meetings-title-new = What each row adds
imports-meetings-title-same = Rows that say nothing new
imports-meetings-title-left = Rows you leave out
imports-meetings-title-nothing = Rows about nobody
imports-meetings-nobody = Nobody is in this row
imports-meetings-asked-help = Some words in the file can mean several things. Each is asked once. Rows you do not decide on are left out.
imports-meetings-ask-who = Who is “{ $text }”?
imports-meetings-ask-mark = What does “{ $text }” mean in a cell?
imports-meetings-ask-kind = What kind of meeting is “{ $text }”?
imports-meetings-ask-time = When did these meetings begin? The file does not say.
imports-meetings-act-help = An empty cell counts as absent for those who were members on that day. Nobody is told. Either everything is imported, or nothing.
imports-meetings-nothing-to-do = There is nothing new about attendance in this file.
imports-meetings-named = { $day } ({ $kind })
imports-meetings-new = { $name } is added to your meetings: { $there } of { $count } were there.
imports-meetings-known = { $name }: { $there } of { $count } were there.
imports-meetings-door = { $name } is left out: its attendance was taken at the door.
imports-meetings-ahead = { $name } is left out: the day is still to come.
imports-meetings-empty = { $name } is left out: no cell says anything.
imports-meetings-twice = { $name } is in the file twice. Only the first column counts.
imports-meetings-note = { $day }: { $now }
imports-meetings-was = { $day }: { $now }, was { $was }
imports-count-notes =
    { $count ->
        [one] one attendance entry
       *[other] { $count } attendance entries
    }
imports-meetings-made = Meetings added
imports-meetings-added = Attendance entries
imports-meetings-changed = Entries changed
imports-see-meetings = See the meetings
imports-meetings-undo-help = You can undo everything until { $until }. Meetings that somebody has worked on since then stay, and we will tell you which.
imports-undone-lede-meetings = The attendance that nobody has changed since is gone, and so are the meetings that came with it.
imports-removed-meetings = Meetings taken back
event-meetings-imported = imported attendance sheets
event-meetings-import-undone = undid an import of attendance sheets
