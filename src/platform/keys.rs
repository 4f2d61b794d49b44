//! The server's secret: one file in the key directory, outside the database and its backups.
//!
//! Everything secret is derived from it with HMAC-SHA256 under a label, so one value never serves two purposes.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};

pub const FILE: &str = "server.key";

#[derive(Clone)]
pub struct Keys {
    secret: [u8; 64],
    folder: PathBuf,
}

impl Keys {
    /// Reads the key file, or makes it. Refuses one that others on the machine can read.
    pub fn open(directory: &Path) -> anyhow::Result<Self> {
        if !directory.exists() {
            let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(directory);
            made.with_context(|| {
                format!("cannot make {}, the folder of the key file (COOPERATOR_KEYS)", directory.display())
            })?;
        }
        let path = directory.join(FILE);
        if !path.exists() {
            make(&path).with_context(|| format!("cannot make the key file {}", path.display()))?;
        }
        let mode = fs::metadata(&path)?.permissions().mode();
        if mode & 0o077 != 0 {
            bail!("the key file {} can be read by others: run chmod 600 on it", path.display());
        }
        let bytes = fs::read(&path).with_context(|| format!("cannot read the key file {}", path.display()))?;
        match bytes.try_into() {
            Ok(secret) => Ok(Self { secret, folder: directory.to_owned() }),
            Err(_) => bail!("the key file {} is damaged: it must hold 64 bytes", path.display()),
        }
    }

    /// What tells this key from others, and nothing of it.
    pub fn fingerprint(&self) -> String {
        self.sign(b"fingerprint", b"")
    }

    #[cfg(test)]
    pub fn for_tests() -> Self {
        Self {
            secret: [7; 64],
            folder: std::env::temp_dir().join(format!("cooperator-test-keys-{}", std::process::id())),
        }
    }

    // ---- other secrets of this server, each a file beside its own ----

    /// Keeps a secret under a name: whole and on the disk when this returns, readable by nobody else. One that is there stays as it is.
    ///
    /// # Errors
    /// What the file system says; `AlreadyExists` where another secret has this name.
    pub fn keep(&self, name: &str, secret: &[u8]) -> std::io::Result<()> {
        fs::DirBuilder::new().recursive(true).mode(0o700).create(&self.folder)?;
        match write_whole(&self.folder.join(name), secret) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                let same = self.kept(name)?.is_some_and(|kept| kept == secret);
                if same { Ok(()) } else { Err(error) }
            }
            written => written.and_then(|()| fs::File::open(&self.folder)?.sync_all()),
        }
    }

    /// The secret of a name. `None` where there is none.
    pub fn kept(&self, name: &str) -> std::io::Result<Option<Vec<u8>>> {
        match fs::read(self.folder.join(name)) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            read => read.map(Some),
        }
    }

    /// Raises the number that is noted under a name; it never falls.
    pub fn note_most(&self, name: &str, number: u64) -> std::io::Result<()> {
        use std::os::unix::fs::FileExt as _;
        fs::DirBuilder::new().recursive(true).mode(0o700).create(&self.folder)?;
        let path = self.folder.join(name);
        let file = fs::OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(path)?;
        rustix::fs::flock(&file, rustix::fs::FlockOperation::LockExclusive)?;
        if number > read_number(&file)? {
            file.write_all_at(&number.to_be_bytes(), 0)?;
        }
        Ok(())
    }

    /// The number that is noted under a name; 0 where there is none.
    pub fn noted(&self, name: &str) -> std::io::Result<u64> {
        match fs::File::open(self.folder.join(name)) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(0),
            opened => read_number(&opened?),
        }
    }

    /// Destroys the secret of a name: its bytes are written over before the file goes. Once gone, it is gone.
    pub fn forget(&self, name: &str) -> std::io::Result<()> {
        let path = self.folder.join(name);
        let file = match fs::OpenOptions::new().write(true).open(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            opened => opened?,
        };
        let length = usize::try_from(file.metadata()?.len()).unwrap_or(0);
        (&file).write_all(&vec![0; length])?;
        file.sync_all()?;
        fs::remove_file(&path)?;
        fs::File::open(&self.folder)?.sync_all()
    }

    /// The key that encrypts the session cookie.
    pub fn cookies(&self) -> actix_web::cookie::Key {
        let both = [self.derive(b"cookies-1", &[]), self.derive(b"cookies-2", &[])].concat();
        actix_web::cookie::Key::from(&both)
    }

    /// A short code that only this server can make for `message`, in the alphabet of addresses.
    pub fn sign(&self, purpose: &[u8], message: &[u8]) -> String {
        URL_SAFE_NO_PAD.encode(&self.derive(purpose, message)[..16])
    }

    /// Whether `code` is what `sign` gives, compared in constant time.
    pub fn verify(&self, purpose: &[u8], message: &[u8], code: &str) -> bool {
        use subtle::ConstantTimeEq as _;
        self.sign(purpose, message).as_bytes().ct_eq(code.as_bytes()).into()
    }

    fn derive(&self, purpose: &[u8], message: &[u8]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.secret).expect("HMAC takes a key of any length");
        mac.update(&(purpose.len() as u64).to_be_bytes());
        mac.update(purpose);
        mac.update(message);
        mac.finalize().into_bytes().into()
    }
}

