//! `pg_dump` and `pg_restore`, fed and read through pipes.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::platform::db::BACKUP_ROLE;

/// The folder where they are.
pub struct Programs(pub PathBuf);

impl Programs {
    /// Writes the database as it stood when the snapshot was taken.
    pub fn dump(&self, url: &str, snapshot: &str, into: &mut dyn Write) -> Result<()> {
        let mut dump = self.command("pg_dump", url);
        dump.args(["--format=custom", "--enable-row-security", "--role", BACKUP_ROLE, "--snapshot", snapshot]);
        let mut child = dump.stdout(Stdio::piped()).spawn().context("cannot run pg_dump")?;
        let copied = match &mut child.stdout {
            Some(out) => std::io::copy(out, into).map(drop),
            None => Ok(()),
        };
        drop(child.stdout.take());
        ended("pg_dump", child)?;
        Ok(copied?)
    }

    /// Makes what a dump holds, as belonging to the role of the address: all of it or nothing.
    pub fn restore(&self, url: &str, dump: &mut (dyn Read + Send)) -> Result<()> {
        let mut restore = self.command("pg_restore", url);
        restore.args(["--no-owner", "--exit-on-error", "--single-transaction"]).stdin(Stdio::piped());
        let mut child = restore.stdout(Stdio::null()).spawn().context("cannot run pg_restore")?;
        let fed = feed(&mut child, dump);
        ended("pg_restore", child)?;
        fed
    }

    /// The rows of a dump as text, for a reader.
    pub fn list<T>(&self, dump: &mut (dyn Read + Send), reader: impl FnOnce(&mut dyn Read) -> Result<T>) -> Result<T> {
        let mut restore = Command::new(self.0.join("pg_restore"));
        restore.args(["--data-only", "--file=-"]).env("LC_ALL", "C").stdin(Stdio::piped());
        let mut child =
            restore.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().context("cannot run pg_restore")?;
        let out = child.stdout.take();
        let (fed, outcome) = std::thread::scope(|scope| {
            let feeding = scope.spawn(|| feed(&mut child, dump));
            let outcome = out.map(|mut out| reader(&mut out)).context("pg_restore has no output");
            (feeding.join().unwrap_or_else(|_| bail!("the file cannot be read")), outcome)
        });
        fed?;
        ended("pg_restore", child)?;
        outcome?
    }

    fn command(&self, program: &str, url: &str) -> Command {
        let (address, password) = without_password(url);
        let mut command = Command::new(self.0.join(program));
        command.args(["--no-password", "--dbname", &address]).env("LC_ALL", "C");
        command.stdin(Stdio::null()).stderr(Stdio::piped());
        command.envs(password.map(|password| ("PGPASSWORD", password)));
        command
    }
}

/// All of a dump into a program. One that ended says why itself; what is wrong with the file is said here.
fn feed(child: &mut Child, dump: &mut (dyn Read + Send)) -> Result<()> {
    let Some(mut into) = child.stdin.take() else { bail!("pg_restore has no input") };
    let mut piece = vec![0; 64 * 1024];
    let mut wanted = true;
    loop {
        let length = dump.read(&mut piece)?;
        if length == 0 {
            return Ok(());
        }
        // It reads no further than it needs; the rest is read for its checksum.
        wanted = wanted && into.write_all(&piece[..length]).is_ok();
    }
}

fn ended(program: &str, child: Child) -> Result<()> {
    let output = child.wait_with_output()?;
    if output.status.success() {
        return Ok(());
    }
    let words = String::from_utf8_lossy(&output.stderr);
    bail!("{program} failed: {}", words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// An address of libpq's two forms without the password in it, and the password.
fn without_password(url: &str) -> (String, Option<String>) {
    let Some((scheme, rest)) = url.split_once("://") else { return without_keyword(url) };
    let user_end = rest.find(['@', '/']).filter(|at| rest[*at..].starts_with('@')).unwrap_or(0);
    let (user, place) = rest.split_at(user_end);
    let (place, settings) = place.split_once('?').unwrap_or((place, ""));
    let (user, password) = user.split_once(':').map_or((user, None), |(user, password)| (user, Some(password)));
    let (secret, other): (Vec<&str>, Vec<&str>) =
        settings.split('&').partition(|setting| setting.starts_with("password="));
    let password = secret.first().and_then(|setting| setting.strip_prefix("password=")).or(password);
    let address = format!("{scheme}://{user}{place}?{}", other.join("&"));
    (address.trim_end_matches('?').to_owned(), password.map(decoded))
}

/// The same for `host=… password='…'`.
fn without_keyword(url: &str) -> (String, Option<String>) {
    let Some(at) = url.find("password").filter(|at| url[..*at].chars().last().is_none_or(char::is_whitespace)) else {
        return (url.to_owned(), None);
    };
    let Some(value) = url[at + "password".len()..].trim_start().strip_prefix('=').map(str::trim_start) else {
        return (url.to_owned(), None);
    };
    let quoted = value.starts_with('\'');
    let (mut password, mut end, mut escaped) = (String::new(), value.len(), false);
    for (place, letter) in value.char_indices().skip(usize::from(quoted)) {
        match letter {
            '\\' if !escaped => {
                escaped = true;
                continue;
            }
            '\'' if quoted && !escaped => {
                end = place + 1;
                break;
            }
            letter if !quoted && !escaped && letter.is_whitespace() => {
                end = place;
                break;
            }
            letter => password.push(letter),
        }
        escaped = false;
    }
    (format!("{}{}", &url[..at], value[end..].trim_start()), Some(password))
}

/// A part of an address without its percent signs.
fn decoded(part: &str) -> String {
    let form = format!("x={}", part.replace('+', "%2B").replace('&', "%26"));
    url::form_urlencoded::parse(form.as_bytes()).next().map(|(_, value)| value.into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_password_stands_in_an_argument() {
        for (url, address, password) in [
            ("postgres://a:b%2Fc+d@db/coop?sslmode=require", "postgres://a@db/coop?sslmode=require", Some("b/c+d")),
            ("postgresql://a@/c?host=/run&password=x", "postgresql://a@/c?host=/run", Some("x")),
            ("postgresql://a:b?c@db/coop", "postgresql://a@db/coop", Some("b?c")),
            ("postgresql://db/coop", "postgresql://db/coop", None),
            (r"host=db password='it\'s me' dbname=c", "host=db dbname=c", Some("it's me")),
            ("password=x host=db", "host=db", Some("x")),
            ("host=db user=a", "host=db user=a", None),
        ] {
            assert_eq!(without_password(url), (address.to_owned(), password.map(str::to_owned)), "{url}");
        }
    }
}
