//! `serve` and `demo`: the server, its worker, its schedule and its listener, from start to graceful stop.

use std::io::Write as _;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use actix_web::HttpServer;
use anyhow::{Context as _, bail};
use diesel::Connection as _;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::{DATABASE, DEMO_DATABASE, Database};
use crate::app::{Shared, app};
use crate::config::{Demo, Place, Serve};
use crate::gate::connections::{self, Connections};
use crate::platform::connection::establish;
use crate::platform::db::{self, Db};
use crate::platform::i18n::Lang;
use crate::platform::jobs::{LANES, Outside, Worker};
use crate::platform::keys::Keys;
use crate::platform::mail::Mailer;
use crate::platform::pump::Pump;
use crate::platform::readiness::SKEW_MAX_SECONDS;
use crate::platform::state::{AppState, Proxies};
use crate::platform::{assets, live, schedule, server_key};
use crate::policy::Policy;
use crate::{accounts, coops, slices};

const WORKERS: usize = 2;
/// Connections of the workers of all lanes, the pump and the schedule.
const BACKGROUND_CONNECTIONS: u32 = 6;
/// How long requests that are under way may take when the server stops.
const STOP_SECONDS: u64 = 14;
/// How long jobs that are under way may take after that: whoever waits for a mail server that says nothing is left behind.
const FINISH_MAX: Duration = Duration::from_secs(5);
/// How long the server goes on after it called itself not ready, so that whoever asks sends visitors elsewhere first.
const FAREWELL: Duration = Duration::from_secs(3);
/// Connections that wait to be accepted.
const BACKLOG: u32 = 4_096;
/// How long a connection may rest between two requests: as long as somebody reads a page. Telephones pay dearly for a new one, and
/// a request that meets the end of its connection may be lost.
const KEEP_ALIVE: Duration = Duration::from_secs(75);
/// How often the private database is looked after.
const KEEP_EVERY: Duration = Duration::from_secs(3);

pub fn serve(place: &Place, serve: &Serve) -> anyhow::Result<ExitCode> {
    serve.checked_origin()?;
    can_listen(serve)?;
    let database = Database::open(place, DATABASE)?;
    let outcome = run(place, serve, &database, false);
    database.close()?;
    outcome
}

/// Said before a database is made: another program may have the port.
fn can_listen(serve: &Serve) -> anyhow::Result<()> {
    std::net::TcpListener::bind(serve.listen).map(drop).with_context(|| cannot_listen(serve))
}

fn cannot_listen(serve: &Serve) -> String {
    format!("cannot listen on {} (COOPERATOR_LISTEN)", serve.listen)
}

/// The demo, in a database of its own, on this machine only.
pub fn demo(place: &Place, demo: &Demo) -> anyhow::Result<ExitCode> {
    if place.database_url.is_some() {
        bail!("the demo makes its own private database: start it without DATABASE_URL");
    }
    if !demo.serve.listen.ip().is_loopback() {
        bail!("the demo lets anybody in, so it listens only on this machine, not on {}", demo.serve.listen);
    }
    can_listen(&demo.serve)?;
    let database = Database::open_fresh(place, DEMO_DATABASE, demo.fresh)?;
    let outcome = make_demo(place, &database)
        .and_then(|()| if demo.only_data { Ok(ExitCode::SUCCESS) } else { run(place, &demo.serve, &database, true) });
    database.close()?;
    outcome
}

fn make_demo(place: &Place, database: &Database) -> anyhow::Result<()> {
    let state = super::state(place, &database.app_url, 2)?;
    let coops = state.db.across_now(coops::all)?;
    match coops.as_slice() {
        [] => {
            tracing::info!("making the demo co-op");
            let now = crate::platform::clock::now();
            state.db.across_now(|conn| conn.transaction(|conn| crate::demo::make(conn, &state, now)))?;
            Ok(state.db.across_now(db::count_rows_for_planner)?)
        }
        [(_, _, true)] => Ok(()),
        _ => bail!("this database holds a real co-op: the demo does not go into it"),
    }
}

