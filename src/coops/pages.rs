//! Setting a co-op up, and its settings.

pub mod profile;

use actix_web::{HttpRequest, web};
use askama::Template;

use super::{Details, Preset};
use crate::accounts::{self, Holder, Invitation, password};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query, Reader};
use crate::platform::i18n::Lang;
use crate::platform::keys::Keys;
use crate::platform::page::{self, Answer, Page, see_other};
use crate::platform::tenancy::Tenancy;
use crate::platform::visit::{Act, Done, Visit};
use crate::policy::Role;

/// The hours between which reminders are sent where nobody said otherwise.
const REMINDERS: (i32, i32) = (8, 21);

impl Details {
    /// A co-op of which only the names are known yet. It shows the public nothing until somebody says so.
    pub fn plain(name_en: &str, name_fr: &str) -> Self {
        Self {
            name_en: name_en.to_owned(),
            name_fr: name_fr.to_owned(),
            default_language: "fr".to_owned(),
            time_zone: "America/Toronto".to_owned(),
            reminders_from: REMINDERS.0,
            reminders_until: REMINDERS.1,
            contact_name: String::new(),
            contact_phone: String::new(),
            contact_email: String::new(),
            public_pages: false,
        }
    }
}

// ---- set-up ----

/// Printed where the server was started; whoever can read that may set the co-op up. The same until somebody did.
pub fn set_up_token(keys: &Keys) -> String {
    keys.sign(b"set-up", b"")
}

