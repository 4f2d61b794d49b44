//! What leaves the register as a file: the list as a spreadsheet, and cards for an address book.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;

use super::{Words, read_listing};
use crate::members::rules::card;
use crate::members::slice;
use crate::members::{self, Edge, Eye, Line, Listing, Sight};
use crate::platform::error::Error;
use crate::platform::forms::Query;
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::{self, Cell, Table};
use crate::platform::visit::Visit;

/// The columns of the spreadsheet, as in the template of the import: a list that went out can come in again.
pub const COLUMNS: [&str; 10] =
    ["number", "given_name", "family_name", "email", "phone", "unit", "joined_on", "status", "committees", "language"];

pub fn column_name(visit: &Visit, column: &str) -> String {
    visit.lang.t(&format!("column-{}", column.replace('_', "-")))
}

/// The list as a file, with the filter of the page.
pub async fn export(visit: Visit, Query(query): Query) -> Answer {
    let sight = members::sight(&visit);
    let (listing, day) = read_listing(&visit, &query, sight)?;
    let (listing, day) = (Listing { edge: Edge::Start, ..listing }, day.or_refused()?);
    let lang = visit.lang;
    let lines = visit.read(move |conn, visit| members::all(conn, &listing, sight, visit.today(), lang)).await?;
    let columns: Vec<&str> =
        COLUMNS.into_iter().filter(|name| sight != Sight::NoContact || !["email", "phone"].contains(name)).collect();
    let words = Words::of(&visit, Sight::Everything);
    let head = columns.iter().map(|name| column_name(&visit, name));
    let rows = lines.iter().map(|line| columns.iter().map(|name| cell(line, name, &words)).collect());
    Table::new::<Cell>(head, rows).taken(&visit, &slice::MEMBERS_EXPORTED, &format!("members-{day}")).await
}

fn cell(line: &Line, column: &str, words: &Words) -> Cell {
    match column {
        "number" => line.number.as_str().into(),
        "given_name" => line.given_name.as_str().into(),
        "family_name" => line.family_name.as_str().into(),
        "email" => line.email.as_deref().into(),
        "phone" => line.phone.as_deref().into(),
        "unit" => line.units.as_deref().into(),
        "joined_on" => line.joined_on.into(),
        "status" => words.of_status(&line.status).into(),
        "committees" => line.committees.as_deref().into(),
        _ => line.language.as_str().into(),
    }
}

fn file(kind: &str, name: &str, body: impl actix_web::body::MessageBody + 'static) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(kind)
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(body)
}

// ---- the phone list ----

#[derive(Template)]
#[template(path = "members/phone_list.html")]
struct PhonesPage {
    page: Page,
    today: NaiveDate,
    lines: Vec<Line>,
    /// How many members share no number.
    silent: usize,
}

/// The numbers that people share with all members, for the wall beside the telephone. The same for whoever keeps the register.
pub async fn phones(visit: Visit) -> Answer {
    if members::sight(&visit) == Sight::NoContact {
        return Err(Error::Forbidden);
    }
    let (today, lang) = (visit.today(), visit.lang);
    let lines = visit.read(move |conn, _| members::all(conn, &Listing::default(), Sight::Shared, today, lang)).await?;
    let all = lines.len();
    let lines: Vec<Line> = lines.into_iter().filter(|line| line.phone.is_some()).collect();
    let silent = all - lines.len();
    page::ok(&visit, &PhonesPage { page: Page::new(&visit, "members", "members-phones-title"), today, lines, silent })
}

// ---- cards ----

/// Everybody who shares a phone or an e-mail with all members. The same for whoever keeps the register: an address book on a
/// telephone is not the register.
pub async fn cards(visit: Visit, Query(query): Query) -> Answer {
    let (listing, day) = read_listing(&visit, &query, Sight::Shared)?;
    let listing = Listing { edge: Edge::Start, ..listing };
    day.or_refused()?;
    let lang = visit.lang;
    let lines = visit.read(move |conn, visit| members::all(conn, &listing, Sight::Shared, visit.today(), lang)).await?;
    let name = format!("members-{}.vcf", visit.today());
    table_file::taken(&visit, &slice::MEMBERS_EXPORTED, &name, lines.len()).await?;
    let coop = visit.coop()?.name(lang).to_owned();
    let body: String = lines
        .iter()
        .filter(|line| line.phone.is_some() || line.email.is_some())
        .map(|line| {
            card::text(&card::Card {
                name: &line.name,
                given_name: line.name.strip_suffix(&line.family_name).map_or(line.given_name.as_str(), str::trim_end),
                family_name: &line.family_name,
                email: line.email.as_deref(),
                phones: line.phone.iter().map(|number| ("", number.as_str())).collect(),
                coop: &coop,
            })
        })
        .collect();
    Ok(file("text/vcard; charset=utf-8", &name, body))
}

/// One member as the viewer's page shows them; for whoever keeps the register, what all members may see.
pub async fn card(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = *id;
    let mut eye = Eye::of(&visit);
    if eye.sight == Sight::Everything && eye.own != Some(id) {
        eye.sight = Sight::Shared;
    }
    let person = visit.read(move |conn, visit| members::find(conn, id, eye, visit.today())).await?;
    let more = person.more_phones();
    let first = person.phone.iter().map(|number| (person.phone_label.as_str(), number.as_str()));
    let given = if person.preferred_name.is_empty() { &person.given_name } else { &person.preferred_name };
    let body = card::text(&card::Card {
        name: &person.name,
        given_name: given,
        family_name: &person.family_name,
        email: person.email.as_deref(),
        phones: first.chain(more.iter().map(|phone| (phone.label.as_str(), phone.number.as_str()))).collect(),
        coop: visit.coop()?.name(visit.lang),
    });
    Ok(file("text/vcard; charset=utf-8", &format!("member-{id}.vcf"), body))
}
