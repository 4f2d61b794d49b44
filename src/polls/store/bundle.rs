//! What a bundle is made of beside the vote itself, in one query.

use diesel::prelude::*;
use serde::Deserialize;

use crate::platform::error::Result;
use crate::platform::events::Link;
use crate::platform::sql::{Gathered, row, sql};
use crate::polls::rules::Pile;

/// An event with what its hash covers.
#[derive(Debug, Clone, Deserialize)]
pub struct Linked {
    #[serde(flatten)]
    pub link: Link,
    /// In hexadecimal.
    pub hash: String,
}

#[derive(Deserialize)]
struct Part {
    question: i32,
    #[serde(flatten)]
    pile: Pile,
}

row! {
    struct Found {
        parts: Gathered<Vec<Part>>,
        links: Gathered<Vec<Linked>>,
    }
}

pub struct Material {
    /// The ballots of each question by what they answer, without names.
    pub piles: Vec<Vec<Pile>>,
    /// From the event before the opening to the close; none until both have their places in the chain.
    pub links: Vec<Linked>,
}

/// The ballots of a vote that was counted, and the chain from its opening to its close. More links than any vote has are none.
pub fn material(conn: &mut PgConnection, id: i64, questions: usize) -> Result<Material> {
    let found: Found = sql(
        "select coalesce((select jsonb_agg(to_jsonb(x)) from (select q.number as question, b.answers[q.number] as answer, \
               count(*) as ballots, sum(b.weight)::bigint as weight, 0 as skipped \
             from counting_ballots($1) b cross join generate_series(1, $2) q(number) \
             where exists (select from results r where r.poll_id = $1) group by 1, 2) x), '[]') as parts, \
           coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'subject_kind', e.subject_kind, 'subject_id', e.subject_id, \
               'seals', e.detail -> 'seals', 'rest', encode(e.rest, 'hex'), 'hash', encode(e.hash, 'hex')) order by e.position) \
             from events e where e.position between ends.opening - 1 and ends.closing and ends.closing - ends.opening < 1000000), '[]') as links \
         from (select (select e.position from events e where e.subject_kind = 'poll' and e.subject_id = $1 and e.kind = 'poll.opened' \
               order by e.id limit 1) as opening, \
             (select e.position from events e where e.subject_kind = 'poll' and e.subject_id = $1 and e.kind = 'poll.closed' \
               order by e.id limit 1) as closing) ends",
    )
    .bind((id, questions as i32))
    .get_result(conn)?;
    let mut piles = vec![Vec::new(); questions];
    for part in found.parts.0 {
        if let Some(piles) = usize::try_from(part.question - 1).ok().and_then(|at| piles.get_mut(at)) {
            piles.push(part.pile);
        }
    }
    Ok(Material { piles, links: found.links.0 })
}
