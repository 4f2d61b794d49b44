//! Several rows of a list, ticked for one act. The list only leads to the page of the act, which says to whom it will happen, to whom
//! not and why; the form on that page alone changes anything, and asks the same again: between the two, things may have changed.

use super::error::{Error, Result};
use super::forms::Form;

/// The most rows of one act: as many as a page of a list shows.
pub const SEVERAL_MAX: usize = 100;

/// What an act will do.
#[derive(Debug, Default)]
pub struct Plan {
    pub will: Vec<Chosen>,
    /// Whom it leaves out, and why.
    pub not: Vec<(String, String)>,
}

/// One of those an act is about, as its form sends it, and what is said of it.
#[derive(Debug)]
pub struct Chosen {
    pub value: String,
    pub name: String,
    pub detail: String,
}

/// The values that were ticked, each once: one by one under `name`, and all of a page under `all`, with commas between them.
///
/// # Errors
/// `BadRequest` when there are more than a page has.
pub fn ticked<'a>(form: &'a Form, name: &'a str) -> Result<Vec<&'a str>> {
    let all = form.all("all").flat_map(|values| values.split(','));
    let mut found = Vec::new();
    for value in form.all(name).chain(all) {
        if !value.is_empty() && !found.contains(&value) {
            found.push(value);
        }
    }
    if found.len() > SEVERAL_MAX { Err(Error::BadRequest) } else { Ok(found) }
}

/// The same where they are ids.
pub fn ids(form: &Form, name: &str) -> Result<Vec<i64>> {
    ticked(form, name)?.into_iter().map(|id| id.parse().map_err(|_| Error::BadRequest)).collect()
}

/// The list they were ticked in: one at this path.
pub fn back(form: &Form, path: &str) -> String {
    let from = form.value("from");
    let ours = from.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('?'));
    if ours { from } else { path }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_ticked_is_taken_once_and_no_more_than_a_page() {
        let form = Form::parse(b"member=3&member=1&all=1,2&member=").expect("a form");
        assert_eq!(ids(&form, "member").expect("ids"), [3, 1, 2]);
        let all = (0..=SEVERAL_MAX).map(|id| id.to_string()).collect::<Vec<_>>().join(",");
        assert!(ids(&Form::filled([("all", all)]), "member").is_err());
        assert!(ids(&Form::filled([("member", "x".to_owned())]), "member").is_err());
    }

    #[test]
    fn the_way_back_leads_nowhere_else() {
        let back = |from: &str| back(&Form::filled([("from", from.to_owned())]), "/members");
        assert_eq!(back("/members?q=a"), "/members?q=a");
        for other in ["", "//evil.example", "/membersx", "/members/1", "https://evil.example/members", "/members\\x"] {
            assert_eq!(back(other), "/members", "{other}");
        }
    }
}
