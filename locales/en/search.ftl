search-title = Search
search-label = A name, a home, a word of a task or a vote
search-help = Type a name, a home, or a word of a task or a vote. Accents and capitals do not matter.
search-nothing = Nothing for “{ $typed }”. Try fewer letters, or look here:
search-count =
    { $count ->
        [one] One thing for “{ $typed }”
       *[other] { $count } things for “{ $typed }”
    }
search-all-tasks = All tasks
search-more = There is more: add a word.
search-members = People
search-units = Homes
search-committees = Committees
search-tasks = Tasks
search-polls = Votes
search-applications = Waiting list
