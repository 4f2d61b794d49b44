//! Pages that stay open: one connection each, on which the server says what changes.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::runtime::Builder;

use super::crowd::Voter;
use super::support::Server;

/// Pages open one after the other, 500 in a second. (Where 2,000 connect in one instant, the last of them wait longer than three seconds for
/// their session to be looked up, and are told to come again.)
const COME_APART: Duration = Duration::from_millis(2);

/// What was said last on a stream, and when.
type Said = Arc<Mutex<(String, Instant)>>;

pub struct Watchers {
    said: Vec<Said>,
}

impl Watchers {
    /// Opens everybody's stream and waits until each has its first message.
    pub fn open(server: &Server, poll: i64, people: &[Voter]) -> Self {
        let address = server.origin.trim_start_matches("http://").to_owned();
        let said: Vec<Said> = people.iter().map(|_| Arc::new(Mutex::new((String::new(), Instant::now())))).collect();
        let request = |voter: &Voter| {
            format!(
                "GET /polls/{poll}/live HTTP/1.1\r\nHost: {address}\r\nCookie: {}\r\nAccept: text/event-stream\r\n\r\n",
                voter.cookie
            )
        };
        let streams: Vec<_> = people.iter().map(request).zip(said.iter().cloned()).collect();
        // Read until the program ends.
        std::thread::spawn(move || {
            let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let mut all = Vec::new();
                for (request, said) in streams {
                    all.push(tokio::spawn(read(address.clone(), request, said)));
                    tokio::time::sleep(COME_APART).await;
                }
                for stream in all {
                    stream.await.expect("no reader failed");
                }
            });
        });
        let watchers = Self { said };
        watchers.until(|text| !text.is_empty(), Duration::from_mins(2));
        watchers
    }

    /// Waits until everybody is told of so many ballots; when the last of them was.
    pub fn all_are_shown(&self, ballots: usize, within: Duration) -> Instant {
        let words = [format!("{ballots} of "), format!("{},{:03} of ", ballots / 1_000, ballots % 1_000)];
        self.until(|text| words.iter().any(|words| text.contains(words)), within)
    }

    fn until(&self, is_so: impl Fn(&str) -> bool, within: Duration) -> Instant {
        let begun = Instant::now();
        let mut last = begun;
        for said in &self.said {
            loop {
                let (held, at) = {
                    let said = said.lock().expect("no reader failed");
                    (is_so(&said.0), said.1)
                };
                if held {
                    last = last.max(at);
                    break;
                }
                assert!(begun.elapsed() < within, "somebody is not told: {}", said.lock().expect("a text").0);
                std::thread::sleep(Duration::from_millis(2));
            }
        }
        last
    }
}

/// Keeps the last whole message of a stream.
async fn read(address: String, request: String, said: Said) {
    let mut stream = TcpStream::connect(&address).await.expect("the server listens");
    stream.write_all(request.as_bytes()).await.expect("the server reads");
    let (mut held, mut part) = (Vec::new(), vec![0; 16_384]);
    loop {
        let more = stream.read(&mut part).await.unwrap_or(0);
        if more == 0 {
            return;
        }
        held.extend_from_slice(&part[..more]);
        let Some(end) = held.windows(2).rposition(|two| two == b"\n\n") else { continue };
        let whole = String::from_utf8_lossy(&held[..end]).into_owned();
        held.drain(..end + 2);
        assert!(!whole.starts_with("HTTP/1.1") || whole.starts_with("HTTP/1.1 200"), "{whole}");
        // A sign of life says nothing.
        if whole.contains("data:") {
            *said.lock().expect("no reader failed") = (whole, Instant::now());
        }
    }
}
