//! What the rest of the program needs to know of privacy: what is kept of people, why and how long.

use crate::platform::slice::Slice;

pub static SLICE: Slice = Slice { ..Slice::named("privacy") };
