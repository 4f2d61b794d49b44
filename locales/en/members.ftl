members-title = People
members-name = Name
members-unit = Home
members-committees = Committees
members-contact = Contact
members-status = Status
members-status-current = Everybody who is here
members-search = Name, home or phone
members-count =
    { $count ->
        [0] Nobody here
        [one] One person
       *[other] { $count } people
    }
members-from-to = { $count } people, from { $first } to { $last }
members-none-found = Nobody found for “{ $query }”.
members-on = On { $day }: { $what }
members-on-names = Statuses, homes and committees are those of that day; names and contact details are today’s.
members-more-filters = By status, or on a past day
members-show-all = Show everybody
members-seen-office = You see every phone and e-mail. Neighbours see only what people share.
members-seen-shared = Everybody in the co-op sees this list. A phone or an e-mail stands here only if its owner shares it.
members-seen-observer = You see names, homes, committees and statuses. Contact details are not shown to observers.
members-nobody-admin = Nobody is in the register yet. There are two ways to begin.
members-door-import = Import your members
members-door-import-help = From a spreadsheet. You see everything before anything is stored.
members-door-hand = Add by hand
members-door-hand-help = One person at a time.
member-add = Add a member
member-edit = Change the details
member-edit-own = Change my details
member-new-title = Add a member
member-edit-title = Change a member
member-form-seen = Phone and e-mail: you and the others who keep the register, and neighbours only if their owner shares them.
member-added = { $name } is in the register.
member-changed = The details of { $name } are saved.
member-number-taken = Another member has this number.
member-left-too-early = Enter a day after the day of joining.
member-joined-after = Enter a day that is not ahead, and not after the first day in a home or on a committee.
member-joined-too-late = A status of this person began before this date. Enter an earlier date.
member-status-too-early = The latest status began on { $limit }. Enter that date or a later one.
member-status-title = Status
member-status-change = Change the status
member-status-act = Change the status
member-status-set = The status is changed.
member-status-applicant = Applicant
member-status-auxiliary = Auxiliary member
member-status-member = Member
member-status-on-leave = On leave
member-status-suspended = Suspended
member-status-former = Former member
member-seen-own = This is you. Neighbours see your name, home and committees, and the contact you share.
member-seen-office = You see everything. Neighbours see the name, home and committees, and the contact this person shares.
member-seen-shared = Everybody in the co-op sees this, and only the contact this person shares.
member-seen-observer = You see names, homes and committees. Contact details are not shown to observers.
member-no-contact = No phone, no e-mail
member-shares-none = Shares no contact details
member-no-unit = No home
member-no-committee = None
member-joined = Joined
member-language = Language
member-before = Before
member-give-access = Give access
since-day = since { $day }
member-leads = Leads
member-led = Led { $name }
from-until = from { $from } to { $until }
profile-title = My details
profile-lede = How the co-op and your neighbours reach you.
profile-see = See my page
profile-seen = Who keeps the register always sees your phone and e-mail. Others see of each field what you chose; an emergency contact never leaves the office. Observers see none of it.
profile-save = Save my details
profile-saved = Your details are saved.
profile-no-member = Your account belongs to nobody in the register, so there are no details to keep here. Your name, language and password are in your account.

column-number = Member number
column-given-name = Given name
column-family-name = Family name
column-email = E-mail
column-phone = Phone
column-unit = Home
column-joined-on = Joined
column-status = Status
column-committees = Committees
column-language = Language

event-member-added = added a member
event-member-changed = changed a member
event-member-status-changed = changed the status of a member
event-members-exported = downloaded the list of members
event-shares-exported = took the ledger of shares away as a file

