//! A line between the program and its database that can be stopped, cut, or made to speak another language.
//!
//! A line that is stopped passes nothing on and closes nothing: to both ends it looks as if the other had gone to sleep. Connections
//! that are made meanwhile are accepted and hear nothing, as behind a firewall that drops what it gets.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// What happens to the line when a transaction that names something commits, or is about to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// The statement arrives, and from then on nothing passes.
    StoppedAtStatement,
    /// The commit arrives, and from then on nothing passes: its answer is held.
    StoppedAtCommit,
    /// The commit arrives, and the connection is cut in place of the answer.
    CutAfterCommit,
    /// The connection is cut in place of the commit.
    CutBeforeCommit,
}

/// Put in place of every message of an error.
pub type Words = fn(&str) -> Option<String>;

#[derive(Default)]
struct State {
    stopped: bool,
    /// Whatever transaction names this meets its fate, once.
    waiting_for: Option<(String, Fate)>,
    words: Option<Words>,
    flows: Vec<Arc<Flow>>,
}

/// One connection, from end to end.
struct Flow {
    program: TcpStream,
    database: UnixStream,
    /// Its transaction names what is waited for.
    named: AtomicBool,
    /// Nothing passes here any more, whatever happens to the others.
    silent: AtomicBool,
    cut_at_answer: AtomicBool,
    listens: AtomicBool,
}

impl Flow {
    fn cut(&self) {
        let _ = self.program.shutdown(Shutdown::Both);
        let _ = self.database.shutdown(Shutdown::Both);
    }
}

#[derive(Default)]
struct Line {
    state: Mutex<State>,
    changed: Condvar,
}

impl Line {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits while nothing may pass.
    fn pass(&self, flow: &Flow) -> MutexGuard<'_, State> {
        let waits = |state: &mut State| state.stopped || flow.silent.load(Ordering::Relaxed);
        self.changed.wait_while(self.state(), waits).unwrap_or_else(PoisonError::into_inner)
    }
}

pub struct Proxy {
    pub port: u16,
    line: Arc<Line>,
}

impl Proxy {
    /// A line to the socket of a database.
    pub fn to(socket: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("its address").port();
        let (line, socket) = (Arc::new(Line::default()), socket.to_owned());
        let ours = line.clone();
        std::thread::spawn(move || {
            for program in listener.incoming().map_while(Result::ok) {
                let (line, socket) = (ours.clone(), socket.clone());
                std::thread::spawn(move || connect(&line, program, &socket));
            }
        });
        Self { port, line }
    }

    /// Nothing passes until `start`.
    pub fn stop(&self) {
        self.line.state().stopped = true;
    }

    pub fn start(&self) {
        let mut state = self.line.state();
        state.stopped = false;
        state.waiting_for = None;
        drop(state);
        self.line.changed.notify_all();
    }

    /// The next transaction that names `what` meets its fate.
    pub fn lie_in_wait(&self, what: &str, fate: Fate) {
        self.line.state().waiting_for = Some((what.to_owned(), fate));
    }

    /// Errors are told in other words from now on.
    pub fn speak(&self, words: Words) {
        self.line.state().words = Some(words);
    }

    /// Nothing passes any more on the connections that listen for signals.
    pub fn silence_listeners(&self) {
        for flow in self.line.state().flows.iter().filter(|flow| flow.listens.load(Ordering::Relaxed)) {
            flow.silent.store(true, Ordering::Relaxed);
        }
    }

    /// How many connections ever listened for signals.
    pub fn listeners(&self) -> usize {
        self.line.state().flows.iter().filter(|flow| flow.listens.load(Ordering::Relaxed)).count()
    }
}

