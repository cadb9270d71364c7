"""The tree goes out as JSON of a published schema, as a table, as an outline."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from nhipcau.reader import as_csv, as_json, as_tree, read_text, render
from nhipcau.reader.tests.example import PLAN
from nhipcau.reader.tests.shared import SHARED, needs_shared

SCHEMA = Path(__file__).parents[3] / "docs/schemas/reader.schema.json"


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "text", ["", "Một dòng.", PLAN, PLAN.replace("05 tháng 01", "31 tháng 02")]
)
def test_json_keeps_to_the_published_schema(
    text: str, schema: jsonschema.Draft202012Validator
) -> None:
    schema.validate(json.loads(render(read_text(text), "json")))


@needs_shared
def test_json_of_real_documents_keeps_to_the_schema(
    schema: jsonschema.Draft202012Validator,
) -> None:
    for name in ("308-kh-ubnd", "26-2025-qd-ubnd", "624-kh-ubnd"):
        text = (SHARED / f"corpus/txt/{name}.txt").read_text(encoding="utf-8")
        schema.validate(as_json(read_text(text)))


def test_mentions_point_at_the_words_of_their_line() -> None:
    document = as_json(read_text(PLAN))
    lines = PLAN.splitlines()
    found = [mention for one in document["assignments"] for mention in one["mentions"]]
    assert len(found) > 15
    for mention in found:
        line = lines[mention["from_line"] - 1]
        assert line[mention["start"] : mention["end"]] == mention["name"]


def test_the_table_has_a_row_for_each_provision_with_its_parties() -> None:
    document = read_text(PLAN)
    table = as_csv(document)
    assert table.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(table[1:])))
    assert [row["Điểm"] for row in rows] == [each.id for each in document.provisions]
    row = next(row for row in rows if row["Điểm"] == "III.1.a")
    assert row["Chủ trì"] == "Bộ Ví dụ"
    assert row["Phối hợp"] == "Ủy ban Miền núi; các cơ quan có liên quan"


@pytest.mark.parametrize("start", ["=", "@", "+", "-"])
def test_no_cell_is_a_formula_to_a_spreadsheet(start: str) -> None:
    table = as_csv(read_text(f"I. NỘI DUNG\n1. {start}HYPERLINK(1)\n"))
    row = list(csv.reader(io.StringIO(table[1:])))[-1]
    assert row[3] == f"'{start}HYPERLINK(1)"


def test_the_outline_for_a_terminal_names_parties_and_doubts() -> None:
    tree = as_tree(read_text(PLAN))
    assert "→ chủ trì: UBMN" in tree
    assert "? II.1.b" in tree
    assert "Căn cứ: Nghị định 901/2021/NĐ-CP" in tree


def test_an_unknown_format_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="unknown format"):
        render(read_text(PLAN), "xml")
