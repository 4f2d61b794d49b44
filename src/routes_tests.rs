//! Every route, asked by every kind of visitor, against the listing `testdata/access.txt`: a right that changes is a line that
//! changes. `UPDATE_LISTINGS=1 cargo test routes` writes the listing anew.
//!
//! Nothing that a request does is kept for the next one. What stands in braces is the first of the `rows` of a slice, or what
//! `Made::address` says: something that belongs to the resident, so that the neighbour's column says what is whose.

use std::collections::HashMap;

use actix_web::test::TestRequest;
use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;

use super::{Route, all};
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::keys;
use crate::platform::session::hex;
use crate::platform::sql::row;
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;
use crate::units::{self, NewUnit};
use crate::{accounts, coops, polls};

/// What there is in the co-op that is asked. All of it belongs to the resident, where it belongs to somebody.
struct Made {
    account: i64,
    session: String,
    token: i64,
    member: i64,
    unit: i64,
    stay: i64,
    task: i64,
    poll: i64,
    template: i64,
    committee: i64,
    term: i64,
    notice: i64,
    import: i64,
    application: i64,
    incident: i64,
    work: i64,
    work_kind: i64,
    claim: i64,
    exemption: i64,
    /// By slice: the first of its `rows`.
    first: HashMap<&'static str, i64>,
}

