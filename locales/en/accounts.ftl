sign-in-title = Sign in
sign-in-act = Sign in
sign-in-cannot = I cannot sign in
sign-in-wrong = This e-mail and password do not match. Check both, or ask for a link by mail below.
sign-in-left = Your membership has ended, so you can no longer sign in. The office can tell you what it keeps about you.
sign-in-phone = Or call { $name }, { $phone }.
password-show = Show the password
password-too-short = Use at least 10 characters.
password-too-long = This is too long. Use at most 250 characters.
password-common = This password is too easy to guess. Choose another one.
link-help = We can mail you a link that signs you in without a password.
link-act = Mail me a link
link-asked-title = Check your mail
link-asked-help = If this address has an account here, a link is on its way. It works once, for { $minutes } minutes.
link-asked-back = Back to sign in
link-title = Sign in
link-button-help = Press Continue to sign in.
link-of = Press Continue to sign in as { $name }.
link-continue = Continue
link-used = This link has already been used, or it is too old. Ask for a new one below.
demo-title = Look around the demonstration
demo-help = One press signs you in. These people are not real.
demo-resident = a resident
demo-resident-other = another resident
demo-admin = co-ordinator, keeps everything in order
demo-observer = auditor, reads and changes nothing
account-exists = This address already has an account.

mail-hello = Hello { $name },
mail-link-subject = Your link to sign in to { $coop }
mail-link-text = Somebody, probably you, asked for a link to sign in to { $coop }. Open the link and press Continue.
mail-link-open = Open the sign-in page
mail-link-expires = The link works once, for { $minutes } minutes. If you did not ask for it, do nothing.
mail-invitation-subject = You can now sign in to { $coop }
mail-invitation-text = { $coop } invites you to its own pages: tasks, votes, and who lives where. Open this link and press Continue.
mail-invitation-later = The link works once, for { $days } days. After that, ask for a new one on the sign-in page:
mail-invitation-why = You are getting this mail because { $coop } gave this address access.

role-resident = Resident
role-help-resident = Sees neighbours, tasks and votes, and takes part.
role-observer = Observer
role-help-observer = Reads everything the co-op shows its auditors, and changes nothing. The access ends on a set day.
role-admin = Admin
role-help-admin = Can do what a resident can, and also looks after the register, the votes, the settings and who can sign in.

account-title = My account
account-lede = Only you see this page.
account-until = until { $day }
account-profile = My details
account-profile-help = Phone and e-mail, and who sees them
account-preferences = Notice settings
account-preferences-help = What comes by mail, and what comes to your inbox
account-appearance = Language and display
account-appearance-act = Save how pages look
account-appearance-saved = Saved. Your pages will look like this from now on.
theme-auto = Same as this device
theme-light = Light
theme-dark = Dark
text-size-100 = Normal
text-size-115 = Larger
text-size-130 = Largest
devices-title = Where you are signed in
devices-lede = If you do not recognize a device, sign it out and change your password.
device-this = this device
device-unknown = unknown device
device-now = in use now
device-times = Signed in { $signed_in }; last seen: { $seen }
device-end = Sign out
devices-end = Sign out everywhere else
devices-end-help = All your other devices will have to sign in again, and your access keys will stop working.
account-session-ended = That device has been signed out.
account-sessions-ended = All your other devices have been signed out, and your access keys have stopped working.
account-password = Change my password
account-password-first = Choose a password
account-password-help = All your other devices will be signed out, and your access keys will stop working. We will confirm the change by mail.
account-password-act = Save the password
account-password-saved = Your password is saved. All your other devices have been signed out.
password-not-current = This is not your current password. Type it again, or ask for a sign-in link by mail.

tokens-title = Access keys
tokens-lede = For programs that read the co-op’s data for you
tokens-help = A key lets a program, such as a spreadsheet, do some of the things you can do, in your name.
tokens-docs = How programs use keys
tokens-none = You have no keys.
tokens-caption = Your keys
tokens-may = What it can do
tokens-made = Created
tokens-used = Last used
tokens-ended = expired
tokens-revoke = Turn off
tokens-new = Create a key
tokens-make = Create the key
token-scopes-none = Choose at least one thing the key can do.
token-ends-on = Choose a date between tomorrow and one year from now.
token-too-many = You already have 50 keys. Turn one off first.
token-revoked = The key “{ $name }” no longer works.
token-made-title = Your new key
token-made-help = This is the key “{ $name }”. Copy it now: we show it only once.
token-made-secret = Anyone who has this key can use it in your name. Do not send it by mail.
token-made-use = The program sends it with each request:
token-made-before = The key “{ $name }” was already created and shown once. If you did not copy it, turn it off and create another.
token-made-back = I have copied it
copy = Copy
copied = Copied
scope-account-read = See who you are
scope-members-read = Read the list of people, as you see it
scope-units-read = Read the homes and who lives there
scope-meetings-read = Read meetings, agendas and published minutes
scope-tasks-read = Read the tasks
scope-tasks-write = Add and change tasks
scope-polls-read = Read the votes and their results
scope-polls-vote = Vote for you in open votes

