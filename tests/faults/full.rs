//! No room left: for a table, and for the log of the database.
//!
//! A small disk is mounted where this machine allows it. Where it does not, the table's disk is full in the words of the server alone,
//! and the test says so.

use std::fs::{self, File};
use std::io::Write as _;
use std::os::unix::fs::{MetadataExt as _, chown, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;

use crate::asks::{SAFE, UNSAVED, at_once, get, post};
use crate::chance::{Chance, say};
use crate::support::{Folder, until};
use crate::voters::{self, Officers};
use crate::world::{Demo, Test, count, is_well, owner, tasks_called, try_owner};

/// A disk of a few megabytes.
struct TinyDisk(PathBuf);

impl TinyDisk {
    /// In memory or, where that is refused, in a file. With the refusals, where there can be none.
    fn mount(name: &str, megabytes: u64) -> Result<Self, String> {
        let place = std::env::temp_dir().join(format!("cooperator-disk-{name}-{}", std::process::id()));
        fs::create_dir_all(&place).map_err(|error| error.to_string())?;
        let disk = Self(place);
        let at = disk.0.display().to_string();
        let in_memory = run("mount", &["-t", "tmpfs", "-o", &format!("size={megabytes}m"), "tmpfs", &at]);
        let Err(first) = in_memory else { return Ok(disk) };
        let image = format!("{at}.image");
        let in_file = File::create(&image)
            .and_then(|file| file.set_len(megabytes << 20))
            .map_err(|error| error.to_string())
            .and_then(|()| run("mkfs.ext4", &["-q", "-F", &image]))
            .and_then(|()| run("mount", &["-o", "loop", &image, &at]));
        in_file.map(|()| disk).map_err(|second| format!("{first}; {second}"))
    }

    /// Takes all the room there is, until the answer is dropped.
    fn fill(&self) -> Filler {
        let path = self.0.join("filler");
        let mut file = File::create(&path).expect("a file");
        let mut size = 64 * 1024;
        while size > 0 {
            match file.write(&vec![0; size]) {
                Ok(1..) => {}
                _ => size /= 2,
            }
        }
        Filler(path)
    }

    /// A folder of it, which belongs to whom the database belongs to.
    fn folder(&self, name: &str, folder: &Folder) -> PathBuf {
        let (place, data) = (self.0.join(name), folder.0.join("postgres/cluster"));
        let owner = fs::metadata(data).expect("the database");
        fs::create_dir(&place).expect("a folder");
        chown(&place, Some(owner.uid()), Some(owner.gid())).expect("its owner");
        place
    }
}

/// A file that takes all the room.
struct Filler(PathBuf);

impl Drop for Filler {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

impl Drop for TinyDisk {
    fn drop(&mut self) {
        let _ = run("umount", &[&self.0.display().to_string()]);
        let _ = fs::remove_dir(&self.0);
        let _ = fs::remove_file(format!("{}.image", self.0.display()));
    }
}

fn run(program: &str, arguments: &[&str]) -> Result<(), String> {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output();
    let output = output.map_err(|error| format!("{program}: {error}"))?;
    let words = String::from_utf8_lossy(&output.stderr).trim().replace('\n', " ");
    if output.status.success() { Ok(()) } else { Err(format!("{program}: {words}")) }
}

/// A text that no compression makes shorter.
fn long_text(chance: &mut Chance) -> String {
    (0..7_000).map(|_| char::from(b'a' + chance.among(0, 25) as u8)).collect()
}

/// How a table has no room, and how it has again.
enum Room<'a> {
    Disk(&'a TinyDisk, Option<Filler>),
    Words(PgConnection),
}

impl Room<'_> {
    fn fill(&mut self) {
        match self {
            Self::Disk(disk, filler) => *filler = Some(disk.fill()),
            Self::Words(conn) => conn.batch_execute(NO_ROOM).expect("a trigger"),
        }
    }

    fn empty(&mut self) {
        match self {
            Self::Disk(_, filler) => *filler = None,
            Self::Words(conn) => conn.batch_execute("drop trigger full on tasks").expect("no trigger"),
        }
    }
}

/// What the server says when a file cannot grow, said by a trigger.
const NO_ROOM: &str = r#"
    create or replace function no_room() returns trigger language plpgsql as $$
    begin
      raise exception 'could not extend file "base/5/16384": No space left on device'
        using errcode = 'disk_full', hint = 'Check free disk space.';
    end $$;
    create trigger full before insert on tasks for each row execute function no_room()"#;

#[test]
fn a_full_disk_refuses_what_is_written_and_loses_nothing() {
    let mut test = Test::of("full");
    let disk = TinyDisk::mount("table", 4);
    let demo = Demo::start(&test, "full");
    let mut database = owner(&demo.folder);
    let mut room = match &disk {
        Ok(disk) => {
            let place = disk.folder("table", &demo.folder);
            for sql in [
                format!("create tablespace tiny location '{}'", place.display()),
                "alter table tasks set tablespace tiny".to_owned(),
            ] {
                database.batch_execute(&sql).expect("a table on the small disk");
            }
            Room::Disk(disk, None)
        }
        Err(refusals) => {
            say(&format!("this machine mounts no small disk ({refusals}): the server's words take its place"));
            Room::Words(owner(&demo.folder))
        }
    };
    let token = demo.joan.token("/tasks/new");
    let details = long_text(&mut test.chance);
    let write = |title: &str| post(&demo.joan, "/tasks", &token, &[("task_title", title), ("done_means", &details)]);
    assert_eq!(write("While there is room").status, 303);
    room.fill();
    // What room there was within the table's own pages may be used first.
    let titles: Vec<String> = (0..50).map(|number| format!("Task {number} for a full disk")).collect();
    let refused = titles.iter().position(|title| write(title).status != 303).expect("no room for fifty");
    write(&titles[refused]).is_busy(UNSAVED);
    at_once(6, |number| write(&titles[40 + number as usize])).iter().for_each(|heard| heard.is_busy(UNSAVED));
    assert_eq!(get(&demo.joan, "/tasks").status, 200, "what is there can be read");
    get(&demo.joan, "/readyz").is_prompt(200);
    for (number, title) in titles.iter().enumerate() {
        assert_eq!(tasks_called(&mut database, title), i64::from(number < refused), "{title}");
    }
    room.empty();
    assert_eq!(write(&titles[refused]).status, 303);
    assert_eq!(tasks_called(&mut database, &titles[refused]), 1);
}

/// The database then stops by itself, and comes back when there is room.
#[test]
fn a_full_log_stops_the_database_and_loses_nothing() {
    let test = Test::of("log");
    let disk = match TinyDisk::mount("log", 160) {
        Ok(disk) => disk,
        Err(refusals) => return say(&format!("this machine mounts no small disk ({refusals}): the log is never full")),
    };
    let demo = Demo::start_with(&test, "full-log", |folder, _| move_log(folder, &disk));
    let token = demo.joan.token("/tasks/new");
    let write = |title: &str| post(&demo.joan, "/tasks", &token, &[("task_title", title)]);
    assert_eq!(write("Before the log is full").status, 303);
    let filler = disk.fill();
    // Each switch asks for another piece of the log, until there is no room for one.
    until("the log is full", || {
        let switch = "select pg_logical_emit_message(true, 'full', 'log'), pg_switch_wal()";
        try_owner(&demo.folder).is_none_or(|mut conn| conn.batch_execute(switch).is_err())
    });
    let titles: Vec<String> = (0..6).map(|number| format!("Task {number} for a full log")).collect();
    let heard = at_once(6, |number| write(&titles[number as usize]));
    heard.iter().for_each(|heard| heard.is_busy(UNSAVED));
    get(&demo.joan, "/members").is_busy(SAFE);
    get(&demo.joan, "/readyz").is_prompt(503);
    drop(filler);
    until("the database is back", || try_owner(&demo.folder).is_some());
    is_well(&demo.joan);
    let mut database = owner(&demo.folder);
    assert_eq!(tasks_called(&mut database, "Before the log is full"), 1);
    for title in &titles {
        assert_eq!(tasks_called(&mut database, title), 0);
        assert_eq!(write(title).status, 303);
        assert_eq!(tasks_called(&mut database, title), 1);
    }
}

/// The folder of keys has no room for one more: the urn is not prepared, and says why.
#[test]
fn an_urn_whose_key_finds_no_room_is_not_prepared() {
    let test = Test::of("full-keys");
    let disk = match TinyDisk::mount("keys", 1) {
        Ok(disk) => disk,
        Err(refusals) => {
            return say(&format!("this machine mounts no small disk ({refusals}): no folder of keys is full"));
        }
    };
    let demo = Demo::start_with(&test, "full-keys", |folder, program| {
        let from = format!("{}/.", folder.0.join("keys").display());
        run("cp", &["-a", &from, &disk.0.display().to_string()]).expect("the keys on the small disk");
        program.env("COOPERATOR_KEYS", &disk.0);
    });
    voters::join(&demo.folder, 1);
    let officers = Officers::of(&demo.server, &demo.joan);
    let poll = officers.announced(&demo.folder);
    let [first, second] = Officers::named(&demo.folder);
    let urn = format!("/polls/{poll}/urn");
    let token = officers.second.token(&urn);
    let prepare = || post(&officers.second, &urn, &token, &[("first", &first), ("second", &second)]);
    let files = || fs::read_dir(&disk.0).expect("the keys").count();
    let before = files();
    let filler = disk.fill();
    let heard = prepare();
    assert_eq!(heard.status, 409, "{}", heard.said());
    assert!(heard.body.contains("cannot write the key"), "{}", heard.said());
    let rows = "select count(*) from urns where public_key is not null and poll_id = $1::bigint";
    assert_eq!(count(&mut owner(&demo.folder), rows, &poll.to_string()), 0);
    drop(filler);
    assert_eq!(files(), before, "nothing is left of it");
    assert_eq!(prepare().status, 303);
    assert_eq!(count(&mut owner(&demo.folder), rows, &poll.to_string()), 1);
}

fn move_log(folder: &Folder, disk: &TinyDisk) {
    let (log, place) = (folder.0.join("postgres/cluster/pg_wal"), disk.folder("log", folder));
    let moved =
        |from: &Path, to: &Path| run("cp", &["-a", &format!("{}/.", from.display()), &to.display().to_string()]);
    moved(&log, &place).expect("the log on the small disk");
    fs::remove_dir_all(&log).and_then(|()| symlink(&place, &log)).expect("a link to it");
}
