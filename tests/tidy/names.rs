//! One name for one thing: a slice's folder, addresses, templates and words, and the verbs of its handlers.

use std::collections::BTreeSet;

use crate::{files, none};

/// Addresses that are not named as their slice, as ARCHITECTURE.md says, and its first word.
const OTHERWISE: [(&str, &[&str]); 18] = [
    ("accounts", &["account", "address", "assistance", "demo", "members", "me", "sign-in", "sign-out"]),
    ("api", &["docs", "openapi"]),
    ("applications", &["waiting-list"]),
    ("attendance", &["meetings"]),
    ("committee_reports", &["committees"]),
    ("comments", &["polls", "repairs", "tasks"]),
    ("coops", &["settings", "setup"]),
    ("elections", &["help"]),
    ("files", &["meetings", "polls", "repairs", "tasks"]),
    ("governance", &["meetings"]),
    ("home", &["", "help", "manifest", "menu"]),
    ("members", &["profile", "shares"]),
    ("minutes", &["meetings"]),
    ("motions", &["meetings"]),
    ("moves", &["units"]),
    ("notices", &["inbox", "preferences"]),
    ("polls", &["booth", "guests", "help"]),
    ("transparency", &["audit", "open"]),
];
/// Erasing and the access to one's own data are pages of the person and of the settings.
const PRIVACY: [&str; 2] = ["members", "settings"];
/// Words that belong to no slice.
const WORDS: [&str; 5] = ["audit", "counting", "fields", "help", "platform"];

/// Path, method and handler of every route.
fn routes() -> Vec<(String, String, String)> {
    let (_, text) = files("src", &["rs"]).into_iter().find(|(path, _)| path == "src/routes.rs").expect("the table");
    let mut found = Vec::new();
    for line in text.lines() {
        let Some((path, handlers)) = line.trim().strip_prefix('"').and_then(|rest| rest.split_once("\" {")) else {
            continue;
        };
        for one in handlers.trim_end_matches('}').split(';') {
            if let Some((who, handler)) = one.split_once("=>") {
                let method = who.split_whitespace().next().unwrap_or_default();
                found.push((path.to_owned(), method.to_owned(), handler.trim().to_owned()));
            }
        }
    }
    assert!(found.len() > 150, "{} routes were read", found.len());
    found
}

fn slice_of(handler: &str) -> &str {
    handler.split("::").next().unwrap_or_default()
}

#[test]
fn addresses_are_named_as_their_slice() {
    let mut used = BTreeSet::new();
    let mut wrong = Vec::new();
    for (path, _, handler) in routes() {
        let (slice, path) = (slice_of(&handler), path.trim_start_matches("/v1").trim_start_matches('/'));
        let first = path.split(['/', '.']).next().unwrap_or_default();
        let listed = OTHERWISE.iter().any(|(name, words)| *name == slice && words.contains(&first));
        if listed {
            used.insert((slice.to_owned(), first.to_owned()));
        } else if first != slice && !(slice == "privacy" && PRIVACY.contains(&first)) {
            wrong.push(format!("/{path}: {handler}"));
        }
    }
    none("an address that is not its slice's", &wrong);
    let unused = OTHERWISE.iter().flat_map(|(slice, words)| words.iter().map(move |word| (*slice, *word)));
    let unused: Vec<String> = unused
        .filter(|(slice, word)| !used.contains(&((*slice).to_owned(), (*word).to_owned())))
        .map(|(slice, word)| format!("{slice}: {word}"))
        .collect();
    none("an exception that is none any more", &unused);
}

#[test]
fn templates_and_words_are_named_as_their_slice() {
    let mut wrong = Vec::new();
    for (path, text) in files("src", &["rs"]) {
        let slice = path.split('/').nth(1).unwrap_or_default();
        for template in text.split("#[template(path = \"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let folder = template.split('/').next().unwrap_or_default();
            if slice != "platform" && folder != slice && folder != "mail" {
                wrong.push(format!("{path}: {template}"));
            }
        }
    }
    none("a template of another slice", &wrong);
    let slices: BTreeSet<String> =
        files("src", &["rs"]).iter().filter_map(|(path, _)| Some(path.split('/').nth(1)?.to_owned())).collect();
    let words = files("locales", &["ftl"]).into_iter().filter_map(|(path, _)| {
        let name = path.rsplit('/').next()?.trim_end_matches(".ftl").to_owned();
        (!slices.contains(&name) && !WORDS.contains(&name.as_str())).then_some(path)
    });
    none("words of no slice", &words.collect::<Vec<_>>());
}

/// A collection has `index`, `new_form` and `add`; one of its things `show`, `edit_form` and `edit`; what comes as a file is an export.
#[test]
fn handlers_are_named_by_one_set_of_verbs() {
    let routes = routes();
    let there = |path: &str| routes.iter().any(|(known, ..)| known == path);
    let mut wrong = Vec::new();
    for (path, method, handler) in routes.iter().filter(|(path, ..)| !path.starts_with("/v1")) {
        let verb = handler.rsplit("::").next().unwrap_or_default();
        let wanted = if path.ends_with(".csv") || path.ends_with(".xlsx") {
            "export"
        } else if method == "get" && path.strip_suffix("/new").is_some_and(there) {
            "new_form"
        } else if method == "get" && path.ends_with("/edit") {
            "edit_form"
        } else if method == "post" && there(&format!("{path}/edit")) {
            "edit"
        } else if there(&format!("{path}/new")) {
            if method == "get" { "index" } else { "add" }
        } else {
            continue;
        };
        if verb != wanted && !(wanted == "export" && verb.ends_with("_export")) {
            wrong.push(format!("{method} {path}: {handler} is not {wanted}"));
        }
    }
    none("a handler's verb", &wrong);
}
