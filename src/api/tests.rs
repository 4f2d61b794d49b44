//! The API, through HTTP: what each kind of visitor gets, to the last key; what is refused, and how.

mod answers;
mod ballots;
mod document;
mod refusals;

use actix_web::http::Method;
use actix_web::test::TestRequest;
use diesel::prelude::*;
use serde_json::Value;

use crate::accounts::tokens;
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::keys::{digest, random_token};
use crate::platform::session::hex;
use crate::platform::sql::row;
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;
use crate::units::{self, NewUnit};

/// A co-op with two members and a home each, a former member, an applicant, a task, an open and a closed poll.
pub struct Coop {
    pub site: Site,
    pub odette: i64,
    pub amara: i64,
    pub former: i64,
    pub applicant: i64,
    pub unit: i64,
    pub other_unit: i64,
    pub committee: i64,
    pub task: i64,
    pub open: i64,
    pub closed: i64,
}

fn id(site: &Site, sql: &str) -> i64 {
    row! {
        struct Id {
            id: i64,
        }
    }
    site.read(|conn| Ok(diesel::sql_query(sql).get_result::<Id>(conn)?.id))
}

fn member(site: &Site, given_name: &str, status: Status) -> i64 {
    site.act(|act| {
        let new = NewMember {
            number: String::new(),
            given_name: given_name.to_owned(),
            family_name: "Roy".to_owned(),
            email: Some(format!("{}@example.org", given_name.to_lowercase())),
            phone: Some("819 555-0101".to_owned()),
            language: Lang::En,
            joined_on: act.today(),
            status,
        };
        members::add(act, &new)
    })
}

fn unit(site: &Site, label: &str, member: i64) -> i64 {
    site.act(|act| {
        let (label, block, today) = (label.to_owned(), String::new(), act.today());
        let new = NewUnit {
            label,
            kind: "apartment",
            block,
            floor: None,
            bedrooms: None,
            area_m2: None,
            accessible: true,
            ..NewUnit::default()
        };
        let unit = units::add(act, &new)?;
        units::move_in(act, unit, member, today)?;
        Ok(unit)
    })
}

/// A vote against, by one member of two, in the register already.
fn poll(site: &Site, status: &str, voter: i64) -> i64 {
    let poll = id(
        site,
        "insert into polls (title_en, title_fr, quorum_percent, opens_at, closes_at) \
         values ('Paint', 'Peindre', 30, now() - '2 days'::interval, now() + '1 day'::interval) returning id",
    );
    for sql in [
        format!(
            "insert into questions (poll_id, number, method, majority_num, majority_den, abstentions_count) \
             values ({poll}, 1, 'proposal', 1, 2, false) returning poll_id as id"
        ),
        format!("insert into roll (poll_id, member_id) values ({poll}, {voter}) returning poll_id as id"),
        format!("update polls set status = 'open', roll_size = 2 where id = {poll} returning id"),
        format!(
            "insert into open_ballots (poll_id, member_id, answers, cast_at) values ({poll}, {voter}, '{{against}}', now()) \
             returning poll_id as id"
        ),
        format!("update polls set status = '{status}' where id = {poll} returning id"),
        format!(
            "insert into decisions (number, decided_on, body, title_en, title_fr) \
             values ({poll}, current_date, 'members', 'Paint', 'Peindre') returning {poll}::bigint as id"
        ),
        format!(
            "insert into results (poll_id, question, number, verdict, outcome, roll_size, voted, quorum_needed, decided_at) \
             values ({poll}, 1, {poll}, 'rejected', '{{\"elected\": []}}', 2, 1, 1, now()) returning poll_id as id"
        ),
    ] {
        id(site, &sql);
    }
    poll
}

pub async fn coop() -> Coop {
    let site = Site::new().await;
    let (odette, amara) = (member(&site, "Odette", Status::Member), member(&site, "Amara", Status::Auxiliary));
    let (former, applicant) = (member(&site, "Gone", Status::Former), member(&site, "Hopeful", Status::Applicant));
    id(&site, &format!("update members set email_seen_by = 'members' where id = {amara} returning id"));
    let (unit, other_unit) = (unit(&site, "22", odette), unit(&site, "23", amara));
    let committee = site.act(|act| {
        let committee = crate::committees::add(act, "Garden", "Jardin")?;
        crate::committees::join(act, committee, odette, act.today())?;
        Ok(committee)
    });
    let task = id(
        &site,
        &format!(
            "with t as (insert into tasks (title) values ('Salt') returning id) insert into task_holders (task_id, member_id) select id, {odette} from t returning task_id as id"
        ),
    );
    let (open, closed) = (poll(&site, "open", odette), poll(&site, "closed", odette));
    Coop { site, odette, amara, former, applicant, unit, other_unit, committee, task, open, closed }
}

impl Coop {
    /// A machine that acts for a new account of this role, with every scope.
    pub async fn machine(&self, role: Role, member: Option<i64>) -> Visitor<'_> {
        let scopes: Vec<&str> = tokens::scopes(crate::slices::ALL).map(|scope| scope.word).collect();
        self.machine_with(role, member, &scopes).await
    }

    pub async fn machine_with(&self, role: Role, member: Option<i64>, scopes: &[&str]) -> Visitor<'_> {
        let name = format!("Machine {}", random_token().replace(['-', '_'], "x"));
        let person = self.site.signed_in(role, &name, member).await;
        let secret = format!("{}{}", tokens::PREFIX, random_token());
        let sql = format!(
            "insert into api_tokens (account_id, name, token_hash, scopes, expires_on) values \
             ({}, 'Tool', '\\x{}', string_to_array('{}', ','), now()::date + 30) returning id",
            person.account.expect("an account"),
            hex(&digest(&secret)),
            scopes.join(","),
        );
        id(&self.site, &sql);
        self.site.anonymous().with_bearer(&secret)
    }
}

/// Sends JSON, as a machine does.
pub async fn send(
    machine: &Visitor<'_>,
    (method, path): (Method, &str),
    headers: &[(&'static str, &str)],
    body: &Value,
) -> Reply {
    let mut request = TestRequest::default().method(method).uri(path);
    for header in headers {
        request = request.insert_header(*header);
    }
    machine.custom(request.set_json(body)).await
}

pub async fn post(machine: &Visitor<'_>, path: &str, body: Value) -> Reply {
    send(machine, (Method::POST, path), &[], &body).await
}

pub fn read(reply: &Reply) -> Value {
    serde_json::from_str(&reply.body).unwrap_or_else(|error| panic!("{error}: {}", reply.body))
}

/// Every key there is, nested ones with a dot: `contact.email`. Of a list, those of its items.
pub fn keys(value: &Value) -> Vec<String> {
    fn walk(value: &Value, path: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                for (name, inner) in fields {
                    let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    found.push(path.clone());
                    walk(inner, &path, found);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| walk(item, path, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(value, "", &mut found);
    found.sort();
    found.dedup();
    found
}
