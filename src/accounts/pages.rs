//! Sign-in: the page, the mailed link, the demo buttons, signing out.

pub mod access;
pub mod address;
pub mod assistance;
pub mod code;
pub mod drafts;
pub mod invitations;
pub mod letters;
pub mod own;
pub mod several;
pub mod tokens;

use actix_identity::Identity;
use actix_session::SessionExt as _;
use actix_web::{HttpMessage as _, HttpRequest, web};
use askama::Template;

use super::{Account, LINK_MINUTES, password};
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::page::{self, Answer, Page, see_other};
use crate::platform::session::{ACTING_KEY, DEVICE_KEY, EPOCH_KEY};
use crate::platform::visit::Visit;

/// One button of the demo's sign-in page.
pub struct DemoButton {
    pub name: &'static str,
    pub email: &'static str,
    /// The key of the words that say who this is.
    pub who: &'static str,
}

/// The accounts of the demo co-op, in the order of the buttons.
pub const DEMO_ACCOUNTS: &[DemoButton] = &[
    DemoButton { name: "Isabelle MacDonald", email: "isabelle.macdonald@example.org", who: "demo-resident" },
    DemoButton { name: "Valérie Simard", email: "valerie.simard@example.org", who: "demo-resident-other" },
    DemoButton { name: "Joan Rioux", email: "joan.rioux@example.org", who: "demo-admin" },
    DemoButton { name: "Amrit Sandhu", email: "amrit.sandhu@example.org", who: "demo-observer" },
];

#[derive(Template)]
#[template(path = "accounts/sign_in.html")]
struct SignInPage {
    page: Page,
    form: Form,
    demo: &'static [DemoButton],
}

fn sign_in_page(visit: &Visit, form: Form) -> SignInPage {
    let demo_here = visit.coop.as_ref().is_some_and(|coop| coop.demo) && visit.state.loopback && visit.from_loopback;
    SignInPage {
        page: Page::new(visit, "", "sign-in-title").with_form(&form),
        form,
        demo: if demo_here { DEMO_ACCOUNTS } else { &[] },
    }
}

pub async fn sign_in_form(visit: Visit, Query(query): Query) -> Answer {
    if visit.viewer.is_some() {
        return Ok(see_other(local(query.value("next"))));
    }
    page::ok(&visit, &sign_in_page(&visit, Form::filled([("next", local(query.value("next")).to_owned())])))
}

pub async fn sign_in(req: HttpRequest, visit: Visit, form: Form) -> Answer {
    let reader = form.reader();
    let email = reader.required_line("email", 254).to_lowercase();
    if form.value("password").is_empty() {
        reader.refuse("password", "wrong-required");
    }
    if let Err(Error::Invalid(errors)) = visit.must_be_ours(&form).and_then(|()| reader.finish()) {
        return page::refused(&visit, &sign_in_page(&visit, form.with_errors(errors)));
    }
    let (address, network) = (email.clone(), visit.network.clone());
    let attempts = visit.write(move |act| super::count_attempt(act, "sign-in", Some(&address), &network)).await?;
    attempts.or_wait()?;
    let (typed, network) = (email.clone(), visit.network.clone());
    let account = visit.write(move |act| super::for_sign_in(act, &email)).await?;
    let stored = account.as_ref().and_then(|account| account.password_hash.clone());
    let right = password::verify(form.value("password").to_owned(), stored).await?;
    if let Some(account) = account.filter(|_| right) {
        let known = account.clone();
        let device = visit.device.clone();
        let came = visit.write(move |act| {
            super::forget_attempts(act, "sign-in", &typed, &network)?;
            super::give_back_attempt(act, "sign-in", &network)?;
            super::signed_in(act, &known, "password", &device)
        });
        match came.await {
            Ok(()) => match form.carried() {
                Some((path, fields)) => {
                    let _ = come_in(&req, &visit, &account, "/")?;
                    page::ok(&visit, &ResumedPage::new(&visit, local(path), fields))
                }
                None => come_in(&req, &visit, &account, local(form.value("next"))),
            },
            Err(Error::Invalid(errors)) => page::refused(&visit, &sign_in_page(&visit, form.with_errors(errors))),
            Err(error) => Err(error),
        }
    } else {
        let wrong = vec![FieldError { field: "email".to_owned(), key: "sign-in-wrong", limit: None }];
        page::refused(&visit, &sign_in_page(&visit, form.with_errors(wrong)))
    }
}

