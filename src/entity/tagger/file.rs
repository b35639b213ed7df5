//! The weights as a file: only what is not 0 is written.
//!
//! Behind the frame: factors of groups of keys (`u16`), rows (`u32` number, then all keys, then of
//! each row a `u32` with a bit for each weight that follows, then those weights), scores of moves
//! (`i16`, layer by layer).

use super::table::{GROUPS, Table};
use super::{Layer, ROW, Tagger};
use crate::weights::Reader;
use crate::{Error, data};

const NAME: &str = "entities.bin";
const MAGIC: &[u8; 8] = b"vinewsEN";
const VERSION: u32 = 3;

impl Tagger {
    /// The bundled weights. A test reads them; were they damaged all the same, nothing would be
    /// found.
    pub(crate) fn bundled() -> Self {
        Self::read(data::ENTITIES).unwrap_or_default()
    }

    /// Reads the weights.
    ///
    /// # Errors
    /// When the file is none of ours or damaged.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::open(NAME, bytes, MAGIC, VERSION)?;
        let mut factors = Vec::with_capacity(GROUPS);
        for _ in 0..GROUPS {
            factors.push(u16::from_le_bytes(number(&mut reader)?));
        }
        let n = reader.count(8)?;
        let mut rows = Vec::with_capacity(n);
        for _ in 0..n {
            rows.push((reader.u32()?, [0; ROW]));
        }
        for (_, row) in &mut rows {
            let bits = reader.u32()?;
            for (_, weight) in row.iter_mut().enumerate().filter(|(i, _)| bits >> i & 1 == 1) {
                *weight = reader.bytes(1)?.first().map_or(0, |&b| b as i8);
            }
        }
        let mut moves: [Vec<i32>; 4] = Default::default();
        for (layer, moves) in Layer::ALL.into_iter().zip(&mut moves) {
            for _ in 0..layer.labels() * layer.labels() {
                moves.push(i16::from_le_bytes(number(&mut reader)?).into());
            }
        }
        reader.end()?;
        Ok(Self::of(Table::placed(factors, &rows), &moves))
    }

    /// The file of these weights.
    #[cfg(feature = "train")]
    pub(crate) fn write(&self) -> Vec<u8> {
        let rows: Vec<_> = self.table.weights().collect();
        let mut out = Vec::new();
        self.table.factors().iter().for_each(|factor| out.extend(factor.to_le_bytes()));
        out.extend((rows.len() as u32).to_le_bytes());
        rows.iter().for_each(|(key, _)| out.extend(key.to_le_bytes()));
        for (_, row) in rows {
            let bits = row.iter().enumerate().fold(0u32, |b, (i, &w)| b | u32::from(w != 0) << i);
            out.extend(bits.to_le_bytes());
            out.extend(row.iter().filter(|w| **w != 0).map(|w| *w as u8));
        }
        let of_layer = |(layer, moves): (Layer, &super::Moves)| {
            let n = layer.labels();
            moves.iter().take(n).flat_map(|row| row.iter().take(n)).copied().collect::<Vec<_>>()
        };
        for score in Layer::ALL.into_iter().zip(&self.moves).flat_map(of_layer) {
            out.extend(score.to_le_bytes());
        }
        crate::weights::frame(MAGIC, VERSION, &out)
    }
}

/// The two bytes of the next number.
fn number(reader: &mut Reader<'_>) -> Result<[u8; 2], Error> {
    let mut number = [0; 2];
    number.copy_from_slice(reader.bytes(2)?);
    Ok(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_weights_are_sound() {
        let tagger = Tagger::read(data::ENTITIES).expect("entities.bin");
        assert!(tagger.table.weights().count() > 10_000);
    }

    #[test]
    fn damaged_weights_are_refused() {
        assert!(Tagger::read(&[]).is_err());
        let cut = data::ENTITIES.get(..data::ENTITIES.len() / 2).expect("half");
        let error = Tagger::read(cut).expect_err("cut");
        assert_eq!(error.to_string(), "entities.bin: damaged: the checksum is wrong");
    }
}
