//! How many connections one network may hold open, so that nobody takes all that there are.
//!
//! Counted by the address at the other end, before a byte was read. A proxy's is not counted, for everybody comes through it: what it
//! lets through, and of whom, is the proxy's own to bound. Nor is this machine's, where such a proxy usually runs.

use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use actix_web::dev::Extensions;
use actix_web::rt::net::TcpStream;

use super::peer::network;
use crate::platform::state::Proxies;

/// As many as a meeting of sixty people needs whose browsers open eight each.
const OF_A_NETWORK_MAX: usize = 512;
/// What the program needs of files and connections besides those of visitors.
const OTHER_FILES: u64 = 200;

/// How many connections each network has open.
#[derive(Clone, Default)]
pub struct Connections(Arc<Mutex<HashMap<String, usize>>>);

/// One that is counted until it ends.
struct Counted {
    all: Connections,
    network: String,
}

impl Connections {
    /// Counts a connection for as long as it lives; one too many is ended at once.
    pub fn welcome(&self, proxies: &Proxies, stream: &dyn Any, kept: &mut Extensions) {
        let Some(stream) = stream.downcast_ref::<TcpStream>() else { return };
        let Ok(address) = stream.peer_addr().map(|peer| peer.ip().to_canonical()) else { return };
        if address.is_loopback() || proxies.contains(address) {
            return;
        }
        match self.count(network(Some(address))) {
            Some(counted) => drop(kept.insert(counted)),
            None => {
                let _ = rustix::net::shutdown(stream, rustix::net::Shutdown::Both);
            }
        }
    }

    fn count(&self, network: String) -> Option<Counted> {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let of_it = open.entry(network.clone()).or_insert(0);
        if *of_it >= OF_A_NETWORK_MAX {
            if *of_it == OF_A_NETWORK_MAX {
                tracing::warn!(
                    network,
                    most = OF_A_NETWORK_MAX,
                    "a network has too many connections; more are refused"
                );
                *of_it += 1; // said once, until it has fewer
            }
            return None;
        }
        *of_it += 1;
        Some(Counted { all: self.clone(), network })
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        let mut open = self.all.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(of_it) = open.get_mut(&self.network) {
            *of_it = (*of_it).min(OF_A_NETWORK_MAX) - 1;
            if *of_it == 0 {
                open.remove(&self.network);
            }
        }
    }
}

/// Takes as many files as the system allows, and says how many connections of visitors each worker may have.
pub fn prepare_files(workers: usize) -> usize {
    use rustix::process::{Resource, getrlimit, setrlimit};
    let mut limit = getrlimit(Resource::Nofile);
    let usual = limit.current;
    limit.current = limit.maximum;
    if setrlimit(Resource::Nofile, limit).is_err() {
        limit.current = usual;
    }
    let files = limit.current.unwrap_or(1 << 20).min(1 << 20);
    (files.saturating_sub(OTHER_FILES) as usize / workers).max(64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_has_so_many_connections_and_another_its_own() {
        let all = Connections::default();
        let count = |network: &str| all.count(network.to_owned());
        let mut open: Vec<_> = (0..OF_A_NETWORK_MAX).map(|_| count("198.51.100.7").expect("a place")).collect();
        assert!(count("198.51.100.7").is_none() && count("198.51.100.7").is_none());
        let other = count("198.51.100.8");
        assert!(other.is_some());
        open.pop();
        open.push(count("198.51.100.7").expect("the place of one that ended"));
        assert!(count("198.51.100.7").is_none());
        drop((open, other));
        assert!(all.0.lock().expect("the counts").is_empty(), "nothing is kept of who is gone");
    }
}
