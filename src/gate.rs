//! The gate: every request passes it before a handler sees it.
//!
//! From the outside in: which co-op (by host name), which session, whether an unsafe request comes from our own pages,
//! who is visiting, and whether the route's access column lets them in. A handler cannot forget any of it.

mod allowance;
pub mod connections;
mod observing;
mod peer;
mod protection;
mod receiving;

pub use allowance::allow;
use peer::{network, peer};
pub use protection::protect;
pub use receiving::receive;

use std::future::{Ready, ready};
use std::rc::Rc;
use std::sync::Arc;

use actix_identity::IdentityExt as _;
use actix_session::SessionExt as _;
use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::http::{Method, header};
use actix_web::middleware::Next;
use actix_web::{HttpMessage as _, web};
use futures_util::future::LocalBoxFuture;

use crate::accounts;
use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::held;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, FLASH_COOKIE, LANG_COOKIE, SESSION_COOKIE, cookie_name};
use crate::platform::session::{
    self, ACTING_KEY, Asked, EPOCH_KEY, OWN_HASH_KEY, SIGNED_IN_KEY, Sessions, device_name,
};
use crate::platform::state::{AppState, names_this_machine};
use crate::platform::tenancy::Tenancy;
use crate::platform::visit::{Acting, Inner, Visit};
use crate::policy::Permission;

/// Who may come in by a route. The access column of the route table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anybody, signed in or not.
    Anyone,
    /// Anybody, while the co-op lets the public see its pages.
    Public,
    /// Whoever holds the set-up token, while the server is empty.
    SetUp,
    /// Anybody on this machine, when the co-op is the demo.
    Demo,
    /// Accounts whose role has this permission.
    May(Permission),
    /// API tokens with this scope, whose account has this permission.
    Token(&'static str, Permission),
}

impl Access {
    /// Lets the visitor in, or says why not.
    fn check(self, visit: &Visit) -> Result<()> {
        match self {
            Self::SetUp => return if visit.coop.is_none() { Ok(()) } else { Err(Error::NotFound) },
            _ if visit.coop.is_none() => return Err(Error::NotFound),
            _ => {}
        }
        match self {
            Self::SetUp | Self::Anyone => Ok(()),
            Self::Public if visit.coop()?.public_pages || visit.viewer.is_some() => Ok(()),
            Self::Public => Err(Error::NotFound),
            Self::Demo => {
                let here = visit.coop()?.demo && visit.state.loopback && visit.from_loopback;
                if here { Ok(()) } else { Err(Error::NotFound) }
            }
            Self::May(permission) => {
                let viewer = visit.viewer()?;
                let in_person = viewer.scopes.is_none();
                if in_person && visit.may(permission) { Ok(()) } else { Err(Error::Forbidden) }
            }
            Self::Token(scope, permission) => {
                let viewer = visit.viewer()?;
                let scoped = viewer.scopes.as_ref().is_some_and(|scopes| scopes.iter().any(|held| held == scope));
                if scoped && visit.may(permission) { Ok(()) } else { Err(Error::Forbidden) }
            }
        }
    }
}

/// Guards one route with its access column.
pub struct Gate(pub Access);

impl<S, B> Transform<S, ServiceRequest> for Gate
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = actix_web::Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = actix_web::Error;
    type Transform = Guarded<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        ready(Ok(Guarded { service: Rc::new(service), access: self.0 }))
    }
}

pub struct Guarded<S> {
    service: Rc<S>,
    access: Access,
}

impl<S, B> Service<ServiceRequest> for Guarded<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = actix_web::Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = actix_web::Error;
    type Future = LocalBoxFuture<'static, Result<Self::Response, Self::Error>>;

    forward_ready!(service);

    fn call(&self, req: ServiceRequest) -> Self::Future {
        let (service, access) = (self.service.clone(), self.access);
        Box::pin(async move {
            let visit = req.extensions().get::<Visit>().cloned();
            match visit.ok_or(Error::NotFound).and_then(|visit| access.check(&visit)) {
                Ok(()) => Ok(service.call(req).await?.map_into_left_body()),
                Err(error) => Ok(refuse(req, error)),
            }
        })
    }
}

