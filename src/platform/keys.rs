//! The server's secret: one file in the key directory, outside the database and its backups.
//!
//! Everything secret is derived from it with HMAC-SHA256 under a label, so one value never serves two purposes.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;

use anyhow::{Context as _, bail};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};

pub const FILE: &str = "server.key";

#[derive(Clone)]
pub struct Keys {
    secret: [u8; 64],
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
            Ok(secret) => Ok(Self { secret }),
            Err(_) => bail!("the key file {} is damaged: it must hold 64 bytes", path.display()),
        }
    }

    /// What tells this key from others, and nothing of it.
    pub fn fingerprint(&self) -> String {
        self.sign(b"fingerprint", b"")
    }

    #[cfg(test)]
    pub fn for_tests() -> Self {
        Self { secret: [7; 64] }
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

/// Makes a key file. It gets its name when it is whole, so that a second process that starts at this moment reads all of it.
fn make(path: &Path) -> std::io::Result<()> {
    let draft = path.with_extension(format!("{}-{}", std::process::id(), u64::from_ne_bytes(random::<8>())));
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
    let made =
        file.write_all(&random::<64>()).and_then(|()| file.sync_all()).and_then(|()| fs::hard_link(&draft, path));
    fs::remove_file(&draft)?;
    match made {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()), // another process was quicker
        made => made,
    }
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
    fn one_purpose_never_signs_for_another() {
        let keys = Keys::for_tests();
        assert!(keys.verify(b"forms", b"1", &keys.sign(b"forms", b"1")));
        assert!(!keys.verify(b"flash", b"1", &keys.sign(b"forms", b"1")));
        assert_ne!(keys.sign(b"ab", b"c"), keys.sign(b"a", b"bc"));
    }
}
