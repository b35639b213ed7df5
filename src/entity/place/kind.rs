//! What kind of place.

use std::{fmt, str::FromStr};

/// The names of the kinds, as lists and output write them.
const NAMES: &[(&str, PlaceKind)] = &[
    ("country", PlaceKind::Country),
    ("territory", PlaceKind::Territory),
    ("continent", PlaceKind::Continent),
    ("region", PlaceKind::Region),
    ("state", PlaceKind::State),
    ("city", PlaceKind::City),
    ("province", PlaceKind::Province),
    ("district", PlaceKind::District),
    ("commune", PlaceKind::Commune),
    ("village", PlaceKind::Village),
    ("street", PlaceKind::Street),
    ("road", PlaceKind::Road),
    ("square", PlaceKind::Square),
    ("urban_area", PlaceKind::UrbanArea),
    ("industrial_zone", PlaceKind::IndustrialZone),
    ("bridge", PlaceKind::Bridge),
    ("airport", PlaceKind::Airport),
    ("port", PlaceKind::Port),
    ("station", PlaceKind::Station),
    ("border_gate", PlaceKind::BorderGate),
    ("river", PlaceKind::River),
    ("lake", PlaceKind::Lake),
    ("sea", PlaceKind::Sea),
    ("bay", PlaceKind::Bay),
    ("island", PlaceKind::Island),
    ("beach", PlaceKind::Beach),
    ("cape", PlaceKind::Cape),
    ("mountain", PlaceKind::Mountain),
    ("pass", PlaceKind::Pass),
    ("waterfall", PlaceKind::Waterfall),
    ("cave", PlaceKind::Cave),
    ("forest", PlaceKind::Forest),
    ("park", PlaceKind::Park),
    ("historic_site", PlaceKind::HistoricSite),
    ("building", PlaceKind::Building),
    ("market", PlaceKind::Market),
    ("other", PlaceKind::Other),
];

/// The kind of a place.
///
/// ```
/// use vinews::PlaceKind;
/// assert_eq!(PlaceKind::BorderGate.as_str(), "border_gate");
/// assert_eq!("commune".parse::<PlaceKind>()?, PlaceKind::Commune);
/// # Ok::<(), vinews::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum PlaceKind {
    /// A country of today or of the past: Lào, Liên Xô.
    Country,
    /// A territory that is no country: Hồng Kông.
    Territory,
    /// A continent: châu Á.
    Continent,
    /// A region of Vietnam or of the world: Tây Nguyên, Đông Nam Á.
    Region,
    /// A state or province of another country: bang Texas, Quảng Tây.
    State,
    /// A city of another country: Viêng Chăn.
    City,
    /// A province or a city of that level: tỉnh Hà Nam, thành phố Hà Nội.
    Province,
    /// A district, town or city of that level: huyện Bình Lục, thành phố Phủ Lý.
    District,
    /// A commune, ward, township or special zone: xã An Đổ, phường 3.
    Commune,
    /// A village, hamlet or residential group: thôn 5, bản Lác, tổ dân phố số 2.
    Village,
    /// A street or alley: đường Lê Lợi, ngõ 12.
    Street,
    /// A road of the country: Quốc lộ 1A.
    Road,
    /// A square, crossing or roundabout: quảng trường Ba Đình, ngã tư Sở.
    Square,
    /// A housing estate or quarter: khu đô thị Ciputra.
    UrbanArea,
    /// An industrial or economic zone: khu công nghiệp Đồng Văn.
    IndustrialZone,
    /// A bridge or tunnel: cầu Long Biên.
    Bridge,
    /// An airport: sân bay Nội Bài.
    Airport,
    /// A port or ferry: cảng Cái Lân.
    Port,
    /// A railway or coach station: ga Phủ Lý.
    Station,
    /// A border gate: cửa khẩu Lao Bảo.
    BorderGate,
    /// A river, stream or canal: sông Đáy.
    River,
    /// A lake, lagoon or reservoir: hồ Tam Chúc.
    Lake,
    /// A sea or ocean: Biển Đông.
    Sea,
    /// A bay or gulf: vịnh Hạ Long.
    Bay,
    /// An island or islands: đảo Cồn Cỏ, quần đảo Trường Sa.
    Island,
    /// A beach: bãi biển Mỹ Khê.
    Beach,
    /// A cape: mũi Cà Mau.
    Cape,
    /// A mountain or range: núi Ba Vì.
    Mountain,
    /// A pass: đèo Hải Vân.
    Pass,
    /// A waterfall: thác Bản Giốc.
    Waterfall,
    /// A cave: động Phong Nha.
    Cave,
    /// A forest: rừng Sác.
    Forest,
    /// A park, nature reserve or garden: Vườn quốc gia Cúc Phương.
    Park,
    /// A historic site, temple, pagoda or monument: chùa Tam Chúc.
    HistoricSite,
    /// A building, hall, stadium or hotel: sân vận động Mỹ Đình.
    Building,
    /// A market: chợ Đồng Xuân.
    Market,
    /// Any other.
    Other,
}

impl PlaceKind {
    /// The name of the kind as lists and output write it: `border_gate`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        NAMES.iter().find(|(_, kind)| *kind == self).map_or("other", |(name, _)| name)
    }

    /// Whether it is a level of administration: province, district or commune.
    #[must_use]
    pub const fn is_administrative(self) -> bool {
        matches!(self, Self::Province | Self::District | Self::Commune)
    }
}

impl fmt::Display for PlaceKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for PlaceKind {
    type Err = crate::Error;

    /// Reads the name of a kind.
    ///
    /// # Errors
    /// When no kind has that name.
    fn from_str(text: &str) -> Result<Self, crate::Error> {
        let found = NAMES.iter().find(|(name, _)| *name == text).map(|&(_, kind)| kind);
        found.ok_or_else(|| crate::Error::option("place kind", format!("unknown kind {text:?}")))
    }
}
