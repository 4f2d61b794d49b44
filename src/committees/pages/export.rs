//! The committees of a day, and who sits on one of them, as files.

use actix_web::web;

use crate::committees;
use crate::members;
use crate::platform::forms::Query;
use crate::platform::page::Answer;
use crate::platform::table_file::Table;
use crate::platform::visit::Visit;

const COLUMNS: [&str; 6] = ["name", "seats", "leads", "mandate", "formed", "closed"];
const SEAT_COLUMNS: [&str; 3] = ["person", "since", "leads-since"];

fn headings(visit: &Visit, columns: &'static [&str]) -> impl Iterator<Item = String> {
    columns.iter().map(|column| visit.lang.t_of("committee-column-", column))
}

fn day(day: Option<chrono::NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

pub async fn export(visit: Visit, Query(query): Query) -> Answer {
    let (on, lang) = (members::asked_day(&visit, &query)?.or_refused()?, visit.lang);
    let committees = visit.write(move |act| committees::export(act, on, lang)).await?;
    let rows = committees.into_iter().map(|committee| {
        vec![
            committee.name,
            committee.seats.to_string(),
            committee.leads.unwrap_or_default(),
            committee.mandate,
            day(committee.formed_on),
            day(committee.closed_on),
        ]
    });
    Table::new(headings(&visit, &COLUMNS), rows).answer(&visit, &format!("committees-{on}"))
}

/// Who sits on one of them.
pub async fn seats_export(visit: Visit, id: web::Path<i64>, Query(query): Query) -> Answer {
    let (id, on) = (*id, members::asked_day(&visit, &query)?.or_refused()?);
    let seats = visit.write(move |act| committees::export_seats(act, id, on)).await?;
    let rows = seats.into_iter().map(|seat| vec![seat.name, seat.since.to_string(), day(seat.leads_since)]);
    Table::new(headings(&visit, &SEAT_COLUMNS), rows).answer(&visit, &format!("committee-{id}-{on}"))
}
