"""Lengths, sizes and weights of Decree 30/2020/NĐ-CP, each with the place where the decree says it.

Where the decree allows a range, `size` is the one of its own column of examples (Phụ lục I, Phần I,
mục V) and `sizes` the range. Lengths are in millimetres on the page and in points between lines.
"""

from dataclasses import dataclass
from enum import Enum

DECREE = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I"
FONT = "Times New Roman"
COLOUR = "000000"
LANGUAGE = "vi-VN"


class Align(Enum):
    """How a paragraph stands; the values are those of WordprocessingML."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"
    JUSTIFY = "both"


@dataclass(frozen=True, slots=True)
class Length:
    """A length that was chosen within what the decree allows; `unit` is mm, cm, pt or lines."""

    value: float
    low: float
    high: float
    unit: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A solid line under a text, as a share of the text's length."""

    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element of the form: how it looks, and where the decree says so.

    `where` is empty where the decree is silent and practice decides. `before` and `after` are
    points, `first_line_mm` the indent of the first line.
    """

    name: str
    cell: str
    where: str
    size: float
    sizes: tuple[float, float]
    is_bold: bool = False
    is_italic: bool = False
    is_upper: bool = False
    align: Align = Align.LEFT
    before: float = 0
    after: float = 0
    line: float = 1.0
    first_line_mm: float = 0
    rule: Rule | None = None
    # Level in the outline of the document, for the navigation pane and readers of screens.
    outline: int | None = None

    @property
    def style(self) -> str:
        """The paragraph style's name; a comma would make the rest an alias."""
        return f"ND30 {self.name.replace(',', '')}"


PAGE_WIDTH = Length(210, 210, 210, "mm", f"{DECREE}, mục I.1")
PAGE_HEIGHT = Length(297, 297, 297, "mm", f"{DECREE}, mục I.1")
MARGIN_TOP = Length(20, 20, 25, "mm", f"{DECREE}, mục I.3")
MARGIN_BOTTOM = Length(20, 20, 25, "mm", f"{DECREE}, mục I.3")
MARGIN_LEFT = Length(30, 30, 35, "mm", f"{DECREE}, mục I.3")
MARGIN_RIGHT = Length(15, 15, 20, "mm", f"{DECREE}, mục I.3")
FIRST_LINE = Length(1.27, 1, 1.27, "cm", f"{DECREE}, mục II.6.e")
BETWEEN_PARAGRAPHS = Length(6, 6, 24, "pt", f"{DECREE}, mục II.6.e")
BETWEEN_LINES = Length(1.1, 1.0, 1.5, "lines", f"{DECREE}, mục II.6.e")
UNDER_NUMBER = Length(6, 6, 6, "pt", f"{DECREE}, mục II.5.b")
# The page number stands in the middle of the top margin; the foot has what the decree leaves free.
TO_HEADER = Length(10, 5, 15, "mm", f"{DECREE}, mục I.7")
TO_FOOTER = Length(8, 5, 15, "mm", "")
# The head is two cells; the right one holds the Quốc hiệu on one line.
HEAD_LEFT = Length(69, 60, 80, "mm", f"{DECREE}, mục IV.2")
URGENCY_WIDTHS = {"HOẢ TỐC": 30.0, "THƯỢNG KHẨN": 40.0, "KHẨN": 20.0}
BOX_HEIGHT = Length(8, 8, 8, "mm", f"{DECREE}, mục III.2.b")
URGENCY_COLOUR = "C00000"

TEXT_WIDTH_MM = PAGE_WIDTH.value - MARGIN_LEFT.value - MARGIN_RIGHT.value
HEAD_RIGHT_MM = TEXT_WIDTH_MM - HEAD_LEFT.value
INDENT_MM = FIRST_LINE.value * 10
SIGNING_SPACE_PT = 72.0

_HALF = Rule(share=0.4, low=1 / 3, high=1 / 2)
_BODY = (13.0, 14.0)

