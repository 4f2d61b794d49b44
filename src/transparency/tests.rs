//! Transparency, through HTTP.

use chrono::TimeDelta;
use serde_json::json;

use crate::figures::tests as figures;
use crate::members::{self, NewMember, Status};
use crate::platform::clock;
use crate::platform::events::{self, Subject};
use crate::platform::i18n::Lang;
use crate::platform::testing::Site;
use crate::policy::Role;
use crate::polls::{self, NewPoll, Shows, Side};
use crate::units::{self, NewUnit};
use crate::{accounts, coops, scorecards};

fn members(site: &Site, many: usize) -> Vec<i64> {
    let add = |place: usize| {
        let new = NewMember {
            number: String::new(),
            given_name: format!("Member{place}"),
            family_name: "Secret".to_owned(),
            email: None,
            phone: None,
            language: Lang::En,
            joined_on: "2020-05-01".parse().expect("a date"),
            status: Status::Member,
        };
        site.act(|act| members::add(act, &new))
    };
    (0..many).map(add).collect()
}

/// A vote that some of these members took part in, closed. Each votes in favour.
async fn decided(site: &Site, title: &str, voters: &[i64]) -> i64 {
    let now = clock::now();
    let new = NewPoll {
        title_en: title.to_owned(),
        title_fr: format!("{title} (fr)"),
        details_en: "Ask Ana Secret.".to_owned(),
        details_fr: "Ask Ana Secret.".to_owned(),
        case: crate::polls::Case::default(),
        binding: true,
        shows: Shows::Live,
        secrecy: crate::polls::Secrecy::Open,
        record_on: None,
        opens_at: now,
        closes_at: now + TimeDelta::days(1),
    };
    let poll = site.act(|act| polls::tests::announced(act, &new));
    for member in voters {
        let name = format!("{title} {member}");
        let voter = site.signed_in(Role::Resident, &name, Some(*member)).await;
        voter.post(&format!("/polls/{poll}/ballots"), &[("q1", Side::For.word())]).await.expect(303);
    }
    site.act(|act| polls::close(act, poll));
    poll
}

fn home(site: &Site, label: &str, member: Option<i64>) {
    let unit = NewUnit {
        label: label.to_owned(),
        kind: "apartment",
        block: String::new(),
        floor: Some(1),
        bedrooms: None,
        area_m2: None,
        accessible: false,
        ..NewUnit::default()
    };
    site.act(|act| {
        let id = units::add(act, &unit)?;
        let since = "2020-05-01".parse().expect("a date");
        member.map_or(Ok(()), |member| units::move_in(act, id, member, since))
    });
}

#[actix_web::test]
async fn the_public_sees_figures_and_decisions_but_no_names() {
    let site = Site::new().await;
    let all = members(&site, 6);
    home(&site, "1", Some(all[0]));
    home(&site, "2", None);
    decided(&site, "Roof", &all[..5]).await;
    let page = site.anonymous().get("/open").await.expect(200);
    assert!(page.queries <= 6, "{} queries", page.queries);
    assert_eq!(page.header("cache-control"), "public, max-age=300");
    assert!(page.headers.get("set-cookie").is_none());
    let page = page.shows("1 of 2 homes are occupied").shows("5 for, 0 against").shows("83%").hides("Secret");
    page.hides("<script").hides("style=").shows("Roof");
    let french =
        site.anonymous().get("/open?lang=fr").await.expect(200).shows("Roof (fr)").shows("logement sur 2 est occupé");
    french.shows("fr-CA");
    let one = site.anonymous().get("/open/decisions/1").await.expect(200).hides("Secret");
    one.shows("The quorum is reached").shows("Adopted, with 5 for");
    site.anonymous().get("/open/decisions/2").await.expect(404);
    site.anonymous().get("/open/decisions").await.expect(200).shows("Roof");
    let file = site.anonymous().get("/open/figures.csv").await.expect(200);
    file.shows("\"homes\",\"homes occupied\",\"1/2\"").shows("\"decision-1\",\"Roof\"").hides("Secret");
    let resident = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let own = resident.get("/open").await.expect(200);
    assert_eq!(own.header("cache-control"), "no-store");
    assert!(own.queries <= 6, "{} queries", own.queries);
}

