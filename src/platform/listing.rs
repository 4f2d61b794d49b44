//! A list as somebody asked for it: by which column it stands and which way, narrowed by what, and from where on. One for all
//! lists: headings, chips, pages and files are addresses made of the same `Asked`, so that an address always says the whole.
//!
//! Pages go by keys. A list stands by one text, which its store makes of a column, and among equals by id: so each row has one place,
//! and a page goes on where the last one ended whatever came or went meanwhile. What a row does not have stands last, either way.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::error::{Error, Result};
use super::forms::Form;
use super::i18n::Lang;

/// The most rows of a list that are counted.
pub const COUNTED_MAX: i64 = 5_000;
/// Greater than any text that a list stands by.
const BEYOND_ALL: &str = "\u{10ffff}";

/// By which column a list stands. The store of the list knows the columns; a word it does not know means its usual one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Order {
    pub by: &'static str,
    pub descending: bool,
}

/// A place in a list: its start, or after or before the row of this key and id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Edge {
    #[default]
    Start,
    After(String, i64),
    Before(String, i64),
}

/// Which page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Window {
    pub order: Order,
    pub edge: Edge,
}

/// A window as a store puts it into its query: rows whose `(key, id)` is `beyond` this one, in this `order`.
pub struct Cut<'a> {
    pub beyond: &'static str,
    pub order: &'static str,
    /// What stands, in SQL, for the key of a row that has none.
    pub blank: &'static str,
    pub key: &'a str,
    pub id: i64,
}

impl Window {
    pub fn cut(&self) -> Cut<'_> {
        let backwards = matches!(self.edge, Edge::Before(..));
        let up = self.order.descending == backwards;
        let (key, id) = match &self.edge {
            Edge::Start if up => ("", i64::MIN),
            Edge::Start => (BEYOND_ALL, i64::MAX),
            Edge::After(key, id) | Edge::Before(key, id) => (key.as_str(), *id),
        };
        Cut {
            beyond: if up { ">" } else { "<" },
            order: if up { "asc" } else { "desc" },
            blank: if self.order.descending { "''" } else { "chr(1114111)" },
            key,
            id,
        }
    }

    /// A page of at most `rows`, of what a store found for one more.
    pub fn page<T>(&self, mut lines: Vec<T>, rows: usize) -> Listed<T> {
        let more = lines.len() > rows;
        lines.truncate(rows);
        let backwards = matches!(self.edge, Edge::Before(..));
        if backwards {
            lines.reverse();
        }
        let has_previous = if backwards { more } else { self.edge != Edge::Start };
        Listed { lines, has_previous, has_next: backwards || more }
    }
}

/// One page of a list.
pub struct Listed<T> {
    pub lines: Vec<T>,
    pub has_previous: bool,
    pub has_next: bool,
}

impl<T> Listed<T> {
    pub fn is_whole(&self) -> bool {
        !self.has_previous && !self.has_next
    }
}

/// How many a list has in all, as far as they are counted, in the words of its slice: `<family>-count`, `<family>-more-than`.
pub fn total(lang: Lang, family: &str, count: i64) -> String {
    let word = if count > COUNTED_MAX { "more-than" } else { "count" };
    lang.with(&format!("{family}-{word}"), &[("count", count.min(COUNTED_MAX).into())])
}

/// The line above a list: how many it has, and how many of them are on the page where that is not all.
pub fn summary<T>(lang: Lang, family: &str, listed: &Listed<T>, count: i64) -> String {
    let total = total(lang, family, count);
    if listed.is_whole() {
        return total;
    }
    lang.with("list-part", &[("total", total.into()), ("shown", listed.lines.len().into())])
}

/// A list as it was asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    path: &'static str,
    columns: &'static [&'static str],
    usual: Order,
    pub window: Window,
    filters: Vec<(&'static str, String)>,
}

/// A heading that sorts: its column, where it leads, and how the list stands by it (`aria-sort`; empty when it does not).
pub struct Heading {
    pub by: &'static str,
    pub address: String,
    pub sorted: &'static str,
}

/// A filter that is set, in words, and the list without it.
pub struct Chip {
    pub words: String,
    pub without: String,
}

impl Asked {
    /// Reads order and place from an address. `columns` can be sorted by; `filters` were read by the slice, empty ones are none.
    ///
    /// # Errors
    /// `BadRequest` when the place is not one of ours.
    pub fn read(
        path: &'static str,
        columns: &'static [&'static str],
        usual: Order,
        query: &Form,
        filters: impl IntoIterator<Item = (&'static str, String)>,
    ) -> Result<Self> {
        let edge = match (query.value("after"), query.value("before")) {
            ("", "") => Edge::Start,
            (after, "") => read_key(after).map(|(key, id)| Edge::After(key, id)).ok_or(Error::BadRequest)?,
            (_, before) => read_key(before).map(|(key, id)| Edge::Before(key, id)).ok_or(Error::BadRequest)?,
        };
        let word = query.value("sort");
        let (by, descending) = word.strip_prefix('-').map_or((word, false), |by| (by, true));
        let order = columns.iter().find(|column| **column == by).map_or(usual, |by| Order { by, descending });
        let filters = filters.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        Ok(Self { path, columns, usual, window: Window { order, edge }, filters })
    }

