sign-in-title = Sign in
sign-in-act = Sign in
sign-in-cannot = I cannot sign in
sign-in-wrong = This e-mail and password do not go together. Check both, or ask for a link by mail below.
sign-in-left = Your membership has ended, and your access with it. The office can tell you what it keeps of you.
sign-in-phone = Or call { $name }, { $phone }.
password-show = Show the password
password-too-short = Use at least 10 characters.
password-too-long = This is too long. Use at most 250 characters.
password-common = This is one of the first passwords that people guess. Choose another one.
link-help = We can mail you a link that signs you in without a password.
link-act = Mail me a link
link-asked-title = Look in your mail
link-asked-help = If this address has an account here, a link is on its way. It works once, for { $minutes } minutes.
link-asked-back = Back to sign in
link-title = Sign in
link-button-help = One more press and you are in.
link-continue = Continue
link-used = This link was used already, or is too old. Ask for a new one below.
demo-title = Look around the demonstration
demo-help = One press signs you in. These people are invented.
demo-resident = a resident
demo-resident-other = another resident
demo-admin = co-ordinator, keeps everything in order
demo-observer = auditor, reads and changes nothing
account-exists = There is an account with this address already.

mail-hello = Hello { $name },
mail-link-subject = Your link to sign in to { $coop }
mail-link-text = Somebody, probably you, asked for a link to sign in to { $coop }. Open it and press Continue.
mail-link-open = Open the sign-in page
mail-link-expires = The link works once, for { $minutes } minutes. If you did not ask for it, do nothing.
mail-invitation-subject = You can now sign in to { $coop }
mail-invitation-text = { $coop } has opened its pages to you: tasks, votes, and who lives where. Open this link and press Continue.
mail-invitation-later = The link works once, for { $days } days. Later, ask for a new one on the sign-in page:
mail-invitation-why = You get this mail because { $coop } gave this address access.

role-resident = Resident
role-help-resident = Sees neighbours, tasks and votes, and takes part in them.
role-observer = Observer
role-help-observer = Reads everything the co-op shows its auditors, and changes nothing. Access ends by itself.
role-admin = Admin
role-help-admin = As a resident, and keeps the register, the votes, the settings and who can sign in.

account-title = My account
account-lede = Only you see this page.
account-until = until { $day }
account-profile = My details
account-profile-help = Phone and e-mail, and who sees them
account-preferences = What we write to you
account-preferences-help = Which notices come by mail
account-appearance = Language and reading
account-appearance-act = Save how pages look
account-appearance-saved = Your pages look like this from now on.
theme-auto = As on this device
theme-light = Light
theme-dark = Dark
text-size-100 = Usual
text-size-115 = Larger
text-size-130 = Largest
devices-title = Where you are signed in
devices-lede = If you do not know a device, sign it out and change your password.
device-this = this device
device-unknown = unknown device
device-now = in use now
device-times = Signed in { $signed_in }; last seen: { $seen }
device-end = Sign out
devices-end = Sign out everywhere else
devices-end-help = Every other device has to sign in again, and every access key stops working.
account-session-ended = That device is signed out.
account-sessions-ended = You are signed out everywhere but here. Access keys have stopped working.
account-password = Change the password
account-password-first = Choose a password
account-password-help = All other devices are signed out, and every access key stops working. We confirm it by mail.
account-password-act = Set the password
account-password-saved = Your password is set. All other devices are signed out.
password-not-current = This is not the password you have now. Type it again, or sign in by a mailed link.

