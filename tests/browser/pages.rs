//! Every page there is, for each kind of visitor, in both languages: axe finds nothing at either width, nothing sticks out
//! sideways, and paper shows no buttons. At the end the route table says what was forgotten.

use std::collections::BTreeSet;

use thirtyfour::prelude::*;

use crate::look::{FINE, REFUSED, Tour};
use crate::support::{MACHINE, Server, data_file};

const LANGUAGES: [&str; 2] = ["en", "fr"];

const PUBLIC: &[&str] = &[
    "/sign-in",
    "/help",
    "/help/elections",
    "/help/votes",
    "/help/secret-votes",
    "/help/votes/proposal",
    "/help/votes/approval",
    "/help/votes/schulze",
    "/help/votes/star",
    "/help/votes/stv-meek",
    "/help/votes/equal-shares",
    "/open",
    "/open/decisions",
    "/open/decisions/1",
    "/open/decisions/13",
    "/privacy",
    "/sign-in/link/nobodys",
    "/sign-in/code",
    "/booth",
    "/booth/done",
];
const RESIDENT: &[&str] = &[
    "/",
    "/menu",
    "/search",
    "/search?q=roof",
    "/search?q=nothing-like-it",
    "/help",
    "/tasks",
    "/tasks?view=list",
    "/tasks?view=month",
    "/tasks?who=me",
    "/tasks?view=list&who=nobody",
    "/tasks?view=list&committee=1&status=all&sort=-title",
    "/tasks/several?act=assign&task=1",
    "/tasks/new",
    "/tasks/1",
    "/tasks/1/comments",
    "/tasks/1/files",
    "/calendars",
    "/chores",
    "/chores/1",
    "/chores/sheet",
    "/workdays",
    "/workdays/2",
    "/workdays/2/cards",
    "/workdays/2/sheet",
    "/chores/absences",
    "/hours",
    "/hours/claims/new",
    "/hours/claims/1",
    "/hours/claims/4/edit",
    "/hours/kinds",
    "/meetings",
    "/meetings/1",
    "/meetings/4",
    "/meetings/3/asked",
    "/meetings/4/reply",
    "/meetings/consent",
    "/requisitions",
    "/requisitions/1",
    "/surveys",
    "/surveys/1",
    "/surveys/2",
    "/meetings/2/minutes",
    "/meetings/2/attendance",
    "/meetings/9/attendance",
    "/meetings/9/here",
    "/meetings/9/my-code",
    "/meetings/5/motions",
    "/meetings/5/motions/1",
    "/meetings/9/votes",
    "/repairs",
    "/repairs/new",
    "/repairs/1",
    "/repairs/1/edit",
    "/repairs/1/files",
    "/repairs/1/comments",
    "/repairs/3",
    "/polls",
    "/polls/25/result",
    "/polls/25/list",
    "/polls/25/appeals",
    "/polls/26",
    "/polls/26/urn",
    "/polls/8",
    "/polls/8/comments",
    "/polls/8/files",
    "/polls/9/versions",
    "/polls/1/roll",
    "/polls/8/interest",
    "/comments/1/replies",
    "/comments/7/versions",
    "/polls/1",
    "/polls/1/result",
    "/polls/24",
    "/polls/18/result",
    "/decisions",
    "/decisions?q=dogs&standing=in_force&body=meeting&year=2012",
    "/decisions?q=nothing-like-it",
    "/elections",
    "/elections/1",
    "/elections/3",
    "/decisions/2",
    "/decisions/13",
    "/members",
    "/members?q=nobody-has-this-name",
    "/members?letter=m&committee=1&sort=-unit",
    "/members/1",
    "/profile",
    "/account/address",
    "/units",
    "/units/1",
    "/committees",
    "/committees/1",
    "/board",
    "/board?on=2026-01-15",
    "/board/history",
    "/figures",
    "/figures?figures_period=days&figures_from=2026-04-01&figures_to=2026-05-01",
    "/figures/growth?figures_period=year&compared=year_before",
    "/figures/hours",
    "/figures/goals",
    "/inbox",
    "/preferences",
    "/account",
    "/account/drafts",
    "/account/tokens",
];
const ADMIN: &[&str] = &[
    "/reports",
    "/reports/tasks",
    "/reports/register",
    "/reports/saved/1",
    "/reports/runs/1",
    "/reports/runs/1/paper",
    "/reports/runs/1/parts/by-committee",
    "/committees/1/reports",
    "/committees/reports/1",
    "/committees/reports/1/edit",
    "/",
    "/menu",
    "/hours/claims",
    "/hours/claims/5",
    "/hours/kinds",
    "/hours/kinds/new",
    "/hours/kinds/1/edit",
    "/hours/exemptions",
    "/hours/exemptions/new",
    "/hours/exemptions/1/edit",
    "/hours/duty",
    "/hours/short",
    "/hours/homes/1",
    "/hours/members/1",
    "/tasks",
    "/tasks/1/edit",
    "/tasks/figures",
    "/tasks/figures?period=months&committee=1",
    "/tasks?view=list&status=all",
    "/tasks/several?act=assign&task=1&task=2&task=3",
    "/tasks/several?act=move&task=1&task=2&task=3",
    "/tasks/several?act=remind&task=1&task=2&task=3",
    "/chores/new",
    "/chores/1",
    "/chores/1/edit",
    "/chores/turns/1",
    "/workdays",
    "/workdays/new",
    "/workdays/2",
    "/workdays/2/edit",
    "/workdays/2/jobs",
    "/workdays/1/came",
    "/repairs",
    "/repairs?status=sent&urgency=soon&who=0",
    "/repairs?status=withdrawn",
    "/repairs/2",
    "/requisitions",
    "/requisitions/1",
    "/requisitions/1/answer",
    "/surveys",
    "/surveys/1",
    "/surveys/1/comments",
    "/surveys/2",
    "/surveys/3",
    "/surveys/3/edit",
    "/surveys/3/preview",
    "/surveys/3/questions/new",
    "/surveys/3/questions/1/edit",
    "/surveys/new",
    "/governance",
    "/governance/annual-return",
    "/governance/filings/new",
    "/governance/filings/1",
    "/governance/filings/1/edit",
    "/meetings/5/pack",
    "/meetings/new",
    "/meetings/4",
    "/meetings/4/edit",
    "/meetings/4/cancellation",
    "/meetings/4/items/new",
    "/meetings/4/items/22/edit",
    "/meetings/4/notice",
    "/meetings/5/notice",
    "/meetings/4/notices",
    "/meetings/4/notices/letters",
    "/meetings/4/replies",
    "/meetings/3/asked/1/answer",
    "/meetings/consents",
    "/meetings/2/minutes",
    "/meetings/2/minutes/draft",
    "/meetings/2/minutes/preview",
    "/meetings/2/minutes/versions",
    "/meetings/2/minutes/parts/8",
    "/meetings/2/attendance",
    "/meetings/2/attendance/late",
    "/meetings/9/attendance",
    "/meetings/9/attendance/sheet",
    "/meetings/9/attendance/late",
    "/meetings/9/door",
    "/meetings/9/door?q=an",
    "/meetings/9/roles",
    "/meetings/9/screen",
    "/meetings/9/votes",
    "/repairs/settings",
    "/polls/new",
    "/polls/templates",
    "/polls/templates/1",
    "/polls/templates/1/edit",
    "/polls/templates/new?of=8",
    "/polls/participation",
    "/polls/participation?year=2026&answered=none",
    "/elections",
    "/elections/new",
    "/elections/1",
    "/elections/2",
    "/elections/3",
    "/elections/2/edit",
    "/decisions",
    "/decisions/new",
    "/decisions/9",
    "/decisions/9/edit",
    "/decisions/13",
    "/decisions/import",
    "/polls/8",
    "/polls/9/files",
    "/meetings/4/files",
    "/files/3/removal",
    "/comments/4/edit",
    "/comments/1/hiding",
    "/polls/26/urn",
    "/polls/26/paper",
    "/polls/26/paper/ballots?copies=2",
    "/polls/8/closing",
    "/polls/8/voiding",
    "/polls/8/corrections",
    "/polls/14/result",
    "/polls/16/result",
    "/polls/22/result",
    "/polls/24/closing",
    "/polls/24/extension",
    "/polls/9",
    "/polls/9/edit",
    "/polls/9/setup",
    "/polls/9/trial",
    "/polls/9/roll",
    "/polls/9/questions/1/edit",
    "/polls/9/opening",
    "/polls/9/cancellation",
    "/accounts/1",
    "/members",
    "/members?status=on_leave&sort=status",
    "/members/new",
    "/accounts/several?member=1&member=2&member=50",
    "/committees/several?member=1&member=2&member=3",
    "/committees/several?member=1&member=2&member=3&committee=1",
    "/members/1",
    "/members/1/departure",
    "/members/duplicates",
    "/members/merging?kept=1",
    "/members/merging?kept=1&other=2",
    "/members/1/edit",
    "/members/1/statuses/2024-06-21",
    "/members/1/shares",
    "/members/1/photo/edit",
    "/members/1/everything",
    "/members/1/anonymisation",
    "/members/50/anonymisation",
    "/units/new",
    "/units/1",
    "/units/1/edit",
    "/units/1/moves",
    "/units/1/occupancies/1",
    "/units?on=2026-01-15",
    "/committees",
    "/committees?on=2026-01-15",
    "/committees/1",
    "/committees/1?on=2026-01-15",
    "/committees/1/edit",
    "/committees/7",
    "/board",
    "/board/history",
    "/board/terms/new",
    "/board/terms/6",
    "/board/offices",
    "/board/meeting",
    "/imports/new",
    "/imports/new?what=tasks",
    "/imports/new?what=meetings",
    "/scorecards",
    "/scorecards/1",
    "/scorecards/1/tasks-done",
    "/accounts",
    "/accounts/new",
    "/settings",
    "/members/phones",
    "/settings/rules",
    "/settings/rules/law",
    "/settings/rules/votes",
    "/settings/rules/board",
    "/settings/privacy",
    "/upkeep",
    "/incidents",
    "/incidents/new",
    "/incidents/1",
    "/audit",
    "/waiting-list",
    "/waiting-list?state=all",
    "/waiting-list/new",
    "/waiting-list/new?kind=transfer",
    "/waiting-list/1",
    "/waiting-list/3",
    "/waiting-list/1/edit",
    "/waiting-list/1/acceptance",
    "/waiting-list/11/acceptance",
    "/waiting-list/homes/49",
    "/accounts/invitations",
    "/accounts/invitations?state=no_address",
    "/accounts/letters",
    "/members/2/assistance",
];
const OBSERVER: &[&str] =
    &["/", "/menu", "/tasks", "/polls", "/polls/1/result", "/members", "/units", "/figures", "/audit", "/account"];
