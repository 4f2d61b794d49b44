units-title = Homes
units-none = No homes yet. Import them with your members, or add them by hand.
units-summary =
    { $count ->
        [one] One home
       *[other] { $count } homes
    }: { $occupied } occupied, { $vacant } vacant.
units-seen = Everybody in the co-op, and observers, can see who lives where.
units-floor = Floor { $floor }
units-ground-floor = Ground floor
units-no-floor = Floor unknown
units-vacant = Vacant
units-vacant-since = Vacant since { $day }
units-yours = Your home: { $people }
unit-named = Home { $label }
unit-add = Add a home
unit-edit = Edit this home
unit-new-title = Add a home
unit-edit-title = Edit a home
unit-added = Home { $name } is added.
unit-changed = Home { $name } is saved.
unit-label-taken = Another home already has this name.
unit-lives-there = This person already lives there at that time.
unit-moved-in-later = This person moved in on or after that day. Enter a later date.
unit-seen = Everybody in the co-op, and observers, can see this page.
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
unit-move-in-act = Record the move in
unit-stay-title = Correct this entry
unit-stay-lede = What you enter here replaces the entry for { $name }. The activity log keeps the old one.
unit-stay-corrected = The entry is corrected.
unit-moved-in = { $name } lives here now.
unit-move-out = Move out
unit-move-out-act = Record the move out
unit-moved-out = { $name } is moving out.
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
event-unit-moved-in = recorded a move into a home
event-unit-stay-corrected = corrected a stay in a home
event-unit-moved-out = recorded a move out of a home
event-units-exported = downloaded the list of homes

units-as-of = On { $day }:
units-to-look-at = Homes to check
units-vacant-days =
    { $days ->
        [one] Vacant for one day, since { $day }
       *[other] Vacant for { $days } days, since { $day }
    }
units-never-lived-in = Vacant, never lived in
units-too-many =
    { $by ->
        [one] One person too many for the home
       *[other] { $by } people too many for the home
    }
units-too-few =
    { $by ->
        [one] One person too few for the home
       *[other] { $by } people too few for the home
    }
units-vacant-since-column = Vacant since
show-day = Show this day
show-today = Show today
day-ahead = This day is in the future. You see what has been entered so far.
unit-meant-for = Suitable for
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
relation-household = member of the household
relation-guest = guest

unit-children = Children
unit-children-seen = Only the people who live here and those who keep the register see the number of children. We count children but never name them.
unit-children-count = Enter the number of children
unit-children-act = Save the number
unit-children-counted = The number of children is saved.
wrong-children = Enter a number from 0 to 20.
wrong-children-alone = No adult lives here on that day. Enter a day on which somebody lives here.
event-unit-children-counted = entered the number of children in a home

departure-homes =
    { $count ->
        [one] They move out of one home.
       *[other] They move out of { $count } homes.
    }
departure-homes-lost =
    { $count ->
        [one] one home, which was changed in the meantime.
       *[other] { $count } homes, which were changed in the meantime.
    }
attention-homes-empty =
    { $count ->
        [one] One home is vacant
       *[other] { $count } homes are vacant
    }
attention-homes-empty-act = See who is next
begin-homes = Add your homes
unit-move-undone = Taken back: who lives here is as it was.
unit-occupied = Somebody lives in this home. Say whether they share it or move out that day.
unit-answer-share = They share the home
unit-answer-leave = They move out on that day
