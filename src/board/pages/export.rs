//! The board of a day and the register of directors as files.

use super::{board_of, history, load};
use crate::board;
use crate::platform::asked_day::AskedDay;
use crate::platform::error::Result;
use crate::platform::forms::Query;
use crate::platform::page::Answer;
use crate::platform::table_file::Table;
use crate::platform::visit::Visit;

const COLUMNS: [&str; 6] = ["name", "office", "since", "until", "came", "ended"];

fn table(visit: &Visit, rows: Vec<Vec<String>>) -> Table {
    Table::new(COLUMNS.iter().map(|column| visit.lang.t_of("board-column-", column)), rows)
}

async fn recorded(visit: &Visit, lines: usize, day: chrono::NaiveDate) -> Result<()> {
    visit.write(move |act| board::record_export(act, lines, day)).await
}

pub async fn export(visit: Visit, Query(query): Query) -> Answer {
    let on = AskedDay::of(&visit, &query).or_refused()?;
    let (terms, holdings, size) = load(&visit, on).await?;
    let (directors, _) = board_of(&visit, &terms, &holdings, on);
    let vacant = size.seats.saturating_sub(directors.len());
    let mut rows: Vec<Vec<String>> = directors
        .into_iter()
        .map(|one| {
            vec![
                one.name,
                one.offices,
                one.since.to_string(),
                one.until.to_string(),
                one.came,
                one.ended.unwrap_or_default(),
            ]
        })
        .collect();
    recorded(&visit, rows.len(), on).await?;
    let empty = || {
        vec![visit.lang.t("board-vacant"), String::new(), String::new(), String::new(), String::new(), String::new()]
    };
    rows.extend(std::iter::repeat_with(empty).take(vacant));
    table(&visit, rows).answer(&visit, &format!("board-{on}"))
}

/// Every term there ever was.
pub async fn history_export(visit: Visit) -> Answer {
    let (terms, holdings) = visit
        .read(|conn, visit| Ok((board::history(conn, visit.today())?, board::holdings(conn, None, visit.lang)?)))
        .await?;
    let said = terms.iter().map(|term| history::line(&visit, term, &holdings, None));
    let rows: Vec<Vec<String>> = said
        .map(|line| {
            vec![line.name, line.offices, line.since.to_string(), line.until.to_string(), line.came, line.ended]
        })
        .collect();
    recorded(&visit, rows.len(), visit.today()).await?;
    table(&visit, rows).answer(&visit, &format!("directors-{}", visit.today()))
}