/// What an admin finds in a co-op that has nothing yet.
const EMPTY: &[&str] = &[
    "/",
    "/members",
    "/units",
    "/committees",
    "/board",
    "/board/history",
    "/board/meeting",
    "/tasks",
    "/tasks?view=list",
    "/polls",
    "/polls/templates",
    "/elections",
    "/decisions",
    "/decisions/import",
    "/workdays",
    "/governance",
    "/governance/annual-return",
    "/requisitions",
    "/surveys",
    "/scorecards",
    "/figures",
    "/figures/goals",
    "/audit",
    "/incidents",
    "/settings/privacy",
    "/privacy",
    "/open",
    "/open/blocks",
    "/open/blocks/hours",
    "/reports",
    "/reports/tasks",
    "/open/observers",
    "/open/decisions",
    "/accounts",
    "/accounts/invitations",
    "/accounts/letters",
    "/waiting-list",
    "/inbox",
    "/account/tokens",
    "/help",
];

/// Reading routes without a page to look at.
const NO_PAGES: &[(&str, &str)] = &[
    ("/meetings/{id}/reply/{token}", "the link of a letter; the journey of meetings follows one"),
    ("/hours/gifts/new", "nobody of the demo co-op has hours to give away"),
    ("/manifest.webmanifest", "for the browser, not for people"),
    ("/openapi.json", "for programs"),
    ("/reports/runs/{id}/workbook", "a file"),
    ("/figures.json", "for programs"),
    ("/figures/{name}.json", "for programs"),
    ("/open/figures.json", "for programs"),
    ("/open/decisions.atom", "for news readers"),
    ("/docs", "looked at in every state by the test of its own"),
    ("/docs/{file}", "files of Swagger UI"),
    ("/polls/{id}/live", "a stream of fragments"),
    ("/tasks/live", "a stream of fragments"),
    ("/meetings/{id}/motions/new", "no meeting of the demo co-op is under way: looked at by the tests of the slice"),
    ("/meetings/{id}/live", "a stream of fragments"),
    ("/meetings/{id}/screen/live", "a stream of fragments"),
    ("/meetings/{id}/codes/{token}", "the address stands in a picture alone: looked at by the tests of the slice"),
    ("/members/{id}/photo", "a picture"),
    ("/elections/{id}/candidates/{number}/photo", "a picture"),
    ("/polls/{id}/appeals/{number}/answer", "nobody contests a result of the demo co-op"),
    ("/files/{id}", "a file"),
    ("/calendars/{token}.ics", "a file for a calendar"),
    ("/guests/{token}/files/{id}", "a file"),
    ("/members/{id}/everything.json", "a file"),
    ("/members.vcf", "a file"),
    ("/polls/{id}/calendar.ics", "a file"),
    ("/help/votes/recount.py", "a file"),
    ("/polls/{id}/bundle.json", "a file"),
    ("/polls/{id}/questions/{number}/ballots.json", "a file"),
    ("/polls/{id}/questions/{number}/ballots.blt", "a file"),
    ("/polls/{id}/proxies", "the demo co-op has no proxies: looked at in `homes`"),
    ("/polls/{id}/proxies/{number}/ballot", "the demo co-op has no proxies: looked at in `homes`"),
    ("/polls/{id}/recorded", "nobody has voted secretly here yet: looked at in `secret`"),
    ("/polls/{id}/paper/readings", "papers are read once a vote is over: looked at in `secret`"),
    ("/comments/{id}", "leads to the comment on the page of what it is about"),
    ("/members/{id}/contact.vcf", "a file"),
];

