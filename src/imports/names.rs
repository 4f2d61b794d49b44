//! Names as people write them: which part is the family's, what beside them is none, and when only a person can tell. Pure.
//!
//! What is sure is read; what could be read two ways is asked about, with a proposal: "García Pérez, Jorge". A name that is written
//! with a comma is never asked about, so that every answer can be written.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::columns::folded;

/// Given names that are common here: which of three words is a second given name, and whether two words stand the wrong way round.
static GIVEN: LazyLock<HashSet<String>> =
    LazyLock::new(|| include_str!("given_names.txt").split_whitespace().map(folded).collect());

const PARTICLES: [&str; 37] = [
    "van", "der", "den", "de", "la", "du", "des", "le", "von", "zu", "da", "do", "dos", "das", "di", "del", "della",
    "dela", "bin", "ben", "ibn", "bint", "abu", "al", "el", "ter", "ten", "st", "st.", "ste", "ste.", "saint",
    "sainte", "mac", "mc", "san", "santa",
];
const TITLES: [&str; 16] = [
    "m", "mr", "mrs", "ms", "miss", "mx", "mme", "mlle", "madame", "monsieur", "dr", "dre", "docteur", "prof", "rev",
    "sir",
];
/// What follows a family name and belongs to it.
const SUFFIXES: [&str; 8] = ["jr", "sr", "ii", "iii", "iv", "fils", "pere", "2nd"];
const DEGREES: [&str; 6] = ["phd", "ph d", "md", "m d", "ing", "eng"];
/// Words beside a name that say somebody is here no more.
const GONE: [&str; 13] = [
    "decede", "decedee", "deceased", "died", "dcd", "parti", "partie", "left", "moved", "ancien", "ancienne", "former",
    "ex",
];
const HOUSEHOLDS: [&str; 7] = ["famille", "family", "fam", "succession", "estate", "menage", "household"];

/// A name that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    pub given: String,
    pub family: String,
    /// What stood beside it and is no part of it: a title, "(bail)".
    pub aside: Vec<String>,
}

/// Why a name is not read: the key of the words, and how it may be meant.
#[derive(Debug, PartialEq, Eq)]
pub struct Doubt {
    pub wrong: &'static str,
    pub proposal: Option<String>,
}

