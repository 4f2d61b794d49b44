//! What the office should look at of the votes; and rows with which tests hold the tables of votes to what is declared of them.

use crate::platform::slice::Attention;
use crate::policy::Permission;
use crate::polls::store;

pub const ATTENTION: &[Attention] = &[
    Attention {
        name: "votes-missed",
        href: "/polls",
        permission: Permission::PollsManage,
        select: store::MISSED,
        bad: true,
    },
    Attention {
        name: "urns",
        href: "/polls",
        permission: Permission::PollsManage,
        select: store::urns::WAITING,
        bad: true,
    },
    Attention {
        name: "papers",
        href: "/polls",
        permission: Permission::PollsManage,
        select: store::ballot_box::TO_COUNT,
        bad: true,
    },
    Attention {
        name: "votes-contested",
        href: "/polls",
        permission: Permission::PollsManage,
        select: store::appeals::OPEN,
        bad: false,
    },
    Attention {
        name: "corrections",
        href: "/polls",
        permission: Permission::PollsManage,
        select: store::corrections::TO_CONFIRM,
        bad: false,
    },
    Attention {
        name: "votes-short",
        href: "/polls",
        permission: Permission::PollsManage,
        select: store::SHORT,
        bad: false,
    },
];

#[cfg(test)]
pub const ROWS: &[&str] = &[
    "insert into polls (title_en, title_fr, shows, secrecy, status, quorum_percent, opens_at, closes_at) \
       values ('x', 'x', 'closed', 'list', 'scheduled', 0, now(), now() + interval '1 day')",
    "insert into roll (poll_id, member_id) select p.id, min(m.id) from polls p, members m where p.secrecy = 'list' group by 1",
    "insert into urns (poll_id, announced_by) select p.id, min(a.id) from polls p, accounts a where p.secrecy = 'list' group by 1",
    "update polls set status = 'open', roll_size = 1, quorum_roll = 1, opened_at = now() where secrecy = 'list'",
    "insert into scrutineers (poll_id, member_id) select u.poll_id, min(m.id) from urns u, members m group by 1",
    "insert into urn_contents (poll_id) select poll_id from urns",
    "insert into appeals (poll_id, number, member_id, kind, says, received_at, status, answer, answered_by, answered_at) \
       select min(p.id), 1, min(m.id), 'other', 'x', now(), 'dismissed', 'x', min(a.id), now() from polls p, members m, accounts a",
    "insert into opened_ballots (poll_id, code, answers) select poll_id, 'x', '{for}' from urns",
    "insert into paper_voters (poll_id, member_id, papers, handed_by, handed_at) \
       select u.poll_id, min(m.id), 1, min(a.id), now() from urns u, members m, accounts a group by 1",
    "insert into booths (poll_id, member_id, code_hash, made_by, made_at, until) select u.poll_id, min(m.id), sha256('x'), min(a.id), now(), now() \
       from urns u, members m, accounts a group by 1",
    "insert into ballot_boxes (poll_id) select poll_id from urns",
    "insert into paper_ballots (poll_id, reading, number, answers) select poll_id, 1, 1, '{for}' from urns",
    "insert into corrections (poll_id, number, field, language, before, after, proposed_by, proposed_at) \
       select min(p.id), 1, 'title', 'both', 'x', 'y', min(a.id), now() from polls p, accounts a",
    "insert into guests (poll_id, number, name, token_hash, invited_by, invited_at) \
       select min(p.id), 1, 'x', '\\x01', min(a.id), now() from polls p, accounts a",
    "insert into guest_answers (poll_id, number, answers, reason, cast_at) select poll_id, number, '{for}', 'x', now() from guests",
    "insert into poll_templates (name_en, name_fr, holds, kept_by, kept_at) select 'x', 'x', '{}', id, now() from accounts",
];
