//! Keys of secret votes that a server cannot reach: what was to be done is not done and says so, nothing is lost, and it is done once the key
//! is there. Two servers on one database are one urn, whichever of them has the key.

use std::fs;
use std::process::Command;
use std::time::Duration;

use diesel::connection::SimpleConnection as _;

use crate::asks::{at_once, get, post};
use crate::support::{Person, Server, free_port, until};
use crate::voters::{self, CHOICES, Came, Officers, Urn, Voter, line, status};
use crate::world::{Demo, Test, is_well, owner};

/// So many vote at the same moment, half of them at each server.
const AT_ONCE: usize = 32;

/// Sends what the page of the urn or of the close asks for; the answer's status and words.
fn sends(person: &Person, path: &str, page: &str, fields: &[(&str, &str)]) -> (u16, String) {
    let heard = post(person, path, &person.token(page), fields);
    (heard.status, heard.body)
}

#[test]
fn a_folder_of_keys_that_cannot_be_reached_leaves_a_vote_as_it_is() {
    let test = Test::of("keys");
    let demo = Demo::start(&test, "keys");
    voters::join(&demo.folder, 6);
    let officers = Officers::of(&demo.server, &demo.joan);
    let people = voters::signed_in(&demo.server, 6);
    let poll = officers.announced(&demo.folder);
    let (keys, away) = (demo.folder.0.join("keys"), demo.folder.0.join("keys.away"));
    // A file lies where the folder was.
    let lose = || fs::rename(&keys, &away).and_then(|()| fs::write(&keys, "")).expect("no folder");
    let find = || fs::remove_file(&keys).and_then(|()| fs::rename(&away, &keys)).expect("the folder");
    let [first, second] = Officers::named(&demo.folder);
    let (urn, named) = (format!("/polls/{poll}/urn"), [("first", first.as_str()), ("second", second.as_str())]);
    lose();
    let (said, words) = sends(&officers.second, &urn, &urn, &named);
    assert_eq!(said, 409, "{words}");
    assert!(words.contains("cannot write the key"), "{words}");
    let rows = format!("select (public_key is null)::text as line from urns where poll_id = {poll}");
    assert_eq!(line(&mut owner(&demo.folder), &rows), "true");
    find();
    officers.prepared(&demo.folder, poll);
    lose();
    let (said, words) = sends(&officers.scrutineers[0], &format!("{urn}/code"), &urn, &[]);
    assert!(said == 409 && words.contains("has no key for this urn"), "{said}: {words}");
    find();
    officers.code_taken(poll, 0);
    officers.code_taken(poll, 1);
    // Casting needs no key.
    lose();
    for (nth, person) in people.iter().enumerate() {
        assert_eq!(Voter::new(person, CHOICES[nth % 3]).tries(poll, false), Came::Recorded);
    }
    let closing = format!("/polls/{poll}/closing");
    let (said, words) = sends(&officers.joan, &closing, &closing, &[]);
    assert!(said == 409 && words.contains("has no key for this urn"), "{said}: {words}");
    let found = Urn::look(&mut owner(&demo.folder), poll).expect("an urn");
    found.must_hold();
    assert_eq!((found.status.as_str(), found.voted.len()), ("open", 6));
    find();
    assert_eq!(sends(&officers.joan, &closing, &closing, &[]).0, 303);
    let found = Urn::look(&mut owner(&demo.folder), poll).expect("an urn");
    found.must_hold();
    assert_eq!((found.status.as_str(), found.opened), ("closed", 6));
}

/// The other server has the first one's own key, by which it knows sessions and looks; that of the urn it has not.
#[test]
fn two_servers_are_one_urn_whichever_has_its_key() {
    let test = Test::of("servers");
    let mut demo = Demo::start(&test, "servers");
    voters::join(&demo.folder, AT_ONCE);
    let officers = Officers::of(&demo.server, &demo.joan);
    let people = voters::signed_in(&demo.server, AT_ONCE);
    let poll = officers.opened(&demo.folder);
    let alone = demo.folder.0.join("keys.other");
    fs::create_dir(&alone).expect("a folder");
    let copied = Command::new("cp").arg("-p").arg(demo.folder.0.join("keys/server.key")).arg(&alone).status();
    assert!(copied.is_ok_and(|status| status.success()));
    let mut program = demo.folder.program();
    program.env("COOPERATOR_KEYS", &alone);
    let other = Server::launch(program, "demo", free_port());
    let at = |person: &Person, origin: &str| Person { origin: origin.to_owned(), ..person.clone() };
    // Everybody at one of them and, by another window at the same moment, at the other.
    let ends = at_once(2 * AT_ONCE as u64, |number| {
        let (voter, place) = (number as usize / 2, number as usize % 2);
        let person = at(&people[voter], [&demo.server.origin, &other.origin][place]);
        let mut voter = Voter::new(&person, CHOICES[voter % 3]);
        let mut came = voter.tries(poll, false);
        while came != Came::Recorded {
            assert!(matches!(came, Came::Unsaved | Came::Unsure), "{came:?}");
            came = voter.tries(poll, false);
        }
        came
    });
    assert_eq!(ends.len(), 2 * AT_ONCE);
    let look = || Urn::look(&mut owner(&demo.folder), poll).expect("an urn");
    look().must_hold();
    assert_eq!(look().voted.len(), AT_ONCE, "each once");
    // The one without the key closes nothing, whoever asks it: an officer, or the time.
    let joan = at(&officers.joan, &other.origin);
    let closing = format!("/polls/{poll}/closing");
    let (said, words) = sends(&joan, &closing, &closing, &[]);
    assert!(said == 409 && words.contains("has no key for this urn"), "{said}: {words}");
    demo.server.kill();
    let due = format!(
        "update jobs set run_at = clock_timestamp() where kind = 'poll.close' and payload ->> 'poll' = '{poll}'"
    );
    owner(&demo.folder).batch_execute(&due).expect("a vote whose time has come");
    let tried =
        format!("select attempts::text as line from jobs where kind = 'poll.close' and payload ->> 'poll' = '{poll}'");
    until("it has tried", || line(&mut owner(&demo.folder), &tried).as_str() >= "2");
    assert_eq!(look().status, "open");
    look().must_hold();
    // As soon as the one with the key is back, it is closed, once.
    let port = demo.joan.origin.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port");
    demo.server = Server::start_at(&demo.folder, "demo", port);
    is_well(&demo.joan);
    until("it is closed", || status(&mut owner(&demo.folder), poll) == "closed");
    let found = Urn::look(&mut owner(&demo.folder), poll).expect("an urn");
    found.must_hold();
    assert_eq!(found.opened, AT_ONCE as i64);
    let told = format!("select count(*)::text as line from events where kind = 'poll.closed' and subject_id = {poll}");
    assert_eq!(line(&mut owner(&demo.folder), &told), "1");
    for origin in [&demo.joan.origin, &other.origin] {
        until("both tell it", || {
            std::thread::park_timeout(Duration::from_millis(50));
            get(&at(&demo.isabelle, origin), &format!("/polls/{poll}/list")).status == 200
        });
    }
    assert!(other.stop().success());
}
