//! The one place that renders errors: a page in the visitor's language, problem+json, or a page that needs no database.
//!
//! The cause of an error goes to the log, once; a visitor reads what happened, what was not changed, and what to do.

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{HttpMessage as _, HttpRequest, HttpResponse};
use askama::Template;

use super::allowance::may_have_saved;
use super::error::{Error, FieldError, Result};
use super::forms::Form;
use super::held;
use super::i18n::Lang;
use super::page::{Page, html, see_other};
use super::visit::Visit;
use crate::policy::Permission;

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    name: &'static str,
    help: String,
    search: bool,
    /// Where to sign in, and come back from.
    sign_in: String,
    /// The sign-in form that carries what was sent, when nobody is signed in any more.
    form: Option<Form>,
}

/// The same in a line, for the message of a page.
#[derive(Template)]
#[template(source = "<b>{{ title }}.</b> {{ help }}", ext = "html")]
struct ErrorWords<'a> {
    title: &'a str,
    help: &'a str,
}

/// For the moments when there is no visit: the database is away, the co-op unknown.
#[derive(Template)]
#[template(path = "error_plain.html")]
struct PlainErrorPage {
    name: &'static str,
    status: u16,
    langs: [Lang; 2],
    /// The page to ask for again.
    again: Option<String>,
    /// A form was sent, and may be sent again.
    sent: bool,
}

/// What has to be known of a request that is gone once it failed.
struct Asked {
    path: String,
    /// With its query.
    address: String,
    /// The visitor sent something, which may have been saved.
    sent: bool,
    preferred: Lang,
    /// htmx asked: it puts the answer into the page that is there.
    part: bool,
    /// A live page asked for its stream, which is no place for words.
    stream: bool,
    /// The page of ours that the visitor had before them.
    from: Option<String>,
    form: Option<Form>,
}

impl Asked {
    fn read(request: &HttpRequest) -> Self {
        let has = |name: &str, words: &str| {
            request.headers().get(name).and_then(|value| value.to_str().ok()).is_some_and(|value| value.contains(words))
        };
        Self {
            path: request.path().to_owned(),
            address: request.uri().to_string(),
            sent: !request.method().is_safe(),
            preferred: preferred(request),
            part: has("hx-request", "true") && !has("hx-boosted", "true"),
            stream: has("accept", "text/event-stream"),
            from: own_page(request, "hx-current-url").or_else(|| own_page(request, "referer")),
            form: None,
        }
    }

    fn sign_in(&self) -> String {
        self.from.as_deref().map_or_else(|| "/sign-in".to_owned(), sign_in_before)
    }
}

/// The path and query of a page of this very host that a header names.
fn own_page(request: &HttpRequest, header: &str) -> Option<String> {
    let address = url::Url::parse(request.headers().get(header)?.to_str().ok()?).ok()?;
    let (_, rest) = address.as_str().split_once("://")?;
    let host = request.headers().get(header::HOST)?.to_str().ok()?;
    let path = rest.get(..host.len()).filter(|start| start.eq_ignore_ascii_case(host)).and(rest.get(host.len()..))?;
    path.starts_with('/').then(|| path.split('#').next().unwrap_or_default().to_owned())
}

/// Renders every error answer that has no body yet: as a page in the visitor's language, as words for the page that htmx asked
/// from (never a page within a page), or as problem+json (RFC 9457).
pub async fn render(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<EitherBody<impl MessageBody, BoxBody>>, actix_web::Error> {
    let asked = Asked::read(req.request());
    let response = match next.call(req).await {
        Ok(response) => response,
        Err(error) => {
            // The request is gone with the error: the session could not be read or written.
            let own = error.as_error::<Error>();
            let status = own.map_or(StatusCode::SERVICE_UNAVAILABLE, Error::status);
            if let Some(Error::Internal(cause)) = own {
                tracing::error!(cause = format!("{cause:#}"), "a request failed");
            } else {
                tracing::warn!(%error, "a request failed before or after its handler");
            }
            let answer = rendered(&asked, None, status, own);
            return Err(InternalError::from_response(error, answer).into());
        }
    };
    let failed = response.status().is_client_error() || response.status().is_server_error();
    // Programs ask there, and are told why in plain words.
    let own_page =
        asked.path == "/readyz" || response.headers().contains_key(header::CONTENT_TYPE) && !is_plain_text(&response);
    if !failed || own_page {
        return Ok(response.map_into_left_body());
    }
    let own = response.response().error().and_then(|error| error.as_error::<Error>());
    let mut answer = match own {
        Some(Error::SignIn) if asked.part => {
            let mut answer = HttpResponse::build(response.status());
            answer.insert_header(("hx-redirect", asked.sign_in())).finish()
        }
        Some(Error::SignIn) if is_page(response.request()) => {
            see_other(&sign_in_before(&response.request().uri().to_string()))
        }
        // Held, and no page of its handler shows it: a form of one button.
        Some(Error::Invalid(errors)) if errors.is_empty() => see_other(&page_above(response.request())),
        None if is_toggle(&response) => see_other(&page_above(response.request())),
        _ => {
            let visit = response.request().extensions().get::<Visit>().cloned();
            let asked = Asked { form: held::form_of(response.request()).ok(), ..asked };
            rendered(&asked, visit.as_ref(), response.status(), own)
        }
    };
    if let Some(allowed) = response.headers().get(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allowed.clone());
    }
    Ok(ServiceResponse::new(response.request().clone(), answer).map_into_right_body())
}

