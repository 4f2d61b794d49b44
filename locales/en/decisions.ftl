decisions-title = Decisions
decisions-lede = What the co-op decided, with its number, and whether it still holds. Everybody in the co-op can read this register.
decisions-search = Look for words or a number
decisions-none = Nothing is in the register yet. What a vote decides is entered by itself. Earlier decisions can be entered by the people who run the votes.
decisions-none-found = No decision fits. Try fewer words, or take a filter away.
decisions-count =
    { $count ->
        [one] One decision
       *[other] { $count } decisions
    }
decisions-more-than = More than { $count } decisions
decisions-every-standing = All
decisions-every-body = Everybody
decisions-every-year = Every year
decisions-year = Year
decisions-wanted-in_force = In force
decisions-wanted-review = To be reviewed now
decisions-wanted-repealed = Repealed
decisions-wanted-none = Not adopted
decisions-file = decisions
decisions-column-number = Number
decisions-column-title = Decision
decisions-column-decided-on = Decided on
decisions-column-body = Decided by
decisions-column-former-number = Former number
decisions-column-title-en = Title in English
decisions-column-title-fr = Title in French
decisions-column-details-en = Text in English
decisions-column-details-fr = Text in French
decisions-column-sums-en = Result in English
decisions-column-sums-fr = Result in French
decisions-column-standing = Standing
decisions-column-review-on = Next review

decision-body-members = Members, by a vote
decision-body-meeting = General meeting
decision-body-board = Board
decision-body-committee = Committee
decision-body-choose = Choose who decided
decision-standing-in_force = In force
decision-standing-amended = In force, amended
decision-standing-repealed = Repealed
decision-standing-void = Void
decision-void = The vote that made this decision is void, and so is the decision. The reason: { $reason }
event-decision-voided = declared the vote void that made a decision
decision-standing-none = Not adopted
decision-effect-amends = Amends
decision-effect-repeals = Repeals
decision-effect-none = Neither
decision-effect-by-amends = Amended by
decision-effect-by-repeals = Repealed by

decision-title = { $number }. { $title }
decision-vote = See the whole result of the vote
decision-text = What was decided
decision-related-title = Beside other decisions
decision-unrelate = Take back
decision-next = Keep the register
decision-edit = Correct this entry
decision-voted-stays = A vote made this entry, so it stays as it is. A later decision can amend or repeal it.
decision-task = Add a follow-up task
decision-task-title = Follow up on decision { $number }: { $title }
decision-task-details = The decision is here: { $address }
decision-review-title = Review this decision
decision-review-due = The day to review this decision has come. Look at it again. If it stays in force, say so and choose the next day. If not, enter the decision that amends or repeals it.
decision-relate-title = This decision amends or repeals an earlier one
decision-relate = Say so
decision-history = What happened to this entry

decision-enter = Enter a decision
decision-new-title = Enter an earlier decision
decision-edit-title = Correct an entry
decision-form-lede = For what a meeting, the board or a committee decided, or a vote from before. It gets the next number. The entry and each correction stay in the log.
decision-form-public = If the co-op has public pages, everybody can see the title of what members or a meeting decided, without its text.
decision-entered = Decision { $name } is in the register.
decision-corrected = The entry is corrected.
decision-related = What it says of decision { $name } is recorded.
decision-unrelated = What it said of decision { $name } is taken back.
decision-reviewed = Reviewed: this decision stays in force.
decision-review-set = The day of review is set.

decisions-import = Bring in a sheet
decisions-import-title = Bring in earlier decisions
decisions-import-lede = Choose a file with one row for each decision, or paste the rows. You see how each row is understood before anything is entered.
decisions-import-read = Look at the rows
decisions-import-paste = Or paste the rows
decisions-import-again = Correct the rows here and look again
decisions-import-columns = The first row names the columns, in any order:
decisions-import-left = These columns are not brought in: { $names }.
decisions-import-rows =
    { $count ->
        [one] One row, as it is understood
       *[other] { $count } rows, as they are understood
    }
decisions-import-line = Row
decisions-import-there = In the register already: this row is passed over.
decisions-import-act =
    { $count ->
        [one] Enter one decision
       *[other] Enter { $count } decisions
    }
decisions-imported = Entered from the sheet: { $name }.

conflict-decision-voted = A vote made this entry, so it cannot be corrected. Enter a decision that amends or repeals it.
conflict-decision-over = This decision is not in force, so there is nothing to review.

event-decision-entered = entered a decision in the register
event-decision-corrected = corrected a decision in the register
event-decision-related = said that a decision amends or repeals an earlier one
event-decision-unrelated = took back that a decision amends or repeals an earlier one
event-decision-review-set = set the day to review a decision
event-decision-reviewed = reviewed a decision that stays in force
event-decision-review-due = recorded that a decision is to be reviewed

attention-decisions-review =
    { $count ->
        [one] One decision is to be reviewed.
       *[other] { $count } decisions are to be reviewed.
    }
attention-decisions-review-act = See the decisions
