//! What the API shows of votes: one query a list.

use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::sql;
use crate::polls::api::Poll;

/// Polls behind the id `after`, or the one of this id. The figures of a result leave only when the poll is closed.
pub fn list(conn: &mut PgConnection, id: Option<i64>, after: i64, limit: i64) -> Result<Vec<Poll>> {
    Ok(sql(
        "select p.id, p.title_en, p.title_fr, p.details_en, p.details_fr, p.status, jsonb_build_object('special', p.special, \
             'majority_num', p.majority_num, 'majority_den', p.majority_den, 'abstentions_count', p.abstentions_count, \
             'quorum_percent', p.quorum_percent) as rule, p.opens_at, p.closes_at, p.roll_size, \
           case when p.roll_size is not null then turnout(p.id)::bigint end as turnout, \
           coalesce((select jsonb_build_object('number', r.number, 'for', r.for_count, 'against', r.against_count, \
             'abstain', r.abstain_count, 'quorum_needed', r.quorum_needed, 'outcome', r.outcome, 'decided_at', r.decided_at) \
             from results r where r.poll_id = p.id and p.status = 'closed'), 'null') as result \
         from polls p where p.id > $1 and ($2 is null or p.id = $2) order by p.id limit $3",
    )
    .bind((after, id, limit))
    .load(conn)?)
}
