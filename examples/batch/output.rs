//! Where results go; a file appears under its name whole or not at all.

use super::plan::fingerprint;
use anyhow::{Result, bail};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

const BUFFER: usize = 1 << 16;

/// How the names of files that are being written begin; a run that is killed leaves one behind.
const UNFINISHED: &str = ".vinews-part";

/// One stream of results: standard output, a file, or something like a file that cannot be
/// renamed over (`/dev/null`, a pipe).
pub(crate) enum Output {
    Stream(BufWriter<Box<dyn Write>>),
    File(WholeFile),
}

impl Output {
    pub(crate) fn stdout() -> Self {
        Self::Stream(BufWriter::with_capacity(BUFFER, Box::new(io::stdout())))
    }

    /// The file at `path`.
    ///
    /// What an earlier run for the same path left unfinished when it was killed is removed.
    pub(crate) fn file(path: &Path) -> Result<Self> {
        match fs::metadata(path) {
            Ok(meta) if meta.is_dir() => bail!("this is a folder; see --output-dir"),
            Ok(meta) if !meta.is_file() => {
                let file: File = OpenOptions::new().write(true).open(path)?;
                Ok(Self::Stream(BufWriter::with_capacity(BUFFER, Box::new(file))))
            }
            // Through a symbolic link the file that it names is replaced, not the link.
            Ok(_) => Self::regular(&fs::canonicalize(path)?),
            Err(_) => Self::regular(path),
        }
    }

    /// The file at `path`, which must lie below `folder` when all links are followed, and must not
    /// be the `input` it is made from.
    pub(crate) fn below(folder: &Path, path: &Path, input: &Path) -> Result<Self> {
        let parent = folder_of(path);
        fs::create_dir_all(parent)?;
        if !fs::canonicalize(parent)?.starts_with(fs::canonicalize(folder)?) {
            bail!("a symbolic link leads out of {}", folder.display());
        }
        if fs::canonicalize(path).is_ok_and(|path| fs::canonicalize(input).is_ok_and(|i| i == path))
        {
            bail!("this would replace its own input");
        }
        Ok(Self::File(WholeFile::create(path)?))
    }

    fn regular(path: &Path) -> Result<Self> {
        sweep_prefix(folder_of(path), &unfinished_prefix(path))?;
        Ok(Self::File(WholeFile::create(path)?))
    }

    /// Makes everything written so far final.
    pub(crate) fn finish(self) -> Result<()> {
        match self {
            Self::Stream(mut stream) => Ok(stream.flush()?),
            Self::File(file) => file.finish(),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stream(stream) => stream.write(bytes),
            Self::File(file) => file.temporary.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stream(stream) => stream.flush(),
            Self::File(file) => file.temporary.flush(),
        }
    }
}

/// A file that is written beside its final name and renamed to it at the end; dropped before, it
/// leaves nothing.
pub(crate) struct WholeFile {
    temporary: BufWriter<NamedTempFile>,
    path: PathBuf,
}

impl WholeFile {
    fn create(path: &Path) -> Result<Self> {
        if path.file_name().is_none() {
            bail!("this names no file");
        }
        let prefix = unfinished_prefix(path);
        let mut builder = tempfile::Builder::new();
        builder.prefix(&prefix);
        #[cfg(unix)]
        {
            // As any program creates files; the user's mask takes its part away.
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let temporary = builder.tempfile_in(folder_of(path))?;
        Ok(Self { temporary: BufWriter::with_capacity(BUFFER, temporary), path: path.to_owned() })
    }

    fn finish(self) -> Result<()> {
        let temporary = self.temporary.into_inner().map_err(io::IntoInnerError::into_error)?;
        // Without this a crash of the machine could leave the new name on an empty file.
        temporary.as_file().sync_all()?;
        temporary.persist(&self.path).map_err(|error| error.error)?;
        Ok(())
    }
}

/// Removes whatever killed runs left unfinished in `folder`.
pub(crate) fn sweep(folder: &Path) -> Result<()> {
    sweep_prefix(folder, UNFINISHED)
}

fn sweep_prefix(folder: &Path, prefix: &str) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if name.as_encoded_bytes().starts_with(prefix.as_bytes()) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// How the temporary name of `path` begins. A number stands for the name, since the name itself
/// with something added could be longer than the file system allows.
fn unfinished_prefix(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    format!("{UNFINISHED}-{:016x}-", fingerprint(name))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}
