//! Who answers for personal information in the demo co-op, an incident, children in several homes, and photos of nobody.

use chrono::Days;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::Demo;
use crate::coops::{self, PersonInCharge};
use crate::incidents::{self, Details};
use crate::members::rules::photo;
use crate::members::{SeenBy, photos};
use crate::platform::error::{Error, Result};
use crate::platform::visit::Act;
use crate::units;

impl Demo<'_> {
    /// The settings of privacy, and a letter that went to the wrong address.
    pub(super) fn privacy(&mut self) -> Result<()> {
        let today = self.today();
        let days = |count: u64| today.checked_sub_days(Days::new(count)).unwrap_or(today);
        let person = PersonInCharge {
            privacy_name: "Valérie Simard".to_owned(),
            privacy_title: "Secretary of the board".to_owned(),
            privacy_address: "privacy@example.org".to_owned(),
        };
        let at = self.instant(days(370), 10);
        coops::put_in_charge(&mut self.at(at), &person)?;
        let incident = Details {
            information: "Name and housing charge of one household, on the yearly notice.".to_owned(),
            circumstances: "The mail of two homes with like numbers was mixed up when the envelopes were filled. The neighbour \
                            opened the letter, saw the name and brought it to the office."
                .to_owned(),
            happened_from: Some(days(122)),
            happened_until: None,
            happened_about: String::new(),
            known_on: days(121),
            people: 2,
            people_about: false,
            serious_risk: false,
            risk_reasons: "The charge of a home is known to the members, the letter held nothing else, and it was back after one day."
                .to_owned(),
            commission_told_on: None,
            people_told_on: Some(days(120)),
            public_notice: String::new(),
            measures: "Both households were told. Envelopes are now filled by two people, one of whom reads the address aloud."
                .to_owned(),
        };
        let at = self.instant(days(121), 15);
        incidents::add(&mut self.at(at), &incident)?;
        let mut homes: Vec<(String, i64)> = self.homes.iter().map(|(label, id)| (label.clone(), *id)).collect();
        homes.sort();
        let (since, at) = (days(200), self.instant(days(200), 11));
        for (number, (_, unit)) in homes.into_iter().enumerate().filter(|(number, _)| number.is_multiple_of(4)) {
            if units::is_lived_in(self.conn, unit, since)? {
                units::count_children(&mut self.at(at), unit, since, 1 + number as i64 / 4 % 3)?;
            }
        }
        Ok(())
    }
}

/// A photo for a member: a drawing, because nobody of the demo is anybody.
pub fn picture(act: &mut Act<'_>, member: i64, number: usize) -> Result<()> {
    let mut file = std::io::Cursor::new(Vec::new());
    let drawn = DynamicImage::ImageRgb8(drawing(number as u32));
    drawn.write_to(&mut file, ImageFormat::Png).map_err(anyhow::Error::new)?;
    let jpeg = photo::square(file.get_ref()).map_err(|key| Error::field("file", key))?;
    photos::keep(act, member, Some(&jpeg), Some(SeenBy::Members))
}

/// Sky, a sun, a hill and a house, each time a little different.
fn drawing(number: u32) -> RgbImage {
    const EDGE: u32 = 320;
    let tint = (number * 37 % 90) as u8;
    let (sun_x, house_x) = (60 + number * 53 % 200, 70 + number * 29 % 110);
    RgbImage::from_fn(EDGE, EDGE, |x, y| {
        let away = (x.abs_diff(sun_x).pow(2) + y.abs_diff(70).pow(2), x.abs_diff(160).pow(2) / 260);
        let in_house = (house_x..house_x + 90).contains(&x) && (170..250).contains(&y);
        let in_roof = (120..170).contains(&y) && x.abs_diff(house_x + 45) < y - 110;
        let in_window = in_house && (house_x + 30..house_x + 60).contains(&x) && (190..215).contains(&y);
        match () {
            () if in_window => Rgb([255, 214, 90]),
            () if in_house => Rgb([120 + tint, 80, 70]),
            () if in_roof => Rgb([70, 40, 60 + tint]),
            () if y > 215 + away.1 => Rgb([60, 120 + tint / 2, 70]),
            () if away.0 < 1_000 => Rgb([255, 220, 120]),
            () => Rgb([150, 190 + tint / 3, 235]),
        }
    })
}
