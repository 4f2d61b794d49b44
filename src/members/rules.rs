//! Who sees what of a member. Pure.

pub mod card;
pub mod photo;
pub mod rights;
pub mod shares;
pub mod statuses;

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

    /// Whether a field is seen that its owner shares so far. `together`: the two sit on a committee together today.
    pub fn sees(self, seen_by: SeenBy, together: bool) -> bool {
        match self {
            Self::Everything => true,
            Self::Shared => seen_by == SeenBy::Members || (together && seen_by == SeenBy::Committees),
            Self::NoContact => false,
        }
    }
}

/// Who sees a field, as its owner chose. Whoever keeps the register sees it anyway; observers never do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeenBy {
    Nobody,
    /// Who sits on a committee together with them today.
    Committees,
    Members,
}

impl SeenBy {
    pub const ALL: [(&'static str, Self); 3] =
        [("nobody", Self::Nobody), ("committees", Self::Committees), ("members", Self::Members)];

    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, seen_by)| *seen_by == self).map_or("nobody", |(word, _)| word)
    }

    /// What is not known to be shared is not shared.
    pub fn read(word: &str) -> Self {
        Self::ALL.iter().find(|(known, _)| *known == word).map_or(Self::Nobody, |(_, seen_by)| *seen_by)
    }
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

    #[test]
    fn nobody_sees_more_than_the_owner_chose() {
        for (word, seen_by) in SeenBy::ALL {
            assert_eq!(SeenBy::read(word), seen_by);
            for together in [false, true] {
                assert!(Sight::Everything.sees(seen_by, together));
                assert!(!Sight::NoContact.sees(seen_by, together));
                let expected = seen_by == SeenBy::Members || (seen_by == SeenBy::Committees && together);
                assert_eq!(Sight::Shared.sees(seen_by, together), expected, "{word} {together}");
            }
        }
        assert_eq!(SeenBy::read("everybody"), SeenBy::Nobody);
    }

    #[test]
    fn only_a_phone_number_is_looked_for_by_its_digits() {
        assert_eq!(phone_digits("(613) 555-01"), "61355501");
        assert_eq!(phone_digits("unit 613"), "");
        assert_eq!(phone_digits("10"), "");
    }
}
