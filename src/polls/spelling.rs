//! What is a correction of the spelling and what would change the sense, as far as a program can tell. Pure.
//!
//! A program knows no sense: it refuses what could change it, and leaves the rest to a second person. What stays as it is: every number with
//! its signs, every address, every word that says no, how many, which, or when (`sense`), and the words themselves in their order. A
//! word may differ by about a letter in four, a space may be put in or taken out, a word written twice may lose its double. Accents, capitals
//! and marks between words are free. No more than a few words change, counted from the text that the vote opened with: small steps
//! cannot go far together.

mod sense;

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use self::sense::known;

/// Why a text cannot be corrected so: a key of the words, and what it speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong(pub &'static str, pub Option<String>);

/// Beginnings and an end that turn a word around.
const TURNING: &[&str] = &["un", "in", "im", "ir", "il", "non", "dis", "de", "des", "mal", "mis", "anti"];
const LACKING: &str = "less";

/// How many words may change: these, or one in ten of a longer text.
const WORDS_MIN: usize = 3;

/// Whether a text that was `opened` with, and says `now`, may say `then`.
///
/// # Errors
/// The first reason why not.
pub fn check(opened: &str, now: &str, then: &str) -> Result<(), Wrong> {
    one_step(now, then)?;
    if opened == now { Ok(()) } else { one_step(opened, then) }
}

/// Whether a choice would be taken for another one: it says what that one says, or comes as near to it as to what it said before.
pub fn is_taken_for(now: &str, then: &str, other: &str) -> bool {
    let [now, then, other] = [now, then, other].map(|text| words(text).join(" "));
    then == other || now != then && distance(&then, &other) <= distance(&then, &now)
}

fn one_step(before: &str, after: &str) -> Result<(), Wrong> {
    if after.trim().is_empty() {
        return Err(Wrong("wrong-required", None));
    }
    let marks = |text: &str| -> usize { text.matches('~').count() };
    if numbers(before) != numbers(after) || marks(before) != marks(after) {
        return Err(Wrong("correction-wrong-numbers", None));
    }
    if addresses(before) != addresses(after) {
        return Err(Wrong("correction-wrong-address", None));
    }
    if let Some(word) = other_sense(before, after) {
        return Err(Wrong("correction-wrong-sense", Some(word)));
    }
    changed_words(&words(before), &words(after))
}

/// Without accents and case.
fn folded(text: &str) -> String {
    let apart = text.replace(['œ', 'Œ'], "oe").replace(['æ', 'Æ'], "ae");
    apart.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// The words of a text, folded; digits are looked at apart.
fn words(text: &str) -> Vec<String> {
    let folded = folded(text);
    let parts = folded.split(|c: char| !c.is_alphanumeric());
    parts.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Numbers with what belongs to them: `1,250.50`, `12:30`, `-5`, `10`, and each sign of money, share or sum.
fn numbers(text: &str) -> Vec<String> {
    let all: Vec<char> = text.chars().collect();
    let digit =
        |at: usize| all.get(at).is_some_and(char::is_ascii_digit) || all.get(at).is_some_and(|c| c.is_numeric());
    let mut found = vec![String::new()];
    for (at, sign) in all.iter().enumerate() {
        let within = at > 0 && digit(at - 1) && digit(at + 1);
        let belongs = match sign {
            _ if digit(at) => true,
            '.' | ',' | ':' | '/' | 'h' => within,
            '-' | '−' | '–' => digit(at + 1),
            _ => false,
        };
        if belongs {
            found.last_mut().into_iter().for_each(|number| number.push(*sign));
        } else {
            if "$€£%‰+<>=±×÷°#&".contains(*sign) {
                found.push(sign.to_string());
            }
            if found.last().is_some_and(|number| !number.is_empty()) {
                found.push(String::new());
            }
        }
    }
    found.retain(|number| !number.is_empty());
    found
}

/// Addresses of pages and of mail.
fn addresses(text: &str) -> Vec<&str> {
    let parts = text.split(|c: char| c.is_whitespace() || "()<>[]".contains(c));
    parts.filter(|part| part.contains("://") || part.contains('@') || part.starts_with("www.")).collect()
}

/// The words that decide the sense in a text, in order. One with an apostrophe is read as a whole (`don’t`) and in its parts (`n’est`).
fn sense(text: &str) -> Vec<&'static str> {
    let folded = folded(text);
    let whole = folded.split(|c: char| !c.is_alphanumeric() && !"'’ʼ`´".contains(c));
    let read = |word: &str| -> Vec<&'static str> {
        let parts: Vec<&str> = word.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
        let whole = if parts.len() > 1 { known(&parts.concat()) } else { None };
        whole.map_or_else(|| parts.into_iter().filter_map(known).collect(), |word| vec![word])
    };
    whole.flat_map(read).collect()
}

