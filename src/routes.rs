//! The route table: method, path, who may come in, handler. Nothing answers that is not here.

use actix_web::web::{self, ServiceConfig};

use crate::gate::{Access, Gate};
use crate::policy::Permission as P;
use crate::{accounts, coops, home, scorecards};
use crate::polls::pages as polls;
use crate::polls::pages::{manage, outcome};
use crate::{accounts, coops, home};
use crate::{accounts, coops, home, notices, tasks};
use crate::{accounts, coops, home, members, units};

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
    "/manifest.webmanifest" { get Anyone => home::pages::manifest; }
    "/help" { get Anyone => home::pages::help; }
    "/setup" { get SetUp => coops::pages::set_up_form; post SetUp => coops::pages::set_up; }
    "/sign-in" { get Anyone => accounts::pages::sign_in_form; post Anyone => accounts::pages::sign_in; }
    "/sign-in/link" { post Anyone => accounts::pages::ask_for_link; }
    "/sign-in/link/{token}" { get Anyone => accounts::pages::link_page; post Anyone => accounts::pages::use_link; }
    "/sign-out" { post Anyone => accounts::pages::sign_out; }
    "/settings" { get May(P::SettingsWrite) => coops::pages::settings_form; post May(P::SettingsWrite) => coops::pages::change_settings; }
    "/settings/rules" { get May(P::SettingsWrite) => coops::pages::rules_form; post May(P::SettingsWrite) => coops::pages::change_rules; }
    "/scorecards" { get May(P::ScorecardOwn) => scorecards::pages::index; }
    "/scorecards/runs" { post May(P::ScoresRun) => scorecards::pages::run_now; }
    "/scorecards/{id}" { get May(P::ScorecardOwn) => scorecards::pages::show; }
    "/scorecards/{id}/{figure}" { get May(P::ScorecardOwn) => scorecards::pages::facts; }
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
}

/// The whole table, for the listing and its test.
pub fn all() -> impl Iterator<Item = &'static Route> {
    PAGES.iter()
}