members-cards = Add to an address book (vCard): what people share with everybody
member-card = Add to my address book (vCard)
member-legal-name = Name in the register
member-phones = Phones
member-phones-help = Up to four. One of them is shown in lists.
member-phone-first = Show phone { $number } first
member-status-set-until = The status is changed. It ends by itself on { $name }.
member-status-corrected = The entry is corrected. The activity log keeps what stood there.
member-status-cannot-follow = This status cannot come after the one before. Choose another one, or correct the entry before it.
member-status-same = This is the status already. Choose another one.
member-status-ends-too-early = The end comes before the beginning. Enter a later day.
member-status-too-long = It may last until { $limit } at most. Enter that day or an earlier one.
member-status-first-stays = The first status begins on the day of joining. Change that day with the details.
member-status-planned = ahead
member-status-by-itself = by itself
member-status-ahead = From { $day }: { $status }, entered ahead.
member-status-at-most = By the rules, an auxiliary member until { $day } at most. Decide before then.
member-status-overdue = By the rules, the time as an auxiliary member ended on { $day }. A decision is due.
member-status-entered = entered by { $name } on { $day }
member-status-corrected-by = corrected by { $name } on { $day }
member-status-correct = Correct
member-correction-title = Correct a status
member-correction-seen = You and the others who keep the register see this page.
member-correction-lede = The entry of { $day } becomes what you enter here. The activity log keeps what stood there before. Homes and committees that ended with a wrong departure do not come back by themselves.
member-correction-act = Correct the entry
standing-title = Standing
standing-seen-own = You, those who keep the register and the treasurer see this. What you owe, if anything, only the treasurer and you.
standing-seen-office = Those who keep the register, the treasurer and this person see this.
standing-vote = May vote
standing-stand = May stand for the board
standing-yes = Yes
standing-no = No. { $why }
standing-treasurer = The rules also look at what is owed. Only the treasurer knows that: ask them before an election.
standing-why-applicant = Not a member yet.
standing-why-auxiliary = Auxiliary members neither vote nor hold office, unless the rules say so.
standing-why-member = The rules do not allow it.
standing-why-on-leave = On leave.
standing-why-suspended = Suspended.
standing-why-former = Not a member any more.
standing-why-arrears = Something is owed to the co-op; talk to the treasurer.
arrears-act = Save
arrears-noted = Noted. Nobody but a treasurer and this person sees it.
seen-by-nobody = Nobody but the office
seen-by-committees = Those who sit on a committee with me
seen-by-members = All members
profile-page-seen = Only you see this page.
profile-changes = Changes to your details
profile-changes-help = Who changed what the register says of you.
profile-changes-none = No change yet.
profile-changed-by-you = You

event-member-status-corrected = corrected a status of a member
event-arrears-reviewed = went through who owes something

shares-title = Member shares
shares-seen = Those who keep the register and this person see this page. Shares are counted here, not valued.
shares-held =
    { $count ->
        [0] No share is held.
        [one] One share is held.
       *[other] { $count } shares are held.
    }
shares-none = No movement of shares yet.
shares-ledger = Every movement, the oldest first
shares-download = Download this ledger:
shares-download-all = Download the ledger of the whole co-op:
shares-enter = Enter a movement
shares-act = Enter it
share-entered = The movement is entered.
share-kind-paid = Paid
share-kind-transferred = Transferred
share-kind-received = Received
share-kind-refunded = Refunded
share-column-number = Member number
share-column-name = Name
share-column-on = Date
share-column-kind = What happened
share-column-quantity = Shares
share-column-certificate = Certificate
share-column-other = To or from
share-other-none = Nobody
share-other-needed = Choose who receives the shares.
share-certificate-taken = A certificate of this number is out already. Enter another number.
share-ahead = Enter today or an earlier day.
share-too-many = On { $limit }, more shares would be gone than were held. Enter fewer, or a later day.
everything-title = Everything about one person
everything-seen = Those who keep the register and this person see this page. Each look at it is recorded.
everything-lede = What the co-op’s pages know of { $name }, all of it.
everything-left-out = The notes of the office are not in it: ask the office for them.
everything-left-out-office = What somebody chose in a vote that is still open, and what only a treasurer sees, is not in it.
everything-json = Download it as JSON
everything-register = In the register
everything-phones = Other phones
everything-statuses = Statuses
everything-homes = Homes
everything-committees = Committees
everything-led = Committees led
everything-board = On the board
fact-came = How the seat came
fact-ended-on = Ended early on
fact-ended-how = Why it ended early
everything-shares = Member shares
everything-owed = Owed
everything-tasks = Tasks
everything-votes = Votes
everything-scores = Scorecards
everything-account = Account
everything-devices = Signed in on
everything-keys = Access keys
everything-notices = Notices
everything-preferences = What is written to them
everything-changes = What happened to this person’s data
everything-acts = What this person did
everything-requests = Requests for a home
everything-interviews = Interviews
everything-assisted = What the office did for this person
erasing-title = Erase a former member
erasing-seen = You and the others who keep the register see this page.
erasing-lede = This takes { $name } out of the co-op’s records for good. It cannot be undone. This is what will happen.
erasing-goes = What goes
erasing-goes-register = Name, number, phones, e-mail, pronoun, skills, emergency contact, notes and the reasons of statuses. “{ $sign }” stands in their place.
erasing-goes-account = The account with its devices, access keys, inbox and choices.
erasing-goes-events =
    { $count ->
        [one] Names and private values in { $count } event of the activity log.
       *[other] Names and private values in { $count } events of the activity log.
    }
