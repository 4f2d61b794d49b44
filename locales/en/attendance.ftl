attendance-title = Attendance
attendance-seen = Names and times are seen by those who lead this meeting and keep its door. Everybody sees how many are there.
attendance-seen-all = Everybody sees how many are there. Names are seen by those who lead the meeting and keep its door.
attendance-quorum = Quorum
attendance-not-open = The door is not open yet. How many are there is shown from then on.
attendance-over = The meeting is over.
attendance-there =
    { $count ->
        [one] person counted as present
       *[other] people counted as present
    }
attendance-needed =
    { $count ->
        [one] person is needed
       *[other] people are needed
    }
attendance-homes-there =
    { $count ->
        [one] home is there
       *[other] homes are there
    }
attendance-homes-needed =
    { $count ->
        [one] home is needed
       *[other] homes are needed
    }
attendance-compact = There: { $there }. Needed: { $needed }.
attendance-opening-enough = By the rules of the co-op, the quorum at the opening is enough for the whole meeting.
attendance-any-enough = By the rules of the co-op, those who are present are enough.
attendance-enough = There are enough.
attendance-short =
    { $count ->
        [one] One more must come.
       *[other] { $count } more must come.
    }
attendance-in-room =
    { $count ->
        [0] Nobody is in the room.
        [one] One is in the room.
       *[other] { $count } are in the room.
    }
attendance-afar =
    { $count ->
        [one] One takes part from afar.
       *[other] { $count } take part from afar.
    }
attendance-afar-not =
    { $count ->
        [one] One takes part from afar and does not count, by the rules of the co-op.
       *[other] { $count } take part from afar and do not count, by the rules of the co-op.
    }
attendance-proxies =
    { $count ->
        [one] One counts by proxy.
       *[other] { $count } count by proxy.
    }
attendance-proxies-wait =
    { $count ->
        [one] One proxy waits for its holder.
       *[other] { $count } proxies wait for their holders.
    }
attendance-you = You
attendance-you-not = Nobody has noted that you are there.
attendance-you-are-here = It is noted that you are there.
attendance-here-go = I am here
attendance-here-title = I am here
attendance-here-act = I am here
attendance-leave-own = I am leaving
attendance-my-code = My code for the door
attendance-my-code-help = Show it at the door: whoever keeps it points a phone at it and sees your name. It is good for this meeting alone, and nobody else can use it.
attendance-card-act = Here
attendance-acts = Hold the meeting
attendance-open-ahead = The door can be opened on the day of the meeting.
attendance-open-help = When you open the door, the list of those who are called is fixed: whoever may vote on that day, or sits there. Then people can come.
attendance-open = Open the door
attendance-opened = The door is open. People can come.
attendance-door = Keep the door
attendance-room-code = Code of the room
attendance-code-renew = Make another code of the room
attendance-code-new = There is another code. The one before is good no more.
attendance-order = Call to order
attendance-order-short =
    { $count ->
        [one] There is no quorum: one more must come. By-laws mostly let those who came talk and set another day. What is decided all the same can be contested.
       *[other] There is no quorum: { $count } more must come. By-laws mostly let those who came talk and set another day. What is decided all the same can be contested.
    }
