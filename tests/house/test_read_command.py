"""`nhipcau read` prints what was understood, in four forms, or one sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

TEXT = Path(__file__).parents[2] / "data" / "programmes" / "922-ctph-btttt-ubdt" / "text.txt"


def read(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-c",
        "import sys; from nhipcau.project.cli import main; sys.exit(main())",
    ]
    return subprocess.run(
        [*command, "read", *arguments], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("tree", "922/CTPH-BTTTT-UBDT"),
        ("json", '"922/CTPH-BTTTT-UBDT"'),
        ("akn", "<akomaNtoso"),
        ("csv", "IV.2.a"),
    ],
)
def test_a_document_is_printed_in_the_form_that_is_asked_for(form: str, words: str) -> None:
    done = read(str(TEXT), "--format", form)
    assert done.returncode == 0
    assert words in done.stdout


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00hong", b"%PDF-1.4 hong"])
def test_a_bad_file_is_one_sentence_and_no_trace(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "van-ban.txt"
    path.write_bytes(content)
    done = read(str(path))
    assert done.returncode == 2
    assert "chưa thực hiện được" in done.stderr
    assert "Traceback" not in done.stderr
