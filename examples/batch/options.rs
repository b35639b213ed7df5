//! The command line.

use anyhow::{Result, bail};
use clap::{Parser, ValueEnum};
use std::path::{Path, PathBuf};
use vinews::{Date, Encoding, OffsetUnit, ToneStyle};

const EXAMPLES: &str = "\
Examples:
  What is in the articles of a folder, one JSON object a line:
      batch news/ > news.jsonl
  Words of one article, syllables joined by an underscore:
      batch --format segmented article.txt
  A page to look at in a browser:
      batch --format html --output news.html news/
  Abbreviations written out, from standard input:
      echo 'UBND xã Hoàng Tây họp.' | batch --format expanded -
  A dump of articles in JSON Lines, packed, offsets as Python counts them:
      batch --jsonl-field content --offsets chars --output found.jsonl dump.jsonl.zst
  One output file per article; stop and take up again at will:
      batch --output-dir found --resume news/
  Old articles in TCVN3, tone marks put the new way:
      batch --encoding tcvn3 --format normalized --tone new old/
  Your own short forms, one a row (columns as in data/abbreviations.tsv):
      batch --abbreviations ours.tsv news/

Exit status: 0 all inputs processed, 1 some failed (named on standard error, the
others are done all the same), 2 wrong usage.";

/// Reads Vietnamese news: finds sentences, words, abbreviations, people with their titles, places
/// with their administrative units.
#[derive(Parser, Debug)]
#[command(name = "batch", version, after_help = EXAMPLES, max_term_width = 100)]
pub(crate) struct Options {
    /// Files, folders (every *.txt below, also packed, in sorted order), or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    /// What to print
    #[arg(long, value_enum, default_value_t = FormatName::Jsonl)]
    pub(crate) format: FormatName,

    /// Write to this file, whole or not at all, instead of standard output
    #[arg(long, value_name = "PATH", conflicts_with = "output_dir")]
    pub(crate) output: Option<PathBuf>,

    /// Write one file per input into this folder, each under the name of its input
    #[arg(long, value_name = "DIR")]
    pub(crate) output_dir: Option<PathBuf>,

    /// Pass over inputs whose file in --output-dir is there already
    #[arg(long, requires = "output_dir")]
    pub(crate) resume: bool,

    /// Read JSON Lines and take the text from this field; `id` is kept. Folders: every *.jsonl
    #[arg(long, value_name = "NAME")]
    pub(crate) jsonl_field: Option<String>,

    /// Unit of every start and end: bytes of UTF-8, chars (code points, as Python counts), utf16
    #[arg(long, default_value = "bytes", value_name = "UNIT")]
    pub(crate) offsets: OffsetUnit,

    /// Encoding of the inputs: auto, utf-8, utf-16, windows-1258, tcvn3, vni, viscii, vps, viqr;
    /// auto knows UTF-8, UTF-16 by its mark, and the others where it is sure
    #[arg(long, default_value = "auto", value_name = "NAME")]
    pub(crate) encoding: Encoding,

    /// Where tone marks stand in text that is printed: old (hòa), new (hoà), keep (as it was)
    #[arg(long, default_value = "keep", value_name = "STYLE")]
    pub(crate) tone: ToneStyle,

    /// Your own words, added to the bundled ones: a header line and columns parted by tabs, word and
    /// mode (always, or empty)
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Option<PathBuf>,

    /// Your own abbreviations: short, rank, reading, domain, use, cues
    #[arg(long, value_name = "FILE")]
    pub(crate) abbreviations: Option<PathBuf>,

    /// Your own places: id, name, kind, parent, from, to, forms
    #[arg(long, value_name = "FILE")]
    pub(crate) places: Option<PathBuf>,

    /// Your own titles: title, class
    #[arg(long, value_name = "FILE")]
    pub(crate) titles: Option<PathBuf>,

    /// Date of the articles, for places that came and went [default: found in the text, else today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<Date>,

    /// Add the words to jsonl
    #[arg(long)]
    pub(crate) words: bool,

    /// Threads [default: all]; the output does not depend on it
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) jobs: Option<u16>,

    /// Largest article, unpacked; a larger one is an error, so that no packed bomb fills memory
    #[arg(long, value_name = "SIZE", default_value = "256M", value_parser = size)]
    pub(crate) max_size: u64,

    /// Bytes that are no valid text become U+FFFD; without it such an article is an error
    #[arg(long)]
    pub(crate) lossy: bool,

    /// No progress bar (there is none anyway when standard error is no terminal)
    #[arg(long)]
    pub(crate) no_progress: bool,
}

impl Options {
    /// What clap cannot see: options and inputs that contradict each other.
    pub(crate) fn check(&self) -> Result<()> {
        let utf8 = matches!(self.encoding, Encoding::Auto | Encoding::Utf8);
        if self.jsonl_field.is_some() && !utf8 {
            bail!("--encoding has no use with --jsonl-field: JSON Lines are UTF-8");
        }
        if self.inputs.iter().filter(|path| *path == Path::new("-")).count() > 1 {
            bail!("standard input (-) can be read only once");
        }
        Ok(())
    }
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FormatName {
    /// One JSON object an article (schema in data/schema)
    Jsonl,
    /// One line in, one line out: words parted by blanks, syllables joined by _
    Segmented,
    /// The text with its abbreviations written out
    Expanded,
    /// The text normalised
    Normalized,
    /// CoNLL-U with words and names
    Conllu,
    /// One entity a row, for a spreadsheet
    Tsv,
    /// One page with everything marked, for a browser
    Html,
}

impl FormatName {
    /// The ending of files in this format.
    pub(crate) const fn extension(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Segmented | Self::Expanded | Self::Normalized => "txt",
            Self::Conllu => "conllu",
            Self::Tsv => "tsv",
            Self::Html => "html",
        }
    }
}

/// Reads `4096`, `64K`, `256M`, `2G` (powers of 1024).
fn size(text: &str) -> Result<u64, String> {
    let units = [('K', 1 << 10), ('M', 1 << 20), ('G', 1 << 30)];
    let packed = units.iter().find_map(|&(letter, unit)| {
        Some((text.strip_suffix([letter, letter.to_ascii_lowercase()])?, unit))
    });
    let (number, unit) = packed.unwrap_or((text, 1));
    number
        .parse()
        .ok()
        .and_then(|n: u64| n.checked_mul(unit))
        .filter(|&n| n > 0)
        .ok_or_else(|| "a size is a number with K, M or G behind it, such as 64M".to_owned())
}
