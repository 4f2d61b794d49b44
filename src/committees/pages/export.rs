//! The committees of a day, and who sits on one of them, as files.

use actix_web::web;

use super::Asked;
use crate::committees;
use crate::platform::error::Result;
use crate::platform::forms::{Form, Query};
use crate::platform::page::Answer;
use crate::platform::visit::Visit;
use crate::platform::{csv_file, xlsx_file};

/// Its name without the ending, headings, rows.
type Table = (String, Vec<String>, Vec<Vec<String>>);

pub async fn csv(visit: Visit, Query(query): Query) -> Answer {
    let (name, head, rows) = committees_of(&visit, &query).await?;
    csv_file::answer(&format!("{name}.csv"), &head, rows)
}

pub async fn xlsx(visit: Visit, Query(query): Query) -> Answer {
    let (name, head, rows) = committees_of(&visit, &query).await?;
    xlsx_file::answer(&format!("{name}.xlsx"), &head, rows)
}

pub async fn seats_csv(visit: Visit, id: web::Path<i64>, Query(query): Query) -> Answer {
    let (name, head, rows) = seats_of(&visit, *id, &query).await?;
    csv_file::answer(&format!("{name}.csv"), &head, rows)
}

pub async fn seats_xlsx(visit: Visit, id: web::Path<i64>, Query(query): Query) -> Answer {
    let (name, head, rows) = seats_of(&visit, *id, &query).await?;
    xlsx_file::answer(&format!("{name}.xlsx"), &head, rows)
}

fn heads(visit: &Visit, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| visit.lang.t(key)).collect()
}

fn day(day: Option<chrono::NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

async fn committees_of(visit: &Visit, query: &Form) -> Result<Table> {
    let (on, lang) = (Asked::of(visit, query)?.on, visit.lang);
    let committees = visit.write(move |act| committees::export(act, on, lang)).await?;
    let keys =
        ["committee-column-name", "committee-column-seats", "committee-column-leads", "committee-column-mandate"];
    let head = heads(visit, &[&keys[..], &["committee-column-formed", "committee-column-closed"]].concat());
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
    Ok((format!("committees-{on}"), head, rows.collect()))
}

async fn seats_of(visit: &Visit, id: i64, query: &Form) -> Result<Table> {
    let on = Asked::of(visit, query)?.on;
    let seats = visit.write(move |act| committees::export_seats(act, id, on)).await?;
    let head = heads(visit, &["committee-column-person", "committee-column-since", "committee-column-leads-since"]);
    let rows = seats.into_iter().map(|seat| vec![seat.name, seat.since.to_string(), day(seat.leads_since)]);
    Ok((format!("committee-{id}-{on}"), head, rows.collect()))
}
