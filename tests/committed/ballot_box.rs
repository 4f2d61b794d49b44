//! One roll for paper and online: whoever tries both at once has one vote.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::backup::{cluster, connected};
use crate::secret::{URN, looked};
use crate::support::{Folder, Person, Server};
use crate::{ISABELLE, JOAN};

#[derive(QueryableByName)]
struct Stand {
    #[diesel(sql_type = BigInt)]
    voted: i64,
    #[diesel(sql_type = BigInt)]
    sealed: i64,
    #[diesel(sql_type = BigInt)]
    papers: i64,
    #[diesel(sql_type = BigInt)]
    member: i64,
}

fn stand(conn: &mut PgConnection) -> Stand {
    diesel::sql_query(
        "select cardinality(c.voted)::bigint as voted, cardinality(c.sealed)::bigint as sealed, \
           (select count(*) from paper_voters) as papers, (select a.member_id from accounts a where a.address = $1) as member \
         from urn_contents c where c.poll_id = 26",
    )
    .bind::<diesel::sql_types::Text, _>(ISABELLE)
    .get_result(conn)
    .expect("an urn")
}

#[test]
fn thirty_two_tries_on_paper_and_online_are_one_vote() {
    let folder = Folder::new("stand-off");
    let server = Server::start(&folder, "demo");
    let mut owner = connected(&cluster(&folder).owner_url("cooperator_demo"));
    let (isabelle, joan) = (Person::of_demo(&server, ISABELLE), Person::of_demo(&server, JOAN));
    let paper = format!("{URN}/paper");
    let before = stand(&mut owner);
    let member = before.member.to_string();
    let (token, desk) = (isabelle.token(URN), joan.token(&paper));
    let looks: Vec<_> = (0..16).map(|_| looked(&isabelle, "1")).collect();
    std::thread::scope(|scope| {
        for look in &looks {
            let (isabelle, token) = (isabelle.clone(), token.clone());
            scope.spawn(move || {
                let fields: Vec<(&str, &str)> =
                    look.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                let reply = isabelle.try_post(&format!("{URN}/urn/ballots"), &token, &fields).expect("an answer");
                assert!([200, 503].contains(&reply.status), "{}: {}", reply.status, reply.body);
            });
            let (joan, desk, paper, member) = (joan.clone(), desk.clone(), paper.clone(), member.clone());
            scope.spawn(move || {
                let fields = [("paper_voter", member.as_str())];
                let reply = joan.try_post(&paper, &desk, &fields).expect("an answer");
                assert!([200, 409, 422, 503].contains(&reply.status), "{}: {}", reply.status, reply.body);
            });
        }
    });
    let after = stand(&mut owner);
    let (online, papers) = (after.sealed - before.sealed, after.papers - before.papers);
    assert_eq!((after.voted - before.voted, online + papers), (1, 1), "{online} online and {papers} on paper");
}
