//! The mail of notices: plain text and HTML of the same words, in the reader's language.

use askama::Template;

use super::store::Reader;
use super::{Notice, address, line, title, words};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::mail::Letter;
use crate::platform::visit::{Act, Coop};

/// One thing the letter tells of.
struct Item {
    name: String,
    line: String,
    address: String,
}

#[derive(Template)]
#[template(path = "mail/notices_told.txt")]
struct ToldText<'a> {
    lang: Lang,
    coop: &'a Coop,
    reader: &'a Reader,
    items: &'a [Item],
    kind: &'a str,
    stop: &'a str,
    choices: &'a str,
}

#[derive(Template)]
#[template(path = "mail/notices_told.html")]
struct ToldHtml<'a> {
    lang: Lang,
    coop: &'a Coop,
    reader: &'a Reader,
    items: &'a [Item],
    kind: &'a str,
    stop: &'a str,
    choices: &'a str,
}

/// The letter that tells somebody of one or several things of one kind; `stop` is where one press ends such letters.
pub fn letter(act: &Act<'_>, reader: &Reader, kind: &str, about: &[&Notice<'_>], stop: &str) -> Result<Letter> {
    let (lang, coop, zone) = (reader.lang, act.coop, act.coop.zone);
    let item = |notice: &&Notice<'_>| Item {
        name: title(lang, notice.event).to_owned(),
        line: line(lang, zone, kind, notice.event),
        address: format!("{}{}", act.origin(), address(act.state.slices, notice.event)),
    };
    let items: Vec<Item> = about.iter().map(item).collect();
    let subject = match about {
        [one] => words(lang, zone, kind, "-subject", one.event),
        several => lang.with("mail-notices-subject", &[("count", several.len().into())]),
    };
    let kind = lang.t(&format!("notice-{}", kind.replace('_', "-")));
    let choices = format!("{}/preferences", act.origin());
    let (items, kind, choices) = (items.as_slice(), kind.as_str(), choices.as_str());
    let text = ToldText { lang, coop, reader, items, kind, stop, choices }.render().map_err(anyhow::Error::new)?;
    let html = ToldHtml { lang, coop, reader, items, kind, stop, choices }.render().map_err(anyhow::Error::new)?;
    let mut letter = Letter::new((&reader.name, &reader.email), coop, lang, subject, text, html);
    letter.unsubscribe = Some(stop.to_owned());
    Ok(letter)
}
