//! The queries of who hears of a task.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

/// Somebody wants to hear of a task from now on, or not to. Whether they had not said so before.
pub fn follow(conn: &mut PgConnection, task: i64, member: i64, follows: bool) -> Result<bool> {
    let changed = sql("insert into task_followings as f (task_id, member_id, follows) values ($1, $2, $3) \
         on conflict (coop_id, task_id, member_id) do update set follows = excluded.follows where f.follows <> excluded.follows")
    .bind((task, member, follows))
    .execute(conn)?;
    Ok(changed == 1)
}

/// The members who hear of what is said of a task on a day: who has it and who follows it, but for who does not want to.
pub fn followers(conn: &mut PgConnection, task: i64, day: NaiveDate) -> Result<Vec<i64>> {
    row! {
        struct Word {
            member_id: i64,
            follows: bool,
        }
    }
    let mut all = super::people(conn, task, day)?;
    let words: Vec<Word> =
        sql("select member_id, follows from task_followings where task_id = $1 order by member_id limit 1000")
            .bind(task)
            .load(conn)?;
    for Word { member_id, follows } in words {
        all.retain(|member| *member != member_id);
        if follows {
            all.push(member_id);
        }
    }
    Ok(all)
}

/// The members who do not want to hear of a task.
pub fn mute(conn: &mut PgConnection, task: i64) -> Result<Vec<i64>> {
    row! {
        struct Person {
            member_id: i64,
        }
    }
    let all: Vec<Person> = sql("select member_id from task_followings where task_id = $1 and not follows limit 1000")
        .bind(task)
        .load(conn)?;
    Ok(all.into_iter().map(|person| person.member_id).collect())
}

/// The members who hear that a task is done: who wrote it and who follows it, but for who does not want to. Who has it knows.
pub fn wait_for_it(conn: &mut PgConnection, task: i64) -> Result<Vec<i64>> {
    row! {
        struct Person {
            member_id: i64,
        }
    }
    let all: Vec<Person> = sql("select a.member_id from tasks t join accounts a on a.id = t.created_by \
           where t.id = $1 and a.member_id is not null and not exists (select from task_followings f \
             where f.task_id = t.id and f.member_id = a.member_id and not f.follows) \
         union select f.member_id from task_followings f where f.task_id = $1 and f.follows order by 1 limit 1000")
    .bind(task)
    .load(conn)?;
    Ok(all.into_iter().map(|person| person.member_id).collect())
}
