//! A private PostgreSQL for one checkout, so that the demo, a small co-op's server and the tests
//! need no database set up by hand.
//!
//! Invariants:
//! - The server never listens on a network. Its Unix socket lies in a folder that only we (and, when
//!   we are root, the account that the server runs as) may enter; that folder is the whole access
//!   control, hence `trust` in `pg_hba.conf`.
//! - The server never runs as root, and a folder in a shared place is used only if it is ours.
//! - The server's log holds no statement, parameter or row, and commits carry no time: either would
//!   let a reader of the disk join a member with a secret ballot.
//! - One process at a time starts or stops the server (`<data_dir>.turn.lock`). Whoever uses it holds
//!   `<data_dir>.users.lock` shared, and the kernel lets go of that even after `kill -9`.
//! - Durable data lies in `cluster`, the tests' in `throwaway`, and only the latter is ever deleted.

mod folders;
mod programs;
mod server;

use anyhow::{Context, Result, ensure};
use folders::Account;
use server::Server;
use std::fs::{self, File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const OWNER: &str = "cooperator";
const APP: &str = "cooperator_app";

/// What to run and where.
pub struct Settings {
    /// The folder of the cluster, its log and its socket; made if absent. Usually `data/postgres`.
    pub data_dir: PathBuf,
    /// False for tests only: no commit is waited for, and the last user's end deletes the data.
    pub durable: bool,
}

/// A running server, in use by this process until the value is dropped or [stopped](Self::stop).
pub struct Cluster {
    asked: PathBuf,
    server: Server,
    programs: PathBuf,
    socket: PathBuf,
    in_use: File,
}

impl Cluster {
    /// Finds the programs, makes the cluster if absent, starts it or joins the running one, and
    /// returns when it accepts connections. Blocks for a second or so the first time.
    pub fn start(settings: &Settings) -> Result<Cluster> {
        let asked = std::path::absolute(&settings.data_dir)?;
        let parent = asked.parent().context("the data folder has no parent")?;
        folders::make_parent(parent).with_context(|| format!("cannot make {}", parent.display()))?;
        let in_use = lock_file(&asked, "users")?;
        in_use.lock_shared()?;
        let turn = lock_file(&asked, "turn")?;
        turn.lock()?;
        let server = Server::find(&asked, settings.durable)?;
        let programs = programs::find(parent, server.account, server.made_by())?;
        let (socket, launched) = server.run(&programs)?;
        if launched && !settings.durable {
            server.delete_after_last_user(&lock_path(&asked, "users"));
        }
        Ok(Cluster { asked, server, programs, socket, in_use })
    }

    /// Address of `database` for the role that owns the tables, a superuser.
    pub fn owner_url(&self, database: &str) -> String {
        url(OWNER, &self.socket, database)
    }

    /// Address of `database` for the role that the app serves with; the migrations create it.
    pub fn app_url(&self, database: &str) -> String {
        url(APP, &self.socket, database)
    }

    /// The folder of its programs.
    pub fn programs(&self) -> &Path {
        &self.programs
    }

    /// Creates the database `name`, owned by the superuser, unless it exists.
    pub fn ensure_database(&self, name: &str) -> Result<()> {
        let turn = lock_file(&self.asked, "turn")?;
        turn.lock()?;
        let mut createdb = command(&self.programs.join("createdb"), None);
        createdb.arg("--host").arg(&self.socket).args(["--port=5432", "--username", OWNER]);
        createdb.args(["--no-password", "--template=template0", "--", name]);
        let output = createdb.output().context("cannot run createdb")?;
        let exists = String::from_utf8_lossy(&output.stderr).contains("already exists");
        if exists { Ok(()) } else { succeeded("createdb", &output) }
    }

    /// Starts the server again should it have died. Cheap when it runs: for a timer of the app.
    pub fn keep_running(&self) -> Result<()> {
        let turn = lock_file(&self.asked, "turn")?;
        turn.lock()?;
        self.server.run(&self.programs)?;
        Ok(())
    }

    /// Lets go of the server, and shuts it down unless another process uses it.
    pub fn stop(self) -> Result<()> {
        let turn = lock_file(&self.asked, "turn")?;
        turn.lock()?;
        if self.in_use.try_lock().is_err() {
            return Ok(());
        }
        self.server.shut_down()?;
        if !self.socket.starts_with(&self.server.home) {
            let _ = fs::remove_dir(&self.socket);
        }
        if self.server.durable { Ok(()) } else { self.server.delete() }
    }
}

/// The folder of `pg_dump` and `pg_restore` that read a server of this major version.
///
/// # Errors
/// When there are none as new as the server: older ones refuse it.
pub fn client_programs(data: &Path, server: u32) -> Result<PathBuf> {
    programs::client(&std::path::absolute(data)?, server)
}

/// A command that sees neither our working folder, nor our language, nor libpq's variables.
fn command(program: &Path, account: Option<Account>) -> Command {
    let mut command = Command::new(program);
    command.current_dir("/").env("LC_ALL", "C").stdin(Stdio::null());
    for (name, _) in std::env::vars_os() {
        if name.as_encoded_bytes().starts_with(b"PG") {
            command.env_remove(name);
        }
    }
    if let Some(account) = account {
        command.uid(account.uid).gid(account.gid);
    }
    command
}

fn succeeded(program: &str, output: &Output) -> Result<()> {
    let words = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{program} failed: {}", words.trim());
    Ok(())
}

fn lock_path(asked: &Path, what: &str) -> PathBuf {
    let mut name = asked.as_os_str().to_owned();
    name.push(format!(".{what}.lock"));
    PathBuf::from(name)
}

/// Opened anew for each use: the kernel counts locks by opening, even within a process.
fn lock_file(asked: &Path, what: &str) -> Result<File> {
    let path = lock_path(asked, what);
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false).mode(0o600);
    options.open(&path).with_context(|| format!("cannot open {}", path.display()))
}

