search-title = Search
search-label = A name, a home, or a word from a task, vote or comment
search-help = Type a name, a home, or a word from a task, a vote or a comment. Accents and capital letters do not matter.
search-nothing = Nothing found for “{ $typed }”. Try fewer letters, or look here:
search-count =
    { $count ->
        [one] One result for “{ $typed }”
       *[other] { $count } results for “{ $typed }”
    }
search-all-tasks = All tasks
search-more = There are more results. Add a word to narrow them down.
search-members = People
search-units = Homes
search-committees = Committees
search-tasks = Tasks
search-polls = Votes
search-said = Comments on votes
search-decisions = Decisions
search-applications = Waiting list
