//! Who asks for a thing that not everybody sees, and how a selection of such things is told who that is.
//!
//! In a selection, `{account}` and `{member}` stand for their numbers, `{today}` for the co-op's day, `{office}` for whether they see
//! all of its kind. One that has none of these is the same for everybody.

use chrono::NaiveDate;
use diesel::sql_types::Untyped;

use super::sql::{Kept, sql};
use super::visit::Viewer;
use crate::policy::{Permission, Policy, Role};

/// Somebody who asks, on a day.
#[derive(Clone, Copy)]
pub struct Asker<'a> {
    pub account: Option<i64>,
    pub member: Option<i64>,
    pub today: NaiveDate,
    policy: &'a Policy,
    rights: Rights<'a>,
}

#[derive(Clone, Copy)]
enum Rights<'a> {
    /// The program itself sees nothing by them.
    None,
    Of(&'a Viewer),
    As(Role),
}

impl<'a> Asker<'a> {
    pub fn new(viewer: Option<&'a Viewer>, policy: &'a Policy, today: NaiveDate) -> Self {
        let (account, member) = (viewer.map(|viewer| viewer.account_id), viewer.and_then(|viewer| viewer.member_id));
        Self { account, member, today, policy, rights: viewer.map_or(Rights::None, Rights::Of) }
    }

    /// Somebody who is not here: what would they see?
    pub fn absent(account: Option<i64>, member: Option<i64>, role: Role, policy: &'a Policy, today: NaiveDate) -> Self {
        Self { account, member, today, policy, rights: Rights::As(role) }
    }

    pub fn may(&self, permission: Permission) -> bool {
        match self.rights {
            Rights::None => false,
            Rights::Of(viewer) => viewer.may(self.policy, permission),
            Rights::As(role) => self.policy.allows(role, permission),
        }
    }

    /// A statement about the one thing of a selection that has this number, for them. `text` has `{things}` for the selection and `$1`
    /// for the number; `all` is the permission to see all of them, where the rest sees some.
    pub fn one<'b>(&self, text: &str, select: &str, all: Option<Permission>, id: i64) -> Kept<'b, Untyped> {
        let places = [("{account}", "$2"), ("{member}", "$3"), ("{today}", "$4"), ("{office}", "$5")];
        let select = places.iter().fold(select.to_owned(), |select, (name, place)| select.replace(name, place));
        let office = all.is_some_and(|permission| self.may(permission));
        sql(text.replace("{things}", &select)).bind((id, self.account, self.member, self.today, office))
    }
}
