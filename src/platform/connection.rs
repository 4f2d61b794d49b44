//! One connection to the database: how it is made, what it is set to, when it is fit to be used again.
//!
//! It runs as the role `cooperator_app`. A server that is gone without a word (a cable, a firewall that forgot the connection) must
//! not be waited for as long as the kernel would, so the address gets time-outs where the operator set none. On a Unix socket libpq
//! heeds only the first of them: there the kernel knows when the other end is gone.

use std::time::{Duration, Instant};

use diesel::connection::{AnsiTransactionManager, SimpleConnection as _, TransactionManager as _};
use diesel::prelude::*;
use diesel::r2d2::ManageConnection;
use diesel::sql_types::Text;

use super::allowance::{Limits, REQUEST};
use super::db::CoopId;

#[cfg(test)]
pub use counting::Statements;

/// The role that answers requests. The migrations make it.
pub const APP_ROLE: &str = "cooperator_app";
const PING: &str = "select 1";
/// A connection that did its work this short a time ago is handed out again without asking whether it still answers.
const TRUSTED: Duration = Duration::from_secs(1);
/// Seconds for a connection to be made; one that is silent for 5 s is asked twice, 2 s apart, and is dead then; and so is one whose
/// bytes are not taken for 5,000 ms.
const PATIENCE: [(&str, &str); 5] = [
    ("connect_timeout", "2"),
    ("keepalives_idle", "5"),
    ("keepalives_interval", "2"),
    ("keepalives_count", "2"),
    ("tcp_user_timeout", "5000"),
];

/// A connection, the co-op it is set to, and what it was told to allow.
pub struct Scoped {
    pub conn: PgConnection,
    set_to: Option<(Option<CoopId>, Limits)>,
    /// When it last did its work; `None` when that failed for want of the database.
    pub answered: Option<Instant>,
    /// Its work took longer than anybody waited for it.
    pub late: bool,
}

impl Scoped {
    /// Ties the connection to a co-op and tells the database what to allow, in one question, unless it is so already.
    pub fn set(&mut self, coop: Option<CoopId>, limits: Limits) -> QueryResult<()> {
        if self.set_to == Some((coop, limits)) {
            return Ok(());
        }
        self.set_to = None;
        diesel::sql_query(
            "select set_config('app.coop_id', $1, false), set_config('statement_timeout', $2, false), \
             set_config('lock_timeout', $3, false)",
        )
        .bind::<Text, _>(coop.map(|coop| coop.0.to_string()).unwrap_or_default())
        .bind::<Text, _>(limits.statement.as_millis().to_string())
        .bind::<Text, _>(limits.lock.as_millis().to_string())
        .execute(&mut self.conn)?;
        self.set_to = Some((coop, limits));
        Ok(())
    }
}

/// Makes connections: as the app role, with limits on how long anything may take.
#[derive(Clone)]
pub struct Manager {
    pub url: String,
    #[cfg(test)]
    pub statements: Statements,
    /// Only in tests: everything happens in a transaction that is never committed.
    pub rolled_back: bool,
}

impl Manager {
    /// What the database keeps for one transaction begins anew with each, also where a test holds them all in one.
    pub fn begun(&self, conn: &mut PgConnection) -> QueryResult<()> {
        if self.rolled_back { conn.batch_execute("select set_config('app.register_raised', '', true)") } else { Ok(()) }
    }
}

impl ManageConnection for Manager {
    type Connection = Scoped;
    type Error = diesel::r2d2::Error;

    /// Asks for English messages first, where that is allowed: `error` has to read them.
    fn connect(&self) -> Result<Scoped, Self::Error> {
        let mut conn = establish(&self.url).map_err(diesel::r2d2::Error::ConnectionError)?;
        let Limits { statement, lock } = REQUEST.limits;
        let setup = format!(
            "select set_config('lc_messages', 'C', false) where has_parameter_privilege('lc_messages', 'set'); \
             set role {APP_ROLE}; set statement_timeout = {}; set lock_timeout = {}; \
             set idle_in_transaction_session_timeout = '15s'; set time zone 'UTC'; set jit = off; \
             set random_page_cost = 1.1",
            statement.as_millis(),
            lock.as_millis()
        );
        conn.batch_execute(&setup).map_err(diesel::r2d2::Error::QueryError)?;
        if self.rolled_back {
            conn.begin_test_transaction().map_err(diesel::r2d2::Error::QueryError)?;
        }
        #[cfg(test)]
        conn.set_instrumentation(self.statements.clone());
        Ok(Scoped { conn, set_to: None, answered: None, late: false })
    }

