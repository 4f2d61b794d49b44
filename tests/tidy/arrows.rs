//! Slices stand one upon another: no two of them need each other, not even by way of a third.

use std::collections::{BTreeMap, BTreeSet};

use crate::{is_test, none, sources, without_tests};

/// An address stands in the register and is held on to by an account, which a page of either changes: each calls the other.
const BOTH_WAYS: (&str, &str) = ("members", "accounts");

/// Which slices each slice names outside its tests.
fn arrows() -> BTreeMap<String, BTreeSet<String>> {
    let slice_of = |path: &str| path.strip_prefix("src/")?.split_once('/').map(|(slice, _)| slice.to_owned());
    let besides = ["api", "commands", "demo", "gate", "platform"];
    let slices: BTreeSet<String> =
        sources().filter_map(|(path, _)| slice_of(&path)).filter(|slice| !besides.contains(&slice.as_str())).collect();
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in sources() {
        let Some(slice) = slice_of(&path).filter(|slice| slices.contains(slice) && !is_test(&path)) else { continue };
        let code: Vec<&str> =
            without_tests(&text).lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        for mention in code.join("\n").split("crate::").skip(1) {
            let names: Vec<&str> = match mention.strip_prefix('{') {
                Some(list) => list.split(['}', ';']).next().unwrap_or_default().split(',').collect(),
                None => vec![mention],
            };
            let names =
                names.iter().filter_map(|name| name.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next());
            let others = names.filter(|name| slices.contains(*name) && *name != slice).map(str::to_owned);
            let others = others.filter(|other| (slice.as_str(), other.as_str()) != BOTH_WAYS);
            found.entry(slice.clone()).or_default().extend(others);
        }
    }
    found
}

#[test]
fn no_slice_needs_one_that_needs_it() {
    let mut left = arrows();
    assert!(left.len() > 12 && left["home"].contains("members"), "the arrows were not read: {left:?}");
    // Whoever needs nobody who is left is taken away, until there is nobody, or only those in a circle.
    loop {
        let names: BTreeSet<String> = left.keys().cloned().collect();
        let before = left.len();
        left.retain(|_, needs| needs.iter().any(|other| names.contains(other)));
        if left.len() == before {
            break;
        }
    }
    none(
        "slices in a circle",
        &left.iter().map(|(slice, needs)| format!("{slice} needs {needs:?}")).collect::<Vec<_>>(),
    );
}
