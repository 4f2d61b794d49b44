//! Secret ballots with real commits: many casts of one person at once are one, what was acknowledged survives, and a database that was put back
//! to an earlier day is found out.

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Binary};

use crate::backup::{cluster, connected};
use crate::support::{Folder, Person, Server};
use crate::{ISABELLE, JOAN, VALERIE};

/// The secret vote of the demo co-op that is open.
pub const URN: &str = "/polls/26";
const DATABASE: &str = "cooperator_demo";
#[derive(QueryableByName)]
struct Urn {
    #[diesel(sql_type = Array<Binary>)]
    sealed: Vec<Vec<u8>>,
    #[diesel(sql_type = Array<BigInt>)]
    voted: Vec<i64>,
}

fn urn(conn: &mut PgConnection) -> Urn {
    diesel::sql_query("select sealed, voted from urn_contents where poll_id = 26").get_result(conn).expect("an urn")
}

/// A look at a ballot, as fields to cast it with.
pub fn looked(person: &Person, choice: &str) -> Vec<(String, String)> {
    let page = person.post(&format!("{URN}/urn/ballots"), URN, &[("q1", choice)]);
    assert_eq!(page.status, 200, "{}", page.body);
    fields(&page.body)
}

/// What the page sends on which one looks at a ballot.
pub fn fields(body: &str) -> Vec<(String, String)> {
    let field = |part: &str| {
        let (name, rest) = part.split_once("\" value=\"")?;
        Some((name.to_owned(), rest.split_once('"')?.0.to_owned()))
    };
    let fields = body.split("<input type=\"hidden\" name=\"").skip(1).filter_map(field);
    fields.filter(|(name, _)| name != "form_token").chain([("checked".to_owned(), "1".to_owned())]).collect()
}

#[test]
fn thirty_two_secret_casts_at_once_are_one_and_it_survives_a_kill() {
    let folder = Folder::new("secret-casts");
    let mut server = Server::start(&folder, "demo");
    let cluster = cluster(&folder);
    let mut owner = connected(&cluster.owner_url(DATABASE));
    let isabelle = Person::of_demo(&server, ISABELLE);
    let before = urn(&mut owner);
    let token = isabelle.token(URN);
    let looks: Vec<_> = (0..32).map(|nth| looked(&isabelle, ["1", "2", "3"][nth % 3])).collect();
    std::thread::scope(|scope| {
        for look in &looks {
            let (isabelle, token) = (isabelle.clone(), token.clone());
            scope.spawn(move || {
                let fields: Vec<(&str, &str)> =
                    look.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                let reply = isabelle.try_post(&format!("{URN}/urn/ballots"), &token, &fields).expect("an answer");
                assert!([200, 503].contains(&reply.status), "{}: {}", reply.status, reply.body);
            });
        }
    });
    server.kill();
    let after = urn(&mut owner);
    assert_eq!((after.sealed.len(), after.voted.len()), (before.sealed.len() + 1, before.voted.len() + 1));
    // It goes on as if nothing had happened, and is counted whole.
    let server = Server::start(&folder, "demo");
    let isabelle = Person::of_demo(&server, ISABELLE);
    assert!(isabelle.get(URN).body.contains("Your ballot is in the urn"));
    let valerie = Person::of_demo(&server, VALERIE);
    let fields = looked(&valerie, "2");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert!(valerie.post(&format!("{URN}/urn/ballots"), URN, &fields).body.contains("Your ballot is in the urn"));
    let joan = Person::of_demo(&server, JOAN);
    let result = joan.post(&format!("{URN}/closing"), &format!("{URN}/closing"), &[]);
    assert_eq!(result.status, 200);
    let list = valerie.get(&format!("{URN}/list")).body;
    let code = &fields.iter().find(|(name, _)| *name == "code").expect("a code").1;
    assert!(list.contains(code), "{list}");
}

#[test]
fn a_database_of_yesterday_makes_the_vote_disputed() {
    let folder = Folder::new("secret-restored");
    let server = Server::start(&folder, "demo");
    let cluster = cluster(&folder);
    let mut owner = connected(&cluster.owner_url(DATABASE));
    let yesterday = urn(&mut owner);
    let (isabelle, joan) = (Person::of_demo(&server, ISABELLE), Person::of_demo(&server, JOAN));
    let fields = looked(&isabelle, "1");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    isabelle.post(&format!("{URN}/urn/ballots"), URN, &fields);
    diesel::sql_query("update urn_contents set sealed = $1, voted = $2 where poll_id = 26 and set_config('app.coop_id', '1', false) = '1'")
        .bind::<Array<Binary>, _>(&yesterday.sealed)
        .bind::<Array<BigInt>, _>(&yesterday.voted)
        .execute(&mut owner)
        .expect("as it was yesterday");
    joan.post(&format!("{URN}/closing"), &format!("{URN}/closing"), &[]);
    let page = isabelle.get(URN).body;
    assert!(page.contains("put back to an earlier day"), "{page}");
}
