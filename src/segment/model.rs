//! The learned file: syllables, pairs and weights; every length is checked before use.
//!
//! All numbers are little-endian. A header of 32 bytes: the magic `vnwords` and a zero byte, the
//! version (u32), the counts of syllables, pairs and cells (u32 each), the length of the syllable
//! list in bytes (u32), four zero bytes. Then the syllable list (one a line, other spellings of it behind blanks),
//! a row of weights (16 × i8) for each class and syllable, the pairs (u16, u16, u32), the cells
//! (i16), and a checksum (u64) of all bytes before it.

use super::features::{COLUMNS, Table};
use super::lexicon::{CLASSES, Flags, Lexicon};
use crate::Error;

const MAGIC: &[u8; 8] = b"vnwords\0";
const VERSION: u32 = 1;
const PAIR: usize = 8;

/// A lexicon with the weights of its syllables, and of the tables.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    pub(crate) lexicon: Lexicon,
    /// One row a class or syllable.
    pub(crate) rows: Vec<[i8; COLUMNS]>,
    /// All tables one behind another.
    pub(crate) cells: Vec<i16>,
}

impl Model {
    /// What 1 in a row counts in the sum of a gap, where 1 in a cell counts 1.
    pub(crate) const ROW_UNIT: i32 = 4;
    /// What 1 in a pair counts there.
    pub(crate) const PAIR_UNIT: i32 = 8;

    /// Reads a learned file; `name` stands in error messages.
    pub(crate) fn read(name: &str, bytes: &[u8]) -> Result<Self, Error> {
        Self::parse(bytes).map_err(|reason| Error::model(name, reason))
    }

    fn parse(bytes: &[u8]) -> Result<Self, String> {
        let mut left = bytes;
        if take(&mut left, MAGIC.len())? != MAGIC {
            return Err("these are no weights for words".into());
        }
        let version = number(&mut left)?;
        if version != VERSION {
            return Err(format!("version {version}, where {VERSION} is read"));
        }
        let (body, checksum) = bytes.split_last_chunk::<8>().ok_or_else(short)?;
        if u64::from_le_bytes(*checksum) != self::checksum(body) {
            return Err("cut short or damaged: the checksum does not fit".into());
        }
        let [syllables, pairs, cells, list] = [(); 4].map(|()| number(&mut left));
        let (syllables, pairs, cells, list) = (syllables?, pairs?, cells?, list?);
        number(&mut left)?;
        let list = std::str::from_utf8(take(&mut left, list as usize)?)
            .map_err(|_| "the list of syllables is no text")?;

        let room = |count: u32, size: usize| (count as usize).min(bytes.len() / size);
        let mut lexicon = Lexicon::with_capacity(room(syllables, 1), room(pairs, PAIR));
        for line in list.lines() {
            lexicon.surfaces.read(line).ok_or_else(|| format!("no syllable: {line:?}"))?;
        }
        let count = usize::from(CLASSES) + syllables as usize;
        if lexicon.surfaces.end() != count {
            return Err("the count of syllables does not fit".into());
        }
        let rows = take(&mut left, count * COLUMNS)?;
        let rows = rows.as_chunks().0.iter().map(|row| row.map(|byte| byte as i8)).collect();
        for pair in take(&mut left, (pairs as usize).saturating_mul(PAIR))?.as_chunks::<PAIR>().0 {
            let [a0, a1, b0, b1, weights @ ..] = *pair;
            let (a, b) = (u16::from_le_bytes([a0, a1]), u16::from_le_bytes([b0, b1]));
            lexicon.set_pair(a, b, u32::from_le_bytes(weights) & !Flags::MASK);
        }
        let cells = take(&mut left, (cells as usize).saturating_mul(2))?;
        let cells: Vec<i16> = cells.as_chunks().0.iter().map(|c| i16::from_le_bytes(*c)).collect();
        if cells.len() != Table::LEN || left.len() != checksum.len() {
            return Err("the counts do not fit the length".into());
        }
        Ok(Self { lexicon, rows, cells })
    }

    /// Gives a new syllable the weights of the class `class`.
    pub(crate) fn fill_rows(&mut self, class: u16) {
        let row = self.rows.get(usize::from(class)).copied().unwrap_or_default();
        self.rows.resize(self.lexicon.surfaces.end(), row);
    }
}

/// What a file is written from.
#[cfg(feature = "train")]
pub(crate) struct Parts<'p> {
    /// One line a syllable, other spellings behind blanks.
    pub(crate) syllables: &'p str,
    pub(crate) rows: &'p [[i8; COLUMNS]],
    /// Two syllables and their four weights of 7 bits.
    pub(crate) pairs: &'p [(u16, u16, [i8; 4])],
    pub(crate) cells: &'p [i16],
}

#[cfg(feature = "train")]
impl Parts<'_> {
    /// The learned file.
    pub(crate) fn write(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        let counts = [
            self.syllables.lines().count(),
            self.pairs.len(),
            self.cells.len(),
            self.syllables.len(),
            0,
        ];
        for count in [VERSION as usize].into_iter().chain(counts) {
            out.extend((count as u32).to_le_bytes());
        }
        out.extend(self.syllables.as_bytes());
        out.extend(self.rows.as_flattened().iter().map(|&w| w as u8));
        for &(a, b, weights) in self.pairs {
            let packed = weights.iter().fold(0, |all, &w| all << 7 | w as u32 & 0x7f) << 4;
            out.extend(a.to_le_bytes());
            out.extend(b.to_le_bytes());
            out.extend(packed.to_le_bytes());
        }
        out.extend(self.cells.iter().flat_map(|c| c.to_le_bytes()));
        let sum = checksum(&out);
        out.extend(sum.to_le_bytes());
        out
    }
}

fn take<'b>(left: &mut &'b [u8], count: usize) -> Result<&'b [u8], String> {
    let (taken, rest) = left.split_at_checked(count).ok_or_else(short)?;
    *left = rest;
    Ok(taken)
}

fn number(left: &mut &[u8]) -> Result<u32, String> {
    let bytes = take(left, 4)?.first_chunk().ok_or_else(short)?;
    Ok(u32::from_le_bytes(*bytes))
}

fn short() -> String {
    "the file is cut short".into()
}

/// FNV-1a over words of 8 bytes: a flipped byte always changes it.
fn checksum(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks();
    let mut last = [0; 8];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    words.iter().chain([&last]).fold(0xcbf2_9ce4_8422_2325, |sum: u64, word| {
        (sum ^ u64::from_le_bytes(*word)).wrapping_mul(0x100_0000_01b3)
    })
}
