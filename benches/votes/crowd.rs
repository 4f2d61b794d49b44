//! Members of the demo co-op by the thousand, as they sign in and vote.

use std::time::{Duration, Instant};

use cooperator::accounts::password;
use diesel::pg::PgConnection;

use super::run;
use super::support::{self, Person, Server};

const PASSWORD: &str = "quatre chevaux verts";
/// How many ask at once.
const AT_ONCE: usize = 16;

/// Somebody who has signed in and opened the vote.
pub struct Voter {
    pub cookie: String,
    pub token: String,
}

/// Puts members there as they are, some with an account; the rows of one person are alike but for the number.
pub fn join(owner: &mut PgConnection, how_many: usize, accounts: bool) {
    let kind = if accounts { "voter" } else { "other" };
    run(
        owner,
        &format!(
            "set session_replication_role = replica; \
             insert into members (number, given_name, family_name, email, language, joined_on) \
               select '{kind}' || n, 'Person', '{kind} ' || n, '{kind}' || n || '@example.org', 'en', date '2015-01-01' \
               from generate_series(1, {how_many}) n; \
             insert into member_statuses (member_id, since, status) \
               select id, joined_on, 'member' from members where number like '{kind}%'; \
             set session_replication_role = default; \
             update coops set register_version = register_version + 1"
        ),
    );
    if accounts {
        let hash = password::hash_now(PASSWORD).expect("a hash");
        let sql = "insert into accounts (member_id, address, role, language, password_hash) \
                   select id, email, 'resident', 'en', 'HASH' from members where number like 'voter%'";
        run(owner, &sql.replace("HASH", &hash));
    }
    run(owner, "analyze");
}

/// Signs people in, each with a browser of their own, and opens the page of the vote.
pub fn sign_in(server: &Server, poll: i64, how_many: usize) -> Vec<Voter> {
    let voter = |n: usize| {
        let browser = Person::new(server);
        let email = format!("voter{n}@example.org");
        let reply =
            browser.post("/sign-in", "/sign-in", &[("email", &email), ("password", PASSWORD), ("next", "/help")]);
        assert_eq!(reply.status, 200, "{}", reply.body);
        let token = browser.token(&format!("/polls/{poll}"));
        let jar = browser.agent.cookie_jar_lock();
        let pairs: Vec<String> = jar.iter().map(|cookie| format!("{}={}", cookie.name(), cookie.value())).collect();
        Voter { cookie: pairs.join("; "), token }
    };
    let shares: Vec<Vec<Voter>> = std::thread::scope(|scope| {
        let share = |first: usize| (first..=how_many).step_by(AT_ONCE).map(voter).collect();
        let threads: Vec<_> = (1..=AT_ONCE).map(|first| scope.spawn(move || share(first))).collect();
        threads.into_iter().map(|thread| thread.join().expect("all signed in")).collect()
    });
    shares.into_iter().flatten().collect()
}

/// Everybody votes, one after another at equal distances within a time, over a connection of their own. How long each took from when
/// their turn was, so that a server that is late is late for those who wait for it too.
pub fn vote(server: &Server, poll: i64, people: &[Voter], within: Duration) -> Vec<Duration> {
    let (begun, apart) = (Instant::now(), within / people.len() as u32);
    let origin = &server.origin;
    let cast = |(n, voter): (usize, &Voter)| {
        let due = begun + apart * n as u32;
        std::thread::sleep(due.saturating_duration_since(Instant::now()));
        let choice = ["for", "against", "abstain"][n % 3];
        let body = format!("form_token={}&q1={choice}", voter.token);
        let mut response = ureq::post(format!("{origin}/polls/{poll}/ballots"))
            .config()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(support::PATIENCE))
            .build()
            .header("cookie", &voter.cookie)
            .header("sec-fetch-site", "same-origin")
            .content_type("application/x-www-form-urlencoded")
            .send(body)
            .expect("an answer");
        let status = response.status();
        assert_eq!(status, 303, "{}", response.body_mut().read_to_string().unwrap_or_default());
        due.elapsed()
    };
    let cast = &cast;
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..AT_ONCE * 2)
            .map(|first| {
                let share = people.iter().enumerate().skip(first).step_by(AT_ONCE * 2);
                scope.spawn(move || share.map(cast).collect::<Vec<_>>())
            })
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("all voted")).collect()
    })
}

/// A ballot of everybody on the roll who has none, each with five of the candidates ranked by chance.
pub fn ballots(owner: &mut PgConnection, poll: i64, candidates: usize) {
    run(
        owner,
        &format!(
            "select setseed(0.4); \
             insert into open_ballots (poll_id, member_id, answers, cast_at) \
               select r.poll_id, r.member_id, array[(select string_agg(n::text, '>') from (select n from generate_series(1, {candidates}) n \
                 where r.member_id is not null order by random() * n limit 5) ranked)], now() \
               from roll r where r.poll_id = {poll}; \
             analyze open_ballots"
        ),
    );
}
