//! Text that others read line by line.

/// `text` with a line end after its last line, so that the next article begins on a line of its
/// own.
pub(super) fn ended(text: &str) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    if bytes.last().is_some_and(|&last| last != b'\n') {
        bytes.push(b'\n');
    }
    bytes
}

/// Appends `text` with each run of blanks and line ends as one `joint`.
pub(super) fn push_joined(out: &mut String, text: &str, joint: char) {
    for (i, part) in text.split_whitespace().enumerate() {
        if i > 0 {
            out.push(joint);
        }
        out.push_str(part);
    }
}
