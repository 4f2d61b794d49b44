//! Sealing: how a ballot is locked for the urn, and how what is needed to unlock it is kept. Pure, but for random bytes.
//!
//! HPKE of RFC 9180 in base mode, with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and ChaCha20-Poly1305: whoever has the public key can
//! seal, only the private key opens, and what was changed does not open. A ballot is bound to its vote (the associated data) and padded
//! to one length for the whole vote, so that no sealed ballot looks different from another. A recovery code is 160 random bits; by the
//! RFC's `DeriveKeyPair` it makes a key pair, and the private key of the urn is sealed to that.

use anyhow::{Context as _, Result, anyhow, ensure};
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable as _, Kem, OpModeR, OpModeS, Serializable as _};
use serde::{Deserialize, Serialize};

use super::codes;
use crate::polls::paper::Question;

type X25519 = X25519HkdfSha256;

/// What HPKE adds: the sender's key of one use, and the tag.
const OVERHEAD: usize = 32 + 16;
/// The lengths of all ballots of a vote are a multiple of this.
const STEP: usize = 64;
/// What a key or a ballot is sealed for: neither opens as the other.
const OF_BALLOT: &[u8] = b"cooperator/urn/ballot/1";
const OF_KEY: &[u8] = b"cooperator/urn/key/1";

/// A ballot as it lies in the urn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    pub code: String,
    /// One a question, as `Answer::text` writes it.
    pub answers: Vec<String>,
    /// Numbers of the questions in which a place was left out.
    pub skipped: Vec<i32>,
}

/// The pair of keys of an urn.
pub struct Pair {
    pub private: Vec<u8>,
    pub public: Vec<u8>,
}

pub fn new_pair() -> Pair {
    let (private, public) = X25519::gen_keypair();
    Pair { private: private.to_bytes().to_vec(), public: public.to_bytes().to_vec() }
}

/// Whether a private key is the one of a public key.
pub fn belongs(private: &[u8], public: &[u8]) -> bool {
    let key = <X25519 as Kem>::PrivateKey::from_bytes(private);
    key.is_ok_and(|key| X25519::sk_to_pk(&key).to_bytes().as_slice() == public)
}

/// How long every sealed ballot of a vote is: as the longest that its questions allow, in bytes.
pub fn size(questions: &[Question]) -> usize {
    // `123=100,` is the longest that one choice takes, `[12,`… and quotation marks what a question does.
    let asked: usize = questions.iter().map(|question| 16 + 8 * question.choices.len()).sum();
    room_for(64 + codes::LONGEST + asked)
}

/// How long everything is that is sealed, where the longest has so many bytes.
pub fn room_for(longest: usize) -> usize {
    (4 + longest).next_multiple_of(STEP) + OVERHEAD
}

/// Which vote a ballot is for, as it is bound to it.
pub fn vote_of(coop: i64, poll: i64) -> Vec<u8> {
    format!("{coop}/{poll}").into_bytes()
}

/// # Errors
/// When the paper is longer than the ballots of this urn, or the key is none.
pub fn seal(public: &[u8], vote: &[u8], paper: &Paper, size: usize) -> Result<Vec<u8>> {
    let text = serde_json::to_vec(paper)?;
    let room = size.checked_sub(OVERHEAD + 4).context("an urn for ballots of no length")?;
    ensure!(text.len() <= room, "a ballot of {} bytes does not fit in {room}", text.len());
    let mut plain = u32::try_from(text.len())?.to_be_bytes().to_vec();
    plain.extend(text);
    plain.resize(size - OVERHEAD, 0);
    locked(public, OF_BALLOT, vote, &plain)
}

