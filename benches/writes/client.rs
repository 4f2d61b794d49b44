//! A client that costs next to nothing: one connection, kept, one request in one piece, and of the answer only what was asked for.
//!
//! It shares the processors with the server it measures, so it parses no more of HTTP than the answers of forms need: a status
//! line, and a body whose length is told.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

use super::support::PATIENCE;

pub struct Line {
    stream: TcpStream,
    /// Everything of a request that stays the same.
    head: String,
    buffer: Vec<u8>,
}

impl Line {
    pub fn open(to: SocketAddr, cookie: &str) -> Self {
        let stream = TcpStream::connect(to).expect("the server listens");
        stream.set_nodelay(true).expect("no delay");
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
        let head = format!(
            "Host: {to}\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
        );
        Self { stream, head, buffer: vec![0; 16_384] }
    }

    /// Sends a form; the status of the answer, with its text for whoever has to say what went wrong.
    pub fn post(&mut self, path: &str, form: &str) -> (u16, String) {
        let request = format!("POST {path} HTTP/1.1\r\n{}{}\r\n\r\n{form}", self.head, form.len());
        self.stream.write_all(request.as_bytes()).expect("the server reads");
        let (mut held, mut whole) = (0, None);
        while whole.is_none_or(|whole| held < whole) {
            if held == self.buffer.len() {
                self.buffer.resize(held * 2, 0);
            }
            let more = self.stream.read(&mut self.buffer[held..]).expect("an answer in time");
            assert!(more > 0, "the server closed the connection: {}", String::from_utf8_lossy(&self.buffer[..held]));
            held += more;
            whole = whole.or_else(|| length(&self.buffer[..held]));
        }
        let text = String::from_utf8_lossy(&self.buffer[..held]);
        let status = text.get(9..12).and_then(|status| status.parse().ok()).expect("a status");
        let said = if status == 303 { String::new() } else { text.into_owned() };
        (status, said)
    }
}

/// How long an answer is in all, once its head is there.
fn length(answer: &[u8]) -> Option<usize> {
    let head = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    let text = String::from_utf8_lossy(&answer[..head]).to_ascii_lowercase();
    let body = text.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
    Some(head + 4 + body.expect("a body whose length is told"))
}