#[actix_web::test]
async fn the_public_sees_what_members_and_meetings_decided_without_its_text() {
    use crate::decisions::{self, Body, Effect, Entry};
    let site = Site::new().await;
    let enter = |on: &str, body: Body, title: &str| {
        let entry = Entry {
            decided_on: on.parse().expect("a day"),
            body,
            former_number: String::new(),
            title_en: title.to_owned(),
            title_fr: format!("{title} (fr)"),
            details_en: "Ask Ana Secret.".to_owned(),
            details_fr: "Ask Ana Secret.".to_owned(),
            sums_en: "Ana Secret against.".to_owned(),
            sums_fr: "Ana Secret contre.".to_owned(),
        };
        site.act(|act| decisions::enter(act, &entry))
    };
    enter("2001-05-01", Body::Meeting, "Dogs stay out");
    enter("2002-05-01", Body::Board, "Keys");
    enter("2003-05-01", Body::Meeting, "Dogs may come");
    site.act(|act| decisions::relate(act, 3, 1, Effect::Repeals));
    for address in ["/open", "/open/decisions"] {
        let page = site.anonymous().get(address).await.expect(200);
        assert!(address == "/open" || page.queries <= 6, "{} queries", page.queries);
        page.shows("Dogs stay out").shows("Repealed").shows("Dogs may come").hides("Keys").hides("Secret");
    }
    site.anonymous().get("/open/decisions/1?lang=fr").await.expect(200).shows("Dogs stay out (fr)").hides("Secret");
    site.anonymous().get("/open/decisions/2").await.expect(404);
    site.anonymous().get("/open/decisions/1/sums.csv").await.expect(404);
    site.anonymous().get("/open/decisions?before=2003-05-01_3").await.expect(200).hides("may come");
}

#[actix_web::test]
async fn figures_about_few_people_are_left_out() {
    let site = Site::new().await;
    let all = members(&site, 4);
    decided(&site, "Roof", &all[..3]).await;
    let page = site.anonymous().get("/open").await.expect(200);
    page.shows("the numbers are not published").hides("3 for").shows("Adopted");
    site.anonymous().get("/open/decisions/1").await.expect(200).hides("3 for").hides("The quorum is reached");
    site.anonymous().get("/open/figures.csv").await.expect(200).hides("3 for").hides("75%");
}

#[actix_web::test]
async fn a_co_op_that_shows_nothing_shows_nothing() {
    let site = Site::new().await;
    site.act(|act| {
        let details = coops::Details { public_pages: false, ..coops::details(act.conn)? };
        coops::change(act, &details)
    });
    for path in ["/open", "/open/decisions", "/open/figures.csv"] {
        site.anonymous().get(path).await.expect(404);
    }
}

#[actix_web::test]
async fn figures_are_charts_and_the_same_numbers_as_tables() {
    let site = Site::new().await;
    let resident = site.signed_in(Role::Resident, "Odette Roy", None).await;
    resident.get("/figures").await.expect(200).shows("Charts will appear once");
    let all = members(&site, 6);
    decided(&site, "Roof", &all[..5]).await;
    let page = resident.get("/figures").await.expect(200);
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.shows("The last vote reached its quorum, with 83%").shows("<td class=\"num\">5</td><td class=\"num\">6</td>");
    site.anonymous().get("/figures").await.expect(303);
}