accounts-title = Access
accounts-lede = Who can sign in, and in what role. Only admins see this page.
accounts-caption = Everybody who can sign in, sorted by e-mail
accounts-none = There is nobody else on this list.
account-never = never
account-last-sign-in = Last sign-in
account-state = Access
account-state-open = open
account-state-until = until { $day }
account-state-ended = ended on { $day }
account-state-left = ended with the membership on { $day }
account-state-closed = closed
account-new = Give access
account-new-title = Give somebody access
account-new-lede = We will mail them a link to sign in. They can choose a password later.
account-new-act = Give access and send the mail
account-new-member = For { $name }, who is in the register. E-mail: { $email }
account-new-register = Change the register
account-no-address = The register has no e-mail for this member. Add one there, or print a letter.
account-invited = A mail with a link is on its way to { $name }.
account-of-member = This member already has an account.
account-admin-stays = Admins have no end date. Leave this empty, or choose another role.
account-end-wrong = Choose a date between today and five years from now.
account-member = In the register
account-member-page = Open their page
account-is-yours = This is your own account. If you close it or give up the admin role, you will no longer see this page.
account-role-title = Role
account-role-help = When the role changes, they have to sign in again and their access keys stop working.
account-role-act = Change the role
account-role-saved = The role of { $name } has been changed.
account-invitation-title = Invitation
account-invitation-help = Sends a new link to { $email }.
account-invitation-act = Send the invitation again
account-closing-title = Close the account
account-closing-help = They are signed out everywhere right away and cannot sign in. Nothing they did is lost, and you can reopen the account.
account-closing-act = Close the account
account-closed = The account of { $name } is closed.
account-reopening-title = Reopen the account
account-reopening-help = They can sign in as before. Their old access keys stay off.
account-reopening-act = Reopen the account
account-reopened = The account of { $name } is open again.
conflict-account-closed = This account is closed or has ended. Reopen it first.

event-account-opened = gave access
event-account-invited = sent the invitation again
event-account-signed-in = signed in
event-account-session-ended = signed a device out
event-account-sessions-ended = signed out everywhere else
event-account-password-set = set a password
event-account-closed = closed the account
event-account-reopened = reopened the account
event-account-role-changed = changed the role
event-token-made = created an access key
event-token-revoked = turned off an access key

mail-news-password-subject = Your password for { $coop } was changed
mail-news-password = The password of your account at { $coop } was changed on { $moment }. All your other devices were signed out.
mail-news-device-subject = Somebody signed in to { $coop } from a new device
mail-news-device = Somebody signed in to your account at { $coop } on { $moment }, from a device we had not seen before: { $device }.
mail-news-mine = If it was you, you do not need to do anything.
mail-news-not-mine = If it was not you, ask for a link on the sign-in page, then set a new password under “My account”:
mail-news-call = Or call { $name }, { $phone }.
mail-news-why = You are getting this mail because it is about your own account. It cannot be turned off.

account-treasurer-title = Treasurer
account-treasurer-act = Save
account-treasurer-saved = Saved. This is what { $name } can record as treasurer.
account-observer-no-treasurer = An observer can only read. Give the account another role first.
event-account-treasurer-changed = changed who is treasurer

# invitations
invitations-title = Invite people
invitations-lede = We send a mail with a link that works once, for { $days } days. Nothing is sent until you press the button.
invitations-seen = Only admins see this page.
invitations-caption =
    { $count ->
        [one] One person
       *[other] { $count } people
    }
invitations-none = Nobody is in this group.
invitations-all-act =
    { $count ->
        [one] Invite this person
       *[other] Invite all { $count } people
    }
