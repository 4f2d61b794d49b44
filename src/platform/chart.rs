//! Charts drawn on the server: the numbers of a chart are the numbers of its table, placed on a grid of whole units.
//!
//! Nothing here knows what is drawn. A width is a share in tenths of a percent; a height is in units of the view box.
//! Templates: `templates/macros/chart.html`. No floats: a chart is as exact as its table.

use super::table_file::Table;

/// A share of a whole as a width, in tenths of a percent: "74.6%". Cut, never rounded up past the whole.
pub fn width(part: i64, whole: i64) -> String {
    if whole <= 0 {
        return "0%".to_owned();
    }
    let tenths = part.clamp(0, whole) * 1_000 / whole;
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// A figure: its finding as a title, what is drawn, and the same numbers as a table.
#[derive(Debug, Clone)]
pub struct Figure {
    /// A name that is unique on the page, for ties between its parts.
    pub id: &'static str,
    /// What the figure shows, as a sentence.
    pub title: String,
    /// What is counted, of whom, since when.
    pub note: String,
    /// The drawing in words, for those who do not see it.
    pub description: String,
    pub drawing: Drawing,
    /// The first cell of a row is its heading.
    pub table: Table,
    /// Where each row leads, if anywhere.
    pub hrefs: Vec<Option<String>>,
    /// The address of the figure, of its files without their endings, and which of its days: with the question mark, or nothing.
    pub address: String,
    pub query: String,
    /// Whether that address is a page that looks closer.
    pub closer: bool,
}

#[derive(Debug, Clone)]
pub enum Drawing {
    Columns(Columns),
    Line(Line),
    Stacked(Stacked),
}

impl Figure {
    /// Where a row leads, if anywhere.
    pub fn href(&self, row: &usize) -> Option<&str> {
        self.hrefs.get(*row)?.as_deref()
    }
}

/// The view box of columns and lines: 360 wide, 210 high, the ground at 178, the top at 16.
const GROUND: i64 = 178;
const TOP: i64 = 16;
const LEFT: i64 = 34;
const RIGHT: i64 = 360;

/// The height of a value on the grid, from the top of the view box.
fn level(value: i64, most: i64) -> i64 {
    GROUND - value.clamp(0, most.max(1)) * (GROUND - TOP) / most.max(1)
}

/// Upright bars, each with a mark across it where a value is asked for.
#[derive(Debug, Clone)]
pub struct Columns {
    pub bars: Vec<Column>,
    /// The words at the end of the marks, and how high they stand.
    pub mark: Option<(String, i64)>,
    pub axis: Vec<Tick>,
}

#[derive(Debug, Clone)]
pub struct Column {
    /// Its look: as all others, `f1`; or ahead of the others, `f2`, which step back, `fq`.
    pub look: &'static str,
    pub label: String,
    pub value: String,
    pub x: i64,
    pub y: i64,
    pub width: i64,
    pub height: i64,
    /// Where the words stand.
    pub middle: i64,
    pub above: i64,
    /// Where the mark is, and where it ends.
    pub mark: Option<i64>,
    pub mark_from: i64,
    pub mark_to: i64,
}

#[derive(Debug, Clone)]
pub struct Tick {
    pub label: String,
    pub y: i64,
    pub text_y: i64,
}

/// One bar to draw: label, value, what is written above it, and a mark.
pub type Bar = (String, i64, String, Option<i64>);

/// Places bars side by side on a scale from nothing to `most`; `tick` writes a value at the axis.
pub fn columns(bars: &[Bar], most: i64, mark_words: &str, tick: impl Fn(i64) -> String) -> Columns {
    let slot = (RIGHT - LEFT) / (bars.len().max(1) as i64);
    let wide = (slot * 3 / 5).min(44);
    let placed = bars.iter().enumerate().map(|(place, (label, value, words, mark))| {
        let middle = LEFT + slot * place as i64 + slot / 2;
        let y = level(*value, most);
        let mark = mark.map(|mark| level(mark, most));
        // Words that a mark would cross stand above it.
        let words_on = mark.filter(|mark| (y - 26..=y).contains(mark)).unwrap_or(y);
        Column {
            look: "f1",
            label: label.clone(),
            value: words.clone(),
            x: middle - wide / 2,
            y,
            width: wide,
            height: GROUND - y,
            middle,
            above: words_on - 7,
            mark,
            mark_from: middle - slot / 2 + 2,
            mark_to: middle + slot / 2 - 2,
        }
    });
    let bars: Vec<Column> = placed.collect();
    let mark = bars.last().and_then(|bar| bar.mark).map(|y| (mark_words.to_owned(), y - 6));
    Columns { bars, mark, axis: axis(most, tick) }
}

impl Columns {
    /// All bars but one step back; nothing of it where there is none.
    pub fn with_one_ahead(mut self, at: Option<usize>) -> Self {
        for (place, bar) in self.bars.iter_mut().enumerate() {
            bar.look = if Some(place) == at { "f2" } else { "fq" };
        }
        self
    }
}

fn axis(most: i64, tick: impl Fn(i64) -> String) -> Vec<Tick> {
    [0, most / 2, most]
        .into_iter()
        .map(|value| Tick { label: tick(value), y: level(value, most), text_y: level(value, most) + 5 })
        .collect()
}

/// A line through points; the first, the lowest and the last carry their value.
#[derive(Debug, Clone)]
pub struct Line {
    pub path: String,
    pub points: Vec<Point>,
    pub axis: Vec<Tick>,
}

#[derive(Debug, Clone)]
pub struct Point {
    pub label: Option<String>,
    pub value: Option<String>,
    pub x: i64,
    pub y: i64,
    pub above: i64,
    pub last: bool,
}

/// Joins points, each a label and a value, on a scale from nothing to `most`. Every `every`th has its label below.
pub fn line(points: &[(String, i64)], most: i64, every: usize, tick: impl Fn(i64) -> String) -> Line {
    let last = points.len().saturating_sub(1);
    let step = (RIGHT - LEFT - 40) / (last.max(1) as i64);
    let lowest = points.iter().enumerate().min_by_key(|(_, (_, value))| *value).map_or(0, |(place, _)| place);
    let placed: Vec<Point> = points
        .iter()
        .enumerate()
        .map(|(place, (label, value))| {
            let y = level(*value, most);
            let told = place == 0 || place == last || (place == lowest && place > 1 && place + 1 < last);
            Point {
                label: (last - place).is_multiple_of(every.max(1)).then(|| label.clone()),
                value: told.then(|| tick(*value)),
                x: LEFT + 20 + step * place as i64,
                y,
                above: y - 12,
                last: place == last,
            }
        })
        .collect();
    let corners: Vec<String> = placed.iter().map(|point| format!("{} {}", point.x, point.y)).collect();
    Line { path: format!("M{}", corners.join("L")), points: placed, axis: axis(most, tick) }
}

/// Bars that lie, one a row, each of three parts. All rows have the scale of the longest.
#[derive(Debug, Clone)]
pub struct Stacked {
    pub key: [String; 3],
    pub rows: Vec<StackedRow>,
    pub height: i64,
}

#[derive(Debug, Clone)]
pub struct StackedRow {
    pub label: String,
    pub words: String,
    pub label_y: i64,
    pub bar_y: i64,
    pub words_y: i64,
    /// Start and width of each part, empty parts left out: class, x, width.
    pub parts: Vec<(&'static str, i64, i64)>,
}

/// How high a row is: its label, its bar, and the words below it. Label and words have a line each, for in French both are long.
const ROW: i64 = 66;

/// Lays rows out: a label, three values, and the same in words.
pub fn stacked(key: [String; 3], rows: &[(String, [i64; 3], String)]) -> Stacked {
    let most = rows.iter().map(|(_, values, _)| values.iter().sum::<i64>()).max().unwrap_or(0).max(1);
    let placed = rows.iter().enumerate().map(|(place, (label, values, words))| {
        let top = place as i64 * ROW;
        let mut x = 0;
        let mut parts = Vec::new();
        for (class, value) in ["f1", "f3", "fq"].into_iter().zip(values) {
            let wide = value * 354 / most;
            if *value > 0 {
                parts.push((class, x, wide.max(2)));
                x += wide.max(2) + 2;
            }
        }
        StackedRow {
            label: label.clone(),
            words: words.clone(),
            label_y: top + 14,
            bar_y: top + 20,
            words_y: top + 50,
            parts,
        }
    });
    let rows: Vec<StackedRow> = placed.collect();
    Stacked { key, height: (rows.len() as i64).max(1) * ROW, rows }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_shares() {
        assert_eq!(width(44, 59), "74.5%");
        assert_eq!(width(59, 59), "100.0%");
        assert_eq!(width(70, 59), "100.0%");
        assert_eq!(width(0, 0), "0%");
    }

    #[test]
    fn columns_stand_on_the_ground_and_end_at_the_top() {
        let bar = |value| (String::new(), value, String::new(), Some(30));
        let drawn = columns(&[bar(0), bar(100)], 100, "quorum", |value| value.to_string());
        assert_eq!((drawn.bars[0].height, drawn.bars[1].y), (0, TOP));
        assert!(drawn.bars[0].x + drawn.bars[0].width < drawn.bars[1].x);
        assert_eq!(drawn.axis[2].label, "100");
    }

    #[test]
    fn parts_of_a_row_keep_their_order_and_fit() {
        let key = [String::new(), String::new(), String::new()];
        let drawn = stacked(key, &[(String::new(), [18, 0, 1], String::new())]);
        let parts = &drawn.rows[0].parts;
        assert_eq!(parts.iter().map(|part| part.0).collect::<Vec<_>>(), ["f1", "fq"]);
        assert!(parts[1].1 + parts[1].2 <= 360);
    }
}
