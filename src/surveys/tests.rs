//! Surveys through HTTP: the whole life of one, an answer that counts once, results that tell of nobody, people who leave or are erased.

mod life;
mod people;
mod wrong;

use diesel::prelude::*;

use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::sql::{row, sql};
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;

pub fn new_member(name: &str) -> NewMember {
    NewMember {
        number: String::new(),
        given_name: name.to_owned(),
        family_name: "Roy".to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: chrono::NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day"),
        status: Status::Member,
    }
}

pub fn member(site: &Site, name: &str) -> i64 {
    site.act(|act| members::add(act, &new_member(name)))
}

/// A resident who can sign in.
pub async fn resident<'a>(site: &'a Site, name: &str) -> (Visitor<'a>, i64) {
    let id = member(site, name);
    (site.signed_in(Role::Resident, &format!("{name} Roy"), Some(id)).await, id)
}

pub const NAMES: [&str; 6] = ["Zoe", "Odette", "Lena", "Ida", "Nora", "Vera"];

/// Six residents.
pub async fn residents(site: &Site) -> Vec<(Visitor<'_>, i64)> {
    let mut all = Vec::new();
    for name in NAMES {
        all.push(resident(site, name).await);
    }
    all
}

pub fn few_queries(page: Reply) -> Reply {
    assert!(page.queries <= 6, "{} queries", page.queries);
    page
}

row! {
    struct Many {
        many: i64,
    }
}

/// How many rows a selection has.
pub fn count(site: &Site, of: &str) -> i64 {
    site.read(|conn| {
        let row: Many = sql(format!("select count(*) as many from {of}")).get_result(conn)?;
        Ok(row.many)
    })
}

/// The ready-made survey, as a draft: its address.
pub async fn ready(admin: &Visitor<'_>) -> String {
    admin.post("/surveys/ready", &[]).await.expect(303).location().to_owned()
}

/// The same, opened.
pub async fn opened(admin: &Visitor<'_>) -> String {
    let path = ready(admin).await;
    admin.post(&format!("{path}/opening"), &[]).await.expect(303);
    path
}

pub fn number(path: &str) -> i64 {
    path.rsplit('/').next().and_then(|last| last.parse().ok()).expect("a number")
}

/// Answers the ready-made survey: the first question with a number, the last with words.
pub async fn answer(who: &Visitor<'_>, path: &str, overall: &str, words: &str) -> Reply {
    who.post(&format!("{path}/answers"), &[("q1", overall), ("q2", "4"), ("q6", words)]).await
}
