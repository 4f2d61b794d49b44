//! Enums whose values are words: in a text column, a form, an address, an event.
//!
//! A value is written as its word and read from it, nowhere as a string that could be any other. A word that a column holds
//! and the enum does not know is an error of the query, not a value.

use diesel::deserialize;
use diesel::pg::PgValue;

/// Declares an enum of words.
///
/// ```ignore
/// text_enum! {
///     /// What somebody votes.
///     pub enum Choice {
///         For = "for",
///         /// Takes part without deciding.
///         Abstain = "abstain",
///     }
/// }
/// ```
///
/// The enum has `ALL`, each word with its value in this order, as forms want it; `word`; and `parse`. It can be bound to a
/// statement as `Text`, compared with a text column, and read from one into a row, also from one that may be null. It is
/// `Debug`, `Clone`, `Copy`, `Eq`, `Ord` in this order, and `Hash`; more can be derived above it.
macro_rules! text_enum {
    ($(#[$about:meta])* $seen:vis enum $name:ident { $($(#[$value_about:meta])* $value:ident = $word:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            ::diesel::expression::AsExpression, ::diesel::deserialize::FromSqlRow,
        )]
        #[diesel(sql_type = ::diesel::sql_types::Text)]
        $seen enum $name {
            $($(#[$value_about])* $value),+
        }

        impl $name {
            /// Each word with its value, in the order in which they are declared.
            pub const ALL: [(&'static str, Self); [$($word),+].len()] = [$(($word, Self::$value)),+];

            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$value => $word),+
                }
            }

            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|(known, _)| *known == word).map(|(_, value)| value)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.word())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let word = <String as ::serde::Deserialize>::deserialize(from)?;
                Self::parse(&word).ok_or_else(|| ::serde::de::Error::custom(format!("{word:?} is no {}", stringify!($name))))
            }
        }

        impl $crate::platform::sql::InSql for $name {
            type Sql = ::diesel::sql_types::Text;
        }

        impl ::diesel::serialize::ToSql<::diesel::sql_types::Text, ::diesel::pg::Pg> for $name {
            fn to_sql<'b>(
                &'b self,
                out: &mut ::diesel::serialize::Output<'b, '_, ::diesel::pg::Pg>,
            ) -> ::diesel::serialize::Result {
                ::std::io::Write::write_all(out, self.word().as_bytes())?;
                Ok(::diesel::serialize::IsNull::No)
            }
        }

        impl ::diesel::deserialize::FromSql<::diesel::sql_types::Text, ::diesel::pg::Pg> for $name {
            fn from_sql(bytes: ::diesel::pg::PgValue<'_>) -> ::diesel::deserialize::Result<Self> {
                $crate::platform::text_enum::read(&bytes, stringify!($name), Self::parse)
            }
        }
    };
}
pub(crate) use text_enum;

/// The value of a column, for the macro.
pub fn read<T>(bytes: &PgValue<'_>, name: &str, parse: fn(&str) -> Option<T>) -> deserialize::Result<T> {
    let word = std::str::from_utf8(bytes.as_bytes())?;
    parse(word).ok_or_else(|| format!("{word:?} is no word of {name}").into())
}

#[cfg(test)]
mod tests {
    use diesel::prelude::*;
    use diesel::sql_types::{Nullable, Text};

    use crate::platform::error::Error;
    use crate::platform::sql::{kept, row, sql};
    use crate::platform::testing::Site;

    text_enum! {
        /// How a door stands.
        #[derive(Default)]
        enum Door {
            Open = "open",
            /// For the night.
            #[default]
            Locked = "locked_up",
        }
    }

    row! {
        struct Row {
            door: Door,
            other: Option<Door>,
        }
    }

    #[test]
    fn a_value_is_its_word() {
        assert_eq!(Door::ALL, [("open", Door::Open), ("locked_up", Door::Locked)]);
        for (word, door) in Door::ALL {
            assert_eq!((door.word(), Door::parse(word)), (word, Some(door)));
        }
        assert_eq!(Door::parse("Open"), None);
        assert_eq!(Door::default(), Door::Locked);
        assert!(Door::Open < Door::Locked);
    }

    #[actix_web::test]
    async fn a_value_goes_through_the_database_and_a_strange_word_does_not() {
        let site = Site::new().await;
        for (word, door) in Door::ALL {
            let row: Row = site.read(move |conn| {
                Ok(sql("select $1 as door, nullif($1, 'open') as other").bind(door).get_result(conn)?)
            });
            assert_eq!((row.door, row.other), (door, Some(door).filter(|door| *door != Door::Open)), "{word}");
            let bare: Option<Door> = site.read(move |conn| {
                let kept = kept::<Nullable<Text>>("select nullif($1, 'open')").bind(Some(door));
                Ok(kept.get_result(conn)?)
            });
            assert_eq!(bare, row.other);
            let said: String = site.read(move |conn| Ok(diesel::select(door.into_sql::<Text>()).get_result(conn)?));
            assert_eq!(said, word);
        }
        let strange = site.act(|act| {
            let row: Result<Row, _> = sql("select 'ajar' as door, null as other").get_result(act.conn);
            Ok(row.map(|_| ()).map_err(Error::from))
        });
        let Err(Error::Internal(why)) = strange else { panic!("a strange word is a value: {strange:?}") };
        assert!(format!("{why:#}").contains("\"ajar\" is no word of Door"), "{why:#}");
    }
}
