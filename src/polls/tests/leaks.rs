//! What a vote hides until its close is nowhere else before: the same co-op is read twice, between which a ballot that is hidden says
//! something else, and nobody but its voter reads anything else than before.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;

use super::urn::{self, Urn};
use super::{member, roof};
use crate::accounts;
use crate::members::Status;
use crate::platform::clock;
use crate::platform::i18n::Lang;
use crate::platform::keys::digest;
use crate::platform::session::hex;
use crate::platform::sql::row;
use crate::platform::testing::{Site, Visitor};
use crate::policy::Role;
use crate::polls::urn::sealing::{self, Paper};
use crate::polls::{self, Ballot, Method, NewChoice, NewPoll, NewQuestion, Secrecy, Seen, Shows, store};
use crate::routes;

/// In what Ana says: nobody writes it anywhere else.
const CANARY: &str = "Kanarienvogel";

/// What is never read here: a stream, which does not end, and what tells of the readings themselves. Workbooks neither: the time is in
/// them, and they hold the table of their `.csv` brother.
const APART: [&str; 8] = [
    "/polls/{id}/live",
    "/audit",
    "/audit.csv",
    "/open/observers",
    "/open/observers.csv",
    "/profile",
    "/members/{id}/everything",
    "/members/{id}/everything.json",
];

/// Every address that can be read, of this vote where one is about a vote, and of its election where there is one.
pub fn addresses(poll: i64, member: i64, election: Option<i64>) -> Vec<String> {
    let of = |path: &str| match path {
        votes if votes.contains("/polls/{id}") => {
            Some(votes.replace("{id}", &poll.to_string()).replace("{number}", "1"))
        }
        people if people.contains("/members/{id}") || people.contains("/scorecards/{id}") => {
            Some(people.replace("{id}", &member.to_string()).replace("{figure}", "votes-cast"))
        }
        elections if elections.contains("/elections/{id}") => {
            election.map(|id| elections.replace("{id}", &id.to_string()).replace("{number}", "1"))
        }
        plain => (!plain.contains('{')).then(|| plain.to_owned()),
    };
    let read = routes::all()
        .filter(|route| route.method == "get" && !APART.contains(&route.path) && !route.path.ends_with(".xlsx"));
    read.filter_map(|route| of(route.path)).collect()
}

/// A page without the tokens of its forms, which are new each time, and without times of the day, which go on.
fn lasting(body: &str) -> String {
    let mut kept = String::new();
    for (at, part) in body.split("name=\"form_token\" value=\"").enumerate() {
        kept.push_str(if at == 0 { part } else { part.split_once('"').map_or(part, |(_, after)| after) });
    }
    let time = |word: &&str| !word.contains(':') || !word.contains(|c: char| c.is_ascii_digit());
    kept.split_inclusive([' ', '\n', '"', '<', '>']).filter(time).collect()
}

/// Who reads where, and what: the status and the page.
pub type Readings = BTreeMap<(&'static str, String), (u16, String)>;

pub async fn read(readers: &[(&'static str, Visitor<'_>)], addresses: &[String]) -> Readings {
    let mut all = BTreeMap::new();
    for (who, reader) in readers {
        for address in addresses {
            let reply = reader.get(address).await;
            assert!(!reply.body.contains(CANARY), "{who} reads at {address} what Ana said");
            all.insert((*who, address.clone()), (reply.status.as_u16(), lasting(&reply.body)));
        }
    }
    all
}

/// Where two readings say something else.
pub fn otherwise<'a>(first: &'a Readings, second: &Readings) -> Vec<&'a (&'static str, String)> {
    let differ: Vec<_> = first.iter().filter(|(at, body)| second.get(*at) != Some(*body)).map(|(at, _)| at).collect();
    for at in &differ {
        let (old, new) = (&first[*at].1, &second[*at].1);
        let same = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
        let near = |text: &str| {
            String::from_utf8_lossy(&text.as_bytes()[same.saturating_sub(80)..(same + 80).min(text.len())]).into_owned()
        };
        eprintln!("{at:?}: {:?} | {:?}", near(old), near(new));
    }
    differ
}

row! {
    struct Named {
        name: String,
    }
}

row! {
    struct Rows {
        rows: String,
    }
}

/// The tables in whose rows a text stands.
pub fn tables_with(site: &Site, text: &str) -> Vec<String> {
    site.read(|conn| {
        let tables: Vec<Named> = diesel::sql_query(
            "select table_name::text as name from information_schema.tables \
             where table_schema = 'public' and table_type = 'BASE TABLE' and has_table_privilege(table_name::text, 'select') order by 1",
        )
        .load(conn)?;
        let mut found = Vec::new();
        for table in tables {
            let all = format!("select coalesce(string_agg(t::text, ' '), '') as rows from {} t", table.name);
            if diesel::sql_query(all).get_result::<Rows>(conn)?.rows.contains(text) {
                found.push(table.name);
            }
        }
        Ok(found)
    })
}

