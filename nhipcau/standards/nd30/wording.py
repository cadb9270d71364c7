"""The lines that the decree prescribes, as text: numbers, dates, lists with their marks.

Both writers (`docx`, `pdf`) draw these lines, so they say the same. Clauses are those of
Phụ lục I, Phần I of Decree 30/2020/NĐ-CP.
"""

import re

from nhipcau.language.case import sentence_case
from nhipcau.language.dates import say
from nhipcau.standards.nd30.document import Annex, Block, Document, Heading, Level, Prose

STATE_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
BLANK = " " * 6
EXAMPLE_MARK = "VÍ DỤ MINH HỌA"
ADDRESSEE_LABEL = "Kính gửi:"
RECIPIENTS_LABEL = "Nơi nhận:"
AS_ABOVE = "Như trên"
END = "./."
# Heads of a column that counts the rows.
SERIAL = ("TT", "STT", "SỐ TT")
# «Về việc …» as «V/v» says it already.
_SAID_AS_V_V = re.compile(r"^về việc\s+", re.IGNORECASE)
# A body's name keeps its capital wherever it stands: «Bộ Công an», not «bộ tiêu chí».
_BODIES = frozenset({"Bộ", "Sở", "Cục", "Vụ"})
# Words that a kind's name only begins: «báo cáo viên», «kế hoạch hóa».
_LONGER = r"(?:viên|hóa|hoá)\b"
_LAST_MARKS = re.compile(r"[\s.;,]+$")
# What XML 1.0 has no place for.
_NOT_TEXT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return `text` without the characters that no document can hold; line ends become \\n."""
    return _NOT_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def issuer_lines(document: Document) -> tuple[str, ...]:
    """Cell 2: the issuers' names in capitals; several are joined by « - », each on its own line."""
    names = [issuer.name.upper() for issuer in document.issuers] or [""]
    # The dash stays with the last word of its name.
    return (*(f"{name}\N{NO-BREAK SPACE}-" for name in names[:-1]), names[-1])


def above_line(document: Document) -> str:
    """Cell 2, first line: the bodies above the issuers, each once."""
    above = dict.fromkeys(issuer.above.upper() for issuer in document.issuers if issuer.above)
    return " - ".join(above)


def number_line(document: Document) -> str:
    """Cell 3: «Số: 05/KH-BDTTG»; blank until văn thư has given the number (mục II.3.c)."""
    return f"Số:{_number(document)}/{document.symbol or '…'}"


def place_date_line(document: Document) -> str:
    """Cell 4: «Hà Nội, ngày 05 tháng 01 năm 2026»; the day blank until issue (mục II.4)."""
    place = f"{document.place}, " if document.place else ""
    return (place + _day(document)).rstrip()


def letter_subject_line(document: Document) -> str:
    """Cell 5b: «V/v …», in small letters after it but for a name."""
    subject = document.subject.strip()
    if subject.lower().startswith("v/v"):
        return subject
    told = _SAID_AS_V_V.sub("", subject, count=1) or subject
    return f"V/v {told if _is_name(told) else told[:1].lower() + told[1:]}"


def subject_line(document: Document) -> str:
    """Cell 5a, under the name of the kind, which it does not say again: «Thực hiện …»."""
    subject, kind = document.subject.strip(), document.type_name.strip()
    again = re.match(rf"{re.escape(kind)}\s*[:–-]?\s+(?!{_LONGER})", subject, re.IGNORECASE)
    if not kind or again is None:
        return document.subject
    rest = subject[again.end() :]
    return rest[:1].upper() + rest[1:]


def basis_lines(document: Document) -> tuple[str, ...]:
    """Cell 6: one basis a line, each ends «;», the last «.» (mục II.6.a)."""
    return _ended(document.bases)


def addressee_lines(document: Document) -> tuple[str, ...]:
    """Cell 9a: one addressee as it is, several as «- …;», the last with «.» (mục II.9.d)."""
    if len(document.addressees) < 2:
        return tuple(_LAST_MARKS.sub("", each) for each in document.addressees)
    return tuple(f"- {line}" for line in _ended(document.addressees))