tokens-title = Access keys
tokens-lede = For programs that read the co-op's data for you
tokens-help = A key lets a program, such as a spreadsheet, do some of what you may do, under your name.
tokens-docs = How programs use it
tokens-none = You have no keys.
tokens-caption = Your keys
tokens-may = What it may do
tokens-made = Made
tokens-used = Last used
tokens-ended = over
tokens-revoke = Take back
tokens-new = A new key
tokens-make = Make the key
token-scopes-none = Choose at least one thing that the key may do, among those offered.
token-ends-on = Choose a day from tomorrow on, within a year.
token-too-many = You have 50 keys already. Take one back first.
token-revoked = The key “{ $name }” no longer works.
token-made-title = Your new key
token-made-help = This is the key “{ $name }”. Copy it now: it is shown once and cannot be shown again.
token-made-secret = Whoever has this key can do what it allows, under your name. Do not mail it.
token-made-use = The program sends it with each request:
token-made-before = The key “{ $name }” was made already, and was shown once. If you did not copy it, take it back and make another.
token-made-back = I have copied it
copy = Copy
copied = Copied
scope-account-read = Read who you are
scope-members-read = Read the people, as you see them
scope-units-read = Read the homes and who lives there
scope-tasks-read = Read the tasks
scope-tasks-write = Add tasks
scope-polls-read = Read the votes and their results

accounts-title = Access
accounts-lede = Who can sign in, and as what. Only admins see this page.
accounts-caption = Everybody who can sign in, in the order of their e-mails
accounts-none = Nobody comes after this.
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
account-new-lede = We mail them a link that opens the door. They can choose a password later.
account-new-act = Give access and send the mail
account-new-member = For { $name }, a member of the register. E-mail: { $email }
account-new-register = Change the register
account-no-address = The register has no e-mail of this member. Enter one there, or print a letter.
account-invited = A mail with a link is on its way to { $name }.
account-of-member = This member has an account already.
account-admin-stays = An admin's access has no end. Leave this empty, or choose another role.
account-end-wrong = Choose a day from today on, within five years.
account-member = In the register
account-member-page = Open their page
account-is-yours = This is your own account. If you close it or take the admin role away, you lose this page at once.
account-role-title = Role
account-role-help = A new role ends what the account has open: they sign in again. Their access keys stop working.
account-role-act = Change the role
account-role-saved = The role of { $name } is changed.
account-invitation-title = Invitation
account-invitation-help = Sends a fresh link to { $email }.
account-invitation-act = Send the mail again
account-closing-title = Close the account
account-closing-help = They are signed out at once, everywhere, and cannot sign in. Nothing they did is lost. You can open it again.
account-closing-act = Close the account
account-closed = The account of { $name } is closed.
account-reopening-title = Open the account again
account-reopening-help = They can sign in as before. Their access keys stay out of use.
account-reopening-act = Open the account
account-reopened = The account of { $name } is open again.
conflict-account-closed = This account is closed or has ended. Open it first.

event-account-opened = gave access
event-account-invited = sent the invitation again
event-account-signed-in = signed in
event-account-session-ended = signed a device out
event-account-sessions-ended = signed out everywhere else
event-account-password-set = set a password
event-account-closed = closed the account
event-account-reopened = opened the account again
event-account-role-changed = changed the role
event-token-made = made an access key
event-token-revoked = took an access key back

mail-news-password-subject = Your password for { $coop } was changed
mail-news-password = The password of your account at { $coop } was changed on { $moment }: all other devices were signed out.
mail-news-device-subject = Somebody signed in to { $coop } from a new device
mail-news-device = Somebody signed in to your account at { $coop } on { $moment }, from a device we had not seen before: { $device }.
mail-news-mine = If it was you, do nothing.
mail-news-not-mine = If not, ask for a link on the sign-in page, then set a new password under “My account”:
mail-news-call = Or call { $name }, { $phone }.
mail-news-why = You get this mail because it is about your own account. It cannot be switched off.

account-treasurer-title = Treasurer
account-treasurer-act = Save
account-treasurer-saved = What { $name } may note is saved.
account-observer-no-treasurer = An observer only reads. Give the account another role first.
event-account-treasurer-changed = changed who is a treasurer

# invitations
invitations-title = Invite people
invitations-lede = A mail with a link that works once, for { $days } days. Nothing is sent before you press.
invitations-seen = Only admins see this page.
invitations-caption =
    { $count ->
        [one] One person
       *[other] { $count } people
    }
invitations-none = Nobody is in this state.
invitations-all-act =
    { $count ->
        [one] Invite this person
       *[other] Invite all { $count } people
    }
