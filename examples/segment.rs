//! Words of a text, the syllables of each joined by `_`, with a list of the user's own.
//!
//!     cargo run --example segment -- "Đảng ủy xã triển khai chuyển đổi số tại thôn Chản Làng."

use vinews::{Error, Segmenter};

const OWN_WORDS: &str = "word\tmode
trục liên kết vùng\t
mái ấm công đoàn\talways
";

fn main() -> Result<(), Error> {
    let segmenter = Segmenter::builder().lexicon("own words", OWN_WORDS)?.build();
    let text = std::env::args().nth(1).unwrap_or_else(|| {
        "Liên đoàn Lao động huyện trao nhà mái ấm công đoàn cho chị Lò Thị Pản.".to_owned()
    });
    let mut worker = segmenter.worker(); // one a thread; it allocates nothing once warm
    let words: Vec<String> =
        worker.segment(&text).iter().map(|word| text[word.span].replace(' ', "_")).collect();
    println!("{}", words.join(" "));
    Ok(())
}
