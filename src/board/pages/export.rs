//! The board of a day and the register of directors as files.

use super::{asked_day, board_of, history, load};
use crate::board;
use crate::platform::error::Result;
use crate::platform::forms::{Form, Query};
use crate::platform::page::Answer;
use crate::platform::visit::Visit;
use crate::platform::{csv_file, xlsx_file};

/// Its name without the ending, headings, rows.
type Table = (String, Vec<String>, Vec<Vec<String>>);

const COLUMNS: [&str; 6] = ["name", "office", "since", "until", "came", "ended"];

pub async fn csv(visit: Visit, Query(query): Query) -> Answer {
    let (name, head, rows) = of_day(&visit, &query).await?;
    csv_file::answer(&format!("{name}.csv"), &head, rows)
}

pub async fn xlsx(visit: Visit, Query(query): Query) -> Answer {
    let (name, head, rows) = of_day(&visit, &query).await?;
    xlsx_file::answer(&format!("{name}.xlsx"), &head, rows)
}

pub async fn history_csv(visit: Visit) -> Answer {
    let (name, head, rows) = of_all_days(&visit).await?;
    csv_file::answer(&format!("{name}.csv"), &head, rows)
}

pub async fn history_xlsx(visit: Visit) -> Answer {
    let (name, head, rows) = of_all_days(&visit).await?;
    xlsx_file::answer(&format!("{name}.xlsx"), &head, rows)
}

fn head(visit: &Visit) -> Vec<String> {
    COLUMNS.iter().map(|column| visit.lang.t_of("board-column-", column)).collect()
}

async fn recorded(visit: &Visit, lines: usize, day: chrono::NaiveDate) -> Result<()> {
    visit.write(move |act| board::record_export(act, lines, day)).await
}

async fn of_day(visit: &Visit, query: &Form) -> Result<Table> {
    let on = asked_day(visit, query)?;
    let (terms, holdings, size) = load(visit, on).await?;
    let (directors, _) = board_of(visit, &terms, &holdings, on);
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
    recorded(visit, rows.len(), on).await?;
    let empty = || {
        vec![visit.lang.t("board-vacant"), String::new(), String::new(), String::new(), String::new(), String::new()]
    };
    rows.extend(std::iter::repeat_with(empty).take(vacant));
    Ok((format!("board-{on}"), head(visit), rows))
}

async fn of_all_days(visit: &Visit) -> Result<Table> {
    let (terms, holdings) = visit
        .read(|conn, visit| Ok((board::history(conn, visit.today())?, board::holdings(conn, None, visit.lang)?)))
        .await?;
    let said = terms.iter().map(|term| history::line(visit, term, &holdings, None));
    let rows: Vec<Vec<String>> = said
        .map(|line| {
            vec![line.name, line.offices, line.since.to_string(), line.until.to_string(), line.came, line.ended]
        })
        .collect();
    recorded(visit, rows.len(), visit.today()).await?;
    Ok((format!("directors-{}", visit.today()), head(visit), rows))
}
