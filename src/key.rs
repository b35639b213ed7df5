//! Keys for search and sorting, made from clean text.
//!
//! ```
//! use vinews::key::{Fold, Order, sort_key, strip};
//!
//! assert_eq!(strip("Nguyễn Đức Toàn"), "Nguyen Duc Toan");
//! assert_eq!(Fold::search().key("Hoà Bình"), Fold::search().key("hoa binh"));
//! assert!(sort_key("bá chủ", Order::Icu) < sort_key("ba ngày", Order::Icu));
//! assert!(sort_key("ba ngày", Order::Dictionary) < sort_key("bá chủ", Order::Dictionary));
//! ```

mod collate;
mod fold;

pub use collate::{Order, SortKey, compare, sort_key};
pub use fold::{Fold, strip};
