//! Three requests for repairs: a visit that is planned, one that nobody deals with yet, and one that is repaired.

use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::{Demo, store};
use crate::accounts;
use crate::accounts::pages::DEMO_ACCOUNTS;
use crate::committees;
use crate::files::{self, NewFile};
use crate::platform::error::{Error, Result};
use crate::platform::visit::{Act, Viewer};
use crate::repairs::{self, Access, Appointment, Entry, NewRepair, Urgency, steps};

/// Who comes: of the committee that deals with repairs.
const COMES: &str = "Ruth Chen";

impl Demo<'_> {
    pub(super) fn repairs(&mut self) -> Result<()> {
        let committee = committees::named(self.conn, "Maintenance")?;
        repairs::settle(&mut self.at(self.now - TimeDelta::days(300)), committee)?;
        let [isabelle, valerie] = [&DEMO_ACCOUNTS[0], &DEMO_ACCOUNTS[1]].map(|account| account.name);
        let home = self.homes.get("101").copied();
        let tap = NewRepair {
            unit_id: home,
            place: "bathroom".to_owned(),
            title: "The tap drips".to_owned(),
            details: "Since last week, and more every day. The valve under the sink does not turn.".to_owned(),
            urgency: Urgency::Soon,
        };
        let access = Access {
            enter: Entry::WhenHome,
            times: "On weekdays after 16:00".to_owned(),
            pets: "A cat, who must not get out".to_owned(),
            way_in: String::new(),
        };
        let tap = self.asked(isabelle, self.now - TimeDelta::days(3), &tap, Some(&access))?;
        self.photographed(tap, isabelle, self.now - TimeDelta::days(3))?;
        self.handed(tap, self.now - TimeDelta::days(2))?;
        let visit = Appointment {
            on: self.today() + Days::new(2),
            from: NaiveTime::from_hms_opt(16, 30, 0),
            to: NaiveTime::from_hms_opt(18, 0, 0),
        };
        let at = self.now - TimeDelta::days(1);
        self.acting(COMES, at, |act| steps::plan(act, tap, 2, visit))?;
        let dryer = NewRepair {
            unit_id: None,
            place: "buanderie du deuxième".to_owned(),
            title: "La sécheuse de gauche ne chauffe plus".to_owned(),
            details: "Elle tourne, mais le linge reste mouillé.".to_owned(),
            urgency: Urgency::Soon,
        };
        self.asked(valerie, self.now - TimeDelta::hours(5), &dryer, None)?;
        let window = NewRepair {
            unit_id: home,
            place: "kitchen".to_owned(),
            title: "The window does not close".to_owned(),
            details: String::new(),
            urgency: Urgency::Whenever,
        };
        let window = self.asked(isabelle, self.now - TimeDelta::days(40), &window, None)?;
        self.handed(window, self.now - TimeDelta::days(38))?;
        let at = self.now - TimeDelta::days(33);
        self.acting(COMES, at, |act| {
            steps::close(act, window, 2, true, "The hinge was loose. New screws, and a drop of oil.")
        })
    }

    fn asked(&mut self, who: &str, at: DateTime<Utc>, new: &NewRepair, access: Option<&Access>) -> Result<i64> {
        self.acting(who, at, |act| repairs::ask(act, new, access))
    }

    /// Whoever asked adds a photo: a drawing of it.
    fn photographed(&mut self, id: i64, who: &str, at: DateTime<Utc>) -> Result<()> {
        let mut file = std::io::Cursor::new(Vec::new());
        let drawn = DynamicImage::ImageRgb8(dripping_tap());
        drawn.write_to(&mut file, ImageFormat::Png).map_err(anyhow::Error::new)?;
        let read = files::read("robinet.png", file.get_ref()).map_err(|key| Error::field("file", key))?;
        self.acting(who, at, |act| {
            let asker = act.asker();
            let thing = files::thing(act.conn, act.state.slices, &asker, repairs::slice::REPAIR.word, id)?;
            let description = "It drips here, about once a second".to_owned();
            files::add(act, &thing, &NewFile { description, ..read }).map(|_| ())
        })
    }

    /// The co-ordinator hands a request to who comes.
    fn handed(&mut self, id: i64, at: DateTime<Utc>) -> Result<()> {
        let comes = self.people.get(COMES).copied();
        steps::hand_over(&mut self.at(at), id, 1, comes)
    }

    /// Somebody acts, at some time.
    fn acting<T>(&mut self, who: &str, at: DateTime<Utc>, verb: impl FnOnce(&mut Act<'_>) -> Result<T>) -> Result<T> {
        let member = self.people.get(who).copied().ok_or(Error::NotFound)?;
        let account = store::account(self.conn, member)?;
        let viewer: Viewer = accounts::acting(self.conn, account, at)?.ok_or(Error::NotFound)?;
        verb(&mut Act::new(self.conn, self.coop, Some(&viewer), self.state, at))
    }
}

/// Tiles, a pipe that bends down, and a drop.
fn dripping_tap() -> RgbImage {
    RgbImage::from_fn(480, 360, |x, y| {
        let shade = (x / 8 % 12) as u8;
        let in_pipe = (110..150).contains(&y) && (0..300).contains(&x);
        let in_spout = (260..300).contains(&x) && (110..220).contains(&y);
        let in_handle =
            (180..200).contains(&x) && (70..110).contains(&y) || (150..230).contains(&x) && (56..72).contains(&y);
        let drop = x.abs_diff(280).pow(2) + y.abs_diff(276).pow(2);
        let in_drop = drop < 196 || ((240..276).contains(&y) && x.abs_diff(280) * 3 < y - 238);
        match () {
            () if in_pipe || in_spout || in_handle => Rgb([150 + shade, 158 + shade, 166 + shade]),
            () if in_drop => Rgb([70, 140, 205]),
            () if x % 96 < 3 || y % 96 < 3 => Rgb([205, 205, 198]),
            () => Rgb([236, 238, 234]),
        }
    })
}
