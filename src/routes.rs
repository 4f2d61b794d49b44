//! The route table: method, path, who may come in, handler. Nothing answers that is not here.

use actix_web::web::{self, ServiceConfig};

use crate::gate::{Access, Gate};
use crate::policy::Permission as P;
use crate::polls::pages as polls;
use crate::polls::pages::{manage, outcome};
use crate::transparency::pages::{audit, figures, open};
use crate::{accounts, coops, home};

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

use Access::{Anyone, Demo, May, Public, SetUp};

table! { PAGES, pages:
    "/" { get May(P::HomeRead) => home::pages::index; }
    "/menu" { get May(P::HomeRead) => home::pages::menu; }
    "/help" { get Anyone => home::pages::help; }
    "/setup" { get SetUp => coops::pages::set_up_form; post SetUp => coops::pages::set_up; }
    "/sign-in" { get Anyone => accounts::pages::sign_in_form; post Anyone => accounts::pages::sign_in; }
    "/sign-in/link" { post Anyone => accounts::pages::ask_for_link; }
    "/sign-in/link/{token}" { get Anyone => accounts::pages::link_page; post Anyone => accounts::pages::use_link; }
    "/sign-out" { post Anyone => accounts::pages::sign_out; }
    "/polls" { get May(P::PollsRead) => polls::index; post May(P::PollsManage) => manage::create; }
    "/polls/new" { get May(P::PollsManage) => manage::new; }
    "/polls/{id}" { get May(P::PollsRead) => polls::show; post May(P::PollsManage) => manage::change; }
    "/polls/{id}/edit" { get May(P::PollsManage) => manage::edit; }
    "/polls/{id}/opening" { get May(P::PollsManage) => manage::opening; post May(P::PollsManage) => manage::open; }
    "/polls/{id}/closing" { get May(P::PollsManage) => manage::closing; post May(P::PollsManage) => manage::close; }
    "/polls/{id}/cancellation" { get May(P::PollsManage) => manage::cancellation; post May(P::PollsManage) => manage::cancel; }
    "/polls/{id}/ballots" { post May(P::PollsVote) => polls::cast; }
    "/polls/{id}/live" { get May(P::PollsRead) => polls::live; }
    "/polls/{id}/result" { get May(P::PollsRead) => outcome::result; }
    "/polls/{id}/ballots.csv" { get May(P::PollsVote) => outcome::ballots_file; }
    "/polls/{id}/result.csv" { get May(P::PollsRead) => outcome::result_file; }
    "/figures" { get May(P::FiguresRead) => figures::index; }
    "/audit" { get May(P::AuditRead) => audit::index; }
    "/audit.csv" { get May(P::AuditRead) => audit::file; }
    "/open" { get Public => open::index; }
    "/open/figures.csv" { get Public => open::file; }
    "/open/decisions" { get Public => open::decisions; }
    "/open/decisions/{number}" { get Public => open::decision; }
    "/demo/sign-in" { post Demo => accounts::pages::demo_sign_in; }
}

/// The whole table, for the listing and its test.
pub fn all() -> impl Iterator<Item = &'static Route> {
    PAGES.iter()
}
