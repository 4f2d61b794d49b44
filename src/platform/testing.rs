//! For tests of slices through HTTP: the real application on a database where nothing is ever committed.
//!
//! One private PostgreSQL serves all tests of a run, started at the first need; each test has a connection of its own in a
//! transaction that is rolled back. The kind of visitor is a value: `site.as_admin()`, `site.as_resident()`.

use std::path::PathBuf;
use std::rc::Rc;
use std::sync::{Arc, OnceLock};

use actix_web::body::{BoxBody, MessageBody as _};
use actix_web::dev::{Service as _, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::test::TestRequest;
use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use futures_util::future::LocalBoxFuture;
use tokio::sync::OnceCell;

use super::clock;
use super::db::{CoopId, Db};
use super::embedded_postgres::{Cluster, Settings};
use super::error::{Error, Result};
use super::jobs::{LANES, Outside, Worker};
use super::keys::Keys;
use super::mail::Mailer;
use super::pump::Pump;
use super::state::AppState;
use super::visit::Act;
use crate::accounts::{self, Holder, Invitation};
use crate::app::{Shared, app};
use crate::coops::{self, Details, Preset};
use crate::policy::{Policy, Role};

fn cluster() -> &'static Cluster {
    // It goes away with the process.
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    CLUSTER.get_or_init(|| {
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
        let settings = Settings { data_dir: target.join("test-postgres"), durable: false };
        Cluster::start(&settings).expect("a private PostgreSQL for the tests")
    })
}

const DATABASE: &str = "cooperator_unit_tests";

/// The address of a migrated database, as the app's role.
fn database() -> &'static str {
    static URL: OnceLock<String> = OnceLock::new();
    URL.get_or_init(|| {
        cluster().ensure_database(DATABASE).expect("a database for the tests");
        super::db::migrate(&cluster().owner_url(DATABASE)).expect("the schema");
        cluster().app_url(DATABASE)
    })
}

/// A database with nothing in it, for a test of the schema itself: its address as its owner and as the app's role.
pub fn empty_database(name: &str) -> (String, String) {
    let name = format!("cooperator_{name}_{}", std::process::id());
    cluster().ensure_database(&name).expect("a database of its own");
    (cluster().owner_url(&name), cluster().app_url(&name))
}

/// The password of everybody whom `Site::signed_in` signs in.
pub const PASSWORD: &str = "correct horse battery";

/// "Odette Roy" is reached at odette.roy@example.org.
pub fn address(name: &str) -> String {
    format!("{}@example.org", name.to_lowercase().replace(' ', "."))
}

/// One co-op on a database of its own, as far as anybody can tell.
pub struct Site {
    pub state: Arc<AppState>,
    pub shared: Shared,
    pub coop: CoopId,
    service: OnceCell<Service>,
}

/// The application, made once a site: making it takes longer than most requests.
type Service = Box<dyn Fn(TestRequest) -> LocalBoxFuture<'static, Result<ServiceResponse<BoxBody>, actix_web::Error>>>;

async fn service(shared: &Shared) -> Service {
    let service = Rc::new(actix_web::test::init_service(app(shared)).await);
    Box::new(move |request| {
        let service = service.clone();
        Box::pin(async move { Ok(service.call(request.to_request()).await?.map_into_boxed_body()) })
    })
}

/// A kind of visitor, with the cookie that makes them one.
#[derive(Clone)]
pub struct Visitor<'a> {
    site: &'a Site,
    cookies: Vec<(String, String)>,
    bearer: Option<String>,
    pub account: Option<i64>,
    /// The member for whom the visitor acts, or 0.
    pub acting_for: i64,
    /// The address they come from, and the host they ask for.
    pub from: &'static str,
    pub host: &'static str,
}

/// What came back.
pub struct Reply {
    pub status: StatusCode,
    pub headers: header::HeaderMap,
    pub body: String,
    /// How many queries it took.
    pub queries: u64,
}

impl Reply {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// The token of the forms on a page.
    pub fn form_token(&self) -> String {
        self.field("form_token")
    }

