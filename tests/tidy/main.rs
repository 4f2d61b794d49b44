//! The shape of the house, held by a test: who may do what in which kind of file, how large things may grow, that both
//! languages are complete, that no page needs a script. Each check prints every place it found.

mod arrows;
mod names;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const FILE_LINES_MAX: usize = 400;
const FUNCTION_LINES_MAX: usize = 70;
const TEMPLATE_LINES_MAX: usize = 120;
const CSS_LINES_MAX: usize = 200;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder with one of these endings, by path from the root.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() { walk(&path, found) } else { found.push(path) }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    found.sort();
    found
        .into_iter()
        .filter(|path| path.extension().is_some_and(|end| endings.iter().any(|wanted| end == *wanted)))
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap_or_default();
            (path.strip_prefix(root()).unwrap_or(&path).display().to_string(), text)
        })
        .collect()
}

/// The source files of the app, and of the crate that counts.
fn sources() -> impl Iterator<Item = (String, String)> {
    ["src", "counting/src", "counting/examples"].into_iter().flat_map(|folder| files(folder, &["rs"]))
}

fn is_test(path: &str) -> bool {
    path.ends_with("tests.rs") || path.ends_with("testing.rs") || path.contains("/tests/")
}

/// The part of a source file that is not its tests.
fn without_tests(text: &str) -> &str {
    text.find("#[cfg(test)]\nmod tests {").map_or(text, |at| &text[..at])
}

#[track_caller]
fn none(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what}:\n  {}", found.join("\n  "));
}

/// Lines of sources outside tests that contain one of `words`, in files that `concerned` picks.
fn lines_with(words: &[&str], concerned: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in sources() {
        if is_test(&path) || !concerned(&path) {
            continue;
        }
        for (number, line) in without_tests(&text).lines().enumerate() {
            let code = line.trim_start();
            if !code.starts_with("//") && words.iter().any(|word| code.contains(word)) {
                found.push(format!("{path}:{}: {code}", number + 1));
            }
        }
    }
    found
}

#[test]
fn every_source_file_says_what_it_is_for() {
    let silent: Vec<String> = sources().filter(|(_, text)| !text.starts_with("//!")).map(|(path, _)| path).collect();
    none("files without a header", &silent);
}

#[test]
fn files_and_functions_stay_readable() {
    let mut found = Vec::new();
    for (path, text) in sources() {
        let own = if is_test(&path) { continue } else { without_tests(&text) };
        let lines = own.lines().count();
        // Two are lists, a line a thing: the tables, and the routes.
        if lines > FILE_LINES_MAX && !["src/schema.rs", "src/routes.rs"].contains(&path.as_str()) {
            found.push(format!("{path}: {lines} lines"));
        }
        let mut start: Option<(usize, usize)> = None;
        for (number, line) in own.lines().enumerate() {
            let indent = line.len() - line.trim_start().len();
            let code = line.trim_start();
            let begins = ["fn ", "pub fn ", "async fn ", "pub async fn ", "const fn ", "pub const fn "];
            if begins.iter().any(|word| code.starts_with(word)) {
                start = Some((number, indent));
            }
            if let Some((first, depth)) = start
                && code == "}"
                && indent == depth
            {
                if number - first + 1 > FUNCTION_LINES_MAX {
                    found.push(format!("{path}:{}: a function of {} lines", first + 1, number - first + 1));
                }
                start = None;
            }
        }
    }
    for (path, text) in files("templates", &["html"]) {
        if text.lines().count() > TEMPLATE_LINES_MAX {
            found.push(format!("{path}: {} lines", text.lines().count()));
        }
    }
    for (path, text) in files("static/css", &["css"]) {
        if text.lines().count() > CSS_LINES_MAX {
            found.push(format!("{path}: {} lines", text.lines().count()));
        }
    }
    none("too long", &found);
}

#[test]
fn queries_live_in_stores() {
    let words = [
        "sql_query",
        "insert_into(",
        "diesel::update",
        "diesel::delete",
        ".get_result(",
        ".execute(conn",
        ".load(conn",
    ];
    let elsewhere =
        |path: &str| !path.ends_with("store.rs") && !path.contains("/store/") && !path.starts_with("src/platform/");
    none("SQL outside a store", &lines_with(&words, elsewhere));
}

/// What `functions/facts.sql` says is said there alone.
#[test]
fn a_fact_is_reckoned_in_one_place() {
    let program = |path: &str| path.starts_with("src/") && !path.contains("tests");
    none("a status of a day (status_on)", &lines_with(&["since desc limit 1)"], program));
    none("a day of the co-op's calendar (co_op_day)", &lines_with(&["at time zone"], program));
    none("how many have voted (turnout)", &lines_with(&["count(*) from open_ballots"], program));
}