impl Made {
    /// The address of a pattern, its braces filled.
    fn address(&self, pattern: &str) -> String {
        let with = |name: &str, value: &dyn std::fmt::Display| pattern.replace(name, &value.to_string());
        match pattern {
            plain if !plain.contains('{') => plain.to_owned(),
            "/address/{token}" | "/sign-in/link/{token}" | "/guests/{token}" => with("{token}", &"nobodys"),
            "/guests/{token}/files/{id}" => with("{token}", &"nobodys").replace("{id}", "1"),
            "/settings/rules/{name}" => with("{name}", &"votes"),
            "/help/votes/{name}" => with("{name}", &"irv"),
            "/docs/{file}" => with("{file}", &"swagger-ui.css"),
            "/account/sessions/{hash}/ending" => with("{hash}", &self.session),
            "/account/tokens/{id}/revocation" => with("{id}", &self.token),
            "/scorecards/{id}/{figure}" => with("{id}", &self.member).replace("{figure}", "tasks-done"),
            "/scorecards/{id}" => with("{id}", &self.member),
            "/notices/stop/{token}" => with("{token}", &"nobodys"),
            of if of.starts_with("/scorecards/{id}/history") => with("{id}", &self.member),
            of if of.starts_with("/figures/{name}") => with("{name}", &"growth"),
            of if of.starts_with("/open/figures/{name}") => with("{name}", &"size"),
            "/open/blocks/{name}" => with("{name}", &"hours"),
            of if of.contains("/decisions/{number}") => with("{number}", &1),
            "/inbox/{id}/reading" | "/inbox/{id}/opening" => with("{id}", &self.notice),
            "/members/{id}/statuses/{since}" => with("{id}", &self.member).replace("{since}", "2020-01-01"),
            of if of.starts_with("/members/{id}") => with("{id}", &self.member),
            of if of.starts_with("/waiting-list/homes/{id}") => with("{id}", &self.unit),
            of if of.starts_with("/waiting-list/{id}") => with("{id}", &self.application),
            "/units/{id}/occupancies/{stay}" => with("{id}", &self.unit).replace("{stay}", &self.stay.to_string()),
            of if of.starts_with("/units/{id}") => with("{id}", &self.unit),
            of if of.starts_with("/committees/reports/{id}") => {
                with("{id}", &self.first.get("committee_reports").copied().unwrap_or(0))
            }
            of if of.starts_with("/committees/{id}") => with("{id}", &self.committee),
            of if of.starts_with("/board/terms/{id}") => with("{id}", &self.term),
            of if of.starts_with("/incidents/{id}") => with("{id}", &self.incident),
            of if of.starts_with("/hours/members/{id}") => with("{id}", &self.member),
            of if of.starts_with("/hours/homes/{id}") => with("{id}", &self.unit),
            of if of.starts_with("/hours/kinds/{id}") => with("{id}", &self.work_kind),
            of if of.starts_with("/hours/claims/{id}") => with("{id}", &self.claim),
            of if of.starts_with("/hours/exemptions/{id}") => with("{id}", &self.exemption),
            of if of.starts_with("/hours/lines/{id}/contests/{contest}") => {
                of.replace("{id}", "0").replace("{contest}", "0")
            }
            of if of.starts_with("/upkeep/{id}") => with("{id}", &self.work),
            of if of.starts_with("/imports/{id}") => with("{id}", &self.import),
            of if of.starts_with("/tasks/{id}") => with("{id}", &self.task),
            of if of.starts_with("/elections/{id}") => {
                with("{id}", &self.first.get("elections").copied().unwrap_or(0)).replace("{number}", "1")
            }
            "/meetings/consents/{id}" => with("{id}", &self.member),
            "/meetings/{id}/speakers/{number}" => {
                with("{id}", &self.first.get("meetings").copied().unwrap_or(0)).replace("{number}", "0")
            }
            of if of.starts_with("/meetings/{id}") => {
                let path = with("{id}", &self.first.get("meetings").copied().unwrap_or(0))
                    .replace("{member}", &self.member.to_string())
                    .replace("{number}", "1")
                    .replace("{token}", "nobodys");
                ["{item}", "{called}", "{asked}"].iter().fold(path, |path, name| path.replace(name, "0"))
            }
            of if of.starts_with("/workdays/{id}") => with("{id}", &self.first.get("workdays").copied().unwrap_or(0))
                .replace("{number}", &self.task.to_string()),
            of if of.starts_with("/surveys/{id}") => {
                with("{id}", &self.first.get("surveys").copied().unwrap_or(0)).replace("{number}", "1")
            }
            of if of.starts_with("/reports/runs/{id}") => with("{id}", &0).replace("{name}", "tasks"),
            of if of.starts_with("/reports/{name}") => with("{name}", &"tasks"),
            of if of.starts_with("/polls/templates/{id}") => with("{id}", &self.template),
            of if of.starts_with("/polls/{id}") => {
                with("{id}", &self.poll).replace("{member}", &self.member.to_string())
            }
            of if of.starts_with("/accounts/{id}") => with("{id}", &self.account),
            of if of.starts_with("/api/v1/members/{id}") => with("{id}", &self.member),
            of if of.starts_with("/api/v1/units/{id}") => with("{id}", &self.unit),
            of if of.starts_with("/api/v1/tasks/{id}") => with("{id}", &self.task),
            of if of.starts_with("/api/v1/hours/claims/{id}") => with("{id}", &self.claim),
            of if of.starts_with("/api/v1/hours/lines/{id}/contests/{contest}") => {
                of.replace("{id}", "0").replace("{contest}", "0")
            }
            of if of.starts_with("/api/v1/polls/{id}") => with("{id}", &self.poll),
            of => {
                let slice = of.trim_start_matches("/api/v1").split('/').nth(1).unwrap_or_default();
                let id = self.first.get(slice).filter(|_| of.matches('{').count() == 1);
                let id = id.unwrap_or_else(|| panic!("{of} is new: give its slice `rows`, or Made::address a line"));
                with("{id}", id)
            }
        }
    }
}

fn member(site: &Site, given_name: &str) -> i64 {
    site.act(|act| {
        let new = NewMember {
            number: String::new(),
            given_name: given_name.to_owned(),
            family_name: "Roy".to_owned(),
            email: None,
            phone: None,
            language: Lang::En,
            joined_on: chrono::NaiveDate::from_ymd_opt(2020, 1, 1).unwrap_or_default(),
            status: Status::Member,
        };
        members::add(act, &new)
    })
}

fn inserted(site: &Site, sql: &str) -> i64 {
    row! {
        struct Id {
            id: i64,
        }
    }
    site.read(|conn| Ok(diesel::sql_query(sql).get_result::<Id>(conn)?.id))
}

fn text(site: &Site, sql: &str) -> String {
    row! {
        struct Row {
            text: String,
        }
    }
    site.read(|conn| Ok(diesel::sql_query(sql).get_result::<Row>(conn)?.text))
}

