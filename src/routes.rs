//! The route table: method, path, who may come in, handler. Nothing answers that is not here.

#[macro_use]
mod table;

use crate::gate::Access;
use crate::policy::Permission as P;
use crate::{
    accounts, api, applications, attendance, board, calendars, chores, comments, committee_reports, committees, coops,
    decisions, elections, figures, files, governance, home, hours, imports, incidents, meetings, members, minutes,
    motions, moves, notices, polls, privacy, repairs, reports, requisitions, scorecards, search, surveys, tasks,
    transparency, units, upkeep, workdays,
};

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    pub method: &'static str,
    pub path: &'static str,
    pub access: Access,
}

use Access::{Anyone, Demo, May, Public, SetUp, Token};

table! { PAGES, pages, "":
    "/" { get May(P::HomeRead) => home::pages::index; }
    "/search" { get May(P::HomeRead) => search::pages::index; }
    "/menu" { get May(P::HomeRead) => home::pages::menu; }
    "/manifest.webmanifest" { get Anyone => home::pages::manifest; }
    "/help" { get Anyone => home::pages::help; }
    "/help/votes" { get Anyone => polls::pages::help::index; }
    "/help/votes/recount.py" { get Anyone => polls::pages::files::program; }
    "/help/secret-votes" { get Anyone => polls::pages::urn::help; }
    "/help/elections" { get Anyone => elections::pages::help; }
    "/help/votes/{name}" { get Anyone => polls::pages::help::show; }
    "/setup" { get SetUp => coops::pages::set_up_form; post SetUp => coops::pages::set_up; }
    "/sign-in" { get Anyone => accounts::pages::sign_in_form; post Anyone => accounts::pages::sign_in; }
    "/sign-in/link" { post Anyone => accounts::pages::ask_for_link; }
    "/sign-in/link/{token}" { get Anyone => accounts::pages::link_page; post Anyone => accounts::pages::use_link; }
    "/sign-in/code" { get Anyone => accounts::pages::code::form; post Anyone => accounts::pages::code::come; }
    "/address/{token}" { get Anyone => accounts::pages::address::link; post Anyone => accounts::pages::address::confirm; }
    "/sign-out" { post Anyone => accounts::pages::sign_out; }
    "/settings" { get May(P::SettingsWrite) => coops::pages::settings_form; post May(P::SettingsWrite) => coops::pages::change_settings; }
    "/settings/rules" { get May(P::SettingsWrite) => coops::pages::profile::index; }
    "/settings/rules/{name}" { get May(P::SettingsWrite) => coops::pages::profile::edit_form; post May(P::SettingsWrite) => coops::pages::profile::edit; }
    "/settings/privacy" { get May(P::SettingsWrite) => privacy::pages::settings_form; post May(P::SettingsWrite) => privacy::pages::change_settings; }
    "/privacy" { get Anyone => privacy::pages::show; }
    "/privacy.csv" { get Anyone => privacy::pages::export; }
    "/privacy.xlsx" { get Anyone => privacy::pages::export; }
    "/incidents" { get May(P::IncidentsWrite) => incidents::pages::index; post May(P::IncidentsWrite) => incidents::pages::add; }
    "/incidents.csv" { get May(P::IncidentsWrite) => incidents::pages::export; }
    "/incidents.xlsx" { get May(P::IncidentsWrite) => incidents::pages::export; }
    "/incidents/new" { get May(P::IncidentsWrite) => incidents::pages::new_form; }
    "/incidents/{id}" { get May(P::IncidentsWrite) => incidents::pages::edit_form; post May(P::IncidentsWrite) => incidents::pages::change; }
    "/incidents/{id}/removal" { post May(P::IncidentsWrite) => incidents::pages::remove; }
    "/hours" { get May(P::HoursOwn) => hours::pages::index; }
    "/hours.csv" { get May(P::HoursOwn) => hours::pages::export; }
    "/hours.xlsx" { get May(P::HoursOwn) => hours::pages::export; }
    "/hours/all.csv" { get May(P::HoursManage) => hours::pages::all_export; }
    "/hours/all.xlsx" { get May(P::HoursManage) => hours::pages::all_export; }
    "/hours/short" { get May(P::HoursOwn) => hours::pages::short::index; }
    "/hours/duty" { get May(P::HoursManage) => hours::pages::duty::index; post May(P::HoursManage) => hours::pages::duty::set; }
    "/hours/duty/removal" { post May(P::HoursManage) => hours::pages::duty::remove; }
    "/hours/members/{id}" { get May(P::HoursManage) => hours::pages::of_member; }
    "/hours/members/{id}/lines.csv" { get May(P::HoursManage) => hours::pages::member_export; }
    "/hours/members/{id}/lines.xlsx" { get May(P::HoursManage) => hours::pages::member_export; }
    "/hours/homes/{id}" { get May(P::HoursManage) => hours::pages::of_home; }
    "/hours/homes/{id}/lines.csv" { get May(P::HoursManage) => hours::pages::home_export; }
    "/hours/homes/{id}/lines.xlsx" { get May(P::HoursManage) => hours::pages::home_export; }
    "/hours/claims" { get May(P::HoursOwn) => hours::pages::claims::index; post May(P::HoursOwn) => hours::pages::claims::add; }
    "/hours/claims/new" { get May(P::HoursOwn) => hours::pages::claims::new_form; }
    "/hours/claims/{id}" { get May(P::HoursOwn) => hours::pages::claims::show; post May(P::HoursOwn) => hours::pages::claims::edit; }
    "/hours/claims/{id}/edit" { get May(P::HoursOwn) => hours::pages::claims::edit_form; }
    "/hours/claims/{id}/answer" { post May(P::HoursOwn) => hours::pages::claims::answer; }
    "/hours/claims/{id}/reopening" { post May(P::HoursOwn) => hours::pages::claims::reopen; }
    "/hours/claims/{id}/withdrawal" { post May(P::HoursOwn) => hours::pages::claims::withdraw; }
    "/hours/kinds" { get May(P::HoursOwn) => hours::pages::kinds::index; post May(P::HoursManage) => hours::pages::kinds::add; }
    "/hours/kinds/new" { get May(P::HoursManage) => hours::pages::kinds::new_form; }
    "/hours/kinds/{id}" { post May(P::HoursManage) => hours::pages::kinds::edit; }
    "/hours/kinds/{id}/edit" { get May(P::HoursManage) => hours::pages::kinds::edit_form; }
    "/hours/kinds/{id}/ending" { post May(P::HoursManage) => hours::pages::kinds::end; }
    "/hours/lines/{id}" { get May(P::HoursOwn) => hours::pages::lines::show; }
    "/hours/lines/{id}/contests" { post May(P::HoursOwn) => hours::pages::lines::contest; }
    "/hours/lines/{id}/contests/{contest}/answer" { post May(P::HoursOwn) => hours::pages::lines::answer; }
    "/hours/gifts" { post May(P::HoursOwn) => hours::pages::gifts::add; }
    "/hours/gifts/new" { get May(P::HoursOwn) => hours::pages::gifts::new_form; }
    "/hours/exemptions" { get May(P::HoursManage) => hours::pages::exemptions::index; post May(P::HoursManage) => hours::pages::exemptions::add; }
    "/hours/exemptions/new" { get May(P::HoursManage) => hours::pages::exemptions::new_form; }
    "/hours/exemptions/{id}" { post May(P::HoursManage) => hours::pages::exemptions::edit; }
    "/hours/exemptions/{id}/edit" { get May(P::HoursManage) => hours::pages::exemptions::edit_form; }
    "/hours/exemptions/{id}/removal" { post May(P::HoursManage) => hours::pages::exemptions::remove; }
    "/scorecards" { get May(P::ScorecardOwn) => scorecards::pages::index; }
    "/scorecards.csv" { get May(P::ScoresRun) => scorecards::pages::export; }
    "/scorecards.xlsx" { get May(P::ScoresRun) => scorecards::pages::export; }
    "/scorecards/runs" { post May(P::ScoresRun) => scorecards::pages::run_now; }
    "/scorecards/{id}" { get May(P::ScorecardOwn) => scorecards::pages::show; }
    "/scorecards/{id}/history.csv" { get May(P::ScorecardOwn) => scorecards::pages::history_export; }
    "/scorecards/{id}/history.xlsx" { get May(P::ScorecardOwn) => scorecards::pages::history_export; }
    "/scorecards/{id}/{figure}" { get May(P::ScorecardOwn) => scorecards::pages::facts; }
    "/polls" { get May(P::PollsRead) => polls::pages::index; post May(P::PollsManage) => polls::pages::manage::add; }
    "/polls/new" { get May(P::PollsManage) => polls::pages::manage::new_form; }
    "/polls/participation" { get May(P::PollsManage) => polls::pages::participation::index; }
    "/polls/participation.csv" { get May(P::PollsManage) => polls::pages::participation::export; }
    "/polls/participation.xlsx" { get May(P::PollsManage) => polls::pages::participation::export; }
    "/polls/templates" { get May(P::PollsManage) => polls::pages::templates::index; post May(P::PollsManage) => polls::pages::templates::add; }
    "/polls/templates/new" { get May(P::PollsManage) => polls::pages::templates::new_form; }
    "/polls/templates/{id}" { get May(P::PollsManage) => polls::pages::templates::show; post May(P::PollsManage) => polls::pages::templates::edit; }
    "/polls/templates/{id}/edit" { get May(P::PollsManage) => polls::pages::templates::edit_form; }
    "/polls/templates/{id}/removal" { post May(P::PollsManage) => polls::pages::templates::take_away; }
    "/polls/templates/{id}/votes" { post May(P::PollsManage) => polls::pages::templates::begin; }
    "/polls/{id}" { get May(P::PollsRead) => polls::pages::show::show; post May(P::PollsManage) => polls::pages::manage::edit; }
    "/polls/{id}/edit" { get May(P::PollsManage) => polls::pages::manage::edit_form; }
    "/polls/{id}/setup" { get May(P::PollsManage) => polls::pages::manage::setup; }
    "/polls/{id}/announcement" { post May(P::PollsManage) => polls::pages::manage::announce; }
    "/polls/{id}/trial" { get May(P::PollsManage) => polls::pages::trial::show; post May(P::PollsManage) => polls::pages::trial::send; }
    "/polls/{id}/questions" { post May(P::PollsManage) => polls::pages::questions::add; }
    "/polls/{id}/questions/{number}" { post May(P::PollsManage) => polls::pages::questions::edit; }
    "/polls/{id}/questions/{number}/edit" { get May(P::PollsManage) => polls::pages::questions::edit_form; }
    "/polls/{id}/questions/{number}/removal" { post May(P::PollsManage) => polls::pages::questions::remove; }
    "/polls/{id}/opening" { get May(P::PollsManage) => polls::pages::acts::opening; post May(P::PollsManage) => polls::pages::acts::open; }
    "/polls/{id}/extension" { get May(P::PollsManage) => polls::pages::acts::extension; post May(P::PollsManage) => polls::pages::acts::extend; }
    "/polls/{id}/corrections" { get May(P::PollsManage) => polls::pages::corrections::index; post May(P::PollsManage) => polls::pages::corrections::propose; }
    "/polls/{id}/corrections/{number}/confirmation" { post May(P::PollsManage) => polls::pages::corrections::confirm; }
    "/polls/{id}/corrections/{number}/refusal" { post May(P::PollsManage) => polls::pages::corrections::decline; }
    "/polls/{id}/closing" { get May(P::PollsManage) => polls::pages::acts::closing; post May(P::PollsManage) => polls::pages::acts::close; }
    "/polls/{id}/cancellation" { get May(P::PollsManage) => polls::pages::acts::cancellation; post May(P::PollsManage) => polls::pages::acts::cancel; }
    "/polls/{id}/voiding" { get May(P::PollsManage) => polls::pages::acts::voiding; post May(P::PollsManage) => polls::pages::acts::void; }
    "/polls/{id}/copies" { post May(P::PollsManage) => polls::pages::acts::copy; }
    "/polls/{id}/second-calls" { post May(P::PollsManage) => polls::pages::acts::call_again; }
    "/polls/{id}/guests" { get May(P::PollsManage) => polls::pages::guests::index; post May(P::PollsManage) => polls::pages::guests::add; }
    "/polls/{id}/guests/{number}/renewal" { post May(P::PollsManage) => polls::pages::guests::renew; }
    "/polls/{id}/guests/{number}/removal" { post May(P::PollsManage) => polls::pages::guests::revoke; }
    "/guests/{token}" { get Anyone => polls::pages::guest::show; post Anyone => polls::pages::guest::answer; }
    "/guests/{token}/files/{id}" { get Anyone => polls::pages::guest::file; }
    "/polls/{id}/ballots" { post May(P::PollsVote) => polls::pages::ballot::cast; }
    "/polls/{id}/urn" { get May(P::PollsRead) => polls::pages::urn::show; post May(P::PollsManage) => polls::pages::urn::prepare; }
    "/polls/{id}/urn/code" { post May(P::PollsVote) => polls::pages::urn::take_code; }
    "/polls/{id}/urn/recovery" { post May(P::PollsRead) => polls::pages::urn::recover; }
    "/polls/{id}/urn/ballots" { post May(P::PollsVote) => polls::pages::secret::send; }
    "/booth" { get Anyone => polls::pages::booth::show; post Anyone => polls::pages::booth::enter; }
    "/booth/ballots" { post Anyone => polls::pages::booth::send; }
    "/booth/done" { get Anyone => polls::pages::booth::done; }
    "/polls/{id}/booths" { post May(P::PollsRead) => polls::pages::booth::open; }
    "/polls/{id}/paper" { get May(P::PollsRead) => polls::pages::ballot_box::show; post May(P::PollsRead) => polls::pages::ballot_box::hand_out; }
    "/polls/{id}/paper/ballots" { get May(P::PollsRead) => polls::pages::papers::show; }
    "/polls/{id}/paper/spoiled" { post May(P::PollsRead) => polls::pages::ballot_box::spoil; }
    "/polls/{id}/paper/readings" { get May(P::PollsRead) => polls::pages::readings::show; post May(P::PollsRead) => polls::pages::readings::enter; }
    "/polls/{id}/paper/readings/removal" { post May(P::PollsRead) => polls::pages::readings::remove; }
    "/polls/{id}/paper/signatures" { post May(P::PollsRead) => polls::pages::readings::sign; }
    "/polls/{id}/paper/{member}/return" { post May(P::PollsRead) => polls::pages::ballot_box::take_back; }
    "/polls/{id}/recorded" { get May(P::PollsVote) => polls::pages::secret::recorded; }
    "/polls/{id}/list" { get May(P::PollsRead) => polls::pages::urn::list; }
    "/polls/{id}/appeals" { get May(P::PollsRead) => polls::pages::appeals::index; post May(P::PollsVote) => polls::pages::appeals::contest; }
    "/polls/{id}/appeals/{number}/examination" { post May(P::PollsManage) => polls::pages::appeals::examine; }
    "/polls/{id}/appeals/{number}/answer" { get May(P::PollsManage) => polls::pages::appeals::answer_form; post May(P::PollsManage) => polls::pages::appeals::answer; }
    "/polls/{id}/comments" { get May(P::PollsRead) => comments::pages::index; post May(P::CommentsWrite) => comments::pages::add; }
    "/polls/{id}/comments/closing" { post May(P::CommentsModerate) => comments::pages::close; }
    "/polls/{id}/comments/reopening" { post May(P::CommentsModerate) => comments::pages::reopen; }
    "/polls/{id}/files" { get May(P::PollsRead) => files::pages::index; post May(P::PollsManage) => files::pages::add; }
    "/files/{id}" { get May(P::HomeRead) => files::pages::show; }
    "/files/{id}/removal" { get May(P::HomeRead) => files::pages::removal_form; post May(P::HomeRead) => files::pages::take_back; }
    "/comments/{id}" { get May(P::HomeRead) => comments::pages::show; post May(P::CommentsWrite) => comments::pages::edit; }
    "/comments/{id}/edit" { get May(P::CommentsWrite) => comments::pages::edit_form; }
    "/comments/{id}/replies" { get May(P::CommentsWrite) => comments::pages::replies; post May(P::CommentsWrite) => comments::pages::reply; }
    "/comments/{id}/versions" { get May(P::HomeRead) => comments::pages::versions; }
    "/comments/{id}/removal" { post May(P::CommentsWrite) => comments::pages::take_back; }
    "/comments/{id}/hiding" { get May(P::CommentsModerate) => comments::pages::hiding_form; post May(P::CommentsModerate) => comments::pages::hide; }
    "/comments/{id}/showing" { post May(P::CommentsModerate) => comments::pages::show_again; }
    "/polls/{id}/calendar.ics" { get May(P::PollsRead) => polls::pages::follow::calendar; }
    "/polls/{id}/live" { get May(P::PollsRead) => polls::pages::follow::live; }
    "/polls/{id}/versions" { get May(P::PollsRead) => polls::pages::versions::versions; }
    "/polls/{id}/proxies" { get May(P::PollsVote) => polls::pages::proxies::index; post May(P::PollsVote) => polls::pages::proxies::give; }
    "/polls/{id}/proxies/{number}/end" { post May(P::PollsVote) => polls::pages::proxies::end; }
    "/polls/{id}/proxies/{number}/ballot" { get May(P::PollsVote) => polls::pages::proxies::ballot_form; post May(P::PollsVote) => polls::pages::proxies::cast; }
    "/polls/{id}/interest" { get May(P::PollsVote) => polls::pages::proxies::interest_form; post May(P::PollsVote) => polls::pages::proxies::interest; }
    "/polls/{id}/roll" { get May(P::PollsRead) => polls::pages::roll::roll; }
    "/polls/{id}/result" { get May(P::PollsRead) => polls::pages::outcome::result; }
    "/polls/{id}/bundle.json" { get May(P::PollsRead) => polls::pages::files::bundle_file; }
    "/polls/{id}/questions/{number}/ballots.json" { get May(P::PollsRead) => polls::pages::files::count_file; }
    "/polls/{id}/questions/{number}/ballots.blt" { get May(P::PollsRead) => polls::pages::files::count_file; }
    "/polls/{id}/ballots.csv" { get May(P::PollsVote) => polls::pages::files::ballots_export; }
    "/polls/{id}/ballots.xlsx" { get May(P::PollsVote) => polls::pages::files::ballots_export; }
    "/polls/{id}/result.csv" { get May(P::PollsRead) => polls::pages::files::result_export; }
    "/polls/{id}/result.xlsx" { get May(P::PollsRead) => polls::pages::files::result_export; }
    "/decisions" { get May(P::PollsRead) => decisions::pages::index; post May(P::PollsManage) => decisions::pages::form::add; }
    "/decisions.csv" { get May(P::PollsRead) => decisions::pages::export; }
    "/decisions.xlsx" { get May(P::PollsRead) => decisions::pages::export; }
    "/decisions/new" { get May(P::PollsManage) => decisions::pages::form::new_form; }
    "/decisions/import" { get May(P::PollsManage) => decisions::pages::sheet::begin; post May(P::PollsManage) => decisions::pages::sheet::preview; }
    "/decisions/import/file" { post May(P::PollsManage) => decisions::pages::sheet::upload; }
    "/decisions/import/completion" { post May(P::PollsManage) => decisions::pages::sheet::complete; }
    "/decisions/{number}" { get May(P::PollsRead) => decisions::pages::show; post May(P::PollsManage) => decisions::pages::form::edit; }
    "/decisions/{number}/edit" { get May(P::PollsManage) => decisions::pages::form::edit_form; }
    "/decisions/{number}/relations" { post May(P::PollsManage) => decisions::pages::acts::relate; }
    "/decisions/{number}/relations/removal" { post May(P::PollsManage) => decisions::pages::acts::unrelate; }
    "/decisions/{number}/review" { post May(P::PollsManage) => decisions::pages::acts::review; }
    "/elections" { get May(P::PollsRead) => elections::pages::index; post May(P::PollsManage) => elections::pages::manage::add; }
    "/elections/new" { get May(P::PollsManage) => elections::pages::manage::new_form; }
    "/elections/{id}" { get May(P::PollsRead) => elections::pages::show; post May(P::PollsManage) => elections::pages::manage::edit; }
    "/elections/{id}/edit" { get May(P::PollsManage) => elections::pages::manage::edit_form; }
    "/elections/{id}/announcement" { post May(P::PollsManage) => elections::pages::manage::announce; }
    "/elections/{id}/days" { post May(P::PollsManage) => elections::pages::manage::move_days; }
    "/elections/{id}/cancellation" { post May(P::PollsManage) => elections::pages::manage::cancel; }
    "/elections/{id}/copies" { post May(P::PollsManage) => elections::pages::manage::copy; }
    "/elections/{id}/candidacy" { post May(P::PollsVote) => elections::pages::acts::stand; }
    "/elections/{id}/candidacy/acceptance" { post May(P::PollsVote) => elections::pages::acts::accept; }
    "/elections/{id}/candidacy/refusal" { post May(P::PollsVote) => elections::pages::acts::decline; }
    "/elections/{id}/nominations" { post May(P::PollsVote) => elections::pages::acts::nominate; }
    "/elections/{id}/statement" { get May(P::PollsVote) => elections::pages::acts::statement_form; post May(P::PollsVote) => elections::pages::acts::write_statement; }
    "/elections/{id}/withdrawal" { get May(P::PollsVote) => elections::pages::acts::withdrawal_form; post May(P::PollsVote) => elections::pages::acts::withdraw; }
    "/elections/{id}/candidates/{number}/photo" { get May(P::PollsRead) => elections::pages::seats::photo; }
    "/elections/{id}/seats" { post May(P::PollsManage) => elections::pages::seats::seat_again; }
    "/elections/{id}/offers" { post May(P::PollsManage) => elections::pages::seats::offer; }
    "/elections/{id}/offers/acceptance" { post May(P::PollsVote) => elections::pages::seats::take; }
    "/elections/{id}/offers/refusal" { post May(P::PollsVote) => elections::pages::seats::refuse; }
    "/account" { get May(P::AccountOwn) => accounts::pages::own::show; }
    "/account/address" { get May(P::AccountOwn) => accounts::pages::address::form; post May(P::AccountOwn) => accounts::pages::address::ask; }
    "/account/address/mail" { post May(P::AccountOwn) => accounts::pages::address::send_again; }
    "/account/address/cancellation" { post May(P::AccountOwn) => accounts::pages::address::cancel; }
    "/account/appearance" { post May(P::AccountOwn) => accounts::pages::own::set_appearance; }
    "/account/drafts" { get May(P::AccountOwn) => accounts::pages::drafts::index; post May(P::AccountOwn) => accounts::pages::drafts::add; }
    "/account/drafts/removal" { post May(P::AccountOwn) => accounts::pages::drafts::remove; }
    "/account/password" { post May(P::AccountOwn) => accounts::pages::own::set_password; }
    "/account/sessions/ending" { post May(P::AccountOwn) => accounts::pages::own::end_other_sessions; }
    "/account/sessions/{hash}/ending" { post May(P::AccountOwn) => accounts::pages::own::end_session; }
    "/account/tokens" { get May(P::AccountOwn) => accounts::pages::tokens::list; post May(P::AccountOwn) => accounts::pages::tokens::make; }
    "/account/tokens.csv" { get May(P::AccountOwn) => accounts::pages::tokens::export; }
    "/account/tokens.xlsx" { get May(P::AccountOwn) => accounts::pages::tokens::export; }
    "/account/tokens/{id}/revocation" { post May(P::AccountOwn) => accounts::pages::tokens::revoke; }
    "/accounts" { get May(P::AccountsWrite) => accounts::pages::access::index; post May(P::AccountsWrite) => accounts::pages::access::add; }
    "/accounts.csv" { get May(P::AccountsWrite) => accounts::pages::access::export; }
    "/accounts.xlsx" { get May(P::AccountsWrite) => accounts::pages::access::export; }
    "/accounts/new" { get May(P::AccountsWrite) => accounts::pages::access::new_form; }
    "/accounts/invitations" { get May(P::AccountsWrite) => accounts::pages::invitations::show; post May(P::AccountsWrite) => accounts::pages::invitations::ask; }
    "/accounts/invitations.csv" { get May(P::AccountsWrite) => accounts::pages::invitations::export; }
    "/accounts/invitations.xlsx" { get May(P::AccountsWrite) => accounts::pages::invitations::export; }
    "/accounts/letters" { get May(P::AccountsWrite) => accounts::pages::invitations::letters_form; post May(P::AccountsWrite) => accounts::pages::invitations::print; }
    "/accounts/several" { get May(P::AccountsWrite) => accounts::pages::several::show; post May(P::AccountsWrite) => accounts::pages::several::invite; }
    "/accounts/{id}" { get May(P::AccountsWrite) => accounts::pages::access::show; }
    "/accounts/{id}/role" { post May(P::AccountsWrite) => accounts::pages::access::set_role; }
    "/accounts/{id}/treasurer" { post May(P::AccountsWrite) => accounts::pages::access::set_treasurer; }
    "/accounts/{id}/closing" { post May(P::AccountsWrite) => accounts::pages::access::close; }
    "/accounts/{id}/reopening" { post May(P::AccountsWrite) => accounts::pages::access::reopen; }
    "/accounts/{id}/invitation" { post May(P::AccountsWrite) => accounts::pages::access::invite_again; }
    "/openapi.json" { get Anyone => api::docs::document; }
    "/docs" { get Anyone => api::docs::index; }
    "/docs/{file}" { get Anyone => api::docs::file; }
    "/figures.json" { get May(P::FiguresRead) => figures::pages::json_of_all; }
    "/figures/goals" { get May(P::FiguresRead) => figures::pages::goals::index; }
    "/figures/{name}.csv" { get May(P::FiguresRead) => figures::pages::export; }
    "/figures/{name}.xlsx" { get May(P::FiguresRead) => figures::pages::export; }
    "/figures/{name}.json" { get May(P::FiguresRead) => figures::pages::json_of_one; }
    "/figures/{name}" { get May(P::FiguresRead) => figures::pages::show; }
    "/figures" { get May(P::FiguresRead) => figures::pages::index; }
    "/reports" { get May(P::ReportsMake) => reports::pages::index; }
    "/reports/saved" { post May(P::ReportsMake) => reports::pages::saved::add; }
    "/reports/saved/{id}" { get May(P::ReportsMake) => reports::pages::saved::show; post May(P::ReportsMake) => reports::pages::saved::change; }
    "/reports/saved/{id}/runs" { post May(P::ReportsMake) => reports::pages::saved::ask; }
    "/reports/saved/{id}/removal" { post May(P::ReportsMake) => reports::pages::saved::remove; }
    "/reports/runs/{id}/workbook" { get May(P::ReportsMake) => reports::pages::runs::workbook; }
    "/reports/runs/{id}" { get May(P::ReportsMake) => reports::pages::runs::show; }
    "/reports/runs/{id}/paper" { get May(P::ReportsMake) => reports::pages::runs::paper; }
    "/reports/runs/{id}/parts/{name}.csv" { get May(P::ReportsMake) => reports::pages::runs::part_export; }
    "/reports/runs/{id}/parts/{name}.xlsx" { get May(P::ReportsMake) => reports::pages::runs::part_export; }
    "/reports/runs/{id}/parts/{name}" { get May(P::ReportsMake) => reports::pages::runs::part; }
    "/reports/{name}" { get May(P::ReportsMake) => reports::pages::form; }
    "/reports/{name}/runs" { post May(P::ReportsMake) => reports::pages::ask; }
    "/audit" { get May(P::AuditRead) => transparency::pages::audit::index; }
    "/audit.csv" { get May(P::AuditRead) => transparency::pages::audit::export; }
    "/audit.xlsx" { get May(P::AuditRead) => transparency::pages::audit::export; }
    "/open" { get Public => transparency::pages::open::index; }
    "/open/figures.csv" { get Public => transparency::pages::open::export; }
    "/open/figures.xlsx" { get Public => transparency::pages::open::export; }
    "/open/figures.json" { get Public => transparency::pages::open::json; }
    "/open/figures/{name}.csv" { get Public => transparency::pages::open::figure_export; }
    "/open/figures/{name}.xlsx" { get Public => transparency::pages::open::figure_export; }
    "/open/observers" { get May(P::FiguresRead) => transparency::pages::observers::index; }
    "/open/observers.csv" { get May(P::FiguresRead) => transparency::pages::observers::export; }
    "/open/observers.xlsx" { get May(P::FiguresRead) => transparency::pages::observers::export; }
    "/open/blocks" { get May(P::FiguresRead) => transparency::pages::open::blocks; }
    "/open/blocks/{name}" { get May(P::FiguresRead) => transparency::pages::open::preview; post May(P::FiguresRead) => transparency::pages::open::change; }
    "/open/decisions" { get Public => transparency::pages::decisions::index; }
    "/open/decisions.atom" { get Public => transparency::pages::decisions::feed; }
    "/open/decisions/{number}/sums.csv" { get Public => transparency::pages::decisions::sums_export; }
    "/open/decisions/{number}/sums.xlsx" { get Public => transparency::pages::decisions::sums_export; }
    "/open/decisions/{number}" { get Public => transparency::pages::decisions::show; }
    "/demo/sign-in" { post Demo => accounts::pages::demo_sign_in; }
    "/tasks" { get May(P::TasksRead) => tasks::pages::index; post May(P::TasksCreate) => tasks::pages::add; }
    "/tasks.csv" { get May(P::MembersExport) => tasks::pages::export; }
    "/tasks.xlsx" { get May(P::MembersExport) => tasks::pages::export; }
    "/tasks/figures" { get May(P::TasksRead) => tasks::pages::figures::page; }
    "/tasks/figures.csv" { get May(P::TasksRead) => tasks::pages::figures::export; }
    "/tasks/figures.xlsx" { get May(P::TasksRead) => tasks::pages::figures::export; }
    "/tasks/live" { get May(P::TasksRead) => tasks::pages::live::live; }
    "/tasks/new" { get May(P::TasksCreate) => tasks::pages::new_form; }
    "/tasks/several" { get May(P::TasksCreate) => tasks::pages::several::show; post May(P::TasksCreate) => tasks::pages::several::carry_out; }
    "/tasks/several/undoing" { post May(P::TasksCreate) => tasks::pages::several::take_back; }
    "/tasks/{id}" { get May(P::TasksRead) => tasks::pages::show; post May(P::TasksCreate) => tasks::pages::edit; }
    "/tasks/{id}/edit" { get May(P::TasksCreate) => tasks::pages::edit_form; }
    "/tasks/{id}/move" { post May(P::TasksCreate) => tasks::pages::move_to; }
    "/tasks/{id}/taking" { post May(P::TasksCreate) => tasks::pages::take; }
    "/tasks/{id}/giving-up" { post May(P::TasksCreate) => tasks::pages::give_up; }
    "/tasks/{id}/holders" { get May(P::TasksCreate) => tasks::pages::holders::show; post May(P::TasksCreate) => tasks::pages::holders::give; }
    "/tasks/{id}/holders/removal" { post May(P::TasksCreate) => tasks::pages::holders::take_away; }
    "/tasks/{id}/steps" { post May(P::TasksCreate) => tasks::pages::steps::add; }
    "/tasks/{id}/steps/{number}" { post May(P::TasksCreate) => tasks::pages::steps::tick; }
    "/tasks/{id}/steps/{number}/removal" { post May(P::TasksCreate) => tasks::pages::steps::remove; }
    "/tasks/{id}/comments" { get May(P::TasksRead) => comments::pages::index; post May(P::CommentsWrite) => comments::pages::add; }
    "/tasks/{id}/comments/closing" { post May(P::CommentsModerate) => comments::pages::close; }
    "/tasks/{id}/comments/reopening" { post May(P::CommentsModerate) => comments::pages::reopen; }
    "/tasks/{id}/files" { get May(P::TasksRead) => files::pages::index; post May(P::TasksCreate) => files::pages::add; }
    "/meetings" { get May(P::MeetingsRead) => meetings::pages::index; post May(P::MeetingsPlan) => meetings::pages::add; }
    "/meetings/new" { get May(P::MeetingsPlan) => meetings::pages::new_form; }
    "/meetings/consent" { get May(P::MeetingsReply) => meetings::pages::consents::consent_form; post May(P::MeetingsReply) => meetings::pages::consents::consent; }
    "/meetings/consents" { get May(P::MeetingsManage) => meetings::pages::consents::list; }
    "/meetings/consents/{id}" { post May(P::MeetingsManage) => meetings::pages::consents::set; }
    "/meetings/{id}" { get May(P::MeetingsRead) => meetings::pages::show; post May(P::MeetingsPlan) => meetings::pages::edit; }
    "/meetings/{id}/edit" { get May(P::MeetingsPlan) => meetings::pages::edit_form; }
    "/meetings/{id}/cancellation" { get May(P::MeetingsPlan) => meetings::pages::cancel_form; post May(P::MeetingsPlan) => meetings::pages::cancel; }
    "/meetings/{id}/notice" { get May(P::MeetingsPlan) => meetings::pages::calling::notice_form; post May(P::MeetingsPlan) => meetings::pages::calling::notice; }
    "/meetings/{id}/notices" { get May(P::MeetingsPlan) => meetings::pages::calling::notices; }
    "/meetings/{id}/notices/letters" { get May(P::MeetingsPlan) => meetings::pages::calling::letters; }
    "/meetings/{id}/notices/handed" { post May(P::MeetingsPlan) => meetings::pages::calling::hand; }
    "/meetings/{id}/notices/{called}/return" { post May(P::MeetingsPlan) => meetings::pages::calling::give_back; }
    "/meetings/{id}/reminder" { post May(P::MeetingsPlan) => meetings::pages::calling::remind; }
    "/meetings/{id}/replies" { get May(P::MeetingsPlan) => meetings::pages::replies::list; }
    "/meetings/{id}/reply" { get May(P::MeetingsReply) => meetings::pages::replies::reply_form; post May(P::MeetingsReply) => meetings::pages::replies::reply; }
    "/meetings/{id}/reply/{token}" { get Anyone => meetings::pages::replies::link_form; post Anyone => meetings::pages::replies::link_reply; }
    "/meetings/{id}/asked" { get May(P::MeetingsRead) => meetings::pages::asked::index; post May(P::MeetingsReply) => meetings::pages::asked::add; }
    "/meetings/{id}/asked/{asked}/answer" { get May(P::MeetingsManage) => meetings::pages::asked::answer_form; post May(P::MeetingsManage) => meetings::pages::asked::answer; }
    "/meetings/{id}/asked/{asked}/backing" { post May(P::MeetingsReply) => meetings::pages::asked::back; }
    "/meetings/{id}/asked/{asked}/withdrawal" { post May(P::MeetingsReply) => meetings::pages::asked::withdraw; }
    "/meetings/{id}/minutes" { get May(P::MeetingsRead) => minutes::pages::show; }
    "/meetings/{id}/minutes/draft" { get May(P::MeetingsPlan) => minutes::pages::draft; }
    "/meetings/{id}/minutes/preview" { get May(P::MeetingsPlan) => minutes::pages::preview; }
    "/meetings/{id}/minutes/versions" { get May(P::MeetingsRead) => minutes::pages::versions; }
    "/meetings/{id}/minutes/parts/{item}" { get May(P::MeetingsPlan) => minutes::pages::write_form; post May(P::MeetingsPlan) => minutes::pages::write; }
    "/meetings/{id}/minutes/parts/{item}/actions" { post May(P::MeetingsPlan) => minutes::pages::assign; }
    "/meetings/{id}/minutes/publication" { post May(P::MeetingsPlan) => minutes::pages::publish; }
    "/meetings/{id}/minutes/approval" { post May(P::MeetingsPlan) => minutes::pages::approve; }
    "/meetings/{id}/pack" { get May(P::MeetingsRead) => governance::pages::pack::show; }
    "/surveys" { get May(P::PollsRead) => surveys::pages::index; post May(P::PollsManage) => surveys::pages::drafts::add; }
    "/surveys/new" { get May(P::PollsManage) => surveys::pages::drafts::new_form; }
    "/surveys/ready" { post May(P::PollsManage) => surveys::pages::drafts::add_ready; }
    "/surveys/{id}" { get May(P::PollsRead) => surveys::pages::show; post May(P::PollsManage) => surveys::pages::drafts::edit; }
    "/surveys/{id}/edit" { get May(P::PollsManage) => surveys::pages::drafts::edit_form; }
    "/surveys/{id}/preview" { get May(P::PollsManage) => surveys::pages::drafts::preview; }
    "/surveys/{id}/removal" { post May(P::PollsManage) => surveys::pages::drafts::remove; }
    "/surveys/{id}/copies" { post May(P::PollsManage) => surveys::pages::drafts::copy; }
    "/surveys/{id}/questions" { post May(P::PollsManage) => surveys::pages::questions::add; }
    "/surveys/{id}/questions/new" { get May(P::PollsManage) => surveys::pages::questions::new_form; }
    "/surveys/{id}/questions/{number}" { post May(P::PollsManage) => surveys::pages::questions::edit; }
    "/surveys/{id}/questions/{number}/edit" { get May(P::PollsManage) => surveys::pages::questions::edit_form; }
    "/surveys/{id}/questions/{number}/removal" { post May(P::PollsManage) => surveys::pages::questions::remove; }
    "/surveys/{id}/questions/{number}/move" { post May(P::PollsManage) => surveys::pages::questions::move_up; }
    "/surveys/{id}/opening" { post May(P::PollsManage) => surveys::pages::acts::open; }
    "/surveys/{id}/closing" { post May(P::PollsManage) => surveys::pages::acts::close; }
    "/surveys/{id}/ending" { post May(P::PollsManage) => surveys::pages::acts::stop; }
    "/surveys/{id}/answers" { post May(P::PollsVote) => surveys::pages::acts::send; }
    "/surveys/{id}/comments" { get May(P::CommentsModerate) => surveys::pages::comments::index; }
    "/surveys/{id}/comments/{number}" { post May(P::CommentsModerate) => surveys::pages::comments::settle; }
    "/surveys/{id}/results.csv" { get May(P::PollsRead) => surveys::pages::export; }
    "/surveys/{id}/results.xlsx" { get May(P::PollsRead) => surveys::pages::export; }
    "/requisitions" { get May(P::MeetingsRead) => requisitions::pages::index; post May(P::MeetingsReply) => requisitions::pages::add; }
    "/requisitions/{id}" { get May(P::MeetingsRead) => requisitions::pages::show; }
    "/requisitions/{id}/signature" { post May(P::MeetingsReply) => requisitions::pages::sign; }
    "/requisitions/{id}/withdrawal" { post May(P::MeetingsReply) => requisitions::pages::withdraw; }
    "/requisitions/{id}/answer" { get May(P::MeetingsManage) => requisitions::pages::answer_form; post May(P::MeetingsManage) => requisitions::pages::answer; }
    "/governance" { get May(P::MeetingsRead) => governance::pages::index; }
    "/governance.csv" { get May(P::MeetingsRead) => governance::pages::export; }
    "/governance.xlsx" { get May(P::MeetingsRead) => governance::pages::export; }
    "/governance/annual-return" { get May(P::MeetingsRead) => governance::pages::annual::index; }
    "/governance/annual-return.csv" { get May(P::MeetingsRead) => governance::pages::annual::export; }
    "/governance/annual-return.xlsx" { get May(P::MeetingsRead) => governance::pages::annual::export; }
    "/governance/filings" { post May(P::GovernanceManage) => governance::pages::add; }
    "/governance/filings/new" { get May(P::GovernanceManage) => governance::pages::new_form; }
    "/governance/filings/usual" { post May(P::GovernanceManage) => governance::pages::add_usual; }
    "/governance/filings/{id}" { get May(P::MeetingsRead) => governance::pages::show; post May(P::GovernanceManage) => governance::pages::edit; }
    "/governance/filings/{id}/edit" { get May(P::GovernanceManage) => governance::pages::edit_form; }
    "/governance/filings/{id}/completion" { post May(P::MeetingsReply) => governance::pages::finish; }
    "/governance/filings/{id}/reopening" { post May(P::MeetingsReply) => governance::pages::reopen; }
    "/governance/filings/{id}/removal" { post May(P::GovernanceManage) => governance::pages::remove; }
    "/meetings/{id}/items" { post May(P::MeetingsPlan) => meetings::pages::agenda::add; }
    "/meetings/{id}/items/usual" { post May(P::MeetingsPlan) => meetings::pages::agenda::add_usual; }
    "/meetings/{id}/items/new" { get May(P::MeetingsPlan) => meetings::pages::agenda::new_form; }
    "/meetings/{id}/items/{item}" { post May(P::MeetingsPlan) => meetings::pages::agenda::edit; }
    "/meetings/{id}/items/{item}/edit" { get May(P::MeetingsPlan) => meetings::pages::agenda::edit_form; }
    "/meetings/{id}/items/{item}/move" { post May(P::MeetingsPlan) => meetings::pages::agenda::move_item; }
    "/meetings/{id}/items/{item}/removal" { post May(P::MeetingsPlan) => meetings::pages::agenda::remove_item; }
    "/meetings/{id}/attendance" { get May(P::MeetingsRead) => attendance::pages::show; }
    "/meetings/{id}/attendance.csv" { get May(P::MeetingsPlan) => attendance::pages::export; }
    "/meetings/{id}/attendance.xlsx" { get May(P::MeetingsPlan) => attendance::pages::export; }
    "/meetings/{id}/attendance/sheet" { get May(P::MeetingsPlan) => attendance::pages::sheet; }
    "/meetings/{id}/attendance/late" { get May(P::MeetingsPlan) => attendance::pages::late::show; post May(P::MeetingsPlan) => attendance::pages::late::enter; }
    "/meetings/{id}/live" { get May(P::MeetingsRead) => attendance::pages::fragments::live; }
    "/meetings/{id}/screen" { get May(P::MeetingsPlan) => attendance::pages::fragments::screen_page; }
    "/meetings/{id}/screen/live" { get May(P::MeetingsPlan) => attendance::pages::fragments::screen_live; }
    "/meetings/{id}/door" { get May(P::MeetingsPlan) => attendance::pages::door::show; post May(P::MeetingsPlan) => attendance::pages::acts::open; }
    "/meetings/{id}/door/{member}" { post May(P::MeetingsPlan) => attendance::pages::door::tick; }
    "/meetings/{id}/opening" { post May(P::MeetingsPlan) => attendance::pages::acts::call_to_order; }
    "/meetings/{id}/adjournment" { post May(P::MeetingsPlan) => attendance::pages::acts::adjourn; }
    "/meetings/{id}/room-code" { post May(P::MeetingsPlan) => attendance::pages::acts::new_code; }
    "/meetings/{id}/roles" { get May(P::MeetingsPlan) => attendance::pages::roles::show; post May(P::MeetingsPlan) => attendance::pages::roles::name; }
    "/meetings/{id}/roles/{member}/removal" { post May(P::MeetingsPlan) => attendance::pages::roles::dismiss; }
    "/meetings/{id}/here" { get May(P::MeetingsPlan) => attendance::pages::here::show; post May(P::MeetingsPlan) => attendance::pages::here::come; }
    "/meetings/{id}/here/leaving" { post May(P::MeetingsPlan) => attendance::pages::here::leave; }
    "/meetings/{id}/my-code" { get May(P::MeetingsPlan) => attendance::pages::card::own; }
    "/meetings/{id}/files" { get May(P::MeetingsRead) => files::pages::index; post May(P::MeetingsManage) => files::pages::add; }
    "/meetings/{id}/motions" { get May(P::MeetingsRead) => motions::pages::index; post May(P::MeetingsPlan) => motions::pages::add; }
    "/meetings/{id}/motions/new" { get May(P::MeetingsPlan) => motions::pages::new_form; }
    "/meetings/{id}/motions/{number}" { get May(P::MeetingsRead) => motions::pages::show; }
    "/meetings/{id}/motions/{number}/seconding" { post May(P::MeetingsPlan) => motions::pages::second; }
    "/meetings/{id}/motions/{number}/recusals" { post May(P::MeetingsPlan) => motions::pages::recuse; }
    "/meetings/{id}/motions/{number}/result" { post May(P::MeetingsPlan) => motions::pages::declare; }
    "/meetings/{id}/motions/{number}/withdrawal" { post May(P::MeetingsPlan) => motions::pages::withdraw; }
    "/meetings/{id}/motions/{number}/vote" { post May(P::MeetingsPlan) => motions::pages::votes::vote_on; }
    "/meetings/{id}/votes" { get May(P::MeetingsRead) => motions::pages::votes::index; post May(P::PollsManage) => motions::pages::votes::add; }
    "/meetings/{id}/votes/{poll}" { post May(P::MeetingsPlan) => motions::pages::votes::change; }
    "/meetings/{id}/speakers" { post May(P::MeetingsPlan) => motions::pages::speaking::ask; }
    "/meetings/{id}/speakers/{number}" { post May(P::MeetingsPlan) => motions::pages::speaking::call; }
    "/meetings/{id}/codes/{token}" { get May(P::MeetingsPlan) => attendance::pages::card::show; post May(P::MeetingsPlan) => attendance::pages::card::come; }
    "/repairs" { get May(P::RepairsRead) => repairs::pages::index; post May(P::RepairsAsk) => repairs::pages::add; }
    "/repairs/new" { get May(P::RepairsAsk) => repairs::pages::new_form; }
    "/repairs/settings" { get May(P::SettingsWrite) => repairs::pages::settings_form; post May(P::SettingsWrite) => repairs::pages::change_settings; }
    "/repairs/{id}" { get May(P::RepairsRead) => repairs::pages::show; post May(P::RepairsAsk) => repairs::pages::edit; }
    "/repairs/{id}/edit" { get May(P::RepairsAsk) => repairs::pages::edit_form; }
    "/repairs/{id}/access" { post May(P::RepairsAsk) => repairs::pages::give_access; }
    "/repairs/{id}/taking" { post May(P::RepairsAsk) => repairs::pages::take; }
    "/repairs/{id}/handing-over" { post May(P::RepairsAsk) => repairs::pages::hand_over; }
    "/repairs/{id}/visit" { post May(P::RepairsAsk) => repairs::pages::plan; }
    "/repairs/{id}/closing" { post May(P::RepairsAsk) => repairs::pages::close; }
    "/repairs/{id}/reopening" { post May(P::RepairsAsk) => repairs::pages::reopen; }
    "/repairs/{id}/withdrawal" { post May(P::RepairsAsk) => repairs::pages::withdraw; }
    "/repairs/{id}/comments" { get May(P::RepairsRead) => comments::pages::index; post May(P::CommentsWrite) => comments::pages::add; }
    "/repairs/{id}/comments/closing" { post May(P::CommentsModerate) => comments::pages::close; }
    "/repairs/{id}/comments/reopening" { post May(P::CommentsModerate) => comments::pages::reopen; }
    "/repairs/{id}/files" { get May(P::RepairsRead) => files::pages::index; post May(P::RepairsAsk) => files::pages::add; }
    "/tasks/{id}/completion" { get May(P::TasksCreate) => tasks::pages::completing::show; post May(P::TasksCreate) => tasks::pages::completing::complete; }
    "/tasks/{id}/following" { post May(P::TasksCreate) => tasks::pages::follow; }
    "/tasks/{id}/agreement" { post May(P::TasksCreate) => tasks::pages::agree; }
    "/tasks/{id}/cancellation" { post May(P::TasksCreate) => tasks::pages::cancel; }
    "/calendars" { get May(P::AccountOwn) => calendars::pages::index; post May(P::AccountOwn) => calendars::pages::make; }
    "/calendars/{id}/ending" { post May(P::AccountOwn) => calendars::pages::end; }
    "/calendars/{token}.ics" { get Anyone => calendars::pages::file; }
    "/chores" { get May(P::ChoresRead) => chores::pages::index; post May(P::ChoresOwn) => chores::pages::add; }
    "/chores/new" { get May(P::ChoresOwn) => chores::pages::new_form; }
    "/chores/sheet" { get May(P::ChoresRead) => chores::pages::sheet; }
    "/chores/absences" { get May(P::ChoresOwn) => chores::pages::absences; post May(P::ChoresOwn) => chores::pages::be_away; }
    "/chores/absences/{id}/removal" { post May(P::ChoresOwn) => chores::pages::be_back; }
    "/chores/swaps/{id}/answer" { post May(P::ChoresOwn) => chores::pages::answer; }
    "/chores/swaps/{id}/removal" { post May(P::ChoresOwn) => chores::pages::withdraw; }
    "/chores/turns/{id}" { get May(P::ChoresRead) => chores::pages::turn; }
    "/chores/turns/{id}/tick" { post May(P::ChoresOwn) => chores::pages::tick; }
    "/chores/turns/{id}/swaps" { post May(P::ChoresOwn) => chores::pages::ask; }
    "/chores/turns/{id}/stand-in" { post May(P::ChoresOwn) => chores::pages::hand_over; }
    "/chores/turns/{id}/skipping" { post May(P::ChoresOwn) => chores::pages::skip; }
    "/chores/{id}" { get May(P::ChoresRead) => chores::pages::show; post May(P::ChoresOwn) => chores::pages::edit; }
    "/chores/{id}/edit" { get May(P::ChoresOwn) => chores::pages::edit_form; }
    "/chores/{id}/call" { post May(P::ChoresOwn) => chores::pages::call; }
    "/chores/{id}/ending" { post May(P::ChoresOwn) => chores::pages::end; }
    "/workdays" { get May(P::TasksRead) => workdays::pages::index; post May(P::TasksCreate) => workdays::pages::add; }
    "/workdays/new" { get May(P::TasksCreate) => workdays::pages::new_form; }
    "/workdays/{id}" { get May(P::TasksRead) => workdays::pages::show; post May(P::TasksCreate) => workdays::pages::edit; }
    "/workdays/{id}/edit" { get May(P::TasksCreate) => workdays::pages::edit_form; }
    "/workdays/{id}/jobs" { get May(P::TasksCreate) => workdays::pages::jobs_form; post May(P::TasksCreate) => workdays::pages::add_jobs; }
    "/workdays/{id}/jobs/{number}/taking" { post May(P::TasksCreate) => workdays::pages::take; }
    "/workdays/{id}/jobs/{number}/giving-up" { post May(P::TasksCreate) => workdays::pages::give_up; }
    "/workdays/{id}/came" { get May(P::TasksCreate) => workdays::pages::came::show; post May(P::TasksCreate) => workdays::pages::came::note; }
    "/workdays/{id}/cancellation" { post May(P::TasksCreate) => workdays::pages::call_off; }
    "/workdays/{id}/cards" { get May(P::TasksRead) => workdays::pages::cards; }
    "/workdays/{id}/sheet" { get May(P::TasksRead) => workdays::pages::sheet; }
    "/inbox" { get May(P::InboxOwn) => notices::pages::inbox; }
    "/inbox/reading" { post May(P::InboxOwn) => notices::pages::read_all; }
    "/inbox/{id}/reading" { post May(P::InboxOwn) => notices::pages::read; }
    "/inbox/{id}/opening" { post May(P::InboxOwn) => notices::pages::open; }
    "/preferences" { get May(P::InboxOwn) => notices::pages::preferences; post May(P::InboxOwn) => notices::pages::set_preferences; }
    "/notices/stop/{token}" { get Anyone => notices::pages::stop_form; post Anyone => notices::pages::stop; }
    "/profile" { get May(P::ProfileOwn) => members::pages::profile; post May(P::ProfileOwn) => members::pages::change_profile; }
    "/profile/undoing" { post May(P::ProfileOwn) => members::pages::undoing::own; }
    "/members" { get May(P::MembersRead) => members::pages::index; post May(P::MembersWrite) => members::pages::add; }
    "/members.csv" { get May(P::MembersExport) => members::pages::export; }
    "/members.xlsx" { get May(P::MembersExport) => members::pages::export; }
    "/members.vcf" { get May(P::ProfileOwn) => members::pages::cards; }
    "/members/phones" { get May(P::MembersRead) => members::pages::phones; }
    "/members/new" { get May(P::MembersWrite) => members::pages::new_form; }
    "/members/merging" { get May(P::MembersWrite) => members::pages::merging::show; post May(P::MembersWrite) => members::pages::merging::merge; }
    "/members/duplicates" { get May(P::MembersWrite) => members::pages::merging::duplicates; post May(P::MembersWrite) => members::pages::merging::note_two; }
    "/members/{id}" { get May(P::MembersRead) => members::pages::show; post May(P::MembersWrite) => members::pages::edit; }
    "/members/{id}/edit" { get May(P::MembersWrite) => members::pages::edit_form; }
    "/members/{id}/contact.vcf" { get May(P::ProfileOwn) => members::pages::card; }
    "/members/{id}/photo" { get May(P::MembersRead) => members::pages::photo::show; post May(P::ProfileOwn) => members::pages::photo::edit; }
    "/members/{id}/photo/edit" { get May(P::ProfileOwn) => members::pages::photo::edit_form; }
    "/members/{id}/photo/removal" { post May(P::ProfileOwn) => members::pages::photo::remove; }
    "/members/{id}/arrears" { post May(P::ProfileOwn) => members::pages::note_arrears; }
    "/members/{id}/statuses/{since}" { get May(P::MembersWrite) => members::pages::correction_form; post May(P::MembersWrite) => members::pages::correct_status; }
    "/members/{id}/shares" { get May(P::MembersRead) => members::pages::shares::show; post May(P::MembersWrite) => members::pages::shares::enter; }
    "/members/{id}/shares.csv" { get May(P::MembersRead) => members::pages::shares::export; }
    "/members/{id}/shares.xlsx" { get May(P::MembersRead) => members::pages::shares::export; }
    "/members/{id}/everything" { get May(P::ProfileOwn) => privacy::pages::access_request::show; }
    "/members/{id}/everything.json" { get May(P::ProfileOwn) => privacy::pages::access_request::json; }
    "/members/{id}/anonymisation" { get May(P::MembersWrite) => privacy::pages::erasure::form; post May(P::MembersWrite) => privacy::pages::erasure::erase; }
    "/members/{id}/assistance" { get May(P::AccountsWrite) => accounts::pages::assistance::begin_form; post May(P::AccountsWrite) => accounts::pages::assistance::begin; }
    "/assistance/ending" { post May(P::HomeRead) => accounts::pages::assistance::end; }
    "/shares.csv" { get May(P::MembersWrite) => members::pages::shares::coop_export; }
    "/shares.xlsx" { get May(P::MembersWrite) => members::pages::shares::coop_export; }
    "/members/{id}/departure" { get May(P::MembersWrite) => members::pages::departure::show; post May(P::MembersWrite) => members::pages::departure::enter; }
    "/members/{id}/status/undoing" { post May(P::MembersWrite) => members::pages::undoing::status; }
    "/members/{id}/undoing" { post May(P::MembersWrite) => members::pages::undoing::edit; }
    "/members/{id}/merges/{merge}/undoing" { post May(P::MembersWrite) => members::pages::merging::undo; }
    "/members/{id}/removal" { post May(P::MembersWrite) => members::pages::take_back; }
    "/members/{id}/status" { post May(P::MembersWrite) => members::pages::set_status; }
    "/units" { get May(P::UnitsRead) => units::pages::index; post May(P::UnitsWrite) => units::pages::add; }
    "/units.csv" { get May(P::MembersExport) => units::pages::export; }
    "/units.xlsx" { get May(P::MembersExport) => units::pages::export; }
    "/units/new" { get May(P::UnitsWrite) => units::pages::new_form; }
    "/units/{id}" { get May(P::UnitsRead) => units::pages::show; post May(P::UnitsWrite) => units::pages::edit; }
    "/units/{id}/edit" { get May(P::UnitsWrite) => units::pages::edit_form; }
    "/units/{id}/occupancies" { post May(P::UnitsWrite) => units::pages::move_in; }
    "/units/{id}/occupancies/{stay}" { get May(P::UnitsWrite) => units::pages::stay_form; post May(P::UnitsWrite) => units::pages::correct_stay; }
    "/units/{id}/children" { post May(P::UnitsWrite) => units::pages::count_children; }
    "/units/{id}/moves" { get May(P::UnitsWrite) => moves::pages::new_form; post May(P::UnitsWrite) => moves::pages::carry_out; }
    "/units/{id}/undoing" { post May(P::UnitsWrite) => units::pages::take_back; }
    "/units/{id}/departures" { post May(P::UnitsWrite) => units::pages::move_out; }
    "/waiting-list" { get May(P::ApplicationsWrite) => applications::pages::index; post May(P::ApplicationsWrite) => applications::pages::add; }
    "/waiting-list.csv" { get May(P::ApplicationsWrite) => applications::pages::export; }
    "/waiting-list.xlsx" { get May(P::ApplicationsWrite) => applications::pages::export; }
    "/waiting-list/new" { get May(P::ApplicationsWrite) => applications::pages::new_form; }
    "/waiting-list/homes/{id}" { get May(P::ApplicationsWrite) => applications::pages::next; }
    "/waiting-list/homes/{id}/order.csv" { get May(P::ApplicationsWrite) => applications::pages::next_export; }
    "/waiting-list/homes/{id}/order.xlsx" { get May(P::ApplicationsWrite) => applications::pages::next_export; }
    "/waiting-list/{id}" { get May(P::ApplicationsWrite) => applications::pages::show; post May(P::ApplicationsWrite) => applications::pages::edit; }
    "/waiting-list/{id}/edit" { get May(P::ApplicationsWrite) => applications::pages::edit_form; }
    "/waiting-list/{id}/steps" { post May(P::ApplicationsWrite) => applications::pages::enter; }
    "/waiting-list/{id}/interviews" { post May(P::ApplicationsWrite) => applications::pages::note_interview; }
    "/waiting-list/{id}/acceptance" { get May(P::ApplicationsWrite) => applications::pages::acceptance_form; post May(P::ApplicationsWrite) => applications::pages::accept; }
    "/waiting-list/{id}/forgetting" { post May(P::ApplicationsWrite) => applications::pages::forget; }
    "/committees" { get May(P::CommitteesRead) => committees::pages::index; post May(P::MembersWrite) => committees::pages::add; }
    "/committees.csv" { get May(P::MembersExport) => committees::pages::export; }
    "/committees.xlsx" { get May(P::MembersExport) => committees::pages::export; }
    "/committees/several" { get May(P::MembersWrite) => committees::pages::several::show; post May(P::MembersWrite) => committees::pages::several::put_in; }
    "/committees/reports/{id}" { get May(P::CommitteesRead) => committee_reports::pages::show; post May(P::ProfileOwn) => committee_reports::pages::edit; }
    "/committees/reports/{id}/edit" { get May(P::ProfileOwn) => committee_reports::pages::edit_form; }
    "/committees/reports/{id}/removal" { post May(P::ProfileOwn) => committee_reports::pages::remove; }
    "/committees/{id}/reports" { get May(P::CommitteesRead) => committee_reports::pages::index; post May(P::ProfileOwn) => committee_reports::pages::add; }
    "/committees/{id}" { get May(P::CommitteesRead) => committees::pages::show; post May(P::ProfileOwn) => committees::pages::edit; }
    "/committees/{id}/edit" { get May(P::ProfileOwn) => committees::pages::edit_form; }
    "/committees/{id}/members" { post May(P::ProfileOwn) => committees::pages::put_in; }
    "/committees/{id}/removals" { post May(P::ProfileOwn) => committees::pages::take_out; }
    "/committees/{id}/leads" { post May(P::ProfileOwn) => committees::pages::name_lead; }
    "/committees/{id}/leads/ending" { post May(P::ProfileOwn) => committees::pages::end_lead; }
    "/committees/{id}/closing" { post May(P::MembersWrite) => committees::pages::close; }
    "/committees/{id}/reopening" { post May(P::MembersWrite) => committees::pages::reopen; }
    "/committees/{id}/seats.csv" { get May(P::MembersExport) => committees::pages::seats_export; }
    "/committees/{id}/seats.xlsx" { get May(P::MembersExport) => committees::pages::seats_export; }
    "/committees/{id}/seats" { post May(P::ProfileOwn) => committees::pages::join; }
    "/committees/{id}/departure" { post May(P::ProfileOwn) => committees::pages::leave; }
    "/board" { get May(P::CommitteesRead) => board::pages::index; }
    "/board.csv" { get May(P::CommitteesRead) => board::pages::export; }
    "/board.xlsx" { get May(P::CommitteesRead) => board::pages::export; }
    "/board/history" { get May(P::CommitteesRead) => board::pages::history; }
    "/board/history.csv" { get May(P::CommitteesRead) => board::pages::history_export; }
    "/board/history.xlsx" { get May(P::CommitteesRead) => board::pages::history_export; }
    "/board/terms" { post May(P::MembersWrite) => board::pages::add; }
    "/board/terms/new" { get May(P::MembersWrite) => board::pages::new_form; }
    "/board/terms/{id}" { get May(P::MembersWrite) => board::pages::term; post May(P::MembersWrite) => board::pages::correct; }
    "/board/terms/{id}/ending" { post May(P::MembersWrite) => board::pages::end_early; }
    "/board/terms/{id}/removal" { post May(P::MembersWrite) => board::pages::strike; }
    "/board/offices" { get May(P::MembersWrite) => board::pages::offices_form; post May(P::MembersWrite) => board::pages::hand_over; }
    "/board/offices/names" { post May(P::MembersWrite) => board::pages::name_office; }
    "/board/meeting" { get May(P::MembersWrite) => board::pages::meeting_form; post May(P::MembersWrite) => board::pages::move_meeting; }
    "/upkeep" { get May(P::JobsManage) => upkeep::pages::index; }
    "/upkeep/{id}/trial" { post May(P::JobsManage) => upkeep::pages::try_again; }
    "/upkeep/{id}/removal" { post May(P::JobsManage) => upkeep::pages::drop; }
    "/imports" { post May(P::MembersWrite) => imports::pages::add; }
    "/imports/new" { get May(P::MembersWrite) => imports::pages::new_form; }
    "/imports/template.csv" { get May(P::MembersWrite) => imports::pages::template_export; }
    "/imports/template.xlsx" { get May(P::MembersWrite) => imports::pages::template_export; }
    "/imports/{id}" { get May(P::MembersWrite) => imports::pages::preview; }
    "/imports/{id}/columns" { get May(P::MembersWrite) => imports::pages::columns_form; post May(P::MembersWrite) => imports::pages::match_columns; }
    "/imports/{id}/header" { post May(P::MembersWrite) => imports::pages::choose_header; }
    "/imports/{id}/forgetting" { post May(P::MembersWrite) => imports::pages::forget; }
    "/imports/{id}/joining" { post May(P::MembersWrite) => imports::pages::assume_joined; }
    "/imports/{id}/answers" { post May(P::MembersWrite) => imports::pages::answer; }
    "/imports/{id}/completion" { post May(P::MembersWrite) => imports::pages::complete; }
    "/imports/{id}/done" { get May(P::MembersWrite) => imports::pages::done; }
    "/imports/{id}/corrections" { post May(P::MembersWrite) => imports::pages::correct; }
    "/imports/{id}/problems.csv" { get May(P::MembersWrite) => imports::pages::problems_export; }
    "/imports/{id}/problems.xlsx" { get May(P::MembersWrite) => imports::pages::problems_export; }
    "/imports/{id}/undoing" { post May(P::MembersWrite) => imports::pages::undo; }
}

