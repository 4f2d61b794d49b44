# Requisitions: members ask for a meeting.

requisitions-title = Asking for a meeting
requisitions-link = Ask for a meeting
requisitions-lede = Members can ask for a general meeting. If enough of them sign, the board has to call one.
requisitions-seen = Everyone with an account in this co-op sees what is asked for and how many have signed. Names are shown to those who signed and to whoever calls meetings.
requisitions-none = Nobody is asking for a meeting.
requisition-rule = By the rules of this co-op, { $percent } % of the members must sign: { $needed } of { $members }.
requisition-rule-days = By the rules of this co-op, { $percent } % of the members must sign: { $needed } of { $members }. The meeting is then held within { $days } days.
requisition-no-rule = The rules entered here do not say how many members must sign. The by-laws do: look there. Signatures are counted all the same.
requisition-signed-of = { $count } of { $needed } needed
requisition-signed =
    { $count ->
        [one] One member has signed
       *[other] { $count } members have signed
    }
requisition-by = Asked for by { $name } on { $day }
requisition-state-open = Can be signed
requisition-state-reached = Enough have signed
requisition-state-answered = Answered
requisition-state-withdrawn = Taken back
requisition-hold-by = Enough have signed: to be held by { $day }
requisition-new = Ask for a meeting
requisition-new-help = Say what the meeting is to be about. You are the first to sign. Until enough members have signed, everyone can take their signature back.
requisition-open = Ask, and sign
requisition-opened = It is there for others to sign, and you have signed.
requisition-signatures = Signatures
requisition-reached-on = Enough members had signed on { $day }. From then on, nothing changes the count.
requisition-own = You have signed.
requisition-sign = Sign
requisition-unsign = Take my signature back
requisition-is-signed = You have signed.
requisition-is-unsigned = Your signature is taken back.
requisition-names = Who signed
requisition-names-seen = Only those who signed and whoever calls meetings see these names.
requisition-answer = Answer
requisition-answer-act = Answer
requisition-answer-title = Answer the members who ask for a meeting
requisition-answer-save = Save the answer
requisition-answer-meeting = A meeting is called
requisition-answer-meeting-help = Choose the meeting that has this on its agenda.
requisition-answer-refused = No meeting is called
requisition-answer-refused-help = Say why: everyone who signed is told.
requisition-meeting-choose = Choose the meeting
requisition-refused-by = { $name } answered on { $day } that no meeting is called: { $why }
requisition-is-answered = The answer is saved, and those who signed are told.
requisition-withdraw = Take this back
requisition-withdraw-help = Nobody can sign it any more. It stays readable. This cannot be undone.
requisition-withdraw-act = Take it back
requisition-is-withdrawn = It is taken back.
field-requisition-title = What the meeting is to be about
hint-requisition-title = In your own words, in the language you like.
field-requisition-details = Why, and what is to be decided
field-requisition-answer = Your answer
field-requisition-meeting = Meeting
field-requisition-why = Why not
wrong-requisitions-many = You have already asked for three meetings. Take one back first.
conflict-requisition-over = This can no longer be changed: enough have signed, it is answered, or it was taken back.
due-requisition = Meeting that members ask for: { $name }
due-requisition-who = The board
attention-requisitions =
    { $count ->
        [one] Enough members have signed to ask for a meeting.
       *[other] { $count } times, enough members have signed to ask for a meeting.
    }
attention-requisitions-act = Answer them
notice-requisition-reached = Enough members ask for a meeting
notice-requisition-reached-help = As soon as enough members have signed, to the board and to whoever calls meetings.
notice-requisition-reached-line = Enough members have signed. A meeting has to be called.
notice-requisition-reached-subject = Members ask for a meeting: { $name }
notice-requisition-answered = An answer about a meeting you asked for
notice-requisition-answered-help = When a meeting that you signed for is called or refused.
notice-requisition-answered-line = The meeting that you signed for has an answer.
notice-requisition-answered-subject = An answer: { $name }
everything-requisitions = Meetings you asked for
everything-requisitions-signed = Meetings you signed for
audit-about-requisition = Asking for meetings
event-requisition-opened = asked for a meeting
event-requisition-signed = signed for a meeting, or took that back
event-requisition-reached = recorded that enough members ask for a meeting
event-requisition-withdrawn = took back asking for a meeting
event-requisition-answered = answered members who ask for a meeting
fact-signs = Signs
fact-signed = Signatures
fact-signatures-needed = Signatures needed
fact-opened-at = Asked on
fact-reached-on = Enough signatures on
fact-signed-at = Signed on
fact-requisition-answer = Answer
