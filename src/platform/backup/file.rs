//! The file of a backup: written, read again, and held to what it says of itself.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{BufReader, Read, Seek as _, Write};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{FORMAT, Manifest, Programs, compare};

const MANIFEST: &str = "manifest.json";
const DUMP: &str = "database.dump";

/// Where a backup is written before it is one.
pub fn draft_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".unchecked");
    PathBuf::from(name)
}

/// Writes a file that only we can read. It holds what the co-op knows of its people.
pub fn write(path: &Path, manifest: &Manifest, dump: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let failed = || format!("cannot write {}", path.display());
    let mut options = OpenOptions::new();
    let file = options.write(true).create(true).truncate(true).mode(0o600).open(path).with_context(failed)?;
    let mut zip = ZipWriter::new(file);
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored).large_file(true);
    zip.start_file(MANIFEST, stored).with_context(failed)?;
    zip.write_all(&serde_json::to_vec_pretty(manifest)?).with_context(failed)?;
    zip.start_file(DUMP, stored).with_context(failed)?;
    dump(&mut zip).with_context(failed)?;
    let mut file = zip.finish().with_context(failed)?;
    file.rewind().and_then(|()| file.sync_all()).with_context(failed)
}

/// Gives the dump of a file to a reader. What is damaged shows at its end, by its checksum.
pub fn read<T>(path: &Path, reader: impl FnOnce(&mut (dyn Read + Send)) -> Result<T>) -> Result<T> {
    let mut zip = opened(path)?;
    let mut dump = zip.by_name(DUMP).with_context(|| format!("{} is no backup of ours", path.display()))?;
    reader(&mut dump)
}

fn opened(path: &Path) -> Result<ZipArchive<File>> {
    let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    ZipArchive::new(file).with_context(|| format!("{} is damaged, or no backup of ours", path.display()))
}

/// Reads all of a backup and counts its rows.
pub fn check(path: &Path, programs: &Programs) -> Result<Manifest> {
    let damaged = || format!("{} is damaged, or no backup of ours", path.display());
    let mut text = String::new();
    opened(path)?.by_name(MANIFEST).with_context(damaged)?.read_to_string(&mut text).with_context(damaged)?;
    let manifest: Manifest = serde_json::from_str(&text).with_context(damaged)?;
    ensure!(
        manifest.format <= FORMAT,
        "{} was made by a newer version of this program: update this one",
        path.display()
    );
    let rows = read(path, |dump| programs.list(dump, |text| rows_of(BufReader::new(text)))).with_context(damaged)?;
    compare(&manifest.rows, &rows).with_context(damaged)?;
    Ok(manifest)
}

/// How many rows each table has in the text of a dump.
fn rows_of(mut text: impl std::io::BufRead) -> Result<BTreeMap<String, i64>> {
    let (mut rows, mut table, mut line) = (BTreeMap::new(), None::<String>, Vec::new());
    while text.read_until(b'\n', &mut line)? > 0 {
        match &table {
            Some(_) if line == b"\\.\n" => table = None,
            Some(name) => *rows.entry(name.clone()).or_insert(0) += 1,
            None => {
                let copied = std::str::from_utf8(&line).ok().and_then(|line| line.strip_prefix("COPY public."));
                table = copied.and_then(|rest| rest.split(' ').next()).map(str::to_owned);
                rows.extend(table.clone().map(|table| (table, 0)));
            }
        }
        line.clear();
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_between_their_heads_and_ends() {
        let text = b"SET x;\nCOPY public.a (b) FROM stdin;\n1\nCOPY public.c (d) FROM stdin;\n\\.\n\nCOPY public.e (f) FROM stdin;\n\\.\nGRANT\n";
        let rows = rows_of(text.as_slice()).expect("text");
        assert_eq!(rows, BTreeMap::from([("a".to_owned(), 2), ("e".to_owned(), 0)]));
    }
}
