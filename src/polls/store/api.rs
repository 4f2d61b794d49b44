//! What the API shows of votes: one query a list.

use diesel::prelude::*;

use crate::files;
use crate::platform::error::Result;
use crate::platform::sql::sql;
use crate::polls::api::Poll;
use crate::polls::slice;

/// Polls behind the id `after`, or the one of this id. The figures of a result leave only when the poll is closed.
pub fn list(conn: &mut PgConnection, id: Option<i64>, after: i64, limit: i64) -> Result<Vec<Poll>> {
    let files = files::described(slice::POLL.word, "p.id", "'/api/v1/polls/' || p.id || '/files/'");
    Ok(sql(format!(
        "select p.id, p.title_en, p.title_fr, p.details_en, p.details_fr, p.cost, p.pros_en, p.pros_fr, p.cons_en, p.cons_fr, p.status, p.binding, p.shows, p.quorum_percent, p.quorum_of, p.second_call_of, \
           p.opens_at, p.closes_at, p.roll_size, case when p.roll_size is not null then turnout(p.id)::bigint end as turnout, \
           coalesce((select jsonb_agg(jsonb_build_object('number', q.number, 'title_en', q.title_en, 'title_fr', q.title_fr, \
             'method', q.method, 'seats', q.seats, 'special', q.special, 'majority_num', q.majority_num, \
             'majority_den', q.majority_den, 'abstentions_count', q.abstentions_count, 'choices', \
             coalesce((select jsonb_agg(jsonb_build_object('number', c.number, 'title_en', c.title_en, 'title_fr', c.title_fr, \
               'cost', c.cost, 'day', c.day, 'hour', c.hour, 'withdrawn_at', c.withdrawn_at) order by c.number) from choices c \
               where c.poll_id = q.poll_id and c.question = q.number), '[]'::jsonb)) order by q.number) \
             from questions q where q.poll_id = p.id), '[]') as questions, \
           coalesce((select jsonb_agg(jsonb_build_object('question', r.question, 'number', r.number, 'verdict', r.verdict, \
             'chosen', r.outcome->'elected', 'voted', r.voted, 'quorum_needed', r.quorum_needed, 'decided_at', r.decided_at, \
             'set_aside', jsonb_build_object('blank', coalesce(r.outcome->'blank', '0'), 'abstentions', coalesce(r.outcome->'abstentions', '0'), 'skipped', r.skipped, \
               'exhausted', coalesce((select jsonb_agg(x.round->'exhausted'->'value' order by x.at) \
                 from jsonb_array_elements(r.outcome->'rounds') with ordinality x(round, at)), '[]'))) \
             order by r.question) from results r where r.poll_id = p.id and p.status = 'closed'), '[]') as results, \
           coalesce((select jsonb_agg(jsonb_build_object('question', x.question, 'choice', x.choice, 'field', x.field, \
             'language', x.language, 'before', x.before, 'after', x.after, 'corrected_at', x.settled_at, \
             'proposed_by', coalesce((select a.name from account_holders a where a.id = x.proposed_by), ''), \
             'confirmed_by', coalesce((select a.name from account_holders a where a.id = x.settled_by), '')) order by x.number) \
             from corrections x where x.poll_id = p.id and x.outcome = 'made'), '[]') as corrections, {files} \
         from polls p where p.id > $1 and p.status <> 'draft' and ($2 is null or p.id = $2) order by p.id limit $3",
    ))
    .bind((after, id, limit))
    .load(conn)?)
}
