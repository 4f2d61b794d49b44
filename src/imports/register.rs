//! Finding the member that a row is about, and what the row would change of them. Pure.

use std::collections::{BTreeSet, HashMap};

use super::cells::home_key;
use super::columns::{Column, Slot, folded};
use super::rules::{Change, Entry, Problem, Verdict};
use crate::members::{Known, Status};
use crate::platform::phone;

/// How many phones somebody may have beside the first one.
pub const PHONES_MAX: usize = 3;

/// The register, ready to be looked things up in.
pub struct Register<'a> {
    known: &'a [Known],
    by_number: HashMap<&'a str, usize>,
    by_name: HashMap<String, Vec<usize>>,
}

fn name_of(known: &Known) -> String {
    folded(&format!("{} {}", known.given_name, known.family_name))
}

/// The row without what it says of another entry that became this member's: that is known, and theirs no more.
pub fn as_known(member: &Known, entry: &Entry) -> Entry {
    let mut own = entry.clone();
    for also in member.also() {
        if own.number.as_deref() == Some(also.number) {
            own.number = None;
        }
        if own.email.is_some() && own.email.as_deref() == also.email {
            own.email = None;
        }
        if folded(&own.name()) == folded(&format!("{} {}", also.given_name, also.family_name)) {
            own.given_name.clone_from(&member.given_name);
            own.family_name.clone_from(&member.family_name);
        }
    }
    own
}

impl<'a> Register<'a> {
    pub fn of(known: &'a [Known]) -> Self {
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, member) in known.iter().enumerate() {
            let also = member.also().map(|also| folded(&format!("{} {}", also.given_name, also.family_name)));
            for name in [name_of(member)].into_iter().chain(also).collect::<BTreeSet<_>>() {
                by_name.entry(name).or_default().push(at);
            }
        }
        Self {
            known,
            by_number: known
                .iter()
                .enumerate()
                .flat_map(|(at, member)| {
                    let also = member.also().map(|also| also.number);
                    also.chain([member.number.as_str()]).map(move |number| (number, at))
                })
                .collect(),
            by_name,
        }
    }

    /// By number; else by e-mail and name; a name alone only makes one ask.
    pub fn verdict(&self, entry: &Entry, answer: Option<bool>) -> Result<Verdict, Problem> {
        if let Some(at) = entry.number.as_deref().and_then(|number| self.by_number.get(number)).copied() {
            let member = &self.known[at];
            let entry = &as_known(member, entry);
            let same_part = folded(&member.given_name) == folded(&entry.given_name)
                || folded(&member.family_name) == folded(&entry.family_name)
                || name_of(member) == folded(&entry.name());
            if same_part {
                return self.about(at, entry);
            }
            let value = entry.number.clone().unwrap_or_default();
            return Err(problem(Column::Number, value, "import-number-taken"));
        }
        let named: &[usize] = self.by_name.get(&folded(&entry.name())).map_or(&[], Vec::as_slice);
        let by_email = named.iter().find(|at| {
            let member = &self.known[**at];
            let also = member.also().filter_map(|also| also.email);
            entry
                .email
                .as_deref()
                .is_some_and(|email| member.email.as_deref().into_iter().chain(also).any(|own| own == email))
        });
        if let Some(at) = by_email {
            return self.about(*at, entry);
        }
        let lives_there = |at: &&usize| {
            self.known[**at]
                .units
                .iter()
                .any(|label| entry.units.iter().any(|other| home_key(other) == home_key(label)))
        };
        match (named.iter().find(lives_there).or(named.first()), answer) {
            (Some(at), Some(true)) => self.about(*at, entry),
            (Some(at), None) => Ok(match self.about(*at, entry)? {
                Verdict::Changed(at, changes) => Verdict::Duplicate(at, changes),
                Verdict::Same(at) => Verdict::Duplicate(at, Vec::new()),
                other => other,
            }),
            (Some(_), Some(false)) | (None, _) => Ok(Verdict::New),
        }
    }

    fn about(&self, at: usize, entry: &Entry) -> Result<Verdict, Problem> {
        let member = &self.known[at];
        let entry = &as_known(member, &entry.own());
        if let (Some(joined), Some(changed)) = (entry.joined_on, member.changed_on)
            && joined >= changed
            && joined != member.joined_on
        {
            let value = joined.to_string();
            return Err(problem(Column::JoinedOn, value, "import-joined-late"));
        }
        let changes = changes(member, entry);
        Ok(if changes.is_empty() { Verdict::Same(at) } else { Verdict::Changed(at, changes) })
    }
}