#[actix_web::test]
async fn the_log_tells_who_did_what_and_hides_how_to_reach_people() {
    let site = Site::new().await;
    let (admin, observer) = (site.as_admin().await, site.as_observer().await);
    let resident = site.signed_in(Role::Resident, "Odette Roy", None).await;
    site.act(|act| {
        let subject = Subject { id: 1, name: "Ana <b>".to_owned() };
        let detail = json!({
            "before": { "email": "old@example.org", "number": "1" }, "after": { "email": "new@example.org", "number": "2" }
        });
        events::record(act, &members::slice::MEMBER_ADDED, &subject, json!({}))?;
        events::record(act, &members::slice::MEMBER_CHANGED, &subject, detail).map(|_| ())
    });
    site.act(|act| {
        let subject = Subject { id: 1, name: "Ana".to_owned() };
        let detail =
            json!({ "after": { "share_kind": "paid", "share_quantity": 4711, "share_certificate": "P-0815" } });
        events::record(act, &members::slice::SHARES_ENTERED, &subject, detail)?;
        let reason = json!({ "reason": "poor sight" });
        events::record(act, &accounts::slice::MEMBER_ASSISTANCE_BEGUN, &subject, reason).map(|_| ())
    });
    admin.get("/audit").await.expect(200).shows("4711").shows("poor sight");
    for path in ["/audit", "/audit.csv"] {
        observer.get(path).await.expect(200).hides("4711").hides("P-0815").hides("poor sight");
    }
    resident.get("/audit").await.expect(403);
    resident.get("/audit.csv").await.expect(403);
    let page = admin.get("/audit").await.expect(200).shows("<del>old@example.org</del>").shows("Ana &#60;b&#62;");
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.shows("added a member").shows("signed in");
    let page = observer.get("/audit").await.expect(200).hides("old@example.org").hides("new@example.org");
    page.shows("(hidden)").shows("<ins>2</ins>");
    observer.get("/audit.csv").await.expect(200).hides("new@example.org").shows("member.added");
    admin.get("/audit?audit_kind=member.added").await.expect(200).shows("Ana").hides("<b>Odette Roy</b>");
    let today = clock::date_in(chrono_tz::America::Toronto, clock::now());
    admin.get(&format!("/audit?audit_from={today}&audit_to={today}&audit_who=0")).await.expect(200).shows("Ana");
    admin.get("/audit?audit_to=2020-01-01").await.expect(200).shows("No events match");
    admin.get("/audit?audit_from=2020-02-31").await.expect(422).shows("2020-02-31").shows("#f-audit_from");
    let own = format!("/audit?audit_who={}", admin.account.unwrap_or(0));
    admin.get(&own).await.expect(200).shows("<b>Joan Rioux</b>").hides("<b>Odette Roy</b>");
}

#[actix_web::test]
async fn the_log_has_pages() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    for place in 0..60 {
        site.act(|act| {
            let subject = Subject { id: place, name: format!("No {place:03}") };
            events::record(act, &units::slice::UNIT_ADDED, &subject, json!({})).map(|_| ())
        });
    }
    let first = admin.get("/audit?audit_about=unit").await.expect(200).shows("No 059").hides("No 009");
    let next = first.body.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
    let next = next.expect("a next page").replace("&#38;", "&");
    assert!(next.contains("audit_about=unit"));
    admin.get(&next).await.expect(200).shows("No 009").hides("No 010").hides("rel=\"next\"");
}

#[actix_web::test]
async fn codes_and_lists_in_the_log_are_words() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let subject = Subject { id: 1, name: "Ana".to_owned() };
    let ledger = json!([{ "from": "2020-03-26", "status": "member" }, { "from": "2026-10-17", "status": "on_leave" }]);
    let status = json!({ "before": { "status": "member" }, "after": { "status": "on_leave" }, "ledger": ledger });
    let sight =
        json!({ "before": { "phone_seen_by": "nobody" }, "after": { "phone_seen_by": "members", "skills": "member" } });
    site.act(|act| events::record(act, &members::slice::MEMBER_STATUS_CHANGED, &subject, status));
    site.act(|act| events::record(act, &members::slice::MEMBER_CHANGED, &subject, sight));
    let page = admin.get("/audit?lang=en").await.expect(200);
    let page = page
        .shows("<del>Member</del>")
        .shows("<ins>On leave</ins>")
        .shows("<ins>26 March 2020 Member, 17 October 2026 On leave");
    page.shows("<ins>All members</ins>").shows("<ins>member</ins>").hides("on_leave").hides("ledger");
    admin.get("/audit?lang=fr").await.expect(200).shows("<ins>En congé</ins>").shows("Tous les statuts");
    let run = Subject { id: 1, name: "2026-03-26".to_owned() };
    site.act(|act| events::record(act, &scorecards::slice::SCORES_COUNTED, &run, json!({})));
    admin.get("/audit?lang=en").await.expect(200).shows("26 March 2026</p>").hides("2026-03-26</p>");
}

