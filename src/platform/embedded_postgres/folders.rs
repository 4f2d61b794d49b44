//! Where a cluster lives, and whose it is: the rules for root, for closed and for long paths.
//!
//! Invariants: a socket's path fits into what the kernel takes, however deep the checkout lies; a
//! folder in a shared place is ours and closed to others, or it is not used.

use super::command;
use anyhow::{Context, Result, bail, ensure};
use rustix::process::{Uid, geteuid};
use sha2::{Digest, Sha256};
use std::fs::{self, DirBuilder, Permissions};
use std::io::ErrorKind;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt, lchown, symlink};
use std::path::{Path, PathBuf};

pub(super) const SOCKET_FILE: &str = ".s.PGSQL.5432";
const SOCKET_PATH_BYTES_MAX: usize = 107;

/// The account that the server runs as when we are root.
#[derive(Clone, Copy)]
pub(super) struct Account {
    pub uid: u32,
    pub gid: u32,
}

impl Account {
    /// Whoever owns the cluster already, else `postgres`, else `nobody`.
    pub fn choose(cluster: &Path) -> Account {
        if let Ok(owner) = fs::metadata(cluster)
            && owner.uid() != 0
        {
            return Account { uid: owner.uid(), gid: owner.gid() };
        }
        let accounts = fs::read_to_string("/etc/passwd").unwrap_or_default();
        let find = |name| Account::of(&accounts, name);
        let unknown = Account { uid: 65534, gid: 65534 };
        find("postgres").or_else(|| find("nobody")).unwrap_or(unknown)
    }

    fn of(accounts: &str, name: &str) -> Option<Account> {
        let mut lines = accounts.lines().map(|line| line.split(':').collect::<Vec<_>>());
        let fields = lines.find(|fields| fields[0] == name)?;
        Some(Account { uid: fields.get(2)?.parse().ok()?, gid: fields.get(3)?.parse().ok()? })
    }

    fn can_enter(self, folder: &Path) -> bool {
        let mut shell = command(Path::new("/bin/sh"), Some(self));
        shell.args(["-c", r#"cd "$1""#, "sh"]).arg(folder);
        shell.output().is_ok_and(|output| output.status.success())
    }
}

/// The real folder of `asked`, made if absent. When we are root and the server's account cannot
/// enter it (a checkout in root's home), a folder elsewhere takes its place and `asked` becomes a
/// link to that: who deletes the checkout's data still starts afresh.
pub(super) fn find_home(asked: &Path, account: Option<Account>, durable: bool) -> Result<PathBuf> {
    if !durable && asked.is_symlink() && !asked.exists() {
        fs::remove_file(asked)?;
    }
    if fs::symlink_metadata(asked).is_err() {
        make(asked, if account.is_some() { 0o711 } else { 0o700 })?;
    }
    let home = fs::canonicalize(asked)
        .with_context(|| format!("{} leads nowhere: delete it to start afresh", asked.display()))?;
    if asked.is_symlink() {
        let owner = fs::metadata(&home)?.uid();
        let ours = owner == geteuid().as_raw();
        ensure!(ours, "{} leads to a folder of account {owner}: delete it", asked.display());
    }
    match account {
        Some(account) if !account.can_enter(&home) => elsewhere(asked, &home, account, durable),
        _ => Ok(home),
    }
}

fn elsewhere(asked: &Path, home: &Path, account: Account, durable: bool) -> Result<PathBuf> {
    let uid = account.uid;
    // Not in place of data: this refuses a folder that holds anything.
    fs::remove_dir(asked)
        .with_context(|| format!("the account {uid} cannot enter {}: open its parents to it", home.display()))?;
    let shared = if durable { PathBuf::from("/var/lib") } else { std::env::temp_dir() };
    let names = (1..100).map(|number| shared.join(format!("cooperator-{}-{number}", key(home))));
    // Never one that is there already, be it an older checkout's data or a trap.
    let place = names.into_iter().find(|place| fs::symlink_metadata(place).is_err());
    let place = place.with_context(|| format!("no free name in {}", shared.display()))?;
    make(&place, 0o711)?;
    symlink(&place, asked)?;
    ensure!(account.can_enter(&place), "the account {uid} cannot enter {}", place.display());
    let (home, place_shown) = (home.display(), place.display());
    tracing::warn!("account {uid} cannot enter {home}: the database lies in {place_shown}");
    Ok(fs::canonicalize(place)?)
}

/// The folder above ours, with mail and keys beside: for us alone. Whoever PostgreSQL runs as when we are root may pass through.
pub(super) fn make_parent(folder: &Path) -> std::io::Result<()> {
    let mode = if geteuid().is_root() { 0o711 } else { 0o700 };
    DirBuilder::new().recursive(true).mode(mode).create(folder)
}

fn make(folder: &Path, mode: u32) -> Result<()> {
    let made = DirBuilder::new().mode(mode).create(folder);
    made.with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(fs::set_permissions(folder, Permissions::from_mode(mode))?)
}

/// Makes `folder` for the server alone, or checks that it is just that.
pub(super) fn make_private(folder: &Path, account: Option<Account>) -> Result<()> {
    match DirBuilder::new().mode(0o700).create(folder) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            bail!("cannot make {}: {error}", folder.display())
        }
        _ => {}
    }
    let found = fs::symlink_metadata(folder)?;
    let known = [Some(geteuid().as_raw()), account.map(|account| account.uid)];
    let ours = found.is_dir() && found.mode() & 0o077 == 0 && known.contains(&Some(found.uid()));
    ensure!(ours, "{} is not a private folder of ours: delete it", folder.display());
    if let Some(account) = account {
        lchown(folder, Some(account.uid), Some(account.gid))?;
    }
    Ok(())
}

