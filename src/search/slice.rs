//! What the rest of the program needs to know of the search: nothing yet.

use crate::platform::slice::Slice;

pub static SLICE: Slice = Slice { ..Slice::named("search") };
