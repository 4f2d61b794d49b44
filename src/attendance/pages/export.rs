//! Who was there, as a file: a line a person, however often they came and left.

use actix_web::web;

use super::{kept, way_words, zone};
use crate::attendance::{self, Person, slice};
use crate::platform::page::Answer;
use crate::platform::table_file::{Table, table_row};
use crate::platform::visit::Visit;

const COLUMNS: [&str; 8] = ["name", "home", "called", "way", "came", "left", "minutes", "times"];

pub async fn export(visit: Visit, id: web::Path<i64>) -> Answer {
    let (id, lang) = (*id, visit.lang);
    let held = kept(&visit, id).await?;
    let name = format!("{}-{}", lang.t("attendance-file"), held.meeting.held_on);
    if held.door.is_none() {
        let marks = visit.read(move |conn, _| attendance::sheets::marks(conn, id)).await?;
        let headings = ["attendance-column-name", "attendance-sheet-mark"].map(|key| lang.t(key));
        let rows =
            marks.into_iter().map(|(_, name, mark)| table_row![name, lang.t_of("attendance-mark-", mark.word())]);
        return Table::new(headings, rows).taken(&visit, &slice::ATTENDANCE_EXPORTED, &name).await;
    }
    let people = visit.read(move |conn, _| attendance::people(conn, id, None)).await?;
    let (zone, until) = (zone(&visit)?, held.meeting.ended_at.unwrap_or(visit.now));
    let at = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&zone).format("%H:%M").to_string();
    let row = |person: &Person| {
        let times = &person.times.0;
        let mut ways: Vec<String> = times.iter().map(|time| way_words(lang, time.way)).collect();
        ways.dedup();
        let all = times.iter().map(|time| format!("{}-{}", at(time.came_at), time.left_at.map(at).unwrap_or_default()));
        table_row![
            person.name.clone(),
            person.home.clone(),
            person.called.then(|| lang.t("yes")),
            ways.join(", "),
            times.first().map(|time| at(time.came_at)),
            times.last().and_then(|time| time.left_at).map(at),
            person.minutes(until),
            all.collect::<Vec<_>>().join(", "),
        ]
    };
    let headings = COLUMNS.map(|column| lang.t_of("attendance-column-", column));
    let rows: Vec<_> = people.iter().filter(|person| !person.times.0.is_empty()).map(row).collect();
    Table::new(headings, rows).taken(&visit, &slice::ATTENDANCE_EXPORTED, &name).await
}