/// The folder of the socket: in the home if libpq and the kernel can bear its path, else in a shared
/// place.
pub(super) fn socket(home: &Path, user: Uid) -> PathBuf {
    let shared = format!("cooperator-{}-{}", user.as_raw(), key(home));
    // The server's account may not be able to enter root's TMPDIR.
    let temporary = if user.is_root() { PathBuf::from("/tmp") } else { std::env::temp_dir() };
    let choices = [home.join("socket"), temporary.join(&shared)];
    // libpq takes a comma for the end of a host's name.
    let fits = |folder: &PathBuf| {
        let path = folder.join(SOCKET_FILE).into_os_string().into_encoded_bytes();
        path.len() <= SOCKET_PATH_BYTES_MAX && !path.contains(&b',')
    };
    choices.into_iter().find(fits).unwrap_or(Path::new("/tmp").join(shared))
}

fn key(path: &Path) -> String {
    let digest = Sha256::digest(path.as_os_str().as_encoded_bytes());
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_socket_path_is_never_too_long() {
        for length in 1..300 {
            let home = PathBuf::from(format!("/{}", "x".repeat(length)));
            let folder = socket(&home, Uid::ROOT);
            assert!(folder.join(SOCKET_FILE).as_os_str().len() <= SOCKET_PATH_BYTES_MAX);
            assert_eq!(folder.starts_with(&home), length < 86, "{length}");
        }
    }

    #[test]
    fn a_comma_would_end_the_name_of_a_host() {
        assert!(!socket(Path::new("/a,b"), Uid::ROOT).starts_with("/a,b"));
        assert!(socket(Path::new("/a b"), Uid::ROOT).starts_with("/a b"));
    }

    #[test]
    fn two_deep_checkouts_have_two_sockets() {
        let deep = PathBuf::from("/").join("x".repeat(150));
        assert_ne!(socket(&deep.join("a"), Uid::ROOT), socket(&deep.join("b"), Uid::ROOT));
    }

    #[test]
    fn an_account_is_found_by_its_whole_name() {
        let accounts = "postgresql:x:7:8::/:\npostgres:x:101:104:Administrator,,,:/var:/bin/bash\n";
        let found = Account::of(accounts, "postgres").map(|account| (account.uid, account.gid));
        assert_eq!(found, Some((101, 104)));
        assert!(Account::of(accounts, "nobody").is_none());
    }

    #[test]
    fn a_folder_open_to_others_is_refused() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("cooperator-open-{}", std::process::id()));
        make(&folder, 0o755)?;
        assert!(make_private(&folder, None).is_err());
        fs::remove_dir(&folder)?;
        symlink("/etc", &folder)?;
        assert!(make_private(&folder, None).is_err());
        fs::remove_file(&folder)?;
        make_private(&folder, None)?;
        make_private(&folder, None)?;
        Ok(fs::remove_dir(&folder)?)
    }
}
