//! Who sees what of a member, and where a page of the list begins. Pure.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// How much of the register somebody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// Who keeps the register: everything, former members too.
    Everything,
    /// A neighbour: names, homes, committees, and the contact that people share.
    Shared,
    /// Who looks in from outside: names, homes, committees and statuses, never a contact.
    NoContact,
}

impl Sight {
    /// Whether statuses and former members are seen.
    pub fn sees_status(self) -> bool {
        self != Self::Shared
    }

    /// Whether a contact is seen that is shared, or not.
    pub fn sees_contact(self, shared: bool) -> bool {
        match self {
            Self::Everything => true,
            Self::Shared => shared,
            Self::NoContact => false,
        }
    }
}

/// A place in the list: after or before the member with this sorting name and id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Edge {
    #[default]
    Start,
    After(String, i64),
    Before(String, i64),
}

/// A place as it stands in an address. Readers need not understand it.
pub fn key(sort_name: &str, id: i64) -> String {
    URL_SAFE_NO_PAD.encode(format!("{id}/{sort_name}"))
}

/// Reads a place from an address. `None` when it is not one of ours.
pub fn read_key(key: &str) -> Option<(String, i64)> {
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(key).ok()?).ok()?;
    let (id, sort_name) = text.split_once('/')?;
    Some((sort_name.to_owned(), id.parse().ok()?)).filter(|_| !text.contains('\0'))
}

/// The digits of a phone number somebody looks for; empty when what they typed is no phone number.
pub fn phone_digits(query: &str) -> String {
    let phone_like = query.chars().all(|c| c.is_ascii_digit() || " +-.()".contains(c));
    let digits: String = query.chars().filter(char::is_ascii_digit).collect();
    if phone_like && digits.len() >= 3 { digits } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_place_survives_the_address(name in "[^\0]{0,60}", id in any::<i64>()) {
            prop_assert_eq!(read_key(&key(&name, id)), Some((name, id)));
        }

        #[test]
        fn no_address_makes_it_panic(text in ".{0,40}") {
            let _ = read_key(&text);
        }
    }

    #[test]
    fn only_a_phone_number_is_looked_for_by_its_digits() {
        assert_eq!(phone_digits("(613) 555-01"), "61355501");
        assert_eq!(phone_digits("unit 613"), "");
        assert_eq!(phone_digits("10"), "");
    }
}
