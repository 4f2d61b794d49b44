//! `cooperator reporting`: who reads the views of the schema `reporting` with a program of their own, such as Superset, Metabase or Grafana.
//!
//! A reader is a role of the database, made by its owner. The co-op that it reads is in its name (`functions/reporting.sql`).

use std::process::ExitCode;

use anyhow::{Context as _, ensure};
use diesel::{Connection as _, PgConnection};
use serde_json::json;

use super::{DATABASE, Database, backup, state};
use crate::accounts;
use crate::config::{Place, ReportingCommand};
use crate::coops;
use crate::platform::db::CoopId;
use crate::platform::events::{self, EventKind};
use crate::platform::keys::random;
use crate::platform::readers::{self, READERS};
use crate::platform::session::hex;
use crate::platform::state::AppState;
use crate::platform::visit::Act;
use crate::upkeep::slice;

/// The longest label of a reader.
const LABEL_MAX: usize = 24;

pub fn reporting(place: &Place, command: ReportingCommand) -> anyhow::Result<ExitCode> {
    Database::existing(place, DATABASE)?.used(|database| {
        let private = database.cluster.as_ref().map(|cluster| cluster.owner_url(database.name));
        let url = private.as_deref().or(backup::owner_url(place)).context("no database is named")?;
        let mut owner = PgConnection::establish(url).context("cannot reach the database as its owner")?;
        let state = state(place, &database.app_url, 2)?;
        match command {
            ReportingCommand::List => list(&mut owner)?,
            ReportingCommand::Grant { coop, label } => grant(&mut owner, &state, coop, &label)?,
            ReportingCommand::Revoke { role } => revoke(&mut owner, &state, &role)?,
        }
        Ok(ExitCode::SUCCESS)
    })
}

fn list(owner: &mut PgConnection) -> anyhow::Result<()> {
    for (view, words) in readers::views(owner)? {
        say!("reporting.{view}\n    {words}");
    }
    for reader in readers::all(owner)? {
        say!("{reader} reads them");
    }
    Ok(())
}

/// The co-op that a reader of this name reads.
fn coop_of(role: &str) -> Option<i64> {
    role.strip_prefix(READERS)?.split('_').next()?.parse().ok()
}

fn grant(owner: &mut PgConnection, state: &AppState, coop: i64, label: &str) -> anyhow::Result<()> {
    let plain = label.len() <= LABEL_MAX && label.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    ensure!(plain, "a label has small letters and digits, at most {LABEL_MAX}");
    let known = state.db.across_now(coops::all)?;
    ensure!(known.iter().any(|(known, ..)| known.0 == coop), "there is no co-op {coop}: see `cooperator coop list`");
    let role = if label.is_empty() { format!("{READERS}{coop}") } else { format!("{READERS}{coop}_{label}") };
    ensure!(!readers::all(owner)?.contains(&role), "{role} reads already: revoke it first, or give another label");
    let password = hex(&random::<16>());
    readers::make(owner, &role, &password)?;
    told(state, coop, &slice::REPORTING_GRANTED, &role)?;
    say!("{role} reads the views of co-op {coop} with the password {password}");
    say!("It is shown once. `cooperator reporting list` names the views.");
    Ok(())
}

fn revoke(owner: &mut PgConnection, state: &AppState, role: &str) -> anyhow::Result<()> {
    ensure!(
        readers::all(owner)?.iter().any(|reader| reader == role),
        "{role} reads nothing: see `cooperator reporting list`"
    );
    readers::remove(owner, role)?;
    if let Some(coop) = coop_of(role) {
        told(state, coop, &slice::REPORTING_REVOKED, role)?;
    }
    say!("{role} is dropped; connections that it has open end with their programs");
    Ok(())
}

/// The co-op can read in its log that somebody may read its figures. One that is no longer there is told nothing.
fn told(state: &AppState, coop: i64, kind: &'static EventKind, role: &str) -> anyhow::Result<()> {
    if !state.db.across_now(coops::all)?.iter().any(|(known, ..)| known.0 == coop) {
        return Ok(());
    }
    Ok(state.db.write_now(CoopId(coop), |conn| {
        let coop = accounts::coop(conn)?;
        events::record_of_coop(&mut Act::by_itself(conn, &coop, state), kind, json!({ "reader": role }))?;
        Ok(())
    })?)
}
