//! Bundles: what is counted alike by the program, by `verify-vote` and by the program in Python; and whatever somebody changes in one,
//! which both name.

mod made;
mod taken;
mod tampered;
mod urn;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::polls::bundle::check::{faults, read};
use crate::polls::bundle::{Bundle, PROGRAM};

/// A bundle of a secret vote, for the test of the command.
pub fn sample() -> Bundle {
    tampered::secret()
}

/// What the two programs say of a file: the kinds of what does not fit, `unreadable` where it is no bundle.
type Kinds = BTreeSet<String>;

fn said_here(file: &[u8]) -> (Kinds, String) {
    match read(file) {
        Ok((bundle, raw)) => {
            let faults = faults(&bundle, &raw);
            let words = faults.iter().map(|fault| format!("{fault}\n")).collect();
            (faults.iter().map(|fault| fault.kind.to_owned()).collect(), words)
        }
        Err(error) => (["unreadable".to_owned()].into(), format!("{error:#}")),
    }
}

/// A folder of bundles, gone at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("cooperator-bundles-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder");
        std::fs::write(path.join("recount.py"), PROGRAM).expect("the program");
        Self(path)
    }

    fn put(&self, name: &str, file: &[u8]) {
        std::fs::write(self.0.join(name), file).expect("a file");
    }

    /// What the program in Python says of each file, all in one process.
    fn recounted(&self) -> BTreeMap<String, (Kinds, String)> {
        let mut names: Vec<String> = std::fs::read_dir(&self.0)
            .expect("the folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "json"))
            .collect();
        names.sort();
        let run = Command::new("python3").arg("recount.py").args(&names).current_dir(&self.0).output();
        let run = run.expect("python3 is installed");
        let text = String::from_utf8(run.stdout).expect("UTF-8");
        assert!(run.stderr.is_empty(), "{}", String::from_utf8_lossy(&run.stderr));
        let mut all: BTreeMap<String, (Kinds, String)> = BTreeMap::new();
        let mut last = String::new();
        for line in text.lines() {
            match line.strip_prefix("  ") {
                None => {
                    last = line.split(": ").next().unwrap_or_default().to_owned();
                    all.entry(last.clone()).or_default();
                }
                Some(said) if said.starts_with("SHA-256") || said.starts_with("the chain") => {}
                Some(said) => {
                    let (kinds, words) = all.entry(last.clone()).or_default();
                    kinds.insert(said.split(':').next().unwrap_or_default().to_owned());
                    words.push_str(said);
                    words.push('\n');
                }
            }
        }
        assert_eq!(all.keys().cloned().collect::<Vec<_>>(), names, "each file was looked at");
        all
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }
}

/// Both programs find that all fits.
fn all_fit(name: &str, bundles: &[(String, Bundle)]) {
    let folder = Folder::new(name);
    for (file, bundle) in bundles {
        let bytes = bundle.file().expect("a file");
        let (kinds, words) = said_here(&bytes);
        folder.put(&format!("{file}.json"), &bytes);
        assert!(kinds.is_empty(), "{file} in {}: {words}", folder.0.display());
    }
    for (file, (kinds, words)) in folder.recounted() {
        assert!(kinds.is_empty(), "{file} in {}: {words}", folder.0.display());
    }
}

/// Lines of code: blank ones apart, comments, and what functions say of themselves.
fn lines_of_code(program: &str) -> usize {
    let (mut lines, mut said) = (0, false);
    for line in program.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let quotes = line.matches("\"\"\"").count();
        lines += usize::from(!said && quotes == 0);
        said ^= quotes % 2 == 1;
    }
    lines
}

#[test]
fn the_program_has_three_hundred_lines_and_needs_the_standard_library_alone() {
    let lines = lines_of_code(PROGRAM);
    assert!((200..=300).contains(&lines), "{lines} lines");
    let imports: Vec<&str> =
        PROGRAM.lines().filter(|line| line.trim().starts_with("import") || line.trim().starts_with("from")).collect();
    assert_eq!(imports, ["import hashlib, json, re, sys", "from fractions import Fraction as F"]);
}