/// Makes the session, under a new id, and goes on to `next`.
pub fn come_in(req: &HttpRequest, visit: &Visit, account: &Account, next: &str) -> Answer {
    let session = req.get_session();
    let failed = |error: &dyn std::fmt::Display| Error::Internal(anyhow::anyhow!("no session could be made: {error}"));
    Identity::login(&req.extensions(), account.id.to_string()).map_err(|error| failed(&error))?;
    session.insert(EPOCH_KEY, account.security_epoch).map_err(|error| failed(&error))?;
    session.remove(ACTING_KEY);
    session.insert(DEVICE_KEY, &visit.device).map_err(|error| failed(&error))?;
    Ok(see_other(next))
}

/// Lets this session go on, under a new id, after all others were ended. Nothing when the same form was sent a second time.
fn come_in_again(session: &actix_session::Session, epoch: Option<&i32>) -> Result<()> {
    let Some(epoch) = epoch else { return Ok(()) };
    session.insert(EPOCH_KEY, epoch).map_err(|error| anyhow::anyhow!("the session could not go on: {error}"))?;
    session.renew();
    Ok(())
}

/// An address on this site, or home: a link must not be able to lead elsewhere.
pub fn local(next: &str) -> &str {
    let path = next.split('?').next().unwrap_or_default().to_ascii_lowercase();
    let safe = next.starts_with('/')
        && next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
        && !["//", "%2f", "%5c"].iter().any(|sign| path.contains(sign))
        && !path.starts_with("/sign-");
    if safe { next } else { "/" }
}

pub async fn sign_out(identity: Option<Identity>, req: HttpRequest) -> Answer {
    if let Some(identity) = identity {
        identity.logout();
    }
    req.get_session().purge();
    let mut answer = see_other("/sign-in");
    let everything = actix_web::http::header::HeaderValue::from_static("\"cache\", \"storage\"");
    answer.headers_mut().insert(actix_web::http::header::HeaderName::from_static("clear-site-data"), everything);
    Ok(answer)
}

/// After a sign-in in the middle of something: what was typed before it, one button from where it was typed.
#[derive(Template)]
#[template(path = "accounts/resumed.html", blocks = ["resume"])]
struct ResumedPage {
    page: Page,
    action: String,
    fields: Vec<(String, String)>,
}

impl ResumedPage {
    fn new(visit: &Visit, path: &str, fields: Vec<(String, String)>) -> Self {
        Self { page: Page::new(visit, "", "resumed-title"), action: path.to_owned(), fields }
    }
}

/// What whoever guesses a password tries: the names of the co-op and of its buildings.
async fn guessed(visit: &Visit) -> Result<Vec<String>> {
    let coop = visit.coop()?;
    let mut words = visit.read(|conn, _| super::buildings(conn)).await?;
    words.extend([coop.name_en.clone(), coop.name_fr.clone()]);
    Ok(words)
}

// ---- by mailed link ----

#[derive(Template)]
#[template(path = "accounts/link_asked.html")]
struct LinkAskedPage {
    page: Page,
    minutes: i64,
    /// What was typed before somebody had to sign in: to go on with from this page.
    resumed: Option<ResumedPage>,
}

#[derive(Template)]
#[template(path = "accounts/link.html")]
struct LinkPage {
    page: Page,
    token: String,
    next: String,
    /// Whose the link is: several people may read one mailbox.
    name: String,
}

