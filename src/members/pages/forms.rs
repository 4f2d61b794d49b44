//! Adding a member and changing one: for who keeps the register.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::undoing::offer_edit;
use crate::accounts;
use crate::members::{self, About, Alike, Details, NewMember, Phone, Status, Whole};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query, Reader};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Act, Done, Visit};

const LANGUAGES: [(&str, Lang); 2] = [("en", Lang::En), ("fr", Lang::Fr)];
const NAME_LENGTH_MAX: usize = 80;

#[derive(Template)]
#[template(path = "members/form.html")]
struct MemberForm {
    page: Page,
    form: Form,
    /// Where the form goes, and where "Cancel" leads.
    action: String,
    back: String,
    /// Whom somebody new is like, when that has to be asked.
    alike: Vec<Alike>,
    /// Empty when the member is there already: a status is then changed on the member's own page.
    statuses: Vec<(&'static str, String)>,
    languages: Vec<(&'static str, String)>,
}

fn new_page(visit: &Visit, form: Form, alike: Vec<Alike>) -> MemberForm {
    MemberForm {
        alike,
        page: Page::new(visit, "members", "member-new-title").with_form(&form),
        form,
        action: "/members".to_owned(),
        back: "/members".to_owned(),
        statuses: super::statuses(visit),
        languages: visit.lang.choices(),
    }
}

pub async fn new_form(visit: Visit, Query(query): Query) -> Answer {
    let mut form = Form::filled([
        ("member_status", "member".to_owned()),
        ("member_language", visit.coop()?.language.code().to_owned()),
        ("joined_on", visit.today().to_string()),
    ]);
    form.set("given_name", query.value("given_name"));
    page::ok(&visit, &new_page(&visit, form, Vec::new()))
}

/// Reads what both forms ask for, but for the phones.
fn read_details(form: &Form, reader: &Reader<'_>) -> Details {
    let given_name = reader.line("given_name", NAME_LENGTH_MAX);
    let family_name = reader.line("family_name", NAME_LENGTH_MAX);
    if given_name.is_empty() && family_name.is_empty() {
        reader.refuse("given_name", "wrong-required");
    }
    let language = reader.required_choice("member_language", &LANGUAGES).unwrap_or(Lang::En);
    Details {
        number: reader.line("number", 20),
        given_name,
        family_name,
        email: reader.email("email"),
        phone: None,
        language: language.code().to_owned(),
        joined_on: if form.value("joined_on").is_empty() {
            reader.required_date("joined_on")
        } else {
            reader.date("joined_on").unwrap_or_default()
        },
    }
}

/// The fields of a phone, in the order of the form: number, label, and how the choice of the first one names them.
pub const PHONE_FIELDS: [(&str, &str, &str); 4] = [
    ("phone", "phone_label", "1"),
    ("phone_2", "phone_label_2", "2"),
    ("phone_3", "phone_label_3", "3"),
    ("phone_4", "phone_label_4", "4"),
];

/// Reads the phones, the one to be shown first in front.
pub fn read_phones(form: &Form, reader: &Reader<'_>) -> Vec<Phone> {
    let mut first = 0;
    let mut phones = Vec::new();
    for (number, label, place) in PHONE_FIELDS {
        let label = reader.line(label, 30);
        let Some(number) = reader.phone(number) else { continue };
        if form.value("phone_first") == place {
            first = phones.len();
        }
        phones.push(Phone { label, number });
    }
    if first < phones.len() {
        phones[..=first].rotate_right(1);
    }
    phones
}

/// Puts phones into the fields of a form.
pub fn fill_phones(form: &mut Form, phones: impl Iterator<Item = Phone>) {
    for ((number, label, _), phone) in PHONE_FIELDS.iter().zip(phones) {
        form.set(number, phone.number);
        form.set(label, phone.label);
    }
    form.set("phone_first", "1");
}

/// Reads what members add about themselves; `first` is the phone that is shown first.
pub fn read_about(reader: &Reader<'_>, first: Option<&Phone>) -> About {
    About {
        preferred_name: reader.line("preferred_name", NAME_LENGTH_MAX),
        pronoun: reader.line("pronoun", 40),
        phone_label: first.map(|phone| phone.label.clone()).unwrap_or_default(),
        skills: reader.text("skills", 1_000),
        emergency_contact: reader.text("emergency_contact", 300),
    }
}

/// Somebody new, and the day on which they left where they are a former member.
fn read_new(form: &Form) -> Result<(NewMember, Option<NaiveDate>)> {
    let reader = form.reader();
    let details = read_details(form, &reader);
    let phone = reader.phone("phone");
    let status = reader.required_choice("member_status", &Status::ALL);
    let left_on = (status == Some(Status::Former)).then(|| reader.required_date("left_on"));
    reader.finish()?;
    let new = NewMember {
        number: details.number,
        given_name: details.given_name,
        family_name: details.family_name,
        email: details.email,
        phone,
        language: Lang::parse(&details.language).unwrap_or(Lang::En),
        joined_on: details.joined_on,
        status: status.unwrap_or(Status::Member),
    };
    Ok((new, left_on))
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let (new, left_on) = read_new(form)?;
            if form.value("somebody_else").is_empty() && !members::alike(act.conn, &new, act.today())?.is_empty() {
                return Err(Error::field("somebody_else", "member-alike"));
            }
            let id = members::add_who_left(act, &new, left_on)?;
            let name = format!("{} {}", new.given_name, new.family_name).trim().to_owned();
            let done = Done::to(format!("/members/{id}")).say("member-added", name).made(id);
            let today = act.today();
            // Somebody who left has more than a first status.
            let fresh = members::taking_back::can_be_taken_back(act.conn, id, today)?;
            Ok(if fresh { done.undo(format!("/members/{id}/removal"), Vec::new()) } else { done })
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            let asked = errors.iter().any(|error| error.field == "somebody_else");
            let new = read_new(&form).ok().filter(|_| asked);
            let alike = match new {
                Some((new, _)) => visit.read(move |conn, visit| members::alike(conn, &new, visit.today())).await?,
                None => Vec::new(),
            };
            page::refused(&visit, &new_page(&visit, form.with_errors(errors), alike))
        }
        Err(error) => Err(error),
    }
}

