//! One server process: is it up, start it, stop it.
//!
//! Invariants: a half-made cluster never bears a cluster's name; the configuration is written anew at
//! each start, so a changed setting needs no migration.

use super::folders::{self, Account};
use super::{OWNER, command, succeeded};
use anyhow::{Context, Result, ensure};
use rustix::process::{Pid, Signal, geteuid, kill_process, test_kill_process};
use std::fs::{self, OpenOptions, Permissions};
use std::io::ErrorKind;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_mins(2);
const GLANCE: Duration = Duration::from_millis(20);

/// The log must not tell what a ballot was, nor a commit when it was cast. `log_min_messages` leaves out
/// errors, for they quote values; the app hears of them anyway.
const CONFIGURATION: &str = "\
listen_addresses = ''
port = 5432
unix_socket_permissions = 0700
max_connections = 60
shared_buffers = 64MB
max_wal_size = 512MB
timezone = 'UTC'
log_timezone = 'UTC'
logging_collector = off
log_destination = 'stderr'
log_line_prefix = '%m [%p] '
log_checkpoints = off
log_statement = none
log_min_duration_statement = -1
log_min_messages = log
log_min_error_statement = panic
log_error_verbosity = terse
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
track_commit_timestamp = off
";
const NOT_DURABLE: &str = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nmax_connections = 200\n";

/// What `sh` does with the cluster `$1` once its last user is gone.
const DELETE: &str = r#"read -r pid < "$1/postmaster.pid" || exit
kill -QUIT "$pid"
for try in 1 2 3 4 5 6 7 8 9; do test -e "$1/postmaster.pid" && sleep 0.2; done
rm -rf "$1""#;

pub(super) struct Server {
    /// Holds `postgresql.conf`, `pg_hba.conf`, the log and, if its path is short enough, the socket.
    pub home: PathBuf,
    pub account: Option<Account>,
    pub durable: bool,
    cluster: PathBuf,
}

enum State {
    Ready(PathBuf),
    /// Runs, but its socket was deleted.
    Lost(Pid),
    /// Starts, recovers or stops.
    Busy,
    Gone,
}

impl Server {
    pub fn find(asked: &Path, durable: bool) -> Result<Server> {
        let name = if durable { "cluster" } else { "throwaway" };
        let account = geteuid().is_root().then(|| Account::choose(&asked.join(name)));
        let home = folders::find_home(asked, account, durable)?;
        let kept = home.join("cluster").exists();
        ensure!(durable || !kept, "{} holds data to keep: no place for tests", home.display());
        Ok(Server { cluster: home.join(name), home, account, durable })
    }

    /// The major version that made the data, if there is data to keep.
    pub fn made_by(&self) -> Option<u32> {
        let version = fs::read_to_string(self.cluster.join("PG_VERSION")).ok()?;
        version.trim().parse().ok().filter(|_| self.durable)
    }

