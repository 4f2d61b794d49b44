//! The errors of the whole application, and what a visitor is told of each.
//!
//! A verb returns one of these; `error_pages` renders it once, as a page, a fragment or problem+json. The cause of an
//! internal error goes once to the log, never to the visitor.

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
    /// More than is ever read.
    #[error("too large")]
    TooLarge,
    #[error("invalid: {0:?}")]
    Invalid(Vec<FieldError>),
    /// The state is no longer the one the visitor saw. The key says what to do.
    #[error("conflict: {0}")]
    Conflict(&'static str),
    /// Too many attempts; how many seconds to wait.
    #[error("too many attempts, wait {0} s")]
    TooMany(i64),
    /// The database or a pool is out of reach for the moment. Nothing was saved.
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

    /// The name under which words for this error are found (`error-<name>-title`, `error-<name>-help`).
    pub fn name(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Misdirected => "misdirected",
            Self::SignIn => "sign-in",
            Self::Forbidden => "forbidden",
            Self::BadRequest => "bad-request",
            Self::TooLarge => "too-large",
            Self::Invalid(_) => "invalid",
            Self::Conflict(_) => "conflict",
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
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Conflict(_) => StatusCode::CONFLICT,
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
        match &error {
            Sql::NotFound => Self::NotFound,
            Sql::DatabaseError(DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::SerializationFailure, _)
            | Sql::BrokenTransactionManager => Self::Busy(error.to_string()),
            // Two did the same at once, and the other was first.
            Sql::DatabaseError(
                kind @ (DatabaseErrorKind::UniqueViolation | DatabaseErrorKind::ExclusionViolation),
                info,
            ) => {
                tracing::warn!(?kind, constraint = info.constraint_name(), "refused by a constraint");
                Self::Conflict("conflict-changed")
            }
            Sql::DatabaseError(_, info) if timed_out(info.message()) => Self::Busy(error.to_string()),
            _ => Self::Internal(anyhow::Error::new(error)),
        }
    }
}

/// PostgreSQL's words for statement_timeout, lock_timeout, two that wait for each other, a server that stops and one that only reads.
fn timed_out(message: &str) -> bool {
    [
        "timeout",
        "deadlock detected",
        "terminating connection",
        "read-only transaction",
        "server closed the connection",
        "no connection",
    ]
    .iter()
    .any(|words| message.contains(words))
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
}