/// Takes back who was added by mistake.
pub async fn take_back(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let done = visit
        .submit(&form, move |act, _| {
            members::taking_back::take_back(act, id)?;
            Ok(Done::to("/members").say("member-taken-back", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

// ---- changing ----

fn edit_page(visit: &Visit, id: i64, form: Form) -> MemberForm {
    MemberForm {
        alike: Vec::new(),
        page: Page::new(visit, "members", "member-edit-title").with_form(&form),
        form,
        action: format!("/members/{id}"),
        back: format!("/members/{id}"),
        statuses: Vec::new(),
        languages: visit.lang.choices(),
    }
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = *id;
    let (whole, version) = visit.read(move |conn, _| members::whole(conn, id)).await?;
    let Whole { details, about, notes, more_phones } = whole;
    let mut form = Form::filled([
        ("version", version.to_string()),
        ("number", details.number),
        ("given_name", details.given_name),
        ("family_name", details.family_name),
        ("preferred_name", about.preferred_name),
        ("pronoun", about.pronoun),
        ("email", details.email.unwrap_or_default()),
        ("member_language", details.language),
        ("joined_on", details.joined_on.to_string()),
        ("emergency_contact", about.emergency_contact),
        ("skills", about.skills),
        ("notes", notes),
    ]);
    let first = details.phone.map(|number| Phone { label: about.phone_label, number });
    fill_phones(&mut form, first.into_iter().chain(more_phones));
    page::ok(&visit, &edit_page(&visit, id, form))
}

/// Who keeps the register changes the address of anybody but themselves: nobody gets an address of their own past its mailbox.
pub fn own_address_stays(act: &mut Act<'_>, id: i64, details: &Details) -> Result<()> {
    let is_own = act.viewer.is_some_and(|viewer| viewer.member_id == Some(id));
    if is_own && members::contact(act.conn, id)?.email != details.email {
        return Err(Error::field("email", "member-own-address"));
    }
    Ok(())
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let mut details = read_details(form, &reader);
            details.number = reader.required_line("number", 20);
            let version = reader.required_number("version", 1..=i64::from(i32::MAX)) as i32;
            let mut phones = read_phones(form, &reader);
            let about = read_about(&reader, phones.first());
            details.phone = (!phones.is_empty()).then(|| phones.remove(0).number);
            let notes = reader.text("notes", 4_000);
            reader.finish()?;
            own_address_stays(act, id, &details)?;
            let name = format!("{} {}", details.given_name, details.family_name).trim().to_owned();
            let (was, _) = members::whole(act.conn, id)?;
            members::change_whole(act, id, version, &Whole { details, about, notes, more_phones: phones })?;
            let shared = accounts::address::is_shared(act.conn, id)?;
            let words = if shared { "member-changed-shared" } else { "member-changed" };
            offer_edit(act, id, Done::to(format!("/members/{id}")).say(words, name), &was)
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &edit_page(&visit, id, form.with_errors(errors))),
        Err(error) => Err(error),
    }
}