field-without-quorum = Begin without a quorum
hint-without-quorum = You can talk, and decide nothing until enough are there.
wrong-no-quorum = There is no quorum. Still missing: { $limit }. Wait, or tick that you begin without one.
attendance-called-to-order = The meeting is called to order.
attendance-adjourn = Adjourn the meeting
attendance-adjourn-help = When you adjourn it, everybody who is there is noted as leaving now.
attendance-adjourned = The meeting is adjourned.
attendance-undone = That is undone.
attendance-screen = Page for the projector
attendance-screen-help = How many are there, in large figures, and the code of the room. No names.
attendance-screen-how = Are you here? Open this address on your phone and type the code:
attendance-screen-picture = A picture to point a phone at: it leads to this address.
attendance-roles = Chair, secretary, doorkeepers
attendance-roles-help = Who leads the meeting, who writes its minutes, who keeps the door.
attendance-roles-saved = That is changed.
attendance-chaired = { $name } chairs.
attendance-written = { $name } writes the minutes.
attendance-nobody = Nobody yet
field-chair = Chair
hint-chair = Leads the meeting: calls it to order and adjourns it.
field-secretary = Secretary
hint-secretary = Writes the minutes, and can do here what the chair can.
field-doorkeeper = One more to keep the door
hint-doorkeeper = Sees who is there and ticks who comes, on their own phone, at this meeting alone.
attendance-doorkeepers = Who keeps the door
attendance-doorkeepers-none = Nobody besides those who lead the meeting.
attendance-doorkeeper-remove = Take the door away
attendance-search = Find by name or home
attendance-found-none = Nobody of this name is on the list.
attendance-found-more = There are more. Type more of the name.
attendance-show-all = Show the list again
attendance-others-help = Somebody is not on the list? Find them by name: they can be noted, and do not count for the quorum.
attendance-home = home { $home }
attendance-uncalled = No vote here: does not count for the quorum.
attendance-stood-for = { $name } stands for them until they come.
attendance-is-here = Here
attendance-tick-came = Came
attendance-tick-afar = From afar
attendance-tick-left = Left
attendance-came = { $name } is noted.
attendance-came-proxy = { $name } is noted. Nobody stands for them any more.
attendance-came-uncalled = { $name } is noted, and does not count for the quorum.
attendance-already = Noted already: { $name }. Nothing has changed.
attendance-name-since = { $name }, since { $time }
attendance-left = { $name } is noted as leaving.
attendance-not-there = { $name } was not noted as there. Nothing has changed.
attendance-tick-undone = Undone for { $name }.
attendance-since = since { $time }, { $way }
attendance-from-to = from { $from } to { $to }, { $way }
attendance-way-in_person = in the room
attendance-way-online = from afar
attendance-way-own-in_person = I am in the room
attendance-way-own-online = I take part from afar
attendance-online-not = By the rules of the co-op, this does not count for the quorum.
attendance-noted-door = at the door
attendance-noted-room = by the code of the room
attendance-noted-card = by their own code
attendance-noted-sheet = from the paper sheet
attendance-undone-came = coming
attendance-undone-left = leaving
attendance-undone-opening = call to order
attendance-undone-adjournment = adjournment
field-room-code = Code of the room
hint-room-code = Six digits, shown in the room and read aloud.
field-attends = How you take part
wrong-room-code = This is not the code of the room. Look again, or ask at the door.
attendance-course = How many were there, and when it changed whether they were enough
attendance-moment-reached = There is a quorum
attendance-moment-lost = The quorum is lost
attendance-moment-called-to-order = Called to order
attendance-moment-adjourned = Adjourned
attendance-column-time = Time
attendance-column-what = What
attendance-column-there = There
attendance-column-needed = Needed
attendance-list = Who was there
attendance-list-none = Nobody was noted yet.
attendance-list-caption =
    { $count ->
        [one] One person
       *[other] { $count } people
    }
attendance-column-name = Name
attendance-column-home = Home
attendance-column-times = When
attendance-column-minutes = Minutes there
attendance-column-called = Counts for the quorum
attendance-column-way = How
attendance-column-came = Came
attendance-column-left = Left
attendance-file = attendance
attendance-sheet = Attendance sheet
attendance-sheet-help = On paper, by name, with boxes and a line to sign on.
attendance-sheet-print = Print this page. What is signed can be typed in afterwards.
attendance-sheet-nobody = Nobody is called to this meeting.
attendance-sheet-caption =
    { $count ->
        [one] One person is called
       *[other] { $count } people are called
    }
attendance-box-in-person = In the room
attendance-box-online = From afar
attendance-box-gone = Was not there
attendance-box-signature = Signature
attendance-late = Type in the paper sheet
attendance-late-help = Afterwards, or to mend what was noted wrong.
attendance-late-lede = Tick who was there. Without a time, they came when the meeting began and stayed until its end. What you enter for somebody takes the place of all that was noted of them.
attendance-times = Times
attendance-late-act = Enter
attendance-entered =
    { $count ->
        [0] It is noted when the meeting was held.
        [one] One person is entered.
       *[other] { $count } people are entered.
    }
