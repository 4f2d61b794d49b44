meetings-title = Meetings
nav-meetings = Meetings
meetings-lede = When members, the board and the committees meet, and what about.
meetings-coming = Coming
meetings-none-coming = No meeting is planned.
meetings-past = Past
meetings-none-past = There are no older meetings.
meetings-pages = Pages of past meetings
meetings-older = Older meetings
meetings-annual-due = The annual general meeting must be held by { $day }, by the rules of the co-op. None is planned yet.
meetings-annual-late = The annual general meeting had to be held by { $day }, by the rules of the co-op. None is planned.
nav-help-meetings = When we meet, where, and what about
meeting-new = Plan a meeting
meeting-new-title = Plan a meeting
meeting-edit-title = Change the meeting
meeting-plan = Plan it
meeting-back = Back to the meeting
meeting-planned = The meeting is planned.
meeting-saved = The meeting is changed.
meeting-edit = Change the meeting
meeting-kind = Kind
meeting-kind-annual = Annual general meeting
meeting-kind-special = Special general meeting
meeting-kind-general = General meeting
meeting-kind-board = Board meeting
meeting-kind-committee = Committee meeting
meeting-of-committee = { $name } committee meeting
meeting-when = { $day }, { $time }
meeting-from-to = { $from } to { $to }
meeting-is-cancelled = Cancelled
meeting-agenda = Agenda
meeting-agenda-none = Nothing is on the agenda yet.
meeting-items-until = Items that members ask for must reach the board by { $day }.
meeting-notice-now =
    By the rules, notice is given { $least } to { $most } days before: by { $last } at the latest.
meeting-notice-later =
    By the rules, notice is given { $least } to { $most } days before: from { $first } to { $last }.
meeting-notice-late =
    By the rules, notice had to be given by { $last }, at least { $least } days before. Move the meeting to a later day, or what it decides can be contested.
meeting-cancel = Call the meeting off
meeting-cancel-title = Call the meeting off
meeting-cancel-help = It stays in the list, marked as cancelled, with the reason. This cannot be undone: plan another one instead.
meeting-cancel-act = Call it off
meeting-cancelled = The meeting is called off.
conflict-meeting-cancelled = This meeting was called off. Plan another one.
conflict-meeting-past = This meeting is past.
wrong-meeting-nowhere = Say where it is, or how to take part from afar.
wrong-meeting-ends = It ends when it starts. Enter a later time, or none.
wrong-in-camera = Only those who sit there can write an item in camera.
wrong-items-many = An agenda has at most { $limit } items.
item-new = Add an item
item-new-title = Add an item to the agenda
item-edit-title = Change an item of the agenda
item-edit = Change
item-up = Up
item-down = Down
item-remove = Take off
item-added = The item is on the agenda.
item-saved = The item is changed.
item-removed = The item is off the agenda.
item-in-camera = In camera
item-lasts =
    { $count ->
        [one] one minute
       *[other] { $count } minutes
    }
