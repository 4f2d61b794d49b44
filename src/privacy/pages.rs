//! `/privacy`, open to everybody, and the settings of who answers for personal information.

pub mod access_request;
pub mod erasure;

use askama::Template;
use fluent_templates::fluent_bundle::FluentValue;

use super::figure;
use crate::applications;
use crate::coops::{self, PersonInCharge, RuleProfile};
use crate::members::{self, Gone};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::person::Retained;
use crate::platform::table_file::Table;
use crate::platform::visit::{Done, Visit};

/// How many former members are listed whose time is over.
const DUE_MAX: i64 = 100;

/// A line of the table of times.
struct Line {
    what: String,
    how_long: String,
    how: String,
}

/// What each slice keeps for a time, by how it goes.
fn lines(visit: &Visit, rules: &RuleProfile) -> Result<Vec<Line>> {
    let rules = serde_json::to_value(rules).map_err(anyhow::Error::new)?;
    let line = |kept: &Retained| {
        let figures: Vec<_> =
            kept.figures.iter().map(|(name, of)| (*name, FluentValue::from(figure(*of, &rules)))).collect();
        Line {
            what: visit.lang.t_of("kept-", kept.name),
            how_long: visit.lang.with(&format!("kept-{}-for", kept.name), &figures),
            how: visit.lang.t_of("kept-by-", kept.end.word()),
        }
    };
    let mut all: Vec<&Retained> = visit.state.slices.iter().flat_map(|slice| slice.retained).collect();
    all.sort_by_key(|kept| kept.end);
    Ok(all.into_iter().map(line).collect())
}

#[derive(Template)]
#[template(path = "privacy/show.html")]
struct PrivacyPage {
    page: Page,
    person: PersonInCharge,
    lines: Vec<Line>,
    /// The commission that a complaint goes to, by the province of the rules.
    commission: String,
    /// The member who looks.
    own: Option<i64>,
}

pub async fn show(visit: Visit) -> Answer {
    let (person, rules) =
        visit.read(|conn, _| Ok((coops::person_in_charge(conn)?, coops::rule_profile(conn)?))).await?;
    let page = PrivacyPage {
        page: Page::new(&visit, "", "privacy-title"),
        person,
        lines: lines(&visit, &rules)?,
        commission: visit.lang.t_of("privacy-commission-", &rules.preset),
        own: visit.viewer.as_ref().and_then(|viewer| viewer.member_id),
    };
    page::ok(&visit, &page)
}

/// What is kept how long, as a file.
pub async fn export(visit: Visit) -> Answer {
    let rules = visit.read(|conn, _| coops::rule_profile(conn)).await?;
    let headings = ["kept-what", "kept-how-long", "kept-how"].map(|key| visit.lang.t(key));
    let rows = lines(&visit, &rules)?.into_iter().map(|line| vec![line.what, line.how_long, line.how]);
    Table::new(headings, rows).answer(&visit, "privacy")
}

// ---- settings ----

#[derive(Template)]
#[template(path = "privacy/settings.html")]
struct SettingsPage {
    page: Page,
    form: Form,
    lines: Vec<Line>,
    due: Vec<Gone>,
    /// Requests of the waiting list that came to nothing so long ago that their names must go, by number.
    due_requests: Vec<i64>,
}

async fn settings_page(visit: &Visit, form: Option<Form>) -> Result<SettingsPage> {
    let (person, rules, due, due_requests) = visit
        .read(|conn, visit| {
            let rules = coops::rule_profile(conn)?;
            let due = members::gone_for(conn, rules.retention_months, visit.today(), DUE_MAX)?;
            let requests = applications::due_to_be_forgotten(conn, visit.today())?;
            Ok((coops::person_in_charge(conn)?, rules, due, requests))
        })
        .await?;
    let form = form.unwrap_or_else(|| {
        Form::filled([
            ("privacy_name", person.privacy_name),
            ("privacy_title", person.privacy_title),
            ("privacy_address", person.privacy_address),
        ])
    });
    let page = Page::new(visit, "settings", "privacy-settings-title").with_form(&form);
    Ok(SettingsPage { page, form, lines: lines(visit, &rules)?, due, due_requests })
}

pub async fn settings_form(visit: Visit) -> Answer {
    page::ok(&visit, &settings_page(&visit, None).await?)
}

pub async fn change_settings(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let reader = form.reader();
            let person = PersonInCharge {
                privacy_name: reader.required_line("privacy_name", 120),
                privacy_title: reader.line("privacy_title", 120),
                privacy_address: reader.required_line("privacy_address", 200),
            };
            reader.finish()?;
            coops::put_in_charge(act, &person)?;
            Ok(Done::to("/settings/privacy").say("privacy-settings-saved", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &settings_page(&visit, Some(form.with_errors(errors))).await?)
        }
        Err(error) => Err(error),
    }
}