def recipient_lines(document: Document) -> tuple[str, ...]:
    """Cell 9b: «- …;» and last «- Lưu: VT, … .»; «Như trên» first where somebody is addressed."""
    if document.is_minutes and not (document.recipients or document.archive):
        return ()
    named = [_LAST_MARKS.sub("", each.strip().removeprefix("- ")) for each in document.recipients]
    if document.addressees and not any(each.startswith(AS_ABOVE) for each in named):
        named.insert(0, AS_ABOVE)
    archive = _LAST_MARKS.sub("", document.archive) or "VT"
    return (*(f"- {each};" for each in named), f"- Lưu: {archive}.")


def heading_lines(heading: Heading) -> tuple[str, ...]:
    """The line or lines of a heading (mục II.6.đ): a part has its title on a line of its own."""
    number = heading_number(heading)
    match heading.level:
        case Level.PART:
            return tuple(line for line in (number, heading.title.upper()) if line)
        case Level.SECTION:
            return (f"{number} {heading.title.upper()}".strip(),)
        case _:
            return (f"{number} {heading.title}".strip(),)


def heading_number(heading: Heading) -> str:
    """The number with its word and mark: «Phần I», «I.», «Điều 1.», «1.», «a)»."""
    number = heading.number.strip()
    if not number:
        return ""
    match heading.level:
        case Level.PART:
            return number if " " in number else f"Phần {number}"
        case Level.POINT:
            return f"{number.rstrip('.)')})"
        case Level.ARTICLE:
            return f"Điều {number.removeprefix('Điều').strip().rstrip('.')}."
        case _:
            return f"{number.rstrip('.')}."


def annex_heading(place: int, total: int) -> str:
    """«Phụ lục», with a roman number where there are several (mục III.1.a)."""
    return "Phụ lục" if total < 2 else f"Phụ lục {roman(place)}"


def annex_title(annex: Annex) -> str:
    """The annex's name in capitals."""
    return annex.title.upper()


def annex_reference(document: Document) -> str:
    """«(Kèm theo Kế hoạch số …/… ngày … tháng … năm … của …)», blank until issue (mục III.1.c)."""
    kind = sentence_case(document.type_name.upper()) if document.type_name else "Công văn"
    issuers = sentence_case(document.authority) or " và ".join(
        sentence_case(issuer.name) for issuer in document.issuers
    )
    by = f" của {issuers}" if issuers else ""
    number = f"{_number(document)}/{document.symbol or '…'}"
    return f"(Kèm theo {kind} số{number} {_day(document)}{by})"


def closing_mark(text: str) -> str:
    """What is missing after the last sentence for it to end «./.»."""
    text = text.rstrip()
    if text.endswith(END):
        return ""
    return "/." if text.endswith(".") else END


def without_closing(text: str) -> str:
    """`text` as it was before its end became «./.»; the full stop stays."""
    text = text.rstrip()
    while text.endswith(END):
        text = text.removesuffix("/.").rstrip()
    return text


def last_prose(blocks: tuple[Block, ...]) -> Prose | None:
    """The paragraph that takes «./.», or None where the text ends in a table or a heading."""
    return blocks[-1] if blocks and isinstance(blocks[-1], Prose) else None


def title(document: Document) -> str:
    """The document's name for its properties: «KẾ HOẠCH Thực hiện …»."""
    return clean(f"{document.type_name.upper()} {subject_line(document)}".strip())


def edition_line(document: Document) -> str:
    """The edition that was agreed on; only a draft shows it."""
    return "" if document.number else document.edition


def roman(number: int) -> str:
    """Return a positive number in Roman figures."""
    signs = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    written = ""
    for value, sign in signs:
        while number >= value:
            written, number = written + sign, number - value
    return written


def _is_name(text: str) -> bool:
    """Whether the first word is written with a capital wherever it stands: «UBND», «Ủy ban»."""
    first, _, rest = text.partition(" ")
    return (
        first[1:2].isupper()
        or text.startswith("Ủy ban ")
        or (first in _BODIES and rest[:1].isupper())
    )


def _number(document: Document) -> str:
    number = document.number.strip()
    if not number:
        return BLANK
    return " " + (number.zfill(2) if number.isdecimal() else number)


def _day(document: Document) -> str:
    if document.issued_on:
        return say(document.issued_on)
    return f"ngày{BLANK}tháng{BLANK}năm {document.year or BLANK}"


def _ended(lines: tuple[str, ...]) -> tuple[str, ...]:
    bare = [_LAST_MARKS.sub("", line.strip().removeprefix("- ")) for line in lines]
    return tuple(
        f"{line}{'.' if place == len(bare) else ';'}" for place, line in enumerate(bare, start=1)
    )