    /// What a hidden field of the page holds.
    pub fn field(&self, name: &str) -> String {
        let rest = self.body.split(&format!("name=\"{name}\" value=\"")).nth(1).expect("such a field on the page");
        rest.split('"').next().unwrap_or_default().to_owned()
    }

    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.body.chars().take(3_000).collect::<String>());
        self
    }

    #[track_caller]
    pub fn shows(self, words: &str) -> Self {
        assert!(self.body.contains(words), "missing {words:?} in {}", self.body);
        self
    }

    /// Short words are looked for outside what was drawn at random: now and then a form's token
    /// holds a "66", or somebody's name.
    #[track_caller]
    pub fn hides(self, words: &str) -> Self {
        let drawn = |run: &str| run.len() >= 20 && words.len() < 8;
        let parts = self.body.split_inclusive(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
        let said: String = parts.filter(|run| !drawn(run)).collect();
        assert!(!said.contains(words), "{words:?} must not be in {}", self.body);
        self
    }
}

impl Site {
    /// A co-op with Ontario's rules, nobody in it yet.
    pub async fn new() -> Self {
        Self::empty().await.founded()
    }

    /// The same, for what somebody does who owns the database: see `tampered`.
    pub async fn of_owner() -> Self {
        database();
        Self::on(&cluster().owner_url(DATABASE)).await.founded()
    }

    fn founded(self) -> Self {
        let site = self;
        let state = site.state.clone();
        let details = Details {
            default_language: "en".to_owned(),
            public_pages: true,
            // What tests see must not hang on the hour at which they run.
            reminders_from: 0,
            reminders_until: 24,
            ..Details::plain("Tamarack Co-op", "Coop Tamarack")
        };
        let coop = site
            .state
            .db
            .across_now(|conn| coops::found(conn, &state, &details, Preset::Ontario, false))
            .expect("a co-op");
        Self { coop, ..site }
    }

    /// A server without a co-op.
    pub async fn empty() -> Self {
        Self::on(database()).await
    }

    async fn on(address: &str) -> Self {
        let state = Arc::new(AppState {
            db: Db::rolled_back(address),
            keys: Keys::for_tests(),
            policy: Policy::compile(None).await.expect("the policy"),
            origin: "http://localhost:8080".to_owned(),
            secure: false,
            loopback: true,
            proxies: Default::default(),
            shared_parts: Default::default(),
            slices: crate::slices::ALL,
        });
        Self::with(state)
    }

    /// A server with a setting of one's own.
    pub fn with(state: Arc<AppState>) -> Self {
        Self { shared: Shared::new(state.clone()), state, coop: CoopId(0), service: OnceCell::new() }
    }

    /// Runs a verb as the program itself.
    /// The day where the co-op is, which in its evening is not that of UTC any more.
    pub fn today(&self) -> chrono::NaiveDate {
        super::clock::date_in(chrono_tz::America::Toronto, super::clock::now())
    }

