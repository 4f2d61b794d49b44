//! Configuration: flags and environment variables, the same for every subcommand. A wrong value stops the start with one line.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::{Args, Parser, Subcommand, ValueEnum};
use ipnet::IpNet;

#[derive(Parser)]
#[command(
    name = "cooperator",
    version,
    about = "theCooperator: one place for a housing co-op's members, homes, duties, meetings and decisions"
)]
pub struct Cli {
    #[command(flatten)]
    pub place: Place,
    #[command(subcommand)]
    pub command: Command,
}

/// Where data and secrets live.
#[derive(Args, Clone, Debug)]
pub struct Place {
    /// Folder for the private database, mail files and keys
    #[arg(long, env = "COOPERATOR_DATA", default_value = "data", global = true)]
    pub data: PathBuf,
    /// Database to use, as the app's role; without it, a private PostgreSQL in the data folder
    #[arg(long, env = "DATABASE_URL", global = true, hide_env_values = true)]
    pub database_url: Option<String>,
    /// The same database as the role that owns the tables, for `migrate` [default: the database URL]
    #[arg(long, env = "COOPERATOR_OWNER_URL", global = true, hide_env_values = true)]
    pub owner_url: Option<String>,
    /// Folder of the server's key file, outside backups [default: DATA/keys]
    #[arg(long, env = "COOPERATOR_KEYS", global = true)]
    pub keys: Option<PathBuf>,
    /// Own policy file instead of the built-in one
    #[arg(long, env = "COOPERATOR_POLICY", global = true)]
    pub policy: Option<PathBuf>,
    /// How the log is written
    #[arg(long, env = "COOPERATOR_LOG_FORMAT", default_value = "text", global = true)]
    pub log_format: LogFormat,
}

#[derive(Clone, Copy, Debug, ValueEnum, PartialEq, Eq)]
pub enum LogFormat {
    /// One readable line an entry
    Text,
    /// One JSON object a line
    Json,
}

#[derive(Subcommand)]
pub enum Command {
    /// Start the server
    Serve(Serve),
    /// Start the server with the demo co-op "Coop 400 Riel" in a database of its own
    Demo(Demo),
    /// Bring the database schema up to date, then end
    Migrate,
    /// Go on with the key file there is, or with a new one, where the old one is lost: everybody has to sign in again, open forms have to
    /// be sent again, and links in mails that were sent stop working
    NewKey,
    /// Look after the co-ops of this server
    Coop {
        #[command(subcommand)]
        command: CoopCommand,
    },
    /// Read a spreadsheet into the register
    Import {
        #[command(subcommand)]
        command: ImportCommand,
    },
    /// Scorecards
    Scores {
        #[command(subcommand)]
        command: ScoresCommand,
    },
    /// Who reads the views of the schema `reporting` with a program of their own
    Reporting {
        #[command(subcommand)]
        command: ReportingCommand,
    },
    /// Count the ballots of a file and print the count sheet. Ends with 2 when the file cannot be counted
    Count(Count),
    /// Say on which days chores fall: reads lines like `2026-12-01 5 FREQ=WEEKLY;BYDAY=MO` (first day, how many, rule), prints a line for
    /// each
    Occurrences,
    /// Check that the audit trail is whole and that votes and statuses are what it tells, and print its length and last hash. Ends
    /// with 1 where something was changed
    Verify {
        /// COUNT:HASH as printed before and noted elsewhere: finds out whether the end was cut off since. Needs a lone co-op, or --coop
        #[arg(long)]
        expect: Option<String>,
        /// Only the co-op with this id
        #[arg(long)]
        coop: Option<i64>,
    },
    /// Check the bundle that the page of a vote's result offers: text, rule, ballots, counts, lots and the chain of seals. Ends with 1
    /// where something does not fit, and names it; with 2 where the file cannot be read
    VerifyVote {
        /// The file, as vote-12.json
        file: PathBuf,
    },
    /// Write the database to one new file, and check it: as many rows of every table, and a trail that holds together.
    ///
    /// It is made while the server runs, as the owner of the tables (--owner-url) or a role in `cooperator_backup`; no superuser is
    /// needed. It holds everything that the co-ops know of their people, so keep it closed. It does not hold the server's key file:
    /// keep a copy of that elsewhere. Who loses it loses no data, but everybody has to sign in again, open forms have to be sent
    /// again, links in mails that were sent stop working, and the server starts only after `cooperator new-key`
    Backup {
        /// The file to write; one that is there is left alone
        file: PathBuf,
    },
    /// Make an empty database from the file of a backup, and check it the same way. Everybody has to sign in again
    Restore {
        /// The file that `backup` wrote
        file: PathBuf,
    },
    /// Ask a running server whether it is well; ends with 1 if not
    Health {
        /// Its address
        #[arg(long, env = "COOPERATOR_LISTEN", default_value = "127.0.0.1:8080")]
        listen: SocketAddr,
    },
    /// Print the table of routes: method, path, who may come in
    Routes,
    /// Print the description of the JSON API (OpenAPI)
    Openapi,
}

