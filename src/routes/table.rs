//! How the table of routes becomes routes, and a listing.

use actix_web::http::header;
use actix_web::{HttpResponse, guard, web};

macro_rules! table {
    ($list:ident, $configure:ident, $base:literal: $( $path:literal { $( $method:ident $access:expr => $handler:expr; )+ } )+) => {
        pub const $list: &[Route] = &[
            $( $( Route { method: stringify!($method), path: concat!($base, $path), access: $access }, )+ )+
        ];

        pub fn $configure(config: &mut actix_web::web::ServiceConfig) {
            $( config.service(
                actix_web::web::resource($path)
                    $( .route(table::on(stringify!($method)).to($handler).wrap($crate::gate::Gate($access))) )+
                    .default_service(actix_web::web::to(|| std::future::ready(table::refuse_method(&[$( stringify!($method) ),+]))))
            ); )+
        }
    };
}

/// A route for a method of the table. Whatever can be read can be asked for without its body (RFC 9110, 9.3.2).
pub fn on(method: &str) -> actix_web::Route {
    match method {
        "get" => web::route().guard(guard::Any(guard::Get()).or(guard::Head())),
        "patch" => web::patch(),
        _ => web::post(),
    }
}

/// Not one of the methods of this address (RFC 9110, 15.5.6).
pub fn refuse_method(methods: &[&str]) -> HttpResponse {
    let mut allowed: Vec<String> = methods.iter().map(|method| method.to_uppercase()).collect();
    if allowed.iter().any(|method| method == "GET") {
        allowed.push("HEAD".to_owned());
    }
    HttpResponse::MethodNotAllowed().insert_header((header::ALLOW, allowed.join(", "))).finish()
}
