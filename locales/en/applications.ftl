# The waiting list: requests from outside and transfers within.
applications-title = Waiting list
applications-seen = Only those who keep the register see this page.
applications-caption = By date of the complete form
applications-none = Nobody asks for a home. Requests that come by letter, phone or form are entered here.
applications-none-found = Nothing matches.
applications-show-open = Show all who wait
application-add = Add a request
application-new-title = Add a request
application-new-act = Add the request
application-edit = Change this request
application-edit-title = Change a request
application-edit-act = Save the request
application-added = { $name } is on the list.
application-changed = The request of { $name } is saved.
application-number = Request { $id }
application-search = Find a request
application-who = Who asks
application-household = The household
application-wanted = The home they look for
application-dates = The request
application-choose-member = Choose a member
application-not-complete = not complete
application-kind-outside = From outside
application-kind-transfer = Transfer of a member
application-from = Transfer from home { $label }
application-kinds-all = All requests
application-kinds-outside = From outside
application-kinds-transfer = Transfers
application-states-open = All who wait
application-states-all = Everything
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
application-column-unit = Present home
application-column-adults = Adults
application-column-children = Children
application-column-household = Household
application-column-bedrooms = Bedrooms
application-column-wants = Looks for
application-column-accessible = Accessible
application-column-received = Received on
application-column-complete = Complete on
application-column-state = State
application-column-place = Place
application-column-why = Why not
application-file = waiting-list

application-rule-title = How the order comes about
application-rule-change = Change the rule
application-rule-date = The day of the complete form decides. Who was complete earlier comes first.
application-rule-fit = For a home, only households count that fit its size, its number of bedrooms and its access.
application-rule-transfers-alternate = Transfers of members and requests from outside take turns for homes of the same size.
application-rule-transfers-first = Transfers of members come before requests from outside.
application-rule-transfers-last = Transfers of members come after requests from outside.
application-rule-transfers-together = Transfers of members and requests from outside are one list.
application-rule-months = Members may move after { $months } months in their home.
transfers-alternate = take turns with requests from outside
transfers-first = come first
transfers-last = come last
transfers-together = are one list with them

application-vacant = Homes that are vacant
application-next-title = Who is next for home { $label }?
application-next-link = Who is next for this home?
application-fitting =
    { $count ->
        [one] One household fits
       *[other] { $count } households fit
    }
application-fitting-none = Nobody on the list fits this home.
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
obstacle-fewer-bedrooms = They look for more bedrooms.
obstacle-more-bedrooms = They look for fewer bedrooms.
obstacle-not-accessible = They need a home that is wheelchair accessible.
obstacle-own-home = They live in this home.
obstacle-too-soon = They may ask for another home from { $day }.

application-present-home = Lives in
application-given = Accepted for
application-story = What happened
application-story-received = The request was received
application-story-complete = The form was complete
application-story-invited = Invited to an interview
application-story-interviewed = Interviewed
application-story-accepted = Accepted
application-story-refused = Refused
application-story-withdrawn = They withdrew the request
application-story-expired = The request expired
application-story-reopened = Put back on the list
application-entered-by = Entered by { $name }.
application-step = Enter what happened
application-step-act = Enter it
application-step-saved = The request is up to date.
application-step-invited = Invited to an interview
application-step-interviewed = Interviewed
application-step-refused = Refused
application-step-withdrawn = They withdrew the request
application-step-expired = Expired
application-step-reopened = Put back on the list, where it was
application-interviews = Interviews
application-interview = Write down an interview
application-interview-act = Save the interview
application-interview-saved = The interview is written down.
application-present = Present: { $names }.

application-accept = Accept
application-accept-title = Accept a request
application-accept-help = They become members of the register, with what is known of them here. The home can be chosen later.
application-accept-transfer-help = The next page is the move of their household, filled in already.
application-accepted = { $name } is in the register.
application-accepted-transfer = The transfer of { $name } is accepted. Now record the move.
application-choose-home = Choose a home
application-no-home-yet = No home yet
application-home-vacant = Home { $label } (vacant)
application-home-lived-in = Home { $label } (lived in)
application-same = Is { $name } in the register already?
application-same-yes = Yes, this is { $name }
application-same-known = Number { $number }, joined on { $day }.
application-same-no = No, somebody else

application-forget-title = Take the person out
application-forget-help = Name, contact, remarks, reasons and interview notes go for good. That there was a request, and what came of it, stays.
application-forget-act = Take the person out for good
application-forgotten = The person is taken out of this request.
application-is-forgotten = Who asked is forgotten. What they looked for and what came of it stays.

wrong-application-future = Enter a day that is not in the future.
wrong-application-complete = Enter a day between the day it was received and today.
wrong-application-open = This member asks for a transfer already.
wrong-application-no-home = This member lives in no home of the co-op.
wrong-application-step = This cannot happen to the request in its present state. Look at the page again.
wrong-application-step-day = Enter a day from the last one on, not in the future.
wrong-application-same = The register has somebody like this. Say whether it is the same person.
wrong-other-adults = Write one person a line, as “Family name, given name”.
wrong-adults = There are more names than adults. Count who asks as well.
wrong-forget-sure = Tick the box first.
conflict-application-decided = This request is decided. Put it back on the list to change it.
conflict-application-open = Only a request that came to nothing can be forgotten.

event-application-received = put a request on the waiting list
event-application-changed = changed a request
event-application-step = entered what happened to a request
event-application-interview-noted = wrote down an interview
event-application-became-member = accepted a request
event-application-forgotten = took the person out of a request
event-applications-exported = took the waiting list away as a file
audit-about-application = Requests for a home
fact-kind = Kind
fact-adults = Adults
fact-children = Children
fact-complete-on = Complete on
fact-contact = Names and contact

departure-requests =
    { $count ->
        [one] One request on the waiting list: withdraw it there if it is over.
       *[other] { $count } requests on the waiting list: withdraw them there if they are over.
    }