#[derive(Args, Clone, Debug)]
pub struct Serve {
    /// Address and port to listen on
    #[arg(long, env = "COOPERATOR_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Public address, for links in mails [default: http://LISTEN]
    #[arg(long, env = "COOPERATOR_ORIGIN")]
    pub origin: Option<String>,
    /// Serve plain HTTP although LISTEN is open: what stands in front, like the port mapping of a container, keeps it on this machine
    #[arg(long, env = "COOPERATOR_KEPT_LOCAL")]
    pub kept_local: bool,
    /// Mail server, like smtps://user:password@host:465; without it, mails are files in DATA/mail
    #[arg(long, env = "COOPERATOR_SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<String>,
    /// Address that mails come from
    #[arg(long, env = "COOPERATOR_MAIL_FROM", default_value = "cooperator@localhost.localdomain")]
    pub mail_from: String,
    /// Proxies whose X-Forwarded-For is believed: addresses or networks like 10.0.0.0/8, separated by commas
    #[arg(long, env = "COOPERATOR_PROXIES", value_delimiter = ',', value_parser = network)]
    pub proxies: Vec<IpNet>,
    /// Most database connections for requests
    #[arg(long, env = "COOPERATOR_CONNECTIONS", default_value_t = 8, value_parser = clap::value_parser!(u32).range(2..=200))]
    pub connections: u32,
}

#[derive(Args, Clone, Debug)]
pub struct Count {
    /// Ballots: .blt, .soi, .toi, .soc, .toc, .cvotes, .pb, .csv (one column a rank, or one column a candidate) or .json (RCTab's
    /// cast vote records too)
    pub file: PathBuf,
    /// majority, consent, plurality, approval, score, dots, star, times, irv, stv-scottish, stv-meek, schulze, ranked-pairs, debian,
    /// greedy, greedy-no-skip or equal-shares [default: what the file says]
    #[arg(long)]
    pub method: Option<String>,
    /// Seats to fill [default: what the file says]
    #[arg(long, allow_hyphen_values = true)]
    pub seats: Option<String>,
    /// Published text from which a lot is drawn where a tie matters [default: what the file says]; without it, such a tie stays open
    #[arg(long)]
    pub seed: Option<String>,
    /// text, json or csv
    #[arg(long, default_value = "text")]
    pub format: String,
    /// Language of the text: en or fr
    #[arg(long, default_value = "en")]
    pub lang: String,
}

#[derive(Args, Clone, Debug)]
pub struct Demo {
    #[command(flatten)]
    pub serve: Serve,
    /// Throw the demo's database away and make it anew
    #[arg(long)]
    pub fresh: bool,
    /// Make the demo's database and end, without serving
    #[arg(long)]
    pub only_data: bool,
}

#[derive(Subcommand)]
pub enum CoopCommand {
    /// List the co-ops of this server: number, name, host names
    List,
    /// Give a co-op another name
    Rename {
        /// Its number, as `list` shows it
        id: i64,
        #[arg(long)]
        name_en: Option<String>,
        #[arg(long)]
        name_fr: Option<String>,
    },
    /// Say under which host names people reach a co-op, in place of those it had. Mails lead to the first in the alphabet; without
    /// any, it answers to the server's own address
    Hosts {
        /// Its number, as `list` shows it
        id: i64,
        hosts: Vec<String>,
    },
    /// Add a co-op that answers to a host name, with its first admin
    Add {
        #[arg(long)]
        name_en: String,
        #[arg(long)]
        name_fr: String,
        /// QC, ON, BC or CA
        #[arg(long, default_value = "QC")]
        preset: String,
        /// Host name under which people reach it
        #[arg(long)]
        host: String,
        #[arg(long)]
        admin_name: String,
        #[arg(long)]
        admin_email: String,
    },
}

#[derive(Subcommand)]
pub enum ImportCommand {
    /// A list of members (CSV, XLSX or ODS). Ends with 1 when rows are in error; nothing is stored then
    Members {
        file: PathBuf,
        /// The co-op's id, where the server has several
        #[arg(long)]
        coop: Option<i64>,
        /// What the columns mean: a JSON file like {"Membre 2": "full_name_2", "Date": "joined_on/day"}
        #[arg(long)]
        mapping: Option<PathBuf>,
        /// On which line the names of the columns stand, or "none": a mapping then calls the columns "1", "2", …
        #[arg(long)]
        header: Option<String>,
        /// Only say what would happen; where there is no database, to an empty register
        #[arg(long)]
        dry_run: bool,
        /// Import the good rows and leave the others out
        #[arg(long)]
        leave_out_errors: bool,
    },
    /// Take back an import of the last seven days; what was changed since is left alone
    Undo {
        /// Which one; the last when left out
        #[arg(long)]
        id: Option<i64>,
        /// The co-op's id, where the server has several
        #[arg(long)]
        coop: Option<i64>,
    },
}

