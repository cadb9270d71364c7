"""The pages as an office program sets them: what stands where on the paper.

Where the machine has no Times New Roman, letters such as «ộ» come from another font and out of order
in the text of the PDF: the words looked for are made of letters that every font has.
"""

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from nhipcau.standards.nd30 import to_docx
from nhipcau.standards.nd30.tests.examples import ALL

OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.machine,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
]
PT = 72 / 25.4


class Pages:
    """The pages of one PDF: words with their places, lengths in millimetres from the top left."""

    def __init__(self, path: Path) -> None:
        self.pdf = pypdfium2.PdfDocument(path)

    def place(self, page: int, words: str) -> tuple[float, float, float]:
        """Left, right and top of `words` where they first stand on a page."""
        found = self.pdf[page]
        text = found.get_textpage()
        start, count = text.search(words).get_next()
        boxes = [text.get_charbox(each) for each in range(start, start + count)]
        height = found.get_size()[1]
        return (
            min(box[0] for box in boxes) / PT,
            max(box[2] for box in boxes) / PT,
            (height - max(box[3] for box in boxes)) / PT,
        )

    def text(self, page: int) -> str:
        return str(self.pdf[page].get_textpage().get_text_range())

    def texts(self) -> list[str]:
        return [self.text(page) for page in range(len(self.pdf))]

    def width_mm(self, page: int) -> float:
        return float(self.pdf[page].get_size()[0]) / PT


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pages]:
    folder = tmp_path_factory.mktemp("pages")
    for name, document in ALL.items():
        (folder / f"{name}.docx").write_bytes(to_docx(document))
    subprocess.run(
        [
            str(OFFICE), f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless",
            "--convert-to", "pdf", "--outdir", str(folder),
            *(str(folder / f"{name}.docx") for name in ALL),
        ],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    return {name: Pages(folder / f"{name}.pdf") for name in ALL}


@pytest.mark.parametrize("name", ALL)
def test_the_two_cells_of_the_head_stand_level(name: str, rendered: dict[str, Pages]) -> None:
    pages = rendered[name]
    left, right, top = pages.place(0, "NAM")
    motto = pages.place(0, "ph\xfac")
    assert left > 150
    assert right < 196
    assert top < 25 + 15 * bool(ALL[name].circulation)
    assert 2 < motto[2] - top < 8
    if not ALL[name].is_minutes:
        number, day = pages.place(0, f"/{ALL[name].symbol[:2]}"), pages.place(0, "ng\xe0y")
        assert abs(number[2] - day[2]) < 1.5
        assert number[1] < 100 < day[0]


@pytest.mark.parametrize("name", ALL)
def test_no_signature_block_stands_alone(name: str, rendered: dict[str, Pages]) -> None:
    pages = rendered[name]
    signed = "ĐOÀN" if ALL[name].is_minutes else ": VT"
    assert any("/." in text and signed in text for text in pages.texts())


def test_annexes_count_for_themselves_and_the_wide_one_lies_across(
    rendered: dict[str, Pages],
) -> None:
    pages = rendered["joint-plan"]
    widths = [round(pages.width_mm(page)) for page in range(len(pages.pdf))]
    wide = [page for page, width in enumerate(widths) if width == 297]
    assert wide == list(range(2, len(pages.pdf) - 1))
    numbers = [pages.text(page).split()[0] for page in wide[1:]]
    assert numbers == [str(number) for number in range(2, len(wide) + 1)]
    assert all("Kinh" in pages.text(page) for page in wide)
    left, right, top = pages.place(wide[1], "2")
    assert top < 20
    # The middle between the margins.
    assert abs((left + right) / 2 - (30 + (297 - 15 - 30) / 2)) < 1


def test_recipients_stand_left_of_the_signature(rendered: dict[str, Pages]) -> None:
    archive = rendered["letter"].place(0, ": VT")
    office = rendered["letter"].place(0, "GIÁM")
    assert 30 < archive[0] < 50
    assert office[0] > 100
    assert 0 < archive[2] - office[2] < 20
