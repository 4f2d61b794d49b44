//! What an operator does by hand: migrate, co-ops, imports, scores, checks.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, bail};
use chrono::NaiveDate;
use diesel::{Connection as _, PgConnection};

use super::{DATABASE, Database, state};
use crate::accounts::{self, Holder, Invitation};
use crate::config::{CoopCommand, Place, ScoresCommand};
use crate::coops::{self, Details, Preset};
use crate::platform::db::{self, CoopId, Db};
use crate::platform::slice::{self, Slices};
use crate::platform::state::AppState;
use crate::platform::visit::Act;
use crate::platform::{events, server_key};
use crate::policy::Role;

pub fn migrate(place: &Place) -> anyhow::Result<ExitCode> {
    let url = place.owner_url.as_ref().or(place.database_url.as_ref());
    let Some(url) = url else {
        Database::open(place, DATABASE)?.close()?;
        say!("the private database is up to date");
        return Ok(ExitCode::SUCCESS);
    };
    say!("{} migrations done", db::migrate(url)?);
    db::grant_english(url)?;
    Ok(ExitCode::SUCCESS)
}

pub fn new_key(place: &Place) -> anyhow::Result<ExitCode> {
    Database::of_coops(place)?.used(|database| server_key::adopt(&database.app_url, &place.keys_folder()))?;
    say!("the server goes on with {}", place.keys_folder().join("server.key").display());
    Ok(ExitCode::SUCCESS)
}

pub fn coop(place: &Place, command: CoopCommand) -> anyhow::Result<ExitCode> {
    let database = match command {
        CoopCommand::Add { .. } => Database::open(place, DATABASE)?,
        _ => Database::existing(place, DATABASE)?,
    };
    database.used(|database| {
        let state = state(place, &database.app_url, 2)?;
        changed(&state, command)
    })?;
    Ok(ExitCode::SUCCESS)
}

fn changed(state: &AppState, command: CoopCommand) -> anyhow::Result<()> {
    let change = |id: i64, verb: &dyn Fn(&mut Act<'_>) -> crate::platform::error::Result<()>| {
        let known = state.db.across_now(coops::all)?;
        if !known.iter().any(|(known, ..)| known.0 == id) {
            bail!("there is no co-op {id}: see `cooperator coop list`");
        }
        Ok(state.db.write_now(CoopId(id), |conn| {
            let coop = accounts::coop(conn)?;
            verb(&mut Act::by_itself(conn, &coop, state))
        })?)
    };
    match command {
        CoopCommand::List => list_coops(state)?,
        CoopCommand::Rename { id, name_en, name_fr } => change(id, &|act| {
            let mut details = coops::details(act.conn)?;
            details.name_en = name_en.clone().unwrap_or(details.name_en);
            details.name_fr = name_fr.clone().unwrap_or(details.name_fr);
            coops::change(act, &details)
        })?,
        CoopCommand::Hosts { id, hosts } => change(id, &|act| coops::answer_to(act, &hosts))
            .context("these host names cannot be given (another co-op may have one of them)")?,
        CoopCommand::Add { name_en, name_fr, preset, host, admin_name, admin_email } => {
            let known = Preset::ALL.iter().find(|(word, _)| *word == preset).map(|(_, preset)| *preset);
            let Some(preset) = known else { bail!("there is no preset {preset}: choose QC, ON, BC or CA") };
            let details = Details::plain(&name_en, &name_fr);
            let holder = Holder::Guest { name: admin_name, email: admin_email.to_lowercase() };
            add_coop(state, &details, preset, &host, holder)?;
        }
    }
    Ok(())
}

fn list_coops(state: &AppState) -> anyhow::Result<()> {
    for (id, name, demo) in state.db.across_now(coops::all)? {
        let hosts = state.db.read_now(id, coops::hosts)?;
        let hosts = if hosts.is_empty() { "the server's own address".to_owned() } else { hosts.join(" ") };
        say!("{}\t{name}\t{hosts}{}", id.0, if demo { "\t(demo)" } else { "" });
    }
    Ok(())
}

/// Adds a co-op beside those there are. One that has no host name goes on answering to the server's own address, so the new one cannot
/// have that.
fn add_coop(state: &AppState, details: &Details, preset: Preset, host: &str, holder: Holder) -> anyhow::Result<()> {
    let others = state.db.across_now(coops::all)?;
    let named = |id: &CoopId| state.db.read_now(*id, coops::hosts).map(|hosts| !hosts.is_empty());
    let mut nameless = Vec::new();
    for (id, name, _) in others {
        if !named(&id)? {
            nameless.push(format!("co-op {} ({name})", id.0));
        }
    }
    let own = std::env::var("COOPERATOR_ORIGIN").ok().and_then(|origin| url::Url::parse(&origin).ok());
    let is_own = own.is_some_and(|own| own.host_str().is_some_and(|own| own.eq_ignore_ascii_case(host)));
    if let Some(first) = nameless.first().filter(|_| is_own) {
        bail!(
            "{first} answers to {host}, the server's own address: say another host, or first `cooperator coop hosts` for that one"
        );
    }
    let email = match &holder {
        Holder::Guest { email, .. } => email.clone(),
        _ => String::new(),
    };
    let invitation = Invitation { holder, role: Role::Admin, language: None, expires_on: None };
    let id = state.db.across_now(|conn| {
        conn.transaction(|conn| {
            let id = coops::found(conn, state, details, preset, false)?;
            let coop = accounts::coop(conn)?;
            let mut act = Act::by_itself(conn, &coop, state);
            coops::answer_to(&mut act, &[host.to_owned()])?;
            accounts::open(&mut act, &invitation, None)?;
            Ok(id)
        })
    })?;
    say!("co-op {} answers to {host}; {email} can sign in there by a mailed link", id.0);
    for first in nameless {
        say!("{first} answers to the server's own address; give it a host name with `cooperator coop hosts`");
    }
    Ok(())
}

