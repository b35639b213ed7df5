//! What the tagger sees of each token: word, shape, lists, gazetteer, and what the document shows elsewhere.

use super::cue::{Cue, Cues, Reading, name, phrase_key, read, word_key};
use super::{Found, Gazetteer};
use crate::TokenKind;
use rustc_hash::FxHashMap;

/// The outer form of a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Beyond the ends of the sentence.
    #[default]
    Edge,
    /// A syllable in small letters.
    Lower,
    /// A syllable with a capital.
    Capital,
    /// A syllable in capitals.
    Capitals,
    /// A single capital letter.
    Letter,
    /// Single capital letters with points: `N.V.A`.
    Initials,
    /// A short form in capitals.
    Acronym,
    /// A foreign word in small letters.
    ForeignLower,
    /// A foreign word with a capital.
    Foreign,
    /// A name with inner hyphens or an apostrophe.
    Name,
    /// A number.
    Number,
    /// A Roman numeral.
    Roman,
    /// A date, time, sum, measure, telephone or document number, code.
    Figure,
    /// An address in the net, a hashtag.
    Net,
    /// A comma.
    Comma,
    /// A full stop, question or exclamation mark, ellipsis.
    Stop,
    /// A colon.
    Colon,
    /// A semicolon.
    Semicolon,
    /// A dash.
    Dash,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A quotation mark.
    Quote,
    /// A slash.
    Slash,
    /// Any other mark.
    Mark,
    /// A line end.
    Break,
}

impl Shape {
    fn of(kind: TokenKind, text: &str, reading: Reading) -> Self {
        let Reading { letters, capitals, .. } = reading;
        match kind {
            TokenKind::Acronym if letters == 1 => Self::Letter,
            TokenKind::Acronym if initials(text) => Self::Initials,
            TokenKind::Acronym => Self::Acronym,
            TokenKind::Name if capitals > 0 => Self::Name,
            TokenKind::Syllable | TokenKind::Foreign | TokenKind::Name => {
                let foreign = kind != TokenKind::Syllable;
                match capitals {
                    0 if foreign => Self::ForeignLower,
                    0 => Self::Lower,
                    1 if letters == 1 => Self::Letter,
                    n if n == letters && n > 1 => Self::Capitals,
                    _ if foreign => Self::Foreign,
                    _ => Self::Capital,
                }
            }
            TokenKind::Number => Self::Number,
            TokenKind::Roman => Self::Roman,
            TokenKind::Email | TokenKind::Url | TokenKind::Hashtag | TokenKind::Mention => {
                Self::Net
            }
            TokenKind::Punctuation => match text {
                "," => Self::Comma,
                "." | "!" | "?" | "…" | "..." => Self::Stop,
                ":" => Self::Colon,
                ";" => Self::Semicolon,
                "-" | "–" | "—" => Self::Dash,
                "(" | "[" => Self::Open,
                ")" | "]" => Self::Close,
                "\"" | "“" | "”" | "'" | "‘" | "’" | "«" | "»" => Self::Quote,
                "/" => Self::Slash,
                _ => Self::Mark,
            },
            TokenKind::LineBreak => Self::Break,
            _ => Self::Figure,
        }
    }

    /// Whether a name may begin or go on here.
    pub(crate) const fn is_capital(self) -> bool {
        matches!(
            self,
            Self::Capital
                | Self::Capitals
                | Self::Letter
                | Self::Initials
                | Self::Acronym
                | Self::Foreign
                | Self::Name
        )
    }
}

/// Bits of [`Sight::known`]: what the document shows of the same words elsewhere.
pub(crate) mod known {
    /// The run of capitals follows an honorific or the like.
    pub(crate) const PERSON: u8 = 1;
    /// The run of capitals follows a type word of places or stands in the gazetteer.
    pub(crate) const PLACE: u8 = 2;
    /// The last word of a run that names a person.
    pub(crate) const GIVEN: u8 = 4;
    /// The run stands more than once.
    pub(crate) const REPEATED: u8 = 8;
}

