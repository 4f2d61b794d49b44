//! A database whose messages are not English: what is busy must not be taken for broken, nor the other way round.

use std::path::PathBuf;
use std::process::Command;

use diesel::connection::SimpleConnection as _;

use crate::asks::{SAFE, at_once, get};
use crate::chance::say;
use crate::support::{Folder, Person};
use crate::world::{Demo, Served, Test, count, is_well, owner};

/// A locked table is busy, a missing one is a fault of ours, and both pass.
fn busy_and_broken_are_told_apart(folder: &Folder, joan: &Person) {
    let mut holder = owner(folder);
    holder.batch_execute("begin; lock table members in access exclusive mode").expect("a lock");
    at_once(6, |number| get(joan, &format!("/members?q=c{number}"))).iter().for_each(|heard| heard.is_busy(SAFE));
    holder.batch_execute("rollback; alter table tasks rename to tasks_elsewhere").expect("a table that is missing");
    let heard = get(joan, "/tasks");
    assert_eq!((heard.status, heard.retry_after), (500, None), "{}", heard.said());
    holder.batch_execute("alter table tasks_elsewhere rename to tasks").expect("the table");
    assert_eq!(get(joan, "/tasks").status, 200);
    is_well(joan);
}

/// The language of the country, made for this test in a folder of its own. It goes away with the folder.
fn french(folder: &Folder) -> Result<PathBuf, String> {
    let place = folder.0.with_extension("locales");
    std::fs::create_dir_all(&place).map_err(|error| error.to_string())?;
    let made = Command::new("localedef")
        .args(["--no-archive", "-c", "-i", "fr_CA", "-f", "UTF-8"])
        .arg(place.join("fr_CA.UTF-8"))
        .output();
    let made = made.map_err(|error| format!("localedef: {error}"))?;
    let words = String::from_utf8_lossy(&made.stderr).trim().replace('\n', " ");
    if place.join("fr_CA.UTF-8").exists() { Ok(place) } else { Err(format!("localedef: {words}")) }
}

/// Makes the database speak French.
fn speak_french(folder: &Folder) -> Result<(), String> {
    let mut conn = owner(folder);
    conn.batch_execute("alter system set lc_messages = 'fr_CA.UTF-8'").map_err(|error| error.to_string())?;
    conn.batch_execute("select pg_reload_conf()").map_err(|error| error.to_string())?;
    crate::support::until("the setting is read", || {
        count(
            &mut owner(folder),
            "select count(*) from pg_settings where name = 'lc_messages' and setting = $1",
            "fr_CA.UTF-8",
        ) == 1
    });
    match owner(folder).batch_execute("select 1 / 0") {
        Err(error) if error.to_string() == "division par zéro" => Ok(()),
        other => Err(format!("the server has no French: {other:?}")),
    }
}

#[test]
fn a_database_that_speaks_french_is_understood() {
    let test = Test::of("french");
    let mut refusal = String::new();
    let demo = Demo::start_with(&test, "french", |folder, program| match french(folder) {
        Ok(place) => drop(program.env("LOCPATH", format!("{}:/usr/lib/locale", place.display()))),
        Err(error) => refusal = error,
    });
    let spoken = if refusal.is_empty() { speak_french(&demo.folder) } else { Err(refusal) };
    let _ = std::fs::remove_dir_all(demo.folder.0.with_extension("locales"));
    match spoken {
        Ok(()) => {
            let may = "select count(*) from pg_roles where rolname = $1 and has_parameter_privilege(rolname, 'lc_messages', 'set')";
            assert_eq!(count(&mut owner(&demo.folder), may, "cooperator_app"), 0, "the program may not choose English");
            // Connections that were there before still speak English.
            owner(&demo.folder)
                .batch_execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'cooperator_app'",
                )
                .expect("new connections");
            is_well(&demo.joan);
            busy_and_broken_are_told_apart(&demo.folder, &demo.joan);
        }
        Err(reason) => {
            say(&format!("no database speaks French here ({reason}): its words are put into its mouth"));
            drop(demo);
            let served = Served::start(&test, "french-words");
            served.line.speak(|said| match said {
                "canceling statement due to lock timeout" => {
                    Some("annulation de la requête à cause du délai écoulé pour l'obtention des verrous".to_owned())
                }
                _ => Some("la relation n'existe pas".to_owned()),
            });
            busy_and_broken_are_told_apart(&served.folder, &served.joan);
        }
    }
}

#[test]
fn a_database_whose_language_nobody_reads_is_understood_when_time_ran_out() {
    let test = Test::of("unread");
    let served = Served::start(&test, "unread");
    served.line.speak(|_| Some("ᑐᑭᓯᓐᖏᑦᑐᖅ".to_owned()));
    busy_and_broken_are_told_apart(&served.folder, &served.joan);
}
