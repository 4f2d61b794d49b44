//! Consent to notices by mail: each member's own, dated, for one address, and taken back as easily as given. Without it a notice is
//! given on paper (many by-laws and acts ask for consent that names the address). Who writes from another address since has not
//! agreed to that one.

use chrono::{DateTime, Utc};
use diesel::PgConnection;
use serde_json::json;

use super::{slice, store};
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::sql::row;
use crate::platform::visit::Act;
use crate::policy::Permission;

row! {
    /// A member, the address in the register, and what they agreed to.
    #[derive(Debug, Clone)]
    pub struct Consent {
        pub member_id: i64,
        pub name: String,
        /// Empty where none is known.
        pub address: String,
        /// What they agreed to be written at; none where they did not.
        pub agreed: Option<String>,
        pub given_at: Option<DateTime<Utc>>,
    }
}

impl Consent {
    /// Whether notices go by mail.
    pub fn holds(&self) -> bool {
        !self.address.is_empty() && self.agreed.as_ref() == Some(&self.address)
    }
}

/// Of all who belong to the co-op today, by name.
pub fn list(conn: &mut PgConnection, today: chrono::NaiveDate) -> Result<Vec<Consent>> {
    store::consents::list(conn, None, today)
}

/// Of one member.
///
/// # Errors
/// `NotFound`.
pub fn of(conn: &mut PgConnection, member: i64, today: chrono::NaiveDate) -> Result<Consent> {
    store::consents::list(conn, Some(member), today)?.pop().ok_or(Error::NotFound)
}

/// Agrees to notices by mail, or takes that back: for oneself, or for a member who signed a paper, by whoever keeps the register.
///
/// # Errors
/// `Forbidden`; `NotFound`; `Invalid` on `consent` where no address is known.
pub fn set(act: &mut Act<'_>, member: i64, agrees: bool) -> Result<()> {
    let own = act.viewer.is_some_and(|viewer| viewer.member_id == Some(member));
    if !own && act.viewer.is_some() && !act.may(Permission::MeetingsManage) {
        return Err(Error::Forbidden);
    }
    let today = act.today();
    let consent = of(act.conn, member, today)?;
    if agrees && consent.address.is_empty() {
        return Err(Error::field("consent", "wrong-consent-address"));
    }
    let by = act.viewer.map(|viewer| viewer.account_id);
    let changed = match (agrees, consent.holds()) {
        (true, true) => false,
        (true, false) => {
            store::consents::withdraw(act.conn, member, by, act.now)?;
            store::consents::give(act.conn, member, &consent.address, by, act.now)?;
            true
        }
        (false, _) => store::consents::withdraw(act.conn, member, by, act.now)?,
    };
    if changed {
        let subject = Subject { id: member, name: consent.name };
        events::record(act, &slice::NOTICES_AGREED, &subject, json!({ "after": { "consent": agrees } }))?;
    }
    Ok(())
}

/// The name of a member, for who may agree for them.
///
/// # Errors
/// `NotFound`.
pub fn name(conn: &mut PgConnection, member: i64) -> Result<String> {
    members::name(conn, member)
}
