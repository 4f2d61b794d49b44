//! The rules of work days: how the jobs of one are written, one a line.
//!
//! Pure: values in, values out.

use crate::tasks::rules::{self as tasks, minutes};

/// The most jobs of one work day.
pub const JOBS_MAX: usize = 60;
/// The most people of one job.
pub const PLACES_MAX: i32 = 200;
/// The longest name of a work day or of its place, in letters.
pub const LINE_MAX: usize = 200;
/// The longest notes, in letters.
pub const NOTES_MAX: usize = 8_000;

/// A job as a line says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub title: String,
    /// How many people, where it says so: at least, if it says that too, and at most.
    pub places: Option<(Option<i32>, i32)>,
    pub minutes: Option<i32>,
}

/// Reads a line as people type or paste it: `Rake the leaves; 2-4; 1h30`. After the job, people and hours may be left out; a tab is
/// read as a semicolon.
///
/// # Errors
/// The words of what is wrong with it.
pub fn line(text: &str) -> Result<Line, &'static str> {
    let mut parts = text.split([';', '\t']).map(str::trim);
    let title = parts.next().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() {
        return Err("wrong-job-title");
    }
    if title.chars().count() > tasks::TITLE_MAX {
        return Err("wrong-job-long");
    }
    let typed = |part: Option<&str>| part.map(str::to_owned).filter(|part| !part.is_empty());
    let (people, hours) = (typed(parts.next()), typed(parts.next()));
    if parts.any(|part| !part.is_empty()) {
        return Err("wrong-job-parts");
    }
    let places = people.map(|people| places(&people).ok_or("wrong-job-places")).transpose()?;
    let minutes = hours.map(|hours| minutes(&hours).ok_or("wrong-job-hours")).transpose()?;
    Ok(Line { title, places, minutes })
}

/// "4", "2-4", "2 to 4", « 2 à 4 ».
fn places(text: &str) -> Option<(Option<i32>, i32)> {
    let between: String = text.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).collect();
    let numbers: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let number = |text: &str| text.parse().ok().filter(|number| (1..=PLACES_MAX).contains(number));
    match (numbers.as_slice(), between.to_lowercase().as_str()) {
        ([most], "") => Some((None, number(most)?)),
        ([least, most], "-" | "–" | "—" | "to" | "à") => {
            let (least, most) = (number(least)?, number(most)?);
            (least <= most).then_some((Some(least), most))
        }
        _ => None,
    }
}

/// How many more people a job needs.
pub fn missing(least: Option<i32>, taken: usize) -> i32 {
    (least.unwrap_or(0) - i32::try_from(taken).unwrap_or(i32::MAX)).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_says_the_job_and_what_else_it_likes() {
        let read = |text: &str| line(text).map(|line| (line.title, line.places, line.minutes));
        let job = |title: &str, places, minutes| Ok((title.to_owned(), places, minutes));
        assert_eq!(read("Rake  the leaves"), job("Rake the leaves", None, None));
        assert_eq!(read("Rake; 4"), job("Rake", Some((None, 4)), None));
        assert_eq!(read("Rake; 2-4; 1h30"), job("Rake", Some((Some(2), 4)), Some(90)));
        assert_eq!(read("Ratisser\t2 à 4\t1,5"), job("Ratisser", Some((Some(2), 4)), Some(90)));
        assert_eq!(read("Rake;;2 h;"), job("Rake", None, Some(120)));
        assert_eq!(read("Salt, sand and shovels; 1 to 1"), job("Salt, sand and shovels", Some((Some(1), 1)), None));
        for (wrong, key) in [
            ("; 4", "wrong-job-title"),
            ("Rake; 4-2", "wrong-job-places"),
            ("Rake; 0", "wrong-job-places"),
            ("Rake; 201", "wrong-job-places"),
            ("Rake; 2 4", "wrong-job-places"),
            ("Rake; many", "wrong-job-places"),
            ("Rake; 99999999999", "wrong-job-places"),
            ("Rake; 2; soon", "wrong-job-hours"),
            ("Rake; 2; 1h; Odette", "wrong-job-parts"),
        ] {
            assert_eq!(line(wrong), Err(key), "{wrong}");
        }
        assert_eq!(line(&"x".repeat(201)), Err("wrong-job-long"));
    }

    proptest! {
        #[test]
        fn no_line_makes_it_panic_and_what_it_needs_fits(text in "\\PC{0,40}") {
            if let Ok(Line { places: Some((least, most)), .. }) = line(&text) {
                prop_assert!((1..=PLACES_MAX).contains(&most) && least.is_none_or(|least| (1..=most).contains(&least)));
            }
        }

        #[test]
        fn nobody_is_missing_once_enough_came(least in proptest::option::of(1..200i32), taken in 0..300usize) {
            let more = missing(least, taken);
            prop_assert!(more >= 0);
            prop_assert_eq!(more == 0, least.is_none_or(|least| least as usize <= taken));
        }
    }
}
