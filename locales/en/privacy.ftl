# What everybody may read about personal information, and the settings behind it. Says what the program does.
privacy-title = Privacy
privacy-lede = What { $coop } keeps about people on these pages, why, who sees it, for how long, and what you can ask for.
privacy-person-title = Who is in charge of personal information
privacy-person = Write to this person with any question or request about what we keep about you.
privacy-person-none = The co-op has not named anybody yet. Until then, ask the office:
privacy-person-help = The law requires a person in charge of personal information, whose name and address everybody can read. It can be a member of the board.
privacy-what-title = What we keep, and why
privacy-what-register = Name, member number, status with its dates, shares: the law asks the co-op for a register of members.
privacy-what-contact = E-mail, phones, language, and what you add yourself (preferred first name, pronoun, photo, skills, emergency contact): to reach you and to work together. All we ask for is a way to write to you.
privacy-what-homes = Who lives where and since when, and how many children live in a home (never their names): to assign homes.
privacy-what-tasks = Tasks, hours and participation: to share the work fairly.
privacy-what-votes = Who was on the roll of a vote and, in open votes, what they chose: so that results can be checked.
privacy-what-account = Your account, a scrambled form of your password, and which devices are signed in: to let you in and nobody else.
privacy-what-log = A log of who changed what: so that mistakes can be found and nobody can change the register in secret.
privacy-what-not = We do not keep birth dates, incomes, health information, social insurance numbers, bank details or amounts owed on these pages.
privacy-seen-title = Who sees it
privacy-seen-members = Members see names, homes, committees, tasks and open votes.
privacy-seen-shared = You choose who sees your phones, e-mail, pronoun, skills and photo: only the office, people on a committee with you, or all members.
privacy-seen-office = The people who keep the register see everything except your password and what only the treasurer records. Each time they look at everything about one person, it is recorded.
privacy-seen-treasurer = Only the treasurer records whether somebody owes money, yes or no. You can see it for yourself.
privacy-seen-observer = Observers, such as an auditor, see the register without contact details or photos.
privacy-seen-public = The public sees figures and decisions, never a member’s name.
privacy-seen-line = Every page with personal information says under its title who sees it. Nothing is sold, and nothing is given to others unless the law requires it.
privacy-kept-title = How long we keep it
privacy-kept-caption = What is kept, for how long, and how it is deleted
privacy-kept-why = Technical data is deleted automatically every night. Information about a person is erased by people, not by a clock, because a dispute, a share to pay back or a law may require more time.
privacy-rights-title = What you can ask for
privacy-rights-see = To see everything we keep about you.
privacy-rights-copy = To get a copy of it, also in a form that another program can read.
privacy-rights-correct = To have mistakes corrected.
privacy-rights-erase = To have it erased once you are no longer a member. Totals stay, without your name.
privacy-rights-consent = To change your mind about what others see, at any time, on your own page.
privacy-rights-ask = To know who changed your data, and when.
privacy-rights-how = Write to the person named above. You will get an answer within 30 days, free of charge.
privacy-own-everything = See everything kept about me
privacy-own-profile = Choose who sees what
privacy-complain = If you are not satisfied with the answer, you can complain to { $commission }.
privacy-commission-QC = the Commission d’accès à l’information du Québec
privacy-commission-BC = the Office of the Information and Privacy Commissioner for British Columbia
privacy-commission-ON = the Office of the Privacy Commissioner of Canada
privacy-commission-CA = the Office of the Privacy Commissioner of Canada
privacy-safe-title = How we protect it
privacy-safe = Each co-op’s data is kept apart from the others’. You need an account to see pages with personal information, and each account sees only what it needs. If personal information gets out anyway, we record it in a register, and we tell you and the commission if it could harm you.
privacy-cookies = These pages use cookies only to keep you signed in, to remember your language and to confirm what you did. Nobody tracks what you read, and no other website is told.
privacy-download = Download this table:
privacy-settings-title = Privacy
privacy-settings-lede = Who is in charge of personal information, and how long it is kept. Everybody can read this on the page
privacy-settings-saved = The person in charge is saved.
privacy-due-title = Former members to erase
privacy-due-help = Your rules no longer require keeping information about these people. Check whether anything is still open with them, then erase them one by one.
privacy-due-none = There is nobody to erase.
privacy-due-left = Left on { $day }
kept-what = What
kept-how-long = How long
kept-how = How it is deleted
kept-by-stays = It is kept
kept-by-itself = Automatically, every night
kept-by-people = By the people who keep the register
kept-former-members = Information about a former member
kept-former-members-for =
    { $years ->
        [0] { $months ->
            [0] Can be erased as soon as they leave
            [one] One month after leaving, or earlier if you ask
           *[other] { $months } months after leaving, or earlier if you ask
        }
        [one] One year{ $months ->
            [0] { "" }
            [one] { " and one month" }
           *[other] { " and" } { $months } months
        } after leaving, or earlier if you ask
       *[other] { $years } years{ $months ->
            [0] { "" }
            [one] { " and one month" }
           *[other] { " and" } { $months } months
        } after leaving, or earlier if you ask
    }
