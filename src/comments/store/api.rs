//! What the API shows of comments: one query a list.

use diesel::prelude::*;

use crate::comments::Thing;
use crate::comments::api::Comment;
use crate::platform::error::Result;
use crate::platform::sql::sql;

/// Comments on a thing behind the id `after`.
pub fn list(conn: &mut PgConnection, thing: &Thing, after: i64, limit: i64) -> Result<Vec<Comment>> {
    Ok(sql("select c.id, c.reply_to, coalesce(m.name, a.name, '') as author, c.member_id, \
           case when c.hidden_at is null then c.text else '' end as text, \
           case when c.taken_back_at is not null then 'taken_back' when c.hidden_at is not null then 'hidden' else 'shown' end as state, \
           c.written_at, c.edited_at \
         from comments c join account_holders a on a.id = c.account_id left join members m on m.id = c.member_id \
         where c.about = $1 and c.about_id = $2 and c.id > $3 order by c.id limit $4")
    .bind((thing.about(), thing.id, after, limit))
    .load(conn)?)
}
