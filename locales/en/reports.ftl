# Reports.

nav-reports = Reports
nav-help-reports = Lists and numbers to hand on
reports-title = Reports
reports-lede = Lists and numbers to hand on: to the board, a committee, the bank, the government.
reports-saved = Saved reports
reports-ready-made = Make a report
reports-runs = Made lately
reports-runs-help = Anybody who can make reports can open these. They are kept for seven days.
reports-runs-none = No report was made in the last seven days.

report-register = Register of members
report-register-about = Who belongs to the co-op, with home, shares and how to reach them, and the list of homes.
report-register-here = Everybody who lives here
report-register-full = Full members
report-register-everybody = Everybody, former members too
report-growth = Growth
report-growth-about = How many members there are month by month, who joined and who left.
report-tasks = Task log
report-tasks-about = What was done, by whom and when, and what is still open.
report-tasks-all = All tasks
report-tasks-done = Done
report-tasks-open = Open
report-tasks-late = Late ones
report-votes = Results of votes
report-votes-about = What was voted on, what came of it, how many voted, and the decisions in the register.
report-attendance = Attendance
report-attendance-about = The meetings that were held, and who came to how many.
report-hours = Hours
report-hours-about = How everybody stands with their hours, and what was given by kind of work.
report-committees = Committees
report-committees-about = Who sits on which committee, and what each has done.
report-annual = Annual report
report-annual-about = The numbers, directors, general meetings and decisions that an annual return asks for.
report-board = For the board
report-board-about = The month on a few pages: members, empty homes, tasks, meetings, decisions, filings.

report-part-people = People
report-part-people-about = As they were on the last day.
report-part-homes = Homes
report-part-homes-about = As they were on the last day. Guests are not counted.
report-part-growth = Members
report-part-growth-about = Full members at the end of each month.
report-part-moves = Who joined and left
report-part-moves-about = Who became a full member, and who is one no longer.
report-part-tenants = Members among adults
report-part-tenants-about = How many of the people who live here are members.
report-part-vacancies = Empty homes
report-part-vacancies-about = Days on which homes stood empty, added up, and how many were empty at the end of the month.
report-part-tasks = Tasks
report-part-tasks-about = Tasks done in these days, and those that are open today and were there by the last of them. Cancelled ones are left out.
report-part-by-committee = Tasks by committee
report-part-by-committee-about = How many were done in these days, and how many are open today.
report-part-results = Results
report-part-results-about = Votes that ended in these days. Those that were called off or declared void have no result.
report-part-turnout = Turnout
report-part-turnout-about = How many voted, could have, and were needed. Numbers that would show how somebody voted are left out.
report-part-decisions = Decisions
report-part-decisions-about = What the register of decisions has of these days.
report-part-meetings = Meetings
report-part-meetings-about = Meetings that were held. Where nobody noted who came, the number is empty.
report-part-general = General meetings
report-part-general-about = General meetings that were held, with who was called and how many were needed.
report-part-who-came = Who came
report-part-who-came-about = To how many meetings each person was called, how many they came to, and for how many they had sent regrets.
report-part-standing = How everybody stands
report-part-standing-about = In the period of the duty that the last day falls in.
report-part-given = Hours given
report-part-given-about = By the day of the work. Gifts move hours from one person to another and are left out.
report-part-committees = Committees
report-part-committees-about = Meetings held and tasks done in these days; tasks that are open today.
report-part-seats = Who sits where
report-part-seats-about = Everybody who sat on or led a committee in these days. No last day: they still do.
report-part-numbers = Numbers
report-part-numbers-about = As of the last day; who joined and left, meetings and decisions are of the days of the report.
report-part-directors = Directors
report-part-directors-about = Who sat on the board on the last day.
report-part-filings = Filings
report-part-filings-about = What was handed in in these days, and what is due within three months.

report-column-number = Number
report-column-name = Name
report-column-status = Status
report-column-since = Since
report-column-until = Until
report-column-joined-on = Joined
report-column-home = Home
report-column-shares = Shares
report-column-email = E-mail
report-column-phone = Phone
report-column-home-kind = Kind
report-column-bedrooms = Bedrooms
report-column-people = People
report-column-members = Members
report-column-lived-since = Lived in since
report-column-day = Day
report-column-moved = What happened
report-column-task = Task
report-column-committee = Committee
report-column-whose = Who
report-column-due-on = Due
report-column-done-on = Done
report-column-task-status = Status
report-column-late = Late
report-column-minutes = Hours
report-column-on-time = Done on time
report-column-late-done = Done late
report-column-open = Open
report-column-open-late = Open and late
report-column-vote = Vote
report-column-question = Question
report-column-method = How it was voted
report-column-verdict = Result
report-column-binding = Binding
report-column-decision = Decision no.
report-column-body = Decided by
report-column-title = Title
report-column-review-on = To be looked at again
report-column-meeting = Meeting
report-column-meeting-kind = Kind
report-column-came = Came
report-column-called = Called
report-column-needed = Needed
report-column-times-called = Called to
report-column-times-came = Came to
report-column-times-excused = Regrets
report-column-who = Who
report-column-minutes-due = Asked for
report-column-minutes-excused = Let go
report-column-minutes-before = Saved up before
report-column-minutes-given = Given
report-column-minutes-gifts = From others
report-column-minutes-missing = Missing
report-column-work-kind = Kind of work
report-column-lines = Entries
report-column-leads = Leads
report-column-meetings-held = Meetings
report-column-done = Done
report-column-seat = As
report-column-what = What
report-column-count = How many
report-column-office = Office
report-column-came-by = Came by being

