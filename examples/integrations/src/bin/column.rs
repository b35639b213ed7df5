//! Reads a column of articles from a Parquet file and writes the file with new columns: the
//! article in words, its people, its places. polars, DuckDB and pandas read the result as it is.
//!
//!     cargo run --bin column -- --make ../../data/samples articles.parquet
//!     cargo run --bin column -- articles.parquet text found.parquet

use anyhow::{Context, Result, bail};
use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::cast::AsArray;
use arrow_array::{ArrayRef, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use std::env;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use vinews::{Analyzer, Document};
use vinews_integrations::articles;

/// Rows that are in memory at a time.
const BATCH: usize = 256;

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--make", folder, output] => make(Path::new(folder), Path::new(output)),
        [input, column, output] => add_columns(Path::new(input), column, Path::new(output)),
        _ => bail!("usage: column --make FOLDER OUTPUT | column INPUT COLUMN OUTPUT"),
    }
}

/// Writes the articles of a folder as a Parquet file with the columns `id` and `text`.
fn make(folder: &Path, output: &Path) -> Result<()> {
    let (ids, texts): (Vec<String>, Vec<String>) = articles(folder)?.into_iter().unzip();
    let field = |name| Field::new(name, DataType::Utf8, false);
    let schema = Arc::new(Schema::new(vec![field("id"), field("text")]));
    let columns: Vec<ArrayRef> =
        vec![Arc::new(StringArray::from(ids)), Arc::new(StringArray::from(texts))];
    let batch = RecordBatch::try_new(Arc::clone(&schema), columns)?;
    let mut writer = ArrowWriter::try_new(File::create(output)?, schema, None)?;
    writer.write(&batch)?;
    writer.close()?;
    Ok(())
}

/// Copies `input` to `output`, batch by batch, with what was found in `column`.
fn add_columns(input: &Path, column: &str, output: &Path) -> Result<()> {
    let file = File::open(input).with_context(|| input.display().to_string())?;
    let reader = ParquetRecordBatchReaderBuilder::try_new(file)?;
    let schema = Arc::new(with_new_fields(reader.schema()));
    let mut writer = ArrowWriter::try_new(File::create(output)?, Arc::clone(&schema), None)?;
    let analyzer = Analyzer::new();
    for batch in reader.with_batch_size(BATCH).build()? {
        let batch = batch?;
        let texts = batch.column_by_name(column).context("no such column")?;
        let texts = texts.as_string_opt::<i32>().context("the column holds no text")?;
        let mut columns = batch.columns().to_vec();
        columns.extend(found(&analyzer, texts));
        writer.write(&RecordBatch::try_new(Arc::clone(&schema), columns)?)?;
    }
    writer.close()?;
    Ok(())
}

fn with_new_fields(schema: &Schema) -> Schema {
    let list = |name| {
        let item = Field::new_list_field(DataType::Utf8, true);
        Field::new(name, DataType::List(Arc::new(item)), true)
    };
    let mut fields = schema.fields().to_vec();
    for field in [list("words"), list("people"), list("places")] {
        fields.push(Arc::new(field));
    }
    Schema::new(fields)
}

/// The new columns; where there is no text, they are null as well.
fn found(analyzer: &Analyzer, texts: &StringArray) -> Vec<ArrayRef> {
    let [mut words, mut people, mut places] =
        [(); 3].map(|()| ListBuilder::new(StringBuilder::new()));
    for text in texts {
        let document = text.map(|text| analyzer.analyze(text));
        let document = document.as_ref();
        append(&mut words, document.map(|d| d.words().map(|word| &d.text()[word.span])));
        append(&mut people, document.map(|d| d.people().iter().map(|person| &*person.name)));
        append(&mut places, document.map(full_names));
    }
    vec![Arc::new(words.finish()), Arc::new(people.finish()), Arc::new(places.finish())]
}

/// Each place with its units up to the province, or as it stands where it is no unit.
fn full_names(document: &Document<'_>) -> impl Iterator<Item = String> {
    document.places().iter().map(|place| {
        let unit = place.units.first().and_then(|&id| document.gazetteer().unit(id));
        unit.map_or_else(|| place.name.clone(), |unit| unit.path().join(", "))
    })
}

fn append<I: IntoIterator<Item: AsRef<str>>>(
    column: &mut ListBuilder<StringBuilder>,
    values: Option<I>,
) {
    let there = values.is_some();
    for value in values.into_iter().flatten() {
        column.values().append_value(value);
    }
    column.append(there);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_keeps_its_columns_and_gains_lists() -> Result<()> {
        let folder = env::temp_dir().join(format!("vinews-column-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join("a.txt"), "Ông Lê Văn Sơn đến xã Hoàng Tây.")?;
        std::fs::write(folder.join("b.txt"), "")?;
        let (made, output) = (folder.join("in.parquet"), folder.join("out.parquet"));
        make(&folder, &made)?;
        add_columns(&made, "text", &output)?;
        let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(&output)?)?.build()?;
        let batches = reader.collect::<Result<Vec<_>, _>>()?;
        assert_eq!(batches.iter().map(RecordBatch::num_rows).sum::<usize>(), 2);
        let words = batches[0].column_by_name("words").context("words")?;
        let first = words.as_list::<i32>().value(0);
        let first: Vec<&str> = first.as_string::<i32>().iter().flatten().collect();
        assert!(first.len() > 4 && first.contains(&"."), "{first:?}");
        assert!(add_columns(&made, "none", &output).is_err());
        std::fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
