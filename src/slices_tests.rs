//! What the slices declare: whole, each thing once, and with words in both languages.

use std::collections::{BTreeMap, BTreeSet};

use super::ALL;
use crate::platform::i18n::Lang;
use crate::platform::slice::tables;
use crate::transparency::pages::audit::words_key;

/// What is there twice.
fn twice<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    words.filter(|word| !seen.insert(*word)).collect()
}

#[test]
fn every_kind_is_declared_once() {
    assert_eq!(twice(ALL.iter().map(|slice| slice.name)), [""; 0]);
    assert_eq!(twice(ALL.iter().flat_map(|slice| slice.events).map(|kind| kind.word)), [""; 0]);
    assert_eq!(twice(ALL.iter().flat_map(|slice| slice.notices).map(|kind| kind.word)), [""; 0]);
    assert_eq!(twice(ALL.iter().flat_map(|slice| slice.jobs).map(|kind| kind.name)), [""; 0]);
    assert_eq!(twice(ALL.iter().flat_map(|slice| slice.readers).map(|reader| reader.name)), [""; 0]);
    assert_eq!(twice(ALL.iter().flat_map(|slice| slice.scopes).map(|scope| scope.word)), [""; 0]);
    assert_eq!(twice(ALL.iter().flat_map(|slice| slice.navigation).map(|entry| entry.name)), [""; 0]);
    assert_eq!(twice(ALL.iter().flat_map(|slice| slice.due).map(|due| due.kind)), [""; 0]);
    assert_eq!(twice(tables(ALL).map(|table| table.name)), [""; 0]);
    assert_eq!(
        twice(tables(ALL).flat_map(super::super::platform::person::Table::parts).map(|part| part.name)),
        [""; 0]
    );
    assert_eq!(twice(ALL.iter().flat_map(|slice| slice.retained).map(|kept| kept.name)), [""; 0]);
    assert_eq!(twice(ALL.iter().flat_map(|slice| slice.departure).map(|hanging| hanging.name)), [""; 0]);
}

/// A kind that is written down beside the declaration and not in it would be a kind that nobody can read.
#[test]
fn what_a_slice_writes_down_is_in_its_declaration() {
    for slice in ALL {
        let folder = format!("{}/src/{}/slice", env!("CARGO_MANIFEST_DIR"), slice.name);
        let mut text = std::fs::read_to_string(format!("{folder}.rs")).expect("the declaration");
        for part in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            text += &std::fs::read_to_string(part.path()).expect("a part of it");
        }
        let count = |what: &str| text.matches(&format!(": {what} =")).count();
        assert_eq!(count("EventKind"), slice.events.len(), "events of {}", slice.name);
        assert_eq!(count("NoticeKind"), slice.notices.len(), "notices of {}", slice.name);
        assert!(count("JobKind") <= slice.jobs.len(), "jobs of {}", slice.name);
    }
}

/// The names of all words of a language.
fn keys(language: &str) -> BTreeSet<String> {
    let folder = format!("{}/locales/{language}", env!("CARGO_MANIFEST_DIR"));
    let files = std::fs::read_dir(folder).expect("the words").flatten();
    let texts = files.map(|file| std::fs::read_to_string(file.path()).expect("words"));
    let lines: Vec<String> = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    lines.iter().filter_map(|line| Some(line.split_once(" =")?.0.to_owned())).collect()
}

#[test]
fn whatever_is_declared_has_words_in_both_languages() {
    let known = Lang::ALL.map(|lang| keys(lang.code()));
    let mut missing: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut must = |slice: &'static str, key: String| {
        if !known.iter().all(|keys| keys.contains(&key)) {
            missing.entry(slice).or_default().push(key);
        }
    };
    for slice in ALL {
        for kind in slice.events {
            must(slice.name, words_key(kind.word));
            must(slice.name, format!("audit-about-{}", kind.subject.word.replace('_', "-")));
        }
        for kind in slice.notices {
            for part in ["", "-help", "-line", "-subject"] {
                must(slice.name, format!("notice-{}{part}", kind.word.replace('_', "-")));
            }
        }
        for entry in slice.navigation {
            must(slice.name, format!("nav-{}", entry.name));
            must(slice.name, format!("nav-help-{}", entry.name));
        }
        for job in slice.jobs {
            must(slice.name, format!("work-{}", job.name.replace(['.', '_'], "-")));
        }
        for attention in slice.attention {
            must(slice.name, format!("attention-{}", attention.name));
            must(slice.name, format!("attention-{}-act", attention.name));
        }
        for due in slice.due {
            must(slice.name, format!("due-{}", due.kind));
            must(slice.name, format!("due-{}-who", due.kind));
        }
        for searched in slice.searched {
            must(slice.name, format!("search-{}", searched.name));
        }
        for step in slice.beginning {
            must(slice.name, format!("begin-{}", step.name));
        }
        for tab in slice.settings {
            must(slice.name, tab.title.to_owned());
        }
        for part in slice.tables.iter().flat_map(super::super::platform::person::Table::parts) {
            must(slice.name, format!("everything-{}", part.name));
        }
        for kept in slice.retained {
            must(slice.name, format!("kept-{}", kept.name));
            must(slice.name, format!("kept-{}-for", kept.name));
        }
        for obstacle in slice.obstacles {
            must(slice.name, obstacle.words.to_owned());
        }
        for obstacle in slice.keeps_here {
            must(slice.name, obstacle.words.to_owned());
        }
        for hanging in slice.departure {
            must(slice.name, format!("departure-{}", hanging.name));
            if hanging.fate.verbs().is_some() {
                must(slice.name, format!("departure-{}-lost", hanging.name));
            }
        }
        for scope in slice.scopes {
            must(slice.name, format!("scope-{}", scope.word.replace(':', "-")));
        }
    }
    assert!(missing.is_empty(), "no words for {missing:#?}");
}

/// Where something waits, an entry of the navigation or a tool of the page shows it.
#[test]
fn what_waits_is_shown_somewhere() {
    for waits in ALL.iter().filter_map(|slice| slice.waits.as_ref()) {
        let in_navigation = ALL.iter().flat_map(|slice| slice.navigation).any(|entry| entry.name == waits.entry);
        assert!(in_navigation || waits.entry == "inbox", "{}", waits.entry);
    }
}
