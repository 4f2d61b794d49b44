//! The mail of notices: plain text and HTML of the same words, in the reader's language.

use askama::Template;
use url::form_urlencoded::byte_serialize;

use super::store::Reader;
use super::{Notice, address, line, title, words};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::mail::Letter;
use crate::platform::slice::NoticeKind;
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
    reader: &'a Reader,
    items: &'a [Item],
    why: &'a Why,
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
    why: &'a Why,
    stop: &'a str,
    choices: &'a str,
}

/// Why a letter comes.
#[derive(Clone, Copy)]
pub enum Reason {
    /// It tells of one kind, at once.
    Kind(&'static NoticeKind),
    /// It is the mail of the day.
    Daily,
}

/// The same in words, and what is said beside the way to stop it.
struct Why {
    words: String,
    stop: String,
    stop_link: String,
}

impl Why {
    fn of(lang: Lang, coop: &Coop, reason: Reason) -> Self {
        let (key, kind) = match reason {
            Reason::Kind(kind) => ("mail-notices", lang.t(&format!("notice-{}", kind.word.replace('_', "-")))),
            Reason::Daily => ("mail-daily", String::new()),
        };
        let about = [("coop", coop.name(lang).into()), ("kind", kind.into())];
        Self {
            words: lang.with(&format!("{key}-why"), &about),
            stop: lang.t(&format!("{key}-stop")),
            stop_link: lang.t(&format!("{key}-stop-link")),
        }
    }
}

/// The letter that tells somebody of one or several things; `stop` is where one press ends such letters. Where a kind lets its reader in,
/// `link` does, if they have one, and leads on to the thing itself.
pub fn letter(
    act: &Act<'_>,
    reader: &Reader,
    reason: Reason,
    about: &[&Notice<'_>],
    link: Option<&str>,
    stop: &str,
) -> Result<Letter> {
    let (lang, coop, zone) = (reader.lang, act.coop, act.coop.zone);
    let item = |notice: &&Notice<'_>| {
        let page = address(act.state.slices, notice.event);
        let next = || byte_serialize(page.as_bytes()).collect::<String>();
        Item {
            name: title(lang, notice.event).to_owned(),
            line: line(lang, zone, notice.kind.word, notice.event),
            address: match link.filter(|_| notice.kind.lets_in) {
                Some(link) => format!("{link}?next={}", next()),
                None => format!("{}{page}", act.origin()),
            },
        }
    };
    let items: Vec<Item> = about.iter().map(item).collect();
    let subject = match (reason, about) {
        (Reason::Kind(kind), [one]) => words(lang, zone, kind.word, "-subject", one.event),
        (_, several) => lang.with("mail-notices-subject", &[("count", several.len().into())]),
    };
    let (why, choices) = (&Why::of(lang, coop, reason), format!("{}/preferences", act.origin()));
    let (items, choices) = (items.as_slice(), choices.as_str());
    let text = ToldText { lang, reader, items, why, stop, choices }.render().map_err(anyhow::Error::new)?;
    let html = ToldHtml { lang, coop, reader, items, why, stop, choices }.render().map_err(anyhow::Error::new)?;
    let mut letter = Letter::new((&reader.name, &reader.email), coop, lang, subject, text, html);
    letter.unsubscribe = Some(stop.to_owned());
    Ok(letter)
}
