//! The headers that protect every answer, whatever it is and whoever wrote it.

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::{ConnectionType, StatusCode, header};
use actix_web::middleware::Next;

use super::receiving::Last;
use super::state;

/// Headers that every answer carries, whatever it is.
pub async fn protect(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let secure = state(&req).is_ok_and(|state| state.secure);
    match next.call(req).await {
        Ok(mut response) => {
            add_protection(response.headers_mut(), secure);
            if response.status() == StatusCode::REQUEST_TIMEOUT {
                // The rest of what is sent is not waited for (RFC 9110, 15.5.9).
                response.response_mut().head_mut().set_connection_type(ConnectionType::Close);
                let request = response.request().clone();
                return Ok(response.map_body(|_, answer| EitherBody::right(Last::of(&request, answer))));
            }
            Ok(response.map_into_left_body())
        }
        Err(error) => {
            let mut answer = error.error_response();
            add_protection(answer.headers_mut(), secure);
            Err(InternalError::from_response(error, answer).into())
        }
    }
}

fn add_protection(headers: &mut header::HeaderMap, secure: bool) {
    for (name, value) in PROTECTION {
        if !headers.contains_key(*name) {
            headers.insert(header::HeaderName::from_static(name), header::HeaderValue::from_static(value));
        }
    }
    if secure {
        let year = header::HeaderValue::from_static("max-age=63072000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
}

/// The policy for what a page may load and do, and the rest. A route may set its own `content-security-policy` only to
/// something stricter. The API documentation needs nothing more than this either.
const PROTECTION: &[(&str, &str)] = &[
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
         manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
    ),
    ("x-frame-options", "DENY"),
    ("x-xss-protection", "0"),
    ("cache-control", "no-store"),
];
