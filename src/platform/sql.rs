//! Raw SQL that a connection prepares once and keeps.
//!
//! `diesel::sql_query` is parsed and planned anew each time it runs, which costs more than the rows of most pages. Statements of
//! the slices go through here instead: the connection keeps them under their text. Values are bound,
//! never written into the text; the number of different texts is fixed by the program.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::pg::{Pg, PgValue};
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::serialize::ToSql;
use diesel::sql_types::{self, HasSqlType, Nullable, SingleValue, SqlType, Untyped, is_nullable::NotNull};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A statement with `$1`, `$2` … and the values for them. A value may be used more than once. `Columns` are the types of what
/// comes back, in order: rows are read by place, which is cheaper than by name.
pub struct Kept<'a, Columns> {
    text: Cow<'a, str>,
    binds: Vec<Box<dyn QueryFragment<Pg> + Send + 'a>>,
    columns: std::marker::PhantomData<fn() -> Columns>,
}

/// Starts a statement from its text. Its rows are read by place.
pub fn kept<'a, Columns>(text: impl Into<Cow<'a, str>>) -> Kept<'a, Columns> {
    Kept { text: text.into(), binds: Vec::new(), columns: std::marker::PhantomData }
}

/// Starts a statement from its text. Its rows are read by name, into a `row!`.
pub fn sql<'a>(text: impl Into<Cow<'a, str>>) -> Kept<'a, Untyped> {
    kept(text)
}

/// A type whose values stand in columns of one type, or are given to a statement as that type.
pub trait InSql {
    type Sql: SqlType + SingleValue;
}

macro_rules! in_sql {
    ($($rust:ty = $sql:ident),+ $(,)?) => {
        $(impl InSql for $rust {
            type Sql = sql_types::$sql;
        })+
    };
}
in_sql!(
    bool = Bool, i32 = Integer, i64 = BigInt, str = Text, String = Text, NaiveDate = Date, NaiveTime = Time,
    NaiveDateTime = Timestamp, DateTime<Utc> = Timestamptz, Value = Jsonb, [u8] = Binary, Vec<u8> = Binary,
);

impl<T: InSql + ?Sized> InSql for &T {
    type Sql = T::Sql;
}

impl<T: InSql> InSql for [T] {
    type Sql = sql_types::Array<T::Sql>;
}

impl<T: InSql> InSql for Vec<T> {
    type Sql = sql_types::Array<T::Sql>;
}

impl<T: InSql<Sql: SqlType<IsNull = NotNull>>> InSql for Option<T> {
    type Sql = Nullable<T::Sql>;
}

/// What a query gathered as JSON: its own rows within a row.
#[derive(Debug, Clone, Default, Serialize, FromSqlRow)]
#[serde(transparent)]
pub struct Gathered<T>(pub T);

impl<T> InSql for Gathered<T> {
    type Sql = sql_types::Jsonb;
}

impl<T: DeserializeOwned> FromSql<sql_types::Jsonb, Pg> for Gathered<T> {
    fn from_sql(bytes: PgValue<'_>) -> deserialize::Result<Self> {
        let value = <Value as FromSql<sql_types::Jsonb, Pg>>::from_sql(bytes)?;
        Ok(Self(serde_json::from_value(value)?))
    }
}

/// Declares a struct that is read from the columns of the same names; the types of its fields say those of the columns. `where part: Row`
/// is a part of it that is declared so, too.
macro_rules! row {
    ($(#[$about:meta])* $seen:vis struct $name:ident $(where $part:ident: $part_of:ty)? {
        $($(#[$field_about:meta])* $field_seen:vis $field:ident: $of:ty),+ $(,)?
    }) => {
        #[derive(::diesel::QueryableByName)]
        $(#[$about])*
        $seen struct $name {
            $(
                #[diesel(embed)]
                pub $part: $part_of,
            )?
            $(
                $(#[$field_about])*
                #[diesel(sql_type = <$of as $crate::platform::sql::InSql>::Sql)]
                $field_seen $field: $of
            ),+
        }
    };
}
pub(crate) use row;

/// One value, given to a statement.
struct Bound<T>(T);

impl<T: InSql + ToSql<T::Sql, Pg>> QueryFragment<Pg> for Bound<T>
where
    Pg: HasSqlType<T::Sql>,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_bind_param::<T::Sql, T>(&self.0)
    }
}

/// One value, or several.
pub trait Values<'a> {
    fn join(self, binds: &mut Vec<Box<dyn QueryFragment<Pg> + Send + 'a>>);
}

impl<'a, T: InSql + ToSql<T::Sql, Pg> + Send + 'a> Values<'a> for T
where
    Pg: HasSqlType<T::Sql>,
{
    fn join(self, binds: &mut Vec<Box<dyn QueryFragment<Pg> + Send + 'a>>) {
        binds.push(Box::new(Bound(self)));
    }
}

macro_rules! values {
    ($($name:ident),+) => {
        impl<'a, $($name: Values<'a> + InSql),+> Values<'a> for ($($name,)+) {
            fn join(self, binds: &mut Vec<Box<dyn QueryFragment<Pg> + Send + 'a>>) {
                #[allow(non_snake_case, reason = "a value is named as its type")]
                let ($($name,)+) = self;
                $($name.join(binds);)+
            }
        }
    };
}
values!(A, B);
values!(A, B, C);
values!(A, B, C, D);
values!(A, B, C, D, E);
values!(A, B, C, D, E, F);
values!(A, B, C, D, E, F, G);
values!(A, B, C, D, E, F, G, H);

impl<'a, Columns> Kept<'a, Columns> {
    /// The values of `$1`, `$2` …, one or several at once.
    pub fn bind(mut self, values: impl Values<'a>) -> Self {
        values.join(&mut self.binds);
        self
    }
}

impl<Columns> QueryFragment<Pg> for Kept<'_, Columns> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let mut pieces = self.text.split('$');
        out.push_sql(pieces.next().unwrap_or_default());
        for piece in pieces {
            let digits = piece.bytes().take_while(u8::is_ascii_digit).count();
            if digits == 0 {
                out.push_sql("$"); // the end of a pattern
                out.push_sql(piece);
                continue;
            }
            let number: usize = piece[..digits].parse().unwrap_or(0);
            let bind = number.checked_sub(1).and_then(|place| self.binds.get(place));
            bind.ok_or(diesel::result::Error::QueryBuilderError("a value is missing".into()))?
                .walk_ast(out.reborrow())?;
            out.push_sql(&piece[digits..]);
        }
        Ok(())
    }
}

impl<Columns> QueryId for Kept<'_, Columns> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Columns> Query for Kept<'_, Columns> {
    type SqlType = Columns;
}

impl<Columns> RunQueryDsl<PgConnection> for Kept<'_, Columns> {}
