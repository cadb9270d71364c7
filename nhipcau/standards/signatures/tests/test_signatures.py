"""What is said of the signatures of a PDF, for files signed under a test's own authority.

Most are judged in this process; what hostile files ask for is tried on the real door.
"""

import io
import zlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter

from nhipcau.standards.signatures import (
    MOST_BYTES,
    MOST_REVISIONS,
    After,
    Doubt,
    Reason,
    Root,
    Signature,
    Unread,
    judging,
    read_roots,
    read_signatures,
)

from .authority import Authority, signed

pytestmark = pytest.mark.machine

SECOND = "Nguyễn Thị Ví Dụ"


def judge(content: bytes, roots: Sequence[Root]) -> tuple[Signature, ...]:
    """In a thread: a browser that another test left open keeps an event loop in this one."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(judging.judge, content, roots).result()


@cache
def authority() -> Authority:
    return Authority.named("Gốc ví dụ")


@cache
def plain() -> bytes:
    writer = PdfFileWriter()  # type: ignore[no-untyped-call]
    content = writer.add_object(
        generic.StreamObject(stream_data=b"BT /F1 12 Tf (Ke hoach nam 2026) Tj ET")
    )
    box = generic.ArrayObject(map(generic.NumberObject, (0, 0, 595, 842)))
    writer.insert_page(PageObject(contents=content, media_box=box))  # type: ignore[no-untyped-call]
    out = io.BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]
    return out.getvalue()


@cache
def once() -> bytes:
    return signed(plain(), authority().signer("Trần Văn Ví Dụ"))


@pytest.fixture
def roots(tmp_path: Path) -> tuple[Root, ...]:
    return read_roots(authority().keep(tmp_path))


def test_a_signed_file_says_who_signed_when_and_which_root_was_trusted(
    roots: tuple[Root, ...],
) -> None:
    with time_machine.travel(datetime(2026, 3, 2, 2, 30, tzinfo=UTC), tick=False):
        file = signed(plain(), authority().signer("Trần Văn Ví Dụ"))
    (one,) = judge(file, roots)
    assert (one.signer, one.issuer) == ("Trần Văn Ví Dụ", "Gốc ví dụ")
    assert one.signed_at == datetime(2026, 3, 2, 2, 30, tzinfo=UTC)
    assert not one.time_is_attested
    assert one.is_intact
    assert one.covers_whole
    assert one.root == roots[0]
    assert one.root.name == "Gốc ví dụ"
    assert len(one.root.fingerprint) == 64
    assert one.doubt is None
    assert one.holds


def test_an_unsigned_file_has_no_signatures(roots: tuple[Root, ...]) -> None:
    assert judge(plain(), roots) == ()


def test_bytes_changed_after_signing_are_found(roots: tuple[Root, ...]) -> None:
    assert b"2026" in once()
    (one,) = judge(once().replace(b"2026", b"2027"), roots)
    assert not one.is_intact
    assert (one.root, one.doubt) == (None, Doubt.ALTERED)
    assert not one.holds


def test_a_root_that_nobody_trusts_is_said() -> None:
    (one,) = judge(once(), [])
    assert (one.is_intact, one.root, one.doubt) == (True, None, Doubt.NO_ROOTS)


def test_a_signature_under_another_root_of_the_same_name_is_not_trusted(tmp_path: Path) -> None:
    others = read_roots(Authority.named("Gốc ví dụ").keep(tmp_path))
    (one,) = judge(once(), others)
    assert (one.is_intact, one.root, one.doubt) == (True, None, Doubt.UNKNOWN_ROOT)


def test_two_signatures_come_in_the_order_of_signing(roots: tuple[Root, ...]) -> None:
    twice = signed(once(), authority().signer(SECOND), field="Chu_ky_2")
    first, second = judge(twice, roots)
    assert [first.signer, second.signer] == ["Trần Văn Ví Dụ", SECOND]
    assert (first.covers_whole, first.after) == (False, After.SIGNATURES)
    assert (second.covers_whole, second.after) == (True, After.NOTHING)
    assert first.holds
    assert second.holds


def test_pages_changed_in_a_later_revision_are_said(roots: tuple[Root, ...]) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(once()))
    page, _ = writer.find_page_for_modification(0)  # type: ignore[no-untyped-call]
    changed = generic.StreamObject(stream_data=b"BT /F1 12 Tf (Ban khac) Tj ET")
    page.get_object()[generic.NameObject("/Contents")] = writer.add_object(changed)
    writer.update_container(page.get_object())
    out = io.BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]
    (one,) = judge(out.getvalue(), roots)
    assert one.is_intact  # what was signed is still there, below what is shown
    assert (one.covers_whole, one.after) == (False, After.OTHER)
    assert not one.holds


def test_a_certificate_is_judged_at_the_time_of_signing(roots: tuple[Root, ...]) -> None:
    year = {"first": datetime(2024, 1, 1, tzinfo=UTC), "last": datetime(2025, 1, 1, tzinfo=UTC)}
    signer = authority().signer("Trần Văn Ví Dụ", **year)
    with time_machine.travel(datetime(2024, 6, 1, tzinfo=UTC)):
        in_time = signed(plain(), signer)
    with time_machine.travel(datetime(2026, 6, 1, tzinfo=UTC)):
        too_late = signed(plain(), signer)
        assert judge(in_time, roots)[0].root == roots[0]
        (late,) = judge(too_late, roots)
    assert (late.root, late.doubt) == (None, Doubt.EXPIRED)


def test_a_folder_says_which_file_is_no_certificate(tmp_path: Path) -> None:
    authority().keep(tmp_path)
    (tmp_path / "khong.pem").write_text("không phải chứng thư")
    with pytest.raises(Unread, match=r"khong\.pem") as refused:
        read_roots(tmp_path)
    assert refused.value.reason is Reason.BROKEN_ROOT


def bomb() -> bytes:
    """A cross-reference stream that unpacks to a hundred megabytes."""
    packed = zlib.compress(b"\0" * 100_000_000, 9)
    head = b"%PDF-1.5\n"
    entry = (
        b"1 0 obj\n<</Type/XRef/W[1 2 1]/Size 25000000/Root 2 0 R/Filter/FlateDecode/Length "
        + str(len(packed)).encode()
        + b">>\nstream\n"
    )
    return head + entry + packed + b"\nendstream\nendobj\nstartxref\n9\n%%EOF/ByteRange"


HOSTILE = {
    "nothing": (b"", Reason.NOT_PDF),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, Reason.NOT_PDF),
    "only a head": (b"%PDF-1.7\n/ByteRange", Reason.BROKEN),
    "a loop of tables": (
        b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \n"
        b"trailer<</Size 1/Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF/ByteRange",
        Reason.BROKEN,
    ),
    "nested without end": (
        b"%PDF-1.4\n1 0 obj\n" + b"[" * 100_000 + b"\nendobj\nxref\n0 2\n0000000000 65535 f \n"
        b"0000000009 00000 n \ntrailer<</Size 2/Root 1 0 R>>\nstartxref\n100027\n%%EOF/ByteRange",
        Reason.BROKEN,
    ),
    "too many revisions": (plain() + b"startxref" * MOST_REVISIONS, Reason.TOO_LARGE),
    "too many signatures": (plain() + b"/ByteRange" * 51, Reason.TOO_LARGE),
}


@pytest.mark.parametrize("named", HOSTILE)
def test_hostile_files_are_refused_with_a_reason(named: str) -> None:
    content, reason = HOSTILE[named]
    with pytest.raises(Unread) as refused:
        read_signatures(content, [])
    assert refused.value.reason is reason


def test_more_bytes_than_anybody_signs_are_refused_unread() -> None:
    with pytest.raises(Unread) as refused:
        read_signatures(b"%PDF-1.7\n" + b"\0" * MOST_BYTES, [])
    assert refused.value.reason is Reason.TOO_LARGE


@settings(max_examples=60)
@given(at=st.integers(min_value=9), given_byte=st.integers(0, 255))
def test_any_byte_may_be_wrong(at: int, given_byte: int) -> None:
    """Whatever one byte becomes, there is an answer: signatures, or why not."""
    file = bytearray(once())
    file[9 + at % (len(file) - 9)] = given_byte
    with suppress(Unread):
        judge(bytes(file), [])


def test_the_real_door_says_the_same_as_the_judgement(roots: tuple[Root, ...]) -> None:
    twice = signed(once(), authority().signer(SECOND), field="Chu_ky_2")
    assert read_signatures(twice, roots) == judge(twice, roots)
    assert read_signatures(plain(), roots) == ()


@pytest.mark.machine
def test_a_file_that_asks_for_all_time_or_memory_is_given_up() -> None:
    with pytest.raises(Unread) as refused:
        read_signatures(bomb(), [])
    assert refused.value.reason is Reason.TOO_LARGE