/// Forms that are one button, or choices that cannot be wrong: no page with errors answers them.
const ONLY_BUTTONS: &[&str] = &[
    // What can be typed there need not be.
    "/meetings/{id}/notice",
    "/meetings/{id}/reply",
    "/meetings/{id}/reply/{token}",
    "/meetings/{id}/notices/{called}/return",
    "/meetings/{id}/reminder",
    "/meetings/{id}/items/usual",
    "/meetings/{id}/minutes/parts/{item}",
    "/meetings/{id}/minutes/approval",
    "/meetings/{id}/asked/{asked}/backing",
    "/meetings/{id}/asked/{asked}/withdrawal",
    "/meetings/consent",
    "/meetings/consents/{id}",
    "/hours/duty/removal",
    "/hours/claims/{id}/withdrawal",
    "/hours/kinds/{id}/ending",
    "/hours/exemptions/{id}/removal",
    // What is contested in the demo co-op is answered, and nobody there has hours to give away.
    "/hours/lines/{id}/contests/{contest}/answer",
    "/hours/gifts",
    "/sign-out",
    "/demo/sign-in",
    "/scorecards/runs",
    "/open/blocks/{name}",
    "/reports/saved/{id}/runs",
    "/reports/saved/{id}/removal",
    "/committees/{id}/reports",
    "/committees/reports/{id}/removal",
    "/polls/{id}/opening",
    "/polls/{id}/announcement",
    "/polls/{id}/questions",
    "/polls/{id}/questions/{number}/removal",
    "/members/{id}/merges/{merge}/undoing",
    "/members/{id}/removal",
    "/members/duplicates",
    "/polls/{id}/closing",
    "/polls/{id}/comments/closing",
    "/polls/{id}/comments/reopening",
    "/comments/{id}/removal",
    "/comments/{id}/showing",
    "/polls/{id}/cancellation",
    "/polls/{id}/copies",
    "/polls/templates/{id}/votes",
    "/polls/templates/{id}/removal",
    "/polls/{id}/second-calls",
    "/polls/{id}/corrections/{number}/confirmation",
    "/polls/{id}/corrections/{number}/refusal",
    "/polls/{id}/interest",
    "/polls/{id}/proxies/{number}/end",
    // The demo co-op has no proxies; their pages are looked at in `homes`.
    "/polls/{id}/proxies",
    "/polls/{id}/proxies/{number}/ballot",
    // One officer prepared the urns of the demo, and their scrutineers have their codes.
    "/polls/{id}/urn",
    "/polls/{id}/urn/code",
    "/polls/{id}/urn/recovery",
    "/polls/{id}/paper/spoiled",
    "/polls/{id}/paper/{member}/return",
    // Papers are read once a vote is over, and the booth wants a code: looked at in `secret`.
    "/booth/ballots",
    "/polls/{id}/paper/readings",
    "/polls/{id}/paper/readings/removal",
    "/polls/{id}/paper/signatures",
    "/polls/{id}/guests/{number}/renewal",
    "/polls/{id}/guests/{number}/removal",
    "/decisions/{number}/relations/removal",
    "/decisions/import/completion",
    "/elections/{id}/announcement",
    "/elections/{id}/copies",
    "/elections/{id}/candidacy",
    "/elections/{id}/candidacy/acceptance",
    "/elections/{id}/candidacy/refusal",
    // The demo co-op has no result of an election yet.
    "/polls/{id}/appeals/{number}/examination",
    "/polls/{id}/appeals/{number}/answer",
    "/elections/{id}/seats",
    "/elections/{id}/offers",
    "/elections/{id}/offers/acceptance",
    "/elections/{id}/offers/refusal",
    "/account/drafts",
    "/account/drafts/removal",
    "/account/sessions/ending",
    "/account/address/mail",
    "/account/address/cancellation",
    "/address/{token}",
    "/account/sessions/{hash}/ending",
    "/account/tokens/{id}/revocation",
    "/accounts/{id}/closing",
    "/accounts/several",
    "/members/{id}/undoing",
    "/members/{id}/status/undoing",
    "/profile/undoing",
    "/requisitions/{id}/signature",
    "/requisitions/{id}/withdrawal",
    "/surveys/ready",
    "/surveys/{id}/removal",
    "/surveys/{id}/copies",
    "/surveys/{id}/questions/{number}/removal",
    "/surveys/{id}/questions/{number}/move",
    "/surveys/{id}/opening",
    "/surveys/{id}/closing",
    "/surveys/{id}/ending",
    // Comments are numbered by chance: what is wrong with a reason is looked at by the tests of the slice.
    "/surveys/{id}/comments/{number}",
    "/governance/filings/usual",
    "/governance/filings/{id}/reopening",
    "/governance/filings/{id}/removal",
    "/meetings/{id}/items/{item}/move",
    "/meetings/{id}/items/{item}/removal",
    "/meetings/{id}/door",
    "/meetings/{id}/door/{member}",
    "/meetings/{id}/adjournment",
    "/meetings/{id}/votes",
    "/meetings/{id}/votes/{poll}",
    "/meetings/{id}/motions/{number}/vote",
    "/meetings/{id}/room-code",
    "/meetings/{id}/here/leaving",
    "/meetings/{id}/codes/{token}",
    // The meeting of today in the demo co-op is not called to order: forms of motions are looked at by the tests of the slice.
    "/meetings/{id}/motions",
    "/meetings/{id}/motions/{number}/seconding",
    "/meetings/{id}/motions/{number}/recusals",
    "/meetings/{id}/motions/{number}/result",
    "/meetings/{id}/motions/{number}/withdrawal",
    "/meetings/{id}/speakers",
    "/meetings/{id}/speakers/{number}",
    // nobody needs to be named: what is wrong with a name is looked at by the tests of the slice
    "/meetings/{id}/roles",
    "/meetings/{id}/roles/{member}/removal",
    "/tasks/several/undoing",
    "/units/{id}/undoing",
    "/accounts/{id}/treasurer",
    "/members/{id}/arrears",
    "/upkeep/{id}/trial",
    "/upkeep/{id}/removal",
    "/incidents/{id}/removal",
    "/members/{id}/photo/removal",
    "/accounts/{id}/reopening",
    "/accounts/{id}/invitation",
    "/tasks/{id}/move",
    "/tasks/{id}/taking",
    "/chores/{id}/call",
    "/chores/{id}/ending",
    "/chores/absences/{id}/removal",
    "/chores/swaps/{id}/answer",
    "/chores/swaps/{id}/removal",
    "/chores/turns/{id}/swaps",
    "/chores/turns/{id}/tick",
    "/workdays/{id}/jobs/{number}/taking",
    "/workdays/{id}/jobs/{number}/giving-up",
    "/workdays/{id}/cancellation",
    "/tasks/{id}/agreement",
    "/tasks/{id}/following",
    "/tasks/{id}/cancellation",
    "/calendars",
    "/calendars/{id}/ending",
    "/tasks/{id}/giving-up",
    "/tasks/{id}/holders/removal",
    "/tasks/{id}/steps/{number}",
    "/tasks/{id}/steps/{number}/removal",
    "/repairs/{id}/taking",
    "/repairs/{id}/handing-over",
    "/repairs/{id}/withdrawal",
    "/repairs/{id}/comments/closing",
    "/repairs/{id}/comments/reopening",
    "/tasks/{id}/comments/closing",
    "/tasks/{id}/comments/reopening",
    "/inbox/reading",
    "/inbox/{id}/opening",
    "/inbox/{id}/reading",
    "/preferences",
    "/notices/stop/{token}",
    "/committees/{id}/seats",
    "/committees/{id}/departure",
    "/committees/{id}/reopening",
    "/board/terms/{id}/removal",
    "/imports/{id}/answers",
    "/imports/{id}/header",
    "/imports/{id}/forgetting",
    "/imports/{id}/joining",
    "/imports/{id}/corrections",
    "/imports/{id}/undoing",
    "/imports/{id}/completion",
    "/assistance/ending",
];

