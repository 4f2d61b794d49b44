//! `/sign-in/code`: the first way in for who got a letter on paper.

use actix_web::HttpRequest;
use askama::Template;

use super::come_in;
use crate::accounts::{self, invitations, password};
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;

#[derive(Template)]
#[template(path = "accounts/code.html")]
struct CodePage {
    page: Page,
    form: Form,
}

fn code_page(visit: &Visit, form: Form) -> CodePage {
    CodePage { page: Page::new(visit, "", "code-title").with_form(&form), form }
}

pub async fn form(visit: Visit) -> Answer {
    page::ok(&visit, &code_page(&visit, Form::blank()))
}

struct Typed {
    number: String,
    code: String,
    password: String,
}

fn read(form: &Form, guessed: &[String]) -> Result<Typed> {
    let guessed: Vec<&str> = guessed.iter().map(String::as_str).collect();
    let reader = form.reader();
    let number = reader.required_line("letter_number", 20);
    let code = reader.required_line("letter_code", 60);
    if let Some(key) = password::refused(form.value("new_password"), &guessed) {
        reader.refuse("new_password", key);
    }
    reader.finish()?;
    Ok(Typed { number, code, password: form.value("new_password").to_owned() })
}

/// Every guess is counted before anything is looked at, for the number and for the network.
pub async fn come(req: HttpRequest, visit: Visit, form: Form) -> Answer {
    let guessed = super::guessed(&visit).await?;
    let typed = match visit.must_be_ours(&form).and_then(|()| read(&form, &guessed)) {
        Ok(typed) => typed,
        Err(Error::Invalid(errors)) => return page::refused(&visit, &code_page(&visit, form.with_errors(errors))),
        Err(error) => return Err(error),
    };
    let (number, network) = (typed.number.clone(), visit.network.clone());
    visit.write(move |act| accounts::count_attempt(act, "code", Some(&number), &network)).await?.or_wait()?;
    let (number, code) = (typed.number.clone(), typed.code.clone());
    let found = visit.write(move |act| invitations::for_code(act, &number, &code)).await?;
    // Worked for whether the code is good or not, so that the time tells nothing.
    let hash = password::hash(typed.password.clone()).await?;
    let device = visit.device.clone();
    let outcome = match found {
        Some(account) => {
            let both = (typed.number, typed.code);
            visit.write(move |act| invitations::use_code(act, &account, (&both.0, &both.1), &hash, &device)).await
        }
        None => Err(Error::NotFound),
    };
    match outcome {
        Ok(account) => come_in(&req, &visit, &account, "/"),
        Err(Error::NotFound) => {
            let wrong = vec![FieldError { field: "letter_code".to_owned(), key: "code-wrong", limit: None }];
            page::refused(&visit, &code_page(&visit, form.with_errors(wrong)))
        }
        Err(Error::Invalid(_)) => {
            let left = vec![FieldError { field: "letter_number".to_owned(), key: "sign-in-left", limit: None }];
            page::refused(&visit, &code_page(&visit, form.with_errors(left)))
        }
        Err(error) => Err(error),
    }
}
