//! Names to what bears them, found over tokens: the longest first.

use super::{Syllable, UnitId, fold};
use crate::entity::PlaceKind;
use crate::entity::cue::{Marks, WHOLE};
use crate::letter::Letter;
use rustc_hash::FxHashMap;

/// What one name may be, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(u16);

impl Classes {
    /// A province or a city of that level.
    pub(crate) const PROVINCE: Self = Self(1);
    /// A district, a town or a city of that level.
    pub(crate) const DISTRICT: Self = Self(1 << 1);
    /// A commune, ward or township.
    pub(crate) const COMMUNE: Self = Self(1 << 2);
    /// A country, territory or continent.
    pub(crate) const COUNTRY: Self = Self(1 << 3);
    /// A city or province abroad.
    pub(crate) const ABROAD: Self = Self(1 << 4);
    /// A region.
    pub(crate) const REGION: Self = Self(1 << 5);
    /// A river, mountain, bridge, airport …
    pub(crate) const FEATURE: Self = Self(1 << 6);
    /// A short form: `HCM`, `ĐBSCL`.
    pub(crate) const SHORT: Self = Self(1 << 7);
    /// A word as well: `An Toàn`.
    pub(crate) const WORD: Self = Self(1 << 8);
    /// The name of a person as well: `Hùng Vương`.
    pub(crate) const PERSON: Self = Self(1 << 9);

    /// Whether the two share a bit.
    pub(crate) const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The bits.
    pub(crate) const fn bits(self) -> u16 {
        self.0
    }

    const fn of(kind: PlaceKind) -> Self {
        match kind {
            PlaceKind::Province => Self::PROVINCE,
            PlaceKind::District => Self::DISTRICT,
            PlaceKind::Commune => Self::COMMUNE,
            PlaceKind::Country | PlaceKind::Territory | PlaceKind::Continent => Self::COUNTRY,
            PlaceKind::City | PlaceKind::State => Self::ABROAD,
            PlaceKind::Region => Self::REGION,
            _ => Self::FEATURE,
        }
    }
}

/// What bears a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bearer {
    /// An administrative unit.
    Unit(UnitId),
    /// A place of this kind.
    Place(PlaceKind),
}

/// A name found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NameMatch {
    /// How many tokens it covers.
    pub(crate) tokens: usize,
    /// What it may be.
    pub(crate) classes: Classes,
}

/// A token as names see it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Spelling<'t> {
    /// A syllable of letters alone.
    Syllable(Syllable),
    /// Any other word or number.
    Other(&'t str),
    Dash,
}

impl Spelling<'_> {
    fn is_capital(&self) -> bool {
        let is_upper =
            |c: char| Letter::of(c).map_or_else(|| c.is_uppercase(), |letter| letter.is_upper());
        match self {
            Self::Syllable(syllable) => syllable.is_capital(),
            Self::Other(text) => text.starts_with(is_upper),
            Self::Dash => false,
        }
    }
}

/// The upper half of a hash.
const fn mark_key(hash: u64) -> u32 {
    (hash >> u32::BITS) as u32
}

/// Names over syllables: each run of syllables that begins a name is a node.
#[derive(Debug, Default)]
pub(crate) struct Names {
    nodes: FxHashMap<u64, Node>,
    entries: Vec<Entry>,
    /// Names of one syllable, and the first two of others: most words with a capital begin no name,
    /// and the nodes are too many to stay at hand.
    begins: Marks<BEGINS>,
}

/// Numbers enough that of other syllables one pair in ten is taken for one.
const BEGINS: usize = 1 << 13;

#[derive(Clone, Copy, Debug)]
struct Node {
    /// The first entry of the name that ends here.
    entry: u32,
    classes: Classes,
    /// Whether a longer name goes on from here.
    more: bool,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    bearer: Bearer,
    next: u32,
}

const NONE: u32 = u32::MAX;

impl Names {
    pub(crate) fn with_capacity(names: usize) -> Self {
        let mut nodes = FxHashMap::default();
        nodes.reserve(names);
        Self { nodes, entries: Vec::with_capacity(names), begins: Marks::default() }
    }