/// Nobody yet, then an observer: what is open to all, the ways in, and the mails' own pages.
async fn visitors(server: &Server) -> Tour {
    told(server).await;
    let mut tour = Tour::begin(server, "").await;
    for language in LANGUAGES {
        tour.language = language;
        tour.pages(PUBLIC).await;
        tour.page("/nothing-here", 404).await;
        tour.page("/help?q=%00", FINE).await;
        tour.spoil("/sign-in", "/sign-in").await;
        tour.spoil("/sign-in", "/sign-in/link").await;
        tour.spoil("/sign-in/code", "/sign-in/code").await;
        tour.spoil("/booth", "/booth").await;
        tour.spoil("/sign-in/link/nobodys", "/sign-in/link/nobodys").await;
        tour.page("/address/nobodys", 410).await;
        tour.post("/sign-in", "/sign-in", &[("email", "joan.rioux@example.org"), ("password", "wrong")]).await;
        tour.here("a wrong password", REFUSED).await;
        tour.post("/sign-in", "/sign-in/link", &[("email", "isabelle.macdonald@example.org")]).await;
        tour.here("a link was asked for", FINE).await;
        let stop = server.mailed("/notices/stop/").await;
        tour.page(&stop, FINE).await;
        tour.send("main form").await;
        tour.here("mail was stopped", FINE).await;
    }
    let link = server.mailed_link("Isabelle MacDonald").await;
    tour.page(&link, FINE).await;
    tour.send("main form").await;
    tour.here("home, by a mailed link", FINE).await;
    tour.sign_in("amrit.sandhu@example.org").await;
    for language in LANGUAGES {
        tour.language = language;
        tour.pages(OBSERVER).await;
        tour.page("/tasks/new", 403).await;
    }
    tour
}

/// The office gives somebody a task, so that a mail of a kind that can be stopped comes, at any hour of the day.
async fn told(server: &Server) {
    let mut office = Tour::begin(server, "").await;
    office.sign_in("joan.rioux@example.org").await;
    office.open("/tasks/new").await;
    office.browser.fill("task_title", "Clear the hall").await;
    office.browser.choose_words("assignee", "Valérie Simard").await;
    office.send("main form[action='/tasks']").await;
    office.browser.close().await;
}

/// Who has no password, and signs in anew before what asks for it.
const RESIDENT_WHO: &str = "isabelle.macdonald@example.org";

/// A turn that is still to come: the last of the next weeks.
async fn later_turn(tour: &Tour) -> String {
    tour.open("/chores").await;
    let turns = tour.browser.driver.find_all(By::Css("main a[href^='/chores/turns/']")).await.expect("turns");
    turns.last().expect("a turn").attr("href").await.expect("a link").expect("an address")
}

