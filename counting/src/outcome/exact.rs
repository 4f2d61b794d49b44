//! An exact number as text, where an outcome is stored: `7`, `1/3`.

use num_rational::BigRational;
use serde::{Deserialize as _, Deserializer, Serializer, de::Error};

pub fn serialize<S: Serializer>(value: &BigRational, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&value.to_string())
}

pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<BigRational, D::Error> {
    String::deserialize(from)?.parse().map_err(D::Error::custom)
}