fn preferred(request: &HttpRequest) -> Lang {
    let header = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    header.and_then(Lang::accepted).unwrap_or(Lang::En)
}

fn is_page(request: &HttpRequest) -> bool {
    request.method() == actix_web::http::Method::GET && !request.path().starts_with("/api/")
}

/// The page to sign in on, which goes on to another.
fn sign_in_before(next: &str) -> String {
    let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("/sign-in?next={next}")
}

/// The language was toggled on the answer to a form, whose address is no page.
fn is_toggle(response: &ServiceResponse<impl MessageBody>) -> bool {
    let request = response.request();
    response.status() == StatusCode::METHOD_NOT_ALLOWED
        && is_page(request)
        && request.query_string().split('&').any(|pair| pair.starts_with("lang="))
}

/// `/polls/3/ballots` is a form of `/polls/3`.
fn page_above(request: &HttpRequest) -> String {
    let above = request.path().rsplit_once('/').map(|(above, _)| above).filter(|above| !above.is_empty());
    let query = Some(request.query_string()).filter(|query| !query.is_empty());
    let query = query.map_or_else(String::new, |query| format!("?{query}"));
    format!("{}{query}", above.unwrap_or("/"))
}

/// What actix itself writes for a refused body or path is not for visitors.
fn is_plain_text(response: &ServiceResponse<impl MessageBody>) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.starts_with("text/plain")
}

fn rendered(asked: &Asked, visit: Option<&Visit>, status: StatusCode, error: Option<&Error>) -> HttpResponse {
    let first = visit.map_or(asked.preferred, |visit| visit.lang);
    let name = match error {
        Some(Error::Invalid(errors)) if of_no_field(errors) => "conflict",
        error => told_as(error.map_or_else(|| name_of(status), Error::name), asked.sent),
    };
    let mut answer = match visit {
        _ if asked.path.starts_with("/api/") => Some(problem(status, name, error)),
        _ if asked.part && asked.stream => Some(HttpResponse::build(status).insert_header(RESWAP_NONE).finish()),
        _ if asked.part && needs_no_database(name) => words(status, first, name, &first.t_of("error-help-", name)),
        Some(visit) if visit.coop.is_some() && !needs_no_database(name) => {
            let help = help(visit, name, error);
            let page = ErrorPage {
                page: Page::new(visit, "", &format!("error-title-{name}")),
                name,
                help,
                search: name == "not-found" && visit.may(Permission::MembersRead),
                sign_in: asked.sign_in(),
                form: asked.form.as_ref().filter(|_| name == "sign-in").map(|form| form.carried_to(&asked.path)),
            };
            if asked.part { words(status, first, name, &page.help) } else { html(visit, status, &page).ok() }
        }
        _ if asked.part => Some(HttpResponse::build(status).insert_header(RESWAP_NONE).finish()),
        _ => None,
    }
    .unwrap_or_else(|| plain(asked, first, status, name));
    if let Some(Error::Busy(cause)) = error {
        tracing::warn!(cause, "busy");
    }
    let wait = match error {
        Some(Error::TooMany(seconds)) => Some(*seconds),
        _ => (status == StatusCode::SERVICE_UNAVAILABLE).then_some(BUSY_SECONDS),
    };
    if let Some(seconds) = wait {
        answer.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from(seconds));
    }
    answer
}

