//! The one error type. Reading a text never fails; only options and limits can, so no error depends
//! on what an article says.

use std::fmt;

/// Why a call was refused, as a stable code for programs, a message and a hint for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    code: ErrorCode,
    message: String,
    hint: String,
}

/// The stable codes of [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorCode {
    /// The text is longer than [`crate::Options::max_bytes`].
    TooLong,
    /// The text is empty or holds nothing but white space.
    Empty,
    /// An option has a value that it cannot have, such as a date that does not exist.
    BadOption,
}

impl ErrorCode {
    /// The code as it is written at the boundary: `too-long`, `empty`, `bad-option`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            ErrorCode::TooLong => "too-long",
            ErrorCode::Empty => "empty",
            ErrorCode::BadOption => "bad-option",
        }
    }
}

impl Error {
    pub(crate) fn new(code: ErrorCode, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { code, message: message.into(), hint: hint.into() }
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.code
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to do about it, in one sentence.
    #[must_use]
    pub fn hint(&self) -> &str {
        &self.hint
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.message, self.hint)
    }
}

impl std::error::Error for Error {}