fn run(place: &Place, serve: &Serve, database: &Database, demo: bool) -> anyhow::Result<ExitCode> {
    let origin = serve.checked_origin()?;
    let mailer = Mailer::new(serve.smtp_url.as_deref(), place.data.join("mail"), &serve.mail_from)?;
    database.require_current_schema()?;
    let keys = server_key::of_database(&database.app_url, &place.keys_folder())?;
    warn_of_clock(&database.app_url);
    let db = Db::connect(&database.app_url, serve.connections);
    let coops = db.across_now(coops::all)?;
    let has_demo = coops.iter().any(|(_, _, is_demo)| *is_demo);
    if has_demo && !demo {
        bail!("this database holds the demo co-op: start it with `cooperator demo`");
    }
    assets::prepare();
    no_core_dumps();
    let (stop, stopped) = watch::channel(false);
    std::thread::scope(|scope| {
        let for_keeper = stopped.clone();
        scope.spawn(move || keep_database(database, &for_keeper));
        let outcome = listen(
            serve,
            database,
            demo,
            Prepared { origin, keys, mailer, db, empty: coops.is_empty() },
            (stop.clone(), stopped),
            place,
        );
        let _ = stop.send(true);
        outcome
    })
}

/// Deadlines are judged by the database's clock, and pages are reckoned by this machine's.
fn warn_of_clock(url: &str) {
    let ahead = establish(url).ok().and_then(|mut conn| db::clock_ahead(&mut conn).ok());
    if let Some(seconds) = ahead.map(|ahead| ahead.num_seconds()).filter(|seconds| seconds.abs() > SKEW_MAX_SECONDS) {
        tracing::warn!(
            seconds,
            "the clock of this machine is ahead of the database's (behind, where negative): set both right"
        );
    }
}

/// What was checked before the server starts to listen.
struct Prepared {
    origin: String,
    keys: Keys,
    mailer: Mailer,
    db: Db,
    empty: bool,
}

/// A crash must not write what was in memory to the disk.
fn no_core_dumps() {
    let none = rustix::process::Rlimit { current: Some(0), maximum: Some(0) };
    if let Err(error) = rustix::process::setrlimit(rustix::process::Resource::Core, none) {
        tracing::warn!(%error, "core dumps cannot be switched off");
    }
}

/// Starts the private database again should it have died, until the server stops.
fn keep_database(database: &Database, stopped: &watch::Receiver<bool>) {
    let Some(cluster) = &database.cluster else { return };
    let mut looked = std::time::Instant::now();
    while !*stopped.borrow() {
        std::thread::park_timeout(Duration::from_millis(200));
        if looked.elapsed() >= KEEP_EVERY && !*stopped.borrow() {
            looked = std::time::Instant::now();
            if let Err(error) = cluster.keep_running() {
                tracing::error!(%error, "the private database does not start again");
            }
        }
    }
}

