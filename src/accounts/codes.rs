//! The code of a printed letter: short enough to type, long enough not to be guessed. Pure but for the dice.
//!
//! Fifteen letters of twenty-three are 67 bits. I, L and O are left out, because they read like 1 and 0.

use crate::platform::keys::random;

const ALPHABET: &[u8; 23] = b"ABCDEFGHJKMNPQRSTUVWXYZ";
const GROUPS: usize = 3;
const GROUP: usize = 5;

/// A fresh code as it is printed: `KTRAB-HGQWE-ZXMNP`.
pub fn fresh() -> String {
    let mut letters = Vec::with_capacity(GROUPS * GROUP);
    while letters.len() < GROUPS * GROUP {
        // Above the largest multiple of 23 some letters would come more often than others.
        let fair = random::<32>().into_iter().filter(|byte| *byte < 253);
        letters.extend(fair.map(|byte| ALPHABET[usize::from(byte % 23)]));
    }
    letters.truncate(GROUPS * GROUP);
    let groups: Vec<String> = letters.chunks(GROUP).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    groups.join("-")
}

/// A code as it is compared: large letters alone, however it was typed.
pub fn plain(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).take(64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_three_groups_of_letters_that_cannot_be_mixed_up() {
        for _ in 0..200 {
            let code = fresh();
            assert_eq!(code.split('-').map(str::len).collect::<Vec<_>>(), [5, 5, 5], "{code}");
            assert!(plain(&code).bytes().all(|letter| ALPHABET.contains(&letter)), "{code}");
        }
        assert_ne!(fresh(), fresh());
    }

    #[test]
    fn it_has_at_least_sixty_bits() {
        let ways = (0..GROUPS * GROUP).fold(1_u128, |ways, _| ways * 23);
        assert!(ways > 1 << 60);
    }

    #[test]
    fn how_it_is_typed_does_not_matter() {
        assert_eq!(plain(" ktrab hgqwe–zxmnp\n"), "KTRABHGQWEZXMNP");
    }
}
