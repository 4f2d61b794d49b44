//! What the demo co-op files and renews: one thing is late, one is due soon, some come later, and one was done.

use chrono::TimeDelta;

use super::Demo;
use crate::committees;
use crate::governance::{self, Kind, NewFiling};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::requisitions::{self, NewRequisition};

/// A filing: kind, titles, in how many days, after how many months again, committee, hand, details.
type Filed = (Kind, (&'static str, &'static str), i64, Option<i32>, &'static str, &'static str, &'static str);

const FILINGS: [Filed; 5] = [
    (
        Kind::Insurance,
        ("Renewal of the building insurance", "Renouvellement de l’assurance de l’immeuble"),
        -9,
        Some(12),
        "",
        "Bélanger Assurances",
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
        "Joan Rioux",
        "Bank statements, the list of housing charges, the minutes of the board.",
    ),
    (
        Kind::Tax,
        ("Income tax return of the co-op", "Déclaration de revenus de la coop"),
        212,
        Some(12),
        "",
        "Cabinet Gagnon Roy CPA",
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

/// Who signs for a meeting.
const SIGNERS: [&str; 6] =
    ["Margaret Poulin", "Aisha Sharma", "George Tran", "Minh Caron", "Benoît Ibrahim", "Tomasz Larivière-Bédard"];

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
            hand: "Joan Rioux".to_owned(),
            details: String::new(),
        };
        let done = governance::add(&mut self.at(at), &registry)?;
        let on = today - TimeDelta::days(46);
        governance::finish(&mut self.at(self.now - TimeDelta::days(46)), done, on)?;
        self.requisition()?;
        self.surveys()?;
        self.reports()
    }

    /// Members ask for a meeting; some have signed.
    fn requisition(&mut self) -> Result<()> {
        let (title, details) = ("Night noise from the ventilation", "We want a date by which it is repaired.");
        let new = NewRequisition { lang: Lang::En, title: title.to_owned(), details: details.to_owned() };
        let signers: Vec<i64> = SIGNERS.iter().filter_map(|name| self.people.get(*name).copied()).collect();
        let Some((first, others)) = signers.split_first() else { return Ok(()) };
        let id = requisitions::open_for(&mut self.at(self.now - TimeDelta::days(4)), *first, &new)?;
        for member in others {
            requisitions::sign_for(&mut self.at(self.now - TimeDelta::days(2)), id, *member)?;
        }
        Ok(())
    }
}
