//! What can be shown to everybody, block by block, and what is shown where nobody said.

use crate::figures::kinds::{self, Figure};
use crate::platform::text_enum::text_enum;

text_enum! {
    /// A block of the public pages, in the order in which they stand.
    pub enum Block {
        /// How many homes there are, and in how many somebody lives.
        Homes = "homes",
        Size = "size",
        Turnout = "turnout",
        Work = "work",
        Meetings = "meetings",
        Hours = "hours",
        Vacancies = "vacancies",
        Satisfaction = "satisfaction",
        /// What all members decided.
        Decisions = "decisions",
        /// How the board stands, without a name.
        Board = "board",
    }
}

impl Block {
    /// Whether it is shown where nobody switched it.
    pub fn at_first(self) -> bool {
        matches!(self, Self::Homes | Self::Size | Self::Turnout | Self::Work | Self::Decisions | Self::Board)
    }

    /// The figure that it is.
    pub fn figure(self) -> Option<&'static Figure> {
        kinds::of_everybody().into_iter().find(|figure| figure.name == self.word())
    }
}

/// Which blocks are shown, of those that were switched: a block and whether it is shown.
pub fn shown(switched: &[(String, bool)]) -> Vec<Block> {
    let of = |block: Block| {
        let said = switched.iter().find(|(word, _)| word == block.word());
        said.map_or(block.at_first(), |(_, shown)| *shown)
    };
    Block::ALL.into_iter().map(|(_, block)| block).filter(|block| of(*block)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_switched_is_as_it_begins() {
        let said = [("hours".to_owned(), true), ("board".to_owned(), false), ("gone".to_owned(), true)];
        let shown = shown(&said);
        assert!(shown.contains(&Block::Hours) && shown.contains(&Block::Homes) && !shown.contains(&Block::Board));
    }

    #[test]
    fn every_figure_that_everybody_may_see_is_a_block() {
        for figure in kinds::of_everybody() {
            assert!(Block::parse(figure.name).is_some(), "{}", figure.name);
        }
    }
}
