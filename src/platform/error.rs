//! The errors of the whole application, and what a visitor is told of each.
//!
//! A verb returns one of these; `error_pages` renders it once, as a page, a fragment or problem+json. The cause of an
//! internal error goes once to the log, never to the visitor.

use std::time::Duration;

use actix_web::http::StatusCode;
use diesel::result::{DatabaseErrorKind, Error as Sql};
use serde::{Deserialize, Serialize};

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// One field of a form that cannot be accepted, with the translation key of what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    pub field: String,
    pub key: &'static str,
    /// What the message names, for example the longest length that is accepted. Read as `{ $limit }`.
    pub limit: Option<String>,
}

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("not found")]
    NotFound,
    /// Sent to a host name that is neither the server's nor a co-op's.
    #[error("another server was asked for")]
    Misdirected,
    /// Nobody is signed in, and the page is not for everyone.
    #[error("sign in first")]
    SignIn,
    #[error("not allowed")]
    Forbidden,
    /// Something asked for that cannot be read at all: a broken address, a body that is not a form.
    #[error("bad request")]
    BadRequest,
    /// What was sent did not come in time.
    #[error("too slow")]
    TooSlow,
    /// More than is ever read.
    #[error("too large")]
    TooLarge,
    #[error("invalid: {0:?}")]
    Invalid(Vec<FieldError>),
    /// The state is no longer the one the visitor saw. The key says what to do.
    #[error("conflict: {0}")]
    Conflict(&'static str),
    /// What a machine saw (`If-Match`) is no longer so (RFC 9110 13.1.1).
    #[error("seen in another version")]
    Stale,
    /// Too many attempts; how many seconds to wait.
    #[error("too many attempts, wait {0} s")]
    TooMany(i64),
    /// The database or a place in its pool is out of reach for the moment. `allowance` knows whether anything may have been saved.
    #[error("busy: {0}")]
    Busy(String),
    #[error("internal: {0:#}")]
    Internal(#[from] anyhow::Error),
}

impl Error {
    /// An invalid field without a figure in its message.
    pub fn field(field: &str, key: &'static str) -> Self {
        Self::Invalid(vec![FieldError { field: field.to_owned(), key, limit: None }])
    }

    /// What the database refused for a reason that we cannot read, after as long as it may wait for a lock, was refused for that.
    pub fn after(self, time: Duration, lock: Duration) -> Self {
        match self {
            Self::Internal(cause) if time >= lock && is_unread(&cause) => Self::Busy(format!("{cause:#}")),
            error => error,
        }
    }

    /// The name under which words for this error are found (`error-<name>-title`, `error-<name>-help`).
    pub fn name(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Misdirected => "misdirected",
            Self::SignIn => "sign-in",
            Self::Forbidden => "forbidden",
            Self::BadRequest => "bad-request",
            Self::TooLarge => "too-large",
            Self::TooSlow => "too-slow",
            Self::Invalid(_) => "invalid",
            Self::Conflict(_) => "conflict",
            Self::Stale => "stale",
            Self::TooMany(_) => "too-many",
            Self::Busy(_) => "busy",
            Self::Internal(_) => "internal",
        }
    }

    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Misdirected => StatusCode::MISDIRECTED_REQUEST,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::Stale => StatusCode::PRECONDITION_FAILED,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl actix_web::ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        self.status()
    }

    /// Without a body: `error_pages` writes it, in the visitor's language and form.
    fn error_response(&self) -> actix_web::HttpResponse {
        if let Self::Internal(cause) = self {
            tracing::error!(cause = format!("{cause:#}"), "a request failed");
        }
        actix_web::HttpResponse::new(self.status())
    }
}

impl From<Sql> for Error {
    fn from(error: Sql) -> Self {
        use DatabaseErrorKind as Kind;
        match &error {
            Sql::NotFound => Self::NotFound,
            // The connection is gone (whatever its last words), two were in each other's way, the server only reads.
            Sql::DatabaseError(
                Kind::ClosedConnection
                | Kind::UnableToSendCommand
                | Kind::SerializationFailure
                | Kind::ReadOnlyTransaction,
                _,
            )
            | Sql::BrokenTransactionManager
            | Sql::RollbackErrorOnCommit { .. } => Self::Busy(error.to_string()),
            // Two did the same at once, and the other was first.
            Sql::DatabaseError(kind @ (Kind::UniqueViolation | Kind::ExclusionViolation), info) => {
                tracing::warn!(?kind, constraint = info.constraint_name(), "refused by a constraint");
                Self::Conflict("conflict-changed")
            }
            Sql::DatabaseError(Kind::Unknown, info) if passes(info.message()) => Self::Busy(error.to_string()),
            _ => Self::Internal(anyhow::Error::new(error)),
        }
    }
}

/// An error of the database that Diesel has no name for.
fn is_unread(cause: &anyhow::Error) -> bool {
    matches!(cause.downcast_ref(), Some(Sql::DatabaseError(DatabaseErrorKind::Unknown, _)))
}

