//! Opening inputs: packed or not, each with a bound on what one article may unpack to.

use super::inputs::Source;
use anyhow::{Error, Result, anyhow};
use flate2::bufread::MultiGzDecoder;
use indicatif::ProgressBar;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

const BUFFER: usize = 1 << 16;

/// The unpacked bytes of `source`; `progress` advances by the bytes as stored.
pub(crate) fn open(source: &Source, progress: &ProgressBar) -> Result<Box<dyn BufRead + Send>> {
    let raw: Box<dyn Read + Send> =
        if source.is_stdin() { Box::new(io::stdin()) } else { Box::new(File::open(&source.path)?) };
    let mut raw = BufReader::with_capacity(BUFFER, progress.wrap_read(raw));
    // Told by the content rather than by the name, so that standard input may be packed too.
    let packed = raw.fill_buf()?;
    Ok(if packed.starts_with(&[0x1f, 0x8b]) {
        Box::new(BufReader::with_capacity(BUFFER, MultiGzDecoder::new(raw)))
    } else if packed.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) {
        Box::new(BufReader::with_capacity(BUFFER, zstd::Decoder::with_buffer(raw)?))
    } else {
        Box::new(raw)
    })
}

/// All bytes of an article of at most `limit` bytes.
pub(crate) fn article(source: &Source, progress: &ProgressBar, limit: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(source, progress)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(too_large(limit));
    }
    // It stays until the article is done, and may have grown to twice its length.
    bytes.shrink_to_fit();
    Ok(bytes)
}

/// The next line without its end; `None` at the end of the input.
///
/// A line beyond `limit` is read over without being kept. It is an error of its own, so that the
/// lines after it are still to be had; the outer error is one of reading.
pub(crate) fn line(reader: &mut dyn BufRead, limit: u64) -> Result<Option<Result<Vec<u8>>>> {
    let mut kept = Vec::new();
    Read::take(&mut *reader, limit.saturating_add(1)).read_until(b'\n', &mut kept)?;
    if kept.is_empty() {
        return Ok(None);
    }
    if kept.last() != Some(&b'\n') && kept.len() as u64 > limit {
        reader.skip_until(b'\n')?;
        return Ok(Some(Err(too_large(limit))));
    }
    while kept.last().is_some_and(|b| matches!(b, b'\n' | b'\r')) {
        kept.pop();
    }
    Ok(Some(Ok(kept)))
}

fn too_large(limit: u64) -> Error {
    anyhow!("more than {limit} bytes unpacked, the largest article allowed; see --max-size")
}
