//! QR codes, drawn as they stand on paper: an address to hold a phone to.

use qrcode::{Color, EcLevel, QrCode};

use super::error::{Error, Result};

/// A QR code as one path of squares, with a quiet zone of four.
pub struct Code {
    pub size: usize,
    pub path: String,
}

impl Code {
    /// # Errors
    /// `Internal` where the text is too long for one.
    pub fn of(text: &str) -> Result<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M)
            .map_err(|error| Error::Internal(anyhow::anyhow!("no code for {text}: {error}")))?;
        let width = code.width();
        let dark = code.to_colors().into_iter().zip(0usize..).filter(|(color, _)| *color == Color::Dark);
        let path = dark.map(|(_, place)| format!("M{} {}h1v1h-1z", place % width + 4, place / width + 4)).collect();
        Ok(Self { size: width + 8, path })
    }
}
