//! Choosing one of many, people or homes. A list of few is a plain list. Of many, one types words: what they find comes back as radio
//! buttons when the button "Find" holds the form (see `held`); no script is needed.
//!
//! What is sent is the value of an option. Words that mean one option alone are taken for it; several are asked about, none is said.

use unicode_normalization::UnicodeNormalization as _;

use super::error::{Error, Result};
use super::forms::Form;

/// The longest list that is shown as a list.
const FEW: usize = 12;
/// The most that are shown of what was found.
const FOUND_MAX: usize = 12;

/// One of the things to choose: its value and its words.
pub type Choice = (String, String);

/// The field as its page shows it.
pub struct Pick {
    pub few: bool,
    /// All of them where they are few; else what the words find.
    pub options: Vec<Choice>,
    pub typed: String,
    /// Whether more was found than is shown.
    pub more: bool,
    pub value: String,
}

/// The field with the words that are typed for `name`.
fn said(name: &str) -> String {
    format!("{name}_said")
}

/// Without accents, apostrophes, hyphens and case, as searches read names.
pub fn folded(text: &str) -> String {
    let apart = text.replace(['œ', 'Œ'], "oe").replace(['æ', 'Æ'], "ae").replace('ß', "ss");
    let plain =
        apart.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).flat_map(char::to_lowercase);
    let letters = plain.filter_map(|c| match c {
        '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | '.' => None,
        'ł' => Some('l'),
        'ø' => Some('o'),
        _ if c.is_alphanumeric() => Some(c),
        _ => Some(' '),
    });
    letters.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the words find: the one that they are in full, or each that has them all.
fn found<'a>(options: &'a [Choice], typed: &str) -> Vec<&'a Choice> {
    let typed = folded(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let named: Vec<(String, &Choice)> =
        options.iter().filter(|(value, _)| !value.is_empty()).map(|one| (folded(&one.1), one)).collect();
    let exactly: Vec<&Choice> = named.iter().filter(|(words, _)| *words == typed).map(|(_, one)| *one).collect();
    if !exactly.is_empty() {
        return exactly;
    }
    let has_all = |words: &str| typed.split(' ').all(|word| words.contains(word));
    named.into_iter().filter(|(words, _)| has_all(words)).map(|(_, one)| one).collect()
}

impl Pick {
    /// The field `name` of a form that is shown. The first option is what stands for nothing.
    pub fn of(form: &Form, name: &str, options: Vec<Choice>) -> Self {
        let value = form.value(name).to_owned();
        if options.len() <= FEW + 1 {
            return Self { few: true, options, typed: String::new(), more: false, value };
        }
        let field = said(name);
        let chosen = options.iter().find(|(known, _)| *known == value && !value.is_empty());
        let typed = if form.names().any(|known| known == field) {
            form.value(&field).to_owned()
        } else {
            chosen.map_or_else(String::new, |(_, words)| words.clone())
        };
        let mut found: Vec<Choice> = found(&options, &typed).into_iter().cloned().collect();
        let more = found.len() > FOUND_MAX;
        found.truncate(FOUND_MAX);
        let value = if let [(only, _)] = found.as_slice() { only.clone() } else { value };
        Self { few: false, options: found, typed, more, value }
    }
}

/// The form with the value that was chosen for `name`, or that its words mean. `options` is asked only where words were typed.
///
/// # Errors
/// `Invalid` on `name` when the words find nothing, or more than one.
pub fn settled(form: &Form, name: &str, options: impl FnOnce() -> Result<Vec<Choice>>) -> Result<Form> {
    let (mut settled, field) = (form.clone(), said(name));
    let typed = form.value(&field);
    if typed.trim().is_empty() {
        if form.names().any(|known| known == field) {
            settled.set(name, "");
        }
        return Ok(settled);
    }
    let options = options()?;
    let found = found(&options, typed);
    if found.iter().any(|(value, _)| *value == form.value(name)) {
        return Ok(settled);
    }
    settled.set(name, only(&found).map_err(|key| Error::field(name, key))?);
    Ok(settled)
}

/// The value of the one that words mean.
///
/// # Errors
/// The words of what is wrong when they find nothing, or more than one.
pub fn meant<'a>(options: &'a [Choice], typed: &str) -> std::result::Result<&'a str, &'static str> {
    only(&found(options, typed))
}

fn only<'a>(found: &[&'a Choice]) -> std::result::Result<&'a str, &'static str> {
    match found {
        [(only, _)] => Ok(only),
        [] => Err("wrong-none-found"),
        _ => Err("wrong-several-found"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(count: usize) -> Vec<Choice> {
        let named = [
            ("1", "Zoé Côté"),
            ("2", "Zoe Cote-Roy"),
            ("3", "Ian D’Amours"),
            ("4", "Ann Œuvrard"),
            ("5", "Ann Roy"),
            ("6", "Ann Roy"),
        ];
        let others = (7..=count).map(|id| (id.to_string(), format!("Person {id}")));
        let named = named.into_iter().map(|(value, words)| (value.to_owned(), words.to_owned()));
        std::iter::once((String::new(), "Choose".to_owned())).chain(named).chain(others).collect()
    }

    fn sent(value: &str, typed: &str) -> Result<String> {
        let form = Form::filled([("who", value.to_owned()), ("who_said", typed.to_owned())]);
        settled(&form, "who", || Ok(people(30))).map(|form| form.value("who").to_owned())
    }

    #[test]
    fn words_that_mean_one_are_taken_several_are_asked_about_none_is_said() {
        for (typed, meant) in
            [("zoe cote", "1"), ("COTE ROY", "2"), ("damours", "3"), ("d'amours ian", "3"), ("oeuvrard", "4")]
        {
            assert_eq!(sent("", typed).expect(typed), meant);
        }
        let refused = |value: &str, typed: &str| match sent(value, typed) {
            Err(Error::Invalid(errors)) => errors[0].key,
            other => panic!("{typed}: {other:?}"),
        };
        assert_eq!(refused("", "ann"), "wrong-several-found");
        assert_eq!(refused("", "Ann Roy"), "wrong-several-found", "namesakes");
        assert_eq!(refused("", "nobody"), "wrong-none-found");
        assert_eq!(sent("6", "Ann Roy").expect("one of the two"), "6");
        assert_eq!(sent("3", "zoe cote").expect("the words were changed"), "1");
        assert_eq!(refused("987", "ann"), "wrong-several-found", "not one of those to choose");
        assert_eq!(sent("5", " ").expect("nobody"), "");
        let plain = Form::filled([("who", "5".to_owned())]);
        assert_eq!(settled(&plain, "who", || unreachable!("no words")).expect("a list").value("who"), "5");
    }

    #[test]
    fn few_are_a_list_and_many_are_found_by_words() {
        let form = Form::filled([("who", "5".to_owned())]);
        assert!(Pick::of(&form, "who", people(12)).few);
        let pick = Pick::of(&form, "who", people(13));
        assert_eq!((pick.few, pick.typed.as_str(), pick.options.len()), (false, "Ann Roy", 2));
        let form = Form::filled([("who_said", "person".to_owned())]);
        let pick = Pick::of(&form, "who", people(40));
        assert_eq!((pick.options.len(), pick.more), (FOUND_MAX, true));
        let form = Form::filled([("who_said", "person 40".to_owned())]);
        assert_eq!(Pick::of(&form, "who", people(40)).value, "40");
    }
}
