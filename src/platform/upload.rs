//! A file that came with a form: read part by part, never more than its limit kept in memory.

use actix_multipart::Multipart;
use futures_util::StreamExt as _;

use sha2::{Digest as _, Sha256};

use super::error::{Error, Result};
use super::forms::Form;
use super::session::hex;

/// The largest file that is kept to be looked at, in bytes.
pub const BYTES_MAX: usize = 10 * 1024 * 1024;
/// What is read and thrown away of a file that is too large, so that its sender gets an answer.
const READ_MAX: usize = 4 * BYTES_MAX;
const PARTS_MAX: usize = 10;
const VALUE_MAX: usize = 1_024;

/// The form's own fields, and the file.
#[derive(Debug, Default)]
pub struct Upload {
    pub form: Form,
    /// What the sender calls the file, without folders.
    pub name: String,
    /// One byte more than the limit when the file is larger.
    pub bytes: Vec<u8>,
}

impl Upload {
    /// What makes this form one that was sent before: its token, its fields and the content of the file.
    pub fn as_form(&self) -> Form {
        let mut form = self.form.clone();
        form.set("content", hex(&Sha256::digest(&self.bytes)));
        form
    }
}

/// Reads a form with one file, whose field is named `file`, and short fields beside it.
///
/// # Errors
/// `BadRequest` when the body is no such form, or is past all measure.
pub async fn read(mut body: Multipart) -> Result<Upload> {
    let (mut upload, mut total, mut parts) = (Upload::default(), 0_usize, 0);
    while let Some(part) = body.next().await {
        let mut part = part.map_err(|_| Error::BadRequest)?;
        parts += 1;
        let field = part.name().unwrap_or_default().to_owned();
        let is_file = field == "file";
        if parts > PARTS_MAX || field.len() > VALUE_MAX {
            return Err(Error::BadRequest);
        }
        if is_file {
            upload.name =
                plain_name(part.content_disposition().and_then(|head| head.get_filename()).unwrap_or_default());
        }
        let (mut value, limit) = (Vec::new(), if is_file { BYTES_MAX + 1 } else { VALUE_MAX });
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(|_| Error::BadRequest)?;
            total += chunk.len();
            if total > READ_MAX || (!is_file && value.len() + chunk.len() > limit) {
                return Err(Error::BadRequest);
            }
            let room = limit - value.len().min(limit);
            value.extend_from_slice(&chunk[..chunk.len().min(room)]);
        }
        if is_file {
            upload.bytes = value;
        } else {
            let value = String::from_utf8(value).map_err(|_| Error::BadRequest)?;
            if value.contains('\0') || field.contains('\0') {
                return Err(Error::BadRequest);
            }
            upload.form.set(&field, value);
        }
    }
    Ok(upload)
}

/// The last part of a path, without signs that turn or hide text, at most 80 characters.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let turns = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    last.chars().filter(|c| !c.is_control() && !turns(*c)).take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn a_file_name_is_only_a_name() {
        assert_eq!(plain_name("../../etc/members.csv"), "members.csv");
        assert_eq!(plain_name("C:\\lists\\liste\u{202E}.csv\0"), "liste.csv");
        assert_eq!(plain_name(&"x".repeat(500)).len(), 80);
    }
}
