//! Many at once: those who mean no good and hold connections, and a meeting that signs in.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;

use crate::backup::{cluster, connected};
use crate::support::{Folder, Person, Server};

/// Slow bodies at once.
const SLOW: usize = 1_200;
/// After so much silence a body is given up, with a little for a machine that does much else.
const GIVEN_UP_MAX: Duration = Duration::from_secs(15);

pub fn take_all_files() {
    let mut limit = rustix::process::getrlimit(rustix::process::Resource::Nofile);
    limit.current = limit.maximum;
    rustix::process::setrlimit(rustix::process::Resource::Nofile, limit).expect("files for the test itself");
}

/// A form of which one byte comes, or where it comes by chunks, one chunk.
fn slow(address: &str, path: &str, head: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).expect("a connection");
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: {address}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n{head}\r\n\r\n"
    );
    let first: &[u8] = if head.contains("chunked") { b"1\r\ne\r\n" } else { b"e" };
    stream.write_all(request.as_bytes()).and_then(|()| stream.write_all(first)).expect("a beginning");
    stream
}

#[test]
fn slow_bodies_do_not_stop_a_page_and_are_given_up() {
    take_all_files();
    let folder = Folder::new("slow");
    let server = Server::start(&folder, "demo");
    let address = server.origin.trim_start_matches("http://").to_owned();
    let begun = Instant::now();
    let crowd: Vec<TcpStream> = (0..SLOW).map(|_| slow(&address, "/sign-in", "Content-Length: 1000")).collect();
    let person = Person::new(&server);
    for path in ["/sign-in", "/healthz", "/readyz"] {
        let asked = Instant::now();
        assert_eq!(person.get(path).status, 200, "{path}");
        assert!(asked.elapsed() < Duration::from_secs(6), "{path} took {:?}", asked.elapsed());
    }
    assert!(begun.elapsed() < GIVEN_UP_MAX, "they were still there: {:?}", begun.elapsed());
    let mut answered = 0;
    for mut stream in crowd {
        stream.set_read_timeout(Some(GIVEN_UP_MAX)).expect("a socket");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("the end of the connection");
        answered += usize::from(answer.starts_with(b"HTTP/1.1 408"));
    }
    assert_eq!(answered, SLOW, "each is told, and its connection ends");
    assert_eq!(person.get("/sign-in").status, 200);
    assert!(server.stop().success());
}

/// Where a form is read, where nothing reads the body, and where a machine sends it.
#[test]
fn no_kind_of_body_is_waited_for() {
    let folder = Folder::new("kinds");
    let server = Server::start(&folder, "demo");
    let address = server.origin.trim_start_matches("http://").to_owned();
    let streams = [
        slow(&address, "/nothing/here", "Content-Length: 1000"),
        slow(&address, "/sign-out", "Content-Length: 1000"),
        slow(&address, "/api/v1/tasks", "Content-Length: 1000"),
        slow(&address, "/nothing/here", "Transfer-Encoding: chunked"),
        slow(&address, "/sign-in", "Transfer-Encoding: chunked"),
        slow(&address, "/api/v1/tasks", "Transfer-Encoding: chunked"),
    ];
    let begun = Instant::now();
    for mut stream in streams {
        stream.set_read_timeout(Some(GIVEN_UP_MAX)).expect("a socket");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("the end of the connection");
        assert!(answer.starts_with(b"HTTP/1.1 4") || answer.starts_with(b"HTTP/1.1 3"), "{answer:?}");
    }
    assert!(begun.elapsed() < GIVEN_UP_MAX, "{:?}", begun.elapsed());
    // What comes slowly and steadily is waited for.
    let mut steady = slow(&address, "/sign-in", "Content-Length: 12");
    for byte in b"mail=x@y.ca" {
        std::thread::park_timeout(Duration::from_millis(400));
        steady.write_all(&[*byte]).expect("a byte");
    }
    let mut answer = [0; 12];
    steady.read_exact(&mut answer).expect("an answer");
    assert_eq!(&answer, b"HTTP/1.1 422");
    assert!(server.stop().success());
}

const PASSWORD: &str = "correct horse battery";

#[test]
fn a_meeting_signs_in_from_one_network() {
    let folder = Folder::new("meeting");
    let server = Server::start(&folder, "demo");
    let cluster = cluster(&folder);
    let mut conn = connected(&cluster.owner_url("cooperator_demo"));
    let hash = cooperator::accounts::password::hash_now(PASSWORD).expect("a hash");
    conn.batch_execute(&format!("update accounts set password_hash = '{hash}'")).expect("passwords");
    let addresses = addresses(&mut conn);
    drop(conn);
    assert!(addresses.len() >= 64, "{}", addresses.len());
    let refused: Vec<String> = std::thread::scope(|scope| {
        let signing: Vec<_> = addresses
            .chunks(8)
            .map(|some| {
                let server = &server;
                scope.spawn(move || {
                    some.iter().filter_map(|address| sign_in(server, address, PASSWORD)).collect::<Vec<_>>()
                })
            })
            .collect();
        signing.into_iter().flat_map(|one| one.join().expect("no panic")).collect()
    });
    assert_eq!(refused, [""; 0]);
    // What did not come to something counts, for the account and for the network.
    let mut told = Vec::new();
    for _ in 0..12 {
        told.extend(sign_in(&server, &addresses[0], "wrong"));
    }
    assert!(told[9].contains("422") && told[10].contains("429"), "{told:?}");
    assert_eq!(sign_in(&server, &addresses[1], PASSWORD), None, "the others still come in");
    assert!(server.stop().success());
    cluster.stop().expect("it stops");
}

/// Nothing when they came in; else whom it refused, and how.
fn sign_in(server: &Server, address: &str, password: &str) -> Option<String> {
    let person = Person::new(server);
    let reply = person.post("/sign-in", "/sign-in", &[("email", address), ("password", password)]);
    let came = reply.status == 200 && person.get("/account").body.contains("/account/password");
    (!came).then(|| format!("{address} {}", reply.status))
}

fn addresses(conn: &mut diesel::PgConnection) -> Vec<String> {
    use diesel::prelude::*;
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = diesel::sql_types::Text)]
        address: String,
    }
    let rows =
        "select address from accounts where address is not null and disabled_at is null and role = 'resident' limit 64";
    let rows: Vec<Row> = diesel::sql_query(rows).load(conn).expect("accounts");
    rows.into_iter().map(|row| row.address).collect()
}
