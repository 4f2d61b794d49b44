//! Passwords: Argon2id, a bounded number at a time, and the same work for an address that nobody has.
//!
//! Parameters after OWASP's minimum (19 MiB, two passes, one lane), which are the defaults of the library. At most four
//! are hashed at once, so a thousand sign-ins cannot take a thousand times 19 MiB; whoever waits longer is told to wait.

use std::sync::LazyLock;
use std::time::Duration;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use crate::platform::db::blocking;
use crate::platform::error::{Error, Result};

/// Characters, not bytes.
pub const LENGTH_MIN: usize = 10;
pub const BYTES_MAX: usize = 1_024;

static AT_ONCE: Semaphore = Semaphore::const_new(4);
const WAIT: Duration = Duration::from_secs(3);

/// Passwords that guessers try first. Sorted, in lower case.
static COMMON: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut words: Vec<&str> = include_str!("common_passwords.txt").lines().map(str::trim).collect();
    words.sort_unstable();
    words
});

/// A hash of a password that nobody has, made with the parameters of today.
static NOBODYS: LazyLock<String> = LazyLock::new(|| hash_now("nobody has this password").unwrap_or_default());

/// Tests need many accounts and no security.
fn hasher() -> Argon2<'static> {
    let params = if cfg!(test) { Params::new(8, 1, 1, None) } else { Params::new(19_456, 2, 1, None) };
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params.unwrap_or_default())
}

pub fn hash_now(password: &str) -> Result<String> {
    let hash = hasher().hash_password(password.as_bytes());
    Ok(hash.map_err(|error| anyhow::anyhow!("hashing failed: {error}"))?.to_string())
}

/// Why a new password cannot be taken, as the key of the words that say so. `own` are words that whoever guesses tries first: one's name
/// and e-mail, the names of the co-op; with any numbers and signs about them they are as easy.
pub fn refused(password: &str, own: &[&str]) -> Option<&'static str> {
    let folded = password.to_lowercase();
    let plain = letters(password);
    let is_own = |word: &&str| {
        let before_at = word.split('@').next().unwrap_or_default();
        [*word, before_at].map(letters).iter().any(|word| !word.is_empty() && *word == plain)
    };
    if password.chars().count() < LENGTH_MIN {
        Some("password-too-short")
    } else if password.len() > BYTES_MAX {
        Some("password-too-long")
    } else if COMMON.binary_search(&folded.as_str()).is_ok() || own.iter().any(is_own) {
        Some("password-common")
    } else {
        None
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

async fn bounded<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let permit = tokio::time::timeout(WAIT, AT_ONCE.acquire()).await.map_err(|_| Error::TooMany(5))?;
    let _held = permit.map_err(|_| Error::TooMany(5))?;
    blocking(work).await
}

pub async fn hash(password: String) -> Result<String> {
    bounded(move || hash_now(&password)).await
}

/// Whether the password is right. Without a stored hash, works as long and says no.
pub async fn verify(password: String, stored: Option<String>) -> Result<bool> {
    if password.len() > BYTES_MAX {
        return Ok(false);
    }
    bounded(move || {
        let known = stored.is_some();
        let text = stored.unwrap_or_else(|| NOBODYS.clone());
        let parsed = PasswordHash::new(&text).map_err(|error| anyhow::anyhow!("a stored hash is damaged: {error}"))?;
        Ok(hasher().verify_password(password.as_bytes(), &parsed).is_ok() && known)
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_passwords_are_refused_and_long_ones_are_not() {
        let own = ["Odette Roy", "odette.roy@example.org", "Tamarack Co-op", ""];
        assert_eq!(refused("short", &[]), Some("password-too-short"));
        assert_eq!(refused("1234567890", &[]), Some("password-common"));
        for guessed in ["Odette Roy", "odetteroy-1984", "odette.roy@example.org", "TamarackCoop2026!"] {
            assert_eq!(refused(guessed, &own), Some("password-common"), "{guessed}");
        }
        assert_eq!(refused(&"é".repeat(600), &[]), Some("password-too-long"));
        assert_eq!(refused("quatre chevaux verts", &own), None);
        assert_eq!(refused("83920175526", &own), None);
    }

    #[actix_web::test]
    async fn the_unknown_are_worked_for_and_refused() {
        let stored = hash("quatre chevaux verts".to_owned()).await.expect("a hash");
        assert!(verify("quatre chevaux verts".to_owned(), Some(stored.clone())).await.expect("checked"));
        assert!(!verify("quatre chevaux vert".to_owned(), Some(stored)).await.expect("checked"));
        assert!(!verify("nobody has this password".to_owned(), None).await.expect("checked"));
    }
}