fn listen(
    serve: &Serve,
    database: &Database,
    demo: bool,
    prepared: Prepared,
    (stop, stopped): (watch::Sender<bool>, watch::Receiver<bool>),
    place: &Place,
) -> anyhow::Result<ExitCode> {
    let Prepared { origin, keys, mailer, db, empty } = prepared;
    let system = actix_web::rt::System::new();
    let outcome = system.block_on(async move {
        let state = Arc::new(AppState {
            db,
            secure: origin.starts_with("https://"),
            loopback: serve.listen.ip().is_loopback(),
            policy: Policy::compile(place.policy.as_deref()).await.context("the policy")?,
            origin: origin.clone(),
            proxies: Proxies::of(&serve.proxies),
            shared_parts: Default::default(),
            slices: slices::ALL,
            keys,
        });
        let shared = Shared::new(state.clone());
        let background = start_background(&shared, mailer, &database.app_url, &stopped);
        let for_workers = shared.clone();
        let (connections, counting) = (Connections::default(), state.clone());
        let server = HttpServer::new(move || app(&for_workers))
            .workers(WORKERS)
            .backlog(BACKLOG)
            .max_connections(connections::prepare_files(WORKERS))
            .on_connect(move |stream, kept| connections.welcome(&counting.proxies, stream, kept))
            .worker_max_blocking_threads(serve.connections as usize + db::OTHER_WORK)
            .tcp_nodelay(true)
            .keep_alive(KEEP_ALIVE)
            .client_request_timeout(Duration::from_secs(10))
            .shutdown_timeout(STOP_SECONDS)
            .disable_signals()
            .bind(serve.listen)
            .with_context(|| cannot_listen(serve))?
            .run();
        announce(&state, empty, demo);
        let handle = server.handle();
        let (ready, live) = (shared.ready.clone(), shared.hub.clone());
        actix_web::rt::spawn(async move {
            wait_for_signal().await;
            tracing::info!("stopping");
            ready.stopping.store(true, Ordering::Relaxed);
            if ready.database.is_watched() {
                tokio::time::sleep(FAREWELL).await;
            }
            let _ = stop.send(true);
            live.close();
            handle.stop(true).await;
        });
        server.await?;
        finish(background).await;
        Ok(ExitCode::SUCCESS)
    });
    // Ending it would wait for every thread, and one that hangs in a silent database never comes back.
    std::mem::forget(system);
    outcome
}

/// Lets jobs that are under way come to their end, for a while: those that do not are done again.
async fn finish(background: Vec<JoinHandle<()>>) {
    let all = async {
        for task in background {
            let _ = task.await;
        }
    };
    if tokio::time::timeout(FINISH_MAX, all).await.is_err() {
        tracing::warn!("work in the background was left behind");
    }
}

fn start_background(
    shared: &Shared,
    mailer: Mailer,
    url: &str,
    stopped: &watch::Receiver<bool>,
) -> Vec<JoinHandle<()>> {
    let state = shared.state.clone().into_inner();
    tracing::info!("{}", mailer.describe());
    let (db, outside) = (state.db.beside(url, BACKGROUND_CONNECTIONS), Outside { mailer: Arc::new(mailer) });
    let worker = Worker { state: state.clone(), db: db.clone(), outside, load_coop: accounts::coop };
    let mut tasks = Vec::new();
    for lane in LANES {
        for _ in 0..lane.workers {
            tasks.push(actix_web::rt::spawn(worker.clone().run(lane, stopped.clone())));
        }
    }
    let pump = Pump { state: state.clone(), db: db.clone(), load_coop: accounts::coop };
    tasks.push(actix_web::rt::spawn(pump.run(stopped.clone())));
    tasks.push(actix_web::rt::spawn(schedule::run(db.clone(), state.slices, stopped.clone())));
    tasks.push(actix_web::rt::spawn(live::keep_heard(db, stopped.clone())));
    let (url, hub, stopped) = (url.to_owned(), shared.hub.get_ref().clone(), stopped.clone());
    std::thread::spawn(move || live::listen(url, hub, stopped));
    tasks
}

/// Says where the server is, and what to do first.
fn announce(state: &AppState, empty: bool, demo: bool) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "theCooperator is at {}", state.origin);
    if empty {
        let _ = writeln!(
            out,
            "To set up your co-op, open {}/setup?token={}",
            state.origin,
            coops::pages::set_up_token(&state.keys)
        );
    }
    if demo {
        let _ = writeln!(out, "Sign in with one click as:");
        for button in accounts::pages::DEMO_ACCOUNTS {
            let _ = writeln!(out, "  {} ({}, {})", button.name, Lang::En.t(button.who), button.email);
        }
    }
    let _ = out.flush();
}

async fn wait_for_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let kinds = [SignalKind::terminate(), SignalKind::interrupt(), SignalKind::hangup()];
    let [Ok(mut term), Ok(mut int), Ok(mut hup)] = kinds.map(signal) else { return };
    tokio::select! {
        _ = term.recv() => {}
        _ = int.recv() => {}
        _ = hup.recv() => {}
    }
}