/// What a visitor is told of a failure of ours: that nothing of what they sent was saved, only where that is certain.
fn told_as(name: &'static str, sent: bool) -> &'static str {
    match name {
        "busy" | "internal" if sent && may_have_saved() => "unsure",
        "busy" if sent => "unsaved",
        name => name,
    }
}

/// The database may be away: nothing is read for such a page.
fn needs_no_database(name: &str) -> bool {
    ["busy", "unsaved", "unsure"].contains(&name)
}

fn plain(asked: &Asked, first: Lang, status: StatusCode, name: &'static str) -> HttpResponse {
    let page = PlainErrorPage {
        name,
        status: status.as_u16(),
        langs: [first, first.other()],
        again: (name == "busy").then(|| asked.address.clone()),
        sent: ["unsaved", "unsure"].contains(&name),
    };
    HttpResponse::build(status).content_type("text/html; charset=utf-8").body(page.render().unwrap_or_default())
}

/// In how many seconds a busy server may be asked again.
const BUSY_SECONDS: i64 = 5;

/// htmx leaves the page as it is.
const RESWAP_NONE: (&str, &str) = ("hx-reswap", "none");

/// The error in words, for the message of the page that htmx asked from.
fn words(status: StatusCode, lang: Lang, name: &str, help: &str) -> Option<HttpResponse> {
    let mut answer = HttpResponse::build(status);
    answer.insert_header(("hx-retarget", "#say")).insert_header(("hx-reswap", "innerHTML"));
    let words = ErrorWords { title: &lang.t_of("error-title-", name), help }.render().ok()?;
    Some(answer.content_type("text/html; charset=utf-8").body(words))
}

/// The whole form is wrong, not what is in it.
fn of_no_field(errors: &[FieldError]) -> bool {
    errors.first().is_some_and(|error| error.field.is_empty())
}

fn help(visit: &Visit, name: &str, error: Option<&Error>) -> String {
    match error {
        Some(Error::Conflict(key)) => visit.lang.t(key),
        Some(Error::Invalid(errors)) if of_no_field(errors) => visit.lang.t(errors[0].key),
        Some(Error::TooMany(seconds)) => {
            visit.lang.with("error-help-too-many", &[("minutes", ((seconds + 59) / 60).into())])
        }
        _ => visit.lang.t(&format!("error-help-{name}")),
    }
}

fn name_of(status: StatusCode) -> &'static str {
    match status.as_u16() {
        401 => "sign-in",
        403 => "forbidden",
        404 | 405 => "not-found",
        408 => "too-slow",
        413 => "too-large",
        422 => "invalid",
        429 => "too-many",
        503 => "busy",
        400..=499 => "bad-request",
        _ => "internal",
    }
}

/// RFC 9457: `type`, `title`, `status`, and for an invalid request the `errors` by field. What HTTP itself names needs no type
/// of our own.
fn problem(status: StatusCode, name: &str, error: Option<&Error>) -> HttpResponse {
    let (kind, title) = match error {
        Some(_) => (format!("urn:cooperator:problem:{name}"), Lang::En.t(&format!("error-title-{name}"))),
        None => ("about:blank".to_owned(), status.canonical_reason().unwrap_or_default().to_owned()),
    };
    let mut body = serde_json::json!({ "type": kind, "title": title, "status": status.as_u16() });
    if let Some(Error::Invalid(errors)) = error {
        let list = errors.iter().map(|wrong| {
            let words = match &wrong.limit {
                Some(limit) => Lang::En.with(wrong.key, &[("limit", limit.as_str().into())]),
                None => Lang::En.t(wrong.key),
            };
            serde_json::json!({ "field": wrong.field, "code": wrong.key, "detail": words })
        });
        body["errors"] = list.collect();
    }
    if let Some(Error::Conflict(key)) = error {
        body["detail"] = Lang::En.t(key).into();
    }
    let mut answer = HttpResponse::build(status);
    if status == StatusCode::UNAUTHORIZED {
        answer.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
    }
    answer.content_type("application/problem+json; charset=utf-8").body(body.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::allowance::{REQUEST, note_saved, within};

    fn asked(sent: bool, part: bool) -> Asked {
        let (path, address) = ("/tasks".to_owned(), "/tasks?done=1".to_owned());
        Asked { path, address, sent, preferred: Lang::Fr, part, stream: false, from: None, form: None }
    }

    async fn body(answer: HttpResponse) -> String {
        let bytes = actix_web::body::to_bytes(answer.into_body()).await.expect("a body");
        String::from_utf8(bytes.to_vec()).expect("text")
    }

    #[actix_web::test]
    async fn what_became_of_a_form_is_told_as_far_as_it_is_known() {
        within(REQUEST, async {
            let names = || ["busy", "internal", "conflict"].map(|name| told_as(name, true));
            assert_eq!(names(), ["unsaved", "internal", "conflict"]);
            note_saved();
            assert_eq!(names(), ["unsure", "unsure", "conflict"]);
            assert_eq!(["busy", "internal"].map(|name| told_as(name, false)), ["busy", "internal"], "nothing was sent");
        })
        .await;
    }

    #[actix_web::test]
    async fn a_busy_page_offers_what_is_safe_in_both_languages() {
        let busy = Error::Busy("a test".to_owned());
        let page = |sent| rendered(&asked(sent, false), None, busy.status(), Some(&busy));
        let read = page(false);
        assert_eq!(read.headers().get("retry-after").map(header::HeaderValue::as_bytes), Some(&b"5"[..]));
        let read = body(read).await;
        assert!(
            read.contains("href=\"/tasks?done=1\"") && read.contains("Réessayer") && read.contains("Try again"),
            "{read}"
        );
        let sent = body(page(true)).await;
        assert!(!sent.contains("href=\"/tasks?done=1\"") && sent.contains("reload this page"), "{sent}");
        let part = rendered(&asked(true, true), None, busy.status(), Some(&busy));
        assert_eq!(part.headers().get("hx-retarget").map(header::HeaderValue::as_bytes), Some(&b"#say"[..]));
        let part = body(part).await;
        assert!(part.contains("n’a pas été enregistré") && !part.contains("<html"), "{part}");
    }
}
