"""What an office program writes is read like what we write ourselves."""

import shutil
import subprocess
from pathlib import Path

import pytest

from nhipcau.reader import read_file, read_text
from nhipcau.reader.tests import formats
from nhipcau.reader.tests.example import PLAN

PROGRAM = shutil.which("soffice")


@pytest.mark.machine
@pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")
def test_a_word_file_printed_by_libreoffice_gives_the_same_tree(tmp_path: Path) -> None:
    (tmp_path / "vi-du.docx").write_bytes(formats.as_docx(PLAN))
    subprocess.run(
        [
            str(PROGRAM), f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless",
            "--convert-to", "pdf",
            "--outdir", str(tmp_path), str(tmp_path / "vi-du.docx"),
        ],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    found = formats.without_lines(read_file(tmp_path / "vi-du.pdf"))
    assert found == formats.without_lines(read_text(PLAN))