STATE = Element(
    name="Quốc hiệu", cell="1", where=f"{DECREE}, mục II.1.a", size=12, sizes=(12, 13),
    is_bold=True, is_upper=True, align=Align.CENTRE,
)  # fmt: skip
MOTTO = Element(
    name="Tiêu ngữ", cell="1", where=f"{DECREE}, mục II.1.b", size=13, sizes=_BODY,
    is_bold=True, align=Align.CENTRE, rule=Rule(share=1, low=0.95, high=1.05),
)  # fmt: skip
ABOVE = Element(
    name="Cơ quan chủ quản", cell="2", where=f"{DECREE}, mục II.2.b", size=12, sizes=(12, 13),
    is_upper=True, align=Align.CENTRE,
)  # fmt: skip
ISSUER = Element(
    name="Cơ quan ban hành", cell="2", where=f"{DECREE}, mục II.2.b", size=12, sizes=(12, 13),
    is_bold=True, is_upper=True, align=Align.CENTRE, rule=_HALF,
)  # fmt: skip
NUMBER = Element(
    name="Số, ký hiệu", cell="3", where=f"{DECREE}, mục II.3.c", size=13, sizes=(13, 13),
    align=Align.CENTRE, before=6,
)  # fmt: skip
PLACE_DATE = Element(
    name="Địa danh, thời gian", cell="4", where=f"{DECREE}, mục II.4.c", size=13, sizes=_BODY,
    is_italic=True, align=Align.CENTRE, before=6,
)  # fmt: skip
TYPE_NAME = Element(
    name="Tên loại", cell="5a", where=f"{DECREE}, mục II.5.b", size=14, sizes=_BODY,
    is_bold=True, is_upper=True, align=Align.CENTRE, before=18,
)  # fmt: skip
SUBJECT = Element(
    name="Trích yếu", cell="5a", where=f"{DECREE}, mục II.5.b", size=14, sizes=_BODY,
    is_bold=True, align=Align.CENTRE, rule=_HALF,
)  # fmt: skip
LETTER_SUBJECT = Element(
    name="Trích yếu công văn", cell="5b", where=f"{DECREE}, mục II.5.b", size=12, sizes=(12, 13),
    align=Align.CENTRE, before=UNDER_NUMBER.value,
)  # fmt: skip
AUTHORITY = Element(
    name="Thẩm quyền ban hành", cell="6", where="Phụ lục III, mẫu 1.2", size=14, sizes=_BODY,
    is_bold=True, is_upper=True, align=Align.CENTRE, before=12, after=6,
)  # fmt: skip
ENACTING = Element(
    name="Lời ban hành", cell="6", where="Phụ lục III, mẫu 1.2", size=14, sizes=_BODY,
    is_bold=True, is_upper=True, align=Align.CENTRE, before=12, after=6,
)  # fmt: skip
BASIS = Element(
    name="Căn cứ", cell="6", where=f"{DECREE}, mục II.6.a", size=14, sizes=_BODY,
    is_italic=True, align=Align.JUSTIFY, before=6, line=BETWEEN_LINES.value,
    first_line_mm=INDENT_MM,
)  # fmt: skip
TEXT = Element(
    name="Nội dung", cell="6", where=f"{DECREE}, mục II.6.e", size=14, sizes=_BODY,
    align=Align.JUSTIFY, before=6, line=BETWEEN_LINES.value, first_line_mm=INDENT_MM,
)  # fmt: skip
# The same to the eye: words that nobody is asked to change, so that what is typed stands out.
FIXED = Element(
    name="Nội dung cố định", cell="6", where=f"{DECREE}, mục II.6.e", size=14, sizes=_BODY,
    align=Align.JUSTIFY, before=6, line=BETWEEN_LINES.value, first_line_mm=INDENT_MM,
)  # fmt: skip
CLOSING = Element(
    name="Dấu kết thúc", cell="6", where="Phụ lục III, mẫu 1.4", size=14, sizes=_BODY,
    align=Align.RIGHT, before=6,
)  # fmt: skip
PART = Element(
    name="Phần, chương", cell="6", where=f"{DECREE}, mục II.6.đ", size=14, sizes=_BODY,
    is_bold=True, align=Align.CENTRE, before=12, outline=0,
)  # fmt: skip
PART_TITLE = Element(
    name="Tiêu đề phần, chương", cell="6", where=f"{DECREE}, mục II.6.đ", size=14, sizes=_BODY,
    is_bold=True, is_upper=True, align=Align.CENTRE, after=6,
)  # fmt: skip
SECTION = Element(
    name="Mục", cell="6", where=f"{DECREE}, mục V.6.b", size=14, sizes=_BODY,
    is_bold=True, is_upper=True, align=Align.JUSTIFY, before=9, line=BETWEEN_LINES.value,
    first_line_mm=INDENT_MM, outline=1,
)  # fmt: skip
ARTICLE = Element(
    name="Điều", cell="6", where=f"{DECREE}, mục II.6.đ", size=14, sizes=_BODY,
    is_bold=True, align=Align.JUSTIFY, before=6, line=BETWEEN_LINES.value,
    first_line_mm=INDENT_MM, outline=2,
)  # fmt: skip
CLAUSE = Element(
    name="Khoản có tiêu đề", cell="6", where=f"{DECREE}, mục II.6.đ", size=14, sizes=_BODY,
    is_bold=True, align=Align.JUSTIFY, before=6, line=BETWEEN_LINES.value,
    first_line_mm=INDENT_MM, outline=3,
)  # fmt: skip
POINT = Element(
    name="Điểm", cell="6", where=f"{DECREE}, mục II.6.đ", size=14, sizes=_BODY,
    align=Align.JUSTIFY, before=6, line=BETWEEN_LINES.value,
    first_line_mm=INDENT_MM, outline=4,
)  # fmt: skip
CAPACITY = Element(
    name="Quyền hạn, chức vụ", cell="7a", where=f"{DECREE}, mục II.7.đ", size=14, sizes=_BODY,
    is_bold=True, is_upper=True, align=Align.CENTRE,
)  # fmt: skip
SIGNER = Element(
    name="Họ và tên người ký", cell="7b", where=f"{DECREE}, mục II.7.đ", size=14, sizes=_BODY,
    is_bold=True, align=Align.CENTRE, before=SIGNING_SPACE_PT,
)  # fmt: skip
ADDRESSEE = Element(
    name="Kính gửi", cell="9a", where=f"{DECREE}, mục II.9.d", size=14, sizes=_BODY,
    before=6,
)  # fmt: skip
RECIPIENTS_LABEL = Element(
    name="Nơi nhận", cell="9b", where=f"{DECREE}, mục II.9.d", size=12, sizes=(12, 12),
    is_bold=True, is_italic=True,
)  # fmt: skip
RECIPIENT = Element(
    name="Nơi nhận, liệt kê", cell="9b", where=f"{DECREE}, mục II.9.d", size=11, sizes=(11, 11),
)  # fmt: skip
URGENCY = Element(
    name="Dấu chỉ mức độ khẩn", cell="10b", where=f"{DECREE}, mục III.2.b", size=13, sizes=_BODY,
    is_bold=True, is_upper=True, align=Align.CENTRE, before=9,
)  # fmt: skip
CIRCULATION = Element(
    name="Phạm vi lưu hành", cell="11", where=f"{DECREE}, mục III.2.c", size=13, sizes=_BODY,
    is_bold=True, is_upper=True, align=Align.CENTRE, after=9,
)  # fmt: skip
CONTACT = Element(
    name="Địa chỉ, thư điện tử, website, điện thoại, fax", cell="13",
    where=f"{DECREE}, mục III.4", size=11, sizes=(11, 12), align=Align.CENTRE,
)  # fmt: skip
PAGE_NUMBER = Element(
    name="Số trang", cell="-", where=f"{DECREE}, mục I.7", size=14, sizes=_BODY,
    align=Align.CENTRE,
)  # fmt: skip
ANNEX = Element(
    name="Phụ lục", cell="-", where=f"{DECREE}, mục III.1.b", size=14, sizes=(14, 14),
    is_bold=True, align=Align.CENTRE, outline=0,
)  # fmt: skip
ANNEX_TITLE = Element(
    name="Tên phụ lục", cell="-", where=f"{DECREE}, mục III.1.b", size=14, sizes=_BODY,
    is_bold=True, is_upper=True, align=Align.CENTRE,
)  # fmt: skip
ANNEX_REFERENCE = Element(
    name="Chỉ dẫn kèm theo", cell="-", where=f"{DECREE}, mục III.1.c", size=14, sizes=_BODY,
    is_italic=True, align=Align.CENTRE, rule=Rule(share=0.25, low=0.1, high=1 / 2),
)  # fmt: skip
CAPTION = Element(
    name="Tên bảng", cell="6", where="", size=13, sizes=_BODY, is_bold=True,
    align=Align.CENTRE, before=9, after=3,
)  # fmt: skip
TABLE_HEAD = Element(
    name="Bảng, dòng đầu", cell="6", where="", size=12, sizes=(11, 14), is_bold=True,
    align=Align.CENTRE, before=2, after=2,
)  # fmt: skip
TABLE_TEXT = Element(
    name="Bảng, chữ", cell="6", where="", size=12, sizes=(11, 14), before=2, after=2,
)  # fmt: skip
TABLE_CENTRED = Element(
    name="Bảng, số thứ tự", cell="6", where="", size=12, sizes=(11, 14), align=Align.CENTRE,
    before=2, after=2,
)  # fmt: skip
TABLE_NUMBER = Element(
    name="Bảng, số liệu", cell="6", where="", size=12, sizes=(11, 14), align=Align.RIGHT,
    before=2, after=2,
)  # fmt: skip
# Marks of a draft: small, grey, in the foot or the empty head of the first page.
EDITION = Element(name="Bản dự thảo", cell="-", where="", size=9, sizes=(8, 10), align=Align.RIGHT)
EXAMPLE = Element(name="Ví dụ", cell="-", where="", size=9, sizes=(8, 10), align=Align.RIGHT)
MARK_COLOUR = "7F7F7F"
RULE = Element(name="Đường kẻ", cell="-", where="", size=2, sizes=(1, 4), align=Align.CENTRE)
GAP = Element(name="Khoảng cách", cell="-", where="", size=2, sizes=(1, 6))

