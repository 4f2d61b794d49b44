//! Locks that somebody holds on to: a table, a vote.

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;

use crate::asks::{Paper, SAFE, UNSAVED, at_once, get};
use crate::support::until;
use crate::world::{Demo, POLL, Test, count, owner};

/// A lock of somebody else, held until it is dropped.
pub struct Held(PgConnection);

impl Held {
    /// Nobody else reads or writes the table.
    pub fn table(demo: &Demo, table: &str) -> Self {
        Self::by(demo, &format!("lock table {table} in access exclusive mode"))
    }

    /// Nobody else changes the row, or refers to it.
    pub fn row(demo: &Demo, table: &str, id: i64) -> Self {
        Self::by(demo, &format!("select 1 from {table} where id = {id} for update"))
    }

    /// The lock that whoever closes a vote takes: nobody casts meanwhile.
    pub fn vote(demo: &Demo, id: i64) -> Self {
        let coop = "select set_config('app.coop_id', min(coop_id)::text, true) from coops";
        let lock = format!("hashtextextended('poll/' || current_coop() || '/' || {id}, 0)");
        Self::by(demo, &format!("{coop}; select pg_advisory_xact_lock({lock})"))
    }

    fn by(demo: &Demo, sql: &str) -> Self {
        let mut conn = owner(&demo.folder);
        conn.batch_execute(&format!("begin; {sql}")).expect("a lock");
        Self(conn)
    }

    /// What was done is committed, and others go on.
    fn commit(mut self) {
        self.0.batch_execute("commit").expect("committed");
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let _ = self.0.batch_execute("rollback");
    }
}

#[test]
fn forty_at_once_before_a_locked_table_all_hear_in_time() {
    let test = Test::of("locked");
    let demo = Demo::start(&test, "locked");
    let held = Held::table(&demo, "members");
    std::thread::scope(|scope| {
        let ready = scope.spawn(|| at_once(2, |_| get(&demo.joan, "/readyz")));
        at_once(40, |number| get(&demo.joan, &format!("/members?q=b{number}")))
            .iter()
            .for_each(|heard| heard.is_busy(SAFE));
        ready.join().expect("answers").iter().for_each(|heard| heard.is_prompt(200));
    });
    // Who comes after them is not kept by those who gave up.
    get(&demo.joan, "/members?q=after").is_busy(SAFE);
    drop(held);
    demo.is_well();
}

#[test]
fn a_vote_that_is_held_is_cast_afterwards_and_once() {
    let test = Test::of("vote");
    let demo = Demo::start(&test, "vote");
    let mut database = owner(&demo.folder);
    let mut voted = || count(&mut database, "select count(*) from open_ballots where poll_id = 8 and $1 = ''", "");
    let (before, paper) = (voted(), Paper::of(&demo.isabelle, POLL));
    let held = Held::vote(&demo, 8);
    at_once(3, |_| paper.cast("for")).iter().for_each(|heard| heard.is_busy(UNSAVED));
    assert_eq!(voted(), before);
    drop(held);
    at_once(3, |_| paper.cast("for")).iter().for_each(|heard| assert_eq!(heard.status, 303, "{}", heard.said()));
    assert_eq!(voted(), before + 1);
    // Who changes it saw the one before. Casting does not touch the row of the vote, so whoever holds that holds up nobody.
    let held = Held::row(&demo, "polls", 8);
    let heard = Paper::of(&demo.isabelle, POLL).cast("against");
    assert_eq!(heard.status, 303, "{}", heard.said());
    assert_eq!(voted(), before + 1);
    drop(held);
}

/// The phone that sends twice: the second ballot waits for the first in the middle of its statement, which began before it.
#[test]
fn the_same_ballot_that_waited_for_the_first_is_no_older_one() {
    let test = Test::of("twice");
    let demo = Demo::start(&test, "twice");
    let mut database = owner(&demo.folder);
    let paper = Paper::of(&demo.isabelle, POLL);
    let first = |choice: &str| {
        Held::by(
            &demo,
            &format!(
                "insert into open_ballots (coop_id, poll_id, member_id, answers, cast_at) \
                   select coop_id, 8, id, '{{{choice}}}', clock_timestamp() from members where email = 'isabelle.macdonald@example.org' \
                 on conflict (coop_id, poll_id, member_id) do update set answers = excluded.answers, cast_at = excluded.cast_at"
            ),
        )
    };
    let mut after = |choice: &str, second: &str| {
        let held = first(choice);
        std::thread::scope(|scope| {
            let cast = scope.spawn(|| paper.cast(second));
            let waits = "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%open_ballots%' and $1 = ''";
            until("the second ballot waits", || count(&mut database, waits, "") == 1);
            held.commit();
            cast.join().expect("an answer").status
        })
    };
    assert_eq!(after("for", "for"), 303, "it says the same");
    assert_eq!(after("abstain", "against"), 409, "somebody voted otherwise since");
    assert_eq!(after("against", "against"), 303, "it says the same as what came in between");
}
