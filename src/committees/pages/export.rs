//! The committees of a day, and who sits on one of them, as files.

use actix_web::web;

use crate::committees;
use crate::committees::slice;
use crate::members;
use crate::platform::forms::Query;
use crate::platform::page::Answer;
use crate::platform::table_file::{Table, table_row};
use crate::platform::visit::Visit;

const COLUMNS: [&str; 6] = ["name", "seats", "leads", "mandate", "formed", "closed"];
const SEAT_COLUMNS: [&str; 3] = ["person", "since", "leads-since"];

fn headings(visit: &Visit, columns: &'static [&str]) -> impl Iterator<Item = String> {
    columns.iter().map(|column| visit.lang.t_of("committee-column-", column))
}

pub async fn export(visit: Visit, Query(query): Query) -> Answer {
    let (on, lang) = (members::asked_day(&visit, &query)?.or_refused()?, visit.lang);
    let committees = visit.read(move |conn, _| committees::list(conn, on, lang, None)).await?;
    let rows = committees
        .into_iter()
        .map(|one| table_row![one.name, one.seats, one.leads, one.mandate, one.formed_on, one.closed_on]);
    Table::new(headings(&visit, &COLUMNS), rows)
        .taken(&visit, &slice::COMMITTEES_EXPORTED, &format!("committees-{on}"))
        .await
}

/// Who sits on one of them.
pub async fn seats_export(visit: Visit, id: web::Path<i64>, Query(query): Query) -> Answer {
    let (id, on) = (*id, members::asked_day(&visit, &query)?.or_refused()?);
    let (_, seats) = visit.read(move |conn, visit| committees::find(conn, id, on, visit.lang, None)).await?;
    let rows = seats.into_iter().map(|seat| table_row![seat.name, seat.since, seat.leads_since]);
    Table::new(headings(&visit, &SEAT_COLUMNS), rows)
        .taken(&visit, &slice::COMMITTEES_EXPORTED, &format!("committee-{id}-{on}"))
        .await
}
