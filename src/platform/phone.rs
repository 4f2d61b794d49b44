//! Phone numbers: one form in which each is kept, whether it was typed or imported, so that the same number is found and met again.
//!
//! Ten digits are one of North America (country code 1, which is left out); what else there is stays as it was typed.

/// A phone number as it is kept: `819 555-0142`, `819 555-0142 x12`; one from elsewhere as it was typed. `None` when it is none.
pub fn read(text: &str) -> Option<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if is_date(&line) {
        return None;
    }
    let lower = line.to_lowercase();
    let cut = ["poste", "ext.", "ext", "x", "#"].iter().filter_map(|word| lower.find(word)).min();
    let (main, extension) = line.split_at_checked(cut.unwrap_or(line.len())).unwrap_or((&line, ""));
    let digits_of = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (digits, extension) = (digits_of(main), digits_of(extension));
    let usual = main.chars().all(|c| c.is_ascii_digit() || " +-.()\u{a0}/".contains(c));
    if !usual || !(7..=15).contains(&digits.len()) || extension.len() > 6 || cut.is_some() && extension.is_empty() {
        return None;
    }
    let abroad = main.trim_start().starts_with('+') && !digits.starts_with('1') || main.trim_start().starts_with("00");
    let local = digits.strip_prefix('1').filter(|rest| rest.len() == 10).unwrap_or(&digits);
    let kept = match local.len() {
        10 if !abroad => format!("{} {}-{}", &local[..3], &local[3..6], &local[6..]),
        7 if !abroad => format!("{}-{}", &local[..3], &local[3..]),
        _ => main.trim().to_owned(),
    };
    Some(if extension.is_empty() { kept } else { format!("{kept} x{extension}") })
}

/// 1980-05-06, 24.01.1985: a date has as many digits as some telephones, and is none.
fn is_date(line: &str) -> bool {
    let groups: Vec<&str> = line.split(['-', '.', '/']).collect();
    let digits = |group: &&str| group.bytes().all(|b| b.is_ascii_digit());
    let lengths: Vec<usize> = groups.iter().filter(|group| digits(group)).map(|group| group.len()).collect();
    groups.len() == 3 && matches!(lengths.as_slice(), [4, 1 | 2, 1 | 2] | [1 | 2, 1 | 2, 4])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_kept_in_one_form() {
        for text in ["+1 613 555-0194", "613.555.0194", "(613) 555-0194", "6135550194", "1-613-555-0194"] {
            assert_eq!(read(text).as_deref(), Some("613 555-0194"), "{text}");
        }
        assert_eq!(read("613 555-0194 poste 12").as_deref(), Some("613 555-0194 x12"));
        assert_eq!(read("+44 20 7946 0958").as_deref(), Some("+44 20 7946 0958"));
        for text in [
            "12",
            "call me",
            "613 555-0194 or 819 555-0142",
            "613-555-0194 / 819-555-0142",
            "1980-05-06",
            "24.01.1985",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_kept_reads_the_same(text in "[0-9 +().x/-]{0,24}") {
            if let Some(kept) = read(&text) {
                prop_assert_eq!(read(&kept), Some(kept.clone()));
            }
        }
    }
}