fn url(role: &str, socket: &Path, database: &str) -> String {
    let socket = encoded(socket.as_os_str().as_encoded_bytes());
    format!("postgresql://{role}@/{}?host={socket}&port=5432", encoded(database.as_bytes()))
}

fn encoded(bytes: &[u8]) -> String {
    let sign = |byte: &u8| match byte {
        b'-' | b'.' | b'_' => char::from(*byte).to_string(),
        byte if byte.is_ascii_alphanumeric() => char::from(*byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    bytes.iter().map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::net::UnixStream;

    #[test]
    fn an_address_survives_spaces_and_signs() {
        let url = url(APP, Path::new("/a b/é"), "co-op?1");
        assert_eq!(url, "postgresql://cooperator_app@/co-op%3F1?host=%2Fa%20b%2F%C3%A9&port=5432");
    }

    #[test]
    fn the_last_user_stops_the_server() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("cooperator test {}", std::process::id()));
        let settings = Settings { data_dir: folder.join("postgres"), durable: false };
        let first = Cluster::start(&settings)?;
        let second = Cluster::start(&settings)?;
        second.ensure_database("co-op")?;
        first.ensure_database("co-op")?;
        // That was an error to the server, which would quote the name.
        assert!(!fs::read_to_string(settings.data_dir.join("server.log"))?.contains("co-op"));
        let socket = first.socket.join(".s.PGSQL.5432");
        assert_eq!(first.socket, second.socket);

        first.stop()?;
        assert!(UnixStream::connect(&socket).is_ok());
        second.stop()?;
        assert!(UnixStream::connect(&socket).is_err());
        assert!(!settings.data_dir.join("throwaway").exists());
        Ok(fs::remove_dir_all(folder)?)
    }

    #[test]
    fn data_to_keep_is_no_place_for_tests() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("cooperator kept {}", std::process::id()));
        fs::create_dir_all(folder.join("cluster"))?;
        let refusal = Cluster::start(&Settings { data_dir: folder.clone(), durable: false });
        assert!(refusal.is_err_and(|error| error.to_string().contains("data to keep")));
        assert!(folder.join("cluster").exists());
        for name in ["users", "turn"] {
            fs::remove_file(lock_path(&folder, name))?;
        }
        Ok(fs::remove_dir_all(folder)?)
    }
}