#[derive(Template)]
#[template(path = "coops/set_up.html")]
struct SetUpPage {
    page: Page,
    form: Form,
    presets: Vec<(&'static str, String, String)>,
    languages: Vec<(&'static str, String)>,
}

fn set_up_page(visit: &Visit, form: Form) -> SetUpPage {
    let t = |key: &str| visit.lang.t(key);
    SetUpPage {
        page: Page::new(visit, "", "setup-title").with_form(&form),
        form,
        presets: Preset::ALL
            .iter()
            .map(|(word, _)| (*word, t(&format!("preset-{word}")), t(&format!("preset-{word}-help"))))
            .collect(),
        languages: visit.lang.choices(),
    }
}

fn holds_token(visit: &Visit, token: &str) -> bool {
    visit.state.keys.verify(b"set-up", b"", token)
}

pub async fn set_up_form(visit: Visit, Query(query): Query) -> Answer {
    let form = Form::filled([
        ("token", query.value("token").to_owned()),
        ("default_language", visit.lang.code().to_owned()),
        ("preset", "QC".to_owned()),
    ]);
    page::ok(&visit, &set_up_page(&visit, form))
}

struct SetUp {
    details: Details,
    preset: Preset,
    admin: Invitation,
    password: String,
}

fn read_set_up(visit: &Visit, form: &Form) -> Result<SetUp> {
    let reader = form.reader();
    if !holds_token(visit, form.value("token").trim()) {
        reader.refuse("token", "setup-token-wrong");
    }
    let (name_en, name_fr) = reader.both("name", |reader, field| reader.line(field, 120));
    let mut details = Details::plain(&name_en, &name_fr);
    details.default_language =
        reader.required_choice("default_language", &[("en", "en"), ("fr", "fr")]).unwrap_or("fr").to_owned();
    let preset = reader.required_choice("preset", &Preset::ALL).unwrap_or(Preset::Quebec);
    let name = reader.required_line("admin_name", 120);
    let email = reader.email("admin_email");
    if email.is_none() && form.value("admin_email").trim().is_empty() {
        reader.refuse("admin_email", "wrong-required");
    }
    let email = email.unwrap_or_default();
    let password = form.value("new_password").to_owned();
    if let Some(key) = password::refused(&password, &[&name, &email, &details.name_en, &details.name_fr]) {
        reader.refuse("new_password", key);
    }
    details.contact_name.clone_from(&name);
    details.contact_phone = reader.phone("contact_phone").unwrap_or_default();
    reader.finish()?;
    let language = Lang::parse(&details.default_language);
    let admin = Invitation { holder: Holder::Guest { name, email }, role: Role::Admin, language, expires_on: None };
    Ok(SetUp { details, preset, admin, password })
}

pub async fn set_up(req: HttpRequest, visit: Visit, tenancy: web::Data<Tenancy>, form: Form) -> Answer {
    let set_up = match visit.must_be_ours(&form).and_then(|()| read_set_up(&visit, &form)) {
        Ok(set_up) => set_up,
        Err(Error::Invalid(errors)) => return page::refused(&visit, &set_up_page(&visit, form.with_errors(errors))),
        Err(error) => return Err(error),
    };
    let hash = password::hash(set_up.password.clone()).await?;
    let state = visit.state.clone();
    let founded = visit
        .state
        .db
        .write_across(move |conn| {
            super::one_set_up_at_a_time(conn)?;
            if !super::all(conn)?.is_empty() {
                return Ok(None); // the same form, sent twice
            }
            super::found(conn, &state, &set_up.details, set_up.preset, false)?;
            let coop = accounts::coop(conn)?;
            super::first_admin(&mut Act::by_itself(conn, &coop, &state), &set_up.admin, &hash).map(Some)
        })
        .await?;
    tenancy.forget();
    match founded {
        // The session belongs to a co-op that did not exist when this request began: sign in with the next one.
        Some(_) => Ok(page::done(&visit, &Done::to("/sign-in?next=/members").say("setup-done", ""))),
        None => Ok(see_other("/sign-in")),
    }
    .inspect(|_| tracing::info!(path = req.path(), "a co-op was set up"))
}

// ---- settings ----

#[derive(Template)]
#[template(path = "coops/settings.html")]
struct SettingsPage {
    page: Page,
    form: Form,
    languages: Vec<(&'static str, String)>,
    zones: Vec<(&'static str, String)>,
}

/// Time zones of Canada, west to east.
const ZONES: &[&str] = &[
    "America/Vancouver",
    "America/Edmonton",
    "America/Regina",
    "America/Winnipeg",
    "America/Toronto",
    "America/Halifax",
    "America/St_Johns",
];

fn settings_page(visit: &Visit, form: Form) -> SettingsPage {
    SettingsPage {
        page: Page::new(visit, "settings", "settings-title").with_form(&form),
        form,
        languages: visit.lang.choices(),
        zones: ZONES
            .iter()
            .map(|zone| (*zone, visit.lang.t(&format!("zone-{}", zone.replace(['/', '_'], "-")))))
            .collect(),
    }
}

fn filled_with_details(details: &Details) -> Form {
    Form::filled([
        ("name_en", details.name_en.clone()),
        ("name_fr", details.name_fr.clone()),
        ("default_language", details.default_language.clone()),
        ("time_zone", details.time_zone.clone()),
        ("reminders_from", details.reminders_from.to_string()),
        ("reminders_until", details.reminders_until.to_string()),
        ("contact_name", details.contact_name.clone()),
        ("contact_phone", details.contact_phone.clone()),
        ("contact_email", details.contact_email.clone()),
        ("public_pages", if details.public_pages { "1" } else { "" }.to_owned()),
    ])
    .once(&["name"], Lang::parse(&details.default_language).unwrap_or(Lang::Fr))
}

pub async fn settings_form(visit: Visit) -> Answer {
    let details = visit.read(|conn, _| super::details(conn)).await?;
    page::ok(&visit, &settings_page(&visit, filled_with_details(&details)))
}

fn read_details(form: &Form) -> Result<Details> {
    let reader = form.reader();
    let zones: Vec<(&str, &str)> = ZONES.iter().map(|zone| (*zone, *zone)).collect();
    let (name_en, name_fr) = reader.both("name", |reader, field| reader.line(field, 120));
    let hour = |field: &str, hours| reader.number(field, hours).map(|hour| hour as i32);
    let reminders_from = hour("reminders_from", 0..=22).unwrap_or(REMINDERS.0);
    let reminders_until = hour("reminders_until", 1..=24).unwrap_or(REMINDERS.1.max(reminders_from + 1));
    if reminders_until <= reminders_from {
        reader.refuse("reminders_until", "wrong-hours-order");
    }
    let details = Details {
        name_en,
        name_fr,
        reminders_from,
        reminders_until,
        default_language: language_word(&reader).to_owned(),
        time_zone: reader.required_choice("time_zone", &zones).unwrap_or("America/Toronto").to_owned(),
        contact_name: reader.line("contact_name", 120),
        contact_phone: reader.phone("contact_phone").unwrap_or_default(),
        contact_email: reader.email("contact_email").unwrap_or_default(),
        public_pages: reader.checked("public_pages"),
    };
    reader.finish()?;
    Ok(details)
}

fn language_word(reader: &Reader<'_>) -> &'static str {
    reader.required_choice("default_language", &[("en", "en"), ("fr", "fr")]).unwrap_or("en")
}

pub async fn change_settings(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            super::change(act, &read_details(form)?)?;
            Ok(Done::to("/settings").say("settings-saved", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &settings_page(&visit, form.with_errors(errors))),
        Err(error) => Err(error),
    }
}
