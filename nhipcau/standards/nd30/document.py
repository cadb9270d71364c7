"""An administrative document as a value: what the layout of Decree 30/2020/NĐ-CP needs to know.

The parts are those of Phụ lục I, Phần II of the decree; lengths and sizes are the layout's business
(`layout`), never the document's. A value goes to JSON and back (`json_form`) without a loss, so an
edition that somebody agreed to can be hashed and drawn again.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Urgency(Enum):
    """Mức độ khẩn (cell 10b)."""

    URGENT = "KHẨN"
    VERY_URGENT = "THƯỢNG KHẨN"
    MOST_URGENT = "HOẢ TỐC"


class Level(Enum):
    """Places of the text, from the highest down (Phụ lục I, Phần II, mục II.6)."""

    PART = "part"  # «Phần», «Chương»: own line, centred
    SECTION = "section"  # «I. TIÊU ĐỀ»: a roman number, capitals, bold
    CLAUSE = "clause"  # «1. …»: bold when it is a title
    POINT = "point"  # «a) …»
    ARTICLE = "article"  # «Điều 1. …»


@dataclass(frozen=True, slots=True)
class Issuer:
    """Cơ quan ban hành (cell 2), with the body above it where the form names one.

    Several issuers make a joint head: their names stand joined by « - » in one cell.
    """

    name: str
    above: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered place with a title of its own: «I. KẾT QUẢ THỰC HIỆN»."""

    level: Level
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Prose:
    """One paragraph of running text. `key` names words that people may change in Word and send back.

    `link` is an address in the platform where the words come from; it is drawn as a link.
    """

    text: str
    key: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a `key` marks a number that the platform keeps."""

    text: str
    key: str = ""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `widths` are shares of the text's width, one for each column; rows all as long."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...] = ()
    caption: str = ""


Block = Heading | Prose | Table


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature block (cell 7): «KT. BỘ TRƯỞNG» / «THỨ TRƯỞNG», then the name.

    `heading` stands above it where a joint document names the body («BỘ …»), or minutes the part
    («TRƯỞNG ĐOÀN»). The name is empty until it is known who signs.
    """

    lines: tuple[str, ...]
    name: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """Phụ lục: on pages of its own, numbered for itself; wide tables lie across."""

    title: str
    blocks: tuple[Block, ...]
    is_landscape: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. What văn thư fills in (number, day) stays empty until it is recorded.

    `symbol` is what follows the number: «KH-BVHTTDL-BDTTG». A letter has no `type_name`: its
    subject stands under the number as «V/v …». `has_head_line` is False for minutes, which have no
    number and no place and date line of an ordinary document.
    """

    issuers: tuple[Issuer, ...]
    subject: str
    type_name: str = ""
    symbol: str = ""
    number: str = ""
    place: str = ""
    issued_on: date | None = None
    # Known before the day is: «ngày      tháng      năm 2026».
    year: int | None = None
    addressees: tuple[str, ...] = ()
    # «BỘ TRƯỞNG BỘ …» above the grounds of a decision.
    authority: str = ""
    bases: tuple[str, ...] = ()
    # «QUYẾT ĐỊNH:» between the grounds and the articles.
    enacting: str = ""
    blocks: tuple[Block, ...] = ()
    signatures: tuple[Signature, ...] = ()
    recipients: tuple[str, ...] = ()
    archive: str = ""  # «VT, TTCĐS (05)» in the last line of the recipients
    urgency: Urgency | None = None
    circulation: str = ""  # «LƯU HÀNH NỘI BỘ»
    annexes: tuple[Annex, ...] = ()
    is_minutes: bool = False
    is_example: bool = False
    # «Bản 3, mã kiểm tra 4f1c…»: in the foot of a draft that was agreed on.
    edition: str = ""
    # Contact line of the issuer (cell 13).
    contact: str = ""