#[test]
fn verbs_are_not_async_and_do_not_read_the_clock() {
    let verbs = |path: &str| {
        ["mod.rs", "rules.rs", "store.rs"].iter().any(|end| path.ends_with(end)) && !path.starts_with("src/platform/")
    };
    none("async in a verb", &lines_with(&["async fn"], verbs));
    let clocks = ["Utc::now", "Local::now", "SystemTime::now"];
    none("a clock of its own", &lines_with(&clocks, |path| path != "src/platform/clock.rs"));
}

/// In the evening of a co-op, UTC has tomorrow.
#[test]
fn tests_ask_for_the_day_of_the_co_op() {
    let tests = files("src", &["rs"]).into_iter().filter(|(path, _)| is_test(path) && !path.contains("clock"));
    let of_utc: Vec<String> =
        tests.filter(|(_, text)| text.contains("now().date_naive()")).map(|(path, _)| path).collect();
    none("Ask the site for its day", &of_utc);
}

#[test]
fn nothing_is_counted_with_floats() {
    none("a float", &lines_with(&["f32", "f64"], |_| true));
}

#[test]
fn visitors_get_errors_and_not_panics() {
    let allowed = |path: &str| path != "src/platform/keys.rs"; // HMAC of any key, random bytes: cannot fail
    none("a panic", &lines_with(&[".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!("], allowed));
}

/// The compiler holds that it imports nothing of the app: the app is not among its dependencies.
#[test]
fn counting_is_pure() {
    let inside = |path: &str| path.starts_with("counting/src/");
    let words = ["std::fs", "std::net", "std::env", "std::time", "std::process", "std::thread"];
    none("I/O or a clock in counting", &lines_with(&words, inside));
    // `gather` only looks equal ballots up.
    none(
        "an order that a hash decides",
        &lines_with(&["HashMap", "HashSet"], |path| inside(path) && path != "counting/src/readers/gather.rs"),
    );
    let manifest = fs::read_to_string(root().join("counting/Cargo.toml")).expect("the manifest");
    let needed = manifest.split("\n[").find_map(|part| part.strip_prefix("dependencies]\n")).expect("dependencies");
    let known =
        ["csv", "num-bigint", "num-integer", "num-rational", "num-traits", "serde", "serde_json", "sha2", "thiserror"];
    let names: Vec<&str> = needed.lines().filter_map(|line| line.split_once(" = ")).map(|(name, _)| name).collect();
    assert_eq!(
        names, known,
        "what counting depends on: numbers, files of ballots, a hash, and nothing that could reach out"
    );
}

#[test]
fn slices_meet_only_at_the_front_door() {
    let mut found = Vec::new();
    for line in lines_with(&["::store::", "::store;"], |_| true) {
        let slice = line.strip_prefix("src/").and_then(|rest| rest.split(['/', ':']).next()).unwrap_or_default();
        let foreign = line.contains("crate::") && !line.contains(&format!("crate::{slice}::"));
        if foreign {
            found.push(line);
        }
    }
    none("another slice's store", &found);
}

/// The platform is given the list of slices and names none; what helps its tests may.
#[test]
fn the_platform_knows_no_slice() {
    let mut named = Vec::new();
    for slice in cooperator::slices::ALL.iter().map(|slice| slice.name) {
        let (path, one_of) = (format!("crate::{slice}::"), format!("crate::{slice};"));
        let words = [path.as_str(), one_of.as_str()];
        named.extend(lines_with(&words, |path| path.starts_with("src/platform/")));
    }
    named.extend(lines_with(&["use crate::{"], |path| path.starts_with("src/platform/")));
    none("the platform knows a slice", &named);
}

// ---- words ----

/// Key → the variables its words name.
fn words(language: &str) -> BTreeMap<String, (String, BTreeSet<String>)> {
    let mut all = BTreeMap::new();
    for (path, text) in files(&format!("locales/{language}"), &["ftl"]) {
        let mut key: Option<String> = None;
        for line in text.lines() {
            let starts = line.chars().next().is_some_and(|first| first.is_ascii_alphabetic());
            if starts && let Some((name, _)) = line.split_once(" =") {
                let before = all.insert(name.to_owned(), (path.clone(), BTreeSet::new()));
                assert!(before.is_none(), "{path}: {name} is defined twice");
                key = Some(name.to_owned());
            }
            if let Some((_, variables)) = key.as_ref().and_then(|key| all.get_mut(key)) {
                // as it is, or given to a function
                for part in line.replace("($", "{ $").split("{ $").skip(1) {
                    let name: String = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                    variables.insert(name);
                }
            }
        }
    }
    all
}