/// A word that decides the sense and would come, go or move. A double that goes is none.
fn other_sense(before: &str, after: &str) -> Option<String> {
    let [mut old, mut new] = [sense(before), sense(after)];
    if doubles(&words(before)) != doubles(&words(after)) {
        old.dedup();
        new.dedup();
    }
    let first = old.iter().zip(&new).position(|(old, new)| old != new).unwrap_or(old.len().min(new.len()));
    let word = old.get(first).or(new.get(first)).and_then(|forms| forms.split(' ').next());
    (old != new).then(|| word.unwrap_or_default().to_owned())
}

/// How many words stand twice in a row.
fn doubles(words: &[String]) -> usize {
    words.windows(2).filter(|pair| pair[0] == pair[1]).count()
}

fn changed_words(before: &[String], after: &[String]) -> Result<(), Wrong> {
    let mut changed = 0;
    for step in capture_diff_slices(Algorithm::Myers, before, after) {
        let (old, new) = (&before[step.old_range()], &after[step.new_range()]);
        changed += match step {
            DiffOp::Equal { .. } => 0,
            DiffOp::Delete { .. } => double_gone(before, step.old_range(), old)?,
            DiffOp::Insert { .. } => return Err(Wrong("correction-wrong-words", Some(new.join(" ")))),
            DiffOp::Replace { .. } => replaced(old, new)?,
        };
    }
    let most = WORDS_MIN.max(before.len() / 10);
    if changed > most { Err(Wrong("correction-wrong-much", Some(most.to_string()))) } else { Ok(()) }
}

/// Words that are gone: each of them must stand beside its double.
fn double_gone(all: &[String], range: std::ops::Range<usize>, gone: &[String]) -> Result<usize, Wrong> {
    let double = |at: usize| all.get(at + 1) == all.get(at) || at > 0 && all.get(at - 1) == all.get(at);
    if range.clone().all(double) { Ok(gone.len()) } else { Err(Wrong("correction-wrong-words", Some(gone.join(" ")))) }
}

/// Words in the place of others: as many, each nearly the same; or the same letters with other spaces.
fn replaced(old: &[String], new: &[String]) -> Result<usize, Wrong> {
    if old.concat() == new.concat() {
        return Ok(old.len().min(new.len()));
    }
    if old.len() != new.len() {
        return Err(Wrong("correction-wrong-words", Some(new.join(" "))));
    }
    for (old, new) in old.iter().zip(new) {
        let digits = |word: &str| word.chars().any(char::is_numeric);
        if old != new && (digits(old) || digits(new) || is_turned(old, new) || distance(old, new) > letters(old, new)) {
            return Err(Wrong("correction-wrong-other-word", Some(format!("{old} → {new}"))));
        }
    }
    Ok(old.iter().zip(new).filter(|(old, new)| old != new).count())
}

/// How many letters of a word may be other ones.
fn letters(old: &str, new: &str) -> usize {
    match old.chars().count().max(new.chars().count()) {
        0..=2 => 0,
        3..=5 => 1,
        6..=9 => 2,
        _ => 3,
    }
}

/// `legal` and `illegal`, `useful` and `useless`.
fn is_turned(old: &str, new: &str) -> bool {
    let turned = |word: &str, other: &str| TURNING.iter().any(|beginning| word.strip_prefix(beginning) == Some(other));
    turned(old, new) || turned(new, old) || old.ends_with(LACKING) != new.ends_with(LACKING)
}

/// The longest texts that are compared letter by letter.
const LETTERS_MAX: usize = 400;

