//! The route table: method, path, who may come in, handler. Nothing answers that is not here.

use actix_web::web::{self, ServiceConfig};

use crate::gate::{Access, Gate};
use crate::policy::Permission as P;
use crate::{accounts, coops, home, notices, tasks};

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
    "/tasks" { get May(P::TasksRead) => tasks::pages::index; post May(P::TasksCreate) => tasks::pages::add; }
    "/tasks.csv" { get May(P::MembersExport) => tasks::pages::csv; }
    "/tasks/new" { get May(P::TasksCreate) => tasks::pages::new_form; }
    "/tasks/{id}" { get May(P::TasksRead) => tasks::pages::show; post May(P::TasksCreate) => tasks::pages::edit; }
    "/tasks/{id}/edit" { get May(P::TasksCreate) => tasks::pages::edit_form; }
    "/tasks/{id}/move" { post May(P::TasksCreate) => tasks::pages::move_to; }
    "/tasks/{id}/taking" { post May(P::TasksCreate) => tasks::pages::take; }
    "/tasks/{id}/completion" { post May(P::TasksCreate) => tasks::pages::complete; }
    "/tasks/{id}/cancellation" { post May(P::TasksManage) => tasks::pages::cancel; }
    "/inbox" { get May(P::InboxOwn) => notices::pages::inbox; }
    "/inbox/reading" { post May(P::InboxOwn) => notices::pages::read_all; }
    "/inbox/{id}/reading" { post May(P::InboxOwn) => notices::pages::read; }
    "/preferences" { get May(P::InboxOwn) => notices::pages::preferences; post May(P::InboxOwn) => notices::pages::set_preferences; }
    "/notices/stop/{token}" { get Anyone => notices::pages::stop_form; post Anyone => notices::pages::stop; }
}

/// The whole table, for the listing and its test.
pub fn all() -> impl Iterator<Item = &'static Route> {
    PAGES.iter()
}