table! { API, api, "/api":
    "/v1/me" { get Token("account:read", P::AccountOwn) => accounts::api::me; }
    "/v1/members" { get Token("members:read", P::MembersRead) => members::api::list; }
    "/v1/members/{id}" { get Token("members:read", P::MembersRead) => members::api::show; }
    "/v1/units" { get Token("units:read", P::UnitsRead) => units::api::list; }
    "/v1/units/{id}" { get Token("units:read", P::UnitsRead) => units::api::show; }
    "/v1/tasks" { get Token("tasks:read", P::TasksRead) => tasks::api::list; post Token("tasks:write", P::TasksCreate) => tasks::api::create; }
    "/v1/tasks/{id}" { get Token("tasks:read", P::TasksRead) => tasks::api::show; patch Token("tasks:write", P::TasksCreate) => tasks::api::changing::edit; }
    "/v1/tasks/{id}/move" { post Token("tasks:write", P::TasksCreate) => tasks::api::changing::move_to; }
    "/v1/tasks/{id}/completion" { post Token("tasks:write", P::TasksCreate) => tasks::api::changing::complete; }
    "/v1/tasks/{id}/taking" { post Token("tasks:write", P::TasksCreate) => tasks::api::changing::take; }
    "/v1/tasks/{id}/giving-up" { post Token("tasks:write", P::TasksCreate) => tasks::api::changing::give_up; }
    "/v1/tasks/{id}/holders" { post Token("tasks:write", P::TasksCreate) => tasks::api::changing::give; }
    "/v1/tasks/{id}/holders/removal" { post Token("tasks:write", P::TasksCreate) => tasks::api::changing::take_away; }
    "/v1/chores" { get Token("chores:read", P::ChoresRead) => chores::api::list; post Token("chores:write", P::ChoresOwn) => chores::api::changing::create; }
    "/v1/chores/turns" { get Token("chores:read", P::ChoresRead) => chores::api::turns; }
    "/v1/chores/turns/{id}" { get Token("chores:read", P::ChoresRead) => chores::api::turn; }
    "/v1/chores/turns/{id}/tick" { post Token("chores:write", P::ChoresOwn) => chores::api::turning::tick; }
    "/v1/chores/turns/{id}/skipping" { post Token("chores:write", P::ChoresOwn) => chores::api::turning::skip; }
    "/v1/chores/turns/{id}/swaps" { post Token("chores:write", P::ChoresOwn) => chores::api::turning::ask; }
    "/v1/chores/turns/{id}/stand-in" { post Token("chores:write", P::ChoresOwn) => chores::api::turning::hand_over; }
    "/v1/chores/swaps" { get Token("chores:read", P::ChoresRead) => chores::api::swaps; }
    "/v1/chores/swaps/{id}/answer" { post Token("chores:write", P::ChoresOwn) => chores::api::turning::answer; }
    "/v1/chores/swaps/{id}/removal" { post Token("chores:write", P::ChoresOwn) => chores::api::turning::withdraw; }
    "/v1/chores/absences" { get Token("chores:read", P::ChoresRead) => chores::api::absences; post Token("chores:write", P::ChoresOwn) => chores::api::turning::be_away; }
    "/v1/chores/absences/{id}/removal" { post Token("chores:write", P::ChoresOwn) => chores::api::turning::be_back; }
    "/v1/chores/{id}" { get Token("chores:read", P::ChoresRead) => chores::api::show; patch Token("chores:write", P::ChoresOwn) => chores::api::changing::edit; }
    "/v1/chores/{id}/call" { post Token("chores:write", P::ChoresOwn) => chores::api::changing::call; }
    "/v1/chores/{id}/ending" { post Token("chores:write", P::ChoresOwn) => chores::api::changing::end; }
    "/v1/meetings" { get Token("meetings:read", P::MeetingsRead) => meetings::api::list; }
    "/v1/meetings/{id}" { get Token("meetings:read", P::MeetingsRead) => meetings::api::show; }
    "/v1/meetings/{id}/minutes" { get Token("meetings:read", P::MeetingsRead) => meetings::api::minutes; }
    "/v1/meetings/{id}/reply" { get Token("meetings:read", P::MeetingsRead) => meetings::api::own_reply; }
    "/v1/workdays" { get Token("tasks:read", P::TasksRead) => workdays::api::list; }
    "/v1/workdays/{id}" { get Token("tasks:read", P::TasksRead) => workdays::api::show; }
    "/v1/hours" { get Token("hours:read", P::HoursOwn) => hours::api::show; }
    "/v1/hours/lines" { get Token("hours:read", P::HoursOwn) => hours::api::lines; }
    "/v1/hours/lines/{id}" { get Token("hours:read", P::HoursOwn) => hours::api::line; }
    "/v1/hours/lines/{id}/contests" { post Token("hours:write", P::HoursOwn) => hours::api::changing::contest; }
    "/v1/hours/lines/{id}/contests/{contest}/answer" { post Token("hours:write", P::HoursOwn) => hours::api::changing::answer_contest; }
    "/v1/hours/claims" { get Token("hours:read", P::HoursOwn) => hours::api::all_claims; post Token("hours:write", P::HoursOwn) => hours::api::changing::create; }
    "/v1/hours/claims/{id}" { get Token("hours:read", P::HoursOwn) => hours::api::claim; patch Token("hours:write", P::HoursOwn) => hours::api::changing::edit; }
    "/v1/hours/claims/{id}/answer" { post Token("hours:write", P::HoursOwn) => hours::api::changing::answer; }
    "/v1/hours/claims/{id}/reopening" { post Token("hours:write", P::HoursOwn) => hours::api::changing::reopen; }
    "/v1/hours/claims/{id}/withdrawal" { post Token("hours:write", P::HoursOwn) => hours::api::changing::withdraw; }
    "/v1/hours/kinds" { get Token("hours:read", P::HoursOwn) => hours::api::all_kinds; }
    "/v1/polls" { get Token("polls:read", P::PollsRead) => polls::api::list; }
    "/v1/polls/{id}/ballot" { get Token("polls:read", P::PollsRead) => polls::api::ballot::own; post Token("polls:vote", P::PollsVote) => polls::api::ballot::cast; }
    "/v1/polls/{id}/files/{number}" { get Token("polls:read", P::PollsRead) => polls::api::file; }
    "/v1/polls/{id}" { get Token("polls:read", P::PollsRead) => polls::api::show; }
    "/v1/polls/{id}/comments" { get Token("polls:read", P::PollsRead) => comments::api::list; }
    "/v1/decisions" { get Token("polls:read", P::PollsRead) => decisions::api::list; }
    "/v1/decisions/{number}" { get Token("polls:read", P::PollsRead) => decisions::api::show; }
}

/// The whole table, for the listing and its test.
pub fn all() -> impl Iterator<Item = &'static Route> {
    PAGES.iter().chain(API)
}

#[cfg(test)]
#[path = "routes_tests.rs"]
mod tests;