invitations-some-act = Invite those chosen
invitations-again-act = Send to those chosen again
invitations-asked = Invitations on their way: { $name }. They go out within a few minutes.
invitations-preview = The mail, in both languages
invitations-preview-help = Everybody gets it in their own language.
invitations-file = invitations
invitation-sample-name = (name)
invitation-sample-link = (the link)
invitation-column-number = Number
invitation-column-name = Name
invitation-column-email = E-mail
invitation-column-state = State
invitation-column-when = Last invitation
invitation-when-mail = By mail on { $made }, good until { $until }
invitation-when-letter = Letter printed on { $made }, good until { $until }
invitation-state-ready = Not invited yet
invitation-state-invited = Invited
invitation-state-ran-out = Ran out
invitation-state-joined = Came in
invitation-state-no-address = No address
invitation-state-shared = Shared address
invitation-state-closed = Access closed
invitation-help-ready = These members have an address of their own and were not invited yet.
invitation-help-invited = Their link or code is still good. Sending again makes the older link void. Whether a mail bounced is not known here.
invitation-help-ran-out = They did not use their link or code in time.
invitation-help-joined = They were here already, and are not invited again.
invitation-help-no-address = The register has no e-mail of theirs. They can be given a letter on paper.
invitation-help-shared = Somebody else has the same e-mail, and a link would let one in for the other. They can be given a letter on paper.
invitation-help-closed = Their account was closed or has ended.
wrong-nobody-to-invite = Choose somebody who can be mailed an invitation.
field-invitee = Whom

# letters on paper
letters-title = Letters on paper
letters-link = Print letters
letters-lede = For those without an e-mail of their own: a letter with a code that works once, for { $days } days.
letters-caption = Members who have not been here yet
letters-none = Everybody was here already.
letters-act = Make the letters of those chosen
letters-printed-title = Letters to print
letters-printed-lede =
    { $count ->
        [one] One letter, on a page of its own. Print this page.
       *[other] { $count } letters, each on a page of its own. Print this page.
    }
letters-printed-once = The codes are shown once. If you leave this page without printing, make the letters again: the older codes are void then.
letters-printed-before = These letters were made already, and their codes were shown once. Make them again if they were not printed.
wrong-nobody-to-print = Choose at least one person, and at most a hundred.
letter-subject = Your way in
letter-text = Our co-op has pages of its own: tasks, votes, and who lives where. This letter lets you in. Everything can also be done without it: ask at the office.
letter-step-address = On a telephone or a computer, open this address:
letter-step-number = Type your member number:
letter-step-code = Type this code. Small or large letters do not matter:
letter-step-password = Choose a password of your own. Later you sign in with your member number and this password.
letter-until = The code works once, until { $until }.
letter-help = If you would like help, call { $name }, { $phone }.

code-title = I have a letter with a code
code-link = I have a letter with a code
code-lede = Type what stands on the letter, and choose a password.
code-act = Come in
code-wrong = This number and code do not go together, or the letter is too old or was used. Ask the office for a new one.
field-letter-number = Your member number
field-letter-code = The code on the letter
sign-in-who = E-mail or member number
account-no-mail = no e-mail; signs in with the member number
conflict-account-no-mail = No mail can reach this account. Print a letter instead.
event-account-letter-printed = printed a letter with a code

# acting for a member
acting-title = Acting for somebody
acting-for = You are acting for { $name } until { $until }
acting-stop = Stop acting
assistance-title = Act for a member
assistance-act = Act for { $name }
assistance-lede = For { $name } and with them beside you or on the phone. It ends by itself after { $minutes } minutes.
assistance-limits = You can take tasks and report them, and join a committee. You cannot vote, nor see or change the account, the inbox and what they share. Everything is recorded under your name, on their behalf, and they can see it.
assistance-begun = You are acting for { $name } now.
assistance-ended = You are yourself again.
conflict-assistance = You can act for somebody else who is in the co-op.
field-assistance-reason = Why
hint-assistance-reason = Like: no device, asked at the office. It stands in the activity log.
event-member-assistance-begun = began to act for a member
event-member-assistance-ended = stopped acting for a member
fact-on-behalf-of = On behalf of member
fact-reason = Reason
event-accounts-exported = took the list of accounts away as a file
event-invitations-exported = took the list of invitations away as a file

