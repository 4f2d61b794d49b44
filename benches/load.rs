//! `cargo bench --bench load`: the demo co-op under load, beside a bare actix "hello" in the same seconds.
//!
//! Starts the release build on a folder of its own and prints: how long the first page takes from nothing and from a cluster
//! that is there, what each page weighs and how long the server takes for it, how many of the members page it answers a
//! second as a share of "hello" (wrk, interleaved, the median of the pairs), and its memory after ten thousand page views.
//! Absolute times are this machine's; the shares are what to hold on to.

#[allow(dead_code, reason = "the committed tests use the rest of it")]
#[path = "../tests/committed/support.rs"]
mod support;

use std::io::Read as _;
use std::process::Command;
use std::time::{Duration, Instant};

use actix_web::{App, HttpResponse, HttpServer, web};
use support::{Folder, Person, Server, free_port};

const ROUNDS: usize = 7;
const VIEWS: u64 = 10_000;
const SAMPLES: usize = 25;

const RESIDENT: &str = "isabelle.macdonald@example.org";
const ADMIN: &str = "joan.rioux@example.org";

const PUBLIC_PAGES: &[&str] = &["/sign-in", "/help", "/open", "/open/decisions", "/open/decisions/1"];
const RESIDENT_PAGES: &[&str] = &[
    "/",
    "/tasks",
    "/tasks?view=list",
    "/tasks/1",
    "/polls",
    "/polls/1",
    "/polls/8",
    "/polls/1/result",
    "/members",
    "/members/1",
    "/units",
    "/units/1",
    "/committees",
    "/committees/1",
    "/figures",
    "/inbox",
    "/account",
];
const ADMIN_PAGES: &[&str] = &[
    "/",
    "/tasks",
    "/members",
    "/members/1/edit",
    "/scorecards",
    "/scorecards/1",
    "/scorecards/1/tasks-done",
    "/accounts",
    "/settings/rules",
    "/audit",
    "/polls/new",
];

fn main() {
    if Command::new("wrk").arg("--version").output().is_err() {
        eprintln!("load: wrk is needed (Debian, Ubuntu: apt-get install wrk)");
        std::process::exit(2);
    }
    let folder = Folder::new("load");
    let (server, made) = first_page(&folder);
    server.stop();
    let (server, there) = first_page(&folder);
    println!("first page: {} ms with a cluster to make, {} ms without", made.as_millis(), there.as_millis());

    println!("\n{:>9} {:>9} {:>8}  page", "median", "html", "gzip");
    weigh(&Person::new(&server), "nobody", PUBLIC_PAGES);
    weigh(&Person::of_demo(&server, RESIDENT), "resident", RESIDENT_PAGES);
    weigh(&Person::of_demo(&server, ADMIN), "admin", ADMIN_PAGES);
    first_visit(&server);

    let hello = bare_hello();
    println!("\nrequests a second (wrk, 1 thread, 16 connections), in pairs with a bare hello:");
    for (who, page) in
        [(Some(RESIDENT), "/members"), (Some(RESIDENT), "/polls/8"), (Some(RESIDENT), "/"), (None, "/help")]
    {
        compare(&server, &hello, who, page);
    }

    let visitor = cookies(&Person::of_demo(&server, RESIDENT));
    let mut views = 0;
    while views < VIEWS {
        views += load(&format!("{}/members", server.origin), &visitor, 2).1;
    }
    println!("\nmemory after {views} more page views: {} MB resident", resident_megabytes(server.child.id()));
}

fn first_page(folder: &Folder) -> (Server, Duration) {
    let begun = Instant::now();
    let server = Server::start(folder, "demo");
    assert_eq!(Person::new(&server).get("/sign-in").status, 200);
    (server, begun.elapsed())
}

/// What a page weighs, and how long it takes as seen from this process, one request after another.
fn weigh(person: &Person, who: &str, pages: &[&str]) {
    for page in pages {
        let mut times = Vec::new();
        let mut weight = 0;
        for _ in 0..SAMPLES {
            let begun = Instant::now();
            let reply = person.get(page);
            times.push(begun.elapsed().as_micros());
            assert_eq!(reply.status, 200, "{page}");
            weight = reply.body.len();
        }
        let packed = bytes_of(person, page);
        println!("{:>6} us {:>7} B {:>6} B  {page} ({who})", median(&mut times), weight, packed);
    }
}

