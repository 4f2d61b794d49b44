//! What each role may do: `policy/policy.csv`, evaluated by Casbin once at start and kept as a plain table.
//!
//! A request never runs the script engine. The files can be read by a board member and changed by an operator
//! (`COOPERATOR_POLICY`); a word in them that the program does not know stops the start.

use anyhow::{Context as _, bail};
use casbin::{CoreApi, DefaultModel, Enforcer, MgmtApi, StringAdapter};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    Resident,
    Admin,
    Observer,
}

impl Role {
    pub const ALL: [Self; 3] = [Self::Resident, Self::Admin, Self::Observer];

    pub fn word(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::Admin => "admin",
            Self::Observer => "observer",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

macro_rules! permissions {
    ($($name:ident = $object:literal $action:literal),+ $(,)?) => {
        /// One act on one kind of thing, as named in the policy file.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Permission { $($name),+ }

        impl Permission {
            pub const ALL: &[Self] = &[$(Self::$name),+];

            pub fn words(self) -> (&'static str, &'static str) {
                match self { $(Self::$name => ($object, $action)),+ }
            }
        }
    };
}

permissions! {
    HomeRead = "home" "read",
    AccountOwn = "account" "own",
    ProfileOwn = "profile" "own",
    InboxOwn = "inbox" "own",
    MembersRead = "members" "read",
    MembersWrite = "members" "write",
    MembersExport = "members" "export",
    UnitsRead = "units" "read",
    UnitsWrite = "units" "write",
    ApplicationsWrite = "applications" "write",
    CommitteesRead = "committees" "read",
    ChoresRead = "chores" "read",
    ChoresOwn = "chores" "own",
    ChoresManage = "chores" "manage",
    TasksRead = "tasks" "read",
    TasksCreate = "tasks" "create",
    TasksManage = "tasks" "manage",
    RepairsRead = "repairs" "read",
    RepairsAsk = "repairs" "ask",
    RepairsManage = "repairs" "manage",
    MeetingsRead = "meetings" "read",
    MeetingsReply = "meetings" "reply",
    MeetingsPlan = "meetings" "plan",
    MeetingsManage = "meetings" "manage",
    GovernanceRead = "governance" "read",
    GovernanceManage = "governance" "manage",
    PollsRead = "polls" "read",
    PollsVote = "polls" "vote",
    PollsManage = "polls" "manage",
    CommentsWrite = "comments" "write",
    CommentsModerate = "comments" "moderate",
    ScorecardOwn = "scorecard" "own",
    HoursOwn = "hours" "own",
    HoursManage = "hours" "manage",
    ScoresRun = "scores" "run",
    FiguresRead = "figures" "read",
    ReportsMake = "reports" "make",
    AuditRead = "audit" "read",
    AccountsWrite = "accounts" "write",
    SettingsWrite = "settings" "write",
    IncidentsWrite = "incidents" "write",
    JobsManage = "jobs" "manage",
}

/// The compiled table: for each role, the permissions it has.
#[derive(Debug, Clone)]
pub struct Policy {
    granted: [Vec<Permission>; 3],
}

const MODEL: &str = include_str!("../policy/model.conf");
const POLICY: &str = include_str!("../policy/policy.csv");

impl Policy {
    /// Compiles the policy that comes with the program, or the operator's own file.
    pub async fn compile(own: Option<&std::path::Path>) -> anyhow::Result<Self> {
        let text = match own {
            Some(path) => std::fs::read_to_string(path)
                .with_context(|| format!("cannot read the policy file {}", path.display()))?,
            None => POLICY.to_owned(),
        };
        let rules: String = text
            .lines()
            .map(|line| line.split('#').next().unwrap_or_default().trim())
            .filter(|line| !line.is_empty())
            .map(|line| format!("{line}\n"))
            .collect();
        let model = DefaultModel::from_str(MODEL).await.context("policy/model.conf")?;
        let enforcer = Enforcer::new(model, StringAdapter::new(rules)).await.context("the policy file")?;
        refuse_unknown_words(&enforcer)?;
        let mut granted = [const { Vec::new() }; 3];
        for role in Role::ALL {
            for &permission in Permission::ALL {
                let (object, action) = permission.words();
                if enforcer.enforce((role.word(), object, action)).context("the policy")? {
                    granted[role as usize].push(permission);
                }
            }
        }
        Ok(Self { granted })
    }

    pub fn allows(&self, role: Role, permission: Permission) -> bool {
        self.granted[role as usize].contains(&permission)
    }
}

/// A typing error in the policy must not silently take a right away.
fn refuse_unknown_words(enforcer: &Enforcer) -> anyhow::Result<()> {
    for rule in enforcer.get_policy() {
        let [role, object, action] = rule.as_slice() else {
            bail!("a policy line needs a role, a thing and an act: {rule:?}")
        };
        if Role::parse(role).is_none() {
            bail!("the policy names an unknown role: {role}");
        }
        if !Permission::ALL.iter().any(|permission| permission.words() == (object.as_str(), action.as_str())) {
            bail!("the policy names an unknown permission: {object}, {action}");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compiled(text: &str) -> anyhow::Result<Policy> {
        let file = std::env::temp_dir().join(format!("policy-{}-{}.csv", std::process::id(), text.len()));
        std::fs::write(&file, text)?;
        let runtime = tokio::runtime::Builder::new_current_thread().build()?;
        let policy = runtime.block_on(Policy::compile(Some(&file)));
        std::fs::remove_file(&file)?;
        policy
    }

    #[test]
    fn the_shipped_policy_gives_each_role_what_it_says() {
        let policy = compiled(POLICY).expect("the shipped policy compiles");
        assert!(policy.allows(Role::Admin, Permission::PollsVote), "an admin may do what a resident may");
        assert!(!policy.allows(Role::Resident, Permission::MembersWrite));
        for &permission in Permission::ALL {
            let (object, action) = permission.words();
            let changes = !["read", "export"].contains(&action) && object != "account";
            assert!(
                !(changes && policy.allows(Role::Observer, permission)),
                "an observer changes nothing: {permission:?}"
            );
        }
    }

    #[test]
    fn an_operator_can_change_it_and_cannot_mistype_it() {
        let policy = compiled("p, observer, audit, read").expect("a small policy");
        assert!(policy.allows(Role::Observer, Permission::AuditRead));
        assert!(!policy.allows(Role::Admin, Permission::AuditRead));
        assert!(compiled("p, observer, audits, read").is_err());
        assert!(compiled("p, obsever, audit, read").is_err());
    }
}
