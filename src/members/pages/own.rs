//! One's own details: how to reach me, in which language, who sees which field, and who changed them.

use askama::Template;

use super::forms::{fill_phones, read_about, read_phones};
use super::undoing::offer_own;
use crate::accounts::pages::address::OwnAddress;
use crate::members::{self, Own, OwnDetails, Phone, SeenBy};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Event};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

/// How many of the latest changes of one's own data are listed.
const CHANGES_MAX: i64 = 30;

/// Who did what to somebody's data, and which fields.
struct Told {
    at: String,
    iso: String,
    who: String,
    act: String,
    fields: String,
}

#[derive(Template)]
#[template(path = "members/profile.html")]
struct ProfilePage {
    page: Page,
    form: Form,
    /// Nobody in the register, when the account belongs to no member.
    member: Option<i64>,
    address: OwnAddress,
    languages: Vec<(&'static str, String)>,
    seen_by: Vec<(&'static str, String)>,
    changes: Vec<Told>,
}

async fn profile_page(visit: &Visit, form: Form) -> Result<ProfilePage> {
    let member = visit.viewer()?.member_id;
    let (events, address) = visit
        .read(move |conn, visit| {
            let events = match member {
                Some(member) => events::of_subject(conn, "member", member, CHANGES_MAX)?,
                None => Vec::new(),
            };
            Ok((events, OwnAddress::of(conn, visit)?))
        })
        .await?;
    let page = Page::new(visit, "members", "profile-title").with_form(&form);
    let seen_by = SeenBy::ALL.iter().map(|(word, _)| (*word, visit.lang.t_of("seen-by-", word))).collect();
    let changes = events.iter().map(|event| told(visit, &page, event)).collect();
    Ok(ProfilePage { page, form, member, address, languages: visit.lang.choices(), seen_by, changes })
}

/// An event about oneself. The values stand in the form above, so only the names of the fields are said.
fn told(visit: &Visit, page: &Page, event: &Event) -> Told {
    let fields = event.detail.get("after").and_then(serde_json::Value::as_object);
    let names = fields.into_iter().flat_map(serde_json::Map::keys).map(|name| page.label_of(name));
    let own = visit.viewer.as_ref().is_some_and(|viewer| event.actor_id == Some(viewer.account_id));
    Told {
        at: page.moment(&event.at),
        iso: event.at.to_rfc3339(),
        who: if own { visit.lang.t("profile-changed-by-you") } else { event.actor_name.clone() },
        act: visit.lang.t_of("event-", &event.kind.replace(['.', '_'], "-")),
        fields: names.filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", "),
    }
}

pub async fn profile(visit: Visit) -> Answer {
    visit.in_person()?;
    let Some(member) = visit.viewer()?.member_id else {
        return page::ok(&visit, &profile_page(&visit, Form::blank()).await?);
    };
    let Own { details, about, more_phones } = visit.read(move |conn, _| members::own(conn, member)).await?;
    let mut form = Form::filled([
        ("preferred_name", about.preferred_name),
        ("pronoun", about.pronoun),
        ("pronoun_seen_by", details.pronoun_seen_by),
        ("phone_seen_by", details.phone_seen_by),
        ("email_seen_by", details.email_seen_by),
        ("member_language", details.language),
        ("skills", about.skills),
        ("skills_seen_by", details.skills_seen_by),
        ("emergency_contact", about.emergency_contact),
    ]);
    let first = details.phone.map(|number| Phone { label: about.phone_label, number });
    fill_phones(&mut form, first.into_iter().chain(more_phones));
    page::ok(&visit, &profile_page(&visit, form).await?)
}

fn read_own(form: &Form) -> Result<Own> {
    let reader = form.reader();
    let words: Vec<(&str, &str)> = SeenBy::ALL.iter().map(|(word, _)| (*word, *word)).collect();
    let seen_by = |name: &str| reader.choice(name, &words).unwrap_or("nobody").to_owned();
    let mut phones = read_phones(form, &reader);
    let about = read_about(&reader, phones.first());
    let details = OwnDetails {
        phone: (!phones.is_empty()).then(|| phones.remove(0).number),
        phone_seen_by: seen_by("phone_seen_by"),
        email_seen_by: seen_by("email_seen_by"),
        pronoun_seen_by: seen_by("pronoun_seen_by"),
        skills_seen_by: seen_by("skills_seen_by"),
        language: reader.required_choice("member_language", &[("en", "en"), ("fr", "fr")]).unwrap_or("en").to_owned(),
    };
    reader.finish()?;
    Ok(Own { details, about, more_phones: phones })
}

pub async fn change_profile(visit: Visit, form: Form) -> Answer {
    visit.in_person()?;
    let outcome = visit
        .submit(&form, |act, form| {
            let (own, member) = (read_own(form)?, act.member_id()?);
            let was = members::own(act.conn, member)?;
            members::change_own(act, &own)?;
            offer_own(act, Done::to("/profile").say("profile-saved", ""), &was)
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &profile_page(&visit, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}
