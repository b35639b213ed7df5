//! The frame of the binary files in `data/`: what they are, their version, a checksum.
//!
//! Little-endian: 8 bytes of magic, `u32` version, `u32` checksum of the rest, the rest. Every
//! length is checked before use, so a damaged file is an [`Error`] and never a panic.

use crate::Error;

/// Reads one file from its beginning to its end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'b> {
    name: &'b str,
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    /// Checks the frame of the file called `name`.
    ///
    /// # Errors
    /// When it is another kind of file, of another version, or damaged.
    pub(crate) fn open(
        name: &'b str,
        bytes: &'b [u8],
        magic: &[u8; 8],
        version: u32,
    ) -> Result<Self, Error> {
        let mut reader = Self { name, rest: bytes };
        if reader.bytes(8)? != magic {
            return Err(Error::model(name, "another kind of file"));
        }
        let found = reader.u32()?;
        if found != version {
            return Err(Error::model(name, format!("version {found}, not {version}")));
        }
        if reader.u32()? != checksum(reader.rest) {
            return Err(Error::model(name, "damaged: the checksum is wrong"));
        }
        Ok(reader)
    }

    /// The next `n` bytes.
    ///
    /// # Errors
    /// When there are fewer.
    pub(crate) fn bytes(&mut self, n: usize) -> Result<&'b [u8], Error> {
        let Some((bytes, rest)) = self.rest.split_at_checked(n) else {
            return Err(Error::model(self.name, "cut short"));
        };
        self.rest = rest;
        Ok(bytes)
    }

    /// The next number.
    ///
    /// # Errors
    /// When the file ends before.
    pub(crate) fn u32(&mut self) -> Result<u32, Error> {
        let mut number = [0; 4];
        number.copy_from_slice(self.bytes(4)?);
        Ok(u32::from_le_bytes(number))
    }

    /// A number of items of at least `size` bytes each that follow.
    ///
    /// # Errors
    /// When the file cannot hold them.
    pub(crate) fn count(&mut self, size: usize) -> Result<usize, Error> {
        let n = self.u32()? as usize;
        if n.saturating_mul(size) > self.rest.len() {
            return Err(Error::model(self.name, "cut short"));
        }
        Ok(n)
    }

    /// Checks that nothing is left.
    ///
    /// # Errors
    /// When there are further bytes.
    pub(crate) fn end(self) -> Result<(), Error> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(Error::model(self.name, "longer than it says"))
        }
    }
}

/// The frame around `content`.
#[cfg(any(test, feature = "train"))]
pub(crate) fn frame(magic: &[u8; 8], version: u32, content: &[u8]) -> Vec<u8> {
    let mut file = magic.to_vec();
    file.extend(version.to_le_bytes());
    file.extend(checksum(content).to_le_bytes());
    file.extend(content);
    file
}

/// FNV-1a over words of four bytes: any changed byte changes it.
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = 0x811c_9dc5_u32 ^ bytes.len() as u32;
    for chunk in bytes.chunks(4) {
        let mut word = [0; 4];
        word.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
        sum = (sum ^ u32::from_le_bytes(word)).wrapping_mul(0x0100_0193).rotate_left(7);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_is_an_error() {
        let good = frame(b"a magic!", 3, &[1, 2, 3, 4, 5]);
        assert!(Reader::open("x", &good, b"a magic!", 3).is_ok());
        assert!(Reader::open("x", &good, b"another!", 3).is_err());
        assert!(Reader::open("x", &good, b"a magic!", 4).is_err());
        for i in 0..good.len() {
            let mut bad = good.clone();
            bad[i] ^= 0x40;
            assert!(Reader::open("x", &bad, b"a magic!", 3).is_err(), "byte {i}");
            assert!(Reader::open("x", &good[..i], b"a magic!", 3).is_err(), "cut at {i}");
        }
    }
}
