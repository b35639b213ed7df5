"""Reads the output of the batch example with pandas, spaCy, conllu, jsonschema.

    check.py BATCH SAMPLES SCHEMA_DIR
"""

import csv
import io
import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import conllu
import jsonschema
import pandas
import spacy
from spacy import displacy

batch, samples, schemas = sys.argv[1:]


def printed(*options):
    """What the batch example prints over the samples."""
    run = subprocess.run([batch, *options, samples], check=True, capture_output=True)
    return run.stdout.decode()


def spans(record):
    """Every span of a record with what it is."""
    for person in record["people"]:
        for mention in person["mentions"]:
            yield "PERSON", mention
            if mention["honorific"]:
                yield "HONORIFIC", mention["honorific"]
            for title in mention["titles"]:
                yield "TITLE", title
    for kind in "places", "organizations", "abbreviations":
        for span in record[kind]:
            yield kind.upper(), span


def check_schema():
    schema = json.loads(Path(schemas, "document.schema.json").read_text())
    validator = jsonschema.Draft202012Validator
    validator.check_schema(schema)
    records = [json.loads(line) for line in printed("--words").splitlines()]
    for record in records:
        validator(schema).validate(record)
    return f"{len(records)} records"


def check_pandas():
    table = pandas.read_json(io.StringIO(printed()), lines=True)
    people = table[["id", "people"]].explode("people").dropna()
    people["name"] = people["people"].str["name"]
    assert people["name"].map(type).eq(str).all()
    return f"{len(table)} articles, {people['name'].nunique()} people"


def check_tsv():
    text = printed("--format", "tsv")
    table = pandas.read_csv(io.StringIO(text), sep="\t", dtype=str, keep_default_na=False)
    rows = list(csv.reader(io.StringIO(text), dialect="excel-tab"))
    assert len(rows) == len(table) + 1
    assert all(len(row) == 10 for row in rows)
    kinds = {"PERSON", "TITLE", "PLACE", "ORGANIZATION", "ABBREVIATION"}
    assert set(table["type"]) <= kinds, set(table["type"])
    return f"{len(table)} rows"


def check_spacy():
    blank, count, drawn = spacy.blank("xx"), 0, 0
    for line in printed("--offsets", "chars").splitlines():
        record = json.loads(line)
        text = Path(record["id"]).read_text(encoding="utf-8")
        found = [(kind, span["start"], span["end"], span["text"]) for kind, span in spans(record)]
        for kind, start, end, cut in found:
            assert text[start:end] == cut, (kind, start, end, cut)
        doc = blank.make_doc(text)
        # Where spaCy parts tokens otherwise, the span grows to whole tokens.
        made = [doc.char_span(a, b, label=k, alignment_mode="expand") for k, a, b, _ in found]
        assert all(made)
        doc.spans["sc"] = made
        entities = [
            {"start": a, "end": b, "label": k} for k, a, b, _ in found if k in ("PERSON", "PLACES")
        ]
        entities.sort(key=lambda entity: entity["start"])
        page = displacy.render({"text": text, "ents": entities}, style="ent", manual=True)
        assert page.count("<mark") == len(entities)
        count, drawn = count + len(found), drawn + len(entities)
    return f"{count} spans, {drawn} drawn"


def check_conllu():
    text = printed("--format", "conllu")
    assert text == unicodedata.normalize("NFC", text)
    assert text.endswith("\n\n") and "\r" not in text
    assert not any(line != line.rstrip() for line in text.splitlines())
    sentences = conllu.parse(text)
    ids = [sentence.metadata["sent_id"] for sentence in sentences]
    assert len(set(ids)) == len(ids) and not any(set(i) & set(" /") for i in ids)
    named = 0
    for sentence in sentences:
        assert [token["id"] for token in sentence] == list(range(1, len(sentence) + 1))
        joined, before = "", None
        for token in sentence:
            misc = token["misc"] or {}
            assert "  " not in token["form"] and token["form"].strip() == token["form"]
            assert list(misc) == sorted(misc)
            joined += token["form"] + ("" if misc.get("SpaceAfter") == "No" else " ")
            name = misc.get("NER")
            if name:
                prefix, label = name.split("-")
                assert label in ("PER", "LOC", "ORG")
                assert prefix == "B" or before in (f"B-{label}", f"I-{label}"), name
                named += prefix == "B"
            before = name
        assert joined.rstrip(" ") == sentence.metadata["text"]
        assert "SpaceAfter" not in (sentence[-1]["misc"] or {})
    return f"{len(sentences)} sentences, {named} names"


for check in check_schema, check_pandas, check_tsv, check_spacy, check_conllu:
    print(f"interop: {check.__name__.removeprefix('check_')}: {check()}", flush=True)
