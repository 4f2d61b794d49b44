//! A secret vote in a storm: hundreds vote at once while the program and its database are killed, and an officer closes in the midst of the
//! last of them. No ballot that was called recorded is lost, none is there twice, none came after the close.
//!
//! A small storm runs by itself. `FAULTS_URN=3 cargo test --test faults -- urn::` runs three whole ones: 500 voters within a minute from 32
//! clients, the program killed 20 times and the database 10 times each.

use std::collections::{HashMap, HashSet};
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use diesel::prelude::*;
use diesel::sql_types::{Array, Text};

use crate::asks::{get, try_post};
use crate::chance::{Chance, say};
use crate::support::{Person, Server, until};
use crate::voters::{self, CHOICES, Came, Officers, Urn, Voter};
use crate::world::{Demo, Test, is_idle, kill_database, owner, try_owner};

const CLIENTS: usize = 32;
/// Of so many voters one presses twice.
const TWICE_OF: u64 = 6;
/// How long somebody goes on trying.
const PATIENCE: Duration = Duration::from_secs(90);

struct Storm {
    voters: usize,
    within: Duration,
    kills: usize,
    kills_of_database: usize,
}

const SMALL: Storm = Storm { voters: 80, within: Duration::from_secs(9), kills: 3, kills_of_database: 2 };
const WHOLE: Storm = Storm { voters: 500, within: Duration::from_mins(1), kills: 20, kills_of_database: 10 };

#[test]
fn no_secret_ballot_is_lost_doubled_or_late_in_a_storm() {
    let rounds = std::env::var("FAULTS_URN").ok().map(|text| text.parse().expect("FAULTS_URN is a number of rounds"));
    for round in 0..rounds.unwrap_or(1) {
        let mut test = Test::of(&format!("urn {round}"));
        (if rounds.is_some() { WHOLE } else { SMALL }).rages(&mut test);
    }
}

/// When somebody votes, and how.
struct Turn {
    /// They come when it is being closed.
    late: bool,
    after: Duration,
    choice: &'static str,
    /// They press twice.
    twice: bool,
}

/// What is going on, for all who take part.
#[derive(Default)]
struct Going {
    /// How many were told that their ballot is in the urn.
    recorded: AtomicI64,
    tried: AtomicUsize,
    over: AtomicBool,
}

impl Storm {
    fn rages(&self, test: &mut Test) {
        let mut demo = Demo::start(test, "urn-storm");
        voters::join(&demo.folder, self.voters);
        let before = verified(&demo);
        let officers = Officers::of(&demo.server, &demo.joan);
        let people = voters::signed_in(&demo.server, self.voters);
        let poll = officers.opened(&demo.folder);
        let going = Going::default();
        let begun = Instant::now();
        let mut turns: Vec<Turn> = (0..self.voters).map(|_| self.turn(&mut test.chance)).collect();
        turns.sort_by_key(|turn| (turn.late, turn.after));
        let strikes = self.strikes(&mut test.chance);
        let voters = std::thread::scope(|scope| {
            let (folder, going, people, turns, joan) = (&demo.folder, &going, &people, &turns, &officers.joan);
            let watching = scope.spawn(move || watch(|| try_owner(folder), poll, going));
            let clients: Vec<_> = (0..CLIENTS)
                .map(|first| {
                    scope.spawn(move || {
                        let share = people.iter().zip(turns).skip(first).step_by(CLIENTS);
                        share.map(|(person, turn)| self.votes(person, turn, begun, poll, going)).collect::<Vec<_>>()
                    })
                })
                .collect();
            let closing = scope.spawn(move || self.closes(joan, poll, going, begun));
            strike(&mut demo.server, folder, &strikes, begun);
            let all: Vec<Voter<'_>> = clients.into_iter().flat_map(|one| one.join().expect("voters")).collect();
            closing.join().expect("the close");
            going.over.store(true, Ordering::Relaxed);
            watching.join().expect("what was seen");
            all
        });
        let voted = self.accounted_for(&demo, poll, &voters);
        let sent = |what: Came| voters.iter().flat_map(|voter| &voter.sent).filter(|(_, came)| *came == what).count();
        say(&format!(
            "{voted} of {} voted in {:?} through {} kills and {} of the database: {} tries, ballots sent {} recorded, {} unsaved, {} unsure, {} late",
            self.voters,
            begun.elapsed(),
            self.kills,
            self.kills_of_database,
            going.tried.load(Ordering::Relaxed),
            sent(Came::Recorded),
            sent(Came::Unsaved),
            sent(Came::Unsure),
            sent(Came::Late),
        ));
        is_whole(demo, poll, voted, &before);
    }

