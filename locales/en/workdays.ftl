# Work days: one day, many hands, many small jobs.

work-days-title = Work days
work-days-lede = One day, many hands: a clean-up or repairs that everyone does together.
work-days-seen = Everyone with an account in this co-op sees this, and who signed up.
work-days-coming = Coming up
work-days-past = Past
work-days-none-coming = No work day is planned.
work-days-link = Work days
work-day-when = { $day }, from { $from } to { $until }
work-day-facts = { $jobs ->
    [one] 1 job, { $taken } of { $places } places taken
   *[other] { $jobs } jobs, { $taken } of { $places } places taken
}
work-day-facts-past = { $jobs ->
    [one] 1 job
   *[other] { $jobs } jobs
}{", "}{ $taken ->
    [one] 1 person signed up
   *[other] { $taken } people signed up
}
work-day-no-jobs = There are no jobs yet.
work-day-off = Called off
work-day-is-off = This work day was called off. Whoever had signed up was told. Jobs that were done keep their hours.
work-day-missing = { $count ->
    [one] 1 person is still missing
   *[other] { $count } people are still missing
}
work-day-led-by = Organized by
work-day-stands = Sign-up
work-day-jobs = Jobs
work-day-job = Work day
work-day-job-link = See the whole work day
work-day-taken = { $taken } of { $places } places taken.
work-day-needs = { $least ->
    [one] Needs at least 1 person.
   *[other] Needs at least { $least } people.
}
work-day-counts = Counts for { $hours }.
work-day-people = { $most ->
    [one] 1 person
   *[other] { $most } people
}
work-day-people-between = { $least } to { $most } people
work-day-job-missing = { $count ->
    [one] 1 more person needed
   *[other] { $count } more people needed
}
work-day-job-full = Full
work-day-job-free = { $count ->
    [one] 1 place free
   *[other] { $count } places free
}
work-day-job-off = Called off
work-day-job-done = Done
work-day-job-open = Still to be done
work-day-did = Done by
work-day-nobody = Nobody has signed up yet.
work-day-nobody-had = Nobody had signed up.
work-day-waiting = Waiting for a place:
work-day-take = Sign me up
work-day-give-up = Take my name off
work-day-stop-waiting = Take me off the waiting list
work-day-job-taken = You are signed up for “{ $name }”. Thank you!
work-day-job-given-up = Your name is off the list for “{ $name }”.
work-day-back = To the work day

# ---- planned and changed ----

work-day-new = Plan a work day
work-day-new-title = Plan a work day
work-day-plan = Plan the work day
work-day-planned = “{ $name }” is planned. Now write down the jobs.
work-day-edit = Change
work-day-edit-title = Change the work day
work-day-edit-moves = If you change the day or the time, the jobs that are not done move along, and whoever signed up is told.
work-day-saved = “{ $name }” is saved.
work-day-no-committee = No committee
field-day-title = What the day is called
hint-day-title = For example “Spring clean-up”.
field-held-on = Day
field-starts-at = From
field-ends-at = Until
field-meets-at = Where people meet
field-day-notes = What to know
hint-day-notes = What to bring, who has the keys, what happens if it rains.
wrong-work-day-times = The day has to end after it begins.
conflict-work-day-off = This work day was called off, so it cannot be changed any more.
conflict-work-day-ahead = This work day is still to come. Who came can be noted from that day on.

# ---- jobs ----

work-day-add-jobs = Add jobs
work-day-jobs-title = Add jobs
work-day-jobs-all = For all of these jobs
work-day-jobs-added = { $name ->
    [1] 1 job was added.
   *[other] { $name } jobs were added.
}
field-work-jobs = Jobs, one on each line
hint-work-jobs = If a job needs more or fewer people, write how many after a semicolon, then the hours if you like: “Rake the leaves; 2-4; 1h30” is for two to four people.
field-places-min = People needed
hint-places-min = With fewer people, this cannot be done.
fact-places-min = People needed
fact-work-day-id = Work day
wrong-places-min = This cannot be more than the number of places.
wrong-jobs-many = One work day has at most 60 jobs.
wrong-job-title = Line { $limit }: write what the job is before the semicolon.
wrong-job-long = Line { $limit }: a job has at most 200 letters. You can say more under “How we know it is done”.
wrong-job-places = Line { $limit }: write how many people as “4” or “2-4”, at most 200.
wrong-job-hours = Line { $limit }: write the hours as 1.5, 1h30 or 90 min, at most 100 hours.
wrong-job-parts = Line { $limit }: write the job, the people and the hours, and no more semicolons.

# ---- after the day ----

work-day-came = Note who came
work-day-came-title = Who came?
work-day-came-help = Those who signed up are ticked. Take the tick off for anyone who did not come. The hours go to those who are ticked or named. A job with nobody stays open.
work-day-came-others = Others who came
work-day-came-others-help = One name on each line.
work-day-came-act = Save who came
work-day-came-all = Who came is noted for all jobs.
work-day-came-noted = { $name ->
    [1] 1 job is done. The hours go to who came.
   *[other] { $name } jobs are done. The hours go to who came.
}
work-day-came-before = This was noted before, so nothing was changed.
wrong-came-none = Nobody here is called “{ $limit }”. Check the name.
wrong-came-several = “{ $limit }” could be several people. Write the full name.
wrong-came-nobody = Tick or name at least one person who came.
work-day-call-off = Call the day off
work-day-call-off-help = Jobs that are not done are called off too, and whoever signed up is told. Jobs that were done keep their hours. This cannot be taken back.
work-day-call-off-act = Call the day off
work-day-called-off = “{ $name }” is called off.

# ---- on paper ----

work-day-cards = Job cards to print
work-day-cards-title = Job cards
work-day-cards-help = Print this page and cut out the cards, one for each job that is not done.
work-day-sheet = Sign-up sheet for the wall
work-day-sheet-help = Print this page for the lobby. Names written by hand are still to be added here.
work-day-sheet-online = To sign up online:
work-day-code = QR code that leads to the page of this work day
work-day-free-line = Free

# ---- the log and the search ----

search-workdays = Work days
event-work-day-planned = planned a work day
event-work-day-edited = changed a work day
event-work-day-called-off = called off a work day
audit-about-work-day = Work day
fact-held-on = Day
fact-starts-at = From
fact-ends-at = Until
fact-meets-at = Where people meet
