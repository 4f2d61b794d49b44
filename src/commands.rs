//! The subcommands: the server, the demo, and what an operator does by hand.

/// `println!` for readers who may go away early, like `head`: that is no error.
macro_rules! say {
    ($($words:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($words)*);
    }};
}

mod backup;
mod count;
mod import;
mod occurrences;
mod operator;
mod reporting;
mod server;
mod verify_vote;

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use clap::Parser as _;
use diesel::{Connection as _, PgConnection};

use crate::config::{Cli, Command, Demo, LogFormat, Place};
use crate::platform::db::{self, Db, Schema};
use crate::platform::embedded_postgres::{Cluster, Settings};
use crate::platform::server_key;
use crate::platform::state::AppState;
use crate::policy::Policy;

const DATABASE: &str = "cooperator";
const DEMO_DATABASE: &str = "cooperator_demo";

/// The arguments of the process. Wrong ones are told in one line, and it ends with 2; `--help` and `--version` are printed.
pub fn arguments() -> Result<Cli, ExitCode> {
    Cli::try_parse().map_err(|error| {
        match in_one_line(&error) {
            Some(line) => eprintln!("cooperator: {line}"),
            None => error.exit(),
        }
        ExitCode::from(2)
    })
}

/// What is wrong with the arguments; nothing where help was asked for.
fn in_one_line(error: &clap::Error) -> Option<String> {
    if !error.use_stderr() || error.kind() == clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return None;
    }
    let text = error.to_string();
    let wrong = text.split("\n\n").next().unwrap_or_default().trim_start_matches("error: ");
    Some(wrong.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Runs a command. Ends with 1 after telling in one line what is wrong (`count` and `verify-vote` with 2).
pub fn run(cli: Cli) -> ExitCode {
    let serves = matches!(cli.command, Command::Serve(_) | Command::Demo(_));
    let outcome = start_log(cli.place.log_format, serves).and_then(|()| done(cli));
    match outcome {
        Ok(code) => code,
        Err(error) => {
            let words = format!("{error:#}");
            let full = if words.contains("No space left on device") { " (the disk is full)" } else { "" };
            eprintln!("cooperator: {}{full}", words.split_whitespace().collect::<Vec<_>>().join(" "));
            ExitCode::FAILURE
        }
    }
}

/// A setting that is there and says nothing is a mistake in the file that sets it.
fn refuse_empty(cli: &Cli) -> anyhow::Result<()> {
    let smtp = match &cli.command {
        Command::Serve(serve) | Command::Demo(Demo { serve, .. }) => serve.smtp_url.as_deref(),
        _ => None,
    };
    let (place, without) = (&cli.place, "or leave it away");
    for (name, value, instead) in [
        ("DATABASE_URL", place.database_url.as_deref(), "for a private database"),
        ("COOPERATOR_OWNER_URL", place.owner_url.as_deref(), "to use DATABASE_URL"),
        ("COOPERATOR_SMTP_URL", smtp, "to have mails written to files"),
    ] {
        if value.is_some_and(|value| value.trim().is_empty()) {
            bail!("{name} is empty: give it an address, {without} {instead}");
        }
    }
    Ok(())
}

fn done(cli: Cli) -> anyhow::Result<ExitCode> {
    refuse_empty(&cli)?;
    match cli.command {
        Command::Serve(serve) => server::serve(&cli.place, &serve),
        Command::Demo(demo) => server::demo(&cli.place, &demo),
        Command::Migrate => operator::migrate(&cli.place),
        Command::NewKey => operator::new_key(&cli.place),
        Command::Coop { command } => operator::coop(&cli.place, command),
        Command::Import { command } => import::import(&cli.place, command),
        Command::Scores { command } => operator::scores(&cli.place, command),
        Command::Reporting { command } => reporting::reporting(&cli.place, command),
        Command::Count(wanted) => count::count(&wanted),
        Command::Occurrences => occurrences::occurrences(),
        Command::VerifyVote { file } => Ok(verify_vote::verify_vote(&file)),
        Command::Verify { expect, coop } => operator::verify(&cli.place, expect.as_deref(), coop),
        Command::Backup { file } => backup::backup(&cli.place, &file),
        Command::Restore { file } => backup::restore(&cli.place, &file),
        Command::Health { listen } => operator::health(listen),
        Command::Routes => operator::routes(),
        Command::Openapi => operator::openapi(),
    }
}

/// Fails on a filter that cannot be read. A command says what it has to say itself; the server tells how it goes.
fn start_log(format: LogFormat, serves: bool) -> anyhow::Result<()> {
    let usual = if serves { "warn,cooperator=info" } else { "warn" };
    let wanted = std::env::var("COOPERATOR_LOG").unwrap_or_else(|_| usual.to_owned());
    let filter = tracing_subscriber::EnvFilter::try_new(&wanted)
        .with_context(|| format!("COOPERATOR_LOG cannot be read: {wanted}"))?;
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match format {
        LogFormat::Text => log.with_target(false).compact().init(),
        LogFormat::Json => log.json().init(),
    }
    Ok(())
}

/// The database of a command: the operator's, or a private one that this process started or joined.
struct Database {
    app_url: String,
    /// Of a private one.
    name: &'static str,
    cluster: Option<Cluster>,
}

impl Database {
    fn settings(place: &Place) -> Settings {
        Settings { data_dir: place.data.join("postgres"), durable: true }
    }

    /// Finds or starts the database. A private one is migrated; the operator's must be up to date already.
    fn open(place: &Place, name: &'static str) -> anyhow::Result<Self> {
        if let Some(url) = &place.database_url {
            return Ok(Self { app_url: url.clone(), name, cluster: None });
        }
        let cluster = Cluster::start(&Self::settings(place))?;
        cluster.ensure_database(name)?;
        let migrated = db::migrate(&cluster.owner_url(name))?;
        if migrated > 0 {
            tracing::info!(migrated, "the database schema is up to date");
        }
        Ok(Self { app_url: cluster.app_url(name), name, cluster: Some(cluster) })
    }

    /// Like `open`, where there must be a database already: a mistyped folder is no reason to make one.
    fn existing(place: &Place, name: &'static str) -> anyhow::Result<Self> {
        if Self::is_there(place, name)? {
            return Self::open(place, name);
        }
        bail!("there is no database in {}: start the server once, or say --data", place.data.display());
    }

    /// Whether there is one of this name; nothing is made to find out.
    fn is_there(place: &Place, name: &str) -> anyhow::Result<bool> {
        if place.database_url.is_some() {
            return Ok(true);
        }
        if !place.data.join("postgres/cluster").is_dir() {
            return Ok(false);
        }
        let cluster = Cluster::start(&Self::settings(place))?;
        let there = PgConnection::establish(&cluster.owner_url(name)).is_ok();
        cluster.stop()?;
        Ok(there)
    }

    /// The co-ops' own, or in a folder that holds only a demo, the demo's.
    fn of_coops(place: &Place) -> anyhow::Result<Self> {
        for name in [DATABASE, DEMO_DATABASE] {
            if !Self::is_there(place, name)? {
                continue;
            }
            let database = Self::open(place, name)?;
            let has_coops = require_current_schema(&database.app_url)
                .and_then(|()| Ok(!Db::connect(&database.app_url, 1).across_now(crate::coops::all)?.is_empty()));
            match has_coops {
                Ok(true) => return Ok(database),
                Ok(false) => database.close()?,
                Err(error) => return database.used(|_| Err(error)),
            }
        }
        bail!("there is no co-op in this database");
    }

    /// Like `open`, after throwing the private database of this name away if that is wished, whichever version made it.
    fn open_fresh(place: &Place, name: &'static str, fresh: bool) -> anyhow::Result<Self> {
        if fresh && place.database_url.is_none() {
            let cluster = Cluster::start(&Self::settings(place))?;
            db::drop_database(&cluster.owner_url("postgres"), name)?;
            cluster.stop()?;
        }
        Self::open(place, name)
    }

    fn require_current_schema(&self) -> anyhow::Result<()> {
        require_current_schema(&self.app_url)
    }

    /// Does something with it and lets go of it, whatever came of that.
    fn used<T>(self, work: impl FnOnce(&Self) -> anyhow::Result<T>) -> anyhow::Result<T> {
        let outcome = work(&self);
        self.close()?;
        outcome
    }

    /// Stops the private database, unless another process of ours uses it.
    fn close(self) -> anyhow::Result<()> {
        match self.cluster {
            Some(cluster) => cluster.stop(),
            None => Ok(()),
        }
    }
}

fn require_current_schema(url: &str) -> anyhow::Result<()> {
    if db::schema_is_current(url)? {
        return Ok(());
    }
    let mut conn = PgConnection::establish(url).context("cannot reach the database")?;
    match db::compare_schema(&mut conn)? {
        Schema::Newer => {
            bail!("the tables of the database were made by a newer version of this program: update the program")
        }
        _ => bail!("the database schema is not the one of this program: run `cooperator migrate` first"),
    }
}

/// What commands without a server need.
fn state(place: &Place, url: &str, connections: u32) -> anyhow::Result<Arc<AppState>> {
    require_current_schema(url)?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    Ok(Arc::new(AppState {
        db: Db::connect(url, connections),
        keys: server_key::of_database(url, &place.keys_folder())?,
        policy: runtime.block_on(Policy::compile(place.policy.as_deref())).context("the policy")?,
        origin: String::new(),
        secure: false,
        loopback: false,
        proxies: Default::default(),
        shared_parts: Default::default(),
        slices: crate::slices::ALL,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_folder_gets_no_database() {
        let folder = std::env::temp_dir().join(format!("cooperator-no-such-{}", std::process::id()));
        let data = folder.display().to_string();
        for command in ["scores run", "verify", "coop list", "import members x.csv"] {
            let arguments = ["cooperator", "--data", &data].into_iter().chain(command.split(' '));
            let cli = Cli::try_parse_from(arguments).expect("a command");
            assert!(done(cli).is_err(), "{command}");
            assert!(!folder.exists(), "{command}");
        }
    }

    #[test]
    fn wrong_arguments_are_told_in_one_line() {
        for (arguments, said) in [
            ("count --method irv", "the following required arguments were not provided: <FILE>"),
            ("count x.blt --method irv --speed 3", "unexpected argument '--speed' found"),
        ] {
            let error = Cli::try_parse_from(["cooperator"].into_iter().chain(arguments.split(' '))).err();
            assert_eq!(error.and_then(|error| in_one_line(&error)).as_deref(), Some(said));
        }
        assert!(Cli::try_parse_from(["cooperator", "count", "x.blt", "--method", "irv", "--seats", "-1"]).is_ok());
        assert!(Cli::try_parse_from(["cooperator", "count", "x.json"]).is_ok(), "the file may say how it is counted");
        let help = Cli::try_parse_from(["cooperator", "--help"]).err();
        assert_eq!(help.and_then(|error| in_one_line(&error)), None);
    }
}