/// A token that `accounts::tokens` would not make: with these scopes, whatever the account may do.
fn token(site: &Site, account: i64, scopes: &[&str]) -> (i64, String) {
    let secret = format!("{}{}", accounts::tokens::PREFIX, keys::random_token());
    let hash = hex(&keys::digest(&secret));
    let scopes = scopes.join(",");
    let sql = format!(
        "insert into api_tokens (account_id, name, token_hash, scopes, expires_on) values \
         ({account}, 'Tool', '\\x{hash}', string_to_array('{scopes}', ','), now()::date + 30) returning id"
    );
    (inserted(site, &sql), secret)
}

/// A visitor, what their column is called, and the token of their forms.
struct Asking<'a> {
    name: &'static str,
    visitor: Visitor<'a>,
    form_token: String,
}

async fn everybody(site: &Site) -> (Made, Vec<Asking<'_>>) {
    let (own, other) = (member(site, "Odette"), member(site, "Paul"));
    let resident = site.signed_in(Role::Resident, "Odette Roy", Some(own)).await;
    let account = resident.account.expect("an account");
    site.device_of(account).await;
    let neighbour = site.signed_in(Role::Resident, "Paul Roy", Some(other)).await;
    let (observer, admin) = (site.as_observer().await, site.as_admin().await);
    let disabled = site.signed_in(Role::Admin, "Gone Roy", None).await;
    let scopes: Vec<&str> = accounts::tokens::scopes(crate::slices::ALL).map(|scope| scope.word).collect();
    let (all_scopes, no_scopes) = (token(site, account, &scopes), token(site, account, &[]));
    let made = made(site, account, own, no_scopes.0);
    let mut asking = Vec::new();
    for (name, visitor) in [
        ("anonymous", site.anonymous()),
        ("observer", observer),
        ("resident", resident),
        ("neighbour", neighbour),
        ("admin", admin),
        ("disabled", disabled),
        ("token", site.anonymous().with_bearer(&all_scopes.1)),
        ("no-scopes", site.anonymous().with_bearer(&no_scopes.1)),
    ] {
        let form_token = visitor.fresh_token().await;
        asking.push(Asking { name, visitor, form_token });
    }
    // Closed behind the program's back, so that its session is still there.
    inserted(
        site,
        "update accounts set disabled_at = now(), address = null where id in (select id from account_holders where name = 'Gone Roy') returning id",
    );
    (made, asking)
}

fn made(site: &Site, account: i64, member: i64, token: i64) -> Made {
    let unit = site.act(|act| {
        let (label, block, today) = ("22".to_owned(), String::new(), act.today());
        let new = NewUnit {
            label,
            kind: "apartment",
            block,
            floor: None,
            bedrooms: None,
            area_m2: None,
            accessible: false,
            ..NewUnit::default()
        };
        let unit = units::add(act, &new)?;
        units::move_in(act, unit, member, today)?;
        Ok(unit)
    });
    let work_kind = inserted(
        site,
        "insert into work_kinds (name_en, name_fr, effort) values ('Garden', 'Jardin', 'light') returning id",
    );
    Made {
        work_kind,
        claim: inserted(
            site,
            &format!(
                "insert into hour_claims (member_id, kind_id, worked_on, minutes, done, claimed_at) \
                 values ({member}, {work_kind}, current_date, 60, 'x', now()) returning id"
            ),
        ),
        exemption: inserted(
            site,
            &format!(
                "insert into exemptions (member_id, kind, during, percent, granted_at) \
                 values ({member}, 'age', '[2020-01-01,)', 50, now()) returning id"
            ),
        ),
        account,
        session: text(
            site,
            &format!("select encode(key_hash, 'hex') as text from sessions where account_id = {account} limit 1"),
        ),
        token,
        member,
        unit,
        stay: inserted(site, &format!("select id from occupancies where unit_id = {unit}")),
        committee: inserted(site, "insert into committees (name_en, name_fr) values ('Garden', 'Jardin') returning id"),
        term: inserted(
            site,
            &format!(
                "insert into board_terms (member_id, starts_on, ends_on, came) values ({member}, current_date - 9, \
                 current_date + 9, 'elected') returning id"
            ),
        ),
        notice: inserted(
            site,
            &format!(
                "insert into notices (account_id, event_id, kind) select {account}, min(id), 'task_assigned' from events \
                 returning id"
            ),
        ),
        import: inserted(
            site,
            &format!(
                "insert into imports (account_id, sheet, matching, expires_at) values ({account}, '{{}}', '{{}}', \
                 now() + interval '1 day') returning id"
            ),
        ),
        application: inserted(
            site,
            "insert into applications (kind, family_name, language, adults, children, received_on) \
             values ('outside', 'Salt', 'en', 1, 0, '2026-01-05') returning id",
        ),
        incident: inserted(
            site,
            "insert into incidents (information, circumstances, happened_from, known_on, people, serious_risk, risk_reasons, measures) \
             values ('x', 'x', '2020-01-01', '2020-01-02', 1, false, 'x', 'x') returning id",
        ),
        work: inserted(
            site,
            "insert into jobs (kind, lane, payload, dead_at) values ('tidy', 'work', '{}', now()) returning id",
        ),
        task: inserted(
            site,
            &format!(
                "with t as (insert into tasks (title) values ('Salt') returning id) insert into task_holders (task_id, member_id) select id, {member} from t returning task_id as id"
            ),
        ),
        poll: poll(site, member),
        template: template(site),
        first: crate::slices::ALL
            .iter()
            .filter_map(|slice| {
                let made = format!("with made as ({} returning *)", slice.rows.first()?);
                let first =
                    format!("{made} select coalesce((to_jsonb(made) ->> 'id')::bigint, 0) as id from made limit 1");
                Some((slice.name, inserted(site, &first)))
            })
            .collect(),
    }
}

