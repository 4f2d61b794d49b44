//! What only real commits and real processes show: two at once, a process killed half-way, a start that must be refused.

mod backup;
mod ballot_box;
mod calendar;
mod crowd;
mod door;
mod homes;
mod linkage;
mod logs;
mod operator;
mod reminders;
mod secret;
mod support;
mod surveys;

use std::os::unix::fs::PermissionsExt as _;

use support::{Folder, Person, Server, free_port, postmaster, signal, until};

const ISABELLE: &str = "isabelle.macdonald@example.org";
const JOAN: &str = "joan.rioux@example.org";
const VALERIE: &str = "valerie.simard@example.org";
/// The open vote of the demo co-op.
const POLL: &str = "/polls/8";

/// The ballots of the poll that carry a name, one line each, as the file of an open vote has them.
fn votes_of(person: &Person) -> (usize, String) {
    let page = person.get(POLL).body;
    let checked = ["for", "against", "abstain"]
        .iter()
        .filter(|choice| page.contains(&format!("value=\"{choice}\" checked")))
        .map(|choice| (*choice).to_owned())
        .collect::<Vec<_>>();
    (checked.len(), checked.first().cloned().unwrap_or_default())
}

/// How many voted, as the page says it: "42 of 98 members have voted."
fn voted(person: &Person) -> usize {
    let page = person.get(POLL).body;
    let (before, _) = page.split_once(" members have voted").expect("the turnout");
    let (before, _) = before.rsplit_once(" of ").expect("voters of members");
    let digits: String = before.chars().rev().take_while(char::is_ascii_digit).collect();
    digits.chars().rev().collect::<String>().parse().expect("a number")
}

#[test]
fn thirty_two_casts_at_once_are_one_ballot() {
    let folder = Folder::new("casts");
    let server = Server::start(&folder, "demo");
    let isabelle = Person::of_demo(&server, ISABELLE);
    let before = voted(&isabelle);
    let token = isabelle.token(POLL);
    std::thread::scope(|scope| {
        for number in 0..32 {
            let (isabelle, token) = (isabelle.clone(), token.clone());
            scope.spawn(move || {
                let choice = ["for", "against", "abstain"][number % 3];
                let reply =
                    isabelle.try_post(&format!("{POLL}/ballots"), &token, &[("q1", choice)]).expect("an answer");
                assert!([200, 409, 503].contains(&reply.status), "{}: {}", reply.status, reply.body);
            });
        }
    });
    assert_eq!(votes_of(&isabelle).0, 1);
    assert_eq!(voted(&isabelle), before + 1);
}

/// One puts her up, she puts herself up, sixteen times each at once: she stands, once.
#[test]
fn thirty_two_nominations_at_once_are_one() {
    let folder = Folder::new("nominations");
    let server = Server::start(&folder, "demo");
    let (isabelle, valerie) = (Person::of_demo(&server, ISABELLE), Person::of_demo(&server, VALERIE));
    let page = "/elections/1";
    let tokens = [isabelle.token(page), valerie.token(page)];
    std::thread::scope(|scope| {
        for number in 0..32 {
            let (isabelle, valerie, tokens) = (isabelle.clone(), valerie.clone(), tokens.clone());
            scope.spawn(move || {
                // A field that nobody reads makes each form another one.
                let other = number.to_string();
                let reply = if number % 2 == 0 {
                    let fields = [("nominee_said", "Valérie Simard"), ("other", other.as_str())];
                    isabelle.try_post(&format!("{page}/nominations"), &tokens[0], &fields)
                } else {
                    valerie.try_post(&format!("{page}/candidacy"), &tokens[1], &[("other", other.as_str())])
                };
                let reply = reply.expect("an answer");
                assert!([200, 409, 422, 503].contains(&reply.status), "{}: {}", reply.status, reply.body);
            });
        }
    });
    let seen = isabelle.get(page).body.matches(">Valérie Simard</h3>").count();
    assert_eq!(seen, 1);
    assert!(valerie.get(page).body.contains("You stand in this election."));
}

