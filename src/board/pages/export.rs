//! The board of a day and the register of directors as files.

use super::{board_of, history, load};
use crate::board;
use crate::board::slice;
use crate::platform::asked_day::AskedDay;
use crate::platform::forms::Query;
use crate::platform::page::Answer;
use crate::platform::table_file::{Cell, Table, table_row};
use crate::platform::visit::Visit;

const COLUMNS: [&str; 6] = ["name", "office", "since", "until", "came", "ended"];

fn table(visit: &Visit, rows: Vec<Vec<Cell>>) -> Table {
    Table::new(COLUMNS.iter().map(|column| visit.lang.t_of("board-column-", column)), rows)
}

pub async fn export(visit: Visit, Query(query): Query) -> Answer {
    let on = AskedDay::of(&visit, &query).or_refused()?;
    let (terms, holdings, size) = load(&visit, on).await?;
    let (directors, _) = board_of(&visit, &terms, &holdings, on);
    let vacant = size.seats.saturating_sub(directors.len());
    let filled =
        directors.into_iter().map(|one| table_row![one.name, one.offices, one.since, one.until, one.came, one.ended]);
    let empty = || table_row![visit.lang.t("board-vacant"), "", "", "", "", ""];
    let rows = filled.chain(std::iter::repeat_with(empty).take(vacant)).collect();
    table(&visit, rows).taken(&visit, &slice::BOARD_EXPORTED, &format!("board-{on}")).await
}

/// Every term there ever was.
pub async fn history_export(visit: Visit) -> Answer {
    let (terms, holdings) = visit
        .read(|conn, visit| Ok((board::history(conn, visit.today())?, board::holdings(conn, None, visit.lang)?)))
        .await?;
    let said = terms.iter().map(|term| history::line(&visit, term, &holdings, None));
    let rows =
        said.map(|line| table_row![line.name, line.offices, line.since, line.until, line.came, line.ended]).collect();
    table(&visit, rows).taken(&visit, &slice::BOARD_EXPORTED, &format!("directors-{}", visit.today())).await
}
