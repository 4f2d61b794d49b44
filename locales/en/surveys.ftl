# Surveys: how satisfied people are.

nav-surveys = Surveys
nav-help-surveys = What people here think, asked without names
surveys-title = Surveys
surveys-lede = From time to time, the co-op asks everyone how things are going. Nobody can see who said what.
surveys-drafts = Drafts
surveys-no-drafts = No drafts.
surveys-open = Open now
surveys-none-open = No survey is open.
surveys-over = Results
surveys-none-over = There are no results yet.
survey-ready-title = How satisfied are we?
survey-ready-help = A survey that is ready to use: five questions about life in the co-op and one for people’s own words, in English and French. You can change it before you open it.
survey-ready-use = Use this survey
survey-ready-intro = A few questions about how we live together. It takes about five minutes. What you say helps us see what is going well and what is not.
survey-ready-overall = All in all, how satisfied are you with living here?
survey-ready-upkeep = How satisfied are you with the upkeep of the building?
survey-ready-heard = How satisfied are you with how the co-op listens to you?
survey-ready-neighbours = How satisfied are you with how neighbours get along?
survey-ready-meetings = How satisfied are you with our meetings?
survey-ready-words = What should we do first?
survey-until = Open until the end of { $day }.
survey-ended = Ended on { $day }.
survey-rate = { $answered } of { $asked } answered.
survey-of-all = { $answered } of { $asked }
survey-place = Question { $number } of { $count }
survey-scale-1 = Very dissatisfied
survey-scale-2 = Dissatisfied
survey-scale-3 = Neither satisfied nor dissatisfied
survey-scale-4 = Satisfied
survey-scale-5 = Very satisfied
survey-status-draft = Draft
survey-status-open = Open
survey-status-closed = Ended
survey-status-uncounted = Cannot be counted
survey-own-answered = You have answered.
survey-own-unanswered = Not answered
survey-own-waits = Waiting for your answer
survey-answer = Answer
survey-final = What you said is sealed. It cannot be changed or read by anyone, not even you.
survey-not-asked = You are not among the people who were asked.
survey-results-later = The results come after the end, never before, so that nobody can work out what one person said.
survey-secret = Nobody can see what you say.
survey-secret-how = Your answers are sealed and mixed with those of everyone else. The co-op can see who has answered, so as not to remind them, but never what they said. If you write something in your own words, somebody reads it before others do. Please do not write your name.
survey-secret-link = How the sealing works
survey-words-hint = In your own words, 500 characters at most. Do not write your name or your door number.
survey-choices-hint = Choose as many as you like.
survey-send-title = Before you send
survey-send-help = You can answer once. Once sent, your answers cannot be changed or taken back.
survey-send = Send my answers
survey-is-answered = Thank you. Your answers are sealed.
survey-conflict-already = You have answered already. Nothing was changed.
survey-conflict-late = This survey is over. It cannot be answered any more.
survey-manage = For those who run surveys
survey-next = The next round opens by itself on { $day }.
survey-stop = Open no more rounds
survey-is-stopped = No more rounds open by themselves.
survey-copy = Use it again
survey-is-copied = This is a new draft with the same questions.
survey-close = End the survey early
survey-close-help = Nobody can answer any more, and the results are counted. This cannot be undone.
survey-close-act = End it now
survey-is-closed = The survey is over.
survey-try = Try to count it again
survey-try-help = If whoever looks after the server has brought the key back, it can still be counted. After 30 days, the sealed answers are destroyed unread.
survey-new-title = Write a survey
survey-edit-title = Change the survey
survey-edit = Change
survey-back = Back to the survey
survey-form-lede = Write in one language or in both. If one is left empty, everyone reads the other.
survey-is-written = The draft is saved. Only those who run surveys see it.
survey-is-saved = The survey is saved.
survey-is-removed = The draft is gone.
survey-questions = Questions
survey-no-questions = There are no questions yet.
survey-question-title = Change the question
survey-question-new-title = Add a question
survey-question-added = The question is added.
survey-question-saved = The question is saved.
survey-question-removed = The question is taken out.
survey-question-moved = The question is moved up.
survey-question-up = Move up
survey-question-remove = Take out
survey-kind-scale = How satisfied somebody is
survey-kind-scale-help = Five answers, from very dissatisfied to very satisfied.
survey-kind-choice = One of several answers
survey-kind-choice-help = You write the answers below.
survey-kind-choices = Any number of answers
survey-kind-choices-help = You write the answers below, and people tick as many as they like.
survey-kind-text = In people’s own words
survey-kind-text-help = Others see what people write only once it has been read and released.
survey-is-required = must be answered
survey-is-optional = can be left out
survey-is-overall = measures the co-op’s goal
survey-every-0 = Only once.
survey-every-3 = Again every 3 months.
survey-every-6 = Again every 6 months.
survey-every-12 = Again every 12 months.
survey-go = Open it
survey-go-help = Every member, and every adult who lives here, is asked and gets a message. Once it is open, nothing can be changed.
survey-preview-title = As residents will see it
survey-preview-help = Nothing can be sent from here.
survey-open-act = Open the survey
survey-is-opened = The survey is open, and everyone is told.
survey-remove = Throw the draft away
survey-remove-help = The draft and its questions are gone for good.
survey-remove-act = Throw it away
survey-overall = Overall satisfaction
survey-of-five = { $mean } of 5
survey-goal-reached = The co-op’s goal is { $goal } of 5: it is reached.
survey-goal-missed = The co-op’s goal is { $goal } of 5: it is not reached.
survey-change-better = Better than in the round before, when it was { $mean } of 5.
survey-change-same = The same as in the round before: { $mean } of 5.
survey-change-worse = Worse than in the round before, when it was { $mean } of 5.
survey-given =
    { $count ->
        [0] Nobody answered this question.
        [one] One person answered this question.
       *[other] { $count } people answered this question.
    }