field-held-from = Called to order at
field-held-until = Adjourned at
field-late-why = Why
hint-late-why = Needed where something was noted already, or once the meeting is adjourned. It stands in the log.
wrong-late-both = { $limit }: tick one of the boxes alone.
wrong-late-way = { $limit }: tick whether they were in the room or from afar.
wrong-late-time = { $limit }: enter times as 19:30.
wrong-late-order = { $limit }: they left before they came.
wrong-late-ahead = { $limit }: this time is still to come.
wrong-late-order-held = The meeting ended before it began. Enter a later time.
wrong-late-nothing = Tick who was there.
conflict-door-closed = The door of this meeting is not open yet.
conflict-door-ahead = The door can be opened on the day of the meeting.
conflict-door-nobody = Nobody is called to this meeting: nobody may vote, or sits there.
conflict-meeting-over = This meeting is over. Whoever leads it can still enter who was there.
conflict-meeting-not-begun = This meeting was not called to order.
conflict-tick-old = That is too long ago to be undone. Whoever leads the meeting can correct it, with a reason.
event-attendance-opened = opened the door of a meeting
event-attendance-code-renewed = made another code of the room of a meeting
event-attendance-called-to-order = called a meeting to order
event-attendance-adjourned = adjourned a meeting
event-attendance-came = noted that somebody came to a meeting
event-attendance-left = noted that somebody left a meeting
event-attendance-undone = undid what was noted of a meeting
event-attendance-entered = entered who was at a meeting
event-attendance-led = said who leads a meeting and who writes its minutes
event-attendance-doorkeeper-named = let somebody keep the door of a meeting
event-attendance-doorkeeper-dismissed = took the door of a meeting away from somebody
event-attendance-exported = downloaded who was at a meeting
fact-attends = How they take part
fact-noted = How it is known
fact-there = There
fact-times = From and to
fact-called = Called
fact-needed = Needed for the quorum
fact-without-quorum = Without a quorum
fact-undone = What was undone
fact-chair-id = Chair, by number
fact-secretary-id = Secretary, by number
fact-came-at = Came
fact-left-at = Left
everything-meeting-roll = Meetings to which they were called
everything-attendances = Meetings at which they were
everything-doorkeepers = Meetings whose door they kept
attention-meetings-not-adjourned =
    { $count ->
        [one] A meeting was not adjourned
       *[other] { $count } meetings were not adjourned
    }
attention-meetings-not-adjourned-act = Enter when it ended

# ---- sheets of earlier years ----
attendance-mark-present = present
attendance-mark-online = present online
attendance-mark-excused = excused
attendance-mark-absent = absent
attendance-from-sheet = Attendance at this meeting comes from an imported sheet. To correct it, import the corrected sheet.
attendance-sheet-says = According to the attendance sheet, { $there } were there, { $excused } excused and { $absent } absent.
attendance-sheet-you = The sheet says about you: { $mark }.
attendance-sheet-mark = Attendance
attendance-marks-caption = Who was there, according to the attendance sheet
conflict-sheet-door = Attendance at this meeting was taken at its door. A sheet does not replace it.
conflict-door-sheet = Attendance at this meeting comes from an imported sheet, so its door stays closed.
event-attendance-sheet-brought = imported the attendance sheet of a meeting
event-attendance-sheet-taken-back = took back the attendance sheet of a meeting
event-meeting-recorded = added a past meeting
fact-excused = Excused
fact-absent = Absent
fact-mark = Attendance
everything-sheet-marks = Attendance, from imported sheets
fact-meetings = Meetings added

attendance-second = Plan a second meeting
attendance-second-help = There are not enough for a quorum. You can plan a second meeting with the same agenda; the rules for its notice are checked, and this one stays on record.
