"""What is said of the signatures of a file when it is recorded."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from django.conf import LazySettings

from nhipcau.base.signed_files import read_signed_file
from nhipcau.standards.signatures.tests.authority import Authority, signed
from nhipcau.standards.signatures.tests.test_signatures import plain


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority.named("Gốc ví dụ")


@pytest.fixture(scope="module")
def file(authority: Authority) -> bytes:
    with time_machine.travel(datetime(2026, 3, 2, 2, 30, tzinfo=UTC), tick=False):
        return signed(plain(), authority.signer("Trần Văn Ví Dụ"))


def test_a_trusted_signature_names_its_root(
    authority: Authority, file: bytes, tmp_path: Path, settings: LazySettings
) -> None:
    settings.SIGNATURE_ROOTS = authority.keep(tmp_path)
    reading = read_signed_file(file)
    (said,) = reading.sentences()
    assert reading.signatures[0].root
    assert said == (
        "Trần Văn Ví Dụ ký lúc 09:30 02/03/2026 (theo đồng hồ của người ký); nội dung nguyên vẹn, "
        "chữ ký bao trùm toàn bộ tệp; tin cậy theo chứng thư gốc Gốc ví dụ "
        f"(SHA-256 {reading.signatures[0].root.fingerprint})."
    )


def test_without_roots_it_says_that_none_is_set_up(
    file: bytes, tmp_path: Path, settings: LazySettings
) -> None:
    for folder in (None, tmp_path):
        settings.SIGNATURE_ROOTS = folder
        assert read_signed_file(file).sentences()[-1] == "Chưa có chứng thư gốc nào được cấu hình."
    settings.SIGNATURE_ROOTS = tmp_path / "khong-co"
    assert read_signed_file(file).sentences()[-1] == "Không mở được thư mục chứng thư gốc."


def test_other_files_are_answered_with_a_sentence(settings: LazySettings) -> None:
    settings.SIGNATURE_ROOTS = None
    assert read_signed_file(plain()).sentences() == ["Tệp không có chữ ký số."]
    assert read_signed_file(b"PK").sentences() == ["Chưa đọc được chữ ký số: tệp không phải PDF."]
