//! Somebody of the office acts for a member: what they may do so, and what they are meanwhile.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::visit::{Viewer, Waiting};
use crate::policy::{Permission, Policy, Role};

/// Somebody of the office acts for a member who has no device, for half an hour at most. Kept in the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acting {
    /// The account that acts: a session may come to belong to another one.
    pub by: i64,
    pub member_id: i64,
    pub name: String,
    pub until: DateTime<Utc>,
}

/// What can be done for a member. Votes, the account, what is shared and the inbox stay the member's own.
const ACTING_MAY: [Permission; 10] = [
    Permission::HomeRead,
    Permission::MembersRead,
    Permission::UnitsRead,
    Permission::CommitteesRead,
    Permission::TasksRead,
    Permission::TasksCreate,
    Permission::RepairsRead,
    Permission::RepairsAsk,
    Permission::FiguresRead,
    Permission::ProfileOwn,
];

impl Viewer {
    /// Whoever acts for a member sees and does what that member could, and no more.
    #[must_use]
    pub fn acting_for(self, acting: Acting) -> Self {
        Self {
            member_id: Some(acting.member_id),
            role: Role::Resident,
            waiting: Waiting::default(),
            acting: Some(acting),
            ..self
        }
    }

    pub fn may(&self, policy: &Policy, permission: Permission) -> bool {
        policy.allows(self.role, permission) && (self.acting.is_none() || ACTING_MAY.contains(&permission))
    }
}
