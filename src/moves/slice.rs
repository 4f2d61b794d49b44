//! What the rest of the program needs to know of moves: a household changes homes.

use crate::platform::slice::Slice;

pub static SLICE: Slice = Slice { ..Slice::named("moves") };
