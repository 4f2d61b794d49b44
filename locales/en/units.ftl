units-title = Homes
units-none = No homes yet. An import makes the homes it names, or add them by hand.
units-summary =
    { $count ->
        [one] One home
       *[other] { $count } homes
    }: { $occupied } lived in, { $vacant } vacant.
units-seen = Everybody in the co-op, and observers, see who lives where.
units-floor = Floor { $floor }
units-ground-floor = Ground floor
units-no-floor = Floor not known
units-vacant = Vacant
units-vacant-since = Vacant since { $day }
units-yours = Your home: { $people }
unit-named = Home { $label }
unit-add = Add a home
unit-edit = Change this home
unit-new-title = Add a home
unit-edit-title = Change a home
unit-added = Home { $name } is added.
unit-changed = Home { $name } is saved.
unit-label-taken = Another home has this label.
unit-lives-there = This person lives there already at that time.
unit-moved-in-later = This person moved in on that day or later. Enter a later date.
unit-seen = Everybody in the co-op, and observers, see this page.
unit-now = Who lives here
unit-nobody = Nobody
unit-is-vacant = This home is vacant.
unit-before = Who lived here before
unit-about = About this home
unit-tasks = Tasks of this home
unit-area = Area
unit-accessible = Wheelchair accessible
unit-choose-person = Choose a person
unit-move-in = Somebody moves in
unit-move-in-act = Move in
unit-stay-title = Correct this entry
unit-stay-lede = What was entered for { $name } becomes what you enter here. The activity log keeps what stood there before.
unit-stay-corrected = The entry is corrected.
unit-moved-in = { $name } lives here now.
unit-move-out = Moves out
unit-move-out-act = Move out
unit-moved-out = { $name } moves out.
unit-kind-apartment = Apartment
unit-kind-townhouse = Townhouse
unit-kind-house = House
unit-kind-room = Room
unit-kind-parking = Parking space
unit-kind-storage = Storage
unit-kind-common-room = Common room
yes = Yes

event-unit-added = added a home
event-unit-changed = changed a home
event-unit-moved-in = moved somebody in
event-unit-stay-corrected = corrected a time in a home
event-unit-moved-out = moved somebody out
event-units-exported = took the list of homes away as a file

units-as-of = On { $day }:
units-to-look-at = Homes to look at
units-vacant-days =
    { $days ->
        [one] Vacant for one day, since { $day }
       *[other] Vacant for { $days } days, since { $day }
    }
units-never-lived-in = Vacant, and nobody lived here before
units-too-many =
    { $by ->
        [one] One person more than the home is meant for
       *[other] { $by } people more than the home is meant for
    }
units-too-few =
    { $by ->
        [one] One person fewer than the home is meant for
       *[other] { $by } people fewer than the home is meant for
    }
units-vacant-since-column = Vacant since
show-day = Show this day
show-today = Show today
day-ahead = A day ahead: what is entered so far.
unit-meant-for = Meant for
unit-people-at-least =
    { $min ->
        [one] one person or more
       *[other] { $min } people or more
    }
unit-people-at-most =
    { $max ->
        [one] one person
       *[other] at most { $max } people
    }
unit-people-from-to = { $min } to { $max } people
relation-member = member
relation-household = of the household
relation-guest = guest

unit-children = Children
unit-children-seen = The number of children is seen by the people who live here and by those who keep the register. Children are counted, never named.
unit-children-count = Count the children
unit-children-act = Save the number
unit-children-counted = The number of children is saved.
wrong-children = Enter a number from 0 to 20.
wrong-children-alone = No adult lives here on that day. Enter a day on which somebody lives here.
event-unit-children-counted = counted the children of a home

departure-homes =
    { $count ->
        [one] They move out of one home.
       *[other] They move out of { $count } homes.
    }
departure-homes-lost =
    { $count ->
        [one] one home, which was entered otherwise meanwhile.
       *[other] { $count } homes, which were entered otherwise meanwhile.
    }
attention-homes-empty =
    { $count ->
        [one] One home is empty
       *[other] { $count } homes are empty
    }
attention-homes-empty-act = See who is next
begin-homes = Enter your homes
