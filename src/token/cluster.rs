//! What never parts from the character before it: marks, joiners, pictographs with their
//! modifiers. A token border inside a grapheme cluster would break what the reader sees as one.

use unicode_normalization::char::is_combining_mark;

/// Whether `c` belongs to the character before it (Unicode: Extend, SpacingMark, ZWJ).
pub(super) fn extends(c: char) -> bool {
    c >= '\u{300}'
        && (is_combining_mark(c)
            || matches!(c, '\u{200c}' | '\u{200d}' | '\u{1f3fb}'..='\u{1f3ff}')
            || matches!(c, '\u{ff9e}' | '\u{ff9f}' | '\u{e33}' | '\u{eb3}')
            || matches!(c, '\u{e0020}'..='\u{e007f}'))
}

/// Whether `c` is a sign that never parts from the character after it (Unicode: Prepend).
pub(super) fn leads(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{605}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}'
        | '\u{d4e}' | '\u{110bd}' | '\u{110cd}' | '\u{111c2}' | '\u{111c3}' | '\u{113d1}'
        | '\u{1193f}' | '\u{11941}' | '\u{11a3a}' | '\u{11a84}'..='\u{11a89}' | '\u{11d46}'
        | '\u{11f02}')
}

/// Whether `c` is a pictograph.
pub(super) fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{2b05}'..='\u{2b07}' | '\u{2b1b}' | '\u{2b1c}'
        | '\u{2b50}' | '\u{2b55}' | '\u{231a}' | '\u{231b}' | '\u{23e9}'..='\u{23fa}'
        | '\u{1f000}'..='\u{1f1e5}' | '\u{1f200}'..='\u{1faff}')
}

/// Whether `c` is one half of a flag.
pub(super) fn is_flag_half(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

/// Whether a joiner before `c` may bind it to a pictograph: all of them and the older signs that
/// are drawn as such.
fn is_joined(c: char) -> bool {
    let sign =
        matches!(c, '©' | '®' | '‼' | '⁉' | '\u{2100}'..='\u{2bff}' | '〰' | '〽' | '㊗' | '㊙');
    (sign || is_pictograph(c)) && !is_flag_half(c)
}

/// The end of the cluster that ends at or after `end`: past marks, and past what a joiner joins.
pub(super) fn close(text: &str, end: usize) -> usize {
    let mut end = end;
    let mut joined = text.get(..end).is_some_and(|before| before.ends_with(JOINER));
    for c in text.get(end..).unwrap_or_default().chars() {
        if !(extends(c) || joined && is_joined(c)) {
            break;
        }
        joined = c == JOINER;
        end += c.len_utf8();
    }
    end
}

const JOINER: char = '\u{200d}';
