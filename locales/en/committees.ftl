committees-title = Committees
committees-lede = Who looks after what. Everybody who lives here can join.
committees-none = No committees yet. An import makes those it names.
committee-seats =
    { $count ->
        [0] Nobody yet
        [one] One person
       *[other] { $count } people
    }
committee-own = You are on it.
committee-add = Add a committee
committee-added = The committee is added.
committee-name-taken = Another committee has this name.
committee-seen = Everybody in the co-op, and observers, see who is on a committee.
committee-members = Who is on it
committee-nobody = No members yet.
committee-tasks = Tasks of this committee
committee-join = Join
committee-joined = You are on the committee { $name }.
committee-leave = Leave this committee
committee-left = You left the committee { $name }.

event-committee-added = added a committee
event-committee-joined = put somebody on a committee
event-committee-left = took somebody off a committee
