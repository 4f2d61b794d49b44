//! What does not change while the program runs: the database, the server's keys, the policy, its public address, its slices.

use std::net::IpAddr;
use std::sync::OnceLock;

use ipnet::IpNet;

use super::db::Db;
use super::keys::Keys;
use super::shared_parts::SharedParts;
use super::slice::Slices;
use super::visit::Coop;
use crate::policy::Policy;

/// Given to every handler, job and command.
pub struct AppState {
    pub db: Db,
    pub keys: Keys,
    pub policy: Policy,
    /// The public address, without a slash at the end. Links in mails start with it.
    pub origin: String,
    /// Whether visitors come over HTTPS.
    pub secure: bool,
    /// Whether the program listens only to this machine.
    pub loopback: bool,
    /// Parts of pages that many readers see alike.
    pub shared_parts: SharedParts,
    /// What each slice says of itself.
    pub slices: Slices,
    pub proxies: Proxies,
}

/// The networks of proxies whose `X-Forwarded-For` is believed.
#[derive(Debug, Default)]
pub struct Proxies {
    networks: Vec<IpNet>,
    unnamed: OnceLock<IpAddr>,
}

impl Proxies {
    pub fn of(networks: &[IpNet]) -> Self {
        Self { networks: networks.to_vec(), unnamed: OnceLock::new() }
    }

    pub fn contains(&self, address: IpAddr) -> bool {
        self.networks.iter().any(|network| network.contains(&address))
    }

    /// Somebody told of another address from one that is not named. Where that is a private one, it is most likely a proxy that the
    /// operator forgot: everybody behind it shares one budget of attempts then.
    pub fn told_by(&self, address: IpAddr) {
        if is_private(address) && self.unnamed.set(address).is_ok() {
            tracing::warn!(
                %address,
                "a forwarded address came from a proxy that is not named: name it in COOPERATOR_PROXIES, or all its visitors count as one"
            );
        }
    }

    /// The first such proxy.
    pub fn unnamed(&self) -> Option<IpAddr> {
        self.unnamed.get().copied()
    }
}

/// Whether an address is one of this machine or of a network of one's own, which no visitor from outside has.
fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(four) => four.is_loopback() || four.is_private() || four.is_link_local(),
        IpAddr::V6(six) => six.is_loopback() || six.is_unique_local() || six.is_unicast_link_local(),
    }
}

impl AppState {
    /// The address that links in mails of a co-op start with.
    pub fn origin_of(&self, coop: &Coop) -> String {
        match (&coop.host, self.origin.split_once("://")) {
            (Some(host), Some((scheme, _))) => format!("{scheme}://{host}"),
            _ => self.origin.clone(),
        }
    }

    /// Whether a `Host` header names this server: as its public address does, or as this machine while it serves this machine alone.
    /// Any other name must be one of a co-op: a page of somebody else could give its own name this machine's address.
    pub fn is_named(&self, host: &str) -> bool {
        let own = self.origin.split_once("://").is_some_and(|(_, own)| own.eq_ignore_ascii_case(host));
        own || (self.loopback || !self.secure) && names_this_machine(host)
    }
}

/// Whether a `Host` header is `localhost` or a loopback address, with any port.
pub fn names_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => name,
        _ => host,
    };
    let address = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(name);
    name.eq_ignore_ascii_case("localhost") || address.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}