/// What the tagger sees of one token.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sight {
    /// The key of the word, small letters.
    pub(crate) word: u32,
    /// The keys of the last two and three letters and of the first three, of a word that is no
    /// Vietnamese syllable.
    pub(crate) affixes: [u32; 3],
    /// The key of the whole run of capitals.
    pub(crate) run: u32,
    pub(crate) shape: Shape,
    /// Bits of [`name`].
    pub(crate) name: u8,
    /// The code of the [`Cue`], and whether this is its first word (1), a later (2).
    pub(crate) cue: u8,
    pub(crate) cue_part: u8,
    /// Whether it is in the body right behind a title of the lists: `Chủ tịch | UBND tỉnh`.
    pub(crate) tail: bool,
    /// The gazetteer's bits, and whether this is the first word of the name (1), a later (2).
    pub(crate) place: u16,
    pub(crate) place_part: u8,
    /// Bits of [`known`].
    pub(crate) known: u8,
    /// Whether it may belong to a name, body or title; the tagger passes over all others.
    pub(crate) active: bool,
    /// Whether nothing parts it from the token before.
    pub(crate) glued: bool,
    /// Words before this one in its run of capitals, and the words of the run.
    pub(crate) run_at: u8,
    pub(crate) run_len: u8,
    /// The line: 1 short, 2 in capitals, 4 among the last of the text, 8 the first.
    pub(crate) line: u8,
}

impl Sight {
    /// Whether it is in a title of the lists.
    pub(crate) const fn is_title(&self) -> bool {
        self.cue >= Cue::TITLE
    }

    /// Whether what a body looks after may stand behind it.
    fn has_body(&self) -> bool {
        self.is_title() || self.cue == Cue::Head.code() || self.cue == Cue::Field.code()
    }

    /// Whether it stands before names of places: `xã`, `sông`.
    const fn is_before_place(&self) -> bool {
        (self.cue == Cue::Level.code() || self.cue == Cue::PlaceType.code()) && !self.tail
    }

    /// Whether it stands before names of people.
    const fn is_before_person(&self) -> bool {
        self.is_title() || self.cue == Cue::Honorific.code() || self.cue == Cue::Role.code()
    }
}

/// The sights of all tokens of a document.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) sights: Vec<Sight>,
}

impl Sheet {
    /// Looks at every token of `found`.
    pub(crate) fn new(found: &Found<'_>, cues: &Cues, gazetteer: &Gazetteer) -> Self {
        let mut sights: Vec<Sight> = found
            .tokens
            .iter()
            .map(|token| {
                let text = &found.text[token.span];
                let reading = read(text);
                let (word, shape) = (reading.key, Shape::of(token.kind, text, reading));
                let foreign = matches!(shape, Shape::Foreign | Shape::Name);
                Sight {
                    word,
                    affixes: if foreign { affix_keys(text) } else { [0; 3] },
                    shape,
                    name: if shape.is_capital() { cues.name(word) } else { 0 },
                    ..Sight::default()
                }
            })
            .collect();
        for (sight, pair) in sights.iter_mut().skip(1).zip(found.tokens.windows(2)) {
            sight.glued = matches!(pair, [a, b] if a.span.end == b.span.start);
        }
        mark_cues(&mut sights, cues);
        mark_places(&mut sights, found, gazetteer);
        mark_lines(&mut sights, found);
        for sentence in found.sentences {
            if let Some(sights) = sights.get_mut(sentence.first..sentence.last) {
                mark_runs(sights);
            }
        }
        recall(&mut sights);
        for sentence in found.sentences {
            if let Some(sights) = sights.get_mut(sentence.first..sentence.last) {
                mark_active(sights);
            }
        }
        Self { sights }
    }
}

fn initials(text: &str) -> bool {
    text.contains('.') && text.split('.').all(|part| part.chars().nth(1).is_none())
}

/// The keys of the last two and three letters and of the first three. Of what stands before a
/// point where there is one, which tells `H.Vân` Đồn, a district, from a person's initial.
fn affix_keys(text: &str) -> [u32; 3] {
    if let Some((before, _)) = text.split_once('.') {
        return [word_key(before) ^ 1, 0, 0];
    }
    let last = |n: usize| text.char_indices().rev().nth(n - 1).map_or(0, |(at, _)| at);
    let first = |n: usize| text.char_indices().nth(n).map_or(text.len(), |(at, _)| at);
    let key = |range: std::ops::Range<usize>| word_key(text.get(range).unwrap_or_default());
    [key(last(2)..text.len()), key(last(3)..text.len()), key(0..first(3))]
}