/// French as Canada sets it: no space before ; ! ?, a space that does not break before : and % and $ and inside « ».
#[test]
fn french_is_set_as_in_canada() {
    let mut found = Vec::new();
    for (path, text) in files("locales/fr", &["ftl"]) {
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let breaks =
                [" : ", "\u{ab} ", " \u{bb}", " %", " $ ", " ;", " !", " ?"].iter().any(|wrong| line.contains(wrong));
            if breaks || line.ends_with(" :") {
                found.push(format!("{path}:{}: {line}", number + 1));
            }
        }
    }
    none("French with a space that breaks, or with one too many", &found);
}

#[test]
fn both_languages_say_the_same_things() {
    let (english, french) = (words("en"), words("fr"));
    let mut found = Vec::new();
    for (key, (path, variables)) in &english {
        match french.get(key) {
            None => found.push(format!("{path}: {key} is missing in French")),
            Some((_, others)) if others != variables => {
                found.push(format!("{path}: {key} names {variables:?}, in French {others:?}"));
            }
            Some((other, _)) if other.rsplit('/').next() != path.rsplit('/').next() => {
                found.push(format!("{path}: {key} is in another file in French: {other}"));
            }
            Some(_) => {}
        }
    }
    found.extend(
        french
            .iter()
            .filter(|(key, _)| !english.contains_key(*key))
            .map(|(key, (path, _))| format!("{path}: {key} is missing in English")),
    );
    none("words in one language only", &found);
}

#[test]
fn every_key_that_is_used_has_words() {
    let known = words("en");
    let mut found = Vec::new();
    let calls = [".t(\"", ".t1(\"", ".t2(\"", ".with(\"", ".say(\"", "Conflict(\"", "Error::field(", ".refuse("];
    let sources = files("src", &["rs"]).into_iter().chain(files("templates", &["html", "txt"]));
    for (path, text) in sources.filter(|(path, _)| !is_test(path)) {
        for (number, line) in without_tests(&text).lines().enumerate() {
            for call in calls {
                for part in line.split(call).skip(1) {
                    let key = match call {
                        "Error::field(" | ".refuse(" => part.split('"').nth(3).unwrap_or_default(),
                        _ => part.split('"').next().unwrap_or_default(),
                    };
                    let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
                    if is_key && !known.contains_key(key) {
                        found.push(format!("{path}:{}: {key}", number + 1));
                    }
                }
            }
        }
    }
    none("keys without words", &found);
}

#[test]
fn every_form_field_has_a_label() {
    let known = words("en");
    let mut found = Vec::new();
    for (path, text) in files("templates", &["html"]) {
        for kind in ["line", "area", "select", "choices", "check"] {
            for part in text.split(&format!("call fields::{kind}(page, form, \"")).skip(1) {
                let name = part.split('"').next().unwrap_or_default();
                let key = format!("field-{}", name.replace('_', "-"));
                if !known.contains_key(&key) {
                    found.push(format!("{path}: {key}"));
                }
            }
        }
    }
    none("fields without a label", &found);
}

// ---- pages ----

#[test]
fn no_page_needs_a_script_or_an_inline_style() {
    let mut found = Vec::new();
    for (path, text) in files("templates", &["html"]) {
        let mail = path.starts_with("templates/mail/");
        for (number, line) in text.lines().enumerate() {
            let at = format!("{path}:{}", number + 1);
            if !mail && line.contains("style=\"") {
                found.push(format!("{at}: inline style"));
            }
            if line.contains("<script") && !line.contains("src=") {
                found.push(format!("{at}: inline script"));
            }
            if [" onclick=", " onchange=", " onsubmit=", "javascript:", "hx-on"].iter().any(|word| line.contains(word))
            {
                found.push(format!("{at}: script in an attribute"));
            }
            for form in line.split("<form").skip(1) {
                let tag = form.split('>').next().unwrap_or_default();
                if !tag.contains(" action=") || !tag.contains(" method=") {
                    found.push(format!("{at}: a form without method and action"));
                }
            }
            if line.contains("hx-post") || line.contains("hx-put") || line.contains("hx-delete") {
                let on_form = line.contains("<form") && line.contains(" action=");
                if !on_form {
                    found.push(format!("{at}: an act that only htmx can do"));
                }
            }
        }
    }
    none("pages that need a script", &found);
}

