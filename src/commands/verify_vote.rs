//! `cooperator verify-vote BUNDLE`: says whether all of a vote's bundle fits, and names whatever does not. Needs no database.
//!
//! Ends with 0, with 1 where something does not fit, and with 2 where the file cannot be read. Whatever the file holds, it ends within
//! `SECONDS_MAX`.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc;
use std::time::Duration;

use anyhow::{Context as _, anyhow, bail};
use sha2::{Digest as _, Sha256};

use crate::platform::session::hex;
use crate::polls::bundle::check::{BYTES_MAX, faults, read, told};

/// A vote of a co-op is counted in less than a second.
const SECONDS_MAX: u64 = 120;

pub fn verify_vote(file: &Path) -> ExitCode {
    let checked = bytes(file).and_then(|bytes| within(Duration::from_secs(SECONDS_MAX), move || lines(&bytes)));
    match checked {
        Ok((lines, fits)) => {
            let name = file.display();
            say!("{}", plain(&format!("{name}: {}", if fits { "all fits" } else { "something does not fit" })));
            for line in lines {
                say!("  {}", plain(&line));
            }
            if fits { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(error) => {
            eprintln!("cooperator: {}", plain(&format!("{}: {error:#}", file.display())));
            ExitCode::from(2)
        }
    }
}

/// A line of a terminal, whatever stood in the file.
fn plain(line: &str) -> String {
    line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn bytes(file: &Path) -> anyhow::Result<Vec<u8>> {
    let opened = File::open(file).context("cannot be read")?;
    if opened.metadata().is_ok_and(|metadata| metadata.is_dir()) {
        bail!("it is a folder, not a file");
    }
    let mut bytes = Vec::new();
    opened.take(BYTES_MAX + 1).read_to_end(&mut bytes).context("cannot be read")?;
    Ok(bytes)
}

/// What there is to say of a bundle, and whether all fits.
pub fn lines(bytes: &[u8]) -> anyhow::Result<(Vec<String>, bool)> {
    let (bundle, raw) = read(bytes)?;
    let faults = faults(&bundle, &raw);
    let mut lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    let many = bundle.paper.questions.len();
    lines.push(format!("vote {}, {}, {many} questions, {}", bundle.paper.vote, bundle.paper.title.en, told(&bundle)));
    lines.push(format!("SHA-256 of the file: {}", hex(&Sha256::digest(bytes))));
    Ok((lines, faults.is_empty()))
}

/// Does something on a thread of its own, which is left behind if it takes too long.
fn within<T: Send + 'static>(
    time: Duration,
    work: impl FnOnce() -> anyhow::Result<T> + Send + 'static,
) -> anyhow::Result<T> {
    let (done, waits) = mpsc::channel();
    std::thread::Builder::new().stack_size(64 << 20).spawn(move || done.send(work()))?;
    match waits.recv_timeout(time) {
        Ok(found) => found,
        Err(mpsc::RecvTimeoutError::Timeout) => Err(anyhow!("it cannot be counted within {} seconds", time.as_secs())),
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(anyhow!("it cannot be counted")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::polls::tests::bundle::sample;

    /// With what the program ends.
    fn ends(name: &str, bytes: &[u8]) -> String {
        let path = std::env::temp_dir().join(format!("cooperator-verify-vote-{}-{name}", std::process::id()));
        std::fs::write(&path, bytes).expect("a file");
        let code = verify_vote(&path);
        std::fs::remove_file(&path).expect("the file");
        format!("{code:?}")
    }

    #[test]
    fn it_ends_with_what_it_found() {
        let good = sample().file().expect("a file");
        let bad = String::from_utf8(good.clone()).expect("UTF-8").replace("It is time.", "It is \\u001b[2Jlate.");
        let codes = [ExitCode::SUCCESS, ExitCode::FAILURE, ExitCode::from(2)].map(|code| format!("{code:?}"));
        assert_eq!(ends("good.json", &good), codes[0]);
        assert_eq!(ends("bad.json", bad.as_bytes()), codes[1]);
        assert_eq!(ends("none.json", b"{}"), codes[2]);
        assert_eq!(format!("{:?}", verify_vote(&std::env::temp_dir())), codes[2]);
        assert_eq!(format!("{:?}", verify_vote(Path::new("no such file"))), codes[2]);
        let (lines, fits) = lines(&good).expect("a bundle");
        assert!(fits && lines.iter().any(|line| line.contains("recounted from the list")), "{lines:?}");
    }

    #[test]
    fn what_takes_too_long_is_left_behind() {
        let (held, waits) = mpsc::channel::<()>();
        let error = within(Duration::from_millis(20), move || Ok(waits.recv()?)).expect_err("nobody answers");
        assert!(error.to_string().contains("cannot be counted within"), "{error}");
        drop(held);
        within(Duration::from_secs(20), || -> anyhow::Result<()> { panic!("a fault of ours") }).expect_err("no panic");
    }
}
