//! What people write with a few marks: bold, lists, links. Markdown is read, then cleaned against a list of what may stand on a page.
//!
//! Nothing that somebody typed is markup of a page: an HTML tag is shown as it was typed, a picture as its words. Only addresses of the
//! web and of mail are links. A line ends where it was ended. A text past all measure (`ELEMENTS_MAX`, `DEPTH_MAX`) is shown without its
//! marks rather than refused: what is there was let in by the bounds of its form.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream, html};

/// The most paragraphs, items, cells and words with a mark of one text.
const ELEMENTS_MAX: usize = 4_000;
/// How deep they may stand in each other.
const DEPTH_MAX: usize = 16;
/// Longer texts, in bytes, are not looked through for marks.
const LENGTH_MAX: usize = 256 * 1024;
/// What an address of a link begins with.
const SCHEMES: [&str; 3] = ["http", "https", "mailto"];
/// What may stand on a page.
const TAGS: [&str; 21] = [
    "p",
    "br",
    "strong",
    "em",
    "ul",
    "ol",
    "li",
    "blockquote",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "a",
    "div",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
];
const LEVELS: [HeadingLevel; 5] =
    [HeadingLevel::H2, HeadingLevel::H3, HeadingLevel::H4, HeadingLevel::H5, HeadingLevel::H6];
/// Wide tables are moved sideways and not the page.
const TABLE: (&str, &str) = ("<div class=\"scroll\" tabindex=\"0\"><table class=\"t\">", "</div>");

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let only = |tag, name| HashMap::from([(tag, HashSet::from([name]))]);
    let mut cleaner = Builder::empty();
    cleaner
        .tags(HashSet::from(TAGS))
        .generic_attributes(HashSet::new())
        .tag_attributes([only("a", "href"), only("ol", "start")].into_iter().flatten().collect())
        .tag_attribute_values(HashMap::from([("div", only("tabindex", "0"))]))
        .allowed_classes([only("div", "scroll"), only("table", "t")].into_iter().flatten().collect())
        .url_schemes(HashSet::from(SCHEMES))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("nofollow noopener"));
    cleaner
});

/// The text for a page. Its first heading is one of the level `top` (2 to 6), those below it stand below it.
pub fn html(text: &str, top: usize) -> String {
    let mut written = String::new();
    let line_end = |event| if event == Event::HardBreak { Event::InlineHtml("<br>".into()) } else { event };
    html::push_html(&mut written, events(text, top).into_iter().map(line_end));
    CLEANER.clean(&written).to_string()
}

/// The text without its marks, for where there are none: mails, the log.
pub fn plain(text: &str) -> String {
    let mut said = Plain::default();
    events(text, 2).iter().for_each(|event| said.event(event));
    said.text.trim_end().to_owned()
}

/// What a text is made of, as far as it may be.
fn events(text: &str, top: usize) -> Vec<Event<'_>> {
    let found = if text.len() > LENGTH_MAX { None } else { marked(text, top) };
    found.unwrap_or_else(|| unmarked(text))
}

/// The lines as they are; an empty one begins a paragraph.
fn unmarked(text: &str) -> Vec<Event<'_>> {
    let mut all = Vec::new();
    for part in text.split("\n\n").filter(|part| !part.trim().is_empty()) {
        all.push(Event::Start(Tag::Paragraph));
        lines(part, &mut all);
        all.push(Event::End(TagEnd::Paragraph));
    }
    all
}

fn lines<'a>(part: &'a str, all: &mut Vec<Event<'a>>) {
    for (at, line) in part.trim_matches('\n').split('\n').enumerate() {
        all.extend((at > 0).then_some(Event::HardBreak));
        linked(&CowStr::Borrowed(line), all);
    }
}

// ---- marks ----

/// `None` past all measure.
fn marked(text: &str, top: usize) -> Option<Vec<Event<'_>>> {
    let mut reading = Reading { top, ..Reading::default() };
    for event in TextMergeStream::new(Parser::new_ext(text, Options::ENABLE_TABLES)) {
        reading.event(event);
        if reading.elements > ELEMENTS_MAX || reading.open.len() > DEPTH_MAX {
            return None;
        }
    }
    Some(reading.all)
}

#[derive(Default)]
struct Reading<'a> {
    all: Vec<Event<'a>>,
    /// How each of what is open ends.
    open: Vec<Vec<Event<'a>>>,
    elements: usize,
    /// How much was open where the link begins that this is in.
    link: Option<usize>,
    top: usize,
    /// The headings that the one before stands below, and itself, as they were typed.
    headings: Vec<HeadingLevel>,
}

