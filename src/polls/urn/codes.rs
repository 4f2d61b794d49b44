//! Codes that people read, write down and find again: by which a ballot is found in the published list, and those of the scrutineers.
//!
//! Crockford's Base32: no I, L, O and U, so that nothing is taken for something else. What is typed may be small, with spaces, and with
//! O for 0 and I or L for 1.

use crate::platform::keys::random;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Signs of a group.
const GROUP: usize = 4;
/// The length of a code as it is shown: 16 signs in groups.
const DRAWN: usize = 19;
/// The most letters and digits of a voter's own word.
pub const WORD_MAX: usize = 12;
/// The longest code of a ballot: 16 signs in groups, and the voter's own word.
pub const LONGEST: usize = 19 + 1 + WORD_MAX;

fn written(bytes: &[u8]) -> String {
    // Five bits a sign; lengths are whole numbers of signs.
    let (mut bits, mut held, mut signs) = (0_u32, 0, String::new());
    for byte in bytes {
        bits = (bits << 8) | u32::from(*byte);
        held += 8;
        while held >= 5 {
            held -= 5;
            signs.push(char::from(ALPHABET[((bits >> held) & 31) as usize]));
        }
        bits &= (1 << held) - 1;
    }
    let groups: Vec<String> =
        signs.as_bytes().chunks(GROUP).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    groups.join("-")
}

/// A code for a ballot: 80 bits.
pub fn tracking() -> String {
    written(&random::<10>())
}

/// A code for the booth: 12 signs of 60 bits.
pub fn booth() -> String {
    written(&random::<8>()).chars().take(14).collect()
}

/// A code for a scrutineer: 160 bits.
pub fn recovery() -> String {
    written(&random::<20>())
}

/// A code without what makes it easy to read, as it was meant.
pub fn plain(code: &str) -> String {
    let meant = |sign: char| match sign.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    code.chars().filter(char::is_ascii_alphanumeric).map(meant).collect()
}

/// A voter's own word as it stands after the code: capitals and digits. `None` where it is another thing, or too long.
pub fn own_word(typed: &str) -> Option<String> {
    let word = typed.trim().to_uppercase();
    let fits = word.len() <= WORD_MAX && word.bytes().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit());
    fits.then_some(word)
}

/// A code as the list keeps it: its 16 signs without groups, and the own word.
pub fn kept(code: &str) -> String {
    let (drawn, word) = code.split_at_checked(DRAWN).unwrap_or((code, ""));
    format!("{}{word}", drawn.replace('-', ""))
}

/// The same as people read it.
pub fn grouped(kept: &str) -> String {
    let (drawn, word) = kept.split_at_checked(DRAWN - 3).unwrap_or((kept, ""));
    let groups: Vec<String> =
        drawn.as_bytes().chunks(GROUP).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    format!("{}{word}", groups.join("-"))
}

/// The code of a ballot with its voter's own word.
pub fn with_word(code: &str, word: &str) -> String {
    if word.is_empty() { code.to_owned() } else { format!("{code}-{word}") }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn codes_are_of_one_shape_and_never_the_same() {
        let codes: HashSet<String> = (0..1_000).map(|_| tracking()).collect();
        assert_eq!(codes.len(), 1_000);
        for code in &codes {
            assert_eq!(code.len(), 19, "{code}");
            assert!(code.bytes().all(|sign| sign == b'-' || ALPHABET.contains(&sign)), "{code}");
        }
        assert_eq!(recovery().len(), 39);
        assert_eq!(written(&[0xff; 10]), "ZZZZ-ZZZZ-ZZZZ-ZZZZ");
        assert_eq!(written(&[0, 0, 0, 0, 1, 0, 0, 0, 0, 0]), "0000-0001-0000-0000");
    }

    #[test]
    fn an_own_word_is_capitals_and_digits() {
        assert_eq!(own_word(" Tulip7 ").as_deref(), Some("TULIP7"));
        assert_eq!(own_word("").as_deref(), Some(""));
        for wrong in ["two words", "é", "thirteensigns", "a-b"] {
            assert_eq!(own_word(wrong), None, "{wrong}");
        }
        assert_eq!(with_word("AAAA", "X"), "AAAA-X");
        assert!(with_word(&tracking(), "ABCDEFGHJKMN").len() <= LONGEST);
        for code in [tracking(), with_word(&tracking(), "TULIP")] {
            assert_eq!(grouped(&kept(&code)), code);
            assert_eq!(kept(&code).len(), code.len() - 3);
        }
    }
}
