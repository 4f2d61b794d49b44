//! Which committee deals with repairs.

use askama::Template;

use super::unless_wrong;
use crate::committees;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::repairs;

#[derive(Template)]
#[template(path = "repairs/settings.html")]
struct SettingsPage {
    page: Page,
    form: Form,
    committees: Vec<(String, String)>,
}

async fn settings_page(visit: &Visit, form: Option<Form>) -> Result<SettingsPage> {
    let (committee, options) =
        visit.read(|conn, visit| Ok((repairs::committee(conn)?, committees::options(conn, visit.lang)?))).await?;
    let form = form.unwrap_or_else(|| {
        Form::filled([("repairs_committee", committee.map(|id| id.to_string()).unwrap_or_default())])
    });
    let mut committees = vec![(String::new(), visit.lang.t("repairs-no-committee"))];
    committees.extend(options.into_iter().map(|(id, name)| (id.to_string(), name)));
    let page = Page::new(visit, "settings", "repairs-settings-title").with_form(&form);
    Ok(SettingsPage { page, form, committees })
}

pub async fn settings_form(visit: Visit) -> Answer {
    page::ok(&visit, &settings_page(&visit, None).await?)
}

pub async fn change_settings(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let committee = match form.value("repairs_committee") {
                "" => None,
                word => Some(word.parse().map_err(|_| Error::field("repairs_committee", "wrong-choice"))?),
            };
            repairs::settle(act, committee)?;
            Ok(Done::to("/repairs/settings").say("repairs-settled", ""))
        })
        .await;
    match outcome {
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &settings_page(&visit, Some(form.with_errors(errors))).await?)
        }
        outcome => unless_wrong(&visit, outcome),
    }
}