fn problem(column: Column, value: String, wrong: &'static str) -> Problem {
    Problem { slot: Slot::first(column), at: None, value, wrong, other: None, proposal: None }
}

/// What a row would change of a member.
fn changes(member: &Known, entry: &Entry) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut compare = |column, old: &str, new: &str| {
        if old != new {
            changes.push(Change { column, old: old.to_owned(), new: new.to_owned() });
        }
    };
    let given = |new: &Option<String>, old: &str| new.clone().unwrap_or_else(|| old.to_owned());
    let (email, phone) = (member.email.as_deref().unwrap_or_default(), member.phone.as_deref().unwrap_or_default());
    compare(Column::Number, &member.number, &given(&entry.number, &member.number));
    compare(Column::GivenName, &member.given_name, spelled(&member.given_name, &entry.given_name));
    compare(Column::FamilyName, &member.family_name, spelled(&member.family_name, &entry.family_name));
    compare(Column::Email, email, &given(&entry.email, email));
    // The same number written in another way is no change.
    let same = entry.phone.is_none() || entry.phone == phone::read(phone);
    let first = if same { phone } else { entry.phone.as_deref().unwrap_or_default() };
    let further = further_phones(member, entry);
    if !same || !further.is_empty() {
        let all = |first: &str, further: &[String]| {
            [&[first.to_owned()], member.more_phones.as_slice(), further].concat().join("; ")
        };
        compare(Column::Phone, &all(phone, &[]), &all(first, &further));
    }
    if let Some(joined) = entry.joined_on {
        compare(Column::JoinedOn, &member.joined_on.to_string(), &joined.to_string());
    }
    if let Some(status) = entry.status {
        compare(Column::Status, &member.status, status.word());
    }
    if let Some(language) = entry.language {
        compare(Column::Language, &member.language, language.code());
    }
    let leaves = entry.status.or_else(|| Status::parse(&member.status)) == Some(Status::Former);
    if !entry.units.is_empty() && !leaves && !same_set(&member.units, &entry.units) {
        compare(Column::Unit, &member.units.join("; "), &entry.units.join("; "));
    }
    let added = added(&member.committee_names, &entry.committees);
    if !added.is_empty() && !leaves {
        let all = [member.committees.as_slice(), &added].concat();
        compare(Column::Committees, &member.committees.join("; "), &all.join("; "));
    }
    changes
}

/// The phones of a row beside the first one that are not known yet, as far as there is room for them.
pub fn further_phones(member: &Known, entry: &Entry) -> Vec<String> {
    let known: Vec<String> = member
        .phone
        .iter()
        .chain(&member.more_phones)
        .map(|number| phone::read(number).unwrap_or_else(|| number.clone()))
        .collect();
    let room = PHONES_MAX.saturating_sub(member.more_phones.len());
    entry.more_phones.iter().filter(|number| !known.contains(number)).take(room).cloned().collect()
}

/// A name as it will be spelled: as it is known, where the file only drops accents or changes capitals.
pub fn spelled<'a>(known: &'a str, said: &'a str) -> &'a str {
    if said.is_empty() || folded(said) == folded(known) { known } else { said }
}

/// Whether two lists name the same homes.
fn same_set(one: &[String], other: &[String]) -> bool {
    let sorted = |list: &[String]| {
        let mut list: Vec<String> = list.iter().map(|value| home_key(value)).collect();
        list.sort();
        list
    };
    sorted(one) == sorted(other)
}

/// Which of the homes in `wanted` are not among those.
pub fn other_homes(there: &[String], wanted: &[String]) -> Vec<String> {
    wanted.iter().filter(|new| !there.iter().any(|old| home_key(old) == home_key(new))).cloned().collect()
}

/// What of `wanted` is not there yet.
pub fn added(there: &[String], wanted: &[String]) -> Vec<String> {
    wanted.iter().filter(|new| !there.iter().any(|old| folded(old) == folded(new))).cloned().collect()
}