impl<'a> Reading<'a> {
    fn event(&mut self, event: Event<'a>) {
        match event {
            Event::Start(tag) => {
                self.elements += 1;
                self.start(tag);
            }
            Event::End(_) => {
                let ended = self.open.pop().unwrap_or_default();
                self.link = self.link.filter(|depth| *depth < self.open.len());
                if ended.contains(&Event::End(TagEnd::Paragraph)) {
                    self.all.pop_if(|last| *last == Event::HardBreak);
                }
                self.all.extend(ended);
            }
            // Of a text whose lines begin with four spaces, or between fences.
            Event::Text(text) if text.contains('\n') => {
                for line in text.split_terminator('\n') {
                    self.all.extend([Event::Text(line.to_owned().into()), Event::HardBreak]);
                }
            }
            Event::Text(text) if self.link.is_some() => self.all.push(Event::Text(text)),
            Event::Text(text) => linked(&text, &mut self.all),
            Event::Code(text) | Event::InlineHtml(text) => self.all.push(Event::Text(text)),
            // A line of what looks like HTML, with its end.
            Event::Html(text) => {
                self.all.extend([Event::Text(text.trim_end_matches('\n').to_owned().into()), Event::HardBreak]);
            }
            Event::SoftBreak | Event::HardBreak => self.all.push(Event::HardBreak),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'a>) {
        match tag {
            Tag::Heading { level, .. } => {
                let level = self.level(level);
                self.push(Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() });
            }
            Tag::BlockQuote(_) => self.push(Tag::BlockQuote(None)),
            Tag::CodeBlock(_) | Tag::HtmlBlock => self.push(Tag::Paragraph),
            Tag::Table(_) => {
                self.all.push(Event::Html(TABLE.0.into()));
                self.open.push(vec![Event::End(TagEnd::Table), Event::Html(TABLE.1.into())]);
            }
            Tag::Link { link_type, dest_url, .. } => {
                let address = if link_type == LinkType::Email { format!("mailto:{dest_url}").into() } else { dest_url };
                if leads(&address) {
                    self.link = Some(self.open.len());
                    self.push(link(address));
                } else {
                    self.open.push(Vec::new());
                }
            }
            Tag::Paragraph
            | Tag::List(_)
            | Tag::Item
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::Emphasis
            | Tag::Strong => self.push(tag),
            _ => self.open.push(Vec::new()),
        }
    }

    fn push(&mut self, tag: Tag<'a>) {
        self.open.push(vec![Event::End(tag.to_end())]);
        self.all.push(Event::Start(tag));
    }

    /// The first heading is of the level `top`, and none is more than one below the one before.
    fn level(&mut self, typed: HeadingLevel) -> HeadingLevel {
        while self.headings.last().is_some_and(|above| *above >= typed) {
            self.headings.pop();
        }
        self.headings.push(typed);
        let at = self.top.saturating_sub(2) + self.headings.len() - 1;
        LEVELS[at.min(LEVELS.len() - 1)]
    }
}

fn link(address: CowStr<'_>) -> Tag<'_> {
    Tag::Link { link_type: LinkType::Inline, dest_url: address, title: CowStr::Borrowed(""), id: CowStr::Borrowed("") }
}

/// Whether an address may be one of a link.
fn leads(address: &str) -> bool {
    let Ok(url) = url::Url::parse(address) else { return false };
    SCHEMES.contains(&url.scheme()) && (url.has_host() || url.scheme() == "mailto")
}

/// A text in which every address of the web is a link. What ends a sentence does not belong to one.
fn linked<'a>(text: &CowStr<'a>, all: &mut Vec<Event<'a>>) {
    if !text.contains("://") {
        all.push(Event::Text(text.clone()));
        return;
    }
    for word in text.split_inclusive([' ', '\u{a0}', '\t', '\n', '(']) {
        let address = word.trim_end_matches(|c: char| c.is_whitespace() || ".,;:!?()»”\"'…".contains(c));
        if (address.starts_with("https://") || address.starts_with("http://")) && leads(address) {
            let said = CowStr::from(address.to_owned());
            all.extend([Event::Start(link(said.clone())), Event::Text(said), Event::End(TagEnd::Link)]);
            all.push(Event::Text(word[address.len()..].to_owned().into()));
        } else {
            all.push(Event::Text(word.to_owned().into()));
        }
    }
}

// ---- words alone ----

#[derive(Default)]
struct Plain {
    text: String,
    /// The number of the next item of each list that is open; `None` where they have none.
    lists: Vec<Option<u64>>,
    link: Option<(String, usize)>,
}

impl Plain {
    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(text) => self.text.push_str(text),
            Event::HardBreak => self.text.push('\n'),
            Event::Start(Tag::List(first)) => {
                self.end_line();
                self.lists.push(*first);
            }
            Event::Start(Tag::Item) => {
                self.end_line();
                let mark = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "- ".to_owned(),
                };
                self.text.push_str(&mark);
            }
            Event::Start(Tag::Link { dest_url, .. }) => self.link = Some((dest_url.to_string(), self.text.len())),
            Event::End(TagEnd::Link) => {
                if let Some((address, from)) = self.link.take().filter(|(address, from)| self.text[*from..] != *address)
                {
                    let said = address.strip_prefix("mailto:").unwrap_or(&address);
                    let more = if self.text[from..] == *said { String::new() } else { format!(" ({said})") };
                    self.text.push_str(&more);
                }
            }
            Event::End(TagEnd::TableCell) => self.text.push_str("; "),
            Event::End(TagEnd::TableRow | TagEnd::TableHead) => {
                self.text.truncate(self.text.trim_end_matches([';', ' ']).len());
                self.end_line();
            }
            Event::End(TagEnd::Item) => self.end_line(),
            Event::End(TagEnd::List(_)) => {
                self.lists.pop();
                self.end_part();
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Table) => self.end_part(),
            _ => {}
        }
    }

    fn end_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// An empty line follows, but within a list.
    fn end_part(&mut self) {
        self.end_line();
        if self.lists.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
#[path = "markdown_tests.rs"]
mod tests;