async fn resident(server: &Server) -> Tour {
    let mut tour = Tour::begin(server, "").await;
    tour.sign_in(RESIDENT_WHO).await;
    for language in LANGUAGES {
        tour.language = language;
        tour.pages(RESIDENT).await;
        tour.page("/nothing-here", 404).await;
        tour.page("/audit", 403).await;
        tour.page("/members?q=%00", 400).await;
        tour.open("/tasks?who=me").await;
        let own = tour.browser.find(".card:has(details) h3 a").await.attr("href").await.expect("a link");
        let own = own.expect("the address of a task");
        tour.page(&format!("{own}/edit"), FINE).await;
        tour.page(&own, FINE).await;
        for form in ["completion", "steps", "comments"] {
            tour.spoil(&own, &format!("{own}/{form}")).await;
        }
        for form in ["holders", "completion", "files"] {
            tour.page(&format!("{own}/{form}"), FINE).await;
            tour.spoil(&format!("{own}/{form}"), &format!("{own}/{form}")).await;
        }
        tour.spoil(&format!("{own}/edit"), &own).await;
        tour.spoil("/tasks/new", "/tasks").await;
        tour.spoil("/meetings/3/asked", "/meetings/3/asked").await;
        tour.spoil("/requisitions", "/requisitions").await;
        tour.spoil("/surveys/2", "/surveys/2/answers").await;
        tour.spoil("/chores/absences", "/chores/absences").await;
        tour.spoil("/meetings/9/here", "/meetings/9/here").await;
        tour.spoil("/hours/claims/new", "/hours/claims").await;
        tour.spoil("/hours/claims/4/edit", "/hours/claims/4").await;
        tour.open("/hours").await;
        let line = tour.browser.find("a[href^='/hours/lines/']").await.attr("href").await.expect("a link");
        let line = line.expect("the address of a line");
        tour.page(&line, FINE).await;
        tour.spoil(&line, &format!("{line}/contests")).await;
        tour.spoil("/repairs/new", "/repairs").await;
        tour.spoil("/repairs/1/edit", "/repairs/1").await;
        tour.spoil("/repairs/1", "/repairs/1/access").await;
        tour.spoil("/repairs/1", "/repairs/1/comments").await;
        tour.spoil("/repairs/1/files", "/repairs/1/files").await;
        tour.spoil("/repairs/3", "/repairs/3/reopening").await;
        tour.spoil("/profile", "/profile").await;
        tour.spoil("/account", "/account/appearance").await;
        tour.spoil("/account", "/account/password").await;
        tour.spoil("/account/address", "/account/address").await;
        tour.spoil("/account/tokens", "/account/tokens").await;
        tour.spoil("/polls/8", "/polls/8/ballots").await;
        tour.spoil("/polls/26", "/polls/26/urn/ballots").await;
        tour.spoil("/polls/25/appeals", "/polls/25/appeals").await;
        tour.spoil("/polls/8", "/polls/8/comments").await;
        tour.spoil("/elections/1", "/elections/1/nominations").await;
        tour.post("/elections/1", "/elections/1/candidacy/acceptance", &[]).await;
        tour.pages(&["/elections/1", "/elections/1/statement", "/elections/1/withdrawal"]).await;
        tour.spoil("/elections/1/statement", "/elections/1/statement").await;
        tour.spoil("/elections/1/withdrawal", "/elections/1/withdrawal").await;
        tour.spoil("/comments/1/replies", "/comments/1/replies").await;
        tour.post("/account", "/polls/1/ballots", &[("q1", "for")]).await;
        tour.here("a ballot after the close", 409).await;
        moved(&mut tour).await;
        tour.sign_in(RESIDENT_WHO).await;
        token(&mut tour).await;
    }
    new_address(&mut tour, server).await;
    two_sessions(&mut tour).await;
    tour
}

/// Another address is asked for: the page while it waits, what its mailed link shows, and the page when it was given up.
async fn new_address(tour: &mut Tour, server: &Server) {
    tour.language = "en";
    tour.post("/account/address", "/account/address", &[("new_email", "isabelle@example.org")]).await;
    let link = server.mailed("/address/").await;
    for language in LANGUAGES {
        tour.language = language;
        tour.pages(&["/account/address", &link]).await;
    }
    tour.post("/account/address", "/account/address/cancellation", &[]).await;
    tour.here("a new address was given up", FINE).await;
    tour.page(&link, 410).await;
}

/// A task moved without leaving the board: the message with its way back.
async fn moved(tour: &mut Tour) {
    tour.open("/tasks?who=me").await;
    tour.browser.press("main .card details summary").await;
    tour.browser.press("main .card input[name='to'][value='waiting']").await;
    tour.browser.press("main .card details[open] button").await;
    tour.browser.find("#lanes .flash, main > .flash").await;
    tour.here("a task was moved", FINE).await;
}

/// The page that shows an access key, once, and what stands there when its form is sent again.
async fn token(tour: &mut Tour) {
    let fill = "const form = document.querySelector('main form[action=\"/account/tokens\"]'); \
        form.elements.token_name.value = 'Spreadsheet'; form.querySelector('[name=scopes]').checked = true; \
        form.elements.ends_on.value = new Date(Date.now() + 30 * 864e5).toISOString().slice(0, 10);";
    let twice = "const form = document.querySelector('main form[action=\"/account/tokens\"]'); \
        fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).then(() => form.submit());";
    for (send, what) in [(None, "an access key was made"), (Some(twice), "an access key was made before")] {
        tour.open("/account/tokens").await;
        tour.browser.driver.execute(fill, vec![]).await.expect("a form is filled");
        match send {
            Some(script) => tour.browser.leave(script, vec![]).await,
            None => tour.send("main form[action='/account/tokens']").await,
        }
        tour.here(what, FINE).await;
    }
}

/// Two session cookies: refused before there is a visitor, by the page that needs no database.
async fn two_sessions(tour: &mut Tour) {
    let mut second = thirtyfour::Cookie::new("session", "somebody-elses");
    second.set_path("/menu");
    tour.browser.driver.add_cookie(second).await.expect("a second cookie");
    tour.language = "en";
    tour.page("/menu", 400).await;
}