#[test]
fn what_was_acknowledged_survives_the_death_of_the_program() {
    let folder = Folder::new("crash");
    let port = free_port();
    for round in 0..3 {
        let mut server = Server::start_at(&folder, "demo", port);
        let isabelle = Person::of_demo(&server, ISABELLE);
        let choice = ["for", "against", "abstain"][round];
        let reply = isabelle.post(&format!("{POLL}/ballots"), POLL, &[("q1", choice)]);
        assert_eq!(reply.status, 200);
        server.kill();
        let server = Server::start_at(&folder, "demo", port);
        let isabelle = Person::of_demo(&server, ISABELLE);
        assert_eq!(votes_of(&isabelle), (1, choice.to_owned()), "round {round}");
        assert!(server.stop().success());
    }
}

#[test]
fn the_program_outlives_its_database() {
    let folder = Folder::new("database");
    let server = Server::start(&folder, "demo");
    let valerie = Person::of_demo(&server, VALERIE);
    assert_eq!(valerie.post(&format!("{POLL}/ballots"), POLL, &[("q1", "against")]).status, 200);
    signal("-KILL", postmaster(&folder.0));
    // The server processes of a database outlive its postmaster for a moment, so a page may come before the first refusal. A vote
    // that was lost would never come back.
    until("the vote is there again", || match valerie.try_get(POLL) {
        Ok(reply) if reply.status == 200 => votes_of(&valerie) == (1, "against".to_owned()),
        Ok(reply) => {
            assert_eq!(reply.status, 503, "{}", reply.body);
            assert!(reply.body.contains("Nothing is lost"), "{}", reply.body);
            false
        }
        Err(error) => panic!("the server itself is gone: {error}"),
    });
}

#[test]
fn two_servers_share_the_work_and_do_each_job_once() {
    let folder = Folder::new("instances");
    let one = Server::start(&folder, "demo");
    let two = Server::start(&folder, "demo");
    // Nobody is sent more than three an hour, so two people ask.
    for (server, email) in [(&one, ISABELLE), (&two, ISABELLE), (&one, VALERIE), (&two, VALERIE)] {
        let stranger = Person::new(server);
        assert_eq!(stranger.post("/sign-in/link", "/sign-in", &[("email", email)]).status, 200);
    }
    let mails = || {
        let files = std::fs::read_dir(folder.0.join("mail")).into_iter().flatten().flatten();
        let texts = files.filter_map(|file| std::fs::read_to_string(file.path()).ok());
        texts.filter(|text| text.contains("/sign-in/link/")).count()
    };
    until("four letters", || mails() >= 4);
    let watcher = Person::of_demo(&one, VALERIE);
    let stream = watcher.agent.get(format!("{}{POLL}/live", one.origin)).call().expect("a stream");
    let begun = std::time::Instant::now();
    assert!(one.stop().success());
    assert!(begun.elapsed().as_secs() < 10, "it does not wait for those who watch: {:?}", begun.elapsed());
    drop(stream);
    let isabelle = Person::of_demo(&two, ISABELLE);
    assert_eq!(isabelle.get("/").status, 200, "the other server and the database go on");
    assert_eq!(mails(), 4);
}

