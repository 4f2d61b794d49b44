//! Killed without a word, in the midst of many who send something: the database, and the program itself.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::asks::{Heard, UNSAVED, add_task, try_post};
use crate::chance::Chance;
use crate::support::{Person, Server, free_port, until};
use crate::world::{Demo, Test, idle, kill_database, owner, tasks_called, try_owner};
use crate::{BUSY_MAX, RECOVERY_MAX};

/// How many send at the same time.
const SENDERS: usize = 6;

/// What came of one task that was sent.
struct Sent {
    title: String,
    /// `None` where the connection to the program itself was lost.
    heard: Option<Heard>,
}

/// Sends tasks until it is told to stop. What came of each.
fn send_many(joan: &Person, token: &str, sender: usize, done: &AtomicUsize, stop: &AtomicBool) -> Vec<Sent> {
    let mut all = Vec::new();
    while !stop.load(Ordering::Relaxed) {
        let title = format!("Task {sender}-{}", all.len());
        let heard = try_post(joan, "/tasks", token, &[("task_title", &title)]).ok();
        if heard.as_ref().is_some_and(|heard| heard.status == 303) {
            done.fetch_add(1, Ordering::Relaxed);
        } else {
            std::thread::park_timeout(Duration::from_millis(100)); // as long as somebody needs to press again
        }
        all.push(Sent { title, heard });
    }
    all
}

/// Many send, and in the midst of it something happens; they go on until enough was done after it as well.
fn storm(joan: &Person, chance: &mut Chance, strike: impl FnOnce()) -> (Vec<Sent>, String) {
    let token = joan.token("/tasks/new");
    let (done, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let before = chance.among(5, 40) as usize;
    let sent = std::thread::scope(|scope| {
        let (token, done, stop) = (&token, &done, &stop);
        let sending: Vec<_> =
            (0..SENDERS).map(|n| scope.spawn(move || send_many(joan, token, n, done, stop))).collect();
        until("some is done", || done.load(Ordering::Relaxed) >= before);
        strike();
        let struck = done.load(Ordering::Relaxed);
        until("more is done", || done.load(Ordering::Relaxed) >= struck + 10);
        stop.store(true, Ordering::Relaxed);
        sending.into_iter().flat_map(|one| one.join().expect("what was sent")).collect()
    });
    (sent, token)
}

/// Every task that was called done is there, every one called not saved is not, and the others are wholly there or not at all; sent
/// again, each is there once.
fn account_for(demo: &Demo, token: &str, sent: &[Sent]) {
    let mut database = owner(&demo.folder);
    for Sent { title, heard } in sent {
        let there = tasks_called(&mut database, title);
        match heard {
            Some(heard) if heard.status == 303 => assert_eq!(there, 1, "{title} was done"),
            Some(heard) => {
                assert_eq!(heard.status, 503, "{title}: {}", heard.said());
                assert!(heard.took <= BUSY_MAX, "{title} took {:?}", heard.took);
                assert!(heard.retry_after.is_some());
                assert!(there == 0 || !heard.body.contains(UNSAVED[0]), "{title} was said not to be saved");
            }
            None => {}
        }
        assert!(there <= 1, "{title} is there {there} times");
    }
    let unsure = sent.iter().filter(|one| one.heard.as_ref().is_none_or(|heard| heard.status == 503));
    for Sent { title, .. } in unsure.take(20) {
        assert_eq!(add_task(&demo.joan, token, title).status, 303);
        assert_eq!(tasks_called(&mut database, title), 1, "{title}, sent again");
    }
}

/// The trail of all that happened is whole.
fn verify(demo: Demo) {
    idle(owner(&demo.folder));
    let Demo { server, folder, .. } = demo;
    assert!(server.stop().success());
    let verified = folder.run(&["verify"]);
    assert!(verified.status.success(), "{verified:?}");
}

#[test]
fn nothing_that_was_done_is_lost_with_the_database() {
    let mut test = Test::of("database");
    let demo = Demo::start(&test, "killed-database");
    let (sent, token) = storm(&demo.joan, &mut test.chance, || {
        kill_database(&demo.folder);
        until("the database is back", || try_owner(&demo.folder).is_some());
        demo.is_well();
    });
    account_for(&demo, &token, &sent);
    verify(demo);
}

#[test]
fn nothing_that_was_done_is_lost_with_the_program() {
    let mut test = Test::of("program");
    let mut demo = Demo::start(&test, "killed-program");
    let port = demo.joan.origin.rsplit(':').next().and_then(|port| port.parse().ok()).unwrap_or_else(free_port);
    let (joan, folder, server) = (demo.joan.clone(), &demo.folder, &mut demo.server);
    let (sent, token) = storm(&joan, &mut test.chance, || {
        server.kill();
        let begun = Instant::now();
        *server = Server::start_at(folder, "demo", port);
        crate::world::is_well(&joan);
        assert!(begun.elapsed() < RECOVERY_MAX, "it was back after {:?}", begun.elapsed());
    });
    account_for(&demo, &token, &sent);
    verify(demo);
}