    /// Adds a name; `kind` gives its class.
    pub(crate) fn insert(&mut self, name: &str, bearer: Bearer, kind: PlaceKind) {
        let mut classes = Classes::of(kind);
        let letters = || name.chars().filter(|c| c.is_alphabetic());
        if letters().nth(1).is_some() && letters().all(char::is_uppercase) {
            classes = classes.with(Classes::SHORT);
        }
        let mut prefix = fold::EMPTY;
        let mut syllables = fold::syllables(name).peekable();
        let mut count = 0;
        while let Some((_, syllable)) = syllables.next() {
            prefix = fold::extend(prefix, syllable);
            count += 1;
            if count == 2 || syllables.peek().is_none() {
                self.begins.add(mark_key(prefix), WHOLE);
            }
            let fresh = Node { entry: NONE, classes: Classes::default(), more: false };
            let node = self.nodes.entry(prefix).or_insert(fresh);
            if syllables.peek().is_some() {
                node.more = true;
            } else {
                self.entries.push(Entry { bearer, next: node.entry });
                node.entry = u32::try_from(self.entries.len() - 1).unwrap_or(NONE);
                node.classes = node.classes.with(classes);
            }
        }
    }

    /// Marks a name as something else besides.
    pub(crate) fn mark(&mut self, name: &str, sense: Classes) {
        if let Some(node) = self.nodes.get_mut(&fold::whole(name)) {
            node.classes = node.classes.with(sense);
        }
    }

    /// All that bear the name with this hash, latest added first.
    pub(crate) fn bearers(&self, hash: u64) -> impl Iterator<Item = Bearer> {
        let mut at = self.nodes.get(&hash).map_or(NONE, |node| node.entry);
        std::iter::from_fn(move || {
            let entry = self.entries.get(at as usize)?;
            at = entry.next;
            Some(entry.bearer)
        })
    }

    /// What the name with this hash may be.
    pub(crate) fn classes(&self, hash: u64) -> Classes {
        self.nodes.get(&hash).map_or(Classes::default(), |node| node.classes)
    }

    /// Whether a name may begin with these two syllables, or be the first alone; a no is certain.
    #[inline]
    pub(crate) fn may_begin(&self, first: Syllable, second: Syllable) -> bool {
        let one = fold::extend(fold::EMPTY, first);
        let two = fold::extend(one, second);
        (self.begins.of(mark_key(one)) | self.begins.of(mark_key(two))) & WHOLE != 0
    }

    /// The longest name at the beginning of `words`; only one with a capital begins any.
    pub(crate) fn longest<'t>(
        &self,
        mut words: impl Iterator<Item = Spelling<'t>>,
    ) -> Option<NameMatch> {
        let first = words.next().filter(Spelling::is_capital)?;
        let mut found = None;
        let mut prefix = fold::EMPTY;
        let mut node = self.step(&mut prefix, first)?;
        let mut tokens = 1;
        loop {
            if node.entry != NONE {
                found = Some(NameMatch { tokens, classes: node.classes });
            }
            let Some(next) = words.next().filter(|_| node.more) else { return found };
            tokens += 1;
            if matches!(next, Spelling::Dash) {
                node.entry = NONE;
                continue;
            }
            match self.step(&mut prefix, next) {
                Some(next) => node = next,
                None => return found,
            }
        }
    }

    /// The node after all syllables of a token.
    fn step(&self, prefix: &mut u64, word: Spelling<'_>) -> Option<Node> {
        let text = match word {
            Spelling::Syllable(syllable) => {
                *prefix = fold::extend(*prefix, syllable);
                return self.nodes.get(prefix).copied();
            }
            Spelling::Other(text) => text,
            Spelling::Dash => "",
        };
        let mut node = None;
        for (_, syllable) in fold::syllables(text) {
            *prefix = fold::extend(*prefix, syllable);
            node = Some(*self.nodes.get(prefix)?);
        }
        node
    }
}
