//! What becomes of the bytes that came: refused, kept as they are, or drawn anew. Pure.

use sha2::{Digest as _, Sha256};

use crate::platform::file_kind::FileKind;
use crate::platform::picture::{self, Wrong};
use crate::platform::upload;

/// A file as it will be kept.
#[derive(Debug, Clone)]
pub struct NewFile {
    pub name: String,
    pub kind: FileKind,
    pub bytes: Vec<u8>,
    pub sha256: Vec<u8>,
    /// Width and height of a picture.
    pub measures: Option<(i32, i32)>,
    pub description: String,
}

/// Reads a file that was sent with a name.
///
/// # Errors
/// The words for what is wrong with it.
pub fn read(name: &str, bytes: &[u8]) -> Result<NewFile, &'static str> {
    if bytes.is_empty() {
        return Err("wrong-file-none");
    }
    if bytes.len() > upload::BYTES_MAX {
        return Err("wrong-file-large");
    }
    let kind = FileKind::of(bytes).ok_or("wrong-file-kind")?;
    let (kind, bytes, measures) = if kind.is_picture() {
        let drawn = picture::drawn(bytes).map_err(|wrong| match wrong {
            Wrong::Kind => "wrong-file-kind",
            Wrong::Broken => "wrong-file-broken",
            Wrong::Pixels => "wrong-file-pixels",
        })?;
        (drawn.kind, drawn.bytes, Some((drawn.width as i32, drawn.height as i32)))
    } else {
        (kind, bytes.to_vec(), None)
    };
    let sha256 = Sha256::digest(&bytes).to_vec();
    Ok(NewFile { name: kind.named(name), kind, bytes, sha256, measures, description: String::new() })
}