    /// Starts the server unless it runs, and waits until it accepts connections. Returns the folder
    /// of its socket, and whether it was us who started it.
    pub fn run(&self, programs: &Path) -> Result<(PathBuf, bool)> {
        let mut launched: Option<Child> = None;
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.state() {
                State::Ready(socket) => return Ok((socket, self.leave_running(launched))),
                State::Lost(pid) => drop(kill_process(pid, Signal::INT)),
                State::Gone if launched.is_none() => launched = Some(self.launch(programs)?),
                State::Gone | State::Busy => {}
            }
            if let Some(server) = &mut launched
                && let Some(status) = server.try_wait()?
            {
                // Children of a killed server live on for a moment, and must be gone first.
                let words = self.last_words();
                ensure!(words.contains("still in use"), "PostgreSQL ended ({status}):\n{words}");
                launched = None;
            }
            let late = Instant::now() > deadline;
            ensure!(!late, "PostgreSQL is not ready after {PATIENCE:?}:\n{}", self.last_words());
            thread::sleep(GLANCE);
        }
    }

    /// Fast shutdown: open transactions are rolled back, and what was committed is on the disk.
    pub fn shut_down(&self) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while let Some(pid) = self.pid() {
            let _ = kill_process(pid, Signal::INT);
            ensure!(Instant::now() < deadline, "PostgreSQL did not stop within {PATIENCE:?}");
            thread::sleep(GLANCE);
        }
        tracing::info!("PostgreSQL stopped in {}", self.home.display());
        Ok(())
    }

    pub fn delete(&self) -> Result<()> {
        assert!(!self.durable, "only the tests' data is deleted");
        Ok(fs::remove_dir_all(&self.cluster)?)
    }

    /// A test run has no last line that could stop the server, so a shell waits in its stead until
    /// nobody holds `users`. Without `flock` the server stays, to be joined by the next run.
    pub fn delete_after_last_user(&self, users: &Path) {
        assert!(!self.durable, "only the tests' data is deleted");
        let mut flock = command(Path::new("flock"), None);
        flock.arg(users).args(["/bin/sh", "-c", DELETE, "sh"]).arg(&self.cluster);
        flock.stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
        let _ = flock.spawn();
    }

    fn leave_running(&self, launched: Option<Child>) -> bool {
        let Some(mut server) = launched else {
            return false;
        };
        tracing::info!("PostgreSQL started in {}", self.home.display());
        thread::spawn(move || server.wait());
        true
    }

    fn state(&self) -> State {
        let Some(pid) = self.pid() else {
            return State::Gone;
        };
        let text = fs::read_to_string(self.pid_file()).unwrap_or_default();
        // Process, folder, start, port, folder of the socket, address, memory key, status.
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        let (Some(folder), Some(&"ready")) = (lines.get(4), lines.get(7)) else {
            return State::Busy;
        };
        let folder = PathBuf::from(folder);
        match UnixStream::connect(folder.join(folders::SOCKET_FILE)) {
            Ok(_) => State::Ready(folder),
            Err(error) if error.kind() == ErrorKind::NotFound => State::Lost(pid),
            Err(_) => State::Busy,
        }
    }

    fn pid_file(&self) -> PathBuf {
        self.cluster.join("postmaster.pid")
    }

    /// The server's process, unless it is dead or, after a crash, its number is another program's.
    fn pid(&self) -> Option<Pid> {
        let text = fs::read_to_string(self.pid_file()).ok()?;
        let pid = Pid::from_raw(text.lines().next()?.trim().parse().ok()?)?;
        if !Path::new("/proc/self/cwd").exists() {
            return test_kill_process(pid).is_ok().then_some(pid);
        }
        let process = PathBuf::from(format!("/proc/{}", pid.as_raw_pid()));
        let ours = match fs::read_link(process.join("cwd")) {
            Ok(folder) => folder == self.cluster,
            // Root in a container may be kept from looking closer.
            Err(error) if error.kind() == ErrorKind::PermissionDenied && geteuid().is_root() => {
                fs::read_to_string(process.join("comm")).is_ok_and(|name| name == "postgres\n")
            }
            Err(_) => false,
        };
        ours.then_some(pid)
    }

    fn launch(&self, programs: &Path) -> Result<Child> {
        if !self.durable && self.cluster.exists() {
            self.delete()?;
        }
        if !self.cluster.exists() {
            self.make_cluster(programs)?;
        }
        self.forget_foreign_pid()?;
        self.write_configuration()?;
        let log = self.home.join("server.log");
        let _ = fs::rename(&log, self.home.join("server.log.1"));
        let log = OpenOptions::new().append(true).create(true).mode(0o600).open(&log)?;
        let mut postgres = command(&programs.join("postgres"), self.account);
        postgres.arg("-D").arg(&self.home).stdout(log.try_clone()?).stderr(log);
        // Its own group: a Ctrl-C meant for the app must not reach it.
        postgres.process_group(0).spawn().context("cannot run postgres")
    }

    fn make_cluster(&self, programs: &Path) -> Result<()> {
        let unfinished = self.home.join("unfinished");
        let mut refusal = Ok(());
        for locale in ["C.UTF-8", "C"] {
            if unfinished.exists() {
                fs::remove_dir_all(&unfinished)?;
            }
            folders::make_private(&unfinished, self.account)?;
            let mut initdb = command(&programs.join("initdb"), self.account);
            initdb.arg("-D").arg(&unfinished).args(["--username", OWNER, "--auth=trust"]);
            initdb.args(["--encoding=UTF8", "--locale", locale]);
            initdb.arg(if self.durable { "--data-checksums" } else { "--no-sync" });
            refusal = succeeded("initdb", &initdb.output().context("cannot run initdb")?);
            if refusal.is_ok() {
                return Ok(fs::rename(&unfinished, &self.cluster)?);
            }
        }
        refusal
    }

    /// PostgreSQL clears a dead server's file itself, but gives up when the number was never written
    /// or is another program's by now. We are here only if it is not a server of this cluster.
    fn forget_foreign_pid(&self) -> Result<()> {
        let Ok(text) = fs::read_to_string(self.pid_file()) else {
            return Ok(());
        };
        let number = text.lines().next().unwrap_or_default().trim();
        if number.is_empty() || Path::new("/proc").join(number).exists() {
            fs::remove_file(self.pid_file())?;
        }
        Ok(())
    }

    fn write_configuration(&self) -> Result<()> {
        let socket = folders::socket(&self.home, geteuid());
        if socket.starts_with(&self.home) && socket.exists() {
            fs::remove_dir_all(&socket)?;
        }
        folders::make_private(&socket, self.account)?;
        let text = |path: &Path| path.to_str().map(str::to_owned).context("a path is not UTF-8");
        let cluster = text(&self.cluster)?;
        // A list of folders: each in double quotes, the whole in single ones.
        let sockets = format!("\"{}\"", text(&socket)?.replace('"', "\"\""));
        let configuration = format!(
            "# Written at each start by the app.\n\
             include {}\ndata_directory = {}\nident_file = {}\nunix_socket_directories = {}\n\
             {CONFIGURATION}{}",
            quoted(&format!("{cluster}/postgresql.conf")),
            quoted(&cluster),
            quoted(&format!("{cluster}/pg_ident.conf")),
            quoted(&sockets),
            if self.durable { "" } else { NOT_DURABLE },
        );
        self.write("postgresql.conf", &configuration)?;
        self.write("pg_hba.conf", "local all all trust\n")
    }

    fn write(&self, name: &str, content: &str) -> Result<()> {
        fs::write(self.home.join(name), content)?;
        Ok(fs::set_permissions(self.home.join(name), Permissions::from_mode(0o644))?)
    }

    fn last_words(&self) -> String {
        let log = fs::read_to_string(self.home.join("server.log")).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(8)..].join("\n")
    }
}

/// A value of `postgresql.conf`.
fn quoted(value: &str) -> String {
    format!("'{}'", value.replace('\\', r"\\").replace('\'', "''"))
}
