//! What an event may hold, and who may see it: the contract between the verb that records it and all who read it.
//!
//! Nothing is guessed from a field's name. A field that its kind does not declare is refused in tests and seen by nobody.

use crate::policy::Permission;

/// Whom a part of an event is shown to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// Whoever may read the log: the office and observers.
    Readers,
    /// Who may change the register.
    Office,
    Nobody,
}

/// How the log tells a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    AsItIs,
    /// A text with marks, see `platform/markdown`.
    WithoutMarks,
    /// Cents.
    AsMoney,
}

/// One field of the detail, at its top or within `before` and `after`.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    pub name: &'static str,
    pub sight: Sight,
    /// The family of words for its codes (`task-status-`); none where people wrote the text, or it is a number or a day.
    pub codes: Option<&'static str>,
    /// Says nothing of who somebody is: it stays when the person is erased.
    pub impersonal: bool,
    pub told: Told,
}

impl Field {
    /// A field that nobody sees, until the next words say who does.
    pub const fn of(name: &'static str) -> Self {
        Self { name, sight: Sight::Nobody, codes: None, impersonal: false, told: Told::AsItIs }
    }

    pub const fn for_readers(self) -> Self {
        Self { sight: Sight::Readers, ..self }
    }

    pub const fn for_office(self) -> Self {
        Self { sight: Sight::Office, ..self }
    }

    pub const fn codes(self, family: &'static str) -> Self {
        Self { codes: Some(family), ..self }
    }

    pub const fn impersonal(self) -> Self {
        Self { impersonal: true, ..self }
    }

    pub const fn marked(self) -> Self {
        Self { told: Told::WithoutMarks, ..self }
    }

    pub const fn money(self) -> Self {
        Self { told: Told::AsMoney, ..self }
    }
}

/// Stands for every field of an event whose fields are many and of one kind: the rules, the counts of an import.
pub const EVERY: &str = "*";

/// Fields that any event may have: in whose place the office acted, and whether a file's lines were counted.
pub const COMMON: &[Field] = &[Field::of("on_behalf_of").for_readers().impersonal()];

/// Fields that mean the same wherever they stand.
pub mod fields {
    use super::Field;

    pub const ON: Field = Field::of("on").for_readers().impersonal();
    pub const FROM: Field = Field::of("from").for_readers().impersonal();
    pub const UNTIL: Field = Field::of("until").for_readers().impersonal();
    pub const MEMBER_ID: Field = Field::of("member_id").for_readers();
    /// Another thing whose page the event changes, too, as live pages name it: `poll:12`.
    pub const ABOUT: Field = Field::of("about").impersonal();
    /// A file that somebody took away: its name, and how many lines it has.
    pub const FILE: &[Field] = &[Field::of("file").for_readers(), Field::of("lines").for_readers()];
}

/// A kind of thing that events are about.
#[derive(Debug, PartialEq, Eq)]
pub struct SubjectKind {
    /// The slice's word for it, in the singular: `task`, `poll`.
    pub word: &'static str,
    /// Where it can be seen; `{id}` is its number. None where it has no page.
    pub address: Option<&'static str>,
    /// Who may go there; whoever reads the log, if nothing is said.
    pub permission: Option<Permission>,
    /// Its name is that of a person.
    pub is_person: bool,
    /// It has no name but a day.
    pub is_day: bool,
}

impl SubjectKind {
    pub const fn at(word: &'static str, address: &'static str) -> Self {
        Self { word, address: Some(address), permission: None, is_person: false, is_day: false }
    }

    pub const fn without_page(word: &'static str) -> Self {
        Self { word, address: None, permission: None, is_person: false, is_day: false }
    }

    pub const fn only(self, permission: Permission) -> Self {
        Self { permission: Some(permission), ..self }
    }

    pub const fn day(self) -> Self {
        Self { is_day: true, ..self }
    }

    pub const fn person(self) -> Self {
        Self { is_person: true, ..self }
    }
}

/// A kind of event. Words: `event-<word>`, with hyphens.
#[derive(Debug)]
pub struct EventKind {
    /// Subject and what happened to it: `task.completed`. The same word in the log, in notices, for machines.
    pub word: &'static str,
    pub subject: &'static SubjectKind,
    pub fields: &'static [Field],
    /// Where a reader is led, if not to the subject's page.
    pub address: Option<&'static str>,
    /// While this condition on a row of `events` is true, the log shows nobody the event: who did it, read beside what is shown
    /// meanwhile, would tell more than either.
    pub kept_back: Option<&'static str>,
    /// It happens all day, and the log folds it.
    pub daily: bool,
}

impl EventKind {
    pub const fn new(word: &'static str, subject: &'static SubjectKind, fields: &'static [Field]) -> Self {
        Self { word, subject, fields, address: None, kept_back: None, daily: false }
    }

    pub const fn at(self, address: &'static str) -> Self {
        Self { address: Some(address), ..self }
    }

    pub const fn kept_back_while(self, condition: &'static str) -> Self {
        Self { kept_back: Some(condition), ..self }
    }

    pub const fn daily(self) -> Self {
        Self { daily: true, ..self }
    }

    /// The contract of a field; none where it is not declared.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        let declared = self.fields.iter().find(|field| field.name == name || field.name == EVERY);
        declared.or_else(|| COMMON.iter().find(|field| field.name == name))
    }

    /// The page that an event of this kind leads to.
    pub fn address_of(&self, subject: i64) -> Option<String> {
        self.address.or(self.subject.address).map(|address| address.replace("{id}", &subject.to_string()))
    }
}

/// The fields of a detail with their values, each side of a change and the top alike.
pub fn fields_of(detail: &serde_json::Value) -> impl Iterator<Item = (&String, &serde_json::Value)> {
    let top = detail.as_object().into_iter().flatten();
    top.flat_map(|(name, value)| match (name.as_str(), value.as_object()) {
        ("before" | "after", Some(side)) => side.iter().collect::<Vec<_>>(),
        ("before" | "after", None) => Vec::new(),
        _ => vec![(name, value)],
    })
}
/// The co-op itself: what is about all of it.
pub static COOP: SubjectKind = SubjectKind::at("coop", "/settings").only(Permission::SettingsWrite);
