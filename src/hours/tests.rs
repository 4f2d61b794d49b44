//! Hours, through HTTP and with what others call.

mod ledger;

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::hours::{Doer, Kind, Work};
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::sql::row;
use crate::platform::testing::Site;
use crate::units::{self, NewUnit};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn member(site: &Site, given: &str) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: given.to_owned(),
        family_name: "Roy".to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: day("2020-01-01"),
        status: Status::Member,
    };
    site.act(|act| members::add(act, &new))
}

/// A home where these people have lived since 2020.
fn home(site: &Site, label: &str, people: &[i64]) -> i64 {
    site.act(|act| {
        let unit = units::add(act, &NewUnit { label: label.to_owned(), kind: "apartment", ..NewUnit::default() })?;
        for member in people {
            units::move_in(act, unit, *member, day("2020-02-01"))?;
        }
        Ok(unit)
    })
}

fn work(about_id: i64, title: &str, on: &str, minutes: i32) -> Work<'static> {
    let title = Box::leak(title.to_owned().into_boxed_str());
    Work { kind: Kind::Task, about: "task", about_id, title, worked_on: day(on), minutes }
}

fn credit(site: &Site, work: &Work<'_>, doers: &[Doer]) {
    site.act(|act| super::credit(act, work, doers));
}

fn run(site: &Site, sql: &str) {
    site.act(|act| Ok(diesel::sql_query(sql).execute(act.conn)?));
}

fn number(site: &Site, sql: &str) -> i64 {
    row! {
        struct Number {
            number: i64,
        }
    }
    let sql = format!("select ({sql})::bigint as number");
    site.read(move |conn| Ok(diesel::sql_query(sql).get_result::<Number>(conn)?.number))
}
