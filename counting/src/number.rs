//! Fixed decimals: whole numbers of 10^-PLACES, with the direction of each rounding in its name.
//!
//! Values stay below 10^24 units (see [`super::contest::WEIGHT_MAX`]), so that a product of two, one of them at most one, fits.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub, SubAssign};

use super::outcome::Figure;

/// A number with exactly `PLACES` decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Fixed<const PLACES: u8>(i128);

/// Five decimals: the Scottish rules.
pub type Fixed5 = Fixed<5>;
/// Nine decimals: the reference rule for Meek.
pub type Fixed9 = Fixed<9>;

impl<const PLACES: u8> Fixed<PLACES> {
    /// Units in 1.
    pub const SCALE: i128 = 10_i128.pow(PLACES as u32);
    pub const ZERO: Self = Self(0);
    pub const ONE: Self = Self(Self::SCALE);
    /// The smallest number above zero.
    pub const UNIT: Self = Self(1);

    pub fn whole(value: u64) -> Self {
        Self(i128::from(value) * Self::SCALE)
    }

    pub const fn from_units(units: i128) -> Self {
        Self(units)
    }

    pub fn units(self) -> i128 {
        self.0
    }

    /// `self × by ÷ over`: multiplied first, then divided, then cut.
    pub fn times_over_cut(self, by: Self, over: Self) -> Self {
        Self(self.0 * by.0 / over.0)
    }

    /// `self × by`, rounded up.
    pub fn times_up(self, by: Self) -> Self {
        Self(divide_up(self.0 * by.0, Self::SCALE))
    }

    /// `self ÷ by`, rounded up.
    pub fn over_up(self, by: Self) -> Self {
        Self(divide_up(self.0 * Self::SCALE, by.0))
    }

    /// `self ÷ by`, rounded down.
    pub fn over_whole_down(self, by: u64) -> Self {
        Self(self.0.div_euclid(i128::from(by)))
    }

    /// `self × by`, exact.
    pub fn times_whole(self, by: u64) -> Self {
        Self(self.0 * i128::from(by))
    }

    pub fn figure(self) -> Figure {
        Figure::fixed(self.0, PLACES)
    }
}

/// The quotient rounded up; neither number is negative.
fn divide_up(value: i128, by: i128) -> i128 {
    (value + by - 1) / by
}

impl<const PLACES: u8> Add for Fixed<PLACES> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl<const PLACES: u8> Sub for Fixed<PLACES> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl<const PLACES: u8> AddAssign for Fixed<PLACES> {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl<const PLACES: u8> SubAssign for Fixed<PLACES> {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl<const PLACES: u8> Sum for Fixed<PLACES> {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Self::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rounding_goes_its_way() {
        let third = Fixed5::ONE.times_over_cut(Fixed5::ONE, Fixed5::whole(3));
        assert_eq!(third.figure().to_string(), "0.33333");
        assert_eq!(Fixed9::ONE.over_up(Fixed9::whole(3)).figure().to_string(), "0.333333334");
        assert_eq!(Fixed9::UNIT.times_up(Fixed9::UNIT), Fixed9::UNIT);
        assert_eq!(Fixed9::whole(94).over_whole_down(5).figure().to_string(), "18.800000000");
    }
}
