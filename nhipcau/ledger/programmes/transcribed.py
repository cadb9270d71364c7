"""What the reader makes of lines that were typed in: their places, and the document as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from nhipcau.reader import Document, read_text


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A provision as typed: its marker, then its paragraphs."""

    marker: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypedHead:
    """What stands above the provisions."""

    kind: str
    number: str
    title: str
    place: str
    signed_on: date | None
    period: tuple[int, int] | None
    parties: tuple[str, ...]
    bases: tuple[str, ...]


class NotRead(Exception):
    """Lines that do not read as what they are meant to be; the message is the sentence."""


def written(head: TypedHead, lines: Sequence[TypedLine]) -> str:
    """The text as a document has it, one paragraph a line."""
    front = [head.kind.upper(), head.title.upper(), *head.bases, *_promulgation(head)]
    body = [
        text
        for line in lines
        for text in (f"{line.marker} {line.paragraphs[0]}".strip(), *line.paragraphs[1:])
    ]
    return "\n".join([*front, *body])


def read(head: TypedHead, lines: Sequence[TypedLine]) -> Document:
    """The document with the head as it was typed. Raises NotRead at the first line misread."""
    document = read_text(written(head, lines))
    places = document.provisions
    for turn, line in enumerate(lines):
        if len(places) <= turn or not _is_read_as(line, places[turn].marker, places[turn].text):
            raise NotRead(_misread(line))
        if len(places[turn].paragraphs) != len(line.paragraphs) - 1:
            raise NotRead(_misread(line))
    if len(places) > len(lines):
        raise NotRead(_misread(lines[-1]))
    return replace(
        document,
        kind=head.kind,
        number=head.number,
        title=head.title,
        place=head.place,
        date=head.signed_on,
        issuers=head.parties,
        period=head.period,
    )


def addresses(head: TypedHead, lines: Sequence[TypedLine]) -> list[str]:
    """The address of each line, by the reader's rules. Raises NotRead at the first line misread."""
    return [place.id for place in read(head, lines).provisions]


def _promulgation(head: TypedHead) -> list[str]:
    names = " và ".join(head.parties)
    return [f"{names} thống nhất ký kết chương trình phối hợp như sau:"] if names else []


def _is_read_as(line: TypedLine, marker: str, text: str) -> bool:
    return f"{marker} {text}".split() == f"{line.marker} {line.paragraphs[0]}".split()


def _misread(line: TypedLine) -> str:
    return _(
        "Điều khoản “%(marker)s %(words)s” chưa đọc được đúng như đã nhập. Đề nghị xem lại ký hiệu "
        "(ví dụ IV. hoặc 3. hoặc đ) hoặc -) và bắt đầu mỗi đoạn bằng chữ in hoa."
    ) % {"marker": line.marker, "words": line.paragraphs[0][:60]}
