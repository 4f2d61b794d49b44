//! What an import says of itself before it happens: everything that the button does, what is new, and what is left out.

use crate::imports::guessing::why_left_out;
use crate::imports::{Import, Plan};
use crate::platform::i18n::Lang;

/// As many names as one looks at.
pub fn first_names(names: &[String]) -> String {
    let first = names.iter().take(60).map(String::as_str).collect::<Vec<_>>().join(", ");
    if names.len() > 60 { format!("{first}…") } else { first }
}

/// "Add 3 people and 2 homes, change 5 people and 46 homes, leave out one row".
pub fn act_words(lang: Lang, plan: &Plan) -> String {
    let (added, changed) = plan.people_added_and_changed();
    let homes_changed = plan.rows.iter().filter(|row| row.comes_in() && !row.home_changes.is_empty()).count();
    let [problems, duplicates, ..] = plan.counts();
    let adds = [("people", added), ("homes", plan.new_homes.len()), ("committees", plan.new_committees.len())];
    let (adds, changes) = (of(lang, &adds), of(lang, &[("people", changed), ("homes", homes_changed)]));
    if adds.is_none() && changes.is_none() {
        return String::new();
    }
    sentence(lang, [("imports-act-add", adds), ("imports-act-change", changes), left(lang, problems + duplicates)])
}

/// "3 people and 2 homes"; nothing where there are none.
pub fn of(lang: Lang, counts: &[(&str, usize)]) -> Option<String> {
    let some = counts.iter().filter(|(_, count)| *count > 0);
    let words = some.map(|(what, count)| lang.with(&format!("imports-count-{what}"), &[("count", (*count).into())]));
    let mut words: Vec<String> = words.collect();
    let last = words.pop()?;
    Some(if words.is_empty() { last } else { format!("{} {} {last}", words.join(", "), lang.t("imports-and")) })
}

/// The rows that are left out.
pub fn left(lang: Lang, rows: usize) -> (&'static str, Option<String>) {
    ("imports-act-leave", of(lang, &[("rows", rows)]))
}

/// What is done with what, as one sentence.
pub fn sentence<const N: usize>(lang: Lang, parts: [(&str, Option<String>); N]) -> String {
    let said = parts.into_iter().filter_map(|(key, what)| what.map(|what| lang.with(key, &[("what", what.into())])));
    let words = said.collect::<Vec<_>>().join(", ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

pub fn left_out_columns(lang: Lang, import: &Import) -> Vec<String> {
    let named = import.sheet.header.iter().enumerate().filter(|(_, name)| !name.trim().is_empty());
    let said = named.filter_map(|(at, name)| {
        let why = lang.t(&why_left_out(import.what, &import.sheet, &import.slots, at)?.key());
        Some(lang.with("imports-column-left-out", &[("name", name.trim().into()), ("why", why.into())]))
    });
    said.collect()
}
