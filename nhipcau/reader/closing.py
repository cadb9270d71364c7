"""The closing of a document: who signed and who receives it (Decree 30/2020, Phụ lục I, mục
II.7–9)."""

import re
from collections.abc import Iterator, Sequence

from nhipcau.reader.tree import Line, Signer

# No academic titles before the name, says the decree (mục II.7.b); ranks do occur.
RANK = re.compile(
    r"^(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)|GS\.?|PGS\.?|TS\.?|ThS\.?|Ông|Bà)[\s.,]+"
)
NAME = re.compile(r"^[^\W\d_a-z][^\W\d_]*(?: [^\W\d_A-Z][^\W\d_]*| [^\W\d_a-z][^\W\d_]*){1,6}$")
LABEL = re.compile(r"(?i)^\W*nơi nhận\W*")


def read_signers(lines: Sequence[Line]) -> tuple[Signer, ...]:
    """Return the signers: below titles in capitals, a name in ordinary letters."""
    titles: list[str] = []
    signers: list[Signer] = []
    for line in lines:
        if line.role not in {"signature", "recipient"}:
            continue
        title, name = _last_cell(line.text)
        if title and name:
            signers += _signer([title], name)
        elif line.text.isupper() and not line.text.startswith(("-", "+")):
            titles.append(line.text)
        elif titles and line.role == "signature":
            found = list(_signer(titles, line.text))
            signers += found
            titles = [] if found else titles
    return tuple(signers)


def _last_cell(text: str) -> tuple[str, str]:
    """ "… Lưu: VT. | CHỦ TỊCH Trần Văn Mẫu": title and name in the last cell of one row."""
    words = text.strip("| ").rpartition("|")[2].split() if "|" in text else []
    capitals = next((n for n, word in enumerate(words) if not word.isupper()), len(words))
    return " ".join(words[:capitals]), " ".join(words[capitals:])


def _signer(titles: list[str], written: str) -> Iterator[Signer]:
    name = RANK.sub("", written.strip())
    if NAME.match(name) and all(word[0].isupper() for word in name.split()):
        yield Signer(name, titles[-1].strip(), " ".join(titles[:-1]))


def read_recipients(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the recipients, one an item, whether they stand on lines of their own or on one."""
    rows: list[str] = []
    for line in lines:
        if line.role != "recipient":
            continue
        text = LABEL.sub("", line.text.split("|")[0])
        rows += re.split(r";\s+[-–]\s+", text)
    cleaned = (row.strip("-–+ ;.") for row in rows)
    return tuple(row for row in cleaned if row)
