//! The description of the API, for machines (`/openapi.json`) and for people (`/docs`, from the program itself, off line too).

use std::sync::{Arc, LazyLock, OnceLock};

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use askama::Template;
use utoipa_swagger_ui::Config;

use crate::platform::error::Error;
use crate::platform::page::{self, Answer, Page};
use crate::platform::state::AppState;
use crate::platform::visit::Visit;

static JSON: OnceLock<String> = OnceLock::new();

pub async fn document(state: web::Data<AppState>) -> HttpResponse {
    let json = JSON.get_or_init(|| super::document(state.slices).to_json().unwrap_or_default());
    HttpResponse::Ok()
        .content_type("application/json")
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .body(json.as_str())
}

#[derive(Template)]
#[template(path = "api/docs.html")]
struct DocsPage {
    page: Page,
}

/// The frame around Swagger UI. Its words are English, as the names in the API are.
pub async fn index(visit: Visit) -> Answer {
    page::ok(&visit, &DocsPage { page: Page::named(&visit, "", "API") })
}

static CONFIG: LazyLock<Arc<Config<'static>>> = LazyLock::new(|| {
    Arc::new(Config::from("/openapi.json").use_base_layout().validator_url("none").deep_linking(false))
});

/// One of the files of Swagger UI; not its own frame, which asks for what our policy forbids.
pub async fn file(name: web::Path<String>) -> Answer {
    if name.ends_with(".html") {
        return Err(Error::NotFound);
    }
    let served = utoipa_swagger_ui::serve(&name, CONFIG.clone()).map_err(|error| anyhow::anyhow!("{error}"))?;
    let file = served.ok_or(Error::NotFound)?;
    let mut answer = HttpResponse::Ok();
    answer.content_type(with_charset(&file.content_type)).insert_header((header::CACHE_CONTROL, "no-cache"));
    if file.gzpipped {
        answer.insert_header((header::CONTENT_ENCODING, "gzip"));
    }
    Ok(answer.body(file.bytes.into_owned()))
}

fn with_charset(kind: &str) -> String {
    if kind.starts_with("text/") { format!("{kind}; charset=utf-8") } else { kind.to_owned() }
}