invitations-some-act = Invite the people chosen
invitations-again-act = Send again to the people chosen
invitations-asked = Invitations on their way: { $name }. They will go out within a few minutes.
invitations-preview = The mail, in both languages
invitations-preview-help = Each person gets it in their own language.
invitations-file = invitations
invitation-sample-name = (name)
invitation-sample-link = (the link)
invitation-column-number = Number
invitation-column-name = Name
invitation-column-email = E-mail
invitation-column-state = State
invitation-column-when = Last invitation
invitation-when-mail = By mail on { $made }, valid until { $until }
invitation-when-letter = Letter printed on { $made }, valid until { $until }
invitation-state-ready = Not invited yet
invitation-state-invited = Invited
invitation-state-ran-out = Expired
invitation-state-joined = Has signed in
invitation-state-no-address = No address
invitation-state-shared = Shared address
invitation-state-closed = Access closed
invitation-help-ready = These members have their own address and have not been invited yet.
invitation-help-invited = Their link or code still works. If you send again, the older link stops working. We cannot tell here whether a mail bounced.
invitation-help-ran-out = They did not use their link or code in time.
invitation-help-joined = They have already signed in, so they do not need another invitation.
invitation-help-no-address = The register has no e-mail for them. You can print them a letter.
invitation-help-shared = Somebody else has the same e-mail, so a link could let one person in as the other. You can print them a letter.
invitation-help-closed = Their account was closed or has ended.
wrong-nobody-to-invite = Choose at least one person who has an e-mail.
field-invitee = Who to invite

# letters on paper
letters-title = Letters on paper
letters-link = Print letters
letters-lede = For people without their own e-mail: a letter with a code that works once, for { $days } days.
letters-caption = Members who have not signed in yet
letters-none = Everybody has already signed in.
letters-act = Make letters for the people chosen
letters-printed-title = Letters to print
letters-printed-lede =
    { $count ->
        [one] One letter, on its own page. Print this page.
       *[other] { $count } letters, each on its own page. Print this page.
    }
letters-printed-once = The codes are shown only once. If you leave this page without printing, make the letters again: the old codes will stop working.
letters-printed-before = These letters were already made, and their codes were shown once. If you did not print them, make them again.
wrong-nobody-to-print = Choose between 1 and 100 people.
letter-subject = Your way into the co-op’s pages
letter-text = Our co-op has its own pages: tasks, votes, and who lives where. With this letter you can sign in. You can also do everything without them: ask at the office.
letter-step-address = On a phone or a computer, open this address:
letter-step-number = Type your member number:
letter-step-code = Type this code. Capital or small letters do not matter:
letter-step-password = Choose a password. From then on you sign in with your member number and this password.
letter-until = The code works once, until { $until }.
letter-help = If you need help, call { $name }, { $phone }.

code-title = I have a letter with a code
code-link = I have a letter with a code
code-lede = Type the number and the code from your letter, and choose a password.
code-act = Sign in
code-wrong = This number and code do not match, or the letter is too old or has been used. Ask the office for a new one.
field-letter-number = Your member number
field-letter-code = The code on the letter
sign-in-who = E-mail or member number
account-no-mail = no e-mail; signs in with their member number
conflict-account-no-mail = This account has no e-mail. Print a letter instead.
event-account-letter-printed = printed a letter with a code

# acting for a member
acting-title = Acting for somebody
acting-for = You are acting for { $name } until { $until }
acting-stop = Stop acting
assistance-title = Act for a member
assistance-act = Act for { $name }
assistance-lede = Do this only while { $name } is beside you or on the phone. It ends automatically after { $minutes } minutes.
assistance-limits = You can take tasks, mark them done, and join a committee. You cannot vote, or see or change their account, inbox or sharing choices. Everything you do is recorded under your name, on their behalf, and they can see it.
assistance-begun = You are now acting for { $name }.
assistance-ended = You are acting for yourself again.
conflict-assistance = You can only act for another person who is in the co-op.
field-assistance-reason = Why
hint-assistance-reason = For example: has no device, asked at the office. It is kept in the activity log.
event-member-assistance-begun = started acting for a member
event-member-assistance-ended = stopped acting for a member
fact-on-behalf-of = On behalf of
fact-reason = Reason
event-accounts-exported = downloaded the list of accounts
event-invitations-exported = downloaded the list of invitations

