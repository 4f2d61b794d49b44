//! The facade: a building whose windows are homes, and the lit ones those where somebody lives.
//!
//! Which panes are lit is drawn by lot, always the same for the same co-op and figures, and points to no home. Above 120
//! homes one pane stands for several.

use std::fmt::Write as _;

/// The most panes that are drawn.
const PANES_MAX: i64 = 120;
const GROUND: i64 = 250;

/// A facade, ready to be drawn in a view box of 420 by 262.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facade {
    /// Outlines of the side buildings and of the middle one.
    pub walls: String,
    pub middle: String,
    pub lit: String,
    pub dark: String,
    /// How many homes one pane stands for.
    pub homes_a_pane: i64,
}

/// One building of a plan: how many windows it has room for, and whether it has a gable.
struct Building {
    left: i64,
    columns: i64,
    rows: i64,
    gable: bool,
}

/// How windows are laid out: the distance from one to the next, and their size.
struct Grid {
    across: i64,
    up: i64,
    wide: i64,
    high: i64,
    buildings: [Building; 3],
}

const SMALL: Grid = Grid {
    across: 26,
    up: 32,
    wide: 17,
    high: 21,
    buildings: [
        Building { left: 29, columns: 3, rows: 4, gable: true },
        Building { left: 146, columns: 4, rows: 6, gable: false },
        Building { left: 281, columns: 3, rows: 4, gable: true },
    ],
};

const LARGE: Grid = Grid {
    across: 18,
    up: 23,
    wide: 11,
    high: 15,
    buildings: [
        Building { left: 22, columns: 5, rows: 7, gable: true },
        Building { left: 142, columns: 7, rows: 8, gable: false },
        Building { left: 296, columns: 5, rows: 7, gable: true },
    ],
};

/// Draws the homes of a co-op. `seed` decides the lot.
pub fn facade(homes: i64, occupied: i64, seed: u64) -> Facade {
    let homes_a_pane = ((homes + PANES_MAX - 1) / PANES_MAX).max(1);
    let panes = (homes + homes_a_pane - 1) / homes_a_pane;
    let lit_panes = ((occupied.clamp(0, homes) + homes_a_pane / 2) / homes_a_pane).min(panes);
    let grid = if panes <= 48 { &SMALL } else { &LARGE };
    let mut windows: Vec<Window> = grid.buildings.iter().enumerate().flat_map(|(at, one)| windows(at, one)).collect();
    windows.sort_by_key(|window| (window.turn, window.building, window.column));
    windows.truncate(panes.max(0) as usize);
    let (mut walls, mut middle) = (String::new(), String::new());
    for (at, building) in grid.buildings.iter().enumerate() {
        let rows =
            windows.iter().filter(|window| window.building == at).map(|window| window.row + 1).max().unwrap_or(0);
        if rows > 0 {
            wall(building, grid, rows, if building.gable { &mut walls } else { &mut middle });
        }
    }
    let mut places: Vec<(i64, i64)> = windows.iter().map(|window| window.place(grid)).collect();
    shuffle(&mut places, seed);
    let (mut lit, mut dark) = (String::new(), String::new());
    for (place, (x, y)) in places.iter().enumerate() {
        let path = if (place as i64) < lit_panes { &mut lit } else { &mut dark };
        let _ = write!(path, "M{x} {y}h{}v{}h-{}z", grid.wide, grid.high, grid.wide);
    }
    Facade { walls, middle, lit, dark, homes_a_pane }
}

/// Room for one window.
struct Window {
    building: usize,
    row: i64,
    column: i64,
    /// When it is built: floor by floor, the building in the middle two floors ahead.
    turn: i64,
}

impl Window {
    fn place(&self, grid: &Grid) -> (i64, i64) {
        let side = (grid.across - grid.wide) / 2 + 9;
        let x = grid.buildings[self.building].left + side + self.column * grid.across;
        (x, GROUND - grid.up * self.row - grid.high - 19)
    }
}

fn windows(building: usize, room: &Building) -> impl Iterator<Item = Window> {
    let ahead = if room.gable { 0 } else { 2 };
    let columns = room.columns;
    (0..room.rows)
        .flat_map(move |row| (0..columns).map(move |column| Window { building, row, column, turn: row - ahead }))
}

fn wall(building: &Building, grid: &Grid, rows: i64, path: &mut String) {
    let wide = building.columns * grid.across + 18;
    let (left, right) = (building.left, building.left + wide);
    let eaves = GROUND - rows * grid.up - 21;
    let (half, ridge) = (left + wide / 2, eaves - 28);
    let _ = if building.gable {
        write!(path, "M{left} {eaves} {half} {ridge} {right} {eaves}V{GROUND}H{left}z")
    } else {
        write!(
            path,
            "M{left} {eaves}H{right}V{GROUND}H{left}zM{} {}H{}v7H{}z",
            left - 5,
            eaves - 7,
            right + 5,
            left - 5
        )
    };
}

/// Fisher and Yates, with the numbers of splitmix64: the same seed gives the same order everywhere.
fn shuffle(places: &mut [(i64, i64)], seed: u64) {
    let mut state = seed;
    for last in (1..places.len()).rev() {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        places.swap(last, ((mixed ^ (mixed >> 31)) % (last as u64 + 1)) as usize);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn panes(path: &str) -> usize {
        path.matches('M').count()
    }

    #[test]
    fn every_home_is_a_pane_and_the_lot_is_the_same_each_time() {
        let drawn = facade(48, 47, 7);
        assert_eq!((panes(&drawn.lit), panes(&drawn.dark), drawn.homes_a_pane), (47, 1, 1));
        assert_eq!(drawn, facade(48, 47, 7));
        assert_ne!(drawn.dark, facade(48, 47, 8).dark);
    }

    #[test]
    fn above_120_homes_a_pane_stands_for_several() {
        let drawn = facade(300, 290, 7);
        assert_eq!((panes(&drawn.lit) + panes(&drawn.dark), drawn.homes_a_pane), (100, 3));
        assert_eq!(panes(&drawn.lit), 97);
    }

    proptest! {
        #[test]
        fn panes_are_as_many_as_homes_and_within_the_picture(homes in 0..=120_i64, empty in 0..120_i64, seed in any::<u64>()) {
            let occupied = (homes - empty).max(0);
            let drawn = facade(homes, occupied, seed);
            prop_assert_eq!(panes(&drawn.lit) as i64, occupied);
            prop_assert_eq!(panes(&drawn.dark) as i64, homes - occupied);
            for pane in drawn.lit.split('M').chain(drawn.dark.split('M')).filter(|pane| !pane.is_empty()) {
                let (x, rest) = pane.split_once(' ').expect("a place");
                let y: i64 = rest.split('h').next().expect("a height").parse().expect("a number");
                prop_assert!((4..=416).contains(&x.parse::<i64>().expect("a number")) && (20..250).contains(&y));
            }
        }
    }
}