ELEMENTS = (
    STATE, MOTTO, ABOVE, ISSUER, NUMBER, PLACE_DATE, TYPE_NAME, SUBJECT, LETTER_SUBJECT, AUTHORITY,
    ENACTING, BASIS, TEXT, FIXED, CLOSING, PART, PART_TITLE, SECTION, ARTICLE, CLAUSE, POINT,
    CAPACITY, SIGNER, ADDRESSEE, RECIPIENTS_LABEL, RECIPIENT, URGENCY, CIRCULATION, CONTACT,
    PAGE_NUMBER, ANNEX, ANNEX_TITLE, ANNEX_REFERENCE, CAPTION, TABLE_HEAD, TABLE_TEXT,
    TABLE_CENTRED, TABLE_NUMBER, EDITION, EXAMPLE, RULE, GAP,
)  # fmt: skip

# Elements that are made outside, after this file: they have their place, and nothing is drawn.
MADE_OUTSIDE = {
    "7c": "the signature of the entitled person: the space between 7a and 7b is kept free",
    "8": "the agency's own signature, put on by văn thư",
    "8 (attachment in its own file)": "put on by văn thư when an attachment is a file of its own",
    "10a": "documents with a mark of secrecy are never drafted here",
    "12": "initials and number of copies stand in the last line of 9b",
    "14": "belongs to electronic copies",
}