/// Makes a key file. A second process that starts at this moment reads all of it.
fn make(path: &Path) -> std::io::Result<()> {
    match write_whole(path, &random::<64>()) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()), // another process was quicker
        made => made,
    }
}

fn read_number(file: &fs::File) -> std::io::Result<u64> {
    use std::os::unix::fs::FileExt as _;
    let mut bytes = [0; 8];
    match file.read_exact_at(&mut bytes, 0) {
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Ok(0),
        read => read.map(|()| u64::from_be_bytes(bytes)),
    }
}

/// Writes a new file that only its owner can read. It gets its name when it is whole.
fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let draft = path.with_extension(format!("{}-{}", std::process::id(), u64::from_ne_bytes(random::<8>())));
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
    let made = file.write_all(bytes).and_then(|()| file.sync_all()).and_then(|()| fs::hard_link(&draft, path));
    fs::remove_file(&draft)?;
    made
}

/// Bytes from the operating system's random source.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// A secret of 256 bits for a link or a token, in the alphabet of addresses.
pub fn random_token() -> String {
    URL_SAFE_NO_PAD.encode(random::<32>())
}

/// What is stored of a secret: never the secret.
pub fn digest(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_file_is_made_private_kept_and_refused_when_open_to_others() {
        let directory = std::env::temp_dir().join(format!("keys-{}", std::process::id()));
        let first = Keys::open(&directory).expect("makes a key");
        let again = Keys::open(&directory).expect("reads it again");
        assert_eq!(first.sign(b"x", b"y"), again.sign(b"x", b"y"));
        fs::set_permissions(directory.join(FILE), fs::Permissions::from_mode(0o644)).expect("chmod");
        assert!(Keys::open(&directory).is_err_and(|error| error.to_string().contains("chmod 600")));
        fs::remove_dir_all(&directory).expect("tidy up");
    }

    #[test]
    fn processes_that_start_at_once_read_one_whole_key() {
        let directory = std::env::temp_dir().join(format!("cooperator-keys-at-once-{}", std::process::id()));
        let _ = fs::remove_dir_all(&directory);
        fs::create_dir_all(&directory).expect("a folder");
        let signs: Vec<String> = std::thread::scope(|scope| {
            let all: Vec<_> =
                (0..8).map(|_| scope.spawn(|| Keys::open(&directory).map(|keys| keys.sign(b"x", b"y")))).collect();
            all.into_iter().map(|one| one.join().expect("no panic").expect("a key")).collect()
        });
        assert!(signs.iter().all(|sign| *sign == signs[0]));
        assert_eq!(fs::read_dir(&directory).expect("the folder").count(), 1);
        fs::remove_dir_all(&directory).expect("tidy up");
    }

    #[test]
    fn a_secret_is_kept_whole_never_changed_and_destroyed() {
        let directory = std::env::temp_dir().join(format!("cooperator-keys-kept-{}", std::process::id()));
        let keys = Keys::open(&directory).expect("keys");
        assert_eq!(keys.kept("urn").expect("a look"), None);
        keys.keep("urn", b"secret").expect("kept");
        keys.keep("urn", b"secret").expect("kept again");
        assert!(keys.keep("urn", b"another").is_err());
        assert_eq!(keys.kept("urn").expect("a look").as_deref(), Some(b"secret".as_slice()));
        let mode = fs::metadata(directory.join("urn")).expect("the file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        for (number, most) in [(7, 7), (3, 7), (9, 9)] {
            keys.note_most("many", number).expect("noted");
            assert_eq!(keys.noted("many").expect("a look"), most);
        }
        keys.forget("many").expect("destroyed");
        assert_eq!(keys.noted("many").expect("a look"), 0);
        keys.forget("urn").expect("destroyed");
        keys.forget("urn").expect("nothing left to destroy");
        assert_eq!(keys.kept("urn").expect("a look"), None);
        assert_eq!(fs::read_dir(&directory).expect("the folder").count(), 1, "the server's own");
        fs::remove_dir_all(&directory).expect("tidy up");
    }

    #[test]
    fn one_purpose_never_signs_for_another() {
        let keys = Keys::for_tests();
        assert!(keys.verify(b"forms", b"1", &keys.sign(b"forms", b"1")));
        assert!(!keys.verify(b"flash", b"1", &keys.sign(b"forms", b"1")));
        assert_ne!(keys.sign(b"ab", b"c"), keys.sign(b"a", b"bc"));
    }
}