/// A machine with every scope that its person has.
pub fn machine(site: &Site, account: i64) -> Visitor<'_> {
    let secret = format!("{}{}", accounts::tokens::PREFIX, crate::platform::keys::random_token());
    let sql = format!(
        "insert into api_tokens (account_id, name, token_hash, scopes, expires_on) values \
         ({account}, 'Tool', '\\x{}', array['account:read', 'members:read', 'units:read', 'tasks:read', 'polls:read'], now()::date + 30)",
        hex(&digest(&secret)),
    );
    site.read(|conn| Ok(conn.batch_execute(&sql)?));
    site.anonymous().with_bearer(&secret)
}

/// The address by which a guest answers.
pub fn guest(site: &Site, poll: i64, name: &str) -> String {
    let link = site.act(|act| polls::guests::invite(act, poll, name, None));
    link.strip_prefix("http://localhost:8080").expect("a link to this co-op").to_owned()
}

#[actix_web::test]
async fn what_is_hidden_until_the_close_is_nowhere_before() {
    let site = Site::new().await;
    let people = ["Ana", "Bea", "Cy", "Dee"].map(|name| member(&site, name, Status::Member));
    let [ana, bea, cy, _] = people;
    let choice =
        |name: &&str| NewChoice { title_en: (*name).to_owned(), title_fr: (*name).to_owned(), ..NewChoice::default() };
    let colours = NewQuestion {
        choices: ["Blue", "Green", "Red"].iter().map(choice).collect(),
        ..NewQuestion::of(Method::Schulze)
    };
    let new = NewPoll { shows: Shows::Closed, binding: false, ..roof(TimeDelta::zero(), TimeDelta::hours(84)) };
    let poll = site.act(|act| {
        let id = polls::create(act, &new, &[colours])?;
        polls::announce(act, id)?;
        Ok(id)
    });
    let voters = [(ana, "Ana Roy"), (bea, "Bea Roy"), (cy, "Cy Roy")];
    let mut residents = Vec::new();
    for (id, name) in voters {
        residents.push(site.signed_in(Role::Resident, name, Some(id)).await);
    }
    for ((id, _), (resident, answer)) in voters.iter().zip(residents.iter().zip(["1>2", "2", ""])).take(2) {
        let account = resident.account.expect("an account");
        site.act(|act| {
            let viewer = accounts::acting(act.conn, account, clock::now())?.expect("somebody");
            let questions = polls::paper_of(act, poll)?;
            let answers = vec![polls::Answer::read(Method::Schulze, answer).expect("an answer")];
            let reason = (*id == ana).then(|| CANARY.to_owned());
            polls::cast(
                &mut act.on_behalf_of(Some(&viewer)),
                poll,
                &questions,
                &Ballot { answers, reason, seen: Seen::Unsaid, skipped: Vec::new() },
            )
        });
    }
    let [said, unsaid] = ["Plumber", "Architect"].map(|name| guest(&site, poll, name));
    let answer = [("q1-1", "1"), ("reason", CANARY)];
    site.anonymous().post(&said, &answer).await.expect(303);
    site.pump();
    let mut residents = residents.into_iter().skip(1);
    let admin = site.as_admin().await;
    let machine = machine(&site, admin.account.expect("an account"));
    let readers = [
        ("one who voted", residents.next().expect("Bea")),
        ("one who did not", residents.next().expect("Cy")),
        ("the office", admin),
        ("an observer", site.as_observer().await),
        ("nobody", site.anonymous()),
        ("a machine", machine),
    ];
    let addresses = [addresses(poll, bea, None), vec![unsaid]].concat();
    assert!(addresses.len() > 100, "{} addresses", addresses.len());
    let pages: Vec<String> = addresses.iter().filter(|address| !address.contains('.')).cloned().collect();
    read(&readers, &pages).await;
    let first = read(&readers, &addresses).await;
    let live = |lang| site.read(|conn| polls::live_fragment(conn, poll, lang)).map(|fragment| fragment.telling);
    let shown = [Lang::En, Lang::Fr].map(live);
    let other = format!(
        "update open_ballots set answers = array['3>2>1'] where poll_id = {poll} and member_id = {ana}; \
         update guest_answers set answers = array['3>2>1'] where poll_id = {poll}"
    );
    site.read(|conn| Ok(conn.batch_execute(&other)?));
    let second = read(&readers, &addresses).await;
    let differ = otherwise(&first, &second);
    assert!(differ.is_empty(), "{differ:?} say something else");
    assert_eq!(shown, [Lang::En, Lang::Fr].map(live));
    assert_eq!(tables_with(&site, CANARY), ["guest_answers", "reasons"]);
    // The reading itself can tell: after the close it does.
    site.act(|act| polls::close(act, poll));
    assert!(readers[1].1.get(&format!("/polls/{poll}/result")).await.expect(200).body.contains(CANARY));
}

