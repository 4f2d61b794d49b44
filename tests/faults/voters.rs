//! Members by the hundred who vote secretly with a browser of their own, through the pages that everybody uses.

use cooperator::accounts::password;
use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Binary, Text};

use crate::asks::{Heard, UNSAVED, try_get, try_post};
use crate::support::{Folder, Person, Server};
use crate::world::{count, owner};

const PASSWORD: &str = "quatre chevaux verts";
/// The officer who prepares the urns that Joan announces, and its two scrutineers.
const SECOND: &str = "luc.fortier@example.org";
const SCRUTINEERS: [&str; 2] = ["isabelle.macdonald@example.org", "valerie.simard@example.org"];
/// How many sign in at once.
const AT_ONCE: usize = 8;
pub const CHOICES: [&str; 3] = ["for", "against", "abstain"];

/// Puts members with an account there, before anybody looks. All of them, and the second officer, come in with the same password.
pub fn join(folder: &Folder, how_many: usize) {
    let hash = password::hash_now(PASSWORD).expect("a hash");
    let sql = format!(
        "set app.coop_id = '1'; set session_replication_role = replica; \
         insert into members (number, given_name, family_name, email, language, joined_on) \
           select 'voter' || n, 'Person', 'voter ' || n, 'voter' || n || '@example.org', 'en', date '2015-01-01' \
           from generate_series(1, {how_many}) n; \
         insert into member_statuses (member_id, since, status) \
           select id, joined_on, 'member' from members where number like 'voter%'; \
         set session_replication_role = default; \
         update coops set register_version = register_version + 1; \
         insert into accounts (member_id, address, role, language, password_hash) \
           select id, email, 'resident', 'en', '{hash}' from members where number like 'voter%'; \
         update accounts set password_hash = '{hash}' where address = '{SECOND}'; \
         analyze"
    );
    owner(folder).batch_execute(&sql).expect("members");
}

fn sign_in(server: &Server, address: &str) -> Person {
    let person = Person::new(server);
    let fields = [("email", address), ("password", PASSWORD), ("next", "/help")];
    let reply = person.post("/sign-in", "/sign-in", &fields);
    assert_eq!(reply.status, 200, "{address}: {}", reply.body);
    person.get("/help?lang=en");
    person
}

/// Everybody with a browser of their own.
pub fn signed_in(server: &Server, how_many: usize) -> Vec<Person> {
    let voter = |n: usize| (n, sign_in(server, &format!("voter{n}@example.org")));
    let mut all: Vec<(usize, Person)> = std::thread::scope(|scope| {
        let share = |first: usize| (first..=how_many).step_by(AT_ONCE).map(voter).collect::<Vec<_>>();
        let threads: Vec<_> = (1..=AT_ONCE).map(|first| scope.spawn(move || share(first))).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("all signed in")).collect()
    });
    all.sort_by_key(|(n, _)| *n);
    all.into_iter().map(|(_, person)| person).collect()
}

/// Those who make a secret vote: who announces it, who prepares it, and the two who take its codes.
pub struct Officers {
    pub joan: Person,
    pub second: Person,
    pub scrutineers: [Person; 2],
}

impl Officers {
    pub fn of(server: &Server, joan: &Person) -> Self {
        let scrutineers = SCRUTINEERS.map(|email| Person::of_demo(server, email));
        Self { joan: joan.clone(), second: sign_in(server, SECOND), scrutineers }
    }

