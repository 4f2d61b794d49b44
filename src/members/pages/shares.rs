//! The ledger of somebody's member shares: for themselves and for who keeps the register.

use actix_web::web;
use askama::Template;

use crate::members::rules::shares::Kind;
use crate::members::shares::{self, Entry, NewEntry};
use crate::members::slice;
use crate::members::{self, Eye, Sight};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick::{self, Pick};
use crate::platform::table_file::{Table, table_row};
use crate::platform::visit::{Done, Visit};

/// What is entered for one member; receiving is the other side of a transfer.
const KINDS: [(&str, Kind); 3] =
    [("paid", Kind::Paid), ("transferred", Kind::Transferred), ("refunded", Kind::Refunded)];

#[derive(Template)]
#[template(path = "members/shares.html")]
struct SharesPage {
    page: Page,
    form: Form,
    id: i64,
    name: String,
    entries: Vec<Entry>,
    held: i64,
    kinds: Vec<(&'static str, String)>,
    /// To whom shares can go; empty for who does not keep the register.
    others: Pick,
    keeps_register: bool,
}

/// Whether the viewer may look at what is only somebody's own and the office's.
pub fn own_or_office(visit: &Visit, id: i64) -> Result<Eye> {
    let eye = Eye::of(visit);
    if eye.own == Some(id) || eye.sight == Sight::Everything { Ok(eye) } else { Err(Error::NotFound) }
}

async fn shares_page(visit: &Visit, id: i64, mut form: Form) -> Result<SharesPage> {
    let eye = own_or_office(visit, id)?;
    let keeps_register = eye.sight == Sight::Everything;
    let (name, entries, others) = visit
        .read(move |conn, visit| {
            let name = members::name(conn, id)?;
            let nobody = visit.lang.t("share-other-none");
            let mut others = if keeps_register { members::choices(conn, visit.today(), nobody)? } else { Vec::new() };
            others.retain(|(other, _)| *other != id.to_string());
            Ok((name, shares::of_member(conn, id)?, others))
        })
        .await?;
    if form.value("share_on").is_empty() && form.errors.is_empty() {
        form.set("share_on", visit.today().to_string());
    }
    Ok(SharesPage {
        page: Page::new(visit, "members", "shares-title").with_form(&form),
        others: Pick::of(&form, "share_other", others),
        form,
        id,
        name,
        held: shares::held_after(&entries),
        entries,
        kinds: KINDS.iter().map(|(word, _)| (*word, visit.lang.t_of("share-kind-", word))).collect(),
        keeps_register,
    })
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &shares_page(&visit, *id, Form::blank()).await?)
}

pub async fn enter(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            let today = act.today();
            let form = &pick::settled(form, "share_other", || members::choices(act.conn, today, String::new()))?;
            let reader = form.reader();
            let new = NewEntry {
                kind: reader.required_choice("share_kind", &KINDS).unwrap_or(Kind::Paid),
                quantity: reader.required_number("share_quantity", 1..=1_000_000) as i32,
                on: reader.required_date("share_on"),
                certificate: reader.line("share_certificate", 60),
                other: reader.number("share_other", 1..=i64::MAX),
            };
            reader.finish()?;
            shares::enter(act, id, &new)?;
            Ok(Done::to(format!("/members/{id}/shares")).say("share-entered", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &shares_page(&visit, id, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

fn headings(visit: &Visit, names: &[&str]) -> Vec<String> {
    names.iter().map(|name| visit.lang.t_of("share-column-", name)).collect()
}

/// One member's ledger.
pub async fn export(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = *id;
    own_or_office(&visit, id)?;
    let entries = visit
        .read(move |conn, _| {
            members::contact(conn, id)?;
            shares::of_member(conn, id)
        })
        .await?;
    let head = headings(&visit, &["on", "kind", "quantity", "certificate", "other"]);
    let rows = entries.into_iter().map(|entry| {
        let kind = visit.lang.t_of("share-kind-", &entry.kind);
        table_row![entry.on_date, kind, entry.quantity, entry.certificate, entry.other]
    });
    Table::new(head, rows).answer(&visit, &format!("shares-{id}-{}", visit.today()))
}

/// The ledger of the whole co-op, which the law asks for.
pub async fn coop_export(visit: Visit) -> Answer {
    let entries = visit.read(|conn, _| shares::all(conn)).await?;
    let head = headings(&visit, &["number", "name", "on", "kind", "quantity", "certificate", "other"]);
    let rows = entries.into_iter().map(|entry| {
        let kind = visit.lang.t_of("share-kind-", &entry.kind);
        table_row![entry.number, entry.name, entry.on_date, kind, entry.quantity, entry.certificate, entry.other]
    });
    Table::new(head, rows).taken(&visit, &slice::SHARES_EXPORTED, &format!("shares-{}", visit.today())).await
}
