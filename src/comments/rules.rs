//! People who are mentioned in the text of a comment. Pure: no I/O, no clock.

use crate::platform::pick::folded;
use crate::platform::sql::row;

/// The most people that one comment tells.
pub const MENTIONED_MAX: usize = 20;
/// The most words of a name.
const WORDS_MAX: usize = 6;

row! {
    /// Somebody who can be mentioned.
    #[derive(Debug, Clone)]
    pub struct Person {
        pub id: i64,
        pub name: String,
        pub given_name: String,
        pub preferred_name: String,
    }
}

/// A text with the people it mentions.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    /// With the whole name of each: so a reader knows who is meant, and erasing finds them.
    pub text: String,
    pub people: Vec<i64>,
    /// Who all may be meant by the first name that several have.
    pub unclear: Option<String>,
}

/// Somebody's names, as they are compared.
struct Known<'a> {
    whole: String,
    given: [String; 2],
    person: &'a Person,
}

impl<'a> From<&'a Person> for Known<'a> {
    fn from(person: &'a Person) -> Self {
        let given = [folded(&person.given_name), folded(&person.preferred_name)];
        Self { whole: folded(&person.name), given, person }
    }
}

/// Reads who is mentioned: "@" before the whole name or the given name of somebody. A given name that several people have must be
/// written whole; a whole name that several have means them all.
pub fn mentions(text: &str, people: &[Person]) -> Mentions {
    let known: Vec<Known<'_>> = people.iter().map(Known::from).collect();
    let mut found = Mentions::default();
    let mut rest = text;
    while let Some(at) = rest.find('@') {
        let inside = rest[..at].chars().next_back().is_some_and(char::is_alphanumeric); // of an e-mail address
        let (before, after) = rest.split_at(at + 1);
        found.text.push_str(before);
        rest = after;
        let ends = if inside { Vec::new() } else { ends(after) };
        let whole = meant(&known, after, &ends, |one, said| one.whole == said);
        let is_whole = whole.is_some();
        let given = |one: &Known<'_>, said: &str| one.given.iter().any(|given| given == said);
        let Some((end, them)) = whole.or_else(|| meant(&known, after, &ends, given)) else { continue };
        if them.len() > 1 && !is_whole {
            let names: Vec<&str> = them.iter().take(5).map(|one| one.name.as_str()).collect();
            found.unclear.get_or_insert_with(|| names.join(", "));
            continue;
        }
        found.text.push_str(&them[0].name);
        rest = &after[end..];
        for one in them {
            if !found.people.contains(&one.id) && found.people.len() < MENTIONED_MAX {
                found.people.push(one.id);
            }
        }
    }
    found.text.push_str(rest);
    found
}

/// Where the longest run of words ends that `names` somebody, and whom.
fn meant<'a>(
    known: &[Known<'a>],
    text: &str,
    ends: &[usize],
    names: impl Fn(&Known<'_>, &str) -> bool,
) -> Option<(usize, Vec<&'a Person>)> {
    ends.iter().rev().find_map(|end| {
        let said = folded(&text[..*end]);
        let them = known.iter().filter(|one| !said.is_empty() && names(one, &said)).map(|one| one.person);
        let them: Vec<&Person> = them.collect();
        (!them.is_empty()).then_some((*end, them))
    })
}

/// Where the first words of a text end, those that can be of a name.
fn ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut start = 0;
    while ends.len() < WORDS_MAX {
        let word: &str = &text[start..];
        let length = word.find(|c: char| !(c.is_alphanumeric() || "-'’.".contains(c))).unwrap_or(word.len());
        let bare = word[..length].trim_end_matches(|c: char| !c.is_alphanumeric());
        if bare.is_empty() {
            break;
        }
        ends.push(start + bare.len());
        match word[length..].chars().next() {
            Some(gap @ (' ' | '\u{a0}')) if bare.len() == length || word[..length].ends_with('.') => {
                start += length + gap.len_utf8();
            }
            _ => break,
        }
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(id: i64, given: &str, family: &str) -> Person {
        Person { id, name: format!("{given} {family}"), given_name: given.to_owned(), preferred_name: String::new() }
    }

    fn people() -> Vec<Person> {
        vec![
            person(1, "Zoé", "Côté"),
            person(2, "Marie-Ève", "St. Jean"),
            person(3, "Ian", "O’Brien"),
            person(4, "Ana", "Roy"),
            person(5, "Ana", "Silva"),
            person(6, "Li", "Wei"),
            person(7, "Li", "Wei"),
        ]
    }

    #[test]
    fn a_given_name_or_a_whole_one_says_who_is_meant() {
        let read = |text: &str| {
            let found = mentions(text, &people());
            assert_eq!(found.unclear, None, "{text}");
            (found.text, found.people)
        };
        assert_eq!(read("Ask @zoe, please"), ("Ask @Zoé Côté, please".to_owned(), vec![1]));
        assert_eq!(read("@Zoé Côté knows. @Zoé!"), ("@Zoé Côté knows. @Zoé Côté!".to_owned(), vec![1]));
        assert_eq!(read("(@marie-eve)"), ("(@Marie-Ève St. Jean)".to_owned(), vec![2]));
        assert_eq!(read("@Marie-Ève St. Jean."), ("@Marie-Ève St. Jean.".to_owned(), vec![2]));
        assert_eq!(read("@Ian O'Brien said so"), ("@Ian O’Brien said so".to_owned(), vec![3]));
        assert_eq!(read("@Ana Silva"), ("@Ana Silva".to_owned(), vec![5]));
        assert_eq!(read("@Li Wei"), ("@Li Wei".to_owned(), vec![6, 7]));
        for nobody in ["zoe@example.org", "@home", "@", "@ Zoé", "@everybody", "@Zo"] {
            assert_eq!(read(nobody), (nobody.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn a_given_name_that_several_have_is_asked_for() {
        assert_eq!(mentions("@Ana can you?", &people()).unclear.as_deref(), Some("Ana Roy, Ana Silva"));
    }

    #[test]
    fn what_was_read_once_reads_the_same_again() {
        let first = mentions("@zoe and @ian", &people());
        assert_eq!(mentions(&first.text, &people()), first);
    }
}