    pub fn filter(&self, name: &str) -> &str {
        self.filters.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    pub fn is_narrowed(&self) -> bool {
        !self.filters.is_empty()
    }

    /// Its order, for a form that narrows it further; empty for the usual one.
    pub fn sort(&self) -> String {
        if self.window.order == self.usual { String::new() } else { word(self.window.order) }
    }

    /// The list from its start.
    pub fn address(&self) -> String {
        self.at(self.window.order, self.pairs(), None)
    }

    /// The same list as a file.
    pub fn file(&self) -> String {
        let address = self.address();
        let (path, query) = address.split_at(address.find('?').unwrap_or(address.len()));
        format!("{path}.csv{query}")
    }

    /// The list with one filter set to this, or taken away.
    pub fn narrowed_to(&self, name: &'static str, value: &str) -> String {
        let others = self.pairs().filter(|(known, _)| *known != name);
        let set = Some((name, value)).filter(|_| !value.is_empty());
        self.at(self.window.order, others.chain(set), None)
    }

    /// The list without any filter, in its order.
    pub fn cleared(&self) -> String {
        self.at(self.window.order, std::iter::empty(), None)
    }

    /// What each column's heading leads to: that order, and from there the other way.
    pub fn headings(&self) -> Vec<Heading> {
        let order = self.window.order;
        let heading = |by: &&'static str| {
            let current = order.by == *by;
            let descending = current && !order.descending;
            Heading {
                by,
                address: self.at(Order { by, descending }, self.pairs(), None),
                sorted: match (current, order.descending) {
                    (false, _) => "",
                    (true, false) => "ascending",
                    (true, true) => "descending",
                },
            }
        };
        self.columns.iter().map(heading).collect()
    }

    /// The filters that are set. `say` puts one into words, given its name and its value.
    pub fn chips(&self, say: impl Fn(&str, &str) -> String) -> Vec<Chip> {
        let chip = |(name, value): &(&'static str, String)| Chip {
            words: say(name, value),
            without: self.narrowed_to(name, ""),
        };
        self.filters.iter().map(chip).collect()
    }

    /// The pages before and after this one; `key` gives the key and the id of a row.
    pub fn turns<T>(&self, listed: &Listed<T>, key: impl Fn(&T) -> (&str, i64)) -> (Option<String>, Option<String>) {
        let at = |side, line: Option<&T>| {
            let (text, id) = key(line?);
            Some(self.at(self.window.order, self.pairs(), Some((side, &write_key(text, id)))))
        };
        let (first, last) = (listed.lines.first(), listed.lines.last());
        (at("before", first.filter(|_| listed.has_previous)), at("after", last.filter(|_| listed.has_next)))
    }

    fn pairs(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.filters.iter().map(|(name, value)| (*name, value.as_str()))
    }

    fn at<'a>(
        &self,
        order: Order,
        filters: impl Iterator<Item = (&'static str, &'a str)>,
        edge: Option<(&str, &str)>,
    ) -> String {
        let mut pairs = url::form_urlencoded::Serializer::new(String::new());
        pairs.extend_pairs(filters);
        if order != self.usual {
            pairs.append_pair("sort", &word(order));
        }
        pairs.extend_pairs(edge);
        let (pairs, joint) = (pairs.finish(), if self.path.contains('?') { '&' } else { '?' });
        if pairs.is_empty() { self.path.to_owned() } else { format!("{}{joint}{pairs}", self.path) }
    }
}

fn word(order: Order) -> String {
    format!("{}{}", if order.descending { "-" } else { "" }, order.by)
}

/// The words of a search: at most ten, of a hundred letters in all.
pub fn words(query: &Form) -> String {
    let words: Vec<_> = query.value("q").split_whitespace().take(10).collect();
    words.join(" ").chars().take(100).collect()
}

/// A place as it stands in an address. Readers need not understand it.
pub fn write_key(key: &str, id: i64) -> String {
    URL_SAFE_NO_PAD.encode(format!("{id}/{key}"))
}

/// Reads a place from an address. `None` when it is not one of ours.
pub fn read_key(key: &str) -> Option<(String, i64)> {
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(key).ok()?).ok()?;
    let (id, key) = text.split_once('/')?;
    Some((key.to_owned(), id.parse().ok()?)).filter(|_| !text.contains('\0'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_place_survives_the_address(key in "[^\0]{0,60}", id in any::<i64>()) {
            prop_assert_eq!(read_key(&write_key(&key, id)), Some((key, id)));
        }

        #[test]
        fn no_address_makes_it_panic(text in ".{0,40}") {
            let _ = read_key(&text);
        }
    }

    fn asked(query: &str) -> Asked {
        let form = Form::parse(query.as_bytes()).expect("a query");
        let filters = ["status", "q"].map(|name| (name, form.value(name).to_owned()));
        let usual = Order { by: "name", descending: false };
        Asked::read("/members", &["name", "unit"], usual, &form, filters).expect("a list")
    }

    #[test]
    fn an_address_says_the_whole_list_and_only_what_is_not_usual() {
        let list = asked("q=a+b&status=former&sort=-unit&other=1&after=MS9i");
        assert_eq!(list.address(), "/members?status=former&q=a+b&sort=-unit");
        assert_eq!(list.file(), "/members.csv?status=former&q=a+b&sort=-unit");
        assert_eq!(list.cleared(), "/members?sort=-unit");
        assert_eq!(list.narrowed_to("status", "member"), "/members?q=a+b&status=member&sort=-unit");
        assert_eq!(list.window.edge, Edge::After("b".to_owned(), 1));
        let headings: Vec<_> = list.headings().into_iter().map(|one| (one.address, one.sorted)).collect();
        assert_eq!(headings[0], ("/members?status=former&q=a+b".to_owned(), ""));
        assert_eq!(headings[1], ("/members?status=former&q=a+b&sort=unit".to_owned(), "descending"));
        assert_eq!(asked("sort=name").headings()[0].address, "/members?sort=-name");
        let chips = list.chips(|name, value| format!("{name} {value}"));
        assert_eq!(
            (chips[0].words.as_str(), chips[0].without.as_str()),
            ("status former", "/members?q=a+b&sort=-unit")
        );
        assert_eq!(asked("sort=phone&status=").address(), "/members");
    }
}
