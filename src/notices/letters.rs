//! The mail of notices: plain text and HTML of the same words, in the reader's language.

use askama::Template;
use chrono_tz::Tz;
use url::form_urlencoded::byte_serialize;

use super::stopping::stop_token;
use super::store::Reader;
use super::{Notice, Stopped, address, line, title, words};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::mail::Letter;
use crate::platform::visit::{Act, Coop};

/// One thing the letter tells of.
#[derive(Debug, Clone)]
pub struct Item {
    /// Above the first of several that belong together.
    pub heading: Option<String>,
    pub name: String,
    pub line: String,
    pub address: String,
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

/// Why a letter comes, in words, and what is said beside the way to stop it.
struct Why {
    words: String,
    stop: String,
    stop_link: String,
}

impl Why {
    fn of(lang: Lang, coop: &Coop, reason: Stopped) -> Self {
        let (key, kind) = match reason {
            Stopped::Kind(kind) => ("notices", lang.t(&format!("notice-{}", kind.word.replace('_', "-")))),
            Stopped::Reminders | Stopped::Digest(_) => (reason.word(), String::new()),
        };
        let key = format!("mail-{key}");
        let about = [("coop", coop.name(lang).into()), ("kind", kind.into())];
        Self {
            words: lang.with(&format!("{key}-why"), &about),
            stop: lang.t(&format!("{key}-stop")),
            stop_link: lang.t(&format!("{key}-stop-link")),
        }
    }
}

/// What a letter tells of some notices. Where a kind lets its reader in, `link` does, if they have one, and leads on to the thing itself.
pub fn items(act: &Act<'_>, reader: &Reader, about: &[&Notice<'_>], link: Option<&str>) -> Vec<Item> {
    let (lang, zone) = (reader.lang, act.coop.zone);
    let item = |notice: &&Notice<'_>| {
        let page = address(act.state.slices, notice.event);
        let next = || byte_serialize(page.as_bytes()).collect::<String>();
        Item {
            heading: None,
            name: title(lang, notice.event).to_owned(),
            line: line(lang, zone, notice.kind.word, notice.event),
            address: match link.filter(|_| notice.kind.lets_in) {
                Some(link) => format!("{link}?next={}", next()),
                None => format!("{}{page}", act.origin()),
            },
        }
    };
    about.iter().map(item).collect()
}

/// What a letter about some notices is called.
pub fn subject(lang: Lang, zone: Tz, reason: Stopped, about: &[&Notice<'_>]) -> String {
    match (reason, about) {
        (Stopped::Kind(kind), [one]) => words(lang, zone, kind.word, "-subject", one.event),
        (_, several) if several.iter().all(|notice| notice.kind.reminds) => {
            lang.with("mail-reminders-subject", &[("count", several.len().into())])
        }
        (_, several) => lang.with("mail-notices-subject", &[("count", several.len().into())]),
    }
}

/// The letter that tells the holder of an account of one or several things. It says how such letters are stopped with one press.
pub fn letter(
    act: &Act<'_>,
    account: i64,
    reader: &Reader,
    reason: Stopped,
    subject: String,
    items: &[Item],
) -> Result<Letter> {
    let (lang, coop) = (reader.lang, act.coop);
    let token = stop_token(&act.state.keys, coop.id, account, reason.word());
    let stop = format!("{}/notices/stop/{token}", act.origin());
    let (why, choices) = (&Why::of(lang, coop, reason), format!("{}/preferences", act.origin()));
    let (stop, choices) = (stop.as_str(), choices.as_str());
    let text = ToldText { lang, reader, items, why, stop, choices }.render().map_err(anyhow::Error::new)?;
    let html = ToldHtml { lang, coop, reader, items, why, stop, choices }.render().map_err(anyhow::Error::new)?;
    let mut letter = Letter::new((&reader.name, &reader.email), coop, lang, subject, text, html);
    letter.unsubscribe = Some(stop.to_owned());
    Ok(letter)
}
