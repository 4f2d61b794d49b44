//! Exact numbers in files: `12`, `0.5`, `1/3`. Never through a float.

use num_bigint::BigInt;
use num_rational::{BigRational, Ratio};
use num_traits::Zero as _;

use crate::contest::POINT;

/// Characters of a number in a file at most.
const NUMBER_CHARS_MAX: usize = 40;

/// A number of zero or more, as decimals or as a fraction.
pub(super) fn amount(text: &str) -> Option<BigRational> {
    if text.len() > NUMBER_CHARS_MAX {
        return None;
    }
    if let Some((numerator, denominator)) = text.split_once('/') {
        let denominator = digits(denominator).filter(|denominator| !denominator.is_zero())?;
        return Some(BigRational::new(digits(numerator)?, denominator));
    }
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let places = u32::try_from(part.len()).ok()?;
    let units = digits(&format!("{whole}{part}"))?;
    Some(BigRational::new(units, BigInt::from(10).pow(places)))
}

/// A weight above zero.
pub(super) fn weight(text: &str) -> Option<Ratio<u64>> {
    if let Ok(whole) = text.parse::<u64>() {
        return (whole > 0 && !text.starts_with('+')).then(|| Ratio::from_integer(whole));
    }
    let exact = amount(text)?;
    let ratio = Ratio::new(u64::try_from(exact.numer()).ok()?, u64::try_from(exact.denom()).ok()?);
    (!ratio.is_zero()).then_some(ratio)
}

/// Points, with at most six decimals, in millionths.
pub(super) fn points(text: &str) -> Option<i64> {
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |text| (-1, text));
    let millionths = amount(text)? * BigInt::from(POINT);
    let millionths = millionths.is_integer().then(|| millionths.to_integer())?;
    i64::try_from(millionths).ok().filter(|units| *units <= i64::from(u32::MAX) * POINT).map(|units| sign * units)
}

/// Millionths as points are written.
pub(super) fn points_text(millionths: i64) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let (whole, part) =
        (millionths.unsigned_abs() / POINT.unsigned_abs(), millionths.unsigned_abs() % POINT.unsigned_abs());
    let part = format!("{part:06}");
    match part.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        part => format!("{sign}{whole}.{part}"),
    }
}

/// Digits only, at least one.
fn digits(text: &str) -> Option<BigInt> {
    let all_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    all_digits.then(|| text.parse().ok()).flatten()
}