fn template(site: &Site) -> i64 {
    let new = polls::tests::roof(chrono::TimeDelta::days(1), chrono::TimeDelta::days(3));
    site.act(|act| {
        let id = polls::create(act, &new, &[polls::NewQuestion::proposal(false)])?;
        let name = polls::templates::Name { en: "Budget".to_owned(), fr: "Budget".to_owned() };
        polls::templates::keep(act, id, &name)
    })
}

/// An open poll, the resident on its roll; beside it one that is still to open, which can have files.
fn poll(site: &Site, member: i64) -> i64 {
    let poll = inserted(
        site,
        "insert into polls (title_en, title_fr, quorum_percent, opens_at, closes_at) \
         values ('Paint', 'Peindre', 30, now(), now() + '2 days'::interval) returning id",
    );
    let question = "'proposal', 1, 2, false";
    inserted(
        site,
        &format!(
            "insert into questions (poll_id, number, method, majority_num, majority_den, abstentions_count) \
             values ({poll}, 1, {question}) returning poll_id as id"
        ),
    );
    inserted(site, &format!("insert into roll (poll_id, member_id) values ({poll}, {member}) returning poll_id as id"));
    inserted(site, "update polls set status = 'open', roll_size = 1, opened_at = now() returning id");
    inserted(
        site,
        "insert into polls (title_en, title_fr, status, quorum_percent, opens_at, closes_at) \
         values ('Wash', 'Laver', 'scheduled', 30, now() + '1 day'::interval, now() + '2 days'::interval) returning id",
    );
    poll
}

/// Asks as one visitor does, and forgets what came of it.
async fn ask(site: &Site, asking: &Asking<'_>, method: &str, address: &str) -> Reply {
    let run = |sql: &str| site.state.db.across_now(|conn| Ok(conn.batch_execute(sql)?)).expect("a savepoint");
    run("savepoint sweep");
    let reply = match method {
        "get" => asking.visitor.get(address).await,
        "post" | "patch" if address.starts_with("/api/") => {
            let method = method.to_uppercase().parse().expect("a method");
            asking
                .visitor
                .custom(TestRequest::default().method(method).uri(address).set_json(serde_json::json!({})))
                .await
        }
        "post" => asking.visitor.post_raw(address, &[("form_token", &asking.form_token)]).await,
        other => asking.visitor.request(other, address).await,
    };
    run("rollback to savepoint sweep");
    reply
}

/// The status, or "sign-in" where the visitor is sent there to come back.
fn outcome(reply: &Reply) -> String {
    if reply.location().starts_with("/sign-in?next=") {
        "sign-in".to_owned()
    } else {
        reply.status.as_u16().to_string()
    }
}