/// What a ballot of the urn says. `None` for one that was changed, is of another vote, or was sealed for another key.
pub fn open(private: &[u8], vote: &[u8], sealed: &[u8]) -> Option<Paper> {
    let plain = unlocked(private, OF_BALLOT, vote, sealed)?;
    let (length, rest) = plain.split_first_chunk::<4>()?;
    let text = rest.get(..usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
    serde_json::from_slice(text).ok()
}

/// The private key as a scrutineer can open it with their code.
pub fn wrap(code: &str, vote: &[u8], private: &[u8]) -> Result<Vec<u8>> {
    let (_, public) = X25519::derive_keypair(codes::plain(code).as_bytes());
    locked(&public.to_bytes(), OF_KEY, vote, private)
}

/// The private key that was sealed with a code. `None` for another code.
pub fn unwrap(code: &str, vote: &[u8], wrapped: &[u8]) -> Option<Vec<u8>> {
    let (private, _) = X25519::derive_keypair(codes::plain(code).as_bytes());
    unlocked(&private.to_bytes(), OF_KEY, vote, wrapped)
}

fn locked(public: &[u8], what: &[u8], vote: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
    let wrong = |error| anyhow!("cannot seal: {error}");
    let public = <X25519 as Kem>::PublicKey::from_bytes(public).map_err(wrong)?;
    let (key, sealed) =
        hpke::single_shot_seal::<ChaCha20Poly1305, HkdfSha256, X25519>(&OpModeS::Base, &public, what, plain, vote)
            .map_err(wrong)?;
    Ok([key.to_bytes().as_slice(), &sealed].concat())
}

fn unlocked(private: &[u8], what: &[u8], vote: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let private = <X25519 as Kem>::PrivateKey::from_bytes(private).ok()?;
    let (key, sealed) = sealed.split_at_checked(32)?;
    let key = <X25519 as Kem>::EncappedKey::from_bytes(key).ok()?;
    hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519>(&OpModeR::Base, &private, &key, what, sealed, vote)
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper() -> Paper {
        Paper { code: "0123-4567-89AB-CDEF".to_owned(), answers: vec!["for".to_owned()], skipped: Vec::new() }
    }

    #[test]
    fn only_the_key_of_the_urn_opens_a_ballot_and_only_for_its_vote() {
        let (pair, other) = (new_pair(), new_pair());
        let vote = vote_of(1, 2);
        let sealed = seal(&pair.public, &vote, &paper(), 256 + OVERHEAD).expect("sealed");
        assert_eq!(sealed.len(), 256 + OVERHEAD);
        assert_eq!(open(&pair.private, &vote, &sealed), Some(paper()));
        assert_eq!(open(&other.private, &vote, &sealed), None, "another key");
        assert_eq!(open(&pair.private, &vote_of(1, 3), &sealed), None, "another vote");
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(open(&pair.private, &vote, &changed), None, "byte {at}");
        }
        assert_eq!(open(&pair.private, &vote, &sealed[..40]), None);
        assert!(seal(&pair.public, &vote, &paper(), OVERHEAD + 8).is_err(), "too short for it");
        assert!(belongs(&pair.private, &pair.public) && !belongs(&pair.private, &other.public));
    }

    #[test]
    fn what_is_sealed_twice_is_never_the_same() {
        let pair = new_pair();
        let once = || seal(&pair.public, b"1/1", &paper(), 304).expect("sealed");
        assert_ne!(once(), once());
    }

    #[test]
    fn a_recovery_code_opens_the_key_and_no_other_does() {
        let pair = new_pair();
        let code = codes::recovery();
        let wrapped = wrap(&code, b"1/1", &pair.private).expect("wrapped");
        assert_eq!(unwrap(&code, b"1/1", &wrapped).as_deref(), Some(pair.private.as_slice()));
        let typed = code.to_lowercase().replace('-', " ").replace('0', "o");
        assert_eq!(unwrap(&typed, b"1/1", &wrapped).as_deref(), Some(pair.private.as_slice()), "as people type it");
        assert_eq!(unwrap(&codes::recovery(), b"1/1", &wrapped), None);
        assert_eq!(unwrap(&code, b"1/2", &wrapped), None);
        assert_eq!(open(&pair.private, b"1/1", &wrapped), None, "a key is no ballot");
    }
}