fn connect(line: &Arc<Line>, program: TcpStream, socket: &PathBuf) {
    let _ = program.set_nodelay(true);
    let Ok(database) = UnixStream::connect(socket) else { return };
    let (from_program, from_database) = (program.try_clone().expect("a copy"), database.try_clone().expect("a copy"));
    let no = || AtomicBool::new(false);
    let flow = Arc::new(Flow { program, database, named: no(), silent: no(), cut_at_answer: no(), listens: no() });
    line.state().flows.push(flow.clone());
    let (there, back) = (line.clone(), line.clone());
    let other = flow.clone();
    std::thread::spawn(move || carry_statements(&there, &flow, from_program));
    carry_answers(&back, &other, from_database);
}

fn carry_statements(line: &Line, flow: &Flow, mut from: TcpStream) {
    let mut bytes = vec![0; 64 * 1024];
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        let said = &bytes[..count];
        if contains(said, b"listen live") {
            flow.listens.store(true, Ordering::Relaxed);
        }
        let mut state = line.pass(flow);
        let fate = fate_of(&mut state, flow, said);
        if fate == Some(Fate::CutBeforeCommit) {
            break;
        }
        flow.cut_at_answer.store(fate == Some(Fate::CutAfterCommit), Ordering::Relaxed);
        // What is said is under way before the line stops.
        let sent = (&flow.database).write_all(said);
        state.stopped |= matches!(fate, Some(Fate::StoppedAtStatement | Fate::StoppedAtCommit));
        drop(state);
        if sent.is_err() {
            break;
        }
    }
    flow.cut();
}

fn fate_of(state: &mut State, flow: &Flow, said: &[u8]) -> Option<Fate> {
    let (what, fate) = state.waiting_for.clone()?;
    if contains(said, what.as_bytes()) {
        flow.named.store(true, Ordering::Relaxed);
    }
    let due = flow.named.load(Ordering::Relaxed) && (fate == Fate::StoppedAtStatement || contains(said, b"COMMIT\0"));
    if due {
        state.waiting_for = None;
    }
    due.then_some(fate)
}

fn carry_answers(line: &Line, flow: &Flow, mut from: UnixStream) {
    let (mut bytes, mut unread) = (vec![0; 64 * 1024], Vec::new());
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        let words = line.pass(flow).words;
        if flow.cut_at_answer.load(Ordering::Relaxed) {
            break;
        }
        unread.extend_from_slice(&bytes[..count]);
        let whole = translated(&mut unread, words);
        if (&flow.program).write_all(&whole).is_err() {
            break;
        }
    }
    drop(line.pass(flow)); // not even the end of a connection passes a stopped line
    flow.cut();
}

/// The whole messages at the beginning of `unread`, with the text of errors in other words.
fn translated(unread: &mut Vec<u8>, words: Option<Words>) -> Vec<u8> {
    let Some(words) = words else { return std::mem::take(unread) };
    let mut whole = Vec::new();
    while let Some(length) =
        unread.get(1..5).map(|four| u32::from_be_bytes(four.try_into().expect("four bytes")) as usize)
    {
        if unread.len() <= length {
            break;
        }
        let message: Vec<u8> = unread.drain(..=length).collect();
        let body = &message[5..];
        if message[0] != b'E' {
            whole.extend_from_slice(&message);
            continue;
        }
        let fields = body.split(|byte| *byte == 0).filter(|field| !field.is_empty()).flat_map(|field| {
            let text = String::from_utf8_lossy(&field[1..]).into_owned();
            let text = if field[0] == b'M' { words(&text).unwrap_or(text) } else { text };
            [&field[..1], text.as_bytes(), b"\0"].concat()
        });
        let fields: Vec<u8> = fields.chain([0]).collect();
        whole.push(b'E');
        whole.extend_from_slice(&(fields.len() as u32 + 4).to_be_bytes());
        whole.extend_from_slice(&fields);
    }
    whole
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

impl Drop for Proxy {
    fn drop(&mut self) {
        for flow in &self.line.state().flows {
            flow.silent.store(false, Ordering::Relaxed);
            flow.cut();
        }
        self.start();
    }
}