item-presented = presented by { $name }
item-purpose-information = Information
item-purpose-discussion = Discussion
item-purpose-decision = Decision
item-purpose-means-information = People hear about it.
item-purpose-means-discussion = People talk about it, and nothing is decided.
item-purpose-means-decision = Something is decided.
field-meeting-kind = Which meeting
field-meeting-title-en = Title in English
hint-meeting-title-en = Leave both empty to call it by its kind.
field-meeting-title-fr = Title in French
field-meeting-starts-at = Starts at
field-meeting-ends-at = Ends at
field-meeting-place = Place
field-meeting-online = From afar
hint-meeting-online = The address of the call, or the number to dial.
field-meeting-access = Access
hint-meeting-access = Ramp, lift, washroom, interpreter.
field-child-care = Child care and food
field-special-resolution = A special resolution is voted on
hint-special-resolution = By-laws, for example. In some provinces its notice is longer.
field-cancelled-why = Why
field-item-title-en = Title in English
field-item-title-fr = Title in French
field-item-purpose = What it is for
field-item-details = What people should know
field-item-minutes = How long (minutes)
field-item-presenter = Who presents it
field-in-camera = In camera
hint-in-camera = Only those who sit there see its title and what it says.
fact-online = From afar
fact-access = Access
fact-child-care = Child care and food
fact-special-resolution = Special resolution
fact-purpose = What it is for
fact-presenter = Who presents it
fact-in-camera = In camera
event-meeting-planned = planned a meeting
event-meeting-edited = changed a meeting
event-meeting-cancelled = called a meeting off
event-meeting-item-added = added an item to the agenda of a meeting
event-meeting-item-edited = changed an item of the agenda of a meeting
event-meeting-item-moved = put the agenda of a meeting in another order
event-meeting-item-removed = took an item off the agenda of a meeting
audit-about-meeting = Meetings
search-meetings = Meetings
calendar-open-meeting = { $name }
calendar-done-meeting = { $name }
everything-meeting-replies = Replies to meetings
reply-in_person = Comes in person
reply-online = Takes part from afar
reply-regrets = Cannot come
reply-proxy = Somebody votes for them
fact-needs = What they need
# ---- calling ----
notice-open = Call the meeting
notice-more = Tell people more
notices-open = What was sent
notice-title-notice = Call the meeting
notice-title-supplement = Tell people what is new on the agenda
notice-in-time = Today is in time: by the rules, notice is given { $least } to { $most } days before, by { $last } at the latest.
notice-too-late =
    By the rules, notice had to be given by { $last }, at least { $least } days before. Today is { $days ->
        [one] one day
       *[other] { $days } days
    } late. Move the meeting to a later day, or say why it goes out all the same: the reason is kept with the notice.
notice-too-early =
    By the rules, notice is given at most { $most } days before, from { $first } on. Today is { $days ->
        [one] one day
       *[other] { $days } days
    } early. Wait, or say why it goes out all the same: the reason is kept with the notice.
notice-to =
    { $count ->
        [one] It goes to one person
       *[other] It goes to { $count } people
    }: { $mails } by mail, { $letters } on paper. { $both ->
        [0] { "" }
        [one] One of those on paper gets the mail as well, as a courtesy.
       *[other] { $both } of those on paper get the mail as well, as a courtesy.
    }
notice-who-agreed = Who agreed to notices by mail
notice-act =
    { $count ->
        [one] Send it to one person
       *[other] Send it to { $count } people
    }
notice-stops = It cannot go out yet:
notice-stop-agenda = Nothing is on the agenda. Add the first item.
notice-stop-asked =
    { $count ->
        [one] One item that a member asked for has no answer yet.
       *[other] { $count } items that members asked for have no answer yet.
    }
notice-text = What it says
notice-all-told = Everybody has been told, and nothing is new on the agenda.
notice-sent = The notice is on its way. What becomes of each mail is shown here.
notice-sent-letters = The notice is on its way. To give on paper: { $name }.
field-words-en = A few words more, in English
hint-words-en = They stand above the agenda.
field-words-fr = A few words more, in French
field-anyway = Why it goes out all the same
hint-anyway = For example: all members agreed to a shorter notice.
wrong-notice-time = The rules say another day. Say why it goes out all the same, or move the meeting.
conflict-meeting-no-agenda = Nothing is on the agenda yet. Add an item first.
conflict-meeting-items-wait = A member waits for an answer about an item. Answer it first.
conflict-meeting-told = Everybody has been told already.
conflict-meeting-begun = The meeting has begun.
conflict-meeting-not-called = The meeting was not called, or is past.
conflict-meeting-reminded = People were reminded today already.
conflict-meeting-answered = Everybody who can be written to has answered.
notices-of-meeting-title = What was sent
notices-of-meeting-lede = The evidence that people were called: the text, to whom, when, by which way, and what became of it.
notices-none = Nothing was sent yet.
notices-who = To whom
notices-text = The text
notices-print = Print the letters
call-notice = Notice
call-supplement = What is new on the agenda
call-changed = Another day, time or place
call-cancelled = Called off
call-reminder = Reminder
call-line = Sent { $when } by { $by }: { $mails } by mail, { $letters } on paper.
call-line-program = Sent { $when }: { $mails } by mail, { $letters } on paper.
call-timing-in_time = in time
call-timing-too_late = too late
call-timing-too_early = too early
call-timing-no_rule = no rule
call-timing-said-in-time =
    In time by the rules: { $days ->
        [one] one day
       *[other] { $days } days
    } before the meeting.