# ---- the address to sign in with ----
address-title = Sign-in e-mail
address-help = Mail from the co-op goes to this address.
address-none = You have no sign-in e-mail: you sign in with your member number.
address-waiting = We are waiting for you to confirm { $email } by { $until }. Open the mail we sent there. Nothing changes until you do.
address-send-again = Send the mail again
address-cancel = Keep my old e-mail
address-change = Change my e-mail
address-form-title = Change my e-mail
address-form-lede = We will send a link to the new address. Nothing changes until you open it and confirm, within { $hours } hours.
address-ask = Send the link
address-back = Back
address-asked = We have written to the new address. Open that mail to confirm.
address-sent-again = We have written to the new address again. Earlier links no longer work.
address-cancelled = Your e-mail has not changed.
address-confirmed = Your new e-mail is in use from now on. All your other devices have been signed out.
address-same = This is already your e-mail.
address-link-title = Confirm a new e-mail
address-link-help = If you confirm, { $name } signs in with { $email } from now on.
address-link-confirm = Confirm
address-link-other = You are signed in here as { $name }. Nothing changes for { $name }.
address-link-done = Done. From now on, sign in with { $email }.
address-link-home = Go to the home page
address-link-void = This link no longer works: it was used, replaced, cancelled, or it is too old. “My details” shows the e-mail you use now.
address-link-taken = Another account now signs in with this e-mail, so nothing has changed. If both accounts are yours, tell the office.
conflict-address-taken = Another account now signs in with this e-mail, so nothing has changed.
conflict-address-not-waiting = There is no new e-mail left to confirm.
mail-address-subject = Confirm your new e-mail for { $coop }
mail-address-text = Somebody, probably you, wants to use this address at { $coop }. If it was you, open the link and press Confirm.
mail-address-open = Open the page to confirm
mail-address-expires = The link works once, for { $hours } hours. If you did not ask for it, do nothing and nothing will change.
mail-news-address-asked-subject = Somebody asked to change your e-mail at { $coop }
mail-news-address-asked = On { $moment }, somebody asked to change the e-mail of your account at { $coop }. Nothing has changed yet: it has to be confirmed from the new address first.
mail-news-stop = If it was not you, tell the office, sign in on this page, press “Keep my old e-mail” and set a new password:
mail-news-address-changed-subject = Your e-mail for { $coop } was changed
mail-news-address-changed = The e-mail of your account at { $coop } was changed on { $moment }. Your other devices were signed out, and older links no longer work.
mail-news-office = If you did not expect this, tell the office. You can sign in here:
mail-news-address-taken-subject = Somebody asked to use your e-mail at { $coop }
mail-news-address-taken = On { $moment }, somebody asked to use this address for another account at { $coop }. It is your sign-in e-mail, so nothing changed.
mail-news-yours = Nobody else received a link. You can sign in here:
event-account-address-asked = asked to change their e-mail
event-account-address-cancelled = kept their old e-mail
event-account-address-changed = changed their sign-in e-mail
departure-keys =
    { $count ->
        [one] One access key stops working.
       *[other] { $count } access keys stop working.
    }
departure-keys-lost =
    { $count ->
        [one] one access key that has expired.
       *[other] { $count } access keys that have expired.
    }
departure-role =
    { $count ->
        [one] They lose a special role: admin or treasurer.
       *[other] They lose the roles of admin and treasurer.
    }
departure-role-lost =
    { $count ->
        [one] one role, because the account now has another one.
       *[other] { $count } roles, because the account now has another one.
    }
departure-access = They can no longer sign in, and all their devices are signed out.
departure-access-lost = their devices, which have to sign in again.
departure-observer = Their access as an observer, which has its own end date.
departure-last-admin = This is the only admin. Make somebody else an admin first.
event-token-given-back = got an access key back
resumed-title = You are signed in
resumed-help = What you typed is still here. Nothing has been sent yet.
resumed-act = Continue with what I typed
resumed-later = After you sign in with the link in the mail, come back to this page and continue:
attention-uninvited =
    { $count ->
        [one] One person cannot sign in yet
       *[other] { $count } people cannot sign in yet
    }
attention-uninvited-act = Invite them
begin-access = Invite people to sign in
drafts-title = What you began writing
drafts-help = Long texts that you typed and did not send
drafts-lede = Kept while you type, for you alone, and removed when you send it or after { $days } days.
drafts-none = Nothing is waiting to be finished.
draft-saved = Last typed { $when }
draft-offer = You began writing here and did not send it. Last typed { $when }.
draft-go-on = Go on writing
draft-remove = Throw away
draft-removed = The draft is thrown away.
draft-kept = What you type here is kept as a draft.
everything-drafts = What you began writing
several-invite = Invite those I tick
several-invite-title = Invite people by e-mail
several-invite-will =
    { $count ->
        [one] One person will get an invitation
       *[other] { $count } people will get an invitation
    }
several-invite-not = No invitation goes to
several-invite-act =
    { $count ->
        [one] Send the invitation
       *[other] Send { $count } invitations
    }
several-letters = Print letters for those without an address of their own
several-not-invited = Invited already, and that link still works
several-not-joined = Has signed in already
several-not-no-address = No e-mail in the register
several-not-shared = Somebody else has the same e-mail
several-not-closed = Access is closed
several-not-ready = Mail cannot reach them
several-not-ran-out = Mail cannot reach them
several-not-outside = Not in the co-op now
scope-chores-read = Read the chores and whose turn it is
scope-chores-write = Set up chores, tick turns, ask for swaps
scope-hours-read = Read your hours, claims and what you answer for
scope-hours-write = Claim hours, say that a line is wrong, answer both