/// Answers with an error, keeping the request: whoever renders the error needs to know the visitor.
fn refuse<B: MessageBody>(req: ServiceRequest, error: Error) -> ServiceResponse<EitherBody<B>> {
    req.error_response(error).map_into_right_body()
}

/// Finds the co-op, so that the session that is loaded next is one of this co-op's. Who asks for a server of another name gets nothing.
pub async fn choose_coop(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let Some(tenancy) = req.app_data::<web::Data<Tenancy>>().cloned() else { return Ok(refuse(req, Error::NotFound)) };
    let host = req.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default().to_owned();
    let named = state(&req).is_ok_and(|state| state.is_named(&host));
    let response = match tenancy.coop_of(&host, named).await {
        Ok(Some(coop)) => session::arriving(coop, asked(&req), next.call(req)).await?,
        Ok(None) if !named => return Ok(refuse(req, Error::Misdirected)),
        Ok(None) => next.call(req).await?,
        Err(error) => return Ok(refuse(req, error)),
    };
    Ok(response.map_into_left_body())
}

/// What is sent leads to another page as a rule, and a stream has no navigation: neither needs to know what waits for its visitor.
fn asked(req: &ServiceRequest) -> Asked {
    let shows = matches!(*req.method(), Method::GET | Method::HEAD) && !req.path().ends_with("/live");
    if shows { Asked::Page } else { Asked::Visitor }
}

/// Refuses unsafe requests that do not come from our own pages, by what the browser says of their origin.
///
/// `Sec-Fetch-Site` decides where it is present (only `same-origin` and `none`); else `Origin` must name this host and scheme; with
/// neither, a request that carries a cookie is refused. No path is an exception.
pub async fn refuse_foreign(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    if !matches!(*req.method(), Method::GET | Method::HEAD | Method::OPTIONS) && !is_ours(&req) {
        let path = observing::told(req.path());
        tracing::warn!(path, "refused a request that did not come from our own pages");
        return Ok(refuse(req, Error::Forbidden));
    }
    if has_two_sessions(&req) {
        return Ok(refuse(req, Error::BadRequest));
    }
    Ok(next.call(req).await?.map_into_left_body())
}

/// Two cookies of one name: one of them was put there by somebody else, and nobody can tell which.
fn has_two_sessions(req: &ServiceRequest) -> bool {
    let secure = state(req).is_ok_and(|state| state.secure);
    let name = cookie_name(secure, SESSION_COOKIE);
    req.cookies().is_ok_and(|cookies| cookies.iter().filter(|cookie| cookie.name() == name).count() > 1)
}

fn is_ours(req: &ServiceRequest) -> bool {
    let text = |name: header::HeaderName| req.headers().get(name).map(|value| value.to_str().unwrap_or("?").to_owned());
    let site = text(header::HeaderName::from_static("sec-fetch-site"));
    let (origin, host) = (text(header::ORIGIN), text(header::HOST).unwrap_or_default());
    // A page of the same name over plain HTTP may be somebody else's, who sits on the way.
    let expected = if state(req).is_ok_and(|state| state.secure) { "https" } else { "http" };
    let same_host = |origin: &str| {
        origin.split_once("://").is_some_and(|(scheme, rest)| {
            rest.eq_ignore_ascii_case(&host) && (scheme == expected || names_this_machine(&host))
        })
    };
    match (site.as_deref(), origin.as_deref()) {
        (Some("same-origin"), None) => true,
        (Some("same-origin" | "none"), Some(origin)) => same_host(origin),
        (Some("none"), None) => true,
        (Some(_), _) => false,
        (None, Some(origin)) => same_host(origin),
        (None, None) => req.headers().get(header::COOKIE).is_none(),
    }
}

