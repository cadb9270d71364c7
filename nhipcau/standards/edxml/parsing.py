"""From bytes to elements within bounds: no document type, no entities, no network, ever."""

import re

from lxml import etree

from .faults import Forbidden, NotXml, TooLarge

MOST_BYTES = 80 * 1024 * 1024  # files of 50 MB as base64, and a header
MOST_LEVELS = 32
MOST_ELEMENTS = 20_000
STEP = 64 * 1024
_DECLARED = re.compile(r"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)
_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>")


def parse(content: bytes) -> etree._Element:
    """The root element. Raises TooLarge, Forbidden or NotXml, with the line where it is known."""
    if len(content) > MOST_BYTES:
        raise TooLarge(f"dung lượng vượt quá {MOST_BYTES // (1024 * 1024)} MB")
    text = _decoded(content)
    if declared := _DECLARED.search(text):
        line = text.count("\n", 0, declared.start()) + 1
        raise Forbidden("tệp có khai báo DOCTYPE hoặc ENTITY, không được dùng", line=line)
    # What the file says of its own encoding no longer holds: it is UTF-8 now.
    return _fed(_PROLOG.sub(lambda found: "\n" * found[0].count("\n"), text).encode())


def _decoded(content: bytes) -> str:
    is_wide = content[:2] in {b"\xff\xfe", b"\xfe\xff"}
    try:
        return content.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError:
        raise NotXml("chữ trong tệp không ở bảng mã Unicode (UTF-8)") from None


def _fed(content: bytes) -> etree._Element:
    # Long values are whole files in base64, hence huge_tree; the bounds are our own.
    parser = etree.XMLPullParser(
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
    )
    level = elements = 0
    try:
        for start in range(0, len(content), STEP):
            parser.feed(content[start : start + STEP])
            for event, each in parser.read_events():
                level += 1 if event == "start" else -1
                elements += event == "start"
                if level > MOST_LEVELS or elements > MOST_ELEMENTS:
                    raise _unbounded(level, line_of(each))
        return parser.close()
    except etree.XMLSyntaxError as fault:
        line = fault.lineno or 0
        raise NotXml("tệp bị cắt cụt hoặc không đúng cú pháp XML", line=line) from None


def line_of(element: object) -> int:
    """The line that an element begins in; 0 where that is not known."""
    line = getattr(element, "sourceline", None)
    return line if isinstance(line, int) else 0


def _unbounded(level: int, line: int) -> TooLarge:
    if level > MOST_LEVELS:
        return TooLarge(f"các phần tử lồng nhau quá {MOST_LEVELS} cấp", line=line)
    return TooLarge(f"tệp có quá {MOST_ELEMENTS} phần tử", line=line)
