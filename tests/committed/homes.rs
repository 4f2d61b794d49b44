//! Two persons of one home at the same moment, where whoever casts first votes for the home.

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;

use crate::backup::{cluster, connected};
use crate::support::{Folder, Person, Server};
use crate::{ISABELLE, POLL, VALERIE};

#[derive(QueryableByName)]
struct Cast {
    #[diesel(sql_type = diesel::sql_types::Text)]
    email: String,
    #[diesel(sql_type = diesel::sql_types::Text)]
    answer: String,
}

/// Both are of one home from the opening on, and nobody of it has voted: past the triggers, which keep an open vote as it opened.
fn of_one_home(conn: &mut PgConnection) {
    let both = format!("(select member_id from account_holders where email in ('{ISABELLE}', '{VALERIE}'))");
    conn.batch_execute(&format!(
        "set session_replication_role = replica; \
         delete from reasons where poll_id = 8 and member_id in {both}; \
         delete from open_ballots where poll_id = 8 and member_id in {both}; \
         update polls set vote_of = 'home_first' where id = 8; \
         update roll set unit_id = (select min(id) from units) where poll_id = 8 and member_id in {both}; \
         set session_replication_role = origin"
    ))
    .expect("a home");
}

fn ballots(conn: &mut PgConnection) -> Vec<Cast> {
    let sql = format!(
        "select h.email, b.answers[1] as answer from open_ballots b join account_holders h on h.member_id = b.member_id \
         where b.poll_id = 8 and h.email in ('{ISABELLE}', '{VALERIE}')"
    );
    diesel::sql_query(sql).load(conn).expect("ballots")
}

#[test]
fn two_of_one_home_cast_at_once_and_one_votes_for_both() {
    let folder = Folder::new("home");
    let server = Server::start(&folder, "demo");
    let cluster = cluster(&folder);
    let mut conn = connected(&cluster.owner_url("cooperator_demo"));
    let people =
        [(ISABELLE, "for"), (VALERIE, "against")].map(|(email, side)| (Person::of_demo(&server, email), email, side));
    for round in 0..5 {
        of_one_home(&mut conn);
        let tokens = people.each_ref().map(|(person, ..)| person.token(POLL));
        let statuses: Vec<(usize, u16)> = std::thread::scope(|scope| {
            let casting: Vec<_> = (0..16)
                .map(|number| {
                    let ((person, _, side), token) = (&people[number % 2], tokens[number % 2].clone());
                    scope.spawn(move || {
                        let reply = person.try_post(&format!("{POLL}/ballots"), &token, &[("q1", side)]);
                        (number % 2, reply.expect("an answer").status)
                    })
                })
                .collect();
            casting.into_iter().map(|one| one.join().expect("no panic")).collect()
        });
        let cast = ballots(&mut conn);
        assert_eq!(cast.len(), 1, "round {round}: one ballot a home, {statuses:?}");
        for (at, (person, email, side)) in people.iter().enumerate() {
            let page = person.get(POLL).body;
            let said: Vec<u16> = statuses.iter().filter(|(who, _)| *who == at).map(|(_, status)| *status).collect();
            if *email == cast[0].email {
                assert_eq!(cast[0].answer, *side, "round {round}");
                assert!(said.contains(&200) && !said.contains(&409), "round {round}: {said:?}");
                assert!(page.contains("Change my vote"), "round {round}: who cast can change it");
            } else {
                assert!(!said.contains(&200) && said.contains(&409), "round {round}: {said:?}");
                assert!(page.contains("voted for your home"), "round {round}: the other one is told who did");
            }
        }
    }
    drop(conn);
    assert!(server.stop().success());
    cluster.stop().expect("it stops");
}