#[actix_web::test]
async fn the_log_says_who_took_a_list_away() {
    let site = Site::new().await;
    let (admin, resident) = (site.as_admin().await, site.signed_in(Role::Resident, "Odette Roy", None).await);
    let lists = [
        ("/members", "members"),
        ("/units", "units"),
        ("/committees", "committees"),
        ("/board", "board"),
        ("/tasks", "tasks"),
        ("/shares", "shares"),
        ("/waiting-list", "applications"),
        ("/accounts", "accounts"),
        ("/accounts/invitations", "invitations"),
        ("/incidents", "incidents"),
        ("/audit", "activity"),
    ];
    let coop = site.coop.0;
    for (list, kind) in lists {
        for ending in ["csv", "xlsx"] {
            resident.get(&format!("{list}.{ending}")).await;
            admin.get(&format!("{list}.{ending}")).await.expect(200);
        }
        let kind = format!("{kind}.exported");
        let told = site.read(|conn| crate::platform::events::of_subject(conn, "coop", coop, 500));
        let of_kind: Vec<_> =
            told.iter().filter(|event| event.kind == kind && event.actor_name == "Joan Rioux").collect();
        assert_eq!(of_kind.len(), 2, "{list}");
        assert!(of_kind[0].detail["file"].as_str().is_some_and(|name| !name.is_empty()), "{list}");
    }
}

#[actix_web::test]
async fn who_voted_is_in_the_log_once_the_vote_has_closed() {
    let site = Site::new().await;
    let now = clock::now();
    let member = members(&site, 1)[0];
    let new = NewPoll {
        title_en: "Bins".to_owned(),
        title_fr: "Bacs".to_owned(),
        details_en: String::new(),
        details_fr: String::new(),
        case: crate::polls::Case::default(),
        binding: true,
        shows: Shows::Live,
        secrecy: crate::polls::Secrecy::Open,
        record_on: None,
        opens_at: now,
        closes_at: now + TimeDelta::days(1),
    };
    let poll = site.act(|act| polls::tests::announced(act, &new));
    let voter = site.signed_in(Role::Resident, "Vera Voter", Some(member)).await;
    voter.post(&format!("/polls/{poll}/ballots"), &[("q1", Side::For.word())]).await.expect(303);
    site.pump();
    let admin = site.as_admin().await;
    for path in ["/audit", "/audit?audit_kind=poll.ballot_cast", "/audit.csv"] {
        let page = admin.get(path).await.expect(200);
        assert!(
            !page.body.contains("<b>Member0 Secret</b> voted")
                && !page.body.contains("Member0 Secret\",\"poll.ballot_cast"),
            "{path}"
        );
    }
    let everything = format!("/members/{member}/everything");
    admin.get(&everything).await.expect(200).hides("poll.ballot_cast").hides("voted");
    voter.get(&everything).await.expect(200).shows("voted");
    site.act(|act| polls::close(act, poll));
    admin.get("/audit").await.expect(200).shows("<b>Member0 Secret</b> voted");
    admin.get("/audit.csv").await.expect(200).shows("Member0 Secret\",\"poll.ballot_cast");
    admin.get(&everything).await.expect(200).shows("voted");
}

#[actix_web::test]
async fn one_account_takes_so_many_files_an_hour_away_and_no_more() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    for _ in 0..60 {
        admin.get("/members.csv").await.expect(200);
    }
    admin.get("/members.csv").await.expect(429);
    admin.get("/audit.xlsx").await.expect(429);
    let other = site.signed_in(Role::Observer, "Amrit Sandhu", None).await;
    other.get("/audit.csv").await.expect(200);
}

#[actix_web::test]
async fn the_board_says_what_everybody_sees_and_looks_at_it_first() {
    let site = Site::new().await;
    members(&site, 2);
    let public = |path: &'static str, status: u16| {
        let nobody = site.anonymous();
        async move { nobody.get(path).await.expect(status) }
    };
    public("/open", 200).await.hides("Follow these").shows("What members decided").hides("Empty homes");
    let resident = site.signed_in(Role::Resident, "Odette Roy", None).await;
    for path in ["/open/blocks", "/open/blocks/vacancies"] {
        resident.get(path).await.expect(403);
    }
    resident.post("/open/blocks/vacancies", &[("shown", "yes")]).await.expect(403);
    home(&site, "1", Some(site.read(|conn| crate::members::known(conn, site_day(), Lang::En))[0].id));
    let admin = site.as_admin().await;
    admin.get("/open/blocks").await.expect(200).shows("Not shown");
    let preview = admin.get("/open/blocks/vacancies").await.expect(200).shows("As everybody would see it: Empty homes");
    assert!(preview.queries <= 6, "{} queries", preview.queries);
    preview.shows("No home stood empty").shows("Nobody outside sees this part yet");
    public("/open", 200).await.hides("No home stood empty");
    admin.post("/open/blocks/vacancies", &[("shown", "maybe")]).await.expect(422);
    admin.post("/open/blocks/vacancies", &[("shown", "yes")]).await.expect(303);
    public("/open", 200).await.shows("No home stood empty");
    public("/open/figures/vacancies.csv", 200).await.shows("\"Days empty\"");
    public("/open/figures.json", 200).await.shows("\"vacancies\"").hides("\"hours\"");
    public("/open/figures/hours.csv", 404).await;
    public("/open/figures/adoption.csv", 404).await;
    admin.post("/open/blocks/decisions", &[("shown", "no")]).await.expect(303);
    public("/open", 200).await.hides("What members decided");
    for path in ["/open/decisions", "/open/decisions.atom", "/open/decisions/1"] {
        public(path, 404).await;
    }
    admin.get("/audit").await.expect(200).shows("took a part of the public pages down").shows("Decisions");
    admin.get("/open/blocks/nothing").await.expect(404);
}

