//! A photo: a picture cut square and made small, see `platform/picture`. Pure.

use image::DynamicImage;
use image::imageops::FilterType;

use crate::platform::picture::{self, Wrong};

/// The edge of the square, in pixels.
pub const EDGE: u32 = 320;
/// The most bytes of what is kept.
pub const BYTES_MAX: usize = 60 * 1024;

/// Makes the photo that is kept, a JPEG, from a file.
///
/// # Errors
/// The words for what is wrong with the file.
pub fn square(bytes: &[u8]) -> Result<Vec<u8>, &'static str> {
    let (picture, orientation) = picture::decoded(bytes).map_err(|wrong| match wrong {
        Wrong::Kind => "wrong-photo-kind",
        Wrong::Broken => "wrong-photo-broken",
        Wrong::Pixels => "wrong-photo-pixels",
    })?;
    let mut small = cut(&picture);
    small.apply_orientation(orientation);
    picture::jpeg(&picture::on_white(&small), BYTES_MAX).ok_or("wrong-photo-broken")
}

/// The square in the middle, made as large as photos are.
fn cut(picture: &DynamicImage) -> DynamicImage {
    let edge = picture.width().min(picture.height());
    let middle = picture.crop_imm((picture.width() - edge) / 2, (picture.height() - edge) / 2, edge, edge);
    if edge > EDGE { middle.thumbnail_exact(EDGE, EDGE) } else { middle.resize_exact(EDGE, EDGE, FilterType::Triangle) }
}

#[cfg(test)]
#[path = "photo_tests.rs"]
mod tests;