    /// A proposal that is announced and waits for its urn. Its number.
    pub fn announced(&self, folder: &Folder) -> i64 {
        let day = |days| (chrono::Utc::now() + chrono::TimeDelta::days(days)).format("%Y-%m-%dT12:00").to_string();
        let (opens, closes) = (day(-1), day(20));
        let fields = [
            ("title_en", "Shall we paint the hall?"),
            ("title_fr", "Peignons-nous le hall?"),
            ("details_en", "In white."),
            ("details_fr", "En blanc."),
            ("method", "proposal"),
            ("binding", "yes"),
            ("secrecy", "list"),
            ("shows", "closed"),
            ("opens_at", &opens),
            ("closes_at", &closes),
        ];
        let reply = self.joan.post("/polls", "/polls/new", &fields);
        assert_eq!(reply.status, 200, "{}", reply.body);
        let poll = count(&mut owner(folder), "select max(id) as count from polls where $1 = ''", "");
        let page = format!("/polls/{poll}");
        let reply = self.joan.post(&format!("{page}/announcement"), &format!("{page}/setup"), &[]);
        assert_eq!(reply.status, 200, "{}", reply.body);
        poll
    }

    /// The two whom the second officer names.
    pub fn named(folder: &Folder) -> [String; 2] {
        SCRUTINEERS.map(|email| {
            count(&mut owner(folder), "select member_id as count from accounts where address = $1", email).to_string()
        })
    }

    pub fn prepared(&self, folder: &Folder, poll: i64) {
        let (urn, [first, second]) = (format!("/polls/{poll}/urn"), Self::named(folder));
        let reply = self.second.post(&urn, &urn, &[("first", &first), ("second", &second)]);
        assert_eq!(reply.status, 200, "{}", reply.body);
    }

    pub fn code_taken(&self, poll: i64, nth: usize) {
        let urn = format!("/polls/{poll}/urn");
        let reply = self.scrutineers[nth].post(&format!("{urn}/code"), &urn, &[]);
        assert_eq!(reply.status, 200, "{}", reply.body);
    }

    /// A proposal on which everybody votes secretly; it is open. Its number.
    pub fn opened(&self, folder: &Folder) -> i64 {
        let poll = self.announced(folder);
        self.prepared(folder, poll);
        self.code_taken(poll, 0);
        self.code_taken(poll, 1);
        assert_eq!(status(&mut owner(folder), poll), "open");
        poll
    }
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// A text that a query gives.
pub fn line(conn: &mut PgConnection, sql: &str) -> String {
    diesel::sql_query(sql).get_result::<Line>(conn).unwrap_or_else(|error| panic!("{sql}: {error}")).line
}

pub fn status(conn: &mut PgConnection, poll: i64) -> String {
    line(conn, &format!("select status as line from polls where id = {poll}"))
}

/// An urn as its rows have it.
#[derive(QueryableByName)]
pub struct Urn {
    #[diesel(sql_type = Text)]
    pub status: String,
    #[diesel(sql_type = Array<Binary>)]
    pub sealed: Vec<Vec<u8>>,
    #[diesel(sql_type = Array<BigInt>)]
    pub voted: Vec<i64>,
    /// How many votes those have on the roll who voted.
    #[diesel(sql_type = BigInt)]
    pub votes: i64,
    /// How many of them are not on the roll.
    #[diesel(sql_type = BigInt)]
    pub strangers: i64,
    /// How many ballots stand opened.
    #[diesel(sql_type = BigInt)]
    pub opened: i64,
}

impl Urn {
    /// All of it at one moment; nothing while the database does not answer, or before it stands.
    pub fn look(conn: &mut PgConnection, poll: i64) -> Option<Self> {
        let sql = "select p.status, c.sealed, c.voted, \
             coalesce((select sum(r.weight) from roll r where r.poll_id = p.id and r.member_id = any(c.voted)), 0)::bigint as votes, \
             (select count(*) from unnest(c.voted) v where not exists \
               (select from roll r where r.poll_id = p.id and r.member_id = v)) as strangers, \
             (select count(*) from opened_ballots o where o.poll_id = p.id) as opened \
           from polls p join urn_contents c on c.poll_id = p.id where p.id = $1";
        diesel::sql_query(sql).bind::<BigInt, _>(poll).get_result(conn).ok()
    }