fn site_day() -> chrono::NaiveDate {
    clock::date_in(chrono_tz::America::Toronto, clock::now())
}

/// A director who keeps no settings says it too.
#[actix_web::test]
async fn a_director_says_what_everybody_sees() {
    let site = Site::new().await;
    let who = members(&site, 1)[0];
    let since = site_day() - TimeDelta::days(9);
    figures::run(
        &site,
        &format!(
            "insert into board_terms (member_id, starts_on, ends_on, came) values ({who}, '{since}', '{since}'::date + 700, 'elected')"
        ),
    );
    let director = site.signed_in(Role::Resident, "Ana Roy", Some(who)).await;
    director.get("/open/blocks").await.expect(200).hides("/settings/rules");
    director.post("/open/blocks/hours", &[("shown", "yes")]).await.expect(303);
    director.get("/open/blocks/hours").await.expect(200).shows("on the public pages already");
}

/// The feed can be read by a program that knows nothing of the co-op: it is well-formed, and each entry has what RFC 4287 asks for.
#[actix_web::test]
async fn decisions_are_a_feed() {
    let site = Site::new().await;
    let all = members(&site, 6);
    decided(&site, "Roof & <walls>", &all[..5]).await;
    let feed = site.anonymous().get("/open/decisions.atom?lang=en").await.expect(200);
    assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
    assert!(feed.headers.get("set-cookie").is_none());
    let mut reader = quick_xml::Reader::from_str(&feed.body);
    let (mut names, mut depth) = (Vec::new(), 0);
    loop {
        match reader.read_event().expect("well-formed") {
            quick_xml::events::Event::Start(tag) => {
                depth += 1;
                names.push(tag.name().as_ref().to_owned());
            }
            quick_xml::events::Event::End(_) => depth -= 1,
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    assert_eq!(names.iter().filter(|name| *name == "id" || *name == "updated").count(), 4, "{names:?}");
    feed.shows("Roof &#38; &#60;walls&#62;").shows("Adopted").hides("Secret");
    site.anonymous().get("/open/decisions.atom?lang=fr").await.expect(200).shows("(fr)").shows("xml:lang=\"fr");
}

/// What an observer is shown is noted for the board, by the address of the page and not by what was asked of it.
#[actix_web::test]
async fn the_board_sees_what_observers_looked_at() {
    let site = Site::new().await;
    let observer = site.as_observer().await;
    for _ in 0..2 {
        observer.get("/members?q=somebody-secret").await.expect(200);
    }
    observer.get("/open/observers").await.expect(403);
    observer.get("/accounts").await.expect(403);
    let admin = site.as_admin().await;
    admin.get("/units").await.expect(200);
    let page = admin.get("/open/observers").await.expect(200).shows("<a href=\"/members\">/members</a>");
    page.shows("data-label=\"Times\">2</td>")
        .hides("somebody-secret")
        .hides("href=\"/accounts\">/accounts")
        .hides(">/units<");
    admin.get("/open/observers.csv").await.expect(200).shows("\"/members\",\"2\"");
    site.act(|act| {
        act.now += TimeDelta::days(800);
        crate::transparency::tidy(act)
    });
    admin.get("/open/observers").await.expect(200).shows("No observer has looked at anything yet");
}