/// Whether what is said will pass by itself. By the server: cancelled after a time-out or by the operator (57014, 55P03), two that wait
/// for each other (40P01), no room on the disk or in memory (class 53). By libpq, which is built in and speaks English: the line broke.
///
/// Diesel keeps the code of an error to itself but for the kinds it names, and those are decided by it above. Connections ask for
/// English (`lc_messages`), which a role may only where it was granted; a server that refuses is read in this program's other
/// language as well. One that speaks neither is still understood when time ran out (`Error::after`), and for the rest a request fails
/// as an internal error would, with the server's words in the log.
fn passes(message: &str) -> bool {
    const BEGINNINGS: [&str; 11] = [
        "server closed the connection",
        "could not send data to server",
        "could not receive data from server",
        "canceling statement due to",
        "annulation de la requête",
        "could not extend file",
        "n'a pas pu étendre le fichier",
        "out of memory",
        "mémoire épuisée",
        "out of shared memory",
        "mémoire partagée épuisée",
    ];
    const ENDINGS: [&str; 4] = [
        ": No space left on device",
        ": Aucun espace disponible sur le périphérique",
        ": Disk quota exceeded",
        ": Débordement du quota d'espace disque",
    ];
    // Both languages, and most others, say these as they are.
    const ANYWHERE: [&str; 2] = ["deadlock", "temp_file_limit"];
    BEGINNINGS.iter().any(|words| message.starts_with(words))
        || ENDINGS.iter().any(|words| message.ends_with(words))
        || ANYWHERE.iter().any(|word| message.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_comes_second_is_told_so() {
        for kind in [DatabaseErrorKind::UniqueViolation, DatabaseErrorKind::ExclusionViolation] {
            let error = Error::from(Sql::DatabaseError(kind, Box::new("a constraint".to_owned())));
            assert!(matches!(error, Error::Conflict("conflict-changed")), "{error}");
        }
    }

    fn told(message: &str) -> Error {
        Error::from(Sql::DatabaseError(DatabaseErrorKind::Unknown, Box::new(message.to_owned())))
    }

    /// As PostgreSQL 15 to 18 say it.
    #[test]
    fn what_passes_by_itself_is_busy_in_both_languages() {
        for message in [
            "server closed the connection unexpectedly\n\tThis probably means the server terminated abnormally",
            "canceling statement due to lock timeout",
            "annulation de la requête à cause du délai écoulé pour l'obtention des verrous",
            "canceling statement due to statement timeout",
            "annulation de la requête à cause du délai écoulé pour l'exécution de l'instruction",
            "canceling statement due to user request",
            "annulation de la requête à la demande de l'utilisateur",
            "deadlock detected",
            "interblocage (deadlock) détecté",
            "could not extend file \"base/5/16384\": No space left on device",
            "n'a pas pu étendre le fichier « base/5/16384 » : Aucun espace disponible sur le périphérique",
            "could not extend file \"base/5/16384\": wrote only 4096 of 8192 bytes at block 7",
            "could not write to file \"base/pgsql_tmp/pgsql_tmp7.0\": No space left on device",
            "n'a pas pu écrire dans le fichier « base/pgsql_tmp/pgsql_tmp7.0 » : Aucun espace disponible sur le périphérique",
            "out of memory",
            "mémoire partagée épuisée",
            "temporary file size exceeds temp_file_limit (1024kB)",
            "la taille du fichier temporaire dépasse temp_file_limit (1024 Ko)",
        ] {
            assert!(matches!(told(message), Error::Busy(_)), "{message}");
        }
        for message in ["syntax error at or near \"form\"", "relation \"membres\" does not exist", "division by zero"] {
            assert!(matches!(told(message), Error::Internal(_)), "{message}");
        }
        for kind in [
            DatabaseErrorKind::ClosedConnection,
            DatabaseErrorKind::SerializationFailure,
            DatabaseErrorKind::ReadOnlyTransaction,
        ] {
            let error = Error::from(Sql::DatabaseError(kind, Box::new("in any language".to_owned())));
            assert!(matches!(error, Error::Busy(_)), "{error}");
        }
    }

    /// "Lock time-out" in a language that nobody here reads.
    #[test]
    fn a_refusal_after_the_time_for_a_lock_needs_no_words() {
        let (lock, words) = (Duration::from_millis(2_500), "storniere Anfrage wegen Zeitüberschreitung einer Sperre");
        assert!(matches!(told(words).after(lock, lock), Error::Busy(_)));
        assert!(matches!(told(words).after(lock / 2, lock), Error::Internal(_)));
        assert!(matches!(Error::Internal(anyhow::anyhow!("no database")).after(lock * 2, lock), Error::Internal(_)));
        assert!(matches!(Error::Conflict("conflict-changed").after(lock * 2, lock), Error::Conflict(_)));
    }
}
