//! Static files: inside the program, named by their content, pre-compressed, kept by browsers for a year.
//!
//! The style sheets are joined in the order of their names into one `app.css`. Addresses inside it are replaced by the
//! hashed ones, so a changed font is a changed style sheet.

use std::collections::HashMap;
use std::io::Write as _;
use std::sync::LazyLock;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use bytes::Bytes;
use rust_embed::Embed;
use sha2::{Digest as _, Sha256};

#[derive(Embed)]
#[folder = "static/"]
#[exclude = "*.md"]
#[exclude = "*.txt"]
#[exclude = "js/CHECKSUMS"]
struct Files;

struct Asset {
    address: String,
    mime: String,
    plain: Bytes,
    gzip: Option<Bytes>,
}

struct Shelf {
    by_name: HashMap<String, Asset>,
    /// From hashed file name to name.
    by_file: HashMap<String, String>,
}

static SHELF: LazyLock<Shelf> = LazyLock::new(shelf);

fn shelf() -> Shelf {
    let mut names: Vec<String> = Files::iter().map(std::borrow::Cow::into_owned).collect();
    names.sort();
    let mut shelf = Shelf { by_name: HashMap::new(), by_file: HashMap::new() };
    for name in names.iter().filter(|name| !name.starts_with("css/")) {
        if let Some(file) = Files::get(name) {
            let short = name.rsplit('/').next().unwrap_or(name).to_owned();
            let sheet = short.ends_with(".css").then(|| without_comments(&String::from_utf8_lossy(&file.data)));
            let data = sheet.map_or_else(|| file.data.into_owned(), String::into_bytes);
            shelf.put(short, file.metadata.mimetype().to_owned(), data);
        }
    }
    let sheets = names.iter().filter(|name| name.starts_with("css/")).filter_map(|name| Files::get(name));
    let mut css: String = sheets.map(|file| String::from_utf8_lossy(&file.data).into_owned() + "\n").collect();
    for (name, asset) in &shelf.by_name {
        css = css.replace(&format!("\"/static/{name}\""), &format!("\"{}\"", asset.address));
    }
    let css = without_comments(&css);
    shelf.put("app.css".to_owned(), "text/css".to_owned(), css.into_bytes());
    shelf
}

impl Shelf {
    fn put(&mut self, name: String, mime: String, plain: Vec<u8>) {
        let hash = super::session::hex(&Sha256::digest(&plain)[..6]);
        let file = match name.rsplit_once('.') {
            Some((stem, end)) => format!("{stem}-{hash}.{end}"),
            None => format!("{name}-{hash}"),
        };
        let text = mime.starts_with("text/") || mime.contains("javascript") || mime.contains("svg");
        let mime = if text { format!("{mime}; charset=utf-8") } else { mime };
        let gzip = text.then(|| gzipped(&plain)).flatten().filter(|small| small.len() < plain.len());
        self.by_file.insert(file.clone(), name.clone());
        let asset = Asset { address: format!("/static/{file}"), mime, plain: plain.into(), gzip: gzip.map(Into::into) };
        self.by_name.insert(name, asset);
    }
}

/// Comments are for people who read the files; browsers are spared them.
fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once("*/").map_or("", |(_, rest)| rest));
    }
    out
}

fn gzipped(plain: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(plain).ok()?;
    encoder.finish().ok()
}

/// The address of a file by its short name (`app.css`). An unknown name leads to a missing page, and fails a test.
pub fn address(name: &str) -> &'static str {
    SHELF.by_name.get(name).map_or("/static/missing", |asset| asset.address.as_str())
}

/// Makes the shelf now rather than at the first request.
pub fn prepare() {
    LazyLock::force(&SHELF);
}

pub async fn serve(req: HttpRequest, file: web::Path<String>) -> HttpResponse {
    let Some(asset) = SHELF.by_file.get(file.as_str()).and_then(|name| SHELF.by_name.get(name)) else {
        return HttpResponse::NotFound().finish();
    };
    let accepts = req.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut answer = HttpResponse::Ok();
    answer
        .content_type(asset.mime.as_str())
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((header::VARY, "Accept-Encoding"));
    match &asset.gzip {
        Some(gzip) if accepts.contains("gzip") => {
            answer.insert_header((header::CONTENT_ENCODING, "gzip")).body(gzip.clone())
        }
        _ => answer.insert_header((header::CONTENT_ENCODING, "identity")).body(asset.plain.clone()),
    }
}
