//! The page of the search.

use askama::Template;
use chrono::NaiveDate;

use super::store::{self, Found};
use crate::platform::forms::Query;
use crate::platform::page::{self, Answer, Page};
use crate::platform::slice::Searched;
use crate::platform::visit::Visit;
use crate::policy::Permission;

/// How many of one kind are shown.
const EACH_MAX: usize = 10;
/// The longest text that is looked for, in characters.
const TYPED_MAX: usize = 100;

/// What was found of one kind.
struct Kind {
    name: &'static str,
    found: Vec<Hit>,
    more: bool,
}

struct Hit {
    href: String,
    title: String,
    fact: String,
    day: Option<NaiveDate>,
}

#[derive(Template)]
#[template(path = "search/index.html")]
struct SearchPage {
    page: Page,
    typed: String,
    count: usize,
    kinds: Vec<Kind>,
}

pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let typed: String =
        query.value("q").split_whitespace().collect::<Vec<_>>().join(" ").chars().take(TYPED_MAX).collect();
    let theirs: Vec<&'static Searched> =
        visit.state.slices.iter().flat_map(|slice| slice.searched).filter(|one| visit.may(one.permission)).collect();
    let found = if typed.is_empty() {
        Vec::new()
    } else {
        let (all, text) = (theirs.clone(), typed.clone());
        let look = move |conn: &mut diesel::PgConnection, visit: &Visit| {
            let asked = (text.as_str(), visit.may(Permission::MembersWrite), visit.lang);
            store::found(conn, &all, asked, visit.today(), EACH_MAX as i64 + 1)
        };
        visit.read(look).await?
    };
    let kinds: Vec<Kind> = theirs.iter().map(|one| kind(one, &found)).filter(|kind| !kind.found.is_empty()).collect();
    let count = kinds.iter().map(|kind| kind.found.len()).sum();
    page::ok(&visit, &SearchPage { page: Page::new(&visit, "search", "search-title"), typed, count, kinds })
}

fn kind(one: &Searched, found: &[Found]) -> Kind {
    let hit = |found: &Found| Hit {
        href: one.href.replace("{id}", &found.id.to_string()),
        title: found.title.clone(),
        fact: found.fact.clone(),
        day: found.day,
    };
    let mut found: Vec<Hit> = found.iter().filter(|found| found.kind == one.name).map(hit).collect();
    let more = found.len() > EACH_MAX;
    found.truncate(EACH_MAX);
    Kind { name: one.name, found, more }
}
