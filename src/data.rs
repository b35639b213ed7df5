//! The only file that names `data/`: one static a list, read where its stage needs it.

/// Administrative units of both eras: id, from, to, name with its type, parent; by id.
pub(crate) const UNITS: &str = include_str!("../data/units.tsv");
/// What became of a unit: old id, new id, how; by old id.
pub(crate) const SUCCESSIONS: &str = include_str!("../data/successions.tsv");
/// Other names of units: id, name.
pub(crate) const UNIT_ALIASES: &str = include_str!("../data/aliases.tsv");
/// Countries, regions and cities of the world: name, kind, other forms.
pub(crate) const COUNTRIES: &str = include_str!("../data/countries.tsv");
/// Regions, waters, mountains, bridges, airports … of Vietnam: name, kind, other forms.
pub(crate) const FEATURES: &str = include_str!("../data/features.tsv");
/// Names of units that are words or people's names as well: name, sense.
pub(crate) const PLACE_DOUBTS: &str = include_str!("../data/place_doubts.tsv");
/// Words that stand before names of places: word, kind, type of unit.
pub(crate) const PLACE_TYPES: &str = include_str!("../data/place_types.tsv");
/// Short forms with their readings: short, rank, reading, domain, use, cues.
pub(crate) const ABBREVIATIONS: &str = include_str!("../data/abbreviations.tsv");

/// Titles with their class; honorifics, kinship and roles in a case, which are none, in the same list.
pub(crate) const TITLES: &str = include_str!("../data/titles.tsv");
/// Surnames; whether each is an ordinary word as well.
pub(crate) const SURNAMES: &str = include_str!("../data/surnames.tsv");
/// Syllables of given and middle names with the gender that bears them.
pub(crate) const GIVEN_NAMES: &str = include_str!("../data/given-names.tsv");
/// Words that begin the names of bodies, levels, and words before titles.
pub(crate) const ORG_HEADS: &str = include_str!("../data/org-heads.tsv");
/// Foreign names in Vietnamese letters.
pub(crate) const FOREIGN_NAMES: &str = include_str!("../data/foreign-names.tsv");
/// Words of people's names abroad, in Latin letters.
pub(crate) const NAMES_ABROAD: &str = include_str!("../data/names-abroad.tsv");
/// Names that are known by themselves: name, kind.
pub(crate) const RENOWN: &str = include_str!("../data/renown.tsv");
/// Weights of the tagger of entities.
pub(crate) const ENTITIES: &[u8] = include_bytes!("../data/entities.bin");
/// Words of two syllables and more, in lower case.
pub(crate) const LEXICON: &str = include_str!("../data/lexicon.tsv");
/// The learned weights of the word segmenter.
pub(crate) const WORDS: &[u8] = include_bytes!("../data/words.bin");