fn doubt<T>(wrong: &'static str, proposal: Option<String>) -> Result<T, Doubt> {
    Err(Doubt { wrong, proposal })
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_small(word: &str) -> bool {
    PARTICLES.contains(&word.to_lowercase().as_str())
}

fn is_given(word: &str) -> bool {
    word.split('-').all(|part| GIVEN.contains(&folded(part)))
}

/// A part of a name without what stands in brackets beside it, and that.
pub fn plain(cell: &str) -> Result<(String, Vec<String>), Doubt> {
    let (mut kept, mut aside, mut rest) = (String::new(), Vec::new(), cell);
    while let Some((before, after)) = rest.split_once(['(', '[']) {
        let Some((inside, after)) = after.split_once([')', ']']) else { break };
        if folded(inside).split(' ').any(|word| GONE.contains(&word)) {
            return doubt("import-gone", None);
        }
        kept.push_str(before);
        aside.push(format!("({})", tidy(inside)));
        rest = after;
    }
    kept.push_str(rest);
    if kept.contains(['†', '✝', '✞', '☠']) {
        return doubt("import-gone", None);
    }
    if kept.contains('*') {
        return doubt("import-mark", Some(tidy(&kept.replace('*', " "))));
    }
    Ok((tidy(&kept), aside))
}

/// Given and family name of a cell that holds both: "Zoé Côté", "Côté, Zoé", "CÔTÉ Zoé", or "Côté Zoé" where the column says that
/// the family name comes first.
pub fn read(cell: &str, family_first: bool) -> Result<Names, Doubt> {
    let (text, mut aside) = plain(cell)?;
    let mut words: Vec<&str> = text.split(' ').collect();
    let is = |word: &str, list: &[&str]| list.contains(&folded(word).as_str());
    if is(words[0], &HOUSEHOLDS) || words.last().is_some_and(|word| is(word, &HOUSEHOLDS)) || folded(words[0]) == "the"
    {
        return doubt("import-no-person", None);
    }
    while words.len() > 1 && is(words[0], &TITLES) {
        aside.push(words.remove(0).to_owned());
    }
    let mut suffix = String::new();
    while words.len() > 1 && words.last().is_some_and(|word| is(word, &SUFFIXES) || is(word, &DEGREES)) {
        let word = words.pop().unwrap_or_default();
        if is(word, &SUFFIXES) { suffix = format!(" {word}{suffix}") } else { aside.push(word.to_owned()) }
    }
    let whole = words.join(" ");
    let whole = whole.trim_end_matches(',').trim();
    let (given, family, doubtful) = split(whole, family_first);
    let family = if family.is_empty() { family } else { format!("{family}{suffix}") };
    if doubtful {
        return doubt("import-name-parts", Some(format!("{family}, {given}")));
    }
    Ok(Names { given, family, aside })
}

/// Given name, family name, and whether one had better ask.
fn split(whole: &str, family_first: bool) -> (String, String, bool) {
    let soft = |family: String| {
        let loud = family.chars().all(|c| !c.is_lowercase()) && family.chars().count() > 2;
        if loud { calm(&family) } else { family }
    };
    if let Some((family, given)) = whole.split_once(',') {
        return (tidy(given), soft(tidy(family)), given.contains(','));
    }
    let words: Vec<&str> = whole.split(' ').collect();
    let last = words.len() - 1;
    if let Some(end) = leading_family(&words, family_first, is_small) {
        return (words[end..].join(" "), soft(words[..end].join(" ")), false);
    }
    // "Ludwig van der Meer": small words before a family name belong to it.
    let start = (1..last).find(|at| words[*at..last].iter().all(|word| is_small(word))).unwrap_or(last);
    let family = words[start..].join(" ");
    let shouted = words[..start].concat().chars().any(char::is_lowercase);
    let given = &words[..start];
    let second = |word: &&str| !is_given(word) && !word.ends_with('.') && word.chars().count() > 1;
    let loud = family.chars().all(|c| !c.is_lowercase()) && shouted && family.chars().count() > 2;
    if last == 1 && is_given(words[1]) && !is_given(words[0]) && !loud {
        return (words[1].to_owned(), words[0].to_owned(), true);
    }
    let doubtful = !loud && (last > 1 && is_small(words[0]) || given.iter().skip(1).any(second));
    (given.join(" "), if shouted { soft(family) } else { family }, doubtful)
}

/// How many words at the beginning are the family name, if it comes first: "NGUYEN Thi Mai", "Van Damme Jean".
fn leading_family(words: &[&str], family_first: bool, small: impl Fn(&str) -> bool) -> Option<usize> {
    let loud = |word: &str| word.chars().all(|c| !c.is_lowercase()) && !word.contains('.');
    let start = words.iter().take_while(|word| small(word)).count();
    let first = words.get(start)?;
    let led_by_capitals = loud(words[0]) && loud(first) && first.chars().filter(|c| c.is_alphabetic()).count() > 2;
    let capitals = words.iter().take_while(|word| loud(word)).count();
    let end = if led_by_capitals && capitals < words.len() {
        capitals
    } else if family_first {
        start + 1
    } else {
        return None;
    };
    Some(end).filter(|end| *end < words.len() || family_first)
}

/// Whether a cell seems to name two people: "Zoé et Ian Roy", "Ada & Eve Ng".
pub fn names_two(cell: &str) -> bool {
    cell.contains(['&', '+', ';', '/', '\n'])
        || cell.split_whitespace().any(|word| ["et", "and"].contains(&word.to_lowercase().as_str()))
}

/// Several people as an answer names them, "Roy, Jean; Côté, Anne": each with a comma, a semicolon between them.
pub fn people(cell: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = cell.split(';').map(str::trim).collect();
    let whole = |part: &&str| {
        part.split_once(',').is_some_and(|(family, given)| {
            !family.trim().is_empty() && !given.trim().is_empty() && !given.contains(',')
        })
    };
    (parts.len() > 1 && parts.iter().all(whole) && !parts.iter().any(|part| names_two(part))).then_some(parts)
}

/// Two people of one cell, named as `people` reads them: "Marie & Paul Tremblay" is "Tremblay, Marie; Tremblay, Paul".
pub fn proposed_people(cell: &str, family_first: bool) -> Option<String> {
    let (text, _) = plain(cell).ok()?;
    let mut apart = text.replace(['&', '+', ';', '/'], "\n");
    for word in [" et ", " and ", " ET ", " AND ", " Et ", " And "] {
        apart = apart.replace(word, "\n");
    }
    let parts: Vec<String> = apart.split('\n').map(tidy).filter(|part| !part.is_empty()).collect();
    let [first, second] = parts.as_slice() else { return None };
    let is_title = |part: &str| part.split(' ').all(|word| TITLES.contains(&folded(word).as_str()));
    if is_title(first) || is_title(second) {
        return None;
    }
    let whole = |part: &str| {
        let (given, family, _) = split(part, family_first);
        (!given.is_empty() && !family.is_empty()).then_some((given, family))
    };
    let ((one, one_family), (two, two_family)) = match (whole(first), whole(second)) {
        (Some(first), Some(second)) => (first, second),
        (Some((given, family)), None) => ((given, family.clone()), (second.clone(), family)),
        (None, Some((given, family))) => ((first.clone(), family.clone()), (given, family)),
        (None, None) => return None,
    };
    let said = format!("{one_family}, {one}; {two_family}, {two}");
    people(&said).is_some().then_some(said)
}

/// "LARIVIÈRE-BÉDARD" as "Larivière-Bédard".
fn calm(name: &str) -> String {
    let mut start = true;
    name.chars()
        .flat_map(|c| {
            let kept: Vec<char> = if start { vec![c] } else { c.to_lowercase().collect() };
            start = !c.is_alphabetic();
            kept
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str, family_first: bool) -> (String, String) {
        let read = read(text, family_first).unwrap_or_else(|doubt| panic!("{text}: {doubt:?}"));
        (read.given, read.family)
    }

    #[test]
    fn whole_names_are_read() {
        for (text, given, family) in [
            ("Côté, Zoé", "Zoé", "Côté"),
            (" LARIVIÈRE-BÉDARD,  Manon", "Manon", "Larivière-Bédard"),
            ("Jean Marc Roy", "Jean Marc", "Roy"),
            ("Ludwig van der Meer", "Ludwig", "van der Meer"),
            (" Hélène van-der-Meer ", "Hélène", "van-der-Meer"),
            ("Madonna", "", "Madonna"),
            ("NGUYEN Thi Mai", "Thi Mai", "Nguyen"),
            ("NGUYEN, Thi Mai", "Thi Mai", "Nguyen"),
            ("Jean Van Damme", "Jean", "Van Damme"),
            ("DE LA TOUR Ève", "Ève", "De La Tour"),
            ("J.P. Roy", "J.P.", "Roy"),
            ("Jean ROY", "Jean", "Roy"),
            ("Marie St. Pierre", "Marie", "St. Pierre"),
            ("William Von Braun III", "William", "Von Braun III"),
            ("Mr John Smith Jr.", "John", "Smith Jr."),
            ("John Smith, Jr.", "John", "Smith Jr."),
            ("Dr. Hans Wurst", "Hans", "Wurst"),
            ("Jean-Paul de L'Étoile", "Jean-Paul", "de L'Étoile"),
            ("O'Neil, Siân M.", "Siân M.", "O'Neil"),
        ] {
            assert_eq!(names(text, false), (given.to_owned(), family.to_owned()), "{text}");
        }
        assert_eq!(names("Nguyen Thi Mai", true), ("Thi Mai".to_owned(), "Nguyen".to_owned()));
        assert_eq!(names("Van Damme Jean", true), ("Jean".to_owned(), "Van Damme".to_owned()));
        assert_eq!(read("Tremblay-Roy, Marie (bail)", false).map(|read| read.aside), Ok(vec!["(bail)".to_owned()]));
    }

    #[test]
    fn what_only_a_person_can_tell_is_asked_with_a_proposal_that_is_read_as_it_stands() {
        for (text, proposal) in [
            ("Jorge García Pérez", "Pérez, Jorge García"),
            ("Ben Ali Mohamed El Fassi", "El Fassi, Ben Ali Mohamed"),
            ("Côté Luc", "Côté, Luc"),
            ("Mac Donald Roy", "Roy, Mac Donald"),
        ] {
            let doubt = read(text, false).expect_err(text);
            assert_eq!((doubt.wrong, doubt.proposal.as_deref()), ("import-name-parts", Some(proposal)));
            assert!(read(proposal, false).is_ok());
        }
        for (text, wrong) in [
            ("Ada Ng †", "import-gone"),
            ("Jean Roy (décédé 2021-03-01)", "import-gone"),
            ("Ada Ng*", "import-mark"),
            ("Famille Bouchard", "import-no-person"),
        ] {
            assert_eq!(read(text, false).expect_err(text).wrong, wrong, "{text}");
        }
        for (text, proposal) in [
            ("Marie & Paul Tremblay", Some("Tremblay, Marie; Tremblay, Paul")),
            ("Jean Roy et Anne Côté", Some("Roy, Jean; Côté, Anne")),
            ("Wang, Li / Ng, Ada", Some("Wang, Li; Ng, Ada")),
            ("Roy, Jean and Eve", Some("Roy, Jean; Roy, Eve")),
            ("M. et Mme Gagnon", None),
        ] {
            assert_eq!(proposed_people(text, false).as_deref(), proposal, "{text}");
        }
        assert!(names_two("Zoé et Ian Roy") && names_two("Ada & Eve Ng") && !names_two("Etienne Andrews"));
    }
}
