//! The program as a process, and people who talk to it over HTTP.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

pub const PATIENCE: Duration = Duration::from_secs(20);

pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port()
}

/// A data folder that goes away at the end, with the private database in it.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("cooperator-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        Self(path)
    }

    /// The program on this folder, without the operator's own settings.
    pub fn program(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cooperator"));
        command.arg("--data").arg(&self.0).env_remove("DATABASE_URL").env("COOPERATOR_LOG", "error");
        command
    }

    pub fn run(&self, args: &[&str]) -> Output {
        self.program().args(args).output().expect("the program runs")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub struct Server {
    pub child: Child,
    pub origin: String,
}

impl Server {
    pub fn start(folder: &Folder, command: &str) -> Self {
        Self::start_at(folder, command, free_port())
    }

    pub fn start_at(folder: &Folder, command: &str, port: u16) -> Self {
        Self::launch(folder.program(), command, port)
    }

    /// A program with an environment of its own.
    pub fn launch(mut program: Command, command: &str, port: u16) -> Self {
        program.args([command, "--listen", &format!("127.0.0.1:{port}")]).stdout(Stdio::piped());
        let mut child = program.spawn().expect("the program starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let first = lines.next().expect("it says where it is").expect("a line");
        std::thread::spawn(move || for _ in lines {});
        Self { child, origin: first.split_whitespace().last().expect("an address").to_owned() }
    }

    /// `kill -9`: nothing is written down on the way out.
    pub fn kill(&mut self) {
        self.child.kill().expect("the process is killed");
        self.child.wait().expect("it ended");
    }

    /// Asks it to stop and waits until it did.
    pub fn stop(mut self) -> std::process::ExitStatus {
        signal("-TERM", self.child.id());
        self.child.wait().expect("it ended")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        signal("-TERM", self.child.id());
        let _ = self.child.wait();
    }
}

pub fn signal(signal: &str, process: u32) {
    let _ = Command::new("kill").args([signal, &process.to_string()]).stderr(Stdio::null()).status();
}

/// The first process of the private database, from the file it keeps.
pub fn postmaster(folder: &Path) -> u32 {
    let text = std::fs::read_to_string(folder.join("postgres/cluster/postmaster.pid")).expect("a running database");
    text.lines().next().and_then(|line| line.parse().ok()).expect("a process id")
}

/// Somebody with a browser of their own.
#[derive(Clone)]
pub struct Person {
    pub agent: ureq::Agent,
    pub origin: String,
}

pub struct Reply {
    pub status: u16,
    pub body: String,
}

impl Person {
    pub fn new(server: &Server) -> Self {
        let config = ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE)).build();
        Self { agent: config.into(), origin: server.origin.clone() }
    }

    /// One of the demo's accounts, signed in with one click.
    pub fn of_demo(server: &Server, email: &str) -> Self {
        let person = Self::new(server);
        let reply = person.post("/demo/sign-in", "/sign-in", &[("email", email)]);
        assert_eq!(reply.status, 200, "{}", reply.body);
        person.get("/?lang=en");
        person
    }

    pub fn get(&self, path: &str) -> Reply {
        self.try_get(path).expect("an answer")
    }

    pub fn try_get(&self, path: &str) -> Result<Reply, ureq::Error> {
        let mut response = self.agent.get(format!("{}{path}", self.origin)).call()?;
        Ok(Reply { status: response.status().as_u16(), body: response.body_mut().read_to_string()? })
    }

    pub fn token(&self, page: &str) -> String {
        let body = self.get(page).body;
        let rest = body.split("name=\"form_token\" value=\"").nth(1).expect("a form on the page");
        rest.split('"').next().unwrap_or_default().to_owned()
    }

    /// Opens a page and sends a form of it.
    pub fn post(&self, path: &str, page: &str, fields: &[(&str, &str)]) -> Reply {
        let token = self.token(page);
        self.try_post(path, &token, fields).expect("an answer")
    }

    pub fn try_post(&self, path: &str, token: &str, fields: &[(&str, &str)]) -> Result<Reply, ureq::Error> {
        let request = self.agent.post(format!("{}{path}", self.origin)).header("sec-fetch-site", "same-origin");
        let all = fields.iter().copied().chain([("form_token", token)]);
        let mut response = request.send_form(all)?;
        Ok(Reply { status: response.status().as_u16(), body: response.body_mut().read_to_string()? })
    }
}

/// Waits until something is true.
#[track_caller]
pub fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < PATIENCE, "{what}");
        std::thread::park_timeout(Duration::from_millis(20));
    }
}