/// The same of a secret vote: other ballots in the urn change nothing that anybody reads before the close; one more of them changes how many
/// have voted, for the office alone.
#[actix_web::test]
async fn what_lies_in_an_urn_is_nowhere_before_the_close() {
    let site = Site::of_owner().await;
    let asked = [NewQuestion::proposal(false)];
    let names = ["Ana", "Bea", "Cy", "Dee", "Eva", "Flo"];
    let Urn { id, page, joan, voters, members, .. } = urn::opened(&site, Secrecy::List, &asked, &names).await;
    let before = site.read(events);
    site.do_jobs();
    for voter in &voters[..4] {
        urn::cast(voter, &page, &[("q1", "for"), ("own_word", "KANARIEN")]).await;
    }
    assert_eq!(site.read(events), before, "a cast is no event");
    assert_eq!(site.do_jobs(), Vec::<String>::new(), "and no mail");
    let mut voters: Vec<Option<Visitor<'_>>> = voters.into_iter().map(Some).collect();
    let machine = machine(&site, joan.account.expect("an account"));
    let readers = [
        ("a scrutineer", voters[0].take().expect("Ana")),
        ("one who voted", voters[3].take().expect("Dee")),
        ("one who did not", voters[4].take().expect("Eva")),
        ("the office", joan),
        ("an observer", site.as_observer().await),
        ("nobody", site.anonymous()),
        ("a machine", machine),
    ];
    let addresses = addresses(id, members[2], None);
    let pages: Vec<String> = addresses.iter().filter(|address| !address.contains('.')).cloned().collect();
    read(&readers, &pages).await;
    let first = read(&readers, &addresses).await;
    let live = |lang| site.read(|conn| polls::live_fragment(conn, id, lang)).map(|fragment| fragment.telling);
    let shown = [Lang::En, Lang::Fr].map(live);
    others_in_the_urn(&site, id, &["for", "against"]);
    let second = read(&readers, &addresses).await;
    assert_eq!(otherwise(&first, &second), Vec::<&(&str, String)>::new());
    assert_eq!(shown, [Lang::En, Lang::Fr].map(live));
    assert!(first.values().chain(second.values()).all(|(_, body)| !body.contains("KANARIEN")), "a code is told");
    assert_eq!(tables_with(&site, "KANARIEN"), Vec::<String>::new());
    // One more is told as a number, to the office; elsewhere nothing stirs.
    urn::cast(voters[5].as_ref().expect("Flo"), &page, &[("q1", "for")]).await;
    let third = read(&readers, &addresses).await;
    let stirred: Vec<&str> = otherwise(&second, &third).into_iter().map(|(who, _)| *who).collect();
    assert!(!stirred.is_empty() && stirred.iter().all(|who| *who == "the office"), "{stirred:?}");
    // The reading itself can tell: after the close it does.
    site.act(|act| polls::close(act, id));
    let told = readers[1].1.get(&format!("/polls/{id}/list")).await.expect(200);
    assert!(told.body.contains("KANARIEN"));
}

fn events(conn: &mut PgConnection) -> crate::platform::error::Result<String> {
    let rows = diesel::sql_query("select coalesce(max(id), 0)::text as rows from events").get_result::<Rows>(conn)?;
    Ok(rows.rows)
}

/// The same people have voted, and all of them otherwise: their ballots are opened with the key, and sealed again with another answer.
pub fn others_in_the_urn(site: &Site, id: i64, [before, after]: &[&str; 2]) {
    let urn = site.read(|conn| store::urns::urn(conn, id)).expect("an urn");
    let (public, size) = (urn.public_key.expect("a key"), usize::try_from(urn.size.expect("a size")).expect("a size"));
    let name = format!("urn-{}-{id}-{}.key", site.coop.0, polls::urn::fingerprint(&public));
    let private = site.state.keys.kept(&name).expect("a look").expect("the key");
    let vote = sealing::vote_of(site.coop.0, id);
    let other = |sealed: &Vec<u8>| {
        let paper = sealing::open(&private, &vote, sealed).expect("a ballot");
        assert_eq!(paper.answers, [*before]);
        sealing::seal(&public, &vote, &Paper { answers: vec![(*after).to_owned()], ..paper }, size).expect("sealed")
    };
    let mut sealed: Vec<Vec<u8>> = site.read(|conn| store::urns::found(conn, id)).sealed.iter().map(other).collect();
    sealed.sort_unstable();
    let list: Vec<String> = sealed.iter().map(|bytes| format!("'\\x{}'::bytea", hex(bytes))).collect();
    let sql = format!(
        "reset role; update urn_contents set sealed = array[{}] where poll_id = {id}; set role cooperator_app",
        list.join(", ")
    );
    site.read(|conn| Ok(conn.batch_execute(&sql)?));
}
