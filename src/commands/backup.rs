//! `cooperator backup FILE` and `cooperator restore FILE`.
//!
//! The private database of the data folder, or the operator's as its owner. In a folder that holds only a demo, the demo's.

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use diesel::{Connection as _, PgConnection};

use super::{DATABASE, DEMO_DATABASE, Database};
use crate::config::Place;
use crate::platform::backup::{self, Manifest, Programs};
use crate::platform::db;
use crate::platform::embedded_postgres::{Cluster, client_programs};
use crate::slices;

pub fn backup(place: &Place, file: &Path) -> anyhow::Result<ExitCode> {
    let made = match owner_url(place) {
        Some(url) => backup::make(url, &programs_for(place, url)?, file)?,
        None => of_private(place, file)?,
    };
    say(file, &made);
    say!("The key file is not in it: keep a copy of {} elsewhere.", place.keys_folder().join("server.key").display());
    Ok(ExitCode::SUCCESS)
}

pub fn restore(place: &Place, file: &Path) -> anyhow::Result<ExitCode> {
    let made = match owner_url(place) {
        Some(url) => backup::restore(url, &programs_for(place, url)?, file, slices::ALL)?,
        None => into_private(place, file)?,
    };
    say(file, &made);
    let key = place.keys_folder().join("server.key");
    say!("Put the key file of that server to {}, or run `cooperator new-key` if it is lost.", key.display());
    Ok(ExitCode::SUCCESS)
}

fn say(file: &Path, manifest: &Manifest) {
    let (rows, tables) = (manifest.rows(), manifest.tables());
    say!("{}: {rows} rows of {tables} tables, of {}", file.display(), manifest.made_at.format("%Y-%m-%d %H:%M:%S UTC"));
    for trail in &manifest.trails {
        say!("{}: {} events hold together", trail.name, trail.end);
    }
}

/// The operator's database as the role that owns the tables, or that may read all of them.
pub(super) fn owner_url(place: &Place) -> Option<&str> {
    place.owner_url.as_deref().or(place.database_url.as_deref())
}

fn programs_for(place: &Place, url: &str) -> anyhow::Result<Programs> {
    let mut conn = PgConnection::establish(url)?;
    Ok(Programs(client_programs(&place.data, db::server_major(&mut conn)?)?))
}

fn of_private(place: &Place, file: &Path) -> anyhow::Result<Manifest> {
    Database::of_coops(place)?.used(|database| {
        let Some(cluster) = &database.cluster else { bail!("the database is not in {}", place.data.display()) };
        backup::make(&cluster.owner_url(database.name), &Programs(cluster.programs().into()), file)
    })
}

/// Into a database of the name it had: a demo's stays apart from a co-op's.
fn into_private(place: &Place, file: &Path) -> anyhow::Result<Manifest> {
    let cluster = Cluster::start(&Database::settings(place))?;
    let programs = Programs(cluster.programs().into());
    let outcome = backup::check(file, &programs).and_then(|manifest| {
        let name = if manifest.database == DEMO_DATABASE { DEMO_DATABASE } else { DATABASE };
        cluster.ensure_database(name)?;
        backup::restore(&cluster.owner_url(name), &programs, file, slices::ALL)
    });
    cluster.stop()?;
    outcome
}
