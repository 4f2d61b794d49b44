//! Finds the programs of a PostgreSQL server on this machine.
//!
//! Invariant: data is only opened by the major version that made it.

use super::command;
use super::folders::Account;
use anyhow::{Context as _, Result, bail, ensure};
use std::cmp::Reverse;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// The oldest version that the migrations are written for.
const MAJOR_MIN: u32 = 15;
/// Where packages put a folder for each major version: parent, start of its name, rest of the path.
const VERSIONED: [(&str, &str, &str); 6] = [
    ("/usr/lib/postgresql", "", "bin"),
    ("/usr", "pgsql-", "bin"),
    ("/usr/libexec", "postgresql", ""),
    ("/opt/homebrew/opt", "postgresql@", "bin"),
    ("/usr/local/opt", "postgresql@", "bin"),
    ("/Applications/Postgres.app/Contents/Versions", "", "bin"),
];
const FIXED: [&str; 2] = ["/usr/local/pgsql/bin", "/var/lib/cooperator/pgbin/bin"];

/// The folder of `postgres`, `initdb` and `createdb` to use for data made by version `made_by`.
/// `COOPERATOR_PG_BIN` names it; otherwise the first that fits of: what `bin/run` fetched into
/// `pgbin`, `PATH`, the usual places with the highest version first.
pub(super) fn find(data: &Path, account: Option<Account>, made_by: Option<u32>) -> Result<PathBuf> {
    let named = std::env::var_os("COOPERATOR_PG_BIN").filter(|folder| !folder.is_empty());
    if let Some(folder) = named {
        let found = usable(vec![std::path::absolute(&folder)?], account);
        ensure!(!found.is_empty(), "no PostgreSQL server that we can run in {}", folder.display());
        return choose(&found, made_by);
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    choose(&usable(places(data, &path, &VERSIONED), account), made_by)
}

/// The first folder with `pg_dump` and `pg_restore` of this version or a later one, looked for in the same places.
pub(super) fn client(data: &Path, server: u32) -> Result<PathBuf> {
    let named = std::env::var_os("COOPERATOR_PG_BIN").filter(|folder| !folder.is_empty());
    let places = match named {
        Some(folder) => vec![std::path::absolute(folder)?],
        None => places(data, &std::env::var_os("PATH").unwrap_or_default(), &VERSIONED),
    };
    let fits = |place: &&PathBuf| {
        let output = command(&place.join("pg_dump"), None).arg("--version").output();
        let major = output.ok().and_then(|output| major_of(&output.stdout));
        major.is_some_and(|major| major >= server) && place.join("pg_restore").exists()
    };
    places.iter().find(fits).cloned().with_context(|| {
        format!(
            "pg_dump and pg_restore of PostgreSQL {server} or newer are needed: install your system's package \
             `postgresql-client`, or name the folder of its programs in COOPERATOR_PG_BIN"
        )
    })
}

fn places(data: &Path, path: &OsStr, versioned: &[(&str, &str, &str)]) -> Vec<PathBuf> {
    let mut places = vec![data.join("pgbin/bin")];
    places.extend(std::path::absolute("data/pgbin/bin"));
    places.extend(std::env::split_paths(path).filter(|folder| folder.is_absolute()));
    for (parent, start, rest) in versioned {
        let entries = fs::read_dir(parent).into_iter().flatten().flatten();
        let mut majors: Vec<(u32, PathBuf)> = entries
            .filter_map(|entry| {
                let major = entry.file_name().to_str()?.strip_prefix(start)?.parse().ok()?;
                Some((major, entry.path().join(rest)))
            })
            .collect();
        majors.sort_by_key(|(major, _)| Reverse(*major));
        places.extend(majors.into_iter().map(|(_, folder)| folder));
    }
    places.extend(FIXED.map(PathBuf::from));
    places
}

/// The complete sets of programs that the server's account can run, with their major version.
fn usable(places: Vec<PathBuf>, account: Option<Account>) -> Vec<(PathBuf, u32)> {
    let mut found: Vec<(PathBuf, u32)> = Vec::new();
    for place in places {
        // In PATH may lie links to the server beside wrappers of the rest.
        let Ok(postgres) = fs::canonicalize(place.join("postgres")) else {
            continue;
        };
        let Some(folder) = postgres.parent().map(Path::to_path_buf) else {
            continue;
        };
        let complete = folder.join("initdb").exists() && folder.join("createdb").exists();
        if complete && !found.iter().any(|(known, _)| *known == folder) {
            let output = command(&postgres, account).arg("--version").output();
            found.extend(output.ok().and_then(|output| Some((folder, major_of(&output.stdout)?))));
        }
    }
    found
}

/// `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)` is 15.
fn major_of(version: &[u8]) -> Option<u32> {
    let version = String::from_utf8_lossy(version);
    version.split(' ').nth(2)?.split(|sign: char| !sign.is_ascii_digit()).next()?.parse().ok()
}

fn choose(found: &[(PathBuf, u32)], made_by: Option<u32>) -> Result<PathBuf> {
    let fits = |major: u32| made_by.map_or(major >= MAJOR_MIN, |made_by| major == made_by);
    if let Some((folder, _)) = found.iter().find(|(_, major)| fits(*major)) {
        return Ok(folder.clone());
    }
    let list = found.iter().map(|(folder, major)| format!("{major} in {}", folder.display()));
    let list = list.reduce(|list, entry| format!("{list}, {entry}")).unwrap_or("none".to_owned());
    match made_by {
        Some(made_by) => bail!(
            "The data was made by PostgreSQL {made_by}, which is not here (found: {list}).\n\
             Install PostgreSQL {made_by}, or name the folder of its programs in COOPERATOR_PG_BIN,\n\
             or move the data to a newer version with that version's pg_upgrade."
        ),
        None => bail!(
            "No PostgreSQL server of version {MAJOR_MIN} or newer is here (found: {list}).\n\
             Install your system's package `postgresql`, or start with bin/run, which fetches one,\n\
             or set DATABASE_URL to a database that runs elsewhere."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_places() -> Result<()> {
        let parent = std::env::temp_dir().join(format!("cooperator places {}", std::process::id()));
        for name in ["9", "15", "100", "16-old", "x"] {
            fs::create_dir_all(parent.join(name))?;
        }
        let versioned = [(parent.to_str().unwrap_or_default(), "", "bin")];
        let places = places(Path::new("/d"), OsStr::new("/a:relative:/b"), &versioned);
        fs::remove_dir_all(&parent)?;
        let fetched = std::env::current_dir()?.join("data/pgbin/bin");
        let majors = ["100", "15", "9"].map(|name| parent.join(name).join("bin"));
        let [a, b, d] = ["/a", "/b", "/d/pgbin/bin"].map(PathBuf::from);
        let expected: Vec<PathBuf> = [d, fetched, a, b].into_iter().chain(majors).collect();
        assert_eq!(places[..7], expected);
        Ok(())
    }

    #[test]
    fn data_is_opened_by_its_own_version_only() {
        let found = [("/14", 14), ("/18", 18), ("/15", 15)].map(|(at, major)| (at.into(), major));
        assert_eq!(choose(&found, None).ok(), Some("/18".into()));
        assert_eq!(choose(&found, Some(15)).ok(), Some("/15".into()));
        let refusal = choose(&found, Some(17)).expect_err("17 is not there").to_string();
        assert!(refusal.contains("PostgreSQL 17") && refusal.contains("18 in /18"), "{refusal}");
        assert!(choose(&found[..1], None).is_err());
    }

    #[test]
    fn versions_as_the_server_says_them() {
        assert_eq!(major_of(b"postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n"), Some(15));
        assert_eq!(major_of(b"postgres (PostgreSQL) 18beta2\n"), Some(18));
        assert_eq!(major_of(b"something else"), None);
    }
}
