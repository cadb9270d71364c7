"""Which outline a report is written in: the one in use that day, else the short form."""

from datetime import date
from typing import TypedDict

from nhipcau.ledger.papers.models import Outline


class Place(TypedDict):
    """One place of an outline, as `papers.Outline.sections` holds it."""

    key: str
    level: str
    number: str
    title: str
    prompt: str
    words: str
    filler: str


def _place(
    key: str, level: str, number: str, title: str, filler: str = "", prompt: str = ""
) -> Place:
    return {
        "key": key, "level": level, "number": number, "title": title,
        "prompt": prompt, "words": "", "filler": filler,
    }  # fmt: skip


_EMPTY: Place = {
    "key": "", "level": "", "number": "", "title": "", "prompt": "", "words": "", "filler": "",
}  # fmt: skip

# Used where no outline was loaded for the kind.
SHORT = (
    _place("mo-dau", "", "", "", "opening"),
    _place("ket-qua", "section", "I", "Kết quả thực hiện"),
    _place("chi-dao", "clause", "1", "Công tác chỉ đạo, triển khai", "steering"),
    _place("theo-diem", "clause", "2", "Kết quả theo từng nội dung của chương trình", "results"),
    _place("kinh-phi", "clause", "3", "Kinh phí thực hiện", "money"),
    _place("phoi-hop", "clause", "4", "Công tác phối hợp"),
    _place("ton-tai-nguyen-nhan", "section", "II", "Tồn tại, hạn chế và nguyên nhân"),
    _place("ton-tai", "clause", "1", "Tồn tại, hạn chế", "shortcomings"),
    _place("nguyen-nhan", "clause", "2", "Nguyên nhân", "", "Khách quan; chủ quan"),
    _place("bai-hoc", "clause", "3", "Bài học kinh nghiệm"),
    _place("phuong-huong", "section", "III", "Phương hướng, nhiệm vụ thời gian tới", "directions"),
    _place("kien-nghi", "section", "IV", "Khó khăn, vướng mắc; đề xuất, kiến nghị", "proposals"),
)


def outline_for(kind: str, *, on: date) -> Outline | None:
    """The outline of a kind in use on a day."""
    return Outline.objects.of(kind, on=on).first()


def places(outline: Outline | None) -> tuple[Place, ...]:
    """The places of an outline, in order."""
    if outline is None:
        return SHORT
    return tuple({**_EMPTY, **place} for place in outline.sections)