#[test]
fn every_posted_form_carries_the_token() {
    let mut found = Vec::new();
    for (path, text) in files("templates", &["html"]) {
        for form in text.split("<form").skip(1) {
            let body = form.split("</form>").next().unwrap_or_default();
            let posts = body.split('>').next().unwrap_or_default().contains("method=\"post\"");
            let carries = body.contains("fields::token(") || body.contains("name=\"form_token\"");
            let harmless = body.contains("action=\"/sign-out\"") || path == "templates/notices/stop.html"; // done twice, the same
            if posts && !carries && !harmless {
                found.push(format!("{path}: {}", body.chars().take(80).collect::<String>().replace('\n', " ")));
            }
        }
    }
    none("forms that can be done twice", &found);
}

#[test]
fn every_asset_that_is_named_exists() {
    let mut known: BTreeSet<String> = BTreeSet::from(["app.css".to_owned()]);
    for (path, _) in files("static", &["css", "js", "svg", "png", "woff2"]) {
        known.insert(path.rsplit('/').next().unwrap_or_default().to_owned());
    }
    let mut found = Vec::new();
    for (path, text) in files("templates", &["html"]) {
        for part in text.split("page.asset(\"").skip(1) {
            let name = part.split('"').next().unwrap_or_default();
            if !known.contains(name) {
                found.push(format!("{path}: {name}"));
            }
        }
    }
    none("assets that do not exist", &found);
}

/// The words that follow a mark in a text: letters, digits, dashes.
fn marked(text: &str, mark: &str) -> BTreeSet<String> {
    let word = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>();
    let words = text.split(mark).skip(1).map(word);
    words.filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic())).collect()
}

#[test]
fn every_class_variable_and_icon_is_used() {
    let rules = |(_, text): (String, String)| -> String {
        let without_comments = text.split("/*").map(|part| part.rsplit("*/").next().unwrap_or(part).to_owned());
        without_comments.collect::<Vec<_>>().join(" ").replace(".woff2", "")
    };
    let sheets = files("static", &["css"]).into_iter().filter(|(path, _)| !path.ends_with("docs.css"));
    let css: String = sheets.map(rules).collect();
    let pages = files("templates", &["html", "svg"]).into_iter().chain(files("src", &["rs"]));
    let used: String = pages.chain(files("static/js", &["js"])).map(|(_, text)| text).collect();
    let words: BTreeSet<&str> = used.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').collect();
    let classes = marked(&css, ".").into_iter().filter(|class| !words.contains(class.as_str()));
    let variables = marked(&css, "--").into_iter().filter(|name| !css.contains(&format!("var(--{name}")));
    let icons = files("templates/icons", &["svg"]).into_iter().map(|(path, _)| path.replace("templates/", ""));
    let icons = icons.filter(|icon| !used.contains(icon.as_str()));
    let idle: Vec<String> = classes.chain(variables).chain(icons).collect();
    none("Nothing uses these", &idle);
}

#[test]
fn vendored_scripts_are_the_ones_that_were_checked() {
    let sums = fs::read_to_string(root().join("static/js/CHECKSUMS")).expect("the checksums");
    let mut checked = 0;
    for line in sums.lines().filter(|line| !line.trim().is_empty()) {
        let (sum, name) = line.split_once(char::is_whitespace).expect("a sum and a name");
        let bytes = fs::read(root().join("static/js").join(name.trim().trim_start_matches('*'))).expect("the file");
        assert_eq!(
            sum,
            cooperator::platform::session::hex(&sha2::Digest::finalize(
                <sha2::Sha256 as sha2::Digest>::new_with_prefix(bytes)
            )),
            "{name}"
        );
        checked += 1;
    }
    assert_eq!(checked, 2);
}

#[test]
fn the_documents_speak_of_the_project_alone() {
    let mut found = Vec::new();
    for name in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "docs/decisions.md",
        "docs/reporting.md",
        "counting/README.md",
    ] {
        let text = fs::read_to_string(root().join(name)).unwrap_or_default();
        assert!(!text.is_empty(), "{name} is missing");
        found.extend(
            ["../shared", "/work/"].iter().filter(|word| text.contains(**word)).map(|word| format!("{name}: {word}")),
        );
    }
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap_or_default();
    let (lines, words) = (map.lines().count(), map.split_whitespace().count());
    if lines > 150 || words > 1_500 {
        found.push(format!("ARCHITECTURE.md: {lines} lines, {words} words"));
    }
    none("documents", &found);
}