async fn admin(server: &Server) -> Tour {
    let mut tour = Tour::begin(server, "").await;
    tour.sign_in("joan.rioux@example.org").await;
    let account = invited(&mut tour).await;
    let today = tour.browser.today().await;
    tour.post("/members/50/departure", "/members/50/departure", &[("status_from", &today)]).await;
    tour.here("somebody left", FINE).await;
    for language in LANGUAGES {
        tour.language = language;
        tour.pages(ADMIN).await;
        tour.page("/polls/1/edit", 409).await;
        tour.post("/members/1/departure", "/members/1/departure", &[("status_from", "nonsense")]).await;
        tour.here("POST /members/1/departure", REFUSED).await;
        tour.refused.insert("/members/1/departure".to_owned());
        tour.page("/audit?audit_from=nonsense", REFUSED).await;
        for (page, action) in [
            ("/members/merging?kept=1&other=28", "/members/merging"),
            ("/settings", "/settings"),
            ("/reports/tasks", "/reports/tasks/runs"),
            ("/reports/runs/1", "/reports/saved"),
            ("/reports/saved/1", "/reports/saved/1"),
            ("/committees/reports/1/edit", "/committees/reports/1"),
            ("/hours/duty", "/hours/duty"),
            ("/hours/kinds/new", "/hours/kinds"),
            ("/hours/kinds/1/edit", "/hours/kinds/1"),
            ("/hours/exemptions/new", "/hours/exemptions"),
            ("/hours/exemptions/1/edit", "/hours/exemptions/1"),
            ("/hours/claims/5", "/hours/claims/5/answer"),
            ("/hours/claims/1", "/hours/claims/1/reopening"),
            ("/settings/rules/votes", "/settings/rules/votes"),
            ("/settings/privacy", "/settings/privacy"),
            ("/incidents/new", "/incidents"),
            ("/incidents/1", "/incidents/1"),
            ("/polls/new", "/polls"),
            ("/polls/templates/new?of=8", "/polls/templates"),
            ("/polls/templates/1/edit", "/polls/templates/1"),
            ("/polls/9/trial", "/polls/9/trial"),
            ("/elections/new", "/elections"),
            ("/elections/2/edit", "/elections/2"),
            ("/elections/1", "/elections/1/days"),
            ("/elections/1", "/elections/1/cancellation"),
            ("/chores/new", "/chores"),
            ("/chores/1/edit", "/chores/1"),
            ("/workdays/new", "/workdays"),
            ("/workdays/2/edit", "/workdays/2"),
            ("/workdays/2/jobs", "/workdays/2/jobs"),
            ("/workdays/1/came", "/workdays/1/came"),
            ("/decisions/new", "/decisions"),
            ("/decisions/9/edit", "/decisions/9"),
            ("/decisions/9", "/decisions/9/review"),
            ("/decisions/9", "/decisions/9/relations"),
            ("/decisions/import", "/decisions/import"),
            ("/decisions/import", "/decisions/import/file"),
            ("/polls/9/edit", "/polls/9"),
            ("/polls/9/questions/1/edit", "/polls/9/questions/1"),
            ("/polls/24/extension", "/polls/24/extension"),
            ("/polls/24/voiding", "/polls/24/voiding"),
            ("/polls/26/paper", "/polls/26/paper"),
            ("/polls/26/paper", "/polls/26/booths"),
            ("/polls/8/corrections", "/polls/8/corrections"),
            ("/polls/9/files", "/polls/9/files"),
            ("/meetings/4/files", "/meetings/4/files"),
            ("/files/3/removal", "/files/3/removal"),
            ("/comments/4/edit", "/comments/4"),
            ("/comments/1/hiding", "/comments/1/hiding"),
            ("/accounts/new", "/accounts"),
            ("/accounts/new?member=2", "/accounts"),
            ("/members/new", "/members"),
            ("/units/1/occupancies/1", "/units/1/occupancies/1"),
            ("/members/1/edit", "/members/1"),
            ("/members/1", "/members/1/status"),
            ("/members/1/shares", "/members/1/shares"),
            ("/members/1/photo/edit", "/members/1/photo"),
            ("/members/50/anonymisation", "/members/50/anonymisation"),
            ("/members/1/statuses/2024-06-21", "/members/1/statuses/2024-06-21"),
            ("/units/new", "/units"),
            ("/units/1/edit", "/units/1"),
            ("/units/1/moves", "/units/1/moves"),
            ("/units/1", "/units/1/occupancies"),
            ("/units/1", "/units/1/departures"),
            ("/units/1", "/units/1/children"),
            ("/committees", "/committees"),
            ("/committees/several?member=1&member=2&member=3&committee=1", "/committees/several"),
            ("/tasks/several?act=due&task=1&task=2&task=3", "/tasks/several"),
            ("/governance/filings/new", "/governance/filings"),
            ("/requisitions/1/answer", "/requisitions/1/answer"),
            ("/surveys/new", "/surveys"),
            ("/surveys/3/edit", "/surveys/3"),
            ("/surveys/3/questions/new", "/surveys/3/questions"),
            ("/surveys/3/questions/1/edit", "/surveys/3/questions/1"),
            ("/governance/filings/1/edit", "/governance/filings/1"),
            ("/governance/filings/1", "/governance/filings/1/completion"),
            ("/meetings/new", "/meetings"),
            ("/meetings/4/edit", "/meetings/4"),
            ("/meetings/4/cancellation", "/meetings/4/cancellation"),
            ("/meetings/4/items/new", "/meetings/4/items"),
            ("/meetings/4/items/22/edit", "/meetings/4/items/22"),
            ("/meetings/4/notices", "/meetings/4/notices/handed"),
            ("/meetings/2/minutes/preview", "/meetings/2/minutes/publication"),
            ("/meetings/2/minutes/parts/8", "/meetings/2/minutes/parts/8/actions"),
            ("/meetings/3/asked/1/answer", "/meetings/3/asked/1/answer"),
            ("/meetings/9/attendance", "/meetings/9/opening"),
            ("/meetings/9/attendance/late", "/meetings/9/attendance/late"),
            ("/repairs/settings", "/repairs/settings"),
            ("/repairs/1", "/repairs/1/visit"),
            ("/repairs/1", "/repairs/1/closing"),
            ("/waiting-list/new", "/waiting-list"),
            ("/waiting-list/1/edit", "/waiting-list/1"),
            ("/waiting-list/1", "/waiting-list/1/steps"),
            ("/waiting-list/1", "/waiting-list/1/interviews"),
            ("/waiting-list/1/acceptance", "/waiting-list/1/acceptance"),
            ("/waiting-list/3", "/waiting-list/3/forgetting"),
            ("/accounts/invitations", "/accounts/invitations"),
            ("/accounts/letters", "/accounts/letters"),
            ("/members/2/assistance", "/members/2/assistance"),
            ("/committees/1/edit", "/committees/1"),
            ("/committees/1", "/committees/1/members"),
            ("/committees/1", "/committees/1/removals"),
            ("/committees/1", "/committees/1/leads"),
            ("/committees/1", "/committees/1/leads/ending"),
            ("/committees/1", "/committees/1/closing"),
            ("/board/terms/new", "/board/terms"),
            ("/board/terms/6", "/board/terms/6"),
            ("/board/terms/6", "/board/terms/6/ending"),
            ("/board/offices", "/board/offices"),
            ("/board/offices", "/board/offices/names"),
            ("/board/meeting", "/board/meeting"),
            ("/imports/new", "/imports"),
        ] {
            tour.spoil(page, action).await;
        }
        let turn = later_turn(&tour).await;
        for form in ["skipping", "stand-in"] {
            tour.spoil(&turn, &format!("{turn}/{form}")).await;
        }
        tour.spoil(&account, &format!("{account}/role")).await;
        for _ in 0..3 {
            tour.post(&account, &format!("{account}/invitation"), &[]).await;
        }
        tour.post(&account, &format!("{account}/invitation"), &[]).await;
        tour.here("too many invitations", 429).await;
        import(&mut tour, server).await;
        letters(&mut tour).await;
    }
    assisted(&mut tour).await;
    twins(&mut tour).await;
    guests(&mut tour).await;
    tour.post(&account, &format!("{account}/closing"), &[]).await;
    tour.here("an account was closed", FINE).await;
    tour
}