    pub fn act<T>(&self, verb: impl FnOnce(&mut Act<'_>) -> Result<T>) -> T {
        self.try_act(verb).expect("the verb")
    }

    pub fn try_act<T>(&self, verb: impl FnOnce(&mut Act<'_>) -> Result<T>) -> Result<T> {
        self.state.db.write_now(self.coop, |conn| {
            let coop = accounts::coop(conn)?;
            verb(&mut Act::by_itself(conn, &coop, &self.state))
        })
    }

    pub fn read<T>(&self, work: impl FnOnce(&mut PgConnection) -> Result<T>) -> T {
        self.state.db.read_now(self.coop, work).expect("a read")
    }

    /// Rows that are not what the events say.
    pub fn discrepancies(&self) -> Vec<String> {
        let found = self.read(|conn| super::slice::verify(self.state.slices, conn));
        found.iter().map(ToString::to_string).collect()
    }

    /// Changes rows as the owner of the database can, past every right and trigger, looks at it, and takes it back.
    pub fn tampered<T>(&self, sql: &str, look: impl FnOnce(&mut PgConnection) -> Result<T>) -> T {
        let past = format!("reset role; set local session_replication_role = replica; {sql}; set role cooperator_app");
        let mut seen = None;
        let outcome = self.state.db.write_now(self.coop, |conn| {
            conn.batch_execute(&past)?;
            seen = Some(look(conn)?);
            Err::<(), _>(Error::NotFound)
        });
        seen.unwrap_or_else(|| panic!("{sql}: {outcome:?}"))
    }

    pub fn anonymous(&self) -> Visitor<'_> {
        Visitor {
            site: self,
            cookies: Vec::new(),
            bearer: None,
            account: None,
            acting_for: 0,
            from: "127.0.0.1:5000",
            host: "localhost:8080",
        }
    }

    /// A visitor with an account of their own, signed in. A member of whom the register has no address gets one by `name`.
    pub async fn signed_in(&self, role: Role, name: &str, member_id: Option<i64>) -> Visitor<'_> {
        let hash = accounts::password::hash_now(PASSWORD).expect("a hash");
        let holder = match member_id {
            Some(member) => {
                self.reachable(member, &address(name));
                Holder::Member(member)
            }
            None => Holder::Guest { name: name.to_owned(), email: address(name) },
        };
        let invitation = Invitation { holder, role, language: None, expires_on: None };
        let account = self.act(|act| accounts::open(act, &invitation, Some(&hash)));
        self.device_of(account.id).await
    }

    /// Gives a member an address, if they have none. Nobody did, so nothing happened.
    fn reachable(&self, member: i64, address: &str) {
        use crate::schema::members::dsl::{email, id, members};
        let without = members.filter(id.eq(member).and(email.is_null()));
        self.read(|conn| Ok(diesel::update(without).set(email.eq(address)).execute(conn)?));
    }

    /// Somebody who has an account already, on one more device.
    pub async fn device_of(&self, account: i64) -> Visitor<'_> {
        let mut visitor = self.anonymous();
        let token = visitor.get("/sign-in").await.form_token();
        let address = self.read(|conn| accounts::find(conn, account)).address.expect("an address");
        visitor.sign_in(&token, &address, PASSWORD).await;
        visitor.account = Some(account);
        visitor
    }

    pub async fn as_admin(&self) -> Visitor<'_> {
        self.signed_in(Role::Admin, "Joan Rioux", None).await
    }

    pub async fn as_observer(&self) -> Visitor<'_> {
        self.signed_in(Role::Observer, "Amrit Sandhu", None).await
    }

    /// Gives what was recorded to its readers, and does no job.
    pub fn pump(&self) {
        while self.the_pump().round(true).expect("a round of the pump") > 0 {}
    }

    fn the_pump(&self) -> Pump {
        Pump { state: self.state.clone(), db: self.state.db.clone(), load_coop: accounts::coop }
    }

    /// Does all jobs that are due, mails going to a folder, and gives the mails' texts.
    pub fn do_jobs(&self) -> Vec<String> {
        static COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        let number = COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("mail-{}-{number}", std::process::id()));
        let mailer = Mailer::new(None, folder.clone(), "coop@example.org").expect("a mail folder");
        let worker = Worker {
            state: self.state.clone(),
            db: self.state.db.clone(),
            outside: Outside { mailer: Arc::new(mailer) },
            load_coop: accounts::coop,
        };
        loop {
            let placed = self.the_pump().round(true).expect("a round of the pump");
            let done = LANES.iter().filter(|lane| worker.round(lane).expect("a round of jobs")).count();
            if placed + done == 0 {
                break;
            }
        }
        let mut mails: Vec<String> = std::fs::read_dir(&folder)
            .expect("the folder")
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|end| end == "eml"))
            .map(|path| quoted_printable(&std::fs::read(path).unwrap_or_default()))
            .collect();
        mails.sort();
        let _ = std::fs::remove_dir_all(folder);
        mails
    }
}

