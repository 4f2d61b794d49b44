//! The route table: method, path, who may come in, handler. Nothing answers that is not here.

use actix_web::http::header;
use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpResponse, guard};

use crate::gate::{Access, Gate};
use crate::policy::Permission as P;
use crate::{accounts, api, coops, home};

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    pub method: &'static str,
    pub path: &'static str,
    pub access: Access,
}

macro_rules! table {
    ($list:ident, $configure:ident, $base:literal: $( $path:literal { $( $method:ident $access:expr => $handler:expr; )+ } )+) => {
        pub const $list: &[Route] = &[
            $( $( Route { method: stringify!($method), path: concat!($base, $path), access: $access }, )+ )+
        ];

        pub fn $configure(config: &mut ServiceConfig) {
            $( config.service(
                web::resource($path)
                    $( .route(on(stringify!($method)).to($handler).wrap(Gate($access))) )+
                    .default_service(web::to(|| std::future::ready(refuse_method(&[$( stringify!($method) ),+]))))
            ); )+
        }
    };
}

/// A route for a method of the table. Whatever can be read can be asked for without its body (RFC 9110, 9.3.2).
fn on(method: &str) -> actix_web::Route {
    match method {
        "get" => web::route().guard(guard::Any(guard::Get()).or(guard::Head())),
        _ => web::post(),
    }
}

/// Not one of the methods of this address (RFC 9110, 15.5.6).
fn refuse_method(methods: &[&str]) -> HttpResponse {
    let mut allowed: Vec<String> = methods.iter().map(|method| method.to_uppercase()).collect();
    if allowed.iter().any(|method| method == "GET") {
        allowed.push("HEAD".to_owned());
    }
    HttpResponse::MethodNotAllowed().insert_header((header::ALLOW, allowed.join(", "))).finish()
}

use Access::{Anyone, Demo, May, SetUp, Token};

table! { PAGES, pages, "":
    "/" { get May(P::HomeRead) => home::pages::index; }
    "/menu" { get May(P::HomeRead) => home::pages::menu; }
    "/help" { get Anyone => home::pages::help; }
    "/setup" { get SetUp => coops::pages::set_up_form; post SetUp => coops::pages::set_up; }
    "/sign-in" { get Anyone => accounts::pages::sign_in_form; post Anyone => accounts::pages::sign_in; }
    "/sign-in/link" { post Anyone => accounts::pages::ask_for_link; }
    "/sign-in/link/{token}" { get Anyone => accounts::pages::link_page; post Anyone => accounts::pages::use_link; }
    "/sign-out" { post Anyone => accounts::pages::sign_out; }
    "/account" { get May(P::AccountOwn) => accounts::pages::own::show; }
    "/account/appearance" { post May(P::AccountOwn) => accounts::pages::own::set_appearance; }
    "/account/password" { post May(P::AccountOwn) => accounts::pages::own::set_password; }
    "/account/sessions/ending" { post May(P::AccountOwn) => accounts::pages::own::end_other_sessions; }
    "/account/sessions/{hash}/ending" { post May(P::AccountOwn) => accounts::pages::own::end_session; }
    "/account/tokens" { get May(P::AccountOwn) => accounts::pages::tokens::list; post May(P::AccountOwn) => accounts::pages::tokens::make; }
    "/account/tokens/{id}/revocation" { post May(P::AccountOwn) => accounts::pages::tokens::revoke; }
    "/accounts" { get May(P::AccountsWrite) => accounts::pages::access::list; post May(P::AccountsWrite) => accounts::pages::access::invite; }
    "/accounts/new" { get May(P::AccountsWrite) => accounts::pages::access::new_form; }
    "/accounts/{id}" { get May(P::AccountsWrite) => accounts::pages::access::show; }
    "/accounts/{id}/role" { post May(P::AccountsWrite) => accounts::pages::access::set_role; }
    "/accounts/{id}/closing" { post May(P::AccountsWrite) => accounts::pages::access::close; }
    "/accounts/{id}/reopening" { post May(P::AccountsWrite) => accounts::pages::access::reopen; }
    "/accounts/{id}/invitation" { post May(P::AccountsWrite) => accounts::pages::access::invite_again; }
    "/openapi.json" { get Anyone => api::docs::document; }
    "/docs" { get Anyone => api::docs::index; }
    "/docs/{file}" { get Anyone => api::docs::file; }
    "/demo/sign-in" { post Demo => accounts::pages::demo_sign_in; }
}

table! { API, api, "/api":
    "/v1/me" { get Token("account:read", P::AccountOwn) => api::me::show; }
    "/v1/members" { get Token("members:read", P::MembersRead) => api::members::list; }
    "/v1/members/{id}" { get Token("members:read", P::MembersRead) => api::members::show; }
    "/v1/units" { get Token("units:read", P::UnitsRead) => api::units::list; }
    "/v1/units/{id}" { get Token("units:read", P::UnitsRead) => api::units::show; }
    "/v1/tasks" { get Token("tasks:read", P::TasksRead) => api::tasks::list; post Token("tasks:write", P::TasksCreate) => api::tasks::create; }
    "/v1/tasks/{id}" { get Token("tasks:read", P::TasksRead) => api::tasks::show; }
    "/v1/polls" { get Token("polls:read", P::PollsRead) => api::polls::list; }
    "/v1/polls/{id}" { get Token("polls:read", P::PollsRead) => api::polls::show; }
}

/// The whole table, for the listing and its test.
pub fn all() -> impl Iterator<Item = &'static Route> {
    PAGES.iter().chain(API)
}

#[cfg(test)]
#[path = "routes_tests.rs"]
mod tests;