/// Letters on paper, as they are printed, and when the same form is sent again.
async fn letters(tour: &mut Tour) {
    let tick = "document.querySelector('main form [name=invitee]').checked = true;";
    tour.open("/accounts/letters").await;
    tour.browser.driver.execute(tick, vec![]).await.expect("somebody is chosen");
    tour.send("main form[action='/accounts/letters']").await;
    tour.here("letters were made", FINE).await;
}

/// Somebody of the office acts for a member: the bar stands on every page.
async fn assisted(tour: &mut Tour) {
    for language in LANGUAGES {
        tour.language = language;
        tour.post("/members/2/assistance", "/members/2/assistance", &[("assistance_reason", "at the counter")]).await;
        tour.here("acting for somebody", FINE).await;
        tour.page("/tasks", FINE).await;
        tour.page("/account", 403).await;
        tour.open("/tasks").await;
        tour.send(".acting form").await;
        tour.here("acting no more", FINE).await;
    }
}

/// A vote that asks for advice: its guests, the link of one, and the paper to which it leads.
async fn guests(tour: &mut Tour) {
    let (opens, closes) = (tour.browser.day(-1).await + "T08:00", tour.browser.day(9).await + "T20:00");
    let vote = [
        ("title_en", "A bench in the yard"),
        ("title_fr", "Un banc dans la cour"),
        ("details_en", "By the door."),
        ("details_fr", "Près de la porte."),
        ("method", "consent"),
        ("binding", "no"),
        ("shows", "live"),
        ("opens_at", opens.as_str()),
        ("closes_at", closes.as_str()),
    ];
    tour.post("/polls/new", "/polls", &vote).await;
    let poll = tour.browser.path().await.split("/setup").next().unwrap_or_default().to_owned();
    tour.send("main form[action$='/announcement']").await;
    let list = format!("{poll}/guests");
    for language in LANGUAGES {
        tour.language = language;
        tour.spoil(&list, &list).await;
        tour.post(&list, &list, &[("guest_name", "Plumber"), ("guest_language", "fr")]).await;
        tour.here("a guest was asked", FINE).await;
        let link = tour.browser.find("#key").await.text().await.expect("a link");
        let path = link.split_once("/guests/").map(|(_, token)| format!("/guests/{token}")).expect("an address");
        tour.pages(&[&list, &path]).await;
        tour.spoil(&path, &path).await;
        tour.page("/guests/nobodys", 410).await;
    }
}

/// Two buildings each have a first floor, and two incidents were known on one day: parts of a page may be named alike.
async fn twins(tour: &mut Tour) {
    let home = [("label", "A1"), ("unit_kind", "apartment"), ("block", "Annexe"), ("floor", "1"), ("home_votes", "1")];
    tour.post("/units/new", "/units", &home).await;
    let today = tour.browser.today().await;
    let incident = [
        ("information", "One phone number"),
        ("circumstances", "A list lay in the hall."),
        ("happened_from", &today),
        ("known_on", &today),
        ("people", "1"),
        ("serious_risk", "no"),
        ("risk_reasons", "It was there for an hour."),
        ("measures", "It was taken away."),
    ];
    tour.post("/incidents/new", "/incidents", &incident).await;
    tour.post("/incidents/new", "/incidents", &[&incident[..], &[("happened_about", "again")]].concat()).await;
    for language in LANGUAGES {
        tour.language = language;
        tour.pages(&["/units"]).await;
        tour.browser.sees("Annexe").await;
        tour.pages(&["/incidents"]).await;
        tour.browser.find("main section:nth-of-type(3)").await;
    }
}

/// Somebody new is given access; the address of their account's page.
async fn invited(tour: &mut Tour) -> String {
    let fields = [("name", "Nora Neuf"), ("email", "nora@example.org"), ("role", "observer"), ("language", "fr")];
    tour.post("/accounts/new", "/accounts", &fields).await;
    tour.here("somebody was invited", FINE).await;
    tour.open("/accounts").await;
    let link = tour.browser.driver.find(thirtyfour::By::LinkText("Nora Neuf")).await.expect("the new account");
    link.attr("href").await.expect("a link").expect("an address")
}