call-timing-said-too-late =
    Later than the rules say, { $days ->
        [one] one day
       *[other] { $days } days
    } before the meeting. The reason given: { $why }
call-timing-said-too-early =
    Earlier than the rules say, { $days ->
        [one] one day
       *[other] { $days } days
    } before the meeting. The reason given: { $why }
call-way-mail = By mail
call-way-letter = On paper
called-caption =
    { $count ->
        [one] Sent to one person
       *[other] Sent to { $count } people
    }
called-name = Name
called-home = Home
called-way = Way
called-state = What became of it
called-handed = Given on { $day }
called-returned = Came back on { $day }
called-refused = The mail server refused it: { $answer }
called-to-hand = To be given on paper
called-delivered = The mail server took it { $when }
called-waits = On its way
called-return = It came back
letters-to-hand =
    { $count ->
        [one] One letter to give or post
       *[other] { $count } letters to give or post
    }
field-handed-on = Given or posted on
letters-hand-act = They were given
letters-handed = Noted. Letters given: { $name }.
notice-returned = Noted. Print the letter and give it on paper.
wrong-nothing-chosen = Choose at least one.
meeting-letters-title = Letters to print
meeting-letters-none = Nobody is told on paper.
meeting-letters-lede =
    { $count ->
        [one] One letter on a page of its own.
       *[other] { $count } letters, each on a page of its own.
    }
letter-home = Home { $home }
letter-meeting-reply = Say whether you come:
meeting-called-edit = People were called. Whoever was called is told at once of another day, time or place, and asked again whether they come. Nothing else is sent.
item-is-new = new
item-unnoticed = Not in the notice: can be talked about, not voted on
mail-meeting-notice-subject = Notice: { $title }, { $day }
mail-meeting-notice-opening = { $coop } calls you to a meeting.
mail-meeting-supplement-subject = New on the agenda: { $title }, { $day }
mail-meeting-supplement-opening = Something was added to the agenda of this meeting.
mail-meeting-changed-subject = Changed: { $title }, now { $day }
mail-meeting-changed-opening = This meeting has another day, time or place than you were told. Please say again whether you come.
mail-meeting-cancelled-subject = Called off: { $title }, { $day }
mail-meeting-cancelled-opening = This meeting is called off.
mail-meeting-reminder-subject = Do you come? { $title }, { $day }
mail-meeting-reminder-opening = We have not heard yet whether you come to this meeting.
mail-meeting-reply = Say whether you come, without signing in:
mail-meeting-reply-link = Say whether you come
mail-meeting-why = You get this letter because you are called to this meeting.
mail-meeting-paper = You also get this on paper, since you have not agreed to notices by mail alone.

# ---- replies ----
reply-title = Do you come?
reply-for = This is the reply of { $name }.
reply-own-in_person = I come in person
reply-own-in_person-help = { "" }
reply-own-online = I take part from afar
reply-own-online-help = { "" }
reply-own-regrets = I cannot come
reply-own-regrets-help = You are excused.
reply-own-proxy = Somebody votes for me
reply-own-proxy-help = Choose a member below. If you come after all, you vote yourself.
field-reply = Your reply
field-needs = What you need
hint-needs = Child care, food, a ramp, an interpreter. Only who prepares the meeting reads it.
reply-act = Send my reply
reply-open = Reply
reply-change = Change my reply
reply-none = Do you come to this meeting?
reply-is-old = The day, the time or the place has changed since you replied. Do you come?
reply-old = for the old time
reply-kept-in_person = Thank you: we expect you.
reply-kept-online = Thank you: we expect you from afar.
reply-kept-regrets = Thank you for telling us. You are excused.
reply-kept-proxy = Noted: somebody votes for you. If you come after all, you vote yourself.
reply-said-in_person = You said that you come.
reply-said-online = You said that you take part from afar.
reply-said-regrets = You said that you cannot come.
reply-said-proxy = Somebody votes for you.
reply-over = This meeting is past.
reply-off = This meeting is called off. { $why }
reply-by-holder = { $name } votes for them
wrong-proxy-holder = This person cannot vote for you. Choose another member.
wrong-proxy-no-vote = You have no vote to give.
wrong-proxy-gave = This person lets somebody else vote for them. Choose another member.
wrong-proxy-holds = You vote for somebody else, so you cannot let another vote for you.
wrong-proxy-full = This person votes for as many as the rules allow. Choose another member.
replies-title = Who comes
replies-open = Who comes
replies-tally = In person { $coming }, from afar { $online }, cannot come { $regrets }, somebody votes for them { $proxies }, not answered { $silent }.
replies-enough = With those who said that they come, there are enough: { $there } of { $needed }{ $homesneeded ->
        [0] { "" }
       *[other] {", from"} { $homes } of { $homesneeded } homes
    }.