#[derive(Subcommand)]
pub enum ReportingCommand {
    /// List the views with their columns, and who reads them
    List,
    /// Make a role that reads the views of one co-op and nothing else, and print its password once
    Grant {
        /// The co-op's number, as `coop list` shows it
        #[arg(long)]
        coop: i64,
        /// What tells this reader from others of the same co-op: small letters and digits
        #[arg(long, default_value = "")]
        label: String,
    },
    /// Drop such a role
    Revoke {
        /// Its name, as `list` shows it
        role: String,
    },
}

#[derive(Subcommand)]
pub enum ScoresCommand {
    /// Count the scorecards of every co-op now
    Run {
        /// Only this co-op
        #[arg(long)]
        coop: Option<i64>,
        /// Count as of this day from what is known now, print the figures and whether they are those that were kept of that night, and
        /// write nothing
        #[arg(long)]
        as_of: Option<chrono::NaiveDate>,
    },
}

/// An address, or a network as `10.0.0.0/8`.
fn network(text: &str) -> Result<IpNet, String> {
    let one = |_| text.trim().parse::<IpAddr>().map(IpNet::from);
    text.trim().parse().or_else(one).map_err(|_| "neither an address nor a network like 10.0.0.0/8".to_owned())
}

impl Place {
    pub fn keys_folder(&self) -> PathBuf {
        self.keys.clone().unwrap_or_else(|| self.data.join("keys"))
    }
}

impl Serve {
    /// The public address without a slash at the end, checked.
    ///
    /// # Errors
    /// When it is no address, or plain HTTP to or from anywhere but this machine: passwords would travel in the open.
    pub fn checked_origin(&self) -> anyhow::Result<String> {
        let Some(origin) = &self.origin else {
            if !self.listen.ip().is_loopback() {
                bail!(
                    "COOPERATOR_ORIGIN must be set (the public address, like https://coop.example.org) to listen on {}",
                    self.listen
                );
            }
            return Ok(format!("http://{}", self.listen));
        };
        let url = url::Url::parse(origin).with_context(|| format!("COOPERATOR_ORIGIN is not an address: {origin}"))?;
        let host = url.host_str().unwrap_or_default();
        let here =
            host == "localhost" || host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
        let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
        match url.scheme() {
            _ if host.is_empty() || !bare => bail!("COOPERATOR_ORIGIN must be only scheme, host and port: {origin}"),
            "https" => Ok(origin.trim_end_matches('/').to_owned()),
            "http" if here && !self.listen.ip().is_loopback() && !self.kept_local => bail!(
                "over {origin} this machine alone may reach the server, but {} is open to others: listen on 127.0.0.1, or set \
                 COOPERATOR_KEPT_LOCAL=true where a port mapping keeps it local",
                self.listen
            ),
            "http" if here => Ok(origin.trim_end_matches('/').to_owned()),
            _ => bail!("COOPERATOR_ORIGIN must start with https:// : over {origin} passwords would travel in the open"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn serve(args: &[&str]) -> Serve {
        let all = ["cooperator", "serve"].iter().chain(args).copied();
        match Cli::try_parse_from(all).expect("arguments").command {
            Command::Serve(serve) => serve,
            _ => panic!("serve was asked for"),
        }
    }

    #[test]
    fn proxies_are_addresses_or_networks() {
        let named = serve(&["--proxies", "127.0.0.1,10.0.0.0/8,fd00::/8"]).proxies;
        let proxies = crate::platform::state::Proxies::of(&named);
        for (address, is_one) in
            [("127.0.0.1", true), ("127.0.0.2", false), ("10.9.8.7", true), ("11.0.0.1", false), ("fd12::1", true)]
        {
            assert_eq!(proxies.contains(address.parse().expect("an address")), is_one, "{address}");
        }
        assert!(Cli::try_parse_from(["cooperator", "serve", "--proxies", "10.0.0.0/99"]).is_err());
    }

    #[test]
    fn an_open_address_needs_https() {
        let here = serve(&["--listen", "127.0.0.1:8080"]);
        assert_eq!(here.checked_origin().expect("this machine"), "http://127.0.0.1:8080");
        assert!(serve(&["--listen", "0.0.0.0:80"]).checked_origin().is_err());
        assert!(serve(&["--origin", "http://coop.example.org"]).checked_origin().is_err());
        assert!(serve(&["--origin", "ftp://localhost"]).checked_origin().is_err());
        assert!(serve(&["--origin", "https://coop.example.org/path"]).checked_origin().is_err());
        assert!(serve(&["--origin", "coop.example.org"]).checked_origin().is_err());
        let good = serve(&["--listen", "0.0.0.0:80", "--origin", "https://coop.example.org/"]);
        assert_eq!(good.checked_origin().expect("https"), "https://coop.example.org");
        assert!(serve(&["--origin", "http://[::1]:8080"]).checked_origin().is_ok());
        let mapped = ["--listen", "0.0.0.0:80", "--origin", "http://localhost:8080", "--kept-local"];
        assert!(serve(&mapped[..4]).checked_origin().is_err());
        assert!(serve(&mapped).checked_origin().is_ok());
    }
}