    fn is_valid(&self, scoped: &mut Scoped) -> Result<(), Self::Error> {
        if scoped.answered.is_some_and(|at| at.elapsed() < TRUSTED) {
            return Ok(());
        }
        scoped.conn.batch_execute(PING).map_err(diesel::r2d2::Error::QueryError)
    }

    fn has_broken(&self, scoped: &mut Scoped) -> bool {
        scoped.late
            || std::thread::panicking()
            || AnsiTransactionManager::is_broken_transaction_manager(&mut scoped.conn)
    }
}

/// Makes a connection that notices when the other end is gone.
pub fn establish(url: &str) -> ConnectionResult<PgConnection> {
    PgConnection::establish(&with_patience(url))
}

/// The address with our time-outs before the operator's own settings, in either of libpq's two forms: of two values it takes the last.
fn with_patience(url: &str) -> String {
    let joined = |between: &str| PATIENCE.map(|(name, value)| format!("{name}={value}")).join(between);
    let Some((scheme, rest)) = url.split_once("://").filter(|(scheme, _)| ["postgres", "postgresql"].contains(scheme))
    else {
        return format!("{} {url}", joined(" "));
    };
    // A password may hold a question mark; the settings begin after the first one behind it.
    let user = rest.find(['@', '/']).filter(|at| rest[*at..].starts_with('@')).map_or(0, |at| at + 1);
    match rest[user..].split_once('?') {
        Some((place, settings)) => format!("{scheme}://{}{place}?{}&{settings}", &rest[..user], joined("&")),
        None => format!("{url}?{}", joined("&")),
    }
}

/// Counts the queries of the application, so that a test can hold a page to its budget. Only in tests: it writes out each query.
#[cfg(test)]
mod counting {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};

    use diesel::connection::{Instrumentation, InstrumentationEvent};

    use super::PING;

    const BOOKKEEPING: [&str; 7] = [PING, "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "select set_config"];

    #[derive(Clone, Default)]
    pub struct Statements(Arc<AtomicU64>);

    impl Statements {
        pub fn so_far(&self) -> u64 {
            self.0.load(Ordering::Relaxed)
        }
    }

    impl Instrumentation for Statements {
        fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
            if let InstrumentationEvent::StartQuery { query, .. } = event {
                let text = query.to_string();
                if !BOOKKEEPING.iter().any(|words| text.trim_start().starts_with(words)) {
                    self.0.fetch_add(1, Ordering::Relaxed);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::sql::row;

    #[test]
    fn our_time_outs_stand_before_the_operators_own() {
        let ours = "connect_timeout=2&keepalives_idle=5&keepalives_interval=2&keepalives_count=2&tcp_user_timeout=5000";
        for (url, expected) in [
            ("postgresql://db/coop", format!("postgresql://db/coop?{ours}")),
            ("postgres://a@/c?host=/run", format!("postgres://a@/c?{ours}&host=/run")),
            ("postgresql://a:b?c@db/coop?port=1", format!("postgresql://a:b?c@db/coop?{ours}&port=1")),
            ("postgresql://db?connect_timeout=9", format!("postgresql://db?{ours}&connect_timeout=9")),
            ("host=db dbname='a://b?c'", format!("{} host=db dbname='a://b?c'", ours.replace('&', " "))),
            ("", format!("{} ", ours.replace('&', " "))),
        ] {
            assert_eq!(with_patience(url), expected, "{url}");
        }
    }

    row! {
        struct Shown {
            lc_messages: String,
        }
    }

    /// The owner of the tests' database may choose the language of its messages, the app's role may not.
    #[actix_web::test]
    async fn english_is_asked_for_where_that_is_allowed() {
        let language = |manager: &Manager| {
            let mut scoped = manager.connect().expect("a connection");
            diesel::sql_query("show lc_messages").get_result::<Shown>(&mut scoped.conn).expect("a setting").lc_messages
        };
        let as_app = crate::platform::testing::Site::empty().await.state.db.manager();
        let as_owner = Manager { url: as_app.url.replace("//cooperator_app@", "//cooperator@"), ..as_app.clone() };
        assert_ne!(as_owner.url, as_app.url);
        assert_eq!(language(&as_owner), "C");
        assert!(language(&as_app).starts_with('C'), "what the cluster was made with");
    }
}
