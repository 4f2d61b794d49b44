# What everybody may read about personal information, and the settings behind it. Says what the program does.
privacy-title = Privacy
privacy-lede = What { $coop } keeps of people on these pages, why, who sees it, for how long, and what you may ask for.
privacy-person-title = Who answers for personal information
privacy-person = Write to this person with any question or request about what is kept of you.
privacy-person-none = The co-op has not named anybody here yet. Until then, ask the office:
privacy-person-help = The law asks for a person who answers for personal information, whose name and address everybody can read. This can be a member of the board.
privacy-what-title = What we keep, and why
privacy-what-register = Name, member number, status with its dates, shares: the law asks the co-op for a register of members.
privacy-what-contact = E-mail, phones, language, and what you add yourself (preferred name, pronoun, photo, skills, somebody to call): to reach you and to work together. Nothing of it is asked for but a way to write to you.
privacy-what-homes = Who lives where and since when, and how many children live in a home, never who they are: to assign homes.
privacy-what-tasks = Tasks, hours and participation: to share the work fairly.
privacy-what-votes = Who was on the roll of a vote and, in open votes, what they chose: so that results can be checked.
privacy-what-account = Your account, a scrambled form of your password, and which devices are signed in: to let in you and nobody else.
privacy-what-log = A log of who changed what: so that mistakes can be found and nobody can change the register unseen.
privacy-what-not = We do not keep birth dates, incomes, health information, social insurance numbers, bank details or amounts owed on these pages.
privacy-seen-title = Who sees it
privacy-seen-members = Members see names, homes, committees, tasks and open votes.
privacy-seen-shared = You choose who sees your phones, e-mail, pronoun, skills and photo: nobody but the office, those on a committee with you, or all members.
privacy-seen-office = The people who keep the register see all of it but your password and what only the treasurer notes. Each look at everything about one person is recorded.
privacy-seen-treasurer = The treasurer alone notes whether somebody owes something, yes or no. You see it about yourself.
privacy-seen-observer = Observers, such as an auditor, see the register without contact details or photos.
privacy-seen-public = The public sees figures and decisions, never a name of a member.
privacy-seen-line = Each page with personal information says under its title who sees it. Nothing is sold, and nothing is given to others unless the law requires it.
privacy-kept-title = How long we keep it
privacy-kept-caption = What is kept, for how long, and how it goes
privacy-kept-why = Technical data goes by itself, every night. What is known of a person is erased by people and not by a clock, because a dispute, a share to be paid back or a law may ask for more time.
privacy-rights-title = What you may ask for
privacy-rights-see = To see everything that is kept of you.
privacy-rights-copy = A copy of it, also in a form that another program can read.
privacy-rights-correct = That what is wrong is corrected.
privacy-rights-erase = That it is erased once you are no longer a member. Counts stay, without your name.
privacy-rights-consent = To change your mind about what others see, at any time, on your own page.
privacy-rights-ask = To know who changed your data, and when.
privacy-rights-how = Write to the person named above. You get an answer within 30 days, and it costs nothing.
privacy-own-everything = See everything that is kept of me
privacy-own-profile = Choose who sees what
privacy-complain = If the answer does not satisfy you, you can complain to { $commission }.
privacy-commission-QC = the Commission d’accès à l’information du Québec
privacy-commission-BC = the Office of the Information and Privacy Commissioner for British Columbia
privacy-commission-ON = the Office of the Privacy Commissioner of Canada
privacy-commission-CA = the Office of the Privacy Commissioner of Canada
privacy-safe-title = How we protect it
privacy-safe = Each co-op’s data is apart from that of others. Pages with personal information need an account, and each account sees only what it needs. If personal information gets out all the same, we write it into a register, and tell you and the commission if it could harm you.
privacy-cookies = These pages use cookies only to keep you signed in, to remember your language and to say what was done. Nobody follows what you read, and no other website is told.
privacy-download = Download this table:
privacy-settings-title = Privacy
privacy-settings-lede = Who answers for personal information, and what is kept how long. Everybody can read it on the page
privacy-settings-saved = The person in charge is saved.
privacy-due-title = Former members to erase
privacy-due-help = They left longer ago than your rules keep what is known of them. Look whether anything is still open with them, then erase them one by one.
privacy-due-none = Nobody’s time is over.
privacy-due-left = Left on { $day }
kept-what = What
kept-how-long = How long
kept-how = How it goes
kept-by-stays = It stays
kept-by-itself = By itself, every night
kept-by-people = By the people who keep the register
kept-former-members = What is known of a former member
kept-former-members-for =
    { $years ->
        [0] { $months ->
            [0] May be erased as soon as they leave
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
kept-votes = Decisions, rolls and shares
kept-votes-for = As long as the co-op exists; after erasing without a name
kept-sessions = Signed-in devices
kept-sessions-for = { $days } days, { $idle } days without a visit, { $hours } hours for those who keep the register
kept-links = Mailed links to sign in
kept-links-for = { $minutes } minutes, then one day to say that they are used up
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
kept-mails-for = Until they are sent; { $days } days if they cannot be
kept-deliveries = To whom a mail was sent, and what the mail server said
kept-deliveries-for = { $days } days
kept-incidents = Entries of confidentiality incidents
kept-incidents-for = { $years } years after the co-op knew of the incident
kept-applicants = Names and contacts of a request for a home that came to nothing
kept-applicants-for =
    { $months ->
        [0] May be forgotten as soon as it ended
        [one] One month after it ended
       *[other] { $months } months after it ended
    }
privacy-due-requests-title = Requests to forget
privacy-due-requests-help = These requests for a home came to nothing longer ago than your rules keep them. Open each, and forget the person.
privacy-due-request = Request { $number }
kept-invitations = Invitations
kept-invitations-for = { $days } days by mail, { $letters } days by letter

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
everything-shares = Member shares
everything-owed = Owed
everything-tasks = Tasks
everything-votes = Votes
everything-scores = Scorecards
everything-account = Account
everything-devices = Signed in on
everything-keys = Access keys
everything-address-change = A new e-mail that waits
fact-address = E-mail to sign in with
fact-asked-at = Asked for on
fact-expires-at = Waits until
everything-notices = Notices
everything-preferences = What is written to them
everything-mails = Mails sent to them
fact-ended-at = Sent on
fact-subject = Subject
fact-accepted = Taken by the mail server
fact-answer = Answer of the mail server
everything-changes = What happened to this person’s data
everything-acts = What this person did
everything-requests = Requests for a home
everything-interviews = Interviews
everything-assisted = What the office did for this person
event-member-everything-read = looked at everything about a person
everything-photo = Photo
everything-photo-in-file = In the file to download

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
erasing-goes-texts =
    { $count ->
        [one] The name in { $count } text that somebody wrote: of a task, a note, a reason, a register.
       *[other] The name in { $count } texts that somebody wrote: of tasks, notes, reasons, registers.
    }
erasing-goes-waiting = Mail that waits to be sent, and spreadsheets of imports that name this person.
erasing-stays = What stays
erasing-stays-figures = Dates, statuses, homes, committees, ballots, scores and shares, so that every count and every decision keeps its figures.
erasing-stays-chain = The chain of the activity log: the rewritten events are sealed anew, and “cooperator verify” still holds.
erasing-stays-texts =
    { $count ->
        [one] What was decided upon, and what others say of themselves: { $count } text names this person. Read it, and decide yourselves.
       *[other] What was decided upon, and what others say of themselves: { $count } texts name this person. Read them, and decide yourselves.
    }
erasing-stays-backups = Backups made before today, until they are replaced, and what was printed or downloaded.
erasing-due = Gone since { $left }. By your rules, what is known was kept until { $until }: it may be erased.
erasing-not-due = Gone since { $left }. By your rules, what is known is kept until { $until }. Before that, erase it only if this person asks for it.
erasing-act = Erase this person
member-erased = The person is erased. The figures are as they were.
event-member-erased = erased a former member
conflict-erase-not-former = Only a former member can be erased. Change the status first.
conflict-erase-too-early = By your rules, what is known of this person is kept for now. Erase it earlier only if the person asks for it.
