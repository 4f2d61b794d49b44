//! What the votes keep of people: who was on a roll, and in open votes what they chose.

use crate::platform::departure::Leaving;
use crate::platform::merging::{Merging, OF_ACCOUNT};
use crate::platform::person::{Part, Shown, Table, Texts};
use crate::polls::words;

/// A roll is taken once: who leaves while a vote runs is on it, and may have cast their ballot.
pub const ROLLS: &str = "select p.title_{lang} from roll r join polls p on p.id = r.poll_id where r.member_id = {member} and p.status = 'open'";

pub const TABLES: &[Table] = &[
    Table {
        texts: &[
            Texts::lasting(
                &["title_en", "title_fr", "details_en", "details_fr", "pros_en", "pros_fr", "cons_en", "cons_fr"],
                "a proposal stays as it was decided upon",
            ),
            Texts::lasting(&["void_reason"], "why a vote is void stays as everybody was told"),
        ],
        shown: Shown::Not("who set a vote up is told in what they did"),
        pointing: &[("created_by", Leaving::Stays("who set it up"), OF_ACCOUNT)],
        ..Table::named("polls")
    },
    Table {
        shown: Shown::In(&[Part::new(
            "votes",
            "p.title_en, p.title_fr, p.status, case when {own} or p.status = 'closed' then b.cast_at end as cast_at, \
             case when ({own} or p.status = 'closed') and b.answers is not null then (select jsonb_agg(jsonb_build_object( \
               'title_en', coalesce(nullif(q.title_en, ''), p.title_en), 'title_fr', coalesce(nullif(q.title_fr, ''), p.title_fr), \
               'method', q.method, 'answer', b.answers[q.number], 'choices', coalesce((select jsonb_agg(jsonb_build_object( \
                 'number', c.number, 'title_en', c.title_en, 'title_fr', c.title_fr) order by c.number) from choices c \
                 where c.poll_id = q.poll_id and c.question = q.number), '[]')) order by q.number) \
               from questions q where q.poll_id = p.id) end as answers, \
             case when {own} or p.status = 'closed' then w.reason end as reason",
            "{rows} r join polls p on p.id = r.poll_id left join open_ballots b on b.poll_id = r.poll_id \
             and b.member_id = r.member_id left join reasons w on w.poll_id = b.poll_id and w.member_id = b.member_id order by p.id",
        )
        .codes(&[("status", "poll-status-")])
        .words(&[("answers", words::kept_answers)])]),
        pointing: &[("member_id", Leaving::Stays("a roll is taken once"), Merging::ByVerb)],
        ..Table::about("roll", "member_id = {member}")
    },
    Table {
        shown: Shown::In(&[Part::new(
            "off-roll",
            "p.title_en, p.title_fr, l.reason",
            "{rows} l join polls p on p.id = l.poll_id order by p.id",
        )
        .codes(&[("reason", "roll-out-")])]),
        pointing: &[("member_id", Leaving::Stays("why they are not on a roll"), Merging::Stays("a roll is taken once"))],
        ..Table::about("left_out", "member_id = {member}")
    },
    Table {
        texts: &[Texts::codes(&["answers"])],
        shown: Shown::Not("stands with the roll"),
        pointing: &[
            ("member_id", Leaving::Stays("a ballot that was cast counts"), Merging::ByVerb),
            ("cast_by", Leaving::Stays("who cast it by proxy"), Merging::Stays("who cast it stays who cast it")),
        ],
        ..Table::about("open_ballots", "member_id = {member}")
    },
    Table {
        texts: &[Texts::rewritten(&["instructions"])],
        shown: Shown::In(&[Part::new(
            "proxies",
            "p.title_en, p.title_fr, case when {own} then x.instructions end as instructions, x.given_at, x.ended_at",
            "{rows} x join polls p on p.id = x.poll_id order by x.id",
        )]),
        pointing: &[
            ("giver_id", Leaving::Stays("who let somebody vote for them"), Merging::Moves),
            ("holder_id", Leaving::Stays("who votes for somebody"), Merging::Moves),
        ],
        ..Table::about("proxies", "giver_id = {member} or holder_id = {member}")
    },
    Table {
        texts: &[Texts::rewritten(&["reason"])],
        shown: Shown::Not("stands with the roll"),
        pointing: &[("member_id", Leaving::Stays("what was said beside a ballot"), Merging::ByVerb)],
        ..Table::about("reasons", "member_id = {member}")
    },
    Table {
        texts: &[Texts::lasting(&["title_en", "title_fr"], "a question stays as it was decided upon")],
        ..Table::named("questions")
    },
    Table {
        texts: &[Texts::lasting(&["title_en", "title_fr"], "a choice stays as it was decided upon")],
        shown: Shown::Not("who stood is told with the election"),
        pointing: &[(
            "member_id",
            Leaving::Stays("a name stays on the paper on which it stood"),
            Merging::Stays("what a vote asks stays as it was when it opened"),
        )],
        ..Table::named("choices")
    },
    Table {
        texts: &[Texts::lasting(&["before", "after"], "what a vote said, and says since, stays as everybody was told")],
        shown: Shown::Not("who corrected a text is told in what they did"),
        pointing: &[
            ("proposed_by", Leaving::Stays("who proposed it"), OF_ACCOUNT),
            ("settled_by", Leaving::Stays("who confirmed it or did not"), OF_ACCOUNT),
        ],
        ..Table::named("corrections")
    },
    Table {
        texts: &[Texts::codes(&["disputed"])],
        shown: Shown::Not("who announced a vote and who prepared its urn is told in what they did"),
        pointing: &[
            ("announced_by", Leaving::Stays("who announced it"), OF_ACCOUNT),
            ("prepared_by", Leaving::Stays("who prepared it"), OF_ACCOUNT),
        ],
        ..Table::named("urns")
    },
    Table {
        shown: Shown::In(&[Part::new(
            "urns",
            "p.title_en, p.title_fr, s.taken_at",
            "{rows} s join polls p on p.id = s.poll_id order by p.id",
        )]),
        pointing: &[("member_id", Leaving::Stays("who can open an urn"), Merging::Moves)],
        ..Table::about("scrutineers", "member_id = {member}")
    },
    Table {
        texts: &[Texts::rewritten(&["says", "answer"])],
        shown: Shown::In(&[Part::new(
            "appeals",
            "p.title_en, p.title_fr, a.received_at, a.kind as trouble, a.says, a.status, a.answer as appeal_answer, a.answered_at",
            "{rows} a join polls p on p.id = a.poll_id order by p.id, a.number",
        )
        .codes(&[("trouble", "appeal-kind-"), ("status", "appeal-status-")])]),
        pointing: &[
            ("member_id", Leaving::Stays("who contested a result"), Merging::Moves),
            ("answered_by", Leaving::Stays("who answered"), OF_ACCOUNT),
        ],
        ..Table::about("appeals", "member_id = {member}")
    },
    Table { shown: Shown::Not("stands with the roll"), ..Table::named("urn_contents") },
    Table {
        shown: Shown::In(&[Part::new(
            "booths",
            "p.title_en, p.title_fr, b.made_at",
            "{rows} b join polls p on p.id = b.poll_id order by p.id",
        )]),
        pointing: &[
            ("member_id", Leaving::Stays("who was helped to vote"), Merging::Stays("a code is good for an hour")),
            ("made_by", Leaving::Stays("who helped"), OF_ACCOUNT),
        ],
        ..Table::about("booths", "member_id = {member}")
    },
    Table {
        shown: Shown::In(&[Part::new(
            "papers",
            "p.title_en, p.title_fr, v.papers, v.handed_at",
            "{rows} v join polls p on p.id = v.poll_id order by p.id",
        )]),
        pointing: &[
            ("member_id", Leaving::Stays("whoever has a paper may still put it into the box"), Merging::ByVerb),
            ("handed_by", Leaving::Stays("who handed it out"), OF_ACCOUNT),
        ],
        ..Table::about("paper_voters", "member_id = {member}")
    },
    Table {
        shown: Shown::Not("who read papers and signed for them is told in what they did"),
        pointing: &[
            ("read_first_by", Leaving::Stays("who read the papers"), OF_ACCOUNT),
            ("read_second_by", Leaving::Stays("who read the papers"), OF_ACCOUNT),
            ("signed_first_by", Leaving::Stays("who signed for the papers"), OF_ACCOUNT),
            ("signed_second_by", Leaving::Stays("who signed for the papers"), OF_ACCOUNT),
        ],
        ..Table::named("ballot_boxes")
    },
    Table {
        texts: &[Texts::codes(&["answers"])],
        shown: Shown::Not("nothing leads from a person to a paper"),
        ..Table::named("paper_ballots")
    },
    Table {
        texts: &[Texts::codes(&["code", "answers"])],
        shown: Shown::Not("nothing leads from a person to what is in an urn"),
        ..Table::named("opened_ballots")
    },
    Table {
        texts: &[Texts::rewritten(&["name"])],
        shown: Shown::Not("who asked a guest is told in what they did, and a guest is nobody in the register"),
        pointing: &[("invited_by", Leaving::Stays("who asked them"), OF_ACCOUNT)],
        ..Table::named("guests")
    },
    Table { texts: &[Texts::codes(&["answers"]), Texts::rewritten(&["reason"])], ..Table::named("guest_answers") },
    Table {
        texts: &[Texts::nameless(&["outcome", "plain"], "figures, and the names of choices as they stand on the paper")],
        ..Table::named("results")
    },
    Table {
        texts: &[Texts::rewritten(&["name_en", "name_fr", "holds"])],
        shown: Shown::Not("who kept a template is told in what they did"),
        pointing: &[("kept_by", Leaving::Stays("who kept it"), OF_ACCOUNT)],
        ..Table::named("poll_templates")
    },
];
