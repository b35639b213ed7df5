//! From the bytes of an article to its text.

use anyhow::{Error, Result, anyhow, bail};
use std::borrow::Cow;
use vinews::{Encoding, Normalizer};

/// How bytes become text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decoder {
    pub(crate) encoding: Encoding,
    pub(crate) lossy: bool,
}

impl Decoder {
    /// The text of a whole article. Offsets count in this text; of a UTF-8 file, it is the file.
    pub(crate) fn article(self, mut bytes: Vec<u8>) -> Result<String> {
        let read = Normalizer::new().encoding(self.encoding).normalize_bytes(&bytes);
        if read.is_lossy() && !self.lossy {
            return Err(no_text(&bytes, read.encoding()));
        }
        match read.into_source() {
            Cow::Owned(text) => self.checked(text),
            // The bytes are the text, but for a mark of byte order before it.
            Cow::Borrowed(text) => {
                bytes.drain(..bytes.len() - text.len());
                self.checked(String::from_utf8(bytes)?)
            }
        }
    }

    /// Text that is UTF-8 by its format, such as a line of JSON.
    pub(crate) fn utf8(self, bytes: Vec<u8>) -> Result<String> {
        match String::from_utf8(bytes) {
            Ok(text) => self.checked(text),
            Err(wrong) if !self.lossy => Err(no_text(wrong.as_bytes(), Encoding::Utf8)),
            Err(wrong) => self.checked(String::from_utf8_lossy(wrong.as_bytes()).into_owned()),
        }
    }

    fn checked(self, text: String) -> Result<String> {
        if !self.lossy && text.contains('\0') {
            bail!("holds NUL characters, so it is no text; see --lossy");
        }
        Ok(text)
    }
}

fn no_text(bytes: &[u8], encoding: Encoding) -> Error {
    let name = encoding.name();
    match std::str::from_utf8(bytes) {
        Err(wrong) if encoding == Encoding::Utf8 => {
            let at = wrong.valid_up_to();
            anyhow!("no valid {name} from byte {at} on; see --encoding and --lossy")
        }
        _ => anyhow!("no valid {name}; see --encoding and --lossy"),
    }
}
