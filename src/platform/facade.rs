//! The building with lit windows: a count out of a whole, drawn as panes.
//!
//! One pane is one home or one vote; above 120, one pane stands for several. Which panes are lit is drawn by lot from a
//! seed, the same at each visit, and never points to a home. Everything is in whole units of a 4200 wide view box.

/// The most panes that can be told apart on a phone.
pub const PANES_MAX: i64 = 120;
const WIDTH: i64 = 4_200;
const GROUND: i64 = 2_500;

/// The drawing: SVG paths of the lit and the dark panes, and of the walls around them.
pub struct Facade {
    pub lit: String,
    pub dark: String,
    pub walls: String,
    pub tower: String,
    pub height: i64,
    /// How many each pane stands for: 1 unless there are more than `PANES_MAX`.
    pub each: i64,
    pub label: (i64, i64),
}

/// A building of `total` panes of which `lit` are lit. Numbers below zero, or more lit than there are, are cut.
pub fn facade(total: i64, lit: i64, seed: i64) -> Facade {
    let total = total.max(0);
    let lit = lit.clamp(0, total);
    let each = (total + PANES_MAX - 1) / PANES_MAX.max(1);
    let each = each.max(1);
    let panes = ((total + each - 1) / each).max(1);
    let lit_panes = if total == 0 { 0 } else { (lit + each / 2) / each };
    let places = places(panes);
    let order = by_lot(panes as usize, seed);
    let (mut on, mut off) = (String::new(), String::new());
    for (rank, pane) in order.into_iter().enumerate() {
        let Some((x, y, width, height)) = places.panes.get(pane) else { continue };
        let path = if (rank as i64) < lit_panes { &mut on } else { &mut off };
        path.push_str(&format!("M{x} {y}h{width}v{height}h-{width}z"));
    }
    Facade {
        lit: on,
        dark: off,
        walls: places.walls,
        tower: places.tower,
        height: GROUND + 120,
        each,
        label: (lit, total),
    }
}

struct Places {
    panes: Vec<(i64, i64, i64, i64)>,
    walls: String,
    tower: String,
}

/// Two wings with gables and a tower two floors higher between them, just large enough for all panes.
fn places(panes: i64) -> Places {
    let mut wing = 3;
    let floors = loop {
        let columns = wing * 2 + wing + 1;
        let floors = ((panes - 2 * (wing + 1)).max(1) + columns - 1) / columns;
        if floors <= wing + 1 || wing >= 8 {
            break floors;
        }
        wing += 1;
    };
    let step = 3_560 / (3 * wing + 1 + 2);
    let rise = step * 5 / 4;
    let (width, height) = (step * 2 / 3, step * 5 / 6);
    let wing_width = wing * step;
    let tower_width = (wing + 1) * step;
    let left = (WIDTH - 2 * wing_width - tower_width - 2 * step / 2) / 2;
    let tower_left = left + wing_width + step / 2;
    let right = tower_left + tower_width + step / 2;
    let mut all = Vec::new();
    let mut block = |from: i64, columns: i64, floors: i64| {
        for floor in (0..floors).rev() {
            for column in 0..columns {
                let x = from + column * step + (step - width) / 2;
                let y = GROUND - (floor + 1) * rise + (rise - height) / 2;
                all.push((x, y, width, height));
            }
        }
    };
    block(left, wing, floors);
    block(tower_left, wing + 1, floors + 2);
    block(right, wing, floors);
    all.truncate(panes as usize);
    let top = GROUND - floors * rise - rise / 4;
    let gable = |from: i64| {
        format!("M{from} {top}l{} -{}l{} {}V{GROUND}H{from}z", wing_width / 2, rise, wing_width - wing_width / 2, rise)
    };
    let tower_top = GROUND - (floors + 2) * rise - rise / 4;
    let eaves = step / 5;
    let tower = format!(
        "M{tower_left} {tower_top}h{tower_width}V{GROUND}H{tower_left}zM{} {}h{}v{eaves}h-{}z",
        tower_left - eaves,
        tower_top - eaves,
        tower_width + 2 * eaves,
        tower_width + 2 * eaves
    );
    Places { panes: all, walls: format!("{}{}", gable(left), gable(right)), tower }
}

/// The numbers below `count` in an order drawn by lot (Fisher and Yates, with a linear congruential generator).
fn by_lot(count: usize, seed: i64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut state = seed.unsigned_abs().wrapping_mul(2_862_933_555_777_941_757).wrapping_add(3_037_000_493);
    for last in (1..count).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(last, (state >> 33) as usize % (last + 1));
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_many_panes_are_lit_as_are_said(total in 0..400_i64, lit in 0..400_i64, seed in any::<i64>()) {
            let lit = lit.min(total);
            let drawn = facade(total, lit, seed);
            let count = |path: &str| path.matches('M').count() as i64;
            if total > 0 && total <= PANES_MAX {
                prop_assert_eq!(count(&drawn.lit), lit);
                prop_assert_eq!(count(&drawn.lit) + count(&drawn.dark), total);
            }
            prop_assert!(count(&drawn.lit) + count(&drawn.dark) <= PANES_MAX);
            prop_assert_eq!(drawn.lit, facade(total, lit, seed).lit);
        }

        #[test]
        fn every_pane_is_inside_the_picture(panes in 1..=PANES_MAX) {
            for (x, y, width, height) in places(panes).panes {
                prop_assert!(x >= 0 && y >= 0 && x + width <= WIDTH && y + height <= GROUND);
            }
        }
    }
}
