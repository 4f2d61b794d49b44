minutes-title = Minutes
minutes-open = Minutes
minutes-status-draft = Draft
minutes-status-all = Published on { $day }
minutes-status-sitters = Published on { $day }, for those who sit there
minutes-status-approved = Approved at the { $meeting }, { $day }
minutes-draft-title = Write the minutes
minutes-draft-open = Write the minutes
minutes-draft-lede = When, who, the quorum and the agenda are filled in from what is known. Write what was said and decided, item by item: two people can write at the same time, each at another item.
minutes-whole = The meeting as a whole
minutes-preview-title = How the minutes read
minutes-preview-open = Read it as a whole, and publish
minutes-preview-again = Read it as a whole, and publish a correction
minutes-part-none = Nothing is written yet.
minutes-part-by = Written by { $name }, { $when }
minutes-part-write = Write
minutes-written = It is saved.
minutes-save-next = Save, and go to the next item
minutes-assign = Make a task of something that was agreed
minutes-assign-act = Add the task
minutes-assigned = { $name } is a task now.
minutes-nobody = Nobody yet
minutes-action-done = Done
minutes-publish-act = Publish the minutes
minutes-published = The minutes are published.
minutes-differs = Something was written since the minutes were published. Readers see the published text until you publish the correction.
minutes-correct-act = Publish the correction
minutes-corrected = The correction is published.
minutes-approve-act = They were approved
minutes-approved = It is noted which meeting approved them.
minutes-in-camera = In camera
minutes-in-camera-seen = Only those who sit there see this part.
minutes-versions-open = What was corrected
minutes-versions-title = What was corrected
minutes-versions-none = Nothing is published yet.
minutes-version = Published { $when } by { $name }.
minutes-version-number = Version { $number }
minutes-sign = Chair: ____________________ Secretary: ____________________
minutes-held = **{ $day }**, { $place }
minutes-chair = Chair: { $name }
minutes-secretary = Secretary: { $name }
minutes-opened = Called to order at { $time }
minutes-ended = Adjourned at { $time }
minutes-noticed = Notice was given on { $day }, { $days ->
        [one] one day
       *[other] { $days } days
    } before: { $mails } by mail, { $letters } on paper
minutes-noticed-anyway = This was not within the days that the rules say. The reason given: { $why }
minutes-attendance = Attendance
minutes-in-person = In person ({ $count }): { $names }
minutes-online = From afar ({ $count }): { $names }
minutes-guests = Also there: { $names }
minutes-regrets = Regrets ({ $count }): { $names }
minutes-from = from { $from }
minutes-until = until { $to }
minutes-from-to = { $from } to { $to }
minutes-quorum = Quorum
minutes-no-quorum = There was no quorum at any time.
minutes-moment-reached = { $time }: there was a quorum, { $there } of { $needed } needed{ $homesneeded ->
        [0] { "" }
       *[other] {", from"} { $homes } of { $homesneeded } homes needed
    }
minutes-moment-lost = { $time }: the quorum was lost, { $there } of { $needed } needed{ $homesneeded ->
        [0] { "" }
       *[other] {", from"} { $homes } of { $homesneeded } homes needed
    }
minutes-moment-called-to-order = { $time }: called to order with { $there } counted as present
minutes-moment-adjourned = { $time }: adjourned with { $there } counted as present
minutes-item-in-camera = { $number }. In camera
minutes-action = Task: { $title }
minutes-action-by = Task: { $title }, by { $day }
minutes-action-of = Task: { $title }, { $name }
minutes-action-of-by = Task: { $title }, { $name }, by { $day }
field-minutes-text-en = In English
hint-minutes-text-en = One language is enough: readers of the other one see this.
field-minutes-text-fr = In French
field-action-title = What is to be done
field-action-member = Who does it
field-action-due = By when
field-minutes-why = What is corrected, and why
field-for-all = Publish for all members
hint-for-all = Otherwise only those who sit there read them.
field-approved-at = Which meeting approved them
conflict-minutes-early = The meeting has not begun.
conflict-minutes-same = Nothing was written since they were published.
conflict-minutes-draft = They are not published yet.
conflict-minutes-approved = It is noted already which meeting approved them.
conflict-item-written = Something is written of this item in the minutes, so it stays on the agenda.
attention-minutes-missing =
    { $count ->
        [one] One meeting has no minutes yet.
       *[other] { $count } meetings have no minutes yet.
    }
attention-minutes-missing-act = See the meetings
search-minutes = Minutes
fact-version = Version
fact-for-all = For all members
fact-meeting = Meeting
event-minutes-written = wrote in minutes
event-minutes-action = made a task in minutes
event-minutes-published = published minutes
event-minutes-approved = noted that minutes were approved
minutes-decisions = Decisions
minutes-decision = Decision { $number }: { $words }
minutes-motion = Motion { $number }.
minutes-amendment = Amendment, motion { $number }, to motion { $of }: that it read
minutes-recused = Did not vote, having an interest in it: { $names }
minutes-as-amended = As amended: { $words }
minutes-vote-open = By an open vote on phones.
minutes-vote-secret = By a secret vote, on phones and paper.
minutes-vote-papers = The papers were being counted.
