//! What a bundle is made of beside the vote itself, in one query.

use diesel::prelude::*;
use diesel::sql_types::{Jsonb, Nullable};
use serde::Deserialize;

use crate::platform::error::Result;
use crate::platform::events::Link;
use crate::platform::sql::{Gathered, sql};
use crate::polls::Register;
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

/// A row of the register; the first one has the ballots and the chain.
#[derive(QueryableByName)]
struct Found {
    #[diesel(embed)]
    register: Register,
    #[diesel(sql_type = Nullable<Jsonb>)]
    parts: Option<Gathered<Vec<Part>>>,
    #[diesel(sql_type = Nullable<Jsonb>)]
    links: Option<Gathered<Vec<Linked>>>,
}

#[derive(Default)]
pub struct Material {
    /// One a question, in order; none before the close.
    pub registers: Vec<Register>,
    /// The ballots of each question by what they answer, without names; none as long as there are no links.
    pub piles: Vec<Vec<Pile>>,
    /// From the event before the opening to the close; none until both have their places in the chain.
    pub links: Vec<Linked>,
}

/// What was counted of a vote; and once its close has its place in the chain, its ballots and the chain from its opening on. More links
/// than any vote has are none.
pub fn material(conn: &mut PgConnection, id: i64, questions: usize) -> Result<Material> {
    let rows: Vec<Found> = sql(
        "select r.*, case when r.question = 1 and ends.closing is not null then coalesce((select jsonb_agg(to_jsonb(x)) from (select q.number as question, \
               b.answers[q.number] as answer, count(*) as ballots, sum(b.weight)::bigint as weight, 0 as skipped \
             from counting_ballots($1) b cross join generate_series(1, $2) q(number) group by 1, 2) x), '[]') end as parts, \
           case when r.question = 1 then coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, \
               'subject_kind', e.subject_kind, 'subject_id', e.subject_id, \
               'seals', e.detail -> 'seals', 'rest', encode(e.rest, 'hex'), 'hash', encode(e.hash, 'hex')) order by e.position) \
             from events e where e.position between ends.opening - 1 and ends.closing and ends.closing - ends.opening < 1000000), '[]') end as links \
         from results r cross join (select (select e.position from events e where e.subject_kind = 'poll' and e.subject_id = $1 \
               and e.kind = 'poll.opened' order by e.id limit 1) as opening, \
             (select e.position from events e where e.subject_kind = 'poll' and e.subject_id = $1 and e.kind = 'poll.closed' \
               order by e.id limit 1) as closing) ends \
         where r.poll_id = $1 order by r.question limit 100",
    )
    .bind((id, questions as i32))
    .load(conn)?;
    let mut material = Material { piles: vec![Vec::new(); questions], ..Material::default() };
    for row in rows {
        material.registers.push(row.register);
        material.links.extend(row.links.into_iter().flat_map(|links| links.0));
        for part in row.parts.into_iter().flat_map(|parts| parts.0) {
            if let Some(piles) = usize::try_from(part.question - 1).ok().and_then(|at| material.piles.get_mut(at)) {
                piles.push(part.pile);
            }
        }
    }
    Ok(material)
}
