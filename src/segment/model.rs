//! The learned file: syllables, pairs and weights; every length is checked before use.
//!
//! Little-endian, within the frame of [`crate::weights`]: the length of the syllable list in bytes
//! (u32) and the list (one a line, other spellings of it behind blanks); a row of weights (16 × i8)
//! for each class and syllable; the count of pairs (u32) and the pairs (u16, u16, u32); the count
//! of cells (u32) and the cells (i16).

use super::gap::{COLUMNS, Table};
use super::lexicon::{CLASSES, Flags, Lexicon};
use crate::Error;
use crate::weights::Reader;

const MAGIC: &[u8; 8] = b"vnwords\0";
const VERSION: u32 = 2;
const PAIR: usize = 8;

/// A lexicon with the weights of its syllables, and of the tables.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    pub(crate) lexicon: Lexicon,
    /// One row a class or syllable.
    pub(crate) rows: Vec<[i8; COLUMNS]>,
    /// All tables one behind another.
    pub(crate) cells: Box<[i16; Table::LEN]>,
}

impl Model {
    /// What 1 in a row counts in the sum of a gap, where 1 in a cell counts 1.
    pub(crate) const ROW_UNIT: i32 = 4;
    /// What 1 in a pair counts there.
    pub(crate) const PAIR_UNIT: i32 = 8;

    /// Reads a learned file; `name` stands in error messages.
    pub(crate) fn read(name: &str, bytes: &[u8]) -> Result<Self, Error> {
        let mut file = Reader::open(name, bytes, MAGIC, VERSION)?;
        let wrong = |reason: String| Error::model(name, reason);
        let list = file.count(1)?;
        let list = std::str::from_utf8(file.bytes(list)?)
            .map_err(|_| wrong("the list of syllables is no text".into()))?;
        let rows = usize::from(CLASSES) + list.lines().count();
        let row_bytes = file.bytes(rows.saturating_mul(COLUMNS))?;
        let pairs = file.count(PAIR)?;
        let pair_bytes = file.bytes(pairs * PAIR)?;
        let cells = file.count(2)?;
        let cell_bytes = file.bytes(cells * 2)?;
        file.end()?;

        let mut lexicon = Lexicon::with_capacity(list.lines().count(), pairs);
        for line in list.lines() {
            lexicon.surfaces.read(line).ok_or_else(|| wrong(format!("no syllable: {line:?}")))?;
        }
        let cells: Vec<i16> =
            cell_bytes.as_chunks().0.iter().map(|cell| i16::from_le_bytes(*cell)).collect();
        let cells = cells.try_into().ok().filter(|_| lexicon.surfaces.end() == rows);
        let cells = cells.ok_or_else(|| wrong("the counts do not fit".into()))?;
        for pair in pair_bytes.as_chunks::<PAIR>().0 {
            let [a0, a1, b0, b1, weights @ ..] = *pair;
            let (a, b) = (u16::from_le_bytes([a0, a1]), u16::from_le_bytes([b0, b1]));
            lexicon.set_pair(a, b, u32::from_le_bytes(weights) & !Flags::MASK);
        }
        let row = |row: &[u8; COLUMNS]| row.map(|byte| byte as i8);
        Ok(Self { lexicon, rows: row_bytes.as_chunks().0.iter().map(row).collect(), cells })
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
        let count = |n: usize| (n as u32).to_le_bytes();
        let mut out = count(self.syllables.len()).to_vec();
        out.extend(self.syllables.as_bytes());
        out.extend(self.rows.as_flattened().iter().map(|&w| w as u8));
        out.extend(count(self.pairs.len()));
        for &(a, b, weights) in self.pairs {
            let packed = weights.iter().fold(0, |all, &w| all << 7 | w as u32 & 0x7f) << 4;
            out.extend(a.to_le_bytes());
            out.extend(b.to_le_bytes());
            out.extend(packed.to_le_bytes());
        }
        out.extend(count(self.cells.len()));
        out.extend(self.cells.iter().flat_map(|c| c.to_le_bytes()));
        crate::weights::frame(MAGIC, VERSION, &out)
    }
}