pub fn scores(place: &Place, command: ScoresCommand) -> anyhow::Result<ExitCode> {
    let ScoresCommand::Run { coop: only, as_of } = command;
    Database::existing(place, DATABASE)?.used(|database| {
        let state = state(place, &database.app_url, 2)?;
        for (id, name, _) in state.db.across_now(coops::all)? {
            if only.is_some_and(|only| only != id.0) {
                continue;
            }
            if let Some(day) = as_of {
                scores_as_of(&state, id, &name, day)?;
                continue;
            }
            let run = state.db.write_now(id, |conn| {
                let coop = accounts::coop(conn)?;
                crate::scorecards::run(&mut Act::by_itself(conn, &coop, &state))
            })?;
            say!("{name}: {} members, {} to {}", run.members, run.period_start, run.period_end);
        }
        Ok(ExitCode::SUCCESS)
    })
}

/// Prints each figure of a day as number, figure, value and whole, and whether all are as they were kept.
fn scores_as_of(state: &AppState, id: CoopId, name: &str, day: NaiveDate) -> anyhow::Result<()> {
    let (counted, kept) = state.db.write_now(id, |conn| {
        let coop = accounts::coop(conn)?;
        crate::scorecards::as_of(&mut Act::by_itself(conn, &coop, state), day)
    })?;
    let mut lines = csv::Writer::from_writer(std::io::stdout());
    for one in &counted {
        let whole = one.whole.map(|whole| whole.to_string()).unwrap_or_default();
        lines.write_record([&one.number, &one.figure, &one.value.to_string(), &whole])?;
    }
    lines.flush()?;
    match kept {
        None => eprintln!("{name}: {} figures as of {day}; none are kept of that night", counted.len()),
        Some(kept) => {
            let same = counted.iter().filter(|one| kept.contains(one)).count();
            eprintln!("{name}: {} figures as of {day}, {same} of them as they were kept", counted.len());
        }
    }
    Ok(())
}

/// What is to be said of a co-op's trail and of the rows that it tells of, and whether all of it is as it was recorded.
fn verified(
    conn: &mut PgConnection,
    slices: Slices,
    noted: Option<&events::Mark>,
) -> crate::platform::error::Result<(Vec<String>, bool)> {
    let trail = events::verify(conn, noted)?;
    let others = slice::verify(slices, conn)?;
    let whole = trail.is_ok() && others.is_empty();
    let said = match trail {
        Ok(end) => format!("{end} events hold together"),
        Err(events::Broken::Event(event)) => {
            format!("event {event} is not what was recorded, or one before it is missing")
        }
        Err(events::Broken::End(end)) => format!("{end} is not how the trail was expected to go on"),
    };
    Ok((std::iter::once(said).chain(others.iter().map(ToString::to_string)).collect(), whole))
}

/// Walks the trail of each co-op, or of one, and compares what it tells with the rows: all as they stood at one moment. In a folder
/// that holds only a demo, the demo's.
pub fn verify(place: &Place, expect: Option<&str>, only: Option<i64>) -> anyhow::Result<ExitCode> {
    let mark = expect.map(events::Mark::read).transpose()?;
    Database::of_coops(place)?.used(|database| verified_all(&Db::connect(&database.app_url, 2), mark.as_ref(), only))
}

fn verified_all(db: &Db, mark: Option<&events::Mark>, only: Option<i64>) -> anyhow::Result<ExitCode> {
    let coops: Vec<_> =
        db.across_now(coops::all)?.into_iter().filter(|(id, ..)| only.is_none_or(|only| only == id.0)).collect();
    if coops.is_empty() {
        bail!("there is no co-op here whose trail could be checked");
    }
    if mark.is_some() && coops.len() > 1 {
        bail!("there are {} co-ops: say with --coop whose trail is expected", coops.len());
    }
    let mut whole = true;
    for (id, name, _) in &coops {
        // What was recorded a moment ago has no place yet where no server runs; an erasing's seals count from theirs.
        db.write_now(*id, |conn| {
            while !events::chain(conn)?.is_empty() {}
            Ok(())
        })?;
        let (lines, good) = db.read_now(*id, |conn| {
            let mut moment = conn.build_transaction().repeatable_read().read_only();
            moment.run(|conn| verified(conn, crate::slices::ALL, mark))
        })?;
        lines.iter().for_each(|line| say!("{name}: {line}"));
        whole &= good;
    }
    Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Asks `/readyz`, by hand: the image has no other program that could.
pub fn health(listen: SocketAddr) -> anyhow::Result<ExitCode> {
    let mut address = listen;
    if address.ip().is_unspecified() {
        address.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
    }
    let limit = Duration::from_secs(5);
    let mut stream = TcpStream::connect_timeout(&address, limit).context("nothing listens there")?;
    stream.set_read_timeout(Some(limit))?;
    write!(stream, "GET /readyz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.take(10_000).read_to_string(&mut answer)?;
    let well = answer.starts_with("HTTP/1.1 200");
    say!("{}", answer.rsplit("\r\n\r\n").next().unwrap_or_default().trim());
    Ok(if well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

pub fn routes() -> anyhow::Result<ExitCode> {
    for route in crate::routes::all() {
        say!("{:6} {:45} {:?}", route.method.to_uppercase(), route.path, route.access);
    }
    Ok(ExitCode::SUCCESS)
}

pub fn openapi() -> anyhow::Result<ExitCode> {
    say!("{}", crate::api::document(crate::slices::ALL).to_pretty_json()?);
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
#[path = "tampering_tests.rs"]
mod tests;
