//! Durations as people type and read them: hours and minutes, kept as whole minutes.

/// Reads hours as people type them: `1.5`, `1,5`, `1h30`, `1:30`, `2 h`, `90 min`. `None` when they are unclear.
/// A fraction is rounded to the nearest minute, half up.
pub fn read(text: &str) -> Option<i32> {
    let text: String = text.to_lowercase().split_whitespace().collect();
    if let Some(count) = ["minutes", "minute", "min", "m"].iter().find_map(|unit| text.strip_suffix(unit))
        && !count.contains(HOUR_MARKS)
    {
        return digits(count);
    }
    if let Some((hours, rest)) = text.split_once(HOUR_MARKS) {
        let rest =
            ["eures", "eure", "ours", "our", "rs", "r"].iter().find_map(|end| rest.strip_prefix(end)).unwrap_or(rest);
        let rest = rest.trim_end_matches("minutes").trim_end_matches("min").trim_end_matches('m');
        let odd = if rest.is_empty() { 0 } else { digits(rest).filter(|odd| rest.len() <= 2 && *odd < 60)? };
        if odd == 0 && hours.contains(['.', ',']) {
            return fraction(hours);
        }
        return Some(digits(hours)? * 60 + odd);
    }
    fraction(&text)
}

const HOUR_MARKS: [char; 2] = ['h', ':'];

/// Whole hours, or hours with decimals.
fn fraction(text: &str) -> Option<i32> {
    if text.is_empty() {
        return None;
    }
    let (whole, decimals) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let part = i64::from(digits(decimals)?);
    let scale = 10_i64.pow(u32::try_from(decimals.len()).ok()?);
    let odd = (part * 60 * 2 + scale) / (scale * 2);
    Some(digits(if whole.is_empty() { "0" } else { whole })? * 60 + i32::try_from(odd).ok()?)
}

fn digits(text: &str) -> Option<i32> {
    let plain = !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

/// Minutes as they are shown in a field, in a form that `read` reads back.
pub fn typed(minutes: i32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, 0) => String::new(),
        (0, odd) => format!("{odd} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, odd) => format!("{hours}h{odd:02}"),
    }
}

/// Minutes as hours and minutes, exactly, in both languages: "21 h 30", "45 min", "0 h"; with a minus sign where they were taken back.
pub fn said(minutes: i64) -> String {
    let sign = if minutes < 0 { "\u{2212}" } else { "" };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (0, 0) => "0\u{a0}h".to_owned(),
        (0, rest) => format!("{sign}{rest}\u{a0}min"),
        (whole, 0) => format!("{sign}{whole}\u{a0}h"),
        (whole, rest) => format!("{sign}{whole}\u{a0}h\u{a0}{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hours_are_said_alike_everywhere() {
        let cases =
            [(0, "0 h"), (45, "45 min"), (60, "1 h"), (1_290, "21 h 30"), (-65, "\u{2212}1 h 05"), (54_000, "900 h")];
        for (minutes, words) in cases {
            assert_eq!(said(minutes).replace('\u{a0}', " "), words);
        }
        let typed = ["900", "1,5", "1h30", "90 min", "25:00", "1.333", "", "x", "99999", "-2"];
        assert_eq!(
            typed.map(read),
            [Some(54_000), Some(90), Some(90), Some(90), Some(1_500), Some(80), None, None, None, None]
        );
    }

    proptest! {
        #[test]
        fn what_a_field_shows_reads_back(minutes in 1..600_000_i32) {
            prop_assert_eq!(read(&typed(minutes)), Some(minutes));
        }

        #[test]
        fn no_words_make_it_panic(text in ".{0,12}") {
            let _ = read(&text);
        }
    }
}