/// Asks for a link. The answer is the same for every address, and so is the time: a job looks the address up.
pub async fn ask_for_link(visit: Visit, form: Form) -> Answer {
    let reader = form.reader();
    let email = reader.email("email");
    if email.is_none() {
        reader.refuse("email", "wrong-required");
    }
    if let Err(Error::Invalid(mut errors)) = visit.must_be_ours(&form).and_then(|()| reader.finish()) {
        errors.truncate(1);
        return page::refused(&visit, &sign_in_page(&visit, form.with_errors(errors)));
    }
    let (email, network) = (email.unwrap_or_default(), visit.network.clone());
    let attempts = visit.write(move |act| super::count_attempt(act, "link", None, &network)).await?;
    attempts.or_wait()?;
    let (lang, network, next) = (visit.lang, visit.network.clone(), local(form.value("next")).to_owned());
    visit.write(move |act| super::ask_for_link(act, &email, &network, lang, &next)).await?;
    let resumed = form.carried().map(|(path, fields)| ResumedPage::new(&visit, local(path), fields));
    page::ok(&visit, &LinkAskedPage { page: Page::new(&visit, "", "link-asked-title"), minutes: LINK_MINUTES, resumed })
}

/// Scanners open links: opening this one changes nothing. Its address is a secret until it is used; the referrer policy of every
/// page keeps it on this server. (`no-referrer` would also hide the origin of the form, which older browsers need to send it.)
pub async fn link_page(visit: Visit, token: web::Path<String>, Query(query): Query) -> Answer {
    let (token, next) = (token.into_inner(), local(query.value("next")).to_owned());
    let said = token.clone();
    let holder = visit.read(move |conn, _| super::link_holder(conn, &said)).await?;
    let name = holder.map(|(_, name)| name).unwrap_or_default();
    page::ok(&visit, &LinkPage { page: Page::new(&visit, "", "link-title"), token, next, name })
}

pub async fn use_link(req: HttpRequest, visit: Visit, token: web::Path<String>, form: Form) -> Answer {
    visit.must_be_ours(&form)?;
    let network = visit.network.clone();
    let attempts = visit.write(move |act| super::count_attempt(act, "use-link", None, &network)).await?;
    attempts.or_wait()?;
    let (token, device, network) = (token.into_inner(), visit.device.clone(), visit.network.clone());
    let (said, next) = (token.clone(), local(form.value("next")).to_owned());
    let used = visit.write(move |act| {
        let account = super::use_link(act, &token, &device)?;
        super::give_back_attempt(act, "use-link", &network)?;
        if let Some(address) = &account.address {
            super::forget_attempts(act, "sign-in", address, &network)?;
        }
        Ok(account)
    });
    match used.await {
        Ok(account) => come_in(&req, &visit, &account, &next),
        Err(Error::NotFound) => {
            let holder = visit.read(move |conn, _| super::link_holder(conn, &said)).await?;
            // Who comes back to the mail from which they came in goes on.
            if holder.is_some_and(|(id, _)| visit.viewer.as_ref().is_some_and(|viewer| viewer.account_id == id)) {
                return Ok(see_other(&next));
            }
            let wrong = vec![FieldError { field: "email".to_owned(), key: "link-used", limit: None }];
            let form = Form::filled([("next", next)]).with_errors(wrong);
            page::refused(&visit, &sign_in_page(&visit, form))
        }
        Err(Error::Invalid(errors)) => page::refused(&visit, &sign_in_page(&visit, Form::blank().with_errors(errors))),
        Err(error) => Err(error),
    }
}

pub async fn demo_sign_in(req: HttpRequest, visit: Visit, form: Form) -> Answer {
    visit.must_be_ours(&form)?;
    let wanted = DEMO_ACCOUNTS.iter().find(|button| button.email == form.value("email")).ok_or(Error::NotFound)?;
    let device = visit.device.clone();
    let account = visit.write(move |act| super::demo_account(act, wanted.email, &device)).await?;
    come_in(&req, &visit, &account, "/")
}