    /// When somebody votes, and what. One in ten comes when it is being closed.
    fn turn(&self, chance: &mut Chance) -> Turn {
        let (late, within) = (chance.among(1, 10) == 1, self.within.as_millis() as u64);
        Turn {
            late,
            after: Duration::from_millis(if late { chance.among(0, 1_500) } else { chance.among(0, within) }),
            choice: CHOICES[chance.among(0, 2) as usize],
            twice: chance.among(1, TWICE_OF) == 1,
        }
    }

    /// When something is killed, and whether it is the database.
    fn strikes(&self, chance: &mut Chance) -> Vec<(Duration, bool)> {
        let within = self.within.as_millis() as u64;
        let all = (0..self.kills).map(|_| false).chain((0..self.kills_of_database).map(|_| true));
        let mut all: Vec<_> =
            all.map(|database| (Duration::from_millis(chance.among(within / 20, within)), database)).collect();
        all.sort();
        all
    }

    /// Waits for the end of the storm, and until most have voted.
    fn passes(&self, begun: Instant, going: &Going) {
        std::thread::park_timeout((begun + self.within).saturating_duration_since(Instant::now()));
        let enough = self.voters as i64 * 80 / 100;
        while going.recorded.load(Ordering::Relaxed) < enough {
            assert!(begun.elapsed() < self.within + PATIENCE, "{:?} of {enough} voted", going.recorded);
            std::thread::park_timeout(Duration::from_millis(20));
        }
    }

    /// An officer closes the vote while the last ones come, and presses again until it is closed.
    fn closes(&self, joan: &Person, poll: i64, going: &Going, begun: Instant) {
        self.passes(begun, going);
        std::thread::park_timeout(Duration::from_millis(700));
        let page = format!("/polls/{poll}/closing");
        until("it is closed", || {
            let Ok(form) = joan.try_get(&page) else { return false };
            let Some(rest) = form.body.split("name=\"form_token\" value=\"").nth(1) else { return form.status != 503 };
            let token = rest.split('"').next().unwrap_or_default();
            try_post(joan, &page, token, &[]).is_ok_and(|heard| heard.status == 303)
        });
    }

    /// Somebody tries until they hear what came of it.
    fn votes<'a>(&self, person: &'a Person, turn: &Turn, begun: Instant, poll: i64, going: &Going) -> Voter<'a> {
        let (mut voter, mut due) = (Voter::new(person, turn.choice), begun);
        if turn.late {
            self.passes(begun, going);
            due = Instant::now();
        }
        std::thread::park_timeout((due + turn.after).saturating_duration_since(Instant::now()));
        let since = Instant::now();
        loop {
            going.tried.fetch_add(1, Ordering::Relaxed);
            match voter.tries(poll, turn.twice) {
                Came::Recorded => {
                    going.recorded.fetch_add(1, Ordering::Relaxed);
                    return voter;
                }
                Came::Late => return voter,
                Came::Unsaved | Came::Unsure => {
                    assert!(since.elapsed() < PATIENCE, "nobody answers: {:?}", voter.sent);
                    std::thread::park_timeout(Duration::from_millis(200));
                }
            }
        }
    }

    /// Every ballot that was called recorded is in the list as it was cast, once; who was told "not saved" or "too late" and nothing else
    /// has none there; nobody has two. How many voted.
    fn accounted_for(&self, demo: &Demo, poll: i64, voters: &[Voter<'_>]) -> usize {
        #[derive(QueryableByName)]
        struct Opened {
            #[diesel(sql_type = Text)]
            code: String,
            #[diesel(sql_type = Array<Text>)]
            answers: Vec<String>,
        }
        let sql = format!("select code, answers from opened_ballots where poll_id = {poll}");
        let opened: Vec<Opened> = diesel::sql_query(sql).load(&mut owner(&demo.folder)).expect("ballots");
        let list: HashMap<String, Vec<String>> = opened.into_iter().map(|one| (one.code, one.answers)).collect();
        let mut known = HashSet::new();
        for voter in voters {
            let plain = |code: &String| code.replace('-', "");
            let there: Vec<&(String, Came)> =
                voter.sent.iter().filter(|(code, _)| list.contains_key(&plain(code))).collect();
            let recorded = voter.sent.iter().any(|(_, came)| *came == Came::Recorded);
            assert!(there.len() <= 1, "{} ballots of one voter: {:?}", there.len(), voter.sent);
            assert!(!recorded || there.len() == 1, "a ballot that was recorded is lost: {:?}", voter.sent);
            if let [(code, came)] = there.as_slice() {
                assert_eq!(list[&plain(code)], [voter.choice], "{code}");
                assert!(matches!(came, Came::Recorded | Came::Unsure), "{code} was said not to be in it: {came:?}");
                known.insert(plain(code));
            }
        }
        assert_eq!(known.len(), list.len(), "ballots that nobody cast");
        let page = get(&demo.isabelle, &format!("/polls/{poll}/list")).body;
        assert!(known.iter().all(|code| page.contains(&code[..4]) && page.contains(&code[12..16])));
        assert!(list.len() * 100 >= self.voters * 80, "only {} of {} voted", list.len(), self.voters);
        list.len()
    }
}

