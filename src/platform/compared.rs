//! Two texts beside each other, word by word: what stayed, what is gone, what is new.

use std::time::Duration;

use similar::{ChangeTag, TextDiff};

/// Long texts that have little in common are compared more roughly after this time.
const TIMEOUT: Duration = Duration::from_millis(200);

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Same(String),
    Gone(String),
    New(String),
}

/// What of `before` became `after`. A gap between two words that changed belongs to the change: whole phrases read better.
pub fn compared(before: &str, after: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut gone, mut new, mut gap) = (String::new(), String::new(), String::new());
    for change in TextDiff::configure().timeout(TIMEOUT).diff_words(before, after).iter_all_changes() {
        let said = change.value();
        let changing = !gone.is_empty() || !new.is_empty();
        match change.tag() {
            ChangeTag::Equal if changing && said.trim().is_empty() => gap.push_str(said),
            ChangeTag::Equal => {
                flush(&mut pieces, [&mut gone, &mut new, &mut gap]);
                same(&mut pieces, said);
            }
            tag => {
                let gap = std::mem::take(&mut gap);
                gone += &gap;
                new += &gap;
                if tag == ChangeTag::Delete { &mut gone } else { &mut new }.push_str(said);
            }
        }
    }
    flush(&mut pieces, [&mut gone, &mut new, &mut gap]);
    pieces
}

/// Words that stay beside a change, of a long text.
const BESIDE: usize = 60;

/// The changes of two texts with what stands beside them: what stays and is long is cut short.
pub fn excerpts(before: &str, after: &str) -> Vec<Piece> {
    let pieces = compared(before, after);
    let last = pieces.len().saturating_sub(1);
    let shortened = |(at, piece): (usize, Piece)| match piece {
        Piece::Same(text) => Piece::Same(shortened(&text, at > 0, at < last)),
        changed => changed,
    };
    pieces.into_iter().enumerate().map(shortened).collect()
}

/// The beginning of a text, its end, or both, as far as they stand beside something.
fn shortened(text: &str, from_start: bool, to_end: bool) -> String {
    let all: Vec<char> = text.chars().collect();
    if all.len() <= 2 * BESIDE {
        return text.to_owned();
    }
    let part = |some: &[char]| some.iter().collect::<String>();
    let start = if from_start { part(&all[..BESIDE]) } else { String::new() };
    let end = if to_end { part(&all[all.len() - BESIDE..]) } else { String::new() };
    format!("{start} … {end}")
}

fn flush(pieces: &mut Vec<Piece>, [gone, new, gap]: [&mut String; 3]) {
    let (gone, new, gap) = (std::mem::take(gone), std::mem::take(new), std::mem::take(gap));
    pieces.extend((!gone.is_empty()).then_some(Piece::Gone(gone)));
    pieces.extend((!new.is_empty()).then_some(Piece::New(new)));
    same(pieces, &gap);
}

fn same(pieces: &mut Vec<Piece>, said: &str) {
    match pieces.last_mut() {
        _ if said.is_empty() => {}
        Some(Piece::Same(text)) => text.push_str(said),
        _ => pieces.push(Piece::Same(said.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_compared_and_not_letters() {
        let pieces = compared("The roof is old.", "The roof was old.");
        let texts = |text: &str| text.to_owned();
        assert_eq!(
            pieces,
            [
                Piece::Same(texts("The roof ")),
                Piece::Gone(texts("is")),
                Piece::New(texts("was")),
                Piece::Same(texts(" old.")),
            ]
        );
    }

    #[test]
    fn a_phrase_that_changed_stays_together() {
        let pieces = compared("A secret draft.", "It leaks here");
        assert_eq!(pieces, [Piece::Gone("A secret draft.".to_owned()), Piece::New("It leaks here".to_owned())]);
        assert_eq!(compared("", ""), []);
    }

    #[test]
    fn of_a_long_text_what_stands_beside_the_change_is_enough() {
        let long = "so ".repeat(200);
        let [before, after] = ["is", "was"].map(|word| format!("{long}{word} {long}"));
        let pieces = excerpts(&before, &after);
        let [Piece::Same(start), Piece::Gone(_), Piece::New(_), Piece::Same(end)] = pieces.as_slice() else {
            panic!("{pieces:?}")
        };
        assert!(start.starts_with(" … ") && end.ends_with(" … "), "{start}|{end}");
        assert!([start, end].iter().all(|text| text.chars().count() < 100));
        assert_eq!(excerpts("It is old.", "It was old."), compared("It is old.", "It was old."));
    }

    proptest! {
        #[test]
        fn either_text_can_be_read_out_of_it(before in "[a-c \n]{0,40}", after in "[a-c \n]{0,40}") {
            let pieces = compared(&before, &after);
            let read = |old: bool| -> String {
                pieces.iter().map(|piece| match piece {
                    Piece::Same(text) => text.as_str(),
                    Piece::Gone(text) => if old { text } else { "" },
                    Piece::New(text) => if old { "" } else { text },
                }).collect()
            };
            prop_assert_eq!(read(true), before);
            prop_assert_eq!(read(false), after);
        }
    }
}
