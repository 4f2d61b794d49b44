//! A vote whose time has come is published within seconds: though the program was killed in the midst of it, somebody held what it
//! needs, or two servers wanted to close it.

use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;

use crate::RECOVERY_MAX;
use crate::asks::get;
use crate::locked::Held;
use crate::support::{Server, until};
use crate::world::{Demo, POLL, Test, count, idle, is_well, owner};

/// The open vote of the demo, by its number.
const VOTE: i64 = 8;
/// How long somebody holds what the close needs, from before its time on.
const HELD: Duration = Duration::from_secs(20);

/// The time of the vote comes in a second: its job is due then.
fn its_time_comes(demo: &Demo) {
    let due = "update jobs set run_at = clock_timestamp() + '1 second'::interval where kind = 'poll.close'";
    owner(&demo.folder).batch_execute(due).expect("a job that is due");
}

fn decided(demo: &Demo) -> i64 {
    count(&mut owner(&demo.folder), "select count(*) from results where poll_id = 8 and $1 = ''", "")
}

/// A close of this vote waits in the midst of its work for a lock that somebody holds.
fn waits(demo: &Demo) -> bool {
    let waiting = "select count(*) from pg_stat_activity where usename = 'cooperator_app' and wait_event_type = 'Lock' and $1 = ''";
    count(&mut owner(&demo.folder), waiting, "") > 0
}

/// The result stands in time, everybody sees it, it was decided and told once, and rows and trail are as they were recorded.
#[track_caller]
fn is_published(demo: Demo, since: Instant) {
    until("the result stands", || decided(&demo) == 1);
    assert!(since.elapsed() < RECOVERY_MAX, "published after {:?}", since.elapsed());
    assert_eq!(get(&demo.isabelle, &format!("{POLL}/result")).status, 200);
    idle(owner(&demo.folder));
    let mut database = owner(&demo.folder);
    let told = "select count(*) from events where kind = 'poll.closed' and subject_id = 8 and $1 = ''";
    assert_eq!(count(&mut database, told, ""), 1);
    let twice = "select count(*) from (select from notices where kind = 'poll_closed' group by coop_id, account_id, event_id \
                 having count(*) > 1) n where $1 = ''";
    assert_eq!(count(&mut database, twice, ""), 0, "nobody is told twice");
    let Demo { server, folder, .. } = demo;
    assert!(server.stop().success());
    let verified = folder.run(&["verify"]);
    assert!(verified.status.success(), "{verified:?}");
}

/// Killed where the close is about to write its result, to move tasks of the register, or to tell of it.
#[test]
fn a_program_killed_in_the_midst_of_a_close_publishes_it_when_it_is_back() {
    let test = Test::of("closing");
    for point in ["results", "decisions", "events"] {
        let mut demo = Demo::start(&test, "closing");
        let held = Held::table(&demo, point);
        its_time_comes(&demo);
        until("the close is under way", || waits(&demo));
        killed_and_back(&mut demo, held);
        is_published(demo, Instant::now());
    }
}

/// The program dies while somebody holds what it waits for, and starts again where it was.
fn killed_and_back(demo: &mut Demo, held: Held) {
    demo.server.kill();
    drop(held);
    let port = demo.joan.origin.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port");
    demo.server = Server::start_at(&demo.folder, "demo", port);
    is_well(&demo.joan);
}

/// Killed where the opening is about to fix the questions, to write the roll, or to tell of it: whoever comes back finds it open, with a
/// whole roll, opened and told once.
#[test]
fn a_program_killed_in_the_midst_of_an_opening_opens_it_when_it_is_back() {
    let test = Test::of("opening");
    for point in ["questions", "roll", "events"] {
        let mut demo = Demo::start(&test, "opening");
        let held = Held::table(&demo, point);
        let due = "update polls set opens_at = clock_timestamp() where status = 'scheduled' and closes_at > clock_timestamp() + '1 day'; \
                   update jobs set run_at = clock_timestamp() where kind = 'poll.open'";
        owner(&demo.folder).batch_execute(due).expect("a vote whose time has come");
        until("the opening is under way", || waits(&demo));
        killed_and_back(&mut demo, held);
        let told = |sql: &str| count(&mut owner(&demo.folder), sql, "");
        let scheduled = "select count(*) from polls where status = 'scheduled' and opens_at <= clock_timestamp() \
                         and closes_at > clock_timestamp() and $1 = ''";
        until("the vote opens", || told(scheduled) == 0);
        let partly = "select count(*) from polls p where status = 'open' and $1 = '' and (roll_size <> \
                      (select count(*) from roll r where r.coop_id = p.coop_id and r.poll_id = p.id) or roll_size = 0)";
        assert_eq!(told(partly), 0, "{point}: a roll is whole");
        let twice = "select count(*) from (select from events where kind = 'poll.opened' group by coop_id, subject_id \
                     having count(*) > 1) e where $1 = ''";
        assert_eq!(told(twice), 0, "{point}: it opens once");
        idle(owner(&demo.folder));
        let notices = "select count(*) from (select from notices where kind = 'poll_opened' group by coop_id, account_id, event_id \
                       having count(*) > 1) n where $1 = ''";
        assert_eq!(told(notices), 0, "{point}: nobody is told twice");
        let Demo { server, folder, .. } = demo;
        assert!(server.stop().success());
        let verified = folder.run(&["verify"]);
        assert!(verified.status.success(), "{point}: {verified:?}");
    }
}

/// Holds something for a while around the time of the close, and lets go of it.
fn held_meanwhile(name: &str, hold: impl FnOnce(&Demo) -> Held) {
    let test = Test::of(name);
    let demo = Demo::start(&test, name);
    let held = hold(&demo);
    its_time_comes(&demo);
    until("the close waits", || waits(&demo));
    let begun = Instant::now();
    while begun.elapsed() < HELD {
        assert_eq!(decided(&demo), 0, "nothing is published while it is held");
        std::thread::park_timeout(Duration::from_millis(500));
    }
    drop(held);
    is_published(demo, Instant::now());
}

#[test]
fn a_vote_whose_row_is_held_is_published_when_it_is_free() {
    held_meanwhile("closing-row", |demo| Held::row(demo, "polls", VOTE));
}

#[test]
fn a_vote_whose_ballots_are_held_is_published_when_they_are_free() {
    held_meanwhile("closing-vote", |demo| Held::vote(demo, VOTE));
}

#[test]
fn two_servers_publish_a_vote_once() {
    let test = Test::of("closing-twice");
    let demo = Demo::start(&test, "closing-twice");
    let other = Server::start(&demo.folder, "demo");
    its_time_comes(&demo);
    let due = Instant::now() + Duration::from_secs(1);
    until("the result stands", || decided(&demo) == 1);
    assert!(other.stop().success());
    is_published(demo, due);
}