/// Recognises who is visiting and puts the `Visit` where handlers find it.
pub async fn recognise(
    mut req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    held::take(&mut req).await;
    let visit = match visit_of(&req).await {
        Ok(visit) => visit,
        Err(error) => return Ok(refuse(req, error)),
    };
    req.extensions_mut().insert(visit.clone());
    if visit.coop.is_none() && !req.path().starts_with("/setup") {
        return Ok(req.into_response(page::see_other("/setup")).map_into_right_body());
    }
    let toggled = asked_language(&req).is_some();
    let mut response = next.call(req).await?;
    observing::note(&visit, response.status()).await;
    // What caches keep for everybody is nobody's: its links carry the language instead.
    let kept =
        response.headers().get(header::CACHE_CONTROL).is_some_and(|value| value.as_bytes().starts_with(b"public"));
    if toggled && !kept {
        response.response_mut().add_cookie(&page::lang_cookie(&visit, visit.lang))?;
    }
    Ok(response.map_into_left_body())
}

async fn visit_of(req: &ServiceRequest) -> Result<Visit> {
    let state = state(req)?;
    let mut inner = outline(req, &state);
    if session::arrived_at().is_some() {
        let kept = req.get_session();
        let account: Option<i64> = req.get_identity().ok().and_then(|who| who.id().ok()).and_then(|id| id.parse().ok());
        let epoch: i32 = kept.get(EPOCH_KEY).ok().flatten().unwrap_or(-1);
        let signed_in: i64 = kept.get(SIGNED_IN_KEY).ok().flatten().unwrap_or(0);
        let own: String = kept.get(OWN_HASH_KEY).ok().flatten().unwrap_or_default();
        let now = inner.now;
        let claim = account.map(|account| accounts::SessionClaim { account, epoch, signed_in, own });
        let known = match session::take_known() {
            Some(known) => known,
            None => sessions(req)?.visitor(Vec::new(), now).await?.0,
        };
        let known = accounts::recognise(known, claim, now);
        if account.is_some() && known.viewer.is_none() {
            kept.purge();
        }
        let acting = kept.get::<Acting>(ACTING_KEY).ok().flatten().filter(|acting| acting.until > now);
        inner.viewer = known.viewer.map(|viewer| match acting {
            Some(acting) if acting.by == viewer.account_id && viewer.may(&state.policy, Permission::AccountsWrite) => {
                viewer.acting_for(acting)
            }
            _ => viewer,
        });
        let profile = inner.viewer.as_ref().and_then(|viewer| viewer.language);
        inner.lang = language(req, state.secure, profile, known.coop.language);
        inner.coop = Some(known.coop);
    }
    Ok(Visit(Arc::new(inner)))
}

/// Recognises a machine by its token. Cookies are not looked at.
pub async fn recognise_token(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    match visit_of_token(&req).await {
        Ok(visit) => req.extensions_mut().insert(visit),
        Err(error) => return Ok(refuse(req, error)),
    };
    Ok(next.call(req).await?.map_into_left_body())
}

async fn visit_of_token(req: &ServiceRequest) -> Result<Visit> {
    let state = state(req)?;
    let mut inner = outline(req, &state);
    if carries_secret(req.query_string()) {
        return Err(Error::BadRequest);
    }
    let coop_id = session::arrived_at().ok_or(Error::NotFound)?;
    let bearer = req.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = bearer.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default().to_owned();
    let (now, network) = (inner.now, inner.network.clone());
    let (known, attempts) =
        state.db.write_aside(coop_id, move |conn| accounts::recognise_token(conn, &token, &network, now)).await?;
    attempts.or_wait()?;
    inner.viewer = known.viewer;
    inner.lang = language(req, state.secure, None, known.coop.language);
    inner.coop = Some(known.coop);
    Ok(Visit(Arc::new(inner)))
}

