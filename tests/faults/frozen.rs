//! A database that says nothing: stopped where it stands, or behind a line on which nothing passes.

use std::time::{Duration, Instant};

use crate::RECOVERY_MAX;
use crate::asks::{Live, Paper, SAFE, UNSAVED, at_once, get, post};
use crate::support::{Folder, Person, signal, until};
use crate::world::{Demo, POLL, Served, Stopped, Test, idle, is_well, owner, tasks_called};

/// What everybody hears while the database is silent.
fn all_hear_it(joan: &Person, token: &str, title: &str, how_many: u64) {
    std::thread::scope(|scope| {
        let reading = scope.spawn(|| at_once(how_many, |number| get(joan, &format!("/members?q=a{number}"))));
        let sending = scope.spawn(|| post(joan, "/tasks", token, &[("task_title", title)]));
        let long = scope.spawn(|| get(joan, "/members.csv"));
        let asked = scope.spawn(|| at_once(3, |_| get(joan, "/readyz")));
        let alive = scope.spawn(|| at_once(3, |_| get(joan, "/healthz")));
        let known = scope.spawn(|| get(joan, "/static/none.css"));
        reading.join().expect("answers").iter().for_each(|heard| heard.is_busy(SAFE));
        sending.join().expect("an answer").is_busy(UNSAVED);
        long.join().expect("an answer").is_busy(SAFE);
        asked.join().expect("answers").iter().for_each(|heard| heard.is_prompt(503));
        alive.join().expect("answers").iter().for_each(|heard| heard.is_prompt(200));
        known.join().expect("an answer").is_prompt(404);
    });
}

/// A vote that is cast shows on a page that was open all the time, and a letter goes out: listener, live pages and jobs are back.
fn all_goes_on(folder: &Folder, voter: &Person, live: &Live, choice: &str) {
    let (before, letters) = (live.messages(), letters(folder));
    let heard = Paper::of(voter, POLL).cast(choice);
    assert_eq!(heard.status, 303, "{}", heard.said());
    let asked = post(voter, "/sign-in/link", &voter.token(POLL), &[("email", "valerie.simard@example.org")]);
    assert!([200, 303].contains(&asked.status), "{}", asked.said());
    let begun = Instant::now();
    until("the open page hears of the vote", || live.messages() > before);
    until("the letter goes out", || self::letters(folder) > letters);
    assert!(begun.elapsed() < RECOVERY_MAX, "it took {:?}", begun.elapsed());
}

fn letters(folder: &Folder) -> usize {
    std::fs::read_dir(folder.0.join("mail")).map_or(0, Iterator::count)
}

#[test]
fn a_stopped_database_is_a_busy_page_and_all_goes_on_when_it_wakes() {
    let mut test = Test::of("stopped");
    let demo = Demo::start(&test, "stopped");
    let live = Live::watch(&demo.isabelle, &format!("{POLL}/live"));
    until("the page is live", || live.messages() > 0);
    // More than once, because a connection that hung must not be missing the next time.
    for (round, choice) in ["for", "against"].into_iter().enumerate() {
        let token = demo.joan.token("/tasks/new");
        let title = format!("While it sleeps {round}");
        let stopped = Stopped::database(&demo.folder);
        all_hear_it(&demo.joan, &token, &title, test.chance.among(12, 40));
        drop(stopped);
        demo.is_well();
        idle(owner(&demo.folder));
        assert_eq!(tasks_called(&mut owner(&demo.folder), &title), 0, "it was said that it was not saved");
        assert_eq!(post(&demo.joan, "/tasks", &token, &[("task_title", &title)]).status, 303);
        assert_eq!(tasks_called(&mut owner(&demo.folder), &title), 1);
        all_goes_on(&demo.folder, &demo.isabelle, &live, choice);
    }
}

#[test]
fn a_line_on_which_nothing_passes_is_a_busy_page_and_all_goes_on_after_it() {
    let mut test = Test::of("silent");
    let served = Served::start(&test, "silent");
    let live = Live::watch(&served.isabelle, &format!("{POLL}/live"));
    until("the page is live", || live.messages() > 0);
    let token = served.joan.token("/tasks/new");
    served.line.stop();
    all_hear_it(&served.joan, &token, "While the line is dead", test.chance.among(12, 40));
    served.line.start();
    is_well(&served.joan);
    all_goes_on(&served.folder, &served.isabelle, &live, "abstain");
}

/// The others answer, so nobody but the listener itself can notice.
#[test]
fn a_listener_that_hears_nothing_listens_anew() {
    let test = Test::of("deaf");
    let served = Served::start(&test, "deaf");
    let live = Live::watch(&served.isabelle, &format!("{POLL}/live"));
    until("the page is live", || live.messages() > 0 && served.line.listeners() == 1);
    served.line.silence_listeners();
    until("it listens anew", || served.line.listeners() == 2);
    all_goes_on(&served.folder, &served.isabelle, &live, "for");
}

/// An operator who stops the server has it stopped, whatever the database does.
#[test]
fn a_server_whose_database_is_silent_still_stops() {
    let test = Test::of("stopping");
    let mut served = Served::start(&test, "stopping");
    served.line.stop();
    at_once(12, |number| get(&served.joan, &format!("/members?q=d{number}")))
        .iter()
        .for_each(|heard| heard.is_busy(SAFE));
    let begun = Instant::now();
    signal("-TERM", served.server.child.id());
    until("it stops", || served.server.child.try_wait().expect("its state").is_some());
    assert!(begun.elapsed() < Duration::from_secs(15), "it took {:?}", begun.elapsed());
}
