//! The one error of the crate.

use std::fmt;

/// Why a list, a weights file or a builder was refused.
///
/// Text never causes an error; what a user adds to the bundled data may. The message names the
/// source, the line where there is one, and the reason:
/// `my-titles.tsv:12: unknown class "partty"`.
#[derive(Clone, Debug)]
pub struct Error(Box<Kind>);

#[derive(Clone, Debug)]
enum Kind {
    List { name: String, line: usize, reason: String },
    Model { name: String, reason: String },
    Option { name: String, reason: String },
}

impl Error {
    /// A row of the list `name` is wrong; `line` counts from 1.
    pub(crate) fn list(name: &str, line: usize, reason: impl Into<String>) -> Self {
        Self(Box::new(Kind::List { name: name.into(), line, reason: reason.into() }))
    }

    /// The weights called `name` cannot be used.
    #[allow(dead_code)]
    pub(crate) fn model(name: &str, reason: impl Into<String>) -> Self {
        Self(Box::new(Kind::Model { name: name.into(), reason: reason.into() }))
    }

    /// A value given to a builder or parser makes no sense.
    pub(crate) fn option(name: &str, reason: impl Into<String>) -> Self {
        Self(Box::new(Kind::Option { name: name.into(), reason: reason.into() }))
    }

    /// The line of the list that is wrong, counted from 1; `None` when the cause is no list.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        match &*self.0 {
            Kind::List { line, .. } => Some(*line),
            Kind::Model { .. } | Kind::Option { .. } => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Kind::List { name, line, reason } => write!(f, "{name}:{line}: {reason}"),
            Kind::Model { name, reason } | Kind::Option { name, reason } => {
                write!(f, "{name}: {reason}")
            }
        }
    }
}

impl std::error::Error for Error {}
