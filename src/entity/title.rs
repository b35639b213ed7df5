//! Offices, ranks, degrees, posts and occupations.

mod apposition;
pub(crate) mod call;
pub(crate) mod label;

use super::Found;
use super::cue::{Cue, Cues};
use super::sheet::{Sheet, Sight};
use super::tagger::{Labels, spans};
use crate::Span;
use std::ops::Range;

/// An office, rank, degree, post or occupation of a named person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// The title with its body.
    pub span: Span,
    /// Its domain.
    pub class: TitleClass,
    /// The body within the span.
    pub organization: Option<Span>,
    /// The body with what the article makes plain filled in: `Đảng ủy xã Hoàng Tây`.
    pub body: Option<String>,
}

/// The domain of a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum TitleClass {
    /// The Party: `Bí thư Tỉnh ủy`.
    Party,
    /// Government at any level, kings and presidents: `Chủ tịch UBND tỉnh`.
    Government,
    /// The National Assembly and the people's councils: `đại biểu Quốc hội`.
    Legislature,
    /// Courts, prosecutors, lawyers: `thẩm phán`.
    Judiciary,
    /// The army, its ranks and honours: `Thiếu tướng`.
    Military,
    /// The police: `Trưởng Công an huyện`.
    Police,
    /// Front, unions and associations: `Chủ tịch Hội Nông dân`.
    MassOrganization,
    /// Companies and cooperatives: `Tổng Giám đốc`.
    Business,
    /// Degrees, schools and universities: `PGS.TS`, `Hiệu trưởng`.
    Academic,
    /// The press: `Tổng Biên tập`.
    Media,
    /// Arts and entertainment: `ca sĩ`.
    Art,
    /// Sport: `tiền vệ`.
    Sport,
    /// Religion: `Hòa thượng`.
    Religion,
    /// Any other occupation: `bác sĩ`, `lái xe`.
    Occupation,
    /// None of these is known of it.
    Other,
}

impl TitleClass {
    /// The class that the lists call so.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "party" => Self::Party,
            "government" => Self::Government,
            "legislature" => Self::Legislature,
            "judiciary" => Self::Judiciary,
            "military" => Self::Military,
            "police" => Self::Police,
            "mass_organization" => Self::MassOrganization,
            "business" => Self::Business,
            "academic" => Self::Academic,
            "media" => Self::Media,
            "art" => Self::Art,
            "sport" => Self::Sport,
            "religion" => Self::Religion,
            "occupation" => Self::Occupation,
            "other" => Self::Other,
            _ => return None,
        })
    }
}

/// The title over `tokens`.
pub(crate) fn title(
    found: &Found<'_>,
    sheet: &Sheet,
    labels: &Labels,
    cues: &Cues,
    tokens: Range<usize>,
) -> Title {
    let sights = sheet.sights.get(tokens.clone()).unwrap_or_default();
    let class = (0..sights.len())
        .find_map(|at| cues.class(sights.iter().skip(at).map(|s| s.word)))
        .unwrap_or(TitleClass::Other);
    let organization = spans(&labels.bodies, tokens.clone())
        .next()
        .or_else(|| headed(sights, cues).map(|at| tokens.start + at..tokens.end))
        .map(|body| found.span(&body));
    Title { span: found.span(&tokens), class, organization, body: None }
}

/// Where the body begins in a title whose body was not seen: at the first head of the lists, unless
/// that is a last word alone, as in `Trưởng ban`.
fn headed(title: &[Sight], cues: &Cues) -> Option<usize> {
    (1..title.len().saturating_sub(1)).find(|&at| {
        let words = title.iter().skip(at).map(|s| s.word);
        matches!(cues.longest(words), Some((Cue::Head, _)))
    })
}