/// How many bytes a compressed answer has.
fn bytes_of(person: &Person, path: &str) -> usize {
    let address = format!("{}{path}", person.origin);
    let answer = Command::new("curl")
        .args(["-s", "-H", "Accept-Encoding: gzip", "-H", &format!("Cookie: {}", cookies(person)), &address])
        .output();
    answer.map_or(0, |answer| answer.stdout.len())
}

/// The first page a newcomer opens with everything it needs.
fn first_visit(server: &Server) {
    let person = Person::new(server);
    let page = person.get("/sign-in").body;
    let mut addresses: Vec<&str> =
        page.split('"').filter(|part| part.starts_with("/static/") || part.ends_with(".webmanifest")).collect();
    let style = addresses.iter().find(|address| address.ends_with(".css")).map(|address| person.get(address).body);
    let style = style.unwrap_or_default();
    addresses.extend(style.split(['(', ')', '"']).filter(|part| part.ends_with(".woff2")));
    addresses.sort_unstable();
    addresses.dedup();
    let bytes: usize = addresses.iter().map(|address| bytes_of(&person, address)).sum();
    println!("\nfirst visit: {} B in {} requests", bytes + bytes_of(&person, "/sign-in"), addresses.len() + 1);
}

fn compare(server: &Server, hello: &str, who: Option<&str>, page: &str) {
    let visitor = who.map(|email| cookies(&Person::of_demo(server, email))).unwrap_or_default();
    let address = format!("{}{page}", server.origin);
    let (mut shares, mut rates, mut bare) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let (base, rate) = (load(hello, "", 2).0, load(&address, &visitor, 2).0);
        shares.push(rate * 10_000 / base.max(1));
        rates.push(rate);
        bare.push(base);
    }
    let share = median(&mut shares);
    println!(
        "{:>7}/s of {}/s: {}.{:02} %  {page} ({})",
        median(&mut rates),
        median(&mut bare),
        share / 100,
        share % 100,
        who.unwrap_or("nobody")
    );
}

/// Requests a second and in all, by wrk. Panics if any of them failed.
fn load(address: &str, cookie: &str, seconds: u32) -> (u64, u64) {
    let mut wrk = Command::new("wrk");
    wrk.args(["-t1", "-c16", &format!("-d{seconds}s")]);
    if !cookie.is_empty() {
        wrk.args(["-H", &format!("Cookie: {cookie}")]);
    }
    let output = wrk.arg(address).output().expect("wrk runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(!text.contains("Non-2xx"), "{text}");
    let rate = text.lines().find_map(|line| line.strip_prefix("Requests/sec:")).expect("a rate");
    let all = text.lines().find_map(|line| line.split_once(" requests in ")).expect("a sum").0;
    let whole = |figure: &str| figure.trim().split('.').next().and_then(|whole| whole.parse().ok()).unwrap_or(0);
    (whole(rate), whole(all))
}

/// An actix server that says hello and nothing else, with as many workers as it likes.
fn bare_hello() -> String {
    let port = free_port();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let server =
                HttpServer::new(|| App::new().route("/", web::get().to(async || HttpResponse::Ok().body("hello"))));
            server.disable_signals().bind(("127.0.0.1", port)).expect("the port").run().await
        })
    });
    support::until("hello answers", || std::net::TcpStream::connect(("127.0.0.1", port)).is_ok());
    format!("http://127.0.0.1:{port}/")
}

fn cookies(person: &Person) -> String {
    let jar = person.agent.cookie_jar_lock();
    let pairs: Vec<_> = jar.iter().map(|cookie| format!("{}={}", cookie.name(), cookie.value())).collect();
    pairs.join("; ")
}

fn resident_megabytes(process: u32) -> u64 {
    let mut text = String::new();
    let read =
        std::fs::File::open(format!("/proc/{process}/status")).and_then(|mut file| file.read_to_string(&mut text));
    let line = read.ok().and_then(|_| text.lines().find_map(|line| line.strip_prefix("VmRSS:")));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok())
        .map_or(0, |kilobytes| kilobytes / 1024)
}

fn median<T: Ord + Copy>(values: &mut [T]) -> T {
    values.sort_unstable();
    values[values.len() / 2]
}