survey-several = More than one answer could be chosen.
survey-percent = { $number } %
survey-few = Fewer than { $count } people answered. To protect them, nothing was opened and nothing is shown.
survey-few-here = Fewer than { $count } people answered this question. To protect them, their answers are not shown.
survey-not-shown = Not shown
survey-uncounted = This survey cannot be counted.
survey-failed-key = The key with which the answers were sealed is missing on the server. Nobody has read them.
survey-failed-damaged = Some of what was sealed could not be read. So as not to show a wrong result, nothing was counted.
survey-failed-restored = The server was put back to an earlier day, and answers are missing. So as not to show a wrong result, nothing was counted.
survey-rounds = All rounds
survey-rounds-help = Each round asks everyone who lives here at that time, and they are not always the same people.
survey-round = Round { $number }
survey-column-question = Question
survey-column-answer = Answer
survey-column-count = People
survey-column-percent = Share
survey-column-mean = Mean, of 5
survey-column-round = Round
survey-column-day = Last day
survey-column-rate = Answered
survey-download = Results as a file
survey-comments-title = Comments of the survey
survey-comments-lede = Read what people wrote before others do. They are in an order of chance, and nothing says who wrote what. Hold back what hurts somebody or gives away who wrote it. Everybody can read why.
survey-comments-new = To be read
survey-comments-none = Everything has been read.
survey-comments-settled = Read
survey-comments-lot = Comments are in an order of chance.
survey-comments-wait =
    { $count ->
        [one] One comment to be read: { $name }
       *[other] { $count } comments to be read: { $name }
    }
survey-comments-unread =
    { $count ->
        [one] One comment has not been read yet.
       *[other] { $count } comments have not been read yet.
    }
survey-unread =
    { $count ->
        [one] One comment is waiting to be read
       *[other] { $count } comments are waiting to be read
    }