erasing-goes-tasks =
    { $count ->
        [one] The name in the text of { $count } task.
       *[other] The name in the text of { $count } tasks.
    }
erasing-goes-waiting = Mail that waits to be sent, and spreadsheets of imports that name this person.
erasing-stays = What stays
erasing-stays-figures = Dates, statuses, homes, committees, ballots, scores and shares, so that every count and every decision keeps its figures.
erasing-stays-chain = The chain of the activity log: the rewritten events are sealed anew, and “cooperator verify” still holds.
erasing-stays-polls =
    { $count ->
        [one] The text of votes as it was decided: { $count } names this person. Read it, and decide yourselves.
       *[other] The text of votes as it was decided: { $count } name this person. Read them, and decide yourselves.
    }
erasing-stays-backups = Backups made before today, until they are replaced, and what was printed or downloaded.
erasing-due = Gone since { $left }. By your rules, what is known was kept until { $until }: it may be erased.
erasing-not-due = Gone since { $left }. By your rules, what is known is kept until { $until }. Before that, erase it only if this person asks for it.
erasing-act = Erase this person
member-erased = The person is erased. The figures are as they were.

event-shares-entered = entered a movement of shares
event-member-everything-read = looked at everything about a person
event-member-erased = erased a former member

photo-title = Photo
photo-change = Change the photo
photo-of = Photo of { $name }
photo-seen-own = Seen by you, by the people who keep the register, and by whom you choose below.
photo-seen-office = Seen by this person, by the people who keep the register, and by whom this person chose.
photo-file = Choose a photo
photo-file-hint = JPEG, PNG or WebP, up to 10 MB. We cut a square from the middle and keep nothing else of the file: no place, no date, no camera.
photo-act = Save the photo
photo-remove = Remove the photo
photo-kept = The photo is saved.
photo-removed = The photo is removed.
wrong-photo-kind = This is not a photo we can read. Choose a JPEG, PNG or WebP file.
wrong-photo-broken = This photo is damaged or incomplete. Choose another one, or save it again.
wrong-photo-large = This file is larger than 10 MB. Choose a smaller photo.
wrong-photo-pixels = This photo has more than 40 million pixels. Choose a smaller one.
event-member-photo-changed = changed the photo of a member
event-member-photo-removed = removed the photo of a member
everything-photo = Photo
everything-photo-in-file = In the file to download
fact-created-at = Entered on
fact-since = Since
fact-planned = Written ahead
fact-entered-at = Entered on
fact-on-date = On
fact-quantity = Shares
fact-certificate = Certificate
fact-title = Title
fact-details = Details
fact-credit-minutes = Minutes credited
fact-done-at = Done on
fact-cast-at = Cast on
fact-period-start = From
fact-period-end = To
fact-figure = Figure
fact-value = Value
fact-whole = Out of
fact-last-sign-in-at = Last signed in
fact-disabled-at = Closed on
fact-device = Device
fact-seen-at = Last seen
fact-subject-name = About
fact-read-at = Read on
fact-inbox = In the inbox
fact-mail = By mail
fact-at = When
fact-actor-name = Who
fact-detail = What changed
fact-before = Before
fact-after = After
fact-set-at = Saved on
member-phones-more = More phones
fact-offices = Offices
fact-steps = Steps
fact-present = Who was there