# ---- the address to sign in with ----
address-title = E-mail you sign in with
address-help = Mail from the co-op goes there.
address-none = You have no e-mail to sign in with: you use your member number.
address-waiting = Waiting for confirmation at { $email } until { $until }. Open the mail that we sent there. Until then nothing changes.
address-send-again = Send the mail again
address-cancel = Do not change it
address-change = Change my e-mail
address-form-title = Change my e-mail
address-form-lede = We send a link to the new address. Nothing changes until you open it and confirm, within { $hours } hours.
address-ask = Send the link
address-back = Back
address-asked = We wrote to the new address. Open that mail to confirm.
address-sent-again = We wrote to the new address again. Earlier links do nothing any more.
address-cancelled = Your e-mail stays as it was.
address-confirmed = Your new e-mail counts from now on. All other devices were signed out.
address-same = This is your e-mail already.
address-link-title = Confirm a new e-mail
address-link-help = If you confirm, { $name } signs in with { $email } from now on.
address-link-confirm = Confirm
address-link-other = You are signed in here as { $name }. For { $name } nothing changes.
address-link-done = Done. From now on, { $email } is the e-mail to sign in with.
address-link-home = Go to the first page
address-link-void = This link does nothing any more: it was used, replaced by a newer one, cancelled, or it is too old. Your profile shows which e-mail counts.
address-link-taken = Another account signs in with this e-mail by now, so nothing has changed. If both are yours, tell the office.
conflict-address-taken = Another account signs in with this e-mail by now, so nothing has changed.
conflict-address-not-waiting = No new e-mail waits to be confirmed any more.
mail-address-subject = Confirm your new e-mail for { $coop }
mail-address-text = Somebody, probably you, wants to use this address at { $coop }. If it was you, open the link and press Confirm.
mail-address-open = Open the page to confirm
mail-address-expires = The link works once, for { $hours } hours. If you did not ask for it, do nothing, and nothing changes.
mail-news-address-asked-subject = A new e-mail was asked for in your account at { $coop }
mail-news-address-asked = On { $moment }, another e-mail was asked for in your account at { $coop }. Nothing has changed yet: the new mailbox must confirm first.
mail-news-stop = If not, tell the office, sign in on this page, press “Do not change it” and set a new password:
mail-news-address-changed-subject = Your e-mail for { $coop } was changed
mail-news-address-changed = The e-mail of your account at { $coop } was changed on { $moment }. Other devices were signed out, and links mailed before do nothing any more.
mail-news-office = If you did not expect this, tell the office. You sign in here:
mail-news-address-taken-subject = Somebody asked to use your e-mail at { $coop }
mail-news-address-taken = On { $moment }, somebody asked to use this address for another account at { $coop }. You sign in with it, so nothing changed.
mail-news-yours = Nobody else got a link. You sign in here:
event-account-address-asked = asked for another e-mail
event-account-address-cancelled = kept the e-mail after all
event-account-address-changed = changed the e-mail to sign in with
departure-keys =
    { $count ->
        [one] One access key ends.
       *[other] { $count } access keys end.
    }
departure-keys-lost =
    { $count ->
        [one] one access key, whose time is over.
       *[other] { $count } access keys, whose time is over.
    }
departure-role =
    { $count ->
        [one] A special role ends: admin, or treasurer.
       *[other] The roles of admin and treasurer end.
    }
departure-role-lost =
    { $count ->
        [one] one role, because the account has another one.
       *[other] { $count } roles, because the account has another one.
    }
departure-access = Signing in ends, and every device is signed out.
departure-access-lost = the devices: signing in works again.
departure-observer = Access as an observer: it has an end of its own.
departure-last-admin = This is the only admin. Make somebody else an admin first.
event-token-given-back = got an access key back
resumed-title = You are signed in
resumed-help = What you typed is still here. Nothing has been sent yet.
resumed-act = Go on with what you typed
resumed-later = Once the link in the mail has signed you in, come back to this page and go on:
attention-uninvited =
    { $count ->
        [one] One person cannot sign in yet
       *[other] { $count } people cannot sign in yet
    }
attention-uninvited-act = Invite them
begin-access = Invite people to sign in