/// Finds the phrases of the lists, longest first.
fn mark_cues(sights: &mut [Sight], cues: &Cues) {
    let mut at = 0;
    let mut before = Sight::default();
    while at < sights.len() {
        let rest = sights.get_mut(at..).unwrap_or_default();
        let Some((cue, words)) = cues.longest(rest.iter().map(|s| s.word)) else {
            before = Sight::default();
            at += 1;
            continue;
        };
        let capital = rest.first().is_some_and(|s| s.shape.is_capital());
        let counts = match cue {
            Cue::ForeignPerson | Cue::ForeignPlace => capital,
            // The words are common; what a body looks after they tell only behind its head.
            Cue::Field => before.has_body(),
            _ => true,
        };
        if !counts {
            before = Sight::default();
            at += 1;
            continue;
        }
        let body = matches!(cue, Cue::Head | Cue::Field | Cue::Level);
        let tail = body && (before.tail || before.is_title());
        for (i, sight) in rest.iter_mut().take(words).enumerate() {
            sight.cue = cue.code();
            sight.cue_part = if i == 0 { 1 } else { 2 };
            sight.tail = tail;
            before = *sight;
        }
        at += words;
    }
}

/// Finds the names of the gazetteer, longest first.
fn mark_places(sights: &mut [Sight], found: &Found<'_>, gazetteer: &Gazetteer) {
    let mut at = 0;
    while at < sights.len() {
        let Some(name) = gazetteer.longest(found.text, found.tokens, at) else {
            at += 1;
            continue;
        };
        for (i, sight) in sights.iter_mut().skip(at).take(name.tokens).enumerate() {
            sight.place = name.classes.bits();
            sight.place_part = if i == 0 { 1 } else { 2 };
        }
        at += name.tokens.max(1);
    }
}

/// Marks short lines, lines in capitals, the first and the last ones of the text.
fn mark_lines(sights: &mut [Sight], found: &Found<'_>) {
    let lines = sights.split(|s| s.shape == Shape::Break).count();
    for (n, line) in sights.split_mut(|s| s.shape == Shape::Break).enumerate() {
        let small = line.iter().any(|s| matches!(s.shape, Shape::Lower | Shape::Capital));
        let mut bits = u8::from(line.len() <= 8);
        let (first, last) = (found.opens && n == 0, found.closes && n + 3 >= lines);
        bits |= u8::from(!small) << 1 | u8::from(last) << 2 | u8::from(first) << 3;
        for sight in line {
            sight.line = bits;
        }
    }
}

/// Words of the run of capitals at the beginning of `sights`; the point of `TP.` and `H.` and a
/// hyphen without blanks are inside.
fn run_len(sights: &[Sight]) -> usize {
    let mut len = 0;
    loop {
        let mut rest = sights.iter().skip(len);
        let (a, b, c) = (rest.next(), rest.next(), rest.next());
        if !a.is_some_and(|s| s.shape.is_capital()) {
            return len;
        }
        len += 1;
        let short = a.is_some_and(|s| matches!(s.shape, Shape::Letter | Shape::Acronym));
        let joins = match b.map(|s| s.shape) {
            Some(Shape::Stop) => short,
            Some(Shape::Dash) => b.is_some_and(|b| b.glued) && c.is_some_and(|c| c.glued),
            _ => false,
        };
        if joins && c.is_some_and(|s| s.shape.is_capital()) {
            len += 1;
        }
    }
}

/// Gives each run of capitals its key and each of its words the position.
fn mark_runs(sights: &mut [Sight]) {
    let mut first = 0;
    while first < sights.len() {
        let rest = sights.get(first..).unwrap_or_default();
        let len = run_len(rest);
        let key = rest.iter().take(len).fold(1, |key, s| phrase_key(key, s.word));
        for (i, sight) in sights.iter_mut().skip(first).take(len).enumerate() {
            sight.run = key;
            sight.run_at = i.min(7) as u8;
            sight.run_len = len.min(7) as u8;
        }
        first += len.max(1);
    }
}