    /// What holds of an urn at any moment: I1 to I6 of it.
    #[track_caller]
    pub fn must_hold(&self) {
        assert_eq!(self.strangers, 0, "only who is on the roll has voted");
        assert!(self.voted.is_sorted() && self.voted.windows(2).all(|two| two[0] != two[1]), "each once, in order");
        assert!(self.sealed.is_sorted(), "ballots lie in the order of their bytes");
        assert!(self.sealed.iter().all(|sealed| sealed.len() == self.sealed[0].len()), "all are of one length");
        if self.status == "closed" {
            assert_eq!((self.opened, self.sealed.len()), (self.votes, 0), "all are opened and the urn is empty");
        } else {
            assert_eq!((self.sealed.len() as i64, self.opened), (self.votes, 0), "a ballot a vote, none opened");
        }
    }
}

/// How a try to vote ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// "Your ballot is in the urn."
    Recorded,
    /// Nothing was recorded: the vote is over.
    Late,
    /// Busy, or nobody answered. Said to be unsaved, or not known.
    Unsaved,
    Unsure,
}

/// Somebody who votes, and every code that they sent.
pub struct Voter<'a> {
    pub person: &'a Person,
    pub choice: &'static str,
    /// What was sent with each, and how that ended.
    pub sent: Vec<(String, Came)>,
}

/// The fields of the page on which one looks at a ballot.
pub fn looked(body: &str) -> Vec<(String, String)> {
    let field = |part: &str| {
        let (name, rest) = part.split_once("\" value=\"")?;
        Some((name.to_owned(), rest.split_once('"')?.0.to_owned()))
    };
    let fields = body.split("<input type=\"hidden\" name=\"").skip(1).filter_map(field);
    fields.filter(|(name, _)| name != "form_token").chain([("checked".to_owned(), "1".to_owned())]).collect()
}

fn token(body: &str) -> Option<String> {
    let rest = body.split("name=\"form_token\" value=\"").nth(1)?;
    Some(rest.split('"').next()?.to_owned())
}

fn came(heard: Result<Heard, ureq::Error>) -> Came {
    match heard {
        Ok(heard) if heard.status == 303 => Came::Recorded,
        Ok(heard) if heard.status == 409 => Came::Late,
        Ok(heard) if heard.status == 503 && heard.body.contains(UNSAVED[0]) => Came::Unsaved,
        Ok(heard) => {
            assert_eq!(heard.status, 503, "{}", heard.said());
            Came::Unsure
        }
        Err(_) => Came::Unsure,
    }
}

impl<'a> Voter<'a> {
    pub fn new(person: &'a Person, choice: &'static str) -> Self {
        Self { person, choice, sent: Vec::new() }
    }

    /// Opens the vote, looks at the ballot, and casts it, from two windows at once where `twice`.
    pub fn tries(&mut self, poll: i64, twice: bool) -> Came {
        let (page, ballots) = (format!("/polls/{poll}"), format!("/polls/{poll}/urn/ballots"));
        let Ok(seen) = try_get(self.person, &page) else { return Came::Unsure };
        if seen.status == 200 && seen.body.contains("Your ballot is in the urn") {
            return Came::Recorded;
        }
        let Some(token) = token(&seen.body).filter(|_| seen.body.contains("/urn/ballots")) else {
            return if seen.status == 503 { Came::Unsaved } else { Came::Late };
        };
        let look = match try_post(self.person, &ballots, &token, &[("q1", self.choice)]) {
            Ok(heard) if heard.status == 200 => looked(&heard.body),
            other => return came(other),
        };
        let fields: Vec<(&str, &str)> = look.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let code = look.iter().find(|(name, _)| name == "code").expect("a code").1.clone();
        let cast = || came(try_post(self.person, &ballots, &token, &fields));
        let came = std::thread::scope(|scope| {
            let other = twice.then(|| scope.spawn(cast));
            let ours = cast();
            // What one of the two windows says is said.
            other.map_or(ours, |other| match (ours, other.join().expect("an answer")) {
                (Came::Recorded, _) | (_, Came::Recorded) => Came::Recorded,
                (Came::Unsure, _) | (_, Came::Unsure) => Came::Unsure,
                (ours, _) => ours,
            })
        });
        self.sent.push((code, came));
        came
    }
}