kept-comments = Comments in discussions
kept-comments-for = As long as the co-op exists; a comment’s words are removed when its author takes it back, or once the person is erased
kept-files = Files of votes
kept-files-for = As long as the co-op exists; one that is taken back is removed at once. Who added it is removed once the person is erased
kept-votes = Decisions, rolls and shares
kept-votes-for = As long as the co-op exists; without a name once the person is erased
kept-guests = Names of guests whom a vote asked by a link
kept-guests-for = { $months } months after the close of the vote; without a name afterwards
kept-sessions = Signed-in devices
kept-sessions-for = { $days } days, { $idle } days without a visit, or { $hours } hours for the people who keep the register
kept-links = Sign-in links sent by mail
kept-links-for = { $minutes } minutes, or { $days } days where they stand in a mail about a vote; then one day to show that they were used
kept-address-changes = A new e-mail that was not confirmed
kept-address-changes-for = { $hours } hours
kept-attempts = Attempts to sign in, and forms that were sent
kept-attempts-for =
    { $days ->
        [one] One day
       *[other] { $days } days
    }
kept-imports = Spreadsheets that were imported
kept-imports-for = { $days } days, so that the import can be undone
kept-mails = Mails
kept-mails-for = Until they are sent, or { $days } days if they cannot be sent
kept-deliveries = Who was sent a mail, and what the mail server answered
kept-deliveries-for = { $days } days
kept-incidents = Entries of confidentiality incidents
kept-incidents-for = { $years } years after the co-op learned of the incident
kept-applicants = Names and contact details of a request that did not lead to a home
kept-applicants-for =
    { $months ->
        [0] Can be removed as soon as the request ends
        [one] One month after the request ends
       *[other] { $months } months after the request ends
    }
privacy-due-requests-title = Requests to clear
privacy-due-requests-help = Your rules no longer require keeping these requests for a home. Open each one and remove the personal details.
privacy-due-request = Request { $number }
kept-invitations = Invitations
kept-invitations-for = { $days } days by mail, { $letters } days by letter

everything-title = Everything about one person
everything-seen = The people who keep the register and this person see this page. Each visit is recorded.
everything-lede = Everything the co-op’s pages know about { $name }.
everything-left-out = The office notes are not included. Ask the office for them.
everything-left-out-office = Choices in a vote that is still open, and what only a treasurer sees, are not included.
everything-json = Download it as JSON
everything-register = In the register
everything-phones = Other phones
everything-statuses = Statuses
everything-homes = Homes
everything-committees = Committees
everything-led = Committees they led
everything-board = On the board
everything-shares = Member shares
everything-owed = Money owed
everything-tasks = Tasks
everything-proxies = Proxies
everything-off-roll = Votes without you on the roll
everything-votes = Votes
everything-scores = Scorecards
everything-account = Account
everything-devices = Signed-in devices
everything-keys = Access keys
everything-address-change = New e-mail waiting to be confirmed
fact-address = Sign-in e-mail
fact-asked-at = Asked on
fact-expires-at = Valid until
everything-notices = Notices
everything-preferences = Notice settings
everything-mails = Mails sent to them
fact-ended-at = Sent on
fact-subject = Subject
fact-accepted = Accepted by the mail server
fact-answer = Answer of the mail server
everything-changes = What happened to this person’s data
everything-acts = What this person did
everything-requests = Requests for a home
everything-interviews = Interviews
everything-assisted = What the office did for this person
event-member-everything-read = looked at everything about a person
everything-photo = Photo
everything-photo-in-file = Included in the download

erasing-title = Erase a former member
erasing-seen = You and the others who keep the register see this page.
erasing-lede = This removes { $name } from the co-op’s records for good. It cannot be undone. This is what will happen.
erasing-goes = What is erased
erasing-goes-register = Name, number, phones, e-mail, pronoun, skills, emergency contact, notes and reasons for statuses. “{ $sign }” takes their place.
erasing-goes-account = The account with its devices, access keys, inbox and choices.
erasing-goes-events =
    { $count ->
        [one] Names and private values in { $count } event of the activity log.
       *[other] Names and private values in { $count } events of the activity log.
    }
erasing-goes-comments = What they said in discussions, in every version; the replies of others stay.
erasing-goes-texts =
    { $count ->
        [one] The name in { $count } text that somebody wrote: a task, a note, a reason or a register.
       *[other] The name in { $count } texts that somebody wrote: tasks, notes, reasons or registers.
    }
erasing-goes-waiting = Mail waiting to be sent, and import spreadsheets that name this person.
erasing-stays = What is kept
erasing-stays-figures = Dates, statuses, homes, committees, ballots, scores and shares, so that every total and every decision stays correct.
erasing-stays-chain = The chain of the activity log: the rewritten events are sealed again, and “cooperator verify” still passes.
erasing-stays-texts =
    { $count ->
        [one] Decisions, and what other people wrote about themselves: { $count } text names this person. Read it and decide what to do.
       *[other] Decisions, and what other people wrote about themselves: { $count } texts name this person. Read them and decide what to do.
    }
erasing-stays-backups = Backups made before today, until they are replaced, and anything printed or downloaded.
erasing-due = Left on { $left }. Under your rules, this information was to be kept until { $until }: you can now erase it.
erasing-not-due = Left on { $left }. Under your rules, this information is kept until { $until }. Erase it earlier only if this person asks.
erasing-act = Erase this person
member-erased = The person is erased. All figures are unchanged.
event-member-erased = erased a former member
conflict-erase-not-former = Only a former member can be erased. Change the status first.
conflict-erase-too-early = Under your rules, information about this person must still be kept. Erase it earlier only if the person asks.
kept-drafts = Texts you began and did not send
kept-drafts-for = { $days } days after you last typed
everything-tasks-done = Tasks done
everything-tasks-followed = Tasks followed or muted
fact-follows = Follows