/// A secret in an address is in every log on the way.
fn carries_secret(query: &str) -> bool {
    let names = ["token", "api_key", "access_token", "key"];
    query.contains(accounts::tokens::PREFIX)
        || query.split('&').any(|pair| names.contains(&pair.split('=').next().unwrap_or_default()))
}

fn state(req: &ServiceRequest) -> Result<Arc<AppState>> {
    let data = req.app_data::<web::Data<AppState>>().cloned().ok_or(Error::NotFound)?;
    Ok(data.into_inner())
}

fn sessions(req: &ServiceRequest) -> Result<Arc<Sessions>> {
    let data = req.app_data::<web::Data<Sessions>>().cloned().ok_or(Error::NotFound)?;
    Ok(data.into_inner())
}

/// What is known of a request before anybody was recognised.
fn outline(req: &ServiceRequest, state: &Arc<AppState>) -> Inner {
    let text =
        |name: &str| req.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let peer = peer(req, state);
    let wants_fragment = text("hx-request") == "true"
        && text("hx-request-type") != "full"
        && text("hx-boosted") != "true"
        && text("hx-history-restore-request") != "true";
    Inner {
        coop: None,
        viewer: None,
        lang: language(req, state.secure, None, Lang::En),
        now: clock::now(),
        path: req.path().to_owned(),
        query: req.query_string().to_owned(),
        wants_fragment,
        from_loopback: peer.is_some_and(|address| address.is_loopback())
            && !req.headers().contains_key("x-forwarded-for")
            && names_this_machine(&text("host")),
        network: network(peer),
        device: device_name(&text("user-agent")),
        flash: page::read_flash(&state.keys, cookie(req, state.secure, FLASH_COOKIE).as_deref()),
        state: state.clone(),
        held: held::asked_of(req.request()).0,
        sent: !req.method().is_safe(),
    }
}

fn cookie(req: &ServiceRequest, secure: bool, name: &str) -> Option<String> {
    req.cookie(&cookie_name(secure, name)).map(|cookie| cookie.value().to_owned())
}

/// The language that was asked for with this request: by a form that is to come back in it, or in the address.
fn asked_language(req: &ServiceRequest) -> Option<Lang> {
    let address = || req.query_string().split('&').find_map(|pair| pair.strip_prefix("lang=")).and_then(Lang::parse);
    held::asked_of(req.request()).1.or_else(address)
}

/// Asked for now, then what was toggled before, then the profile, then what the browser prefers, then the co-op's own.
fn language(req: &ServiceRequest, secure: bool, profile: Option<Lang>, fallback: Lang) -> Lang {
    let cookie = || cookie(req, secure, LANG_COOKIE).and_then(|value| Lang::parse(&value));
    let accepted = || {
        let header = req.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        header.and_then(Lang::accepted)
    };
    asked_language(req).or_else(cookie).or(profile).or_else(accepted).unwrap_or(fallback)
}

/// One line a request: what was asked, what came of it, how long it took. Never a query string, never a token.
pub async fn log(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let started = std::time::Instant::now();
    let method = req.method().clone();
    let outcome = next.call(req).await;
    let status = outcome.as_ref().map_or_else(|error| error.as_response_error().status_code(), ServiceResponse::status);
    if !status.is_server_error() && !tracing::enabled!(tracing::Level::DEBUG) {
        return outcome; // which route it was takes a while to find out
    }
    let micros = started.elapsed().as_micros() as u64;
    let pattern = outcome.as_ref().ok().and_then(|response| response.request().match_pattern());
    let (method, path) = (method.as_str(), pattern.as_deref().unwrap_or("unknown"));
    if status.is_server_error() {
        tracing::warn!(method, path, status = status.as_u16(), micros, "request");
    } else {
        tracing::debug!(method, path, status = status.as_u16(), micros, "request");
    }
    outcome
}

#[cfg(test)]
#[path = "gate_tests.rs"]
mod tests;
