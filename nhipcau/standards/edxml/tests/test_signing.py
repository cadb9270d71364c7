"""A signature is judged, and no doubt passes as a yes."""

from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509

from nhipcau.standards import edxml
from nhipcau.standards.edxml import Standing

from .values import NOW, Key, certificate, new_key

DOCUMENT = (Path(__file__).parent / "samples" / "document.xml").read_bytes()
ROOT, BETWEEN, CLERK = "Gốc thử nghiệm", "Cấp dưới thử nghiệm", "Văn thư Sở Dân tộc (ví dụ)"


@pytest.fixture(scope="module")
def keys() -> dict[str, Key]:
    return {name: new_key() for name in (ROOT, BETWEEN, CLERK)}


@pytest.fixture(scope="module")
def root(keys: dict[str, Key]) -> x509.Certificate:
    return certificate(ROOT, keys[ROOT], is_authority=True)


@pytest.fixture(scope="module")
def chain(keys: dict[str, Key]) -> list[x509.Certificate]:
    between = certificate(
        BETWEEN, keys[BETWEEN], issuer=ROOT, issued_with=keys[ROOT], is_authority=True
    )
    clerk = certificate(CLERK, keys[CLERK], issuer=BETWEEN, issued_with=keys[BETWEEN], days=730)
    return [clerk, between]


@pytest.fixture(scope="module")
def signed(keys: dict[str, Key], chain: list[x509.Certificate]) -> bytes:
    return edxml.sign(DOCUMENT, keys[CLERK], chain)


def test_a_verdict_names_the_signer_and_the_root(signed: bytes, root: x509.Certificate) -> None:
    verdict = edxml.verify(signed, [root], at=NOW)
    assert verdict == edxml.Verdict(Standing.TRUSTED, CLERK, ROOT)
    assert verdict.is_trusted
    assert CLERK in verdict.words
    assert ROOT in verdict.words


def test_what_was_signed_still_reads_the_same(signed: bytes) -> None:
    assert edxml.read(signed) == edxml.read(DOCUMENT)


def test_without_its_root_it_is_an_integrity_mark_only(signed: bytes) -> None:
    other = certificate("Gốc khác", new_key(), is_authority=True)
    for roots in ([], [other]):
        verdict = edxml.verify(signed, roots, at=NOW)
        assert verdict.standing is Standing.UNKNOWN_ROOT
        assert not verdict.is_trusted
        assert verdict.words.startswith("dấu kiểm tra toàn vẹn")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("922</edXML:CodeNumber>", "923</edXML:CodeNumber>"),
        ("2024/06/30", "2024/07/30"),
        ("UEsFBgAA", "UEsFBgAB"),
        ("</edXML:Subject>", "<edXML:x/></edXML:Subject>"),
    ],
)
def test_what_was_changed_after_is_told(
    signed: bytes, root: x509.Certificate, old: str, new: str
) -> None:
    assert old.encode() in signed
    verdict = edxml.verify(signed.replace(old.encode(), new.encode()), [root], at=NOW)
    assert verdict.standing is Standing.ALTERED
    assert not verdict.is_whole


def test_a_certificate_of_somebody_else_does_not_pass(
    keys: dict[str, Key], chain: list[x509.Certificate], root: x509.Certificate
) -> None:
    stranger = certificate(CLERK, new_key(), issuer=BETWEEN, issued_with=new_key())
    forged = edxml.sign(DOCUMENT, keys[CLERK], [stranger, *chain[1:]])
    assert edxml.verify(forged, [root], at=NOW).standing is Standing.ALTERED


def test_one_who_is_no_authority_vouches_for_nobody(
    keys: dict[str, Key], chain: list[x509.Certificate], root: x509.Certificate
) -> None:
    own = new_key()
    below = certificate("Kẻ mạo danh", own, issuer=CLERK, issued_with=keys[CLERK])
    forged = edxml.sign(DOCUMENT, own, [below, *chain])
    assert edxml.verify(forged, [root], at=NOW).standing is Standing.UNKNOWN_ROOT


def test_a_certificate_outside_its_days_is_told(signed: bytes, root: x509.Certificate) -> None:
    for at in (NOW + timedelta(days=730), NOW - timedelta(days=400)):
        verdict = edxml.verify(signed, [root], at=at)
        assert verdict.standing is Standing.EXPIRED
        assert not verdict.is_trusted


def test_nothing_signed_and_an_empty_signature_are_told(root: x509.Certificate) -> None:
    assert edxml.verify(DOCUMENT, [root]).standing is Standing.UNSIGNED
    empty = b'<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/></edXML:edXMLHeader>'
    held = DOCUMENT.replace(b"</edXML:edXMLHeader>", empty)
    assert edxml.verify(held, [root]).standing is Standing.UNSUPPORTED


def test_a_signature_over_a_part_or_twice_is_not_judged_as_one(
    signed: bytes, root: x509.Certificate
) -> None:
    part = signed.replace(b'URI=""', b'URI="#mot-phan"')
    assert edxml.verify(part, [root], at=NOW).standing is Standing.UNSUPPORTED
    start, end = signed.index(b"<ds:Signature "), signed.index(b"</ds:Signature>") + 15
    twice = signed[:end] + signed[start:end] + signed[end:]
    assert edxml.verify(twice, [root], at=NOW).standing is Standing.UNSUPPORTED


def test_a_comment_put_in_later_changes_nothing_that_is_read(
    signed: bytes, root: x509.Certificate
) -> None:
    held = signed.replace(b">922<", b">9<!-- -->22<")
    assert edxml.verify(held, [root], at=NOW).is_trusted
    assert edxml.read(held) == edxml.read(DOCUMENT)


def test_a_signed_message_is_not_signed_again(
    signed: bytes, keys: dict[str, Key], chain: list[x509.Certificate]
) -> None:
    with pytest.raises(edxml.Unwritable, match="đã có chữ ký"):
        edxml.sign(signed, keys[CLERK], chain)