/// An import in which every kind of row occurs, from the upload to the end.
async fn import(tour: &mut Tour, server: &Server) {
    let known = std::fs::read_to_string(data_file("riel-members.csv")).expect("the members");
    let mut lines: Vec<String> = known.lines().take(3).map(str::to_owned).collect();
    lines[1] = lines[1].replace("613 555-0194", &format!("613 555-01{}", if tour.language == "en" { 11 } else { 22 }));
    let other: Vec<&str> = known.lines().nth(3).expect("a third member").split(',').collect();
    lines.push(format!(",{},{},,,,2025-01-01,Active,,", other[1], other[2]));
    lines.push(format!(",Ada {},Neuve,,613 555-0100,101,2025-01-01,Active,,en", tour.language));
    lines.push("9002,Paul,Faux,not-an-address,1,101,31/31/2025,Perhaps,,xx".to_owned());
    let file = server.data.join(format!("members-{}.csv", tour.language));
    std::fs::write(&file, lines.join("\n")).expect("a file");

    tour.open("/imports/new").await;
    let field = tour.browser.find("main input[type='file']").await;
    field.send_keys(file.display().to_string()).await.expect("a file is chosen");
    tour.send("main form[enctype]").await;
    let path = tour.browser.path().await;
    let import = path.trim_end_matches("/columns").to_owned();
    tour.page(&format!("{import}/columns"), FINE).await;
    tour.spoil_here(&format!("{import}/columns")).await;
    tour.open(&format!("{import}/columns")).await;
    tour.send("main form").await;
    tour.pages(&[&import]).await;
    for group in ["problems", "duplicates", "changed", "new", "same"] {
        let address = format!("{import}?group={group}");
        tour.page(&address, FINE).await;
        let current = format!(".filters a[aria-current][href='{address}']");
        tour.browser.find(&current).await;
    }
    tour.open(&format!("{import}?group=problems")).await;
    tour.send("main form[action$='/corrections']").await;
    tour.here("rows with problems were sent as they were", FINE).await;
    tour.open(&import).await;
    tour.send("main form[action$='/completion']").await;
    tour.page(&format!("{import}/done"), FINE).await;
    tour.send("main form[action$='/undoing']").await;
    tour.here("an import was undone", FINE).await;
}

/// An empty server: set up, and looked at before there is anything in it.
async fn beginning(server: &Server) -> Tour {
    let mut tour = Tour::begin(server, "").await;
    let set_up = server.set_up.clone().expect("the set-up address");
    let set_up = set_up.strip_prefix(&server.origin).expect("an address here").to_owned();
    for language in LANGUAGES {
        tour.language = language;
        tour.page(&set_up, FINE).await;
        tour.spoil_here("/setup").await;
    }
    tour.open(&set_up).await;
    for (name, value) in [
        ("name_en", "Maple Co-op"),
        ("name_fr", "Coop des Érables"),
        ("admin_name", "Joan Rioux"),
        ("admin_email", "joan@example.org"),
        ("new_password", "quatre chevaux verts"),
    ] {
        tour.browser.fill(name, value).await;
    }
    tour.browser.choose("preset", "QC").await;
    tour.send("main form").await;
    tour.here("the co-op was set up", FINE).await;
    tour.browser.sign_in("joan@example.org", "quatre chevaux verts").await;
    tour.browser.find(".home").await;
    for language in LANGUAGES {
        tour.language = language;
        tour.pages(EMPTY).await;
        tour.spoil("/account", "/account/password").await;
        tour.spoil("/account/tokens", "/account/tokens").await;
    }
    tour
}

/// The routes of the listing with this method, as written there.
fn routes(method: &str) -> Vec<String> {
    let listing = std::fs::read_to_string(data_file("access.txt")).expect("the listing of routes");
    let lines = listing.lines().filter_map(|line| line.strip_prefix(method));
    lines.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

/// Whether the last part of an address says which kind of file it is.
fn is_file(part: &str) -> bool {
    [".csv", ".xlsx", ".json"].iter().any(|ending| part.ends_with(ending))
}

/// The route an address belongs to: of those that fit, the one with the fewest parts in braces.
fn route_of<'a>(routes: &'a [String], address: &str) -> Option<&'a str> {
    let fits = |route: &&String| {
        let (parts, given): (Vec<_>, Vec<_>) = (route.split('/').collect(), address.split('/').collect());
        parts.len() == given.len()
            && parts.iter().zip(given).all(|(part, given)| match part.split_once('}') {
                Some((_, ending)) => given.ends_with(ending) && !(ending.is_empty() && is_file(given)),
                None => *part == given,
            })
    };
    routes.iter().filter(fits).min_by_key(|route| route.matches('{').count()).map(String::as_str)
}

/// Routes of the listing that were neither seen nor excepted, and exceptions that are none.
fn forgotten(method: &str, seen: &BTreeSet<String>, except: &[&str]) -> Vec<String> {
    let routes = routes(method);
    let seen: BTreeSet<&str> = seen.iter().filter_map(|address| route_of(&routes, address)).collect();
    let is_page = |route: &&str| !route.starts_with("/api/") && !route.ends_with(".csv") && !route.ends_with(".xlsx");
    let pages = routes.iter().map(String::as_str).filter(is_page);
    let missing = pages.filter(|route| !seen.contains(route) && !except.contains(route));
    let mut found: Vec<String> = missing.map(|route| format!("{method} {route} was not looked at")).collect();
    let stale = except.iter().filter(|route| seen.contains(*route) || !routes.iter().any(|known| known == *route));
    found.extend(stale.map(|route| format!("{method} {route} needs no exception")));
    found
}

#[test]
fn what_nobody_looked_at_is_named() {
    let seen = ["/members/7", "/members/new", "/figures/growth"].map(str::to_owned);
    let found = forgotten("GET", &BTreeSet::from(seen), &["/tasks", "/members/new", "/no/such/route"]);
    let names = |words: &str| found.iter().any(|line| line == words);
    assert!(names("GET /members was not looked at") && names("GET /members/{id}/edit was not looked at"), "{found:?}");
    assert!(!names("GET /members/{id} was not looked at") && !names("GET /tasks was not looked at"), "{found:?}");
    assert!(
        !names("GET /figures/{name} was not looked at") && names("GET /figures/{name}.json was not looked at"),
        "{found:?}"
    );
    assert!(
        names("GET /members/new needs no exception") && names("GET /no/such/route needs no exception"),
        "{found:?}"
    );
}

#[tokio::test]
async fn axe_finds_nothing_on_any_page() {
    let _shared = MACHINE.read().await;
    let (demo, empty) = (Server::start("demo"), Server::start("serve"));
    let tours = tokio::join!(visitors(&demo), resident(&demo), admin(&demo), beginning(&empty));
    let (mut found, mut seen, mut refused) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for tour in [tours.0, tours.1, tours.2, tours.3] {
        found.extend(tour.found);
        seen.extend(tour.seen);
        refused.extend(tour.refused);
        tour.browser.close().await;
    }
    let files: Vec<&str> = NO_PAGES.iter().map(|(route, _)| *route).collect();
    found.extend(forgotten("GET", &seen, &files));
    found.extend(forgotten("POST", &refused, ONLY_BUTTONS));
    found.extend(demo.foreign_cookies());
    found.extend(empty.foreign_cookies());
    assert!(found.is_empty(), "{}", found.join("\n"));
}
