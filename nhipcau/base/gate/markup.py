"""The words in a part of an Office file."""

from collections.abc import Iterator

from lxml import etree

from .composing import composed


def tree(part: bytes) -> etree._Element:
    """Parse a part: no entities, no network, no monstrous depth; raises XMLSyntaxError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(part, parser)


def name(element: etree._Element) -> str:
    """The name of an element without its namespace; nothing for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def words(part: bytes) -> Iterator[str]:
    """The text of a part, paragraph by paragraph."""
    root = tree(part)
    paragraphs = [each for each in root.iter() if name(each) in {"p", "comment", "si"}]
    for paragraph in paragraphs:
        yield own_text(paragraph)


def own_text(element: etree._Element) -> str:
    """The text of a paragraph, without the paragraphs of boxes anchored in it."""
    return composed("".join(_pieces(element)))


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        match name(child):
            case "t" | "delText" | "instrText":
                yield child.text or ""
            case "tab":
                yield "\t"
            case "br" | "cr":
                yield "\n"
            case "noBreakHyphen":
                yield "-"
            case "p" | "Fallback" | "tbl":
                continue
            case _:
                yield from _pieces(child)