async fn listing(site: &Site) -> String {
    let (made, asking) = everybody(site).await;
    let heads: String = asking.iter().map(|asking| format!(" {:<9}", asking.name)).collect();
    let mut lines = format!("{:<4} {:<40}{heads}", "", "").trim_end().to_owned() + "\n";
    for Route { method, path, .. } in all() {
        let address = made.address(path);
        let mut line = format!("{:<4} {path:<40}", method.to_uppercase());
        for asking in &asking {
            let reply = ask(site, asking, method, &address).await;
            assert!(!reply.status.is_server_error(), "{} {method} {address}: {}", asking.name, reply.body);
            line += &format!(" {:<9}", outcome(&reply));
        }
        lines += &(line.trim_end().to_owned() + "\n");
    }
    lines
}

#[actix_web::test]
async fn every_route_lets_in_whom_the_listing_says() {
    let found = listing(&Site::new().await).await;
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/access.txt");
    if std::env::var_os("UPDATE_LISTINGS").is_some() {
        std::fs::write(&file, &found).expect("the listing is written");
    }
    let listed = std::fs::read_to_string(&file).unwrap_or_default();
    let changed: Vec<String> = diff(&listed, &found);
    assert!(
        changed.is_empty(),
        "who may do what has changed; if that is meant, run UPDATE_LISTINGS=1 cargo test routes\n{}",
        changed.join("\n")
    );
}

/// Routes that read no form: whoever sends them means it.
const FORMLESS: [&str; 2] = ["/sign-out", "/notices/stop/{token}"];

#[actix_web::test]
async fn a_form_that_is_to_come_back_is_done_by_no_route() {
    let site = Site::new().await;
    let (made, asking) = everybody(&site).await;
    let run = |sql: &str| site.state.db.across_now(|conn| Ok(conn.batch_execute(sql)?)).expect("a savepoint");
    let kept = || {
        text(
            &site,
            "select format('%s events, %s forms', (select count(*) from events), (select count(*) from submissions)) as text",
        )
    };
    for asking in asking.iter().filter(|asking| ["admin", "resident", "anonymous"].contains(&asking.name)) {
        let pages = all().filter(|route| route.method == "post" && !route.path.starts_with("/api/"));
        for Route { path, .. } in pages.filter(|route| !FORMLESS.contains(&route.path)) {
            run("savepoint sweep");
            let before = kept();
            let form = [("form_token", asking.form_token.as_str()), ("form_hold", "fr")];
            let reply = asking.visitor.post_raw(&made.address(path), &form).await;
            assert!(!reply.status.is_server_error(), "{} {path}: {}", asking.name, reply.status);
            assert_eq!(kept(), before, "{} {path}", asking.name);
            run("rollback to savepoint sweep");
        }
    }
}

fn diff(before: &str, after: &str) -> Vec<String> {
    let gone = before.lines().filter(|line| !after.lines().any(|other| other == *line)).map(|line| format!("- {line}"));
    let new = after.lines().filter(|line| !before.lines().any(|other| other == *line)).map(|line| format!("+ {line}"));
    let lines: Vec<String> = gone.chain(new).collect();
    if lines.is_empty() && before != after { vec!["the order of the lines has changed".to_owned()] } else { lines }
}

impl Made {
    /// Everything under one number, which nothing has.
    fn nothing() -> Self {
        const NONE: i64 = 987_654_321;
        Self {
            account: NONE,
            session: "00".repeat(32),
            token: NONE,
            member: NONE,
            unit: NONE,
            stay: NONE,
            task: NONE,
            poll: NONE,
            template: NONE,
            committee: NONE,
            term: NONE,
            notice: NONE,
            import: NONE,
            application: NONE,
            incident: NONE,
            work: NONE,
            work_kind: NONE,
            claim: NONE,
            exemption: NONE,
            first: crate::slices::ALL.iter().map(|slice| (slice.name, NONE)).collect(),
        }
    }