replies-short = With those who said that they come, { $short } are missing: { $there } of { $needed }{ $homesneeded ->
        [0] { "" }
       *[other] {", from"} { $homes } of { $homesneeded } homes
    }.
replies-silent = Not answered
replies-remind = Remind them by mail
meeting-reminded = Reminded: { $name }.
meeting-coming =
    { $count ->
        [one] One person has said that they come.
       *[other] { $count } people have said that they come.
    }
home-meeting = On { $day }. Do you come?

# ---- notices by mail ----
consent-title = Notices of meetings by mail
consent-lede = Notices of meetings come on paper, unless you agree to get them by mail. You can change your mind at any time.
consent-ask = Your address is { $address }. If you agree, notices of meetings come there and no longer on paper.
consent-act = I agree
consent-holds = Notices of meetings come to { $address }, as you agreed on { $day }.
consent-stop = Send them on paper again
consent-other = You agreed to notices at { $address }. Your address has changed since, so they come on paper until you agree again.
consent-no-address = The co-op has no mail address of yours.
consent-add-address = Add one
consent-given = Thank you. Notices of meetings come by mail now.
consent-withdrawn = Notices of meetings come on paper again.
consent-noted = Noted: { $name } agrees to notices by mail.
consent-noted-off = Noted: { $name } gets notices on paper.
consents-title = Who agreed to notices by mail
consents-lede = { $agreed } of { $all } members agreed. Everybody else is given notices on paper. Note here what somebody signed.
consents-since = Agreed on { $day }
consents-other = Agreed to another address: { $address }
consents-none = On paper
consents-note = They signed
consents-withdraw = On paper again
wrong-consent-address = No mail address is known. Add one first.
preferences-consent = Notices of meetings by mail or on paper

# ---- items that members ask for ----
asked-title = Items that members ask for
asked-until = You can ask for an item until { $day }.
asked-was-until = Items could be asked for until { $day }.
asked-closed = It is too late to ask for an item of this meeting. You can ask a question at the meeting.
asked-none = Nobody has asked for an item yet.
asked-open = Ask for an item
asked-count =
    { $count ->
        [one] One item was asked for
       *[other] { $count } items were asked for
    }
asked-by = Asked for by { $name } on { $day }.
asked-backers =
    { $count ->
        [one] One more would like it.
       *[other] { $count } more would like it.
    }
asked-waits = No answer yet.
asked-taken = Taken
asked-refused = Refused
asked-taken-as = On the agenda as item { $number }
asked-taken-off = Was put on the agenda
asked-refused-by = Not taken, { $name } on { $day }: { $why }
asked-back = I would like it too
asked-back-off = No longer
asked-withdraw = Take it back
asked-withdrawn = You have taken it back.
asked-answer = Answer
asked-answer-title = Answer a member
asked-answer-item = As it stands on the agenda
asked-answer-act = Give the answer
asked-choice-taken = Put it on the agenda
asked-choice-taken-help = As it is written below.
asked-choice-refused = Refuse it
asked-choice-refused-help = Say why: whoever asked is told.
asked-is-taken = It is on the agenda, and the member is told.
asked-is-refused = The member is told that it is refused, and why.
asked-new = Ask for an item
asked-new-help = Say what the meeting should talk about or decide. You get an answer before the notice goes out.
asked-act = Ask for it
asked-receipt = Received on { $name }. You will get an answer here.
field-asked-title = What it is about
field-asked-details = What people should know
field-item-answer = Your answer
field-asked-why = Why it is refused
hint-asked-why = Only if you refuse it.
wrong-asked-many = One person can ask for { $limit } items at most.
conflict-meeting-takes-none = This meeting takes no items from members.
conflict-meeting-items-late = It is too late to ask for an item of this meeting.
conflict-asked-answered = This was answered or taken back already.
attention-items-asked =
    { $count ->
        [one] One item that a member asked for waits for an answer.
       *[other] { $count } items that members asked for wait for an answer.
    }
