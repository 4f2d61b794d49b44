//! What French does with a name that follows a small word: it elides (« d’Isabelle », « qu’Omar ») and contracts (« aux Érables »).
//!
//! Functions of the words: `DE`, `QUE` before any name, `AU` and `LE` before the name of a co-op. Sources: Office québécois de la langue
//! française, « Élision », « Contraction de l’article ». A name says nothing of its own h: before a it is taken as aspirated (« de
//! Hamid »), before another vowel as mute (« d’Hélène »), which holds for the first names of Québec.

use fluent_templates::fluent_bundle::{FluentArgs, FluentValue};
use unicode_normalization::UnicodeNormalization as _;

/// A function of the words, by its name there.
type Function = for<'a> fn(&[FluentValue<'a>], &FluentArgs<'_>) -> FluentValue<'a>;

pub const FUNCTIONS: [(&str, Function); 4] = [
    ("DE", |given, _| said(given, |name| elided("de", name))),
    ("QUE", |given, _| said(given, |name| elided("que", name))),
    ("AU", |given, _| said(given, at)),
    ("LE", |given, _| said(given, the)),
];

fn said<'a>(given: &[FluentValue<'a>], words: fn(&str) -> String) -> FluentValue<'a> {
    match given.first() {
        Some(FluentValue::String(name)) => words(name).into(),
        Some(FluentValue::Number(number)) => words(&number.as_string()).into(),
        Some(other) => other.clone(),
        None => FluentValue::Error,
    }
}

/// « de Paul », « d’Isabelle »; « que Paul », « qu’Isabelle ».
fn elided(word: &str, name: &str) -> String {
    if opens(name) { format!("{}’{name}", &word[..word.len() - 1]) } else { format!("{word} {name}") }
}

/// Whether a small word before this name loses its vowel.
fn opens(name: &str) -> bool {
    let mut letters = name.chars().skip_while(|letter| !letter.is_alphanumeric()).map(bare);
    match (letters.next(), letters.next()) {
        (Some('a' | 'e' | 'i' | 'o' | 'u' | 'œ' | 'æ'), _) => true,
        (Some('h'), Some(next)) => "eiouy".contains(next),
        (Some('y'), Some(next)) => next.is_alphabetic() && !"aeiou".contains(next),
        _ => false,
    }
}

/// A small letter without its accent.
fn bare(letter: char) -> char {
    let small = letter.to_lowercase().next().unwrap_or(letter);
    small.to_string().nfd().next().unwrap_or(small)
}

/// The name of a co-op after « à »: « aux Érables », « au Trèfle », « à la Coopérative du Parc », « à Castel ».
fn at(name: &str) -> String {
    match article(name) {
        Some(("le", rest)) => format!("au {rest}"),
        Some(("les", rest)) => format!("aux {rest}"),
        Some((article, rest)) => format!("à {article}{}{rest}", gap(article)),
        None => format!("à {name}"),
    }
}

/// The name of a co-op as the subject of a sentence: « la Coopérative du Parc », « Les Érables », « Castel ».
fn the(name: &str) -> String {
    match article(name) {
        Some((article, rest)) if rest.len() == name.len() => format!("{article} {rest}"),
        _ => name.to_owned(),
    }
}

fn gap(article: &str) -> &'static str {
    if article.ends_with('’') { "" } else { " " }
}

/// The article of a name and what follows it; that of its first word where the name has none of its own.
fn article(name: &str) -> Option<(&'static str, &str)> {
    for (written, article) in [("le ", "le"), ("la ", "la"), ("les ", "les"), ("l’", "l’"), ("l'", "l’")] {
        if name.get(..written.len()).is_some_and(|head| head.to_lowercase() == written) {
            return Some((article, &name[written.len()..]));
        }
    }
    let first = name.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let article = match first.as_str() {
        "coopérative" | "cooperative" | "coop" | "fédération" | "maison" | "cité" | "résidence" => "la",
        "habitations" | "coopératives" | "jardins" | "résidences" | "appartements" => "les",
        _ => return None,
    };
    Some((article, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn before_a_vowel_the_small_word_loses_its_own() {
        let open = [
            "Isabelle",
            "Élodie",
            "Émile",
            "Omar",
            "Ursule",
            "Aïcha",
            "Œdipe",
            "Ève",
            "Hélène",
            "Hubert",
            "Yves",
            "Yvonne",
            "  Anne",
            "« Éole »",
        ];
        let shut = [
            "Paul", "Zoé", "Hamid", "Hassan", "Yasmine", "Yolande", "Youssef", "William", "113", "8", "Ça", "Ñuño", "",
        ];
        for name in open {
            assert_eq!((elided("de", name), elided("que", name)), (format!("d’{name}"), format!("qu’{name}")));
        }
        for name in shut {
            assert_eq!((elided("de", name), elided("que", name)), (format!("de {name}"), format!("que {name}")));
        }
    }

    #[test]
    fn the_name_of_a_co_op_has_its_article() {
        for (name, at_it, it) in [
            ("Les Érables", "aux Érables", "Les Érables"),
            ("Le Trèfle", "au Trèfle", "Le Trèfle"),
            ("La Petite-Patrie", "à la Petite-Patrie", "La Petite-Patrie"),
            ("L'Envol", "à l’Envol", "L'Envol"),
            (
                "Coopérative d’habitation du Parc",
                "à la Coopérative d’habitation du Parc",
                "la Coopérative d’habitation du Parc",
            ),
            ("Habitations Sainte-Anne", "aux Habitations Sainte-Anne", "les Habitations Sainte-Anne"),
            ("Castel", "à Castel", "Castel"),
            ("Lesage", "à Lesage", "Lesage"),
            ("", "à ", ""),
        ] {
            assert_eq!((at(name), the(name)), (at_it.to_owned(), it.to_owned()));
        }
    }

    /// The words never put a bare « de » or « que » before what may be a name.
    #[test]
    fn no_words_put_a_bare_article_before_a_name() {
        const NAMES: &[&str] = &[
            "name",
            "names",
            "coop",
            "first",
            "last",
            "who",
            "person",
            "member",
            "committee",
            "holder",
            "by",
            "to_whom",
            "author",
        ];
        const SMALL: &[&str] = &["de", "que", "si", "lorsque", "puisque", "jusque", "quelque"];
        for file in std::fs::read_dir("locales/fr").expect("the words") {
            let path = file.expect("a file").path();
            let words = std::fs::read_to_string(&path).expect("its text");
            for (place, line) in words.lines().enumerate() {
                for (before, after) in line.match_indices("{ $").map(|(at, _)| (&line[..at], &line[at + 3..])) {
                    let name = after
                        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
                        .next()
                        .unwrap_or_default();
                    let word =
                        before.trim_end().rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
                    let bare = before.ends_with([' ', '\u{a0}']) && SMALL.contains(&word.to_lowercase().as_str());
                    assert!(!(bare && NAMES.contains(&name)), "{}:{}: {line}", path.display(), place + 1);
                    let at_co_op = name == "coop" && before.ends_with("à ");
                    assert!(!at_co_op, "{}:{}: AU(${name})", path.display(), place + 1);
                }
            }
        }
    }
}
