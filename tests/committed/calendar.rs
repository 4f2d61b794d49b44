//! A calendar address read by programs that people use: vdirsyncer fetches it as a telephone would, khal shows what stands in it. Both
//! are installed by `bin/test` (`need_calendar_clients` in bin/lib.sh).

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::ISABELLE;
use crate::support::{Folder, Person, Server};

/// Somebody's computer with the two programs, on which one address is subscribed.
struct Computer(PathBuf);

impl Computer {
    fn subscribed(folder: &Path, address: &str) -> Self {
        let home = folder.join("computer");
        std::fs::create_dir_all(home.join("events")).expect("a folder");
        let path = home.display();
        let sync = format!(
            "[general]\nstatus_path = \"{path}/status\"\n[pair coop]\na = \"here\"\nb = \"there\"\ncollections = null\nconflict_resolution = \"b wins\"\n\
             [storage here]\ntype = \"filesystem\"\npath = \"{path}/events\"\nfileext = \".ics\"\n\
             [storage there]\ntype = \"http\"\nurl = \"{address}\"\n"
        );
        let show = format!(
            "[calendars]\n[[coop]]\npath = {path}/events\nreadonly = True\n[locale]\nlocal_timezone = America/Toronto\n\
             default_timezone = America/Toronto\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n\
             datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = {path}/khal.db\n"
        );
        std::fs::write(home.join("sync"), sync).expect("settings");
        std::fs::write(home.join("show"), show).expect("settings");
        let computer = Self(home);
        computer.run("vdirsyncer", &["-c", "sync", "discover", "--no-list"]);
        computer
    }

    fn run(&self, program: &str, args: &[&str]) -> String {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/clients/bin").join(program);
        let mut command = Command::new(&path);
        let command = command.args(args).current_dir(&self.0).env("HOME", &self.0).env("LC_ALL", "C.UTF-8");
        let done =
            command.output().unwrap_or_else(|error| panic!("{} (bin/test installs it): {error}", path.display()));
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        assert!(done.status.success(), "{program}: {said}{}", String::from_utf8_lossy(&done.stderr));
        said
    }

    /// Fetches what stands there now: each entry of the coming year as a day and a title, in the order of khal.
    fn shows(&self) -> Vec<(String, String)> {
        self.run("vdirsyncer", &["-c", "sync", "sync"]);
        let listed = self.run(
            "khal",
            &["-c", "show", "list", "--once", "--day-format", "", "--format", "{start-date}|{title}", "today", "365d"],
        );
        let line = |line: &str| line.split_once('|').map(|(day, title)| (day.to_owned(), title.to_owned()));
        listed.lines().filter_map(line).collect()
    }

    fn files(&self) -> usize {
        std::fs::read_dir(self.0.join("events")).expect("a folder").count()
    }
}

#[test]
fn a_calendar_address_is_read_by_the_calendars_that_people_use() {
    let folder = Folder::new("calendar");
    let server = Server::start(&folder, "demo");
    let isabelle = Person::of_demo(&server, ISABELLE);
    let made = isabelle.post("/calendars", "/calendars", &[("committee_id", "")]).body;
    let secret = made.split("/calendars/").find_map(|rest| rest.split_once(".ics")).expect("an address").0;
    let path = format!("/calendars/{secret}.ics");
    let fed = isabelle.get(&path).body;
    let computer = Computer::subscribed(&folder.0, &format!("{}{path}", server.origin));
    let before = computer.shows();
    assert_eq!(computer.files(), fed.matches("BEGIN:VEVENT").count(), "every entry is one of their own");

    // A task of hers, with quotes and commas, on a day far away, and then on another: one entry, moved.
    let title = "Zinc, \"paint\"; and the gate \\ été";
    let day = |days| (chrono::Utc::now().date_naive() + chrono::Days::new(days)).to_string();
    let page = isabelle.get("/tasks/new").body;
    let own = page.split("value=\"member-").nth(1).and_then(|rest| rest.split('"').next()).expect("herself").to_owned();
    let fields = |day: &str, version: &str| {
        [("task_title", title), ("due_on", day), ("priority", "normal"), ("version", version)]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .to_vec()
    };
    let send = |path: &str, page: &str, fields: Vec<(String, String)>| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        isabelle.post(path, page, &fields)
    };
    let mut new = fields(&day(300), "1");
    new.push(("assignee".to_owned(), format!("member-{own}")));
    let made = send("/tasks", "/tasks/new", new);
    assert_eq!(made.status, 200, "{}", made.body);
    let id = made
        .body
        .split("action=\"/tasks/")
        .nth(1)
        .and_then(|rest| rest.split('/').next())
        .expect("its page")
        .to_owned();
    let with = computer.shows();
    assert_eq!(with.len(), before.len() + 1);
    assert!(with.contains(&(day(300), title.to_owned())), "{with:?}");
    let edited = send(&format!("/tasks/{id}"), &format!("/tasks/{id}/edit"), fields(&day(310), "1"));
    assert_eq!(edited.status, 200, "{}", edited.body);
    let moved = computer.shows();
    assert!(
        moved.contains(&(day(310), title.to_owned())) && !moved.contains(&(day(300), title.to_owned())),
        "{moved:?}"
    );
    assert_eq!(moved.len(), with.len());

    // Called off, it goes; an address that is revoked is no calendar any more.
    let given_up = isabelle.post(&format!("/tasks/{id}/giving-up"), &format!("/tasks/{id}"), &[("give_up_why", "")]);
    assert_eq!(given_up.status, 200, "{}", given_up.body);
    assert_eq!(computer.shows(), before);
}
