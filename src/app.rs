//! The application as a value: what tests build and what `serve` runs.

use std::sync::Arc;
use std::time::Duration;

use actix_identity::IdentityMiddleware;
use actix_session::SessionMiddleware;
use actix_session::config::{CookieContentSecurity, PersistentSession};
use actix_web::body::MessageBody;
use actix_web::cookie::SameSite;
use actix_web::cookie::time::Duration as CookieDuration;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, from_fn};
use actix_web::{App, HttpResponse, web};

use crate::platform::error::Error;
use crate::platform::forms::FORM_BYTES_MAX;
use crate::platform::live::Hub;
use crate::platform::readiness::{Condition, Readiness, SKEW_MAX_SECONDS};
use crate::platform::session::{ACCOUNT_KEY, SIGNED_IN_KEY, Sessions, VISITED_KEY};
use crate::platform::state::AppState;
use crate::platform::tenancy::Tenancy;
use crate::platform::{assets, error_pages, page};
use crate::{accounts, api, gate, routes};

/// How long a session lasts at most, and how long without a visit. Admins and observers: see `accounts`.
const LOGIN_DEADLINE: Duration = Duration::from_hours(2160);
const VISIT_DEADLINE: Duration = Duration::from_secs(accounts::IDLE_DAYS as u64 * 24 * 3600);

/// What every worker of the server shares.
#[derive(Clone)]
pub struct Shared {
    pub state: web::Data<AppState>,
    pub tenancy: web::Data<Tenancy>,
    pub hub: web::Data<Hub>,
    pub sessions: web::Data<Sessions>,
    pub ready: web::Data<Ready>,
}

/// Whether this instance takes new visitors: not while it is stopping, nor while the database does not answer.
pub struct Ready {
    pub stopping: std::sync::atomic::AtomicBool,
    pub database: Readiness,
}

impl Shared {
    pub fn new(state: Arc<AppState>) -> Self {
        let db = state.db.clone();
        Self {
            tenancy: web::Data::new(Tenancy::new(db.clone())),
            sessions: web::Data::new(Sessions { db: db.clone(), look_up: accounts::look_up, visitors: Arc::default() }),
            ready: web::Data::new(Ready { stopping: false.into(), database: Readiness::new(db.manager()) }),
            hub: web::Data::new(Hub::start(db, state.slices)),
            state: web::Data::from(state),
        }
    }
}

/// Builds the application.
pub fn app(
    shared: &Shared,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody + use<>>,
        Error = actix_web::Error,
        InitError = (),
    > + use<>,
> {
    let state = shared.state.clone();
    let sessions = SessionMiddleware::builder(shared.sessions.as_ref().clone(), state.keys.cookies())
        .cookie_name(page::cookie_name(state.secure, page::SESSION_COOKIE))
        .cookie_secure(state.secure)
        .cookie_http_only(true)
        .cookie_same_site(SameSite::Lax)
        .cookie_path("/".to_owned())
        .cookie_content_security(CookieContentSecurity::Private)
        .session_lifecycle(
            PersistentSession::default().session_ttl(CookieDuration::seconds(LOGIN_DEADLINE.as_secs() as i64)),
        )
        .build();
    let identity = IdentityMiddleware::builder()
        .id_key(ACCOUNT_KEY)
        .login_unix_timestamp_key(SIGNED_IN_KEY)
        .last_visit_unix_timestamp_key(VISITED_KEY)
        .login_deadline(Some(LOGIN_DEADLINE))
        .visit_deadline(Some(VISIT_DEADLINE))
        .build();
    App::new()
        .app_data(shared.state.clone())
        .app_data(shared.tenancy.clone())
        .app_data(shared.hub.clone())
        .app_data(shared.sessions.clone())
        .app_data(shared.ready.clone())
        .app_data(web::PayloadConfig::new(FORM_BYTES_MAX))
        .service(web::resource("/static/{file}").route(web::get().to(assets::serve)))
        .service(web::resource("/healthz").route(web::get().to(alive)))
        .service(web::resource("/readyz").route(web::get().to(ready)))
        .service(
            web::scope("/api")
                .app_data(web::PayloadConfig::new(api::BODY_BYTES_MAX))
                .configure(routes::api)
                .default_service(web::to(nothing_here))
                .wrap(from_fn(gate::recognise_token))
                .wrap(from_fn(gate::choose_coop)),
        )
        .service(
            web::scope("")
                .configure(routes::pages)
                .default_service(web::to(nothing_here))
                .wrap(from_fn(gate::recognise))
                .wrap(identity)
                .wrap(sessions)
                .wrap(from_fn(gate::choose_coop))
                .wrap(from_fn(gate::refuse_foreign)),
        )
        .wrap(from_fn(gate::receive))
        .wrap(from_fn(error_pages::render))
        .wrap(from_fn(gate::allow))
        .wrap(from_fn(gate::protect))
        .wrap(Compress::default())
        .wrap(from_fn(gate::log))
}

async fn nothing_here() -> Result<HttpResponse, Error> {
    Err(Error::NotFound)
}

/// The process is alive. Asks nothing of anybody.
async fn alive() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ok\n")
}

/// This instance can take visitors: the database answers, is this program's, and nobody told it to stop. Otherwise, in plain words, why
/// not.
async fn ready(ready: web::Data<Ready>) -> HttpResponse {
    let stopping = ready.stopping.load(std::sync::atomic::Ordering::Relaxed);
    let condition = if stopping { None } else { Some(ready.database.condition().await) };
    let mut answer = match condition {
        Some(condition) if condition.is_well() => HttpResponse::Ok(),
        _ => HttpResponse::ServiceUnavailable(),
    };
    answer.content_type("text/plain; charset=utf-8").body(format!("{}\n", said_of(condition)))
}

fn said_of(condition: Option<Condition>) -> String {
    match condition {
        None => "stopping".to_owned(),
        Some(Condition::Away) => "the database is out of reach".to_owned(),
        Some(Condition::Older) => {
            "the tables of the database are older than this program: run `cooperator migrate`".to_owned()
        }
        Some(Condition::Newer) => {
            "the tables of the database were made by a newer version of this program: update the program".to_owned()
        }
        Some(Condition::Well { ahead }) if ahead.abs() > SKEW_MAX_SECONDS => format!(
            "ready, but the clock of this machine is {} seconds {} the database's",
            ahead.abs(),
            if ahead > 0 { "ahead of" } else { "behind" }
        ),
        Some(Condition::Well { .. }) => "ready".to_owned(),
    }
}