/// Kills the one or the other at each time, and has it come back.
fn strike(server: &mut Server, folder: &crate::support::Folder, strikes: &[(Duration, bool)], begun: Instant) {
    let port = server.origin.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port");
    for (at, of_database) in strikes {
        std::thread::park_timeout((begun + *at).saturating_duration_since(Instant::now()));
        if *of_database {
            until("the database is back", || try_owner(folder).is_some());
            kill_database(folder);
        } else {
            server.kill();
            *server = Server::start_at(folder, "demo", port);
        }
    }
}

/// Looks at the urn all the time: what holds at any moment, that nobody who was told "recorded" is missing, and that it never goes back.
fn watch(connect: impl Fn() -> Option<PgConnection>, poll: i64, going: &Going) {
    let (mut conn, mut most, mut closed, mut looks) = (None, 0, false, 0);
    while !going.over.load(Ordering::Relaxed) {
        let recorded = going.recorded.load(Ordering::Relaxed);
        conn = conn.take().or_else(&connect);
        let Some(urn) = conn.as_mut().and_then(|conn| Urn::look(conn, poll)) else {
            conn = None;
            std::thread::park_timeout(Duration::from_millis(50));
            continue;
        };
        urn.must_hold();
        let voted = urn.voted.len() as i64;
        assert!(voted >= recorded && voted >= most, "{voted} voted, {recorded} were told so, {most} had before");
        assert!(["open", "closed"].contains(&urn.status.as_str()), "it is {}", urn.status);
        assert!(!closed || (urn.status == "closed" && voted == most), "a vote that was closed goes on");
        (most, closed, looks) = (voted, urn.status == "closed", looks + 1);
        std::thread::park_timeout(Duration::from_millis(20));
    }
    assert!(looks > 10, "it was looked at {looks} times");
}

/// What `cooperator verify` says but for how long the trail is.
fn verified(demo: &Demo) -> Vec<String> {
    // A mail for everybody, twice.
    let (mut database, begun) = (owner(&demo.folder), Instant::now());
    while !is_idle(&mut database) {
        assert!(begun.elapsed() < 2 * PATIENCE, "the work does not end");
        std::thread::park_timeout(Duration::from_millis(100));
    }
    let output = demo.folder.run(&["verify"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("events hold together"), "{output:?}");
    said.lines().filter(|line| !line.contains("events hold together")).map(str::to_owned).collect()
}

/// The trail and the bundle are right, for both programs that check it; nothing changes any more, not by starting anew either.
fn is_whole(mut demo: Demo, poll: i64, voted: usize, before: &[String]) {
    let urn = |demo: &Demo| Urn::look(&mut owner(&demo.folder), poll).expect("an urn");
    let found = urn(&demo);
    found.must_hold();
    assert_eq!((found.status.as_str(), found.voted.len()), ("closed", voted));
    assert_eq!(verified(&demo), before);
    let bundle = get(&demo.isabelle, &format!("/polls/{poll}/bundle.json"));
    assert_eq!(bundle.status, 200, "{}", bundle.said());
    let file = demo.folder.0.join("bundle.json");
    std::fs::write(&file, &bundle.body).expect("a file");
    let name = file.to_str().expect("a name");
    let checked = demo.folder.run(&["verify-vote", name]);
    assert!(checked.status.success(), "{checked:?}");
    let recount = concat!(env!("CARGO_MANIFEST_DIR"), "/recount/recount.py");
    let counted = Command::new("python3").args([recount, name]).output().expect("Python runs");
    assert!(counted.status.success(), "{counted:?}");
    let state = "select md5(string_agg(t.line, ' ' order by t.line)) as line from ( \
        select to_jsonb(o)::text as line from opened_ballots o where poll_id = {} \
        union all select to_jsonb(r)::text from results r where poll_id = {} \
        union all select to_jsonb(c)::text from urn_contents c where poll_id = {} \
        union all select to_jsonb(p)::text from polls p where id = {}) t"
        .replace("{}", &poll.to_string());
    let told = format!("select count(*)::text as line from events where kind = 'poll.closed' and subject_id = {poll}");
    let was = voters::line(&mut owner(&demo.folder), &state);
    demo.server.kill();
    let port = demo.joan.origin.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port");
    demo.server = Server::start_at(&demo.folder, "demo", port);
    demo.is_well();
    assert_eq!(Voter::new(&demo.isabelle, "for").tries(poll, false), Came::Late);
    let mut database = owner(&demo.folder);
    assert_eq!(voters::line(&mut database, &state), was);
    assert_eq!(voters::line(&mut database, &told), "1", "it is closed and told once");
}
