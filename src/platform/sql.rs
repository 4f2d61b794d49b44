//! Raw SQL that a connection prepares once and keeps.
//!
//! `diesel::sql_query` is parsed and planned anew each time it runs, which costs more than the rows of most pages. Statements of
//! the slices go through here instead: the connection keeps them under their text. Values are bound,
//! never written into the text; the number of different texts is fixed by the program.

use std::borrow::Cow;

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::serialize::ToSql;
use diesel::sql_types::{HasSqlType, SingleValue, SqlType, Untyped};

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

/// Starts a statement from its text. Its rows are read by name, into a type that derives `QueryableByName`.
pub fn sql<'a>(text: impl Into<Cow<'a, str>>) -> Kept<'a, Untyped> {
    kept(text)
}

/// One value with its type in SQL.
struct Bound<ST, T>(T, std::marker::PhantomData<fn() -> ST>);

impl<ST, T> QueryFragment<Pg> for Bound<ST, T>
where
    ST: SqlType + SingleValue,
    Pg: HasSqlType<ST>,
    T: ToSql<ST, Pg>,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_bind_param::<ST, T>(&self.0)
    }
}

impl<'a, Columns> Kept<'a, Columns> {
    pub fn bind<ST, T>(mut self, value: T) -> Self
    where
        ST: SqlType + SingleValue + 'a,
        Pg: HasSqlType<ST>,
        T: ToSql<ST, Pg> + Send + 'a,
    {
        self.binds.push(Box::new(Bound::<ST, T>(value, std::marker::PhantomData)));
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