/// Tokens before and behind a capital or a phrase of the lists that may still belong to its span.
const BEFORE: usize = 4;
const BEHIND: usize = 1;
/// A gap of so many tokens between active ones may be inside a span.
const GAP: usize = 4;
/// The head of a body in small letters goes on with a span that ended so many tokens before,
/// for so many tokens.
const HEAD_GAP: usize = 2;
const HEAD_BEHIND: usize = 4;
/// A number goes on with a span that ended so many tokens before: `đại biểu khóa XV`.
const NUMBER_GAP: usize = 2;

/// Marks the tokens that may belong to a span: near a capital, or in a phrase of the lists near one.
fn mark_active(sights: &mut [Sight]) {
    // The end of the last active stretch.
    let mut end = 0;
    let mut last = Sight::default();
    for i in 0..sights.len() {
        let Some(&s) = sights.get(i) else { break };
        let near = i < end + NUMBER_GAP && s.shape != Shape::Figure;
        let number = matches!(s.shape, Shape::Number | Shape::Roman | Shape::Figure)
            && (near || last.is_before_place());
        last = s;
        // The first word of a sentence has its capital for nothing, unless it names one who is
        // named elsewhere.
        let idle = i == 0
            && s.known & (known::PERSON | known::GIVEN) == 0
            && s.shape == Shape::Capital
            && s.cue == 0
            && s.place == 0
            && !sights.get(1).is_some_and(|next| next.shape.is_capital());
        let strong = number || s.shape.is_capital() && !idle;
        let head = s.cue == Cue::Head.code() && i < end + HEAD_GAP;
        if !strong && !head && !s.is_title() && !s.tail && s.cue != Cue::Honorific.code() {
            continue;
        }
        let (before, behind) = match (strong, head) {
            (true, _) => (BEFORE, BEHIND),
            (_, true) => (0, HEAD_BEHIND),
            _ => (0, 0),
        };
        let mut from = i.saturating_sub(before);
        // A phrase is seen from its first word on.
        let later = sights.get(..=from).unwrap_or_default().iter().rev();
        from -= later.take_while(|s| before > 0 && s.cue_part == 2).count().min(from);
        if end > 0 && from <= end + GAP {
            from = end.min(i);
        }
        end = i + behind + 1;
        sights.iter_mut().take(end).skip(from).for_each(|sight| sight.active = true);
    }
}

/// Carries what one place in the document shows of a run of capitals to all other places.
fn recall(sights: &mut [Sight]) {
    let mut shown: FxHashMap<u32, u8> = FxHashMap::default();
    let mut before = Sight::default();
    for i in 0..sights.len() {
        let Some(&sight) = sights.get(i) else { break };
        if sight.run_at == 0 && sight.run_len > 0 {
            let entry = shown.entry(sight.run).or_default();
            *entry |= known::REPEATED & (*entry << 3 | *entry << 2 | *entry << 1);
            let next = sights.get(i + 1).copied().unwrap_or_default();
            let calls = before.is_before_person() && before.shape != Shape::Break;
            let full = (2..=4).contains(&sight.run_len)
                && sight.name & name::SURNAME != 0
                && next.name & (name::MIDDLE | name::GIVEN) != 0
                && sight.place == 0;
            let person = calls || full;
            let place = before.is_before_place() || sight.place != 0;
            *entry |= 16;
            if person {
                *entry |= known::PERSON;
            }
            if place {
                *entry |= known::PLACE;
            }
            if person && sight.run_len <= 6 {
                let last = sights.get(i + usize::from(sight.run_len) - 1).copied();
                let key = phrase_key(1, last.unwrap_or_default().word);
                *shown.entry(key).or_default() |= known::GIVEN;
            }
        }
        before = sight;
    }
    for sight in sights {
        if sight.run_len > 0 {
            sight.known = shown.get(&sight.run).copied().unwrap_or_default() & 15;
        }
    }
}
