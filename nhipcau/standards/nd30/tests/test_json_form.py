"""A document goes to JSON and back without a loss; its fingerprint is that of its text."""

import unicodedata
from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nhipcau.standards.nd30 import document as values
from nhipcau.standards.nd30.document import Document, Prose
from nhipcau.standards.nd30.json_form import NotADocument, fingerprint, of_json, to_json
from nhipcau.standards.nd30.tests.examples import ALL, JOINT_PLAN

_letters = st.characters(exclude_categories=["Cs"])
TEXT = st.text(_letters, max_size=20).map(lambda text: unicodedata.normalize("NFC", text))
st.register_type_strategy(str, TEXT)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


@settings(max_examples=20, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.from_type(Document))
def test_every_document_comes_back_from_its_json(document: Document) -> None:
    assert of_json(to_json(document)) == document


@pytest.mark.parametrize("name", ALL)
def test_the_examples_come_back(name: str) -> None:
    assert of_json(to_json(ALL[name])) == ALL[name]


def test_two_spellings_of_one_letter_have_one_form() -> None:
    composed = replace(JOINT_PLAN, subject="Kế hoạch")
    parted = replace(JOINT_PLAN, subject=unicodedata.normalize("NFD", "Kế hoạch"))
    assert to_json(composed) == to_json(parted)


def test_what_is_as_by_default_is_not_said() -> None:
    assert to_json(Document((), "a")) == '{"issuers":[],"subject":"a"}'


def test_the_fingerprint_stays_when_the_number_is_recorded() -> None:
    issued = replace(JOINT_PLAN, number="12", issued_on=date(2026, 2, 3), edition="Bản 4")
    assert fingerprint(issued) == fingerprint(JOINT_PLAN)
    assert len(fingerprint(issued)) == 64


@pytest.mark.parametrize("name", [field.name for field in fields(Document)])
def test_the_fingerprint_sees_every_other_field(name: str) -> None:
    changed: dict[str, object] = {
        "issuers": (), "bases": ("a",), "blocks": (Prose("a"),), "signatures": (),
        "addressees": ("a",), "recipients": ("a",), "annexes": (), "is_minutes": True,
        "is_example": False, "urgency": values.Urgency.URGENT, "issued_on": date(2026, 1, 1),
        "year": 2030,
    }  # fmt: skip
    other = replace(JOINT_PLAN, **{name: changed.get(name, "khác")})  # type: ignore[arg-type]
    is_outside = name in ("number", "issued_on", "edition")
    assert (fingerprint(other) == fingerprint(JOINT_PLAN)) is is_outside


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{", "null", '{"issuers":[]}', '{"issuers":[],"subject":1}',
        '{"issuers":[],"subject":"a","colour":"red"}', '{"issuers":{},"subject":"a"}',
        '{"issuers":[],"subject":"a","issued_on":"31/02/2026"}',
        '{"issuers":[],"subject":"a","blocks":[{"kind":"script"}]}',
        '{"issuers":[],"subject":"a","blocks":["a"]}',
        '{"issuers":[],"subject":"a","blocks":[{"kind":"table","head":[],"rows":[],"widths":[true]}]}',
        "[" * 100_000,
    ],
)  # fmt: skip
def test_other_json_is_refused(text: str) -> None:
    with pytest.raises(NotADocument):
        of_json(text)


def test_no_part_of_a_document_is_forgotten() -> None:
    """A new value type needs its kind in the codec: the blocks are told apart by it."""
    assert all(is_dataclass(kind) for kind in values.Block.__args__)