#[test]
fn a_start_that_would_be_unsafe_is_refused_in_one_line() {
    let folder = Folder::new("refusals");
    let made = folder.run(&["demo", "--only-data"]);
    assert!(made.status.success(), "{made:?}");
    let refused = |args: &[&str], says: &str| {
        let output = folder.run(args);
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && words.contains(says), "{args:?}: {words}");
        assert_eq!(words.lines().filter(|line| line.starts_with("cooperator:")).count(), 1, "{words}");
    };
    refused(&["serve", "--origin", "http://coop.example.org"], "https://");
    refused(&["serve", "--listen", "0.0.0.0:0"], "COOPERATOR_ORIGIN");
    refused(&["serve", "--listen", "0.0.0.0:0", "--origin", "http://localhost:9"], "COOPERATOR_KEPT_LOCAL");
    refused(&["demo", "--listen", "0.0.0.0:0"], "only on this machine");
    refused(&["serve", "--mail-from", "nobody"], "not an address");
    refused(&["--policy", "/nonexistent", "serve"], "policy");
    let output = folder.program().env("COOPERATOR_LOG", "bogus===").arg("serve").output().expect("the program runs");
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && words.starts_with("cooperator: COOPERATOR_LOG"), "{words}");
    let key = folder.0.join("keys/server.key");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).expect("chmod");
    refused(&["serve"], "chmod 600");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).expect("chmod");
}

#[test]
fn a_database_that_is_not_ours_yet_and_demo_data_in_earnest_are_refused() {
    let folder = Folder::new("schema");
    let server = Server::start(&folder, "demo");
    let socket = std::fs::read_to_string(folder.0.join("postgres/cluster/postmaster.pid")).expect("a running database");
    let socket = socket.lines().nth(4).expect("the socket folder").to_owned();
    let url = |database: &str| format!("host='{socket}' user=cooperator dbname={database}");
    let refused = |database: &str, says: &str| {
        let output =
            folder.program().arg("serve").env("DATABASE_URL", url(database)).output().expect("the program runs");
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && words.contains(says), "{words}");
    };
    refused("postgres", "cooperator migrate");
    refused("cooperator_demo", "holds the demo co-op");
    drop(server);
}

#[test]
fn the_audit_trail_of_the_demo_is_whole_and_help_explains_every_command() {
    let folder = Folder::new("commands");
    let help = String::from_utf8(folder.run(&["--help"]).stdout).expect("text");
    for command in ["serve", "demo", "migrate", "coop", "import", "scores", "verify", "health", "routes", "openapi"] {
        let line = help.lines().find(|line| line.trim_start().starts_with(command));
        assert!(line.is_some_and(|line| line.trim().len() > command.len() + 5), "{command} is not explained:\n{help}");
    }
    assert_eq!(folder.run(&["verify"]).status.code(), Some(1), "nothing to check");
    assert!(folder.run(&["demo", "--only-data"]).status.success());
    let verified = folder.run(&["verify"]);
    assert!(verified.status.success(), "{verified:?}");
    let words = String::from_utf8(verified.stdout).expect("text");
    let mark = words.split_whitespace().find(|word| word.len() > 60).expect("a count and a hash").to_owned();
    assert!(folder.run(&["verify", "--expect", &mark]).status.success());
    let cut = format!("1{mark}");
    assert_eq!(folder.run(&["verify", "--expect", &cut]).status.code(), Some(1));
    let wrong = folder.run(&["serve", "--listen", "nonsense"]);
    assert_eq!(wrong.status.code(), Some(2), "{wrong:?}");
}