report-late-late = late
report-verdict-adopted = Adopted
report-verdict-rejected = Not adopted
report-verdict-no-quorum = No quorum
report-verdict-chosen = Chosen
report-verdict-tied = Tied
report-binding-yes = It decides
report-binding-no = It asks for advice
report-seat-lead = lead
report-seat-seat = member

report-parts = What is in it
report-make = Make the report
report-make-again = Make it again
report-again = Something changed?
report-other-filters = Other days or filters
report-rows =
    { $rows ->
        [0] No rows
        [one] One row
       *[other] { $rows } rows
    }
report-no-rows = There is nothing for these days.
report-cut = There are more rows than a report holds. Choose fewer days, or one committee.
report-asked = Made for { $by }, { $when }
report-by-itself = everybody, by itself
report-state-making = Being made
report-state-failed = Could not be made
report-progress = The report is being made: { $done } of { $total } parts are ready.
report-progress-help = You can leave this page. If it takes long, you will find a message in your inbox when it is ready.
report-progress-look = Look again
report-failed = This report could not be made. Nothing was sent. Try again; if it fails again, tell the people who look after the server.
report-workbook = Excel file
report-paper = To print
report-paper-help = Use your browser to print this page or save it as a PDF.
report-paper-more = There are more rows than fit on paper. Use the Excel file for all of them.
report-all-rows = All rows
report-back = Back to the report
report-download = These rows as a file:
report-keep = Keep these filters
report-is-of = This is the saved report “{ $name }”.
report-save = Save
report-is-saved = “{ $name }” is saved.
report-is-changed = “{ $name }” is changed.
report-is-removed = “{ $name }” is no longer saved.
report-remove = Stop keeping it
report-remove-help = It is not sent any more. Reports that were made stay for seven days.
report-next = { $rhythm }. Next on { $day }.
report-next-on = It comes next on { $day }.
report-name-taken = There is already a saved report with this name. Choose another one.
report-sent-days = Choose a period that moves along, such as last month. Days that stay the same would give the same report each time.
report-sent-never = Never: I make it myself
report-sent-weekly = Every Monday
report-sent-monthly = On the first of each month
report-sent-quarterly = On the first of each quarter
report-sent-yearly = On the first day of our year
field-report-name = Name
hint-report-name = So that others find it: “Garden, every month”.
field-report-sent = When it comes by itself
hint-report-sent = Everybody who can make reports gets a mail with a link. What it says is not in the mail.
field-report-committee = Committee
field-report-chosen = Which ones
report-sheet-about = About
report-sheet-report = Report
report-sheet-co-op = Co-op
report-sheet-filters = Days and filters
report-sheet-day = Made on
report-sheet-time = At

kept-reports = Reports that were made, with their rows
kept-reports-for =
    { $days ->
        [one] One day. They go at once when somebody is erased.
       *[other] { $days } days. They go at once when somebody is erased.
    }
attention-reports-failed =
    { $count ->
        [one] A report could not be made
       *[other] { $count } reports could not be made
    }
attention-reports-failed-act = Look at the reports
notice-report-ready = A report is ready
notice-report-ready-help = When a report that you asked for took a while.
notice-report-ready-line = The report you asked for is ready.
notice-report-ready-subject = Ready: { $name }
notice-report-failed = A report could not be made
notice-report-failed-help = When a report that you asked for or saved could not be made.
notice-report-failed-line = This report could not be made, and was sent to nobody. You can try again.
notice-report-failed-subject = Could not be made: { $name }
notice-report-sent = A report that comes by itself
notice-report-sent-help = When a saved report has been made on its day.
notice-report-sent-line =
    { $rows ->
        [0] This report was made on its day. There is nothing in it this time.
        [one] This report was made on its day. It has one row.
       *[other] This report was made on its day. It has { $rows } rows.
    }
notice-report-sent-subject = Report: { $name }
audit-about-report = Saved reports
audit-about-report-run = Reports that were made
event-report-saved = saved a report
event-report-changed = changed a saved report
event-report-removed = stopped keeping a report
event-report-asked = asked for a report
event-report-ready = made a report
event-report-failed = could not make a report
event-report-sent = made a report on its day
event-report-exported = took a report away as a file
fact-report = Report
fact-rows = Rows
fact-report-span = Period
work-report-make = Making a report
work-report-send = Making the reports whose day has come
report-part-told = What committees tell
report-part-told-about = From the monthly reports that were handed in.
report-column-happened = What happened
report-column-coming = What comes next
report-column-asks = What they ask for
