//! What the demo co-op files and renews: one thing is late, one is due soon, some come later, and one was done.

use chrono::TimeDelta;

use super::Demo;
use crate::committees;
use crate::governance::{self, Kind, NewFiling};
use crate::platform::error::Result;

/// A filing: kind, titles, in how many days, after how many months again, committee, hand, details.
type Filed = (Kind, (&'static str, &'static str), i64, Option<i32>, &'static str, &'static str, &'static str);

const FILINGS: [Filed; 5] = [
    (
        Kind::Insurance,
        ("Renewal of the building insurance", "Renouvellement de l’assurance de l’immeuble"),
        -9,
        Some(12),
        "",
        "the treasurer",
        "The broker wants the number of homes and the year of the roof. The bank gets a copy of the certificate.",
    ),
    (
        Kind::Other,
        ("Inspection of the fire alarms", "Inspection des avertisseurs d’incendie"),
        18,
        Some(12),
        "Maintenance",
        "",
        "The inspector needs to get into every home: put up a sign a week before.",
    ),
    (
        Kind::Audit,
        ("Papers to the auditor", "Documents pour l’auditeur"),
        73,
        Some(12),
        "Finance",
        "the bookkeeper",
        "Bank statements, the list of housing charges, the minutes of the board.",
    ),
    (
        Kind::Tax,
        ("Income tax return of the co-op", "Déclaration de revenus de la coop"),
        212,
        Some(12),
        "",
        "the accountant",
        "",
    ),
    (
        Kind::ByLawReview,
        ("Review of the by-law on pets", "Révision du règlement sur les animaux"),
        255,
        Some(36),
        "",
        "",
        "",
    ),
];

impl Demo<'_> {
    pub(super) fn governance(&mut self) -> Result<()> {
        let (today, at) = (self.today(), self.now - TimeDelta::days(60));
        for (kind, (en, fr), in_days, every_months, committee, hand, details) in FILINGS {
            let new = NewFiling {
                kind,
                title_en: en.to_owned(),
                title_fr: fr.to_owned(),
                due_on: today + TimeDelta::days(in_days),
                every_months,
                committee_id: committees::named(self.conn, committee)?,
                hand: hand.to_owned(),
                details: details.to_owned(),
            };
            governance::add(&mut self.at(at), &new)?;
        }
        let registry = NewFiling {
            kind: Kind::AnnualReturn,
            title_en: "Annual report to the government".to_owned(),
            title_fr: "Rapport annuel au gouvernement".to_owned(),
            due_on: today - TimeDelta::days(40),
            every_months: Some(12),
            committee_id: None,
            hand: "the secretary".to_owned(),
            details: String::new(),
        };
        let done = governance::add(&mut self.at(at), &registry)?;
        let on = today - TimeDelta::days(46);
        governance::finish(&mut self.at(self.now - TimeDelta::days(46)), done, on).map(drop)
    }
}
