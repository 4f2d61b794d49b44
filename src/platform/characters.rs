//! Characters as they are kept: what looks the same is the same, whoever typed it on whichever machine.
//!
//! An accent that was typed apart from its letter is composed with it. Signs that nobody sees (marks of direction, spaces without
//! width, soft hyphens) are taken out: a name that holds one is found by no search, and one that turns the text says another name
//! than it is. A joiner stays in the scripts and pictures that are written with it.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

/// The text with its accents composed and without what nobody sees.
pub fn tidied(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(is_unseen) && is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(text);
    }
    let mut before = '\0';
    let seen = text.chars().filter(|c| {
        let stays = !is_unseen(*c) || is_joiner(*c) && before >= '\u{590}' && !is_unseen(before);
        before = *c;
        stays
    });
    Cow::Owned(seen.nfc().collect())
}

/// Zero width joiner and non-joiner: they shape words of Persian and of Indic scripts, and put pictures together.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::tidied;
    use proptest::prelude::*;

    #[test]
    fn what_looks_the_same_is_the_same() {
        for (text, kept) in [
            ("Zoe\u{301} Co\u{302}te\u{301}", "Zoé Côté"),
            ("\u{FEFF}Ada\u{200B} Ng\u{200E}", "Ada Ng"),
            ("\u{202E}gN adA\u{202C}", "gN adA"),
            ("A\u{200D}da", "Ada"),
            ("👩\u{200D}🚀", "👩\u{200D}🚀"),
            ("می\u{200C}خواهم", "می\u{200C}خواهم"),
            ("plain", "plain"),
        ] {
            assert_eq!(tidied(text), kept, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn tidied_once_is_tidied(text in ".{0,20}") {
            let once = tidied(&text).into_owned();
            prop_assert_eq!(tidied(&once), once.as_str());
        }
    }
}
