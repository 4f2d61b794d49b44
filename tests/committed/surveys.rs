//! Answers to a survey with real commits: many of one person at once are one, and none writes a row anywhere else.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer};

use crate::ISABELLE;
use crate::backup::{cluster, connected};
use crate::support::{Folder, Person, Server};

/// The survey of the demo co-op that is open.
const SURVEY: &str = "/surveys/2";
const DATABASE: &str = "cooperator_demo";

#[derive(QueryableByName, Debug, PartialEq, Eq)]
struct Content {
    #[diesel(sql_type = Integer)]
    sealed: i32,
    #[diesel(sql_type = Integer)]
    people: i32,
    #[diesel(sql_type = Integer)]
    lengths: i32,
}

#[derive(QueryableByName)]
struct Rows {
    #[diesel(sql_type = BigInt)]
    rows: i64,
}

fn content(conn: &mut PgConnection) -> Content {
    diesel::sql_query(
        "select cardinality(sealed) as sealed, cardinality(people) as people, \
           (select count(distinct octet_length(s))::int from unnest(sealed) s) as lengths \
         from survey_contents where survey_id = 2",
    )
    .get_result(conn)
    .expect("answers")
}

/// How many rows there are where a request could leave something behind.
fn rows(conn: &mut PgConnection) -> i64 {
    let tables = ["events where kind like 'survey.%'", "submissions", "drafts", "survey_roll", "survey_comments"];
    let counts: Vec<String> = tables.iter().map(|table| format!("(select count(*) from {table})")).collect();
    let row: Rows = diesel::sql_query(format!("select {} as rows", counts.join(" + "))).get_result(conn).expect("rows");
    row.rows
}

#[test]
fn sixteen_answers_of_one_person_at_once_are_one() {
    let folder = Folder::new("survey-answers");
    let server = Server::start(&folder, "demo");
    let cluster = cluster(&folder);
    let mut owner = connected(&cluster.owner_url(DATABASE));
    let isabelle = Person::of_demo(&server, ISABELLE);
    let token = isabelle.token(SURVEY);
    let (before, there) = (content(&mut owner), rows(&mut owner));
    std::thread::scope(|scope| {
        for nth in 0..16 {
            let (isabelle, token) = (isabelle.clone(), token.clone());
            scope.spawn(move || {
                let fields = [("q1", ["1", "3", "5"][nth % 3]), ("q6", "At once")];
                let reply = isabelle.try_post(&format!("{SURVEY}/answers"), &token, &fields).expect("an answer");
                assert!([200, 303, 503].contains(&reply.status), "{}: {}", reply.status, reply.body);
            });
        }
    });
    let after = content(&mut owner);
    assert_eq!((after.sealed, after.people, after.lengths), (before.sealed + 1, before.people + 1, 1));
    assert_eq!(rows(&mut owner), there, "an answer is one row, and that was there");
    assert!(isabelle.get(SURVEY).body.contains("You have answered"));
}