/// A mail as its reader sees it: RFC 2045, section 6.7, undone.
fn quoted_printable(mail: &[u8]) -> String {
    let mut out = Vec::new();
    let mut rest = mail;
    while let Some((&byte, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match (byte, code) {
            (b'=', Some("\r\n")) => rest = &after[2..],
            (b'=', Some(two)) if u8::from_str_radix(two, 16).is_ok() => {
                out.extend(u8::from_str_radix(two, 16));
                rest = &after[2..];
            }
            _ => {
                out.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

impl Visitor<'_> {
    /// A machine that shows this token.
    pub fn with_bearer(mut self, token: &str) -> Self {
        self.bearer = Some(token.to_owned());
        self
    }

    async fn call(&self, request: TestRequest) -> Reply {
        let mut request = request.peer_addr(self.from.parse().expect("an address")).insert_header(("host", self.host));
        if !self.cookies.is_empty() {
            let all: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.insert_header((header::COOKIE, all.join("; ")));
        }
        if let Some(token) = &self.bearer {
            request = request.insert_header((header::AUTHORIZATION, format!("Bearer {token}")));
        }
        let service = self.site.service.get_or_init(|| service(&self.site.shared)).await;
        let before = self.site.state.db.statements();
        let response = match service(request).await {
            Ok(response) => response,
            Err(error) => panic!("an error that nobody rendered: {error}"),
        };
        let queries = self.site.state.db.statements() - before;
        read(response, queries).await
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.call(TestRequest::get().uri(path)).await
    }

    /// Asks as htmx does for a part of a page.
    pub async fn get_fragment(&self, path: &str) -> Reply {
        self.call(
            TestRequest::get()
                .uri(path)
                .insert_header(("hx-request", "true"))
                .insert_header(("hx-request-type", "partial")),
        )
        .await
    }

    /// Any request at all, as a browser on our own page would send it.
    pub async fn request(&self, method: &str, path: &str) -> Reply {
        let method = method.to_uppercase().parse().expect("a method");
        let request = TestRequest::default().method(method).uri(path).insert_header(("sec-fetch-site", "same-origin"));
        self.call(request.insert_header((header::CONTENT_TYPE, "application/x-www-form-urlencoded"))).await
    }

    /// Sends a form from our own page, with these fields and no others.
    pub async fn post_raw(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.call(TestRequest::post().uri(path).insert_header(("sec-fetch-site", "same-origin")).set_form(fields)).await
    }

    /// Sends a form with a fresh token, as somebody would who opened the page a moment ago.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let token = self.fresh_token().await;
        let all: Vec<_> = fields.iter().copied().chain([("form_token", token.as_str())]).collect();
        self.post_raw(path, &all).await
    }

    /// A token as a page of ours would hold it, another one each time.
    pub async fn fresh_token(&self) -> String {
        static COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        let nonce = COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let stamp = format!("{}-{nonce}", clock::now().timestamp() / 3_600);
        let message = format!("{}/{}/{}/{stamp}", self.site.coop.0, self.account.unwrap_or(0), self.acting_for);
        format!("{stamp}.{}", self.site.state.keys.sign(b"form", message.as_bytes()))
    }

    /// A request with headers of one's own.
    pub async fn custom(&self, request: TestRequest) -> Reply {
        self.call(request).await
    }

    async fn sign_in(&mut self, token: &str, email: &str, password: &str) {
        let reply = self
            .post_raw("/sign-in", &[("form_token", token), ("email", email), ("password", password)])
            .await
            .expect(303);
        self.keep_cookies(&reply);
    }

    pub fn keep_cookies(&mut self, reply: &Reply) {
        for value in reply.headers.get_all(header::SET_COOKIE) {
            let pair = value.to_str().unwrap_or_default().split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.retain(|(known, _)| known != name);
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
    }
}

async fn read(response: ServiceResponse<BoxBody>, queries: u64) -> Reply {
    let (status, headers) = (response.status(), response.headers().clone());
    // A stream has no end: that it began is all there is to know of it here.
    let is_stream =
        headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"));
    if is_stream {
        return Reply { status, headers, body: String::new(), queries };
    }
    let bytes = actix_web::body::to_bytes(response.into_body().boxed()).await.unwrap_or_default();
    Reply { status, headers, body: String::from_utf8_lossy(&bytes).into_owned(), queries }
}
