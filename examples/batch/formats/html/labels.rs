//! The words of the page.

use vinews::{Date, ExpansionSource, PlaceKind, TitleClass};

/// A date as Vietnamese papers write it.
pub(crate) fn date(date: Date) -> String {
    format!("{}/{}/{}", date.day(), date.month(), date.year())
}

/// What kind of place.
pub(crate) fn place(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Country => "quốc gia",
        PlaceKind::Territory => "vùng lãnh thổ",
        PlaceKind::Continent => "châu lục",
        PlaceKind::Region => "vùng",
        PlaceKind::State => "bang",
        PlaceKind::City => "thành phố",
        PlaceKind::Province => "cấp tỉnh",
        PlaceKind::District => "cấp huyện",
        PlaceKind::Commune => "cấp xã",
        PlaceKind::Village => "thôn, xóm, tổ dân phố",
        PlaceKind::Street => "đường phố",
        PlaceKind::Road => "tuyến đường",
        PlaceKind::Square => "quảng trường",
        PlaceKind::UrbanArea => "khu đô thị",
        PlaceKind::IndustrialZone => "khu công nghiệp",
        PlaceKind::Bridge => "cầu",
        PlaceKind::Airport => "sân bay",
        PlaceKind::Port => "cảng",
        PlaceKind::Station => "ga, bến",
        PlaceKind::BorderGate => "cửa khẩu",
        PlaceKind::River => "sông",
        PlaceKind::Lake => "hồ",
        PlaceKind::Sea => "biển",
        PlaceKind::Bay => "vịnh",
        PlaceKind::Island => "đảo",
        PlaceKind::Beach => "bãi biển",
        PlaceKind::Cape => "mũi",
        PlaceKind::Mountain => "núi",
        PlaceKind::Pass => "đèo",
        PlaceKind::Waterfall => "thác",
        PlaceKind::Cave => "hang động",
        PlaceKind::Forest => "rừng",
        PlaceKind::Park => "công viên, vườn",
        PlaceKind::HistoricSite => "di tích",
        PlaceKind::Building => "công trình",
        PlaceKind::Market => "chợ",
        _ => "",
    }
}

/// The domain of a title.
pub(crate) fn title(class: TitleClass) -> &'static str {
    match class {
        TitleClass::Party => "Đảng",
        TitleClass::Government => "chính quyền",
        TitleClass::Legislature => "cơ quan dân cử",
        TitleClass::Judiciary => "tư pháp",
        TitleClass::Military => "quân đội",
        TitleClass::Police => "công an",
        TitleClass::MassOrganization => "đoàn thể",
        TitleClass::Business => "doanh nghiệp",
        TitleClass::Academic => "giáo dục, khoa học",
        TitleClass::Media => "báo chí",
        TitleClass::Art => "văn nghệ",
        TitleClass::Sport => "thể thao",
        TitleClass::Religion => "tôn giáo",
        TitleClass::Occupation => "nghề nghiệp",
        _ => "",
    }
}

/// Where a long form comes from.
pub(crate) fn source(source: ExpansionSource) -> &'static str {
    match source {
        ExpansionSource::Definition => "theo bài",
        ExpansionSource::Lexicon => "theo từ điển",
        ExpansionSource::User => "theo danh mục riêng",
        _ => "",
    }
}