#[test]
fn the_messy_files_come_in_by_the_command_and_go_out_again() {
    let folder = Folder::new("imports");
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
    let file = |name: &str| data.join(name).display().to_string();
    let (homes, book) = (file("riel-logements-excel-fr.csv"), file("riel-members.xlsx"));
    let said = |args: &[&str], code: i32| {
        let output = folder.run(args);
        let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(code), "{args:?}: {text}");
        text
    };
    let add = [
        "coop",
        "add",
        "--name-en",
        "Riel",
        "--name-fr",
        "Riel",
        "--host",
        "riel.example.org",
        "--admin-name",
        "Joan Rioux",
    ];
    said(&["migrate"], 0);
    said(&[add.as_slice(), &["--admin-email", "joan@example.org"]].concat(), 0);
    let dry = said(&["import", "members", &homes, "--dry-run"], 1);
    for words in [
        "68 rows",
        "problems: 3",
        "nobody: 2",
        "row 69, E-mail, \"pas-une-adresse\"",
        "row 69, ",
        "row 70, Home",
        "\"2021-02-30\"",
        "nothing was stored",
    ] {
        assert!(dry.contains(words), "{words} is missing in {dry}");
    }
    assert!(said(&["import", "members", &homes], 1).contains("nothing was stored"));
    let stored = said(&["import", "members", &homes, "--leave-out-errors"], 1);
    assert!(stored.contains("stored: 99 added") && stored.contains("64 homes and 6 committees added"), "{stored}");
    said(&["verify"], 0);
    let undone = said(&["import", "undo"], 0);
    assert!(undone.contains("99 removed, 0 put back; 64 homes and 6 committees removed"), "{undone}");
    assert!(said(&["import", "members", &book], 0).contains("stored: 99 added"));
    assert!(said(&["import", "members", &book], 0).contains("99 the same"));
    let mapping = folder.0.join("mapping.json");
    std::fs::write(&mapping, r#"{"Cell": "ignore", "Move-in": "ignore", "Member no.": "king"}"#).expect("a mapping");
    let mapping = mapping.display().to_string();
    assert!(said(&["import", "members", &book, "--mapping", &mapping], 1).contains("king"));
    std::fs::write(&mapping, r#"{"Cell": "ignore", "Move-in": "ignore"}"#).expect("a mapping");
    let mapped = said(&["import", "members", &book, "--mapping", &mapping, "--dry-run"], 0);
    assert!(mapped.contains("column left out: \"Cell\"") && mapped.contains("same: 99"), "{mapped}");
    assert!(said(&["import", "undo"], 0).contains("0 removed"));
}

/// The links in the mails to an address, as the program wrote them to its folder.
fn address_links(folder: &Folder, address: &str) -> Vec<String> {
    let Ok(files) = std::fs::read_dir(folder.0.join("mail")) else { return Vec::new() };
    let mails = files.flatten().filter_map(|file| std::fs::read_to_string(file.path()).ok());
    let whole = mails.map(|mail| mail.replace("=\r\n", "")).filter(|mail| mail.contains(&format!("<{address}>")));
    whole
        .filter_map(|mail| {
            let token = mail.split("/address/").nth(1)?;
            Some(token.chars().take_while(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter)).collect())
        })
        .collect()
}

#[test]
fn two_who_confirm_the_same_address_at_once_are_one() {
    let folder = Folder::new("addresses");
    let server = Server::start(&folder, "demo");
    let wanted = "wanted@example.net";
    let both = [Person::of_demo(&server, ISABELLE), Person::of_demo(&server, VALERIE)];
    for person in &both {
        let asked = person.post("/account/address", "/account/address", &[("new_email", wanted)]);
        assert_eq!(asked.status, 200, "{}", asked.body);
    }
    until("two mails", || address_links(&folder, wanted).len() == 2);
    let links = address_links(&folder, wanted);
    let visitor = Person::new(&server);
    let token = visitor.token(&format!("/address/{}", links[0]));
    let mut statuses = std::thread::scope(|scope| {
        // Each link twice, all at the same moment.
        let sent: Vec<_> = links
            .iter()
            .chain(&links)
            .map(|link| {
                let (visitor, token) = (visitor.clone(), token.clone());
                scope.spawn(move || {
                    visitor.try_post(&format!("/address/{link}"), &token, &[]).expect("an answer").status
                })
            })
            .collect();
        sent.into_iter().map(|sent| sent.join().expect("a thread")).collect::<Vec<_>>()
    });
    statuses.sort_unstable();
    // The winner's second press finds the link used; who came second is told that the address is taken.
    assert_eq!(statuses, [200, 409, 409, 410]);
    let theirs =
        both.iter().filter(|person| person.get("/profile").body.contains("We are waiting for you to confirm")).count();
    assert_eq!(theirs, 1, "one has it, signed out everywhere; the other still waits");
}