survey-standing-released = Released
survey-comment-held = A comment is held back: { $why }
survey-comment-release = Release it
survey-comment-hold = Hold it back
survey-comment-hold-act = Hold it back
survey-comment-is-released = Everybody can read this comment now.
survey-comment-is-held = The comment is held back.
survey-home-until = You can answer until the end of { $day }.
survey-wrong-required = Please answer this question.
survey-wrong-nothing = Please answer at least one question.
survey-wrong-past = This day is past.
survey-wrong-far = A survey is open for 60 days at most.
survey-wrong-words = Five questions can ask for people’s own words, not more.
survey-wrong-many = A survey has 20 questions at most.
survey-wrong-few = Write at least two answers, one a line.
survey-wrong-choices = There can be 12 answers at most.
survey-wrong-long = An answer has 120 characters at most.
survey-wrong-lines = Write as many answers in French as in English, in the same order.
survey-wrong-overall = Only a question about how satisfied somebody is can measure the goal.
survey-conflict-opened = This survey has been opened. It cannot be changed any more.
survey-conflict-closed = This survey is not open.
survey-conflict-empty = Add a question first.
survey-conflict-day = Its last day is past, or more than 60 days away. Change the day first.
survey-conflict-nobody = There is nobody to ask: the register has no people yet.
survey-conflict-settings = The database would write down who answers what. Whoever looks after the server has to change that first.
survey-conflict-keep = The key of the survey could not be saved on the server. Nothing was opened. Tell whoever looks after the server.
survey-conflict-uncounted = It still cannot be counted.
survey-conflict-once = No more rounds open by themselves.
field-survey-title-en = Title in English
field-survey-title-fr = Title in French
field-survey-intro-en = Introduction in English
hint-survey-intro-en = Why you ask, and what will be done with the answers.
field-survey-intro-fr = Introduction in French
field-survey-ends-on = Last day
hint-survey-ends-on = The survey ends by itself at the end of this day.
field-survey-every = How often
hint-survey-every = The next round opens by itself, with the same questions, until you stop it.
field-survey-text-en = Question in English
field-survey-text-fr = Question in French
field-survey-kind = How it is answered
field-survey-choices-en = Answers in English
hint-survey-choices-en = One a line. Only for questions with answers to choose from.
field-survey-choices-fr = Answers in French
hint-survey-choices-fr = One a line, in the same order.
field-survey-required = It must be answered
field-survey-overall = It measures the co-op’s goal
hint-survey-overall = One question a survey: how satisfied people are all in all. The goal is 4 of 5.
field-survey-why = Why it is held back
hint-survey-why = Everybody can read this. Do not repeat what the comment says.
fact-intro-en = Introduction in English
fact-intro-fr = Introduction in French
fact-survey-asked = People asked
fact-survey-answered = People who answered
fact-survey-questions = Questions
fact-survey-failed = Why it cannot be counted
fact-survey-own = Your answer
fact-round = Round
everything-surveys = Surveys you were asked to answer
departure-surveys =
    { $count ->
        [one] They stay among the people asked in one open survey. If they have answered, their answer counts.
       *[other] They stay among the people asked in { $count } open surveys. If they have answered, their answers count.
    }
kept-surveys = Who was asked in a survey, and who answered
kept-surveys-for =
    { $months ->
        [one] One month after its end. What somebody said is never kept with a name
       *[other] { $months } months after its end. What somebody said is never kept with a name
    }
search-surveys = Surveys
work-survey-close = Counting a survey
work-survey-destroy-key = Destroying the key of a survey
due-survey = Next round of the survey: { $name }
due-survey-who = It opens by itself
attention-survey-comments =
    { $count ->
        [one] One comment of a survey is waiting to be read.
       *[other] { $count } comments of surveys are waiting to be read.
    }
attention-survey-comments-act = Read them
attention-survey-drafts =
    { $count ->
        [one] The draft of a survey has not been opened for a week.
       *[other] { $count } drafts of surveys have not been opened for a week.
    }
attention-survey-drafts-act = Look at the drafts
attention-surveys-uncounted =
    { $count ->
        [one] A survey cannot be counted.
       *[other] { $count } surveys cannot be counted.
    }
attention-surveys-uncounted-act = See why
notice-survey-opened = A survey opens
notice-survey-opened-help = When you are asked how things are going in the co-op.
notice-survey-opened-line = The co-op would like to know what you think. Nobody sees who says what.
notice-survey-opened-subject = A survey: { $name }
notice-survey-reminder = A survey ends soon
notice-survey-reminder-help = Two days before the end, if you have not answered.
notice-survey-reminder-line = This survey ends soon, and you have not answered yet.
notice-survey-reminder-subject = Ending soon: { $name }
notice-survey-closed = The results of a survey
notice-survey-closed-help = When a survey in which you were asked is over.
notice-survey-closed-line = The survey is over. See what came of it.
notice-survey-closed-subject = Results of the survey: { $name }
notice-survey-uncounted = A survey cannot be counted
notice-survey-uncounted-help = When what was answered cannot be read.
notice-survey-uncounted-line = This survey is over, but its answers cannot be read. No result is shown.
notice-survey-uncounted-subject = The survey cannot be counted: { $name }
audit-about-survey = Surveys
event-survey-written = wrote a survey
event-survey-changed = changed a survey
event-survey-asked = changed the questions of a survey
event-survey-removed = threw away the draft of a survey
event-survey-opened = opened a survey
event-survey-reminded = reminded those who have not answered a survey
event-survey-closed = counted a survey that is over
event-survey-uncounted = could not count a survey
event-survey-stopped = stopped the rounds of a survey
event-survey-comment-released = released a comment of a survey
event-survey-comment-held = held back a comment of a survey
