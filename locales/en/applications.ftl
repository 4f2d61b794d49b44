# The waiting list: requests from outside and transfers within.
applications-title = Waiting list
applications-seen = Only the people who keep the register see this page.
applications-count =
    { $count ->
        [one] One request
       *[other] { $count } requests
    }
applications-more-than = More than { $count } requests
applications-none = Nobody is waiting for a home. When a request comes by letter, phone or form, add it here.
applications-none-found = No requests match. Try another filter.
applications-show-open = Show everybody waiting
application-add = Add a request
application-new-title = Add a request
application-new-act = Add the request
application-edit = Edit this request
application-edit-title = Edit a request
application-edit-act = Save the request
application-added = { $name } is on the list.
application-changed = The request of { $name } is saved.
application-number = Request { $id }
application-search = Find a request
application-who = Who is asking
application-household = Household
application-wanted = The home they are looking for
application-dates = The request
application-choose-member = Choose a member
application-not-complete = not complete
application-kind-outside = New applicant
application-kind-transfer = Member transfer
application-from = Transfer from home { $label }
application-kinds-all = All requests
application-kinds-outside = New applicants
application-kinds-transfer = Transfers
application-states-open = Everybody waiting
application-states-all = All
application-sizes-all = Any size
application-state-received = Received, not complete
application-state-complete = Complete
application-state-invited = Invited to an interview
application-state-interviewed = Interviewed
application-state-accepted = Accepted
application-state-refused = Refused
application-state-withdrawn = Withdrawn
application-state-expired = Expired
application-adults =
    { $count ->
        [one] 1 adult
       *[other] { $count } adults
    }
application-children =
    { $count ->
        [one] 1 child
       *[other] { $count } children
    }
application-any-size = any size
application-bedrooms =
    { $count ->
        [0] no separate bedroom
        [one] 1 bedroom
       *[other] { $count } bedrooms
    }
application-bedrooms-from =
    { $min ->
        [one] { $min } bedroom or more
       *[other] { $min } bedrooms or more
    }
application-bedrooms-to =
    { $max ->
        [one] at most { $max } bedroom
       *[other] at most { $max } bedrooms
    }
application-bedrooms-between = { $min } to { $max } bedrooms
application-accessible = wheelchair accessible
application-column-id = Number
application-column-name = Name
application-column-kind = Kind
application-column-unit = Current home
application-column-adults = Adults
application-column-children = Children
application-column-household = Household
application-column-bedrooms = Bedrooms
application-column-wants = Looking for
application-column-accessible = Accessible
application-column-received = Received on
application-column-complete = Complete on
application-column-state = State
application-column-place = Place
application-column-why = Why not
application-file = waiting-list

application-rule-title = How the order is decided
application-rule-change = Change the rule
application-rule-date = The date the form was complete decides. The earliest date comes first.
application-rule-fit = For each home, we count only households that suit its size, number of bedrooms and access.
application-rule-transfers-alternate = Member transfers and new applicants take turns for homes of the same size.
application-rule-transfers-first = Member transfers come before new applicants.
application-rule-transfers-last = Member transfers come after new applicants.
application-rule-transfers-together = Member transfers and new applicants are in one list.
application-rule-months = Members can ask to move after { $months } months in their home.
transfers-alternate = take turns with new applicants
transfers-first = come first
transfers-last = come last
transfers-together = are in one list with new applicants

application-vacant = Vacant homes
application-next-title = Who is next for home { $label }?
application-next-link = Who is next for this home?
application-fitting =
    { $count ->
        [one] One household is suitable
       *[other] { $count } households are suitable
    }
application-fitting-none = Nobody on the list is suitable for this home.
application-others = Why the others are not next
obstacle-not-complete = The form is not complete.
obstacle-too-many =
    { $by ->
        [one] One person too many for this home.
       *[other] { $by } people too many for this home.
    }
obstacle-too-few =
    { $by ->
        [one] One person too few for this home.
       *[other] { $by } people too few for this home.
    }
obstacle-fewer-bedrooms = They are looking for more bedrooms.
obstacle-more-bedrooms = They are looking for fewer bedrooms.
obstacle-not-accessible = They need a wheelchair-accessible home.
obstacle-own-home = They already live in this home.
obstacle-too-soon = They can ask for another home from { $day }.

application-present-home = Lives in
application-given = Accepted for
application-story = History
application-story-received = Request received
application-story-complete = Form complete
application-story-invited = Invited to an interview
application-story-interviewed = Interviewed
application-story-accepted = Accepted
application-story-refused = Refused
application-story-withdrawn = Request withdrawn
application-story-expired = Request expired
application-story-reopened = Put back on the list
application-entered-by = Entered by { $name }.
application-step = Record what happened
application-step-act = Save
application-step-saved = The request is up to date.
application-step-invited = Invited to an interview
application-step-interviewed = Interviewed
application-step-refused = Refused
application-step-withdrawn = They withdrew the request
application-step-expired = Expired
application-step-reopened = Put back on the list, in the same place
application-interviews = Interviews
application-interview = Record an interview
application-interview-act = Save the interview
application-interview-saved = The interview is saved.
application-present = Present: { $names }.

application-accept = Accept
application-accept-title = Accept a request
application-accept-help = They will be added to the register, with the details entered here. You can choose the home later.
application-accept-transfer-help = The next page is the form for their move, already filled in.
application-accepted = { $name } is in the register.
application-accepted-transfer = The transfer of { $name } is accepted. Now record the move.
application-choose-home = Choose a home
application-no-home-yet = No home yet
application-home-vacant = Home { $label } (vacant)
application-home-lived-in = Home { $label } (occupied)
application-same = Is { $name } already in the register?
application-same-yes = Yes, this is { $name }
application-same-known = Member number { $number }, joined on { $day }.
application-same-no = No, somebody else

application-forget-title = Remove personal details
application-forget-help = The name, contact details, remarks, reasons and interview notes are deleted for good. We keep only that there was a request, and how it ended.
application-forget-act = Remove the details for good
application-forgotten = The personal details have been removed from this request.
application-is-forgotten = The personal details were removed. What they were looking for and how the request ended are kept.

wrong-application-future = Enter today’s date or an earlier one.
wrong-application-complete = Enter a date between the day it was received and today.
wrong-application-open = This member is already asking for a transfer.
wrong-application-no-home = This member does not live in a home of the co-op.
wrong-application-step = This step does not fit the request as it stands now. Reload the page, then choose again.
wrong-application-step-day = Enter a date between the last step and today.
wrong-application-same = Somebody like this is already in the register. Say whether it is the same person.
wrong-other-adults = Enter one person per line, as “Family name, given name”.
wrong-adults = You entered more names than adults. Remember to count the person who is asking.
wrong-forget-sure = Tick the box to confirm.
conflict-application-decided = This request is closed. Put it back on the list to change it.
conflict-application-open = You can only do this when a request has ended without a home.

event-application-received = added a request to the waiting list
event-application-changed = changed a request
event-application-step = recorded what happened to a request
event-application-interview-noted = recorded an interview
event-application-became-member = accepted a request
event-application-forgotten = removed the personal details from a request
event-applications-exported = downloaded the waiting list
audit-about-application = Requests for a home
fact-kind = Kind
fact-adults = Adults
fact-children = Children
fact-complete-on = Complete on
fact-contact = Names and contact

departure-requests =
    { $count ->
        [one] One request on the waiting list. Withdraw it there if it no longer applies.
       *[other] { $count } requests on the waiting list. Withdraw them there if they no longer apply.
    }
