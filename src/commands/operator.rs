//! What an operator does by hand: migrate, co-ops, imports, scores, checks.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, bail};
use diesel::Connection as _;

use super::{DATABASE, DEMO_DATABASE, Database, state};
use crate::accounts::{self, Invitation};
use crate::config::{CoopCommand, Place, ScoresCommand};
use crate::coops::{self, Details, Preset};
use crate::platform::visit::Act;
use crate::platform::{db, events};
use crate::policy::Role;

pub fn migrate(place: &Place) -> anyhow::Result<ExitCode> {
    let url = place.owner_url.as_ref().or(place.database_url.as_ref());
    let Some(url) = url else {
        Database::open(place, DATABASE)?.close()?;
        println!("the private database is up to date");
        return Ok(ExitCode::SUCCESS);
    };
    println!("{} migrations done", db::migrate(url)?);
    db::grant_english(url)?;
    Ok(ExitCode::SUCCESS)
}

pub fn coop(place: &Place, command: CoopCommand) -> anyhow::Result<ExitCode> {
    let database = match command {
        CoopCommand::Add { .. } => Database::open(place, DATABASE)?,
        _ => Database::existing(place, DATABASE)?,
    };
    let state = state(place, &database.app_url, 2)?;
    match command {
        CoopCommand::List => {
            for (id, name, demo) in state.db.across_now(coops::all)? {
                println!("{}\t{name}{}", id.0, if demo { "\t(demo)" } else { "" });
            }
        }
        CoopCommand::Add { name_en, name_fr, preset, host, admin_name, admin_email } => {
            let known = Preset::ALL.iter().find(|(word, _)| *word == preset).map(|(_, preset)| *preset);
            let Some(preset) = known else { bail!("there is no preset {preset}: choose QC, ON, BC or CA") };
            let details = Details::plain(&name_en, &name_fr);
            let invitation = Invitation {
                name: admin_name,
                email: admin_email.to_lowercase(),
                role: Role::Admin,
                member_id: None,
                language: None,
                expires_on: None,
            };
            let id = state.db.across_now(|conn| {
                conn.transaction(|conn| {
                    let id = coops::found(conn, &state, &details, preset, false)?;
                    coops::answer_to(conn, &host)?;
                    let coop = accounts::coop(conn)?;
                    accounts::open(&mut Act::by_itself(conn, &coop, &state), &invitation, None)?;
                    Ok(id)
                })
            })?;
            println!("co-op {} answers to {host}; {} can sign in there by a mailed link", id.0, invitation.email);
        }
    }
    database.close()?;
    Ok(ExitCode::SUCCESS)
}

pub fn scores(place: &Place, command: ScoresCommand) -> anyhow::Result<ExitCode> {
    let ScoresCommand::Run { coop: only } = command;
    let database = Database::existing(place, DATABASE)?;
    let state = state(place, &database.app_url, 2)?;
    for (id, name, _) in state.db.across_now(coops::all)? {
        if only.is_some_and(|only| only != id.0) {
            continue;
        }
        let run = state.db.write_now(id, |conn| {
            let coop = accounts::coop(conn)?;
            crate::scorecards::run(&mut Act::by_itself(conn, &coop, &state))
        })?;
        println!("{name}: {} members, {} to {}", run.members, run.period_start, run.period_end);
    }
    database.close()?;
    Ok(ExitCode::SUCCESS)
}

/// Walks the trail of each co-op, or of one. In a folder that holds only a demo, the demo's.
pub fn verify(place: &Place, expect: Option<&str>, only: Option<i64>) -> anyhow::Result<ExitCode> {
    let mark = expect.map(events::Mark::read).transpose()?;
    let (mut looked_at, mut whole) = (0, true);
    for name in [DATABASE, DEMO_DATABASE] {
        let database = Database::existing(place, name)?;
        let state = state(place, &database.app_url, 2)?;
        let coops = state.db.across_now(coops::all)?;
        let coops: Vec<_> = coops.into_iter().filter(|(id, ..)| only.is_none_or(|only| only == id.0)).collect();
        if mark.is_some() && coops.len() > 1 {
            bail!("there are {} co-ops: say with --coop whose trail is expected", coops.len());
        }
        for (id, name, _) in &coops {
            let (said, good) = match state.db.read_now(*id, |conn| events::verify(conn, mark.as_ref()))? {
                Ok(end) => (format!("{end} events hold together"), true),
                Err(events::Broken::Event(event)) => {
                    (format!("event {event} is not what was recorded, or one before it is missing"), false)
                }
                Err(events::Broken::End(end)) => (format!("{end} is not how the trail was expected to go on"), false),
            };
            println!("{name}: {said}");
            whole &= good;
        }
        looked_at += coops.len();
        database.close()?;
        if looked_at > 0 || place.database_url.is_some() {
            break;
        }
    }
    if looked_at == 0 {
        bail!("there is no co-op here whose trail could be checked");
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
    println!("{}", answer.rsplit("\r\n\r\n").next().unwrap_or_default().trim());
    Ok(if well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

pub fn routes() -> anyhow::Result<ExitCode> {
    for route in crate::routes::all() {
        println!("{:6} {:45} {:?}", route.method.to_uppercase(), route.path, route.access);
    }
    Ok(ExitCode::SUCCESS)
}

pub fn openapi() -> anyhow::Result<ExitCode> {
    println!("{}", crate::api::document(crate::slices::ALL).to_pretty_json()?);
    Ok(ExitCode::SUCCESS)
}
