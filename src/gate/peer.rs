//! Where a visitor comes from: what attempts are counted by. A proxy is believed only where the operator named it.

use std::net::IpAddr;

use actix_web::dev::ServiceRequest;

use crate::platform::state::AppState;

/// The address of the visitor: of the connection, or as told by a proxy that the operator named. Each proxy adds an address at the
/// end, to the last line or as a line of its own; what stands before the first that no named proxy has is the visitor's own invention.
pub fn peer(req: &ServiceRequest, state: &AppState) -> Option<IpAddr> {
    let direct = req.peer_addr()?.ip().to_canonical();
    if !state.proxies.contains(direct) {
        if req.headers().contains_key("x-forwarded-for") {
            state.proxies.told_by(direct);
        }
        return Some(direct);
    }
    let lines: Vec<&str> =
        req.headers().get_all("x-forwarded-for").map(|line| line.to_str().unwrap_or_default()).collect();
    let mut told = lines.iter().rev().flat_map(|line| line.rsplit(',')).map(str::trim).peekable();
    told.peek()?;
    let mut last = direct;
    for address in told {
        match address.parse::<IpAddr>() {
            Ok(address) => last = address.to_canonical(),
            Err(_) => break,
        }
        if !state.proxies.contains(last) {
            break;
        }
    }
    Some(last)
}

/// One household's network: the whole IPv4 address, the first half of an IPv6 address.
pub fn network(address: Option<IpAddr>) -> String {
    match address {
        Some(IpAddr::V4(four)) => four.to_string(),
        Some(IpAddr::V6(six)) => {
            let [a, b, c, d, ..] = six.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
        None => "unknown".to_owned(),
    }
}
