//! The queries about one person: by what they can be found, everything that is known, and what erasing does. Which tables there are
//! and what is done with each is declared by the slices; this walks the list.

use diesel::prelude::*;
use diesel::sql_types::Untyped;
use serde_json::Value;

use super::{Looker, Person};
use crate::platform::error::Result;
use crate::platform::person::{Erasing, Names, Table};
use crate::platform::slice::{self, Slices, tables};
use crate::platform::sql::{Kept, row, sql};

/// A statement in which the person has their place.
fn about<'a>(person: &'a Person, text: &str) -> Kept<'a, Untyped> {
    let places = ["{member}", "{account}", "{sign}", "{words}", "{named}"];
    let number = |text: String, (place, name): (usize, &&str)| text.replace(*name, &format!("${}", place + 1));
    sql(places.iter().enumerate().fold(text.to_owned(), number)).bind((
        person.member,
        person.account,
        person.sign.as_str(),
        person.words.as_slice(),
        person.patterns(),
    ))
}

/// Names and addresses of the person. One that is somebody else's too, a shared address or a namesake, says nothing of this one.
pub fn words(conn: &mut PgConnection, slices: Slices, person: &Person) -> Result<Vec<String>> {
    row! {
        struct Words {
            words: Vec<String>,
        }
    }
    let called = |of: fn(&str) -> String| {
        let all = tables(slices).filter(|table| !table.called.is_empty()).map(|table| {
            let (names, whose) = (table.called.join(", "), of(table.whose.unwrap_or("false")));
            format!("select unnest(array[{names}]) as word from {} where {whose}", table.name)
        });
        all.collect::<Vec<_>>().join(" union all ")
    };
    let (own, others) = (called(str::to_owned), called(|whose| format!("({whose}) is not true")));
    let text = format!(
        "select array(select distinct word from ({own}) o where word is not null \
           and not exists (select from ({others}) t where t.word = o.word)) as words"
    );
    Ok(about(person, &text).get_result::<Words>(conn)?.words)
}

/// Everything that is known of a person, by part.
pub fn everything(conn: &mut PgConnection, slices: Slices, person: &Person, looker: Looker) -> Result<Value> {
    row! {
        struct Everything {
            all: Value,
        }
    }
    let parts = tables(slices).flat_map(|table| {
        let rows = format!("(select * from {} where {})", table.name, table.whose.unwrap_or("false"));
        table.parts().iter().map(move |part| {
            let (name, columns, from) = (part.name, part.columns, part.from.replace("{rows}", &rows));
            format!(
                "('{name}', coalesce((select jsonb_agg(to_jsonb(x)) from (select {columns} from {from} limit 5000) x), '[]'))"
            )
        })
    });
    // a function takes no more than a hundred arguments, and there are more parts than fifty
    let parts = parts.collect::<Vec<_>>().join(", ");
    let text = format!("select jsonb_object_agg(p.name, p.rows) as \"all\" from (values {parts}) p (name, rows)");
    let sees = [("{own}", looker.own), ("{office}", looker.office), ("{treasurer}", looker.treasurer)];
    let text = text.replace("{kept_back}", &slice::kept_back_now(slices));
    let text = sees.iter().fold(text, |text, (name, yes)| text.replace(name, &yes.to_string()));
    Ok(about(person, &text).get_result::<Everything>(conn)?.all)
}

// ---- erasing ----

row! {
    /// How many rows erasing would change because the person is named in them, or leave as they are.
    #[derive(Debug)]
    pub struct Traces {
        pub events: i64,
        pub rewritten: i64,
        pub lasting: i64,
    }
}

/// The rows in which some columns name the person, but for those that erasing empties or removes whatever they say.
fn naming(table: &Table, columns: &[&str]) -> String {
    let named = format!("concat_ws(' ', {}) like any ({{named}})", columns.join(", "));
    match (table.erasing, table.whose) {
        (Erasing::Goes | Erasing::Loses(_), Some(whose)) => format!("{named} and ({whose}) is not true"),
        (Erasing::Sealed, Some(whose)) => format!("({whose} or {named})"),
        _ => named,
    }
}

pub fn traces(conn: &mut PgConnection, slices: Slices, person: &Person) -> Result<Traces> {
    let count = |names: fn(Names) -> bool, sealed: bool| {
        let counts = tables(slices).filter(|table| (table.erasing == Erasing::Sealed) == sealed).filter_map(|table| {
            let columns = table.columns(names);
            let counted = || format!("(select count(*) from {} where {})", table.name, naming(table, &columns));
            (!columns.is_empty()).then(counted)
        });
        counts.chain(["0::bigint".to_owned()]).collect::<Vec<_>>().join(" + ")
    };
    let text = format!(
        "select {} as events, {} as rewritten, {} as lasting",
        count(|names| names == Names::GiveWay, true),
        count(|names| names == Names::GiveWay, false),
        count(|names| matches!(names, Names::Stay(_)), false),
    );
    Ok(about(person, &text).get_result(conn)?)
}

/// Whether a condition holds for the person.
pub fn holds(conn: &mut PgConnection, person: &Person, when: &str) -> Result<bool> {
    row! {
        struct Holds {
            holds: bool,
        }
    }
    Ok(about(person, &format!("select ({when}) as holds")).get_result::<Holds>(conn)?.holds)
}

/// Sealed rows that are about the person or name them: the next ones after a row, by number.
pub fn sealed(conn: &mut PgConnection, slices: Slices, person: &Person, after: i64) -> Result<Vec<i64>> {
    row! {
        struct Id {
            id: i64,
        }
    }
    let rows = tables(slices).filter(|table| table.erasing == Erasing::Sealed).map(|table| {
        let naming = naming(table, &table.columns(|names| names == Names::GiveWay));
        format!("select id from {} where {naming} and id > $6", table.name)
    });
    let text = format!("{} order by id limit 5000", rows.collect::<Vec<_>>().join(" union all "));
    let ids: Vec<Id> = about(person, &text).bind(after).load(conn)?;
    Ok(ids.into_iter().map(|row| row.id).collect())
}

/// Takes the person out of every table that is not sealed. Rows go first, because a condition may ask for a name that is lost later.
pub fn erase(conn: &mut PgConnection, slices: Slices, person: &Person) -> Result<()> {
    for table in tables(slices).filter(|table| table.erasing == Erasing::Goes) {
        let text = format!("delete from {} where {}", table.name, table.whose.unwrap_or("false"));
        about(person, &text).execute(conn)?;
    }
    for table in tables(slices) {
        let Erasing::Loses(what) = table.erasing else { continue };
        let text = format!("update {} set {what} where {}", table.name, table.whose.unwrap_or("false"));
        about(person, &text).execute(conn)?;
    }
    for table in tables(slices).filter(|table| table.erasing != Erasing::Sealed) {
        let columns = table.columns(|names| names == Names::GiveWay);
        if columns.is_empty() {
            continue;
        }
        let replaced: Vec<_> =
            columns.iter().map(|column| format!("{column} = replace({column}, $6, {{sign}})")).collect();
        let (set, all) = (replaced.join(", "), columns.join(", "));
        let text = format!("update {} set {set} where strpos(concat_ws(' ', {all}), $6) > 0", table.name);
        for word in &person.spellings() {
            about(person, &text).bind(word.as_str()).execute(conn)?;
        }
    }
    Ok(())
}