    /// What another co-op of the server has.
    fn of_another(site: &Site) -> Self {
        row! {
            struct Id {
                id: i64,
            }
        }
        let state = site.state.clone();
        let details = coops::Details::plain("Two", "Deux");
        let made = state.db.across_now(|conn| coops::found(conn, &state, &details, coops::Preset::Ontario, false));
        let two = made.expect("a second co-op");
        for sql in crate::platform::tenancy::tests::rows() {
            state.db.write_now(two, |conn| Ok(diesel::sql_query(sql).execute(conn)?)).expect(sql);
        }
        let of = |table: &str| {
            let sql = format!("select max(id) as id from {table}");
            state.db.read_now(two, |conn| Ok(diesel::sql_query(&sql).get_result::<Id>(conn)?.id)).expect(table)
        };
        Self {
            account: of("accounts"),
            session: "01".to_owned(),
            token: of("api_tokens"),
            member: of("members"),
            work_kind: of("work_kinds"),
            claim: of("hour_claims"),
            exemption: of("exemptions"),
            unit: of("units"),
            stay: of("occupancies"),
            task: of("tasks"),
            poll: of("polls"),
            template: of("poll_templates"),
            committee: of("committees"),
            term: of("board_terms"),
            notice: of("notices"),
            import: of("imports"),
            application: of("applications"),
            incident: of("incidents"),
            work: of("jobs"),
            ..Self::nothing()
        }
    }
}

/// Forms that are read before anything is looked up: an empty one is told what it lacks. What machines send always is.
const READ_FIRST: [&str; 9] = [
    "/decisions/{number}",
    "/polls/{id}",
    "/tasks/{id}/move",
    "/tasks/{id}/completion",
    "/tasks/{id}/agreement",
    "/tasks/{id}/cancellation",
    "/members/{id}",
    "/members/{id}/photo",
    "/units/{id}",
];

/// Whoever asks for what is not there, or is another co-op's, is told that it is not there, unless they may not come in at all.
#[actix_web::test]
async fn what_is_not_there_is_not_found_on_any_route() {
    let site = Site::new().await;
    let (_, asking) = everybody(&site).await;
    let mut wrong = Vec::new();
    for (whose, made) in [("nobody's", Made::nothing()), ("another's", Made::of_another(&site))] {
        let of_things = all().filter(|route| {
            route.path.contains('{') && !["{token}", "{file}", "{name}"].iter().any(|part| route.path.contains(part))
        });
        for Route { method, path, .. } in of_things {
            for asking in asking.iter().filter(|asking| ["resident", "admin", "token"].contains(&asking.name)) {
                let found = outcome(&ask(&site, asking, method, &made.address(path)).await);
                let reads_first = READ_FIRST.contains(path) || path.starts_with("/api/");
                let is_read = *method != "get" && reads_first && ["400", "422"].contains(&found.as_str());
                if !is_read && !["404", "403", "401", "sign-in"].contains(&found.as_str()) {
                    wrong.push(format!("{} {method} {path} of {whose}: {found}", asking.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_table_comes_as_csv_and_as_a_workbook() {
    let files = |ending: &str| -> Vec<(String, String)> {
        let ends = all().filter(|route| route.path.ends_with(ending));
        ends.map(|route| (route.path.replace(ending, ""), format!("{:?}", route.access))).collect()
    };
    let (csv, workbooks) = (files(".csv"), files(".xlsx"));
    assert!(csv.len() > 10, "there are tables");
    for one in &csv {
        assert!(workbooks.contains(one), "{}.csv has no brother that ends in .xlsx with the same access", one.0);
    }
    assert_eq!(csv.len(), workbooks.len(), "a workbook without its CSV file");
}

#[actix_web::test]
async fn a_method_that_is_not_in_the_table_is_refused_everywhere() {
    let site = Site::new().await;
    let (made, asking) = everybody(&site).await;
    let admin = asking.iter().find(|asking| asking.name == "admin").expect("an admin");
    let mut paths: Vec<&str> = all().map(|route| route.path).collect();
    paths.dedup();
    for path in paths {
        let listed: Vec<&str> = all().filter(|route| route.path == path).map(|route| route.method).collect();
        for method in ["get", "post", "put", "patch", "delete", "options"].into_iter().filter(|m| !listed.contains(m)) {
            let reply = ask(&site, admin, method, &made.address(path)).await;
            assert_eq!(reply.status, 405, "{method} {path}");
            assert!(reply.header("allow").contains(&listed[0].to_uppercase()), "{method} {path} says what is allowed");
        }
    }
}

#[actix_web::test]
async fn what_can_be_read_can_be_asked_for_without_its_body() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    for path in ["/help", "/account", "/accounts"] {
        joan.request("head", path).await.expect(200);
    }
    joan.request("head", "/nothing/here").await.expect(404);
    joan.request("head", "/sign-out").await.expect(405);
}
