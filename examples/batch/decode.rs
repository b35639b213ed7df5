//! From the bytes of an article to its text.

use anyhow::{Result, bail};
use vinews::Encoding;

/// How bytes become text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decoder {
    pub(crate) encoding: Encoding,
    pub(crate) lossy: bool,
}

impl Decoder {
    /// The text of a whole article.
    pub(crate) fn article(self, bytes: Vec<u8>) -> Result<String> {
        let _ = self.encoding;
        self.utf8(bytes)
    }

    /// Text that is UTF-8 by its format, such as a line of JSON.
    pub(crate) fn utf8(self, bytes: Vec<u8>) -> Result<String> {
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(wrong) if self.lossy => String::from_utf8_lossy(wrong.as_bytes()).into_owned(),
            Err(wrong) => {
                let at = wrong.utf8_error().valid_up_to();
                bail!("no valid UTF-8 at byte {at}; see --encoding and --lossy");
            }
        };
        if !self.lossy && text.contains('\0') {
            bail!("holds NUL characters, so it is no text; see --lossy");
        }
        Ok(text)
    }
}
