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

use super::error::{Error, Result};
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
}

/// For the moments when there is no visit: the database is away, the co-op unknown.
#[derive(Template)]
#[template(path = "error_plain.html")]
struct PlainErrorPage {
    name: &'static str,
    status: u16,
    langs: [Lang; 2],
}

/// Renders every error answer that has no body yet: as a page in the visitor's language, or as problem+json (RFC 9457).
pub async fn render(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<EitherBody<impl MessageBody, BoxBody>>, actix_web::Error> {
    let path = req.path().to_owned();
    let preferred = preferred(req.request());
    let response = match next.call(req).await {
        Ok(response) => response,
        Err(error) => {
            // The request is gone with the error: the session could not be read or written.
            let own = error.as_error::<Error>();
            let status = own.map_or(StatusCode::SERVICE_UNAVAILABLE, Error::status);
            tracing::warn!(%error, "a request failed before or after its handler");
            let answer = rendered(&path, None, preferred, status, own);
            return Err(InternalError::from_response(error, answer).into());
        }
    };
    let failed = response.status().is_client_error() || response.status().is_server_error();
    let own_page = response.headers().contains_key(header::CONTENT_TYPE) && !is_plain_text(&response);
    if !failed || own_page {
        return Ok(response.map_into_left_body());
    }
    let own = response.response().error().and_then(|error| error.as_error::<Error>());
    let mut answer = match own {
        Some(Error::SignIn) if is_page(response.request()) => to_sign_in(response.request()),
        _ => {
            let visit = response.request().extensions().get::<Visit>().cloned();
            rendered(&path, visit.as_ref(), preferred, response.status(), own)
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

fn to_sign_in(request: &HttpRequest) -> HttpResponse {
    let next: String = url::form_urlencoded::byte_serialize(request.uri().to_string().as_bytes()).collect();
    see_other(&format!("/sign-in?next={next}"))
}

/// What actix itself writes for a refused body or path is not for visitors.
fn is_plain_text(response: &ServiceResponse<impl MessageBody>) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.starts_with("text/plain")
}

fn rendered(path: &str, visit: Option<&Visit>, first: Lang, status: StatusCode, error: Option<&Error>) -> HttpResponse {
    let name = error.map_or_else(|| name_of(status), Error::name);
    let mut answer = match visit {
        _ if path.starts_with("/api/") => Some(problem(status, name, error)),
        Some(visit) if visit.coop.is_some() && !matches!(error, Some(Error::Busy(_))) => {
            let help = help(visit, name, error);
            let page = ErrorPage {
                page: Page::new(visit, "", &format!("error-title-{name}")),
                name,
                help,
                search: name == "not-found" && visit.may(Permission::MembersRead),
            };
            html(visit, status, &page).ok()
        }
        _ => None,
    }
    .unwrap_or_else(|| {
        let body = PlainErrorPage { name, status: status.as_u16(), langs: [first, first.other()] }
            .render()
            .unwrap_or_default();
        HttpResponse::build(status).content_type("text/html; charset=utf-8").body(body)
    });
    match error {
        Some(Error::Busy(cause)) => {
            tracing::warn!(cause, "busy");
            answer.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from_static("5"));
        }
        Some(Error::TooMany(seconds)) => {
            answer.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from(*seconds));
        }
        _ => {}
    }
    answer
}

fn help(visit: &Visit, name: &str, error: Option<&Error>) -> String {
    match error {
        Some(Error::Conflict(key)) => visit.lang.t(key),
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
