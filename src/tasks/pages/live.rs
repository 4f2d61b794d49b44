//! The open boards: each is told when any card changed, the same bytes to everybody, and reads its own lanes anew.

use actix_web::web;
use askama::Template;
use diesel::prelude::*;

use crate::platform::clock;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::live::{Fragment, Hub};
use crate::platform::page::Answer;
use crate::platform::visit::Visit;
use crate::tasks;

#[derive(Template)]
#[template(path = "tasks/news.html")]
struct News<'a> {
    /// How the board stands, in a few letters.
    stands: &'a str,
}

/// How the board stands. There is one board, whatever the number.
pub fn fragment(conn: &mut PgConnection, _: i64, _: Lang) -> Result<Option<Fragment>> {
    let stands = tasks::stands(conn, clock::now())?;
    let html = News { stands: &stands }.render().map_err(anyhow::Error::new)?;
    Ok(Some(Fragment { html, telling: stands, last: false }))
}

/// The stream that tells a board when it changed.
pub async fn live(visit: Visit, hub: web::Data<Hub>) -> Answer {
    hub.stream(&visit, "task:0".to_owned()).await
}
