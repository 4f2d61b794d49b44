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
