//! What the phrases of the lists are.

use crate::entity::title::TitleClass;

/// What a phrase of the lists is; in the order of the codes, which so need no jump.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    /// An office, rank, degree or occupation.
    Title(TitleClass),
    /// `ông`, `đồng chí`.
    Honorific,
    /// Kinship or a role in a case: a name follows, but the phrase is no title.
    Role,
    /// The head of a body's name: `Ban Thường vụ`, `Sở`.
    Head,
    /// A level: `tỉnh`, `xã`.
    Level,
    /// `nguyên`, `phó` before a title.
    Prefix,
    /// A foreign person in Vietnamese letters: `Pu-tin`.
    ForeignPerson,
    /// A foreign place in Vietnamese letters: `Mát-xcơ-va`.
    ForeignPlace,
    /// A word before the name of a place: `sông`, `khu công nghiệp`.
    PlaceType,
    /// What a body looks after: `Tài nguyên và Môi trường`.
    Field,
    /// Words behind which stands an office that someone gets, holds or loses: `giữ chức`, `từng là`.
    Office,
    /// Words behind which an office may stand: `bổ nhiệm`, `là`.
    Being,
    /// What people say or do, no part of any name or title: `cho biết`, `đã`.
    Verb,
    /// A short form that is nothing of all this: `TƯ`.
    Short,
    /// What stands before names of works, ships, products, gods: `bộ phim`, `tàu`, `nữ thần`.
    Thing,
}

impl Cue {
    /// Codes of titles begin here.
    pub(crate) const TITLE: u8 = 15;

    /// A small number for features.
    pub(crate) const fn code(self) -> u8 {
        match self {
            Self::Title(class) => Self::TITLE + class as u8,
            Self::Honorific => 1,
            Self::Role => 2,
            Self::Head => 3,
            Self::Level => 4,
            Self::Prefix => 5,
            Self::ForeignPerson => 6,
            Self::ForeignPlace => 7,
            Self::PlaceType => 8,
            Self::Field => 9,
            Self::Office => 10,
            Self::Being => 11,
            Self::Verb => 12,
            Self::Short => 13,
            Self::Thing => 14,
        }
    }

    /// Whether both are titles or both heads, of which the shorter may stand within the longer.
    pub(super) const fn is_alike(self, other: Self) -> bool {
        matches!((self, other), (Self::Title(_), Self::Title(_)) | (Self::Head, Self::Head))
    }
}

/// Cues that are asked for together, by their codes.
#[derive(Clone, Copy)]
pub(crate) struct CueSet(u32);

const _: () = assert!((Cue::Title(TitleClass::Other).code() as u32) < u32::BITS);

impl CueSet {
    /// All titles.
    pub(crate) const TITLES: Self = Self(u32::MAX << Cue::TITLE);

    /// With these.
    #[allow(clippy::indexing_slicing)] // below the length
    pub(crate) const fn and(self, cues: &[Cue]) -> Self {
        let (mut set, mut at) = (self.0, 0);
        while at < cues.len() {
            set |= 1 << cues[at].code();
            at += 1;
        }
        Self(set)
    }

    /// Whether the cue of this code is one of them.
    pub(crate) const fn has(self, code: u8) -> bool {
        self.0.wrapping_shr(code as u32) & 1 != 0
    }
}
