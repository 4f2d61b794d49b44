//! Hours, through HTTP and with what others call.

mod claims;
mod crossing;
mod duty;
mod ledger;
mod machines;
mod own;
mod recount;

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::hours::{Doer, Kind, Work};
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::sql::row;
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;
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

async fn post(visitor: &Visitor<'_>, path: &str, fields: &[(&str, &str)], status: u16) -> Reply {
    visitor.post(path, fields).await.expect(status)
}

/// Each home gives four hours a month from a day on, counted by so many months; what is over is kept up to eight hours.
fn duty(site: &Site, from: &str, months: i32, per: &str) {
    run(
        site,
        &format!(
            "insert into duties (starts_on, per, minutes, months, carry, carry_minutes, grace_days, set_at) \
             values ('{from}', '{per}', 240, {months}, 'some', 480, 30, now())"
        ),
    );
}

/// Gardening, of which a claim is at most four hours; letters count as one hour.
fn kinds(site: &Site, committee: Option<i64>) -> (i64, i64) {
    let committee = committee.map_or_else(|| "null".to_owned(), |id| id.to_string());
    run(
        site,
        &format!(
            "insert into work_kinds (name_en, name_fr, counts_en, counts_fr, most_minutes, fixed_minutes, effort, committee_id) values \
             ('Gardening', 'Jardinage', 'Weeds', 'Mauvaises herbes', 240, null, 'physical', {committee}), \
             ('Letters', 'Lettres', '', '', null, 60, 'sitting', null)"
        ),
    );
    let of = |name: &str| number(site, &format!("select id from work_kinds where name_en = '{name}'"));
    (of("Gardening"), of("Letters"))
}

/// A committee that somebody leads.
fn led_by(site: &Site, member: i64) -> i64 {
    run(site, "insert into committees (name_en, name_fr) values ('Garden', 'Jardin')");
    let id = number(site, "select max(id) from committees");
    run(site, &format!("insert into seats (committee_id, member_id, during) values ({id}, {member}, '[2020-01-01,)')"));
    run(site, &format!("insert into leads (committee_id, member_id, during) values ({id}, {member}, '[2020-01-01,)')"));
    id
}

async fn resident<'a>(site: &'a Site, name: &str, member: i64) -> Visitor<'a> {
    site.signed_in(Role::Resident, name, Some(member)).await
}

/// Today, and so many days before.
fn ago(site: &Site, days: u64) -> String {
    (site.today() - chrono::Days::new(days)).to_string()
}

/// The first day of the month so many months ago.
fn month(site: &Site, ago: u32) -> String {
    (crate::hours::rules::first_of_month(site.today()) - chrono::Months::new(ago)).to_string()
}
