//! The route table: method, path, who may come in, handler. Nothing answers that is not here.

use actix_web::web::{self, ServiceConfig};

use crate::gate::{Access, Gate};
use crate::policy::Permission as P;
use crate::{accounts, committees, coops, home, imports, members, units};

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    pub method: &'static str,
    pub path: &'static str,
    pub access: Access,
}

macro_rules! table {
    ($list:ident, $configure:ident: $( $path:literal { $( $method:ident $access:expr => $handler:expr; )+ } )+) => {
        pub const $list: &[Route] = &[
            $( $( Route { method: stringify!($method), path: $path, access: $access }, )+ )+
        ];

        pub fn $configure(config: &mut ServiceConfig) {
            $( config.service(
                web::resource($path)
                    $( .route(web::$method().to($handler).wrap(Gate($access))) )+
            ); )+
        }
    };
}

use Access::{Anyone, Demo, May, SetUp};

table! { PAGES, pages:
    "/" { get May(P::HomeRead) => home::pages::index; }
    "/menu" { get May(P::HomeRead) => home::pages::menu; }
    "/help" { get Anyone => home::pages::help; }
    "/setup" { get SetUp => coops::pages::set_up_form; post SetUp => coops::pages::set_up; }
    "/sign-in" { get Anyone => accounts::pages::sign_in_form; post Anyone => accounts::pages::sign_in; }
    "/sign-in/link" { post Anyone => accounts::pages::ask_for_link; }
    "/sign-in/link/{token}" { get Anyone => accounts::pages::link_page; post Anyone => accounts::pages::use_link; }
    "/sign-out" { post Anyone => accounts::pages::sign_out; }
    "/demo/sign-in" { post Demo => accounts::pages::demo_sign_in; }
    "/profile" { get May(P::ProfileOwn) => members::pages::profile; post May(P::ProfileOwn) => members::pages::change_profile; }
    "/members" { get May(P::MembersRead) => members::pages::index; post May(P::MembersWrite) => members::pages::add; }
    "/members.csv" { get May(P::MembersExport) => members::pages::export; }
    "/members/new" { get May(P::MembersWrite) => members::pages::new_form; }
    "/members/{id}" { get May(P::MembersRead) => members::pages::show; post May(P::MembersWrite) => members::pages::change; }
    "/members/{id}/edit" { get May(P::MembersWrite) => members::pages::edit_form; }
    "/members/{id}/status" { post May(P::MembersWrite) => members::pages::set_status; }
    "/units" { get May(P::UnitsRead) => units::pages::index; post May(P::UnitsWrite) => units::pages::add; }
    "/units/new" { get May(P::UnitsWrite) => units::pages::new_form; }
    "/units/{id}" { get May(P::UnitsRead) => units::pages::show; post May(P::UnitsWrite) => units::pages::change; }
    "/units/{id}/edit" { get May(P::UnitsWrite) => units::pages::edit_form; }
    "/units/{id}/occupancies" { post May(P::UnitsWrite) => units::pages::move_in; }
    "/units/{id}/departures" { post May(P::UnitsWrite) => units::pages::move_out; }
    "/committees" { get May(P::CommitteesRead) => committees::pages::index; post May(P::MembersWrite) => committees::pages::add; }
    "/committees/{id}" { get May(P::CommitteesRead) => committees::pages::show; }
    "/committees/{id}/seats" { post May(P::ProfileOwn) => committees::pages::join; }
    "/committees/{id}/departure" { post May(P::ProfileOwn) => committees::pages::leave; }
    "/imports" { post May(P::MembersWrite) => imports::pages::begin; }
    "/imports/new" { get May(P::MembersWrite) => imports::pages::new_form; }
    "/imports/template.csv" { get May(P::MembersWrite) => imports::pages::template; }
    "/imports/{id}" { get May(P::MembersWrite) => imports::pages::preview; }
    "/imports/{id}/columns" { get May(P::MembersWrite) => imports::pages::columns_form; post May(P::MembersWrite) => imports::pages::match_columns; }
    "/imports/{id}/answers" { post May(P::MembersWrite) => imports::pages::answer; }
    "/imports/{id}/completion" { post May(P::MembersWrite) => imports::pages::complete; }
    "/imports/{id}/done" { get May(P::MembersWrite) => imports::pages::done; }
}

/// The whole table, for the listing and its test.
pub fn all() -> impl Iterator<Item = &'static Route> {
    PAGES.iter()
}