/// Letters that are put in, left out, changed, or swapped with their neighbour. Of very long words, all of them.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().max(other.len()) > LETTERS_MAX {
        return if one == other { 0 } else { one.len().max(other.len()) };
    }
    let mut rows: [Vec<usize>; 3] = [Vec::new(), Vec::new(), (0..=other.len()).collect()];
    for (i, a) in one.iter().enumerate() {
        rows.rotate_left(1);
        rows[2] = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let mut least = (rows[1][j] + usize::from(a != b)).min(rows[1][j + 1] + 1).min(rows[2][j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                least = least.min(rows[0][j - 1] + 1);
            }
            rows[2].push(least);
        }
    }
    rows[2][other.len()]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn wrong(before: &str, after: &str) -> &'static str {
        check(before, before, after).err().map_or("", |wrong| wrong.0)
    }

    #[test]
    fn spelling_is_corrected() {
        for (before, after) in [
            ("Repalce the roof", "Replace the roof"),
            ("Refaire le tiot", "Refaire le toit"),
            ("Reparer l'escalier cote cour", "Réparer l’escalier côté cour"),
            ("The the roof leaks", "The roof leaks"),
            ("It does not not leak", "It does not leak"),
            ("Theroof leaks alot", "The roof leaks a lot"),
            ("Tout les membres", "Tous les membres"),
            ("We dont pay", "We don’t pay"),
            ("un maison", "une maison"),
            ("paint it blue", "Paint it blue."),
            ("The accomodation costs 1,250 $", "The accommodation costs 1,250 $"),
            ("See https://coop.example/roof for the offre", "See https://coop.example/roof for the offer"),
            ("On a decidé ou aller", "On a décidé où aller"),
        ] {
            assert_eq!(wrong(before, after), "", "{before} -> {after}");
        }
    }

    #[test]
    fn sense_is_not() {
        for (before, after, why) in [
            ("Replace the roof", "Replace the cellar", "correction-wrong-other-word"),
            ("The plan is legal", "The plan is illegal", "correction-wrong-other-word"),
            ("It is useful", "It is useless", "correction-wrong-other-word"),
            ("Plan A", "Plan B", "correction-wrong-other-word"),
            ("Replace the roof", "Do not replace the roof", "correction-wrong-sense"),
            ("On ne peint pas", "On peint", "correction-wrong-sense"),
            ("We now pay", "We not pay", "correction-wrong-sense"),
            ("We don't pay", "We pay", "correction-wrong-sense"),
            ("Il n’est pas vieux", "Il est pas vieux", "correction-wrong-sense"),
            ("all or none", "none or all", "correction-wrong-sense"),
            ("every member", "ever member", "correction-wrong-sense"),
            ("two thirds", "ten thirds", "correction-wrong-sense"),
            ("Pay 1250 $", "Pay 1520 $", "correction-wrong-numbers"),
            ("Pay 1250 $", "Pay 1250", "correction-wrong-numbers"),
            ("Pay 1,250", "Pay 12,50", "correction-wrong-numbers"),
            ("from 5", "from -5", "correction-wrong-numbers"),
            ("10 %", "10 ‰", "correction-wrong-numbers"),
            ("Keep it", "~~Keep it~~", "correction-wrong-numbers"),
            ("See www.a.example", "See www.b.example", "correction-wrong-address"),
            ("Paint the door", "Paint the front door", "correction-wrong-words"),
            ("Paint the front door", "Paint the door", "correction-wrong-words"),
            ("roof of shed", "shed of roof", "correction-wrong-words"),
            ("roof or shed", "shed or roof", "correction-wrong-words"),
            ("tje dpor leaks agian badlz", "the door leaks again badly", "correction-wrong-much"),
            ("Roof", " ", "wrong-required"),
        ] {
            assert_eq!(wrong(before, after), why, "{before} -> {after}");
        }
    }

    #[test]
    fn small_steps_do_not_go_far() {
        let steps = ["Paint the boat", "Paint the bolt", "Paint the belt", "Paint the bell"];
        assert_eq!(check(steps[0], steps[0], steps[1]), Ok(()));
        for then in &steps[2..] {
            assert!(check(steps[0], steps[1], then).is_err(), "{then}");
        }
        assert_eq!(check(steps[0], steps[1], steps[0]), Ok(()), "back again");
    }

    #[test]
    fn a_choice_is_not_taken_for_another() {
        assert!(is_taken_for("Ann Roy", "Anne Roy", "Anne Roy"));
        assert!(is_taken_for("Ann Roy", "Ane Roy", "Anne Roy"));
        assert!(is_taken_for("Cellar", "Celler", "Seller"));
        assert!(!is_taken_for("Repalce the roof", "Replace the roof", "Replace the cellar"));
        assert!(!is_taken_for("Ann Roy", "Ann Rôy", "Bea Roy"));
    }

    proptest! {
        /// What is allowed keeps every number and every word of sense, and nearly as many words.
        #[test]
        fn whatever_is_allowed_says_the_same(
            before in "[a-e ]{0,30}(not|5 | all )?[a-e ]{0,20}", after in "[a-e ]{0,30}(not|5 | all )?[a-e ]{0,20}",
        ) {
            prop_assert_eq!(check(&before, &before, &before).is_ok(), !before.trim().is_empty());
            if check(&before, &before, &after).is_ok() {
                prop_assert_eq!(numbers(&before), numbers(&after));
                prop_assert!(doubles(&words(&before)) != doubles(&words(&after)) || sense(&before) == sense(&after));
                let most = WORDS_MIN.max(words(&before).len() / 10);
                prop_assert!(words(&before).len().abs_diff(words(&after).len()) <= most);
            }
        }

        #[test]
        fn a_distance_is_one(one in "[a-c]{0,8}", other in "[a-c]{0,8}") {
            prop_assert_eq!(distance(&one, &one), 0);
            prop_assert_eq!(distance(&one, &other), distance(&other, &one));
            prop_assert_eq!(distance(&one, &other) == 0, one == other);
            prop_assert!(distance(&one, &other) <= one.len().max(other.len()));
        }

        #[test]
        fn any_text_is_judged(one in ".{0,60}", other in ".{0,60}") {
            let _ = check(&one, &other, &one);
        }
    }
}
