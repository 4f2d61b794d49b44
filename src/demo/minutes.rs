//! Minutes of the annual meeting that was held last, in both languages.

use chrono::{Days, TimeDelta};

use super::Demo;
use crate::meetings::{self, Kind};
use crate::minutes;
use crate::platform::error::{Error, Result};

/// What was written of each item, in English and French.
const SAID: &[(&str, &str)] = &[
    (
        "The chair welcomed everybody and explained how to speak and how to vote.",
        "La présidence a souhaité la bienvenue et expliqué comment prendre la parole et voter.",
    ),
    (
        "The minutes of the last annual meeting were approved as circulated.",
        "Le procès-verbal de la dernière assemblée annuelle a été adopté tel que distribué.",
    ),
    (
        "The board reported on the year: four vacancies filled, the boiler replaced, the waiting list reviewed.\n\nMembers asked about the \
         noise of the new fans. The board will look into it.",
        "Le conseil a présenté l’année : quatre logements attribués, la chaudière remplacée, la liste d’attente révisée.\n\nDes membres \
         ont demandé ce qu’il en est du bruit des nouveaux ventilateurs. Le conseil s’en occupe.",
    ),
    (
        "The audited statements were presented and **adopted**.",
        "Les états financiers audités ont été présentés et **adoptés**.",
    ),
    ("The auditor was appointed for another year.", "L’auditeur a été nommé pour une autre année."),
    (
        "Directors were elected by secret ballot. The result stands in the register of elections.",
        "Le conseil a été élu au scrutin secret. Le résultat figure au registre des élections.",
    ),
    (
        "Bicycle parking, quiet hours and the compost were raised.",
        "On a parlé du stationnement des vélos, des heures de silence et du compost.",
    ),
];

impl Demo<'_> {
    pub(super) fn minutes(&mut self) -> Result<()> {
        let today = self.today();
        let past = meetings::past(self.conn, None, today, None, 50)?;
        let annual = past.into_iter().find(|one| one.kind == Kind::Annual).ok_or(Error::NotFound)?;
        let (id, evening) = (annual.id, self.instant(annual.held_on, 19));
        let items = meetings::items(self.conn, id)?;
        for ((item, (en, fr)), minute) in items.iter().zip(SAID).zip((0..).step_by(15)) {
            let at = evening + TimeDelta::minutes(minute);
            minutes::write(&mut self.at(at), id, Some(item.id), (en, &fr.replace(" :", "\u{a0}:")), 0)?;
        }
        let at = self.instant(annual.held_on + Days::new(6), 10);
        minutes::publish(&mut self.at(at), id, true, "").map(drop)
    }
}