attention-items-asked-act = See the meetings
attention-letters-to-hand =
    { $count ->
        [one] One notice is still to be given on paper.
       *[other] { $count } notices are still to be given on paper.
    }
attention-letters-to-hand-act = See the meetings
notice-item-answered = An answer about my item
notice-item-answered-help = What became of an item that you asked for.
notice-item-answered-line = The item that you asked for has an answer.
notice-item-answered-subject = Your item for { $name }
notice-item-asked = A member asks for an item
notice-item-asked-help = Somebody asks to have something on an agenda.
notice-item-asked-line = A member asks for an item on the agenda.
notice-item-asked-subject = An item for { $name }

everything-notice-consents = Notices of meetings by mail
everything-meetings-called = Meetings you were called to
everything-items-asked = Items you asked for
everything-items-backed = Items you would like too
fact-given-at = Given
fact-sent-at = Sent
fact-handed-on = Given on
fact-item-answer = Answer
fact-call = What was sent
fact-mails = By mail
fact-letters = On paper
fact-timing = By the rules
fact-notice-days = Days before
fact-anyway = Why all the same
fact-consent = Notices by mail
event-meeting-called = told people of a meeting
event-meeting-letters-handed = gave out letters about a meeting
event-meeting-letter-returned = noted that a notice came back
event-meeting-replied = said whether they come to a meeting
event-meeting-item-asked = asked for an item of a meeting
event-meeting-item-backed = would like an item of a meeting
event-meeting-item-withdrawn = took back an item asked for
event-meeting-item-answered = answered a member about an item
event-member-notices-agreed = agreed to notices by mail, or took that back
conflict-reply-late = The meeting is past or called off.

# ---- usual agendas and series ----
agenda-usual = Start with the usual agenda
agenda-before = As last time
agenda-filled = The agenda is filled. Change what is different this time.
conflict-agenda-begun = Something is on the agenda already.
usual-opening = Welcome and quorum
usual-agenda = Approval of the agenda
usual-minutes = Approval of the minutes of the last meeting
usual-minutes-annual = Approval of the minutes of the last annual meeting
usual-board-report = Report of the board
usual-statements = Financial statements
usual-auditor = Appointment of the auditor
usual-election = Election of directors
usual-questions = Questions from members
usual-correspondence = Mail received
usual-finances = Finances
usual-committees = Reports of the committees
usual-tasks = Tasks: what is done and what is next
usual-other = Other business
field-repeats = How often
repeats-never = Once
repeats-weekly = Every week
repeats-fortnightly = Every second week
repeats-monthly = Every month, same weekday and week
field-repeats-until = Until
hint-repeats-until = At most 26 meetings are planned. Each can be moved or called off alone.
meetings-planned = The meetings are planned. This is the first one.
meeting-of-series = Planned in a series: what is changed here changes this meeting alone.
meeting-series-first = The first of the series
wrong-series-short = Enter a day on which there is a second meeting.
fact-asked = Item asked for
fact-backs = Would like it too
meeting-papers = Papers
meeting-papers-bring = Bring papers

meeting-second-of = This is the second meeting of “{ $name }” of { $day }, which did not have its quorum. It has the same agenda.
meeting-is-second = This is a second meeting: the first one did not have its quorum.
meeting-second-first = See the first meeting
meeting-has-second = It did not have its quorum. The second meeting is on { $day }.
meeting-second-open = See the second meeting
conflict-second-ahead = A second meeting can be planned once the day of the first has come.
conflict-second-planned = A second meeting is planned already.
