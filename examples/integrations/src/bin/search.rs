//! Searches articles by words and names, with marks or without.
//!
//!     cargo run --bin search -- ../../data/samples "nguyen duc toan"

use anyhow::{Context, Result};
use std::env;
use std::path::Path;
use std::sync::Arc;
use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{
    Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value,
};
use tantivy::tokenizer::TokenizerManager;
use tantivy::{Index, IndexWriter, TantivyDocument, doc};
use vinews::Segmenter;
use vinews_integrations::articles;
use vinews_integrations::tokenizer::{IndexTokenizer, QueryTokenizer};

/// Under this name the schema knows its tokenizer: one for indexing, another for queries.
const NAME: &str = "vinews";

struct Search {
    index: Index,
    id: Field,
    text: Field,
    queries: TokenizerManager,
}

impl Search {
    fn over(articles: &[(String, String)]) -> Result<Self> {
        let mut schema = Schema::builder();
        let id = schema.add_text_field("id", STRING | STORED);
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(NAME)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let text =
            schema.add_text_field("text", TextOptions::default().set_indexing_options(indexing));
        let index = Index::create_in_ram(schema.build());
        let segmenter = Arc::new(Segmenter::new());
        index.tokenizers().register(NAME, IndexTokenizer::new(Arc::clone(&segmenter)));
        let queries = TokenizerManager::default();
        queries.register(NAME, QueryTokenizer::new(segmenter));

        let mut writer: IndexWriter = index.writer_with_num_threads(1, 20_000_000)?;
        for (name, article) in articles {
            writer.add_document(doc!(id => name.as_str(), text => article.as_str()))?;
        }
        writer.commit()?;
        Ok(Self { index, id, text, queries })
    }

    /// The ids of the articles in which `phrase` stands, best first.
    fn find(&self, phrase: &str) -> Result<Vec<String>> {
        let parser =
            QueryParser::new(self.index.schema(), vec![self.text], self.queries.clone());
        let query = parser.parse_query(&format!("\"{}\"", phrase.replace('"', " ")))?;
        let searcher = self.index.reader()?.searcher();
        let found = searcher.search(&query, &TopDocs::with_limit(10).order_by_score())?;
        let mut ids = Vec::new();
        for (_, address) in found {
            let document: TantivyDocument = searcher.doc(address)?;
            let id = document.get_first(self.id).and_then(|value| value.as_str());
            ids.push(id.unwrap_or_default().to_owned());
        }
        Ok(ids)
    }
}

fn main() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let folder = arguments.next().context("usage: search FOLDER PHRASE...")?;
    let search = Search::over(&articles(Path::new(&folder))?)?;
    for phrase in arguments {
        println!("{phrase}");
        for id in search.find(&phrase)? {
            println!("    {id}");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_with_marks_and_without() -> Result<()> {
        let articles = [
            ("toàn", "Ông Nguyễn Đức Toàn, Bí thư Huyện ủy, phát biểu."),
            ("toản", "Ông Nguyễn Đức Toản tiếp thu ý kiến."),
            ("hòa", "Học sinh xã Thái Hòa đến trường."),
        ]
        .map(|(id, text)| (id.to_owned(), text.to_owned()));
        let search = Search::over(&articles)?;
        for (phrase, expected) in [
            ("Nguyễn Đức Toàn", vec!["toàn"]),
            ("nguyễn đức toàn", vec!["toàn"]),
            ("nguyen duc toan", vec!["toàn", "toản"]),
            ("NGUYEN DUC TOAN", vec!["toàn", "toản"]),
            ("duc toan", vec!["toàn", "toản"]),
            ("Đức Toản", vec!["toản"]),
            ("Nguye\u{302}\u{303}n Đức Toàn", vec!["toàn"]),
            ("xã Thái Hoà", vec!["hòa"]),
            ("hoc sinh", vec!["hòa"]),
            ("sinh học", vec![]),
        ] {
            let mut found = search.find(phrase)?;
            found.sort_unstable();
            let mut expected = expected;
            expected.sort_unstable();
            assert_eq!(found, expected, "{phrase}");
        }
        Ok(())
    }
}
