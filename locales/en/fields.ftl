# field-NAME is the label of a form field, hint-NAME what stands under it, wrong-… what is wrong and how to mend it.
field-email = E-mail
field-password = Password
field-new-password = Password
hint-new-password = At least 10 characters. Three or four unrelated words are easy to remember and hard to guess.
field-name-en = Name of the co-op in English
field-name-fr = Name of the co-op in French
field-default-language = Main language
field-preset = Province, for the usual rules
hint-preset = Fills in quorum, majorities and notice periods. You can change each of them later; check them against your by-laws.
field-admin-name = Your name
field-admin-email = Your e-mail
field-contact-name = Name
field-contact-phone = Phone
field-contact-email = E-mail
field-token = Set-up code
hint-token = It was printed where the server was started.
field-time-zone = Time zone
field-public-pages = Let everybody see the public pages
hint-public-pages = Figures and decisions, never names.
field-phone = Phone
field-quorum-percent = Quorum: percent of the electoral roll that must vote
hint-quorum-percent = 0 where whoever votes is enough.
field-majority-ordinary-num = Ordinary proposal: more than
field-majority-ordinary-den = out of
field-majority-special-num = Special proposal: at least
field-majority-special-den = out of
field-abstentions-count = Count abstentions when working out the majority
field-notice-days-min = Notice of a general meeting: at least (days)
field-notice-days-max = at most (days)
field-auxiliary-months-max = Auxiliary members: at most (months)
field-board-size-min = Board: at least (people)
field-board-size-max = at most (people)
field-group-size-min-for-stats = Smallest group that a public figure may be about (people)
field-reminder-days-before = Remind people of a task (days before)
field-year-starts-month = First month of the year of participation (1 to 12)

wrong-required = Fill this in.
wrong-too-long = Shorten this to at most { $limit } characters.
wrong-unreadable = Some characters cannot be read. Type this again.
wrong-email = Enter an address like name@example.org.
wrong-phone = Enter a phone number with the area code, like 819 555-0142.
wrong-date = Enter a date that exists, for example 2026-12-04.
wrong-date-time = Enter a day and a time, for example 2026-12-04 20:00.
wrong-number = Enter a whole number in { $limit }.
wrong-choice = Choose one of the options.
wrong-fraction = The first number cannot be larger than the second.
wrong-order = This cannot be smaller than the number before it.

# polls
field-title-en = Question in English
field-title-fr = Question in French
field-details-en = The proposal in English
field-details-fr = The proposal in French
field-majority = What it takes to pass
field-opens-at = Opens
field-closes-at = Closes
field-choice = Your vote
# tasks
field-task-title = What is to be done
field-done-means = What done means
hint-done-means = How somebody sees that it is finished. Write where things are, and whom to ask.
field-assignee = Who does it
field-due-on = Due date
field-committee-id = Committee
field-credit-hours = Hours it is credited with
hint-credit-hours = Like 1.5, 1h30 or 90 min.
field-outcome = What came of it
hint-outcome = For who looks this up later: what you found, what it took, what is left.
# members
field-given-name = Given name
field-family-name = Family name
field-number = Member number
hint-number = Leave it empty for the next free one.
field-member-language = Language for letters and mail
field-joined-on = Joined on
field-member-status = Status
field-status-from = From
hint-status-from = Who becomes a former member moves out and leaves every committee on this day.
field-status-reason = Reason

# units
field-label = Number or name of the home
field-unit-kind = Kind
field-block = Building or block
field-floor = Floor
hint-floor = 0 is the ground floor.
field-bedrooms = Bedrooms
field-area-m2 = Area (square metres)
field-accessible = Can be reached and used in a wheelchair
field-occupant-id = Who moves in
field-moved-in-on = From
field-moved-out-on = Moves out on

# committees
field-committee-name-en = Name in English
field-committee-name-fr = Name in French

# imports
field-file = Your spreadsheet, as a CSV file
hint-file = At most 5 MB and 10,000 rows. In a spreadsheet program: Save as, then CSV.
# accounts
field-name = Name
field-role = Role
field-language = Language
field-theme = Colours
field-text-size = Size of the text
field-current-password = Password you have now
field-next-password = New password
hint-next-password = At least 10 characters. Three or four unrelated words are easy to remember and hard to guess.
field-expires-on = Access until
hint-expires-on = The last day. Left empty, an observer has access for a year, a resident without end.
field-token-name = Name of the key
hint-token-name = What will use it, for example: treasurer's spreadsheet.
field-scopes = What it may do
field-ends-on = Works until
hint-ends-on = At most a year from now.
field-columns = Columns
hint-title-en = The question and the result also stand on the public pages. The proposal itself is for members.

# activity log
field-audit-who = Who
field-audit-kind = Did what
field-audit-about = About
field-audit-from = From
field-audit-to = To

# people
field-preferred-name = Name you go by
hint-preferred-name = Stands in the place of the given name in every list. The register keeps the given name.
field-pronoun = Pronoun
field-pronoun-seen-by = Who sees the pronoun
field-phone-2 = Second phone
field-phone-3 = Third phone
field-phone-4 = Fourth phone
field-phone-label = Kind
hint-phone-label = Like mobile or work.
field-phone-label-2 = Kind of the second
field-phone-label-3 = Kind of the third
field-phone-label-4 = Kind of the fourth
field-more-phones = Other phones
field-phone-seen-by = Who sees the phones
hint-phone-seen-by = Lists show only what all members see. Who sits on a committee with you finds the rest on your page.
field-email-seen-by = Who sees the e-mail
field-skills = Skills
hint-skills = What you like to do for the co-op, or know how to.
field-skills-seen-by = Who sees the skills
field-emergency-contact = Emergency contact
hint-emergency-contact = Name, phone, and who it is. Only this person and those who keep the register ever see it.
field-notes = Notes of the office
hint-notes = Only those who keep the register see them.
field-status-until = Until
hint-status-until = The first day on which it is over, for a suspension or a leave. A suspension without an end lasts six months, the most the law allows.
field-status-removed = This entry is wrong altogether: take it out
field-in-arrears = Owes the co-op something
hint-in-arrears = Yes or no, never how much. Only a treasurer and this person see it.
field-treasurer = Treasurer: notes who owes something, and alone sees it
field-auxiliary-may-vote = Auxiliary members vote
field-suspended-may-vote = Suspended members vote
field-arrears-bars-vote = Whoever owes something does not vote
field-arrears-bars-office = Whoever owes something cannot stand for the board
field-retention-months = Keep what is known of a former member (months)
field-share-kind = What happened
field-share-quantity = How many shares
field-share-on = On
field-share-certificate = Certificate number
field-share-other = Who receives them
hint-share-other = For a transfer.
field-erase-asked = This person asked for it
field-erase-sure = Erase this person for good
