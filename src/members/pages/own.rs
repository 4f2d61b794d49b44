//! One's own details: how to reach me, in which language, and who may see it.

use askama::Template;

use crate::members::{self, OwnDetails};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

#[derive(Template)]
#[template(path = "members/profile.html")]
struct ProfilePage {
    page: Page,
    form: Form,
    /// Nobody in the register, when the account belongs to no member.
    member: Option<i64>,
    languages: Vec<(&'static str, String)>,
}

pub fn languages(visit: &Visit) -> Vec<(&'static str, String)> {
    vec![("en", visit.lang.t("language-en")), ("fr", visit.lang.t("language-fr"))]
}

fn profile_page(visit: &Visit, form: Form) -> Result<ProfilePage> {
    Ok(ProfilePage {
        page: Page::new(visit, "members", "profile-title").with_form(&form),
        form,
        member: visit.viewer()?.member_id,
        languages: languages(visit),
    })
}

pub async fn profile(visit: Visit) -> Answer {
    let Some(member) = visit.viewer()?.member_id else {
        return page::ok(&visit, &profile_page(&visit, Form::blank())?);
    };
    let own = visit.read(move |conn, _| members::own_details(conn, member)).await?;
    let ticked = |yes: bool| if yes { "1" } else { "" }.to_owned();
    let form = Form::filled([
        ("phone", own.phone.unwrap_or_default()),
        ("phone_shared", ticked(own.phone_shared)),
        ("email", own.email.unwrap_or_default()),
        ("email_shared", ticked(own.email_shared)),
        ("member_language", own.language),
    ]);
    page::ok(&visit, &profile_page(&visit, form)?)
}

fn read_own(form: &Form) -> Result<OwnDetails> {
    let reader = form.reader();
    let own = OwnDetails {
        phone: reader.phone("phone"),
        phone_shared: reader.checked("phone_shared"),
        email: reader.email("email"),
        email_shared: reader.checked("email_shared"),
        language: reader.required_choice("member_language", &[("en", "en"), ("fr", "fr")]).unwrap_or("en").to_owned(),
    };
    reader.finish()?;
    Ok(own)
}

pub async fn change_profile(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            members::change_own(act, &read_own(form)?)?;
            Ok(Done::to("/profile").say("profile-saved", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &profile_page(&visit, form.with_errors(errors))?),
        Err(error) => Err(error),
    }
}
