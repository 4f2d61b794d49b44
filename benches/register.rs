//! `cargo bench --bench register`: the register of a co-op of 100,000 members among 500 others, 213,000 people in all.
//!
//! Prints how long an import of 2,300 people takes (the whole command, from its start to its end), then how long the server takes for lists, searches and one member, as seen from this process, one request after another. No page
//! of the list is asked for twice, because the server remembers lists that many see. Needs `psql` beside the private PostgreSQL.

#[allow(dead_code, reason = "the committed tests use the rest of it")]
#[path = "../tests/committed/support.rs"]
mod support;

use std::process::Command;
use std::time::Instant;

use support::{Folder, Person, Server};

const ADMIN: &str = "joan.rioux@example.org";
const RESIDENT: &str = "isabelle.macdonald@example.org";
const FEDERATION: &str = include_str!("register/federation.sql");
/// How often each page is asked for, and how many pages of the list at its beginning and end are.
const SAMPLES: usize = 9;
const LAST: usize = 900;

/// What is searched for, and what of it is.
const SEARCHES: [(&str, &str); 7] = [
    ("elodie", "a given name, without its accent"),
    ("tremblay%20amelie", "two parts of a name"),
    ("ambl", "a part of a name"),
    ("nobodyatall", "nobody"),
    ("H12", "a home"),
    ("555-0101", "a phone"),
    ("m%C3%AFchael%20123", "a name and part of a number"),
];

fn main() {
    for _ in 0..3 {
        import();
    }
    let folder = Folder::new("register");
    let server = Server::start(&folder, "demo");
    grow(&folder);
    for (role, email) in [("admin", ADMIN), ("resident", RESIDENT)] {
        let person = Person::of_demo(&server, email);
        println!("\nas {role}:");
        walk(&person);
        for (words, what) in SEARCHES {
            show(&mut times(&person, &format!("/members?q={words}")), &format!("search: {what}"));
        }
        show(&mut times(&person, "/members/1"), "one member");
        if role == "admin" {
            show(&mut times(&person, "/members?status=suspended&q=a"), "those of a rare status");
            show(&mut times(&person, "/members?on=2012-05-05&q=roy"), "a search on a day in the past");
        }
    }
}

/// A spreadsheet of 2,300 people in 1,150 homes into a co-op that has nobody.
fn import() {
    let folder = Folder::new("import");
    let sheet: String = (0..2_300)
        .map(|n| {
            format!(
                "{n};Prénom{n};Nom-{};m{n}@example.org;613 555-{:04};H{};2019-07-{:02}\n",
                n % 700,
                n,
                n / 2,
                1 + n % 28
            )
        })
        .collect();
    let said = |args: &[&str]| {
        let output = folder.run(args);
        assert!(output.status.success(), "{args:?}: {output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    said(&["migrate"]);
    let named = ["--name-en", "Riel", "--name-fr", "Riel", "--host", "riel.example.org"];
    let admin = ["--admin-name", "Joan Rioux", "--admin-email", "joan@example.org"];
    said(&[["coop", "add"].as_slice(), &named, &admin].concat());
    let path = folder.0.join("people.csv");
    let head = "Numéro;Prénom;Nom;Courriel;Téléphone;Logement;Membre depuis\n";
    std::fs::write(&path, format!("{head}{sheet}")).expect("a file");
    let begun = Instant::now();
    let outcome = said(&["import", "members", &path.display().to_string()]);
    assert!(outcome.contains("2300 added"), "{outcome}");
    println!("import of 2,300 people: {} ms", begun.elapsed().as_millis());
}

/// Puts the federation beside the demo.
fn grow(folder: &Folder) {
    let begun = Instant::now();
    let socket = folder.0.join("postgres/socket");
    let address = format!("host={} user=cooperator dbname=cooperator_demo", socket.display());
    // PostgreSQL vacuums by itself within a minute of so many new rows. Before that it believes no index without a look at the table,
    // which makes a search twice as slow; what is measured is a federation that has stood for more than that minute.
    let statements = ["-c", FEDERATION, "-c", "vacuum analyze"];
    let done = Command::new("psql").args([&address, "-q", "-v", "ON_ERROR_STOP=1"]).args(statements).status();
    assert!(done.is_ok_and(|status| status.success()), "psql puts the federation there");
    // So do the figures of the night, which are due for every co-op at once here.
    let quiet = "select (select count(*) from score_runs) >= (select count(*) from coops) \
                 and not exists (select from jobs where run_at <= now() and dead_at is null)";
    let is_quiet = || {
        let said = Command::new("psql").args([&address, "-Atc", quiet]).output();
        said.is_ok_and(|said| said.stdout.starts_with(b"t"))
    };
    for _ in 0..180 {
        if is_quiet() {
            println!("213,000 people in 501 co-ops: {} s to make", begun.elapsed().as_secs());
            return;
        }
        std::thread::sleep(std::time::Duration::from_secs(1));
    }
    panic!("the server is still busy with the federation");
}

/// Through the list by its links, to its last pages.
fn walk(person: &Person) {
    let (mut path, mut first, mut last) = ("/members".to_owned(), Vec::new(), Vec::new());
    for page in 1..=LAST + SAMPLES {
        let begun = Instant::now();
        let reply = person.get(&path);
        let took = begun.elapsed().as_micros();
        assert_eq!(reply.status, 200, "{path}");
        match page {
            ..=SAMPLES => first.push(took),
            LAST.. => last.push(took),
            _ => {}
        }
        let next = reply.body.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
        if let Some(next) = next {
            path = next.replace("&#38;", "&").replace("&amp;", "&");
        } else {
            println!("          the list ends with page {page}");
            break;
        }
    }
    show(&mut first, "a page of the list, of the first nine");
    if !last.is_empty() {
        show(&mut last, "a page of the list, from page 900 on");
    }
}

fn times(person: &Person, path: &str) -> Vec<u128> {
    (0..SAMPLES)
        .map(|_| {
            let begun = Instant::now();
            assert_eq!(person.get(path).status, 200, "{path}");
            begun.elapsed().as_micros()
        })
        .collect()
}

fn show(times: &mut [u128], what: &str) {
    times.sort_unstable();
    let (middle, most) = (times[times.len() / 2], times[times.len() - 1]);
    println!("{:>5}.{:01} ms (most {:>3} ms)  {what}", middle / 1_000, middle % 1_000 / 100, most / 1_000);
}
