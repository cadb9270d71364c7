"""The styles of the file: one for each element of the layout, and the defaults below them."""

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from nhipcau.standards.nd30 import layout
from nhipcau.standards.nd30.docx.xml import Xml, make, style_id, twips
from nhipcau.standards.nd30.layout import Align, Element

_FOLLOWED_BY_TEXT = (layout.TEXT, layout.FIXED, layout.SECTION, layout.ARTICLE, layout.CLAUSE)
_GREY = (layout.EDITION, layout.EXAMPLE)


def install(word: WordDocument) -> None:
    """Replace the styles of the template by those of the layout."""
    styles = word.styles.element
    for style in list(styles.findall(qn("w:style"))):
        if style.get(qn("w:styleId")) not in ("Normal", "DefaultParagraphFont", "TableNormal"):
            styles.remove(style)
    _set_defaults(styles)
    for element in layout.ELEMENTS:
        styles.append(_style(element))


def fonts() -> Xml:
    """The one font, for every script that Word tells apart."""
    names = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), layout.FONT)
    return make("rFonts", **names)


def _set_defaults(styles: Xml) -> None:
    size = round(layout.TEXT.size * 2)
    letters = make(
        "rPr",
        fonts(),
        make("color", val=layout.COLOUR),
        make("sz", val=size),
        make("szCs", val=size),
        make("lang", val=layout.LANGUAGE, eastAsia=layout.LANGUAGE, bidi="ar-SA"),
    )
    spacing = make("pPr", make("spacing", before=0, after=0, line=240, lineRule="auto"))
    defaults = make("docDefaults", make("rPrDefault", letters), make("pPrDefault", spacing))
    for old in styles.findall(qn("w:docDefaults")):
        styles.remove(old)
    styles.insert(0, defaults)
    for style in styles.findall(qn("w:style")):
        for part in ("w:rPr", "w:pPr"):
            found = style.find(qn(part))
            if found is not None:
                style.remove(found)


def _style(element: Element) -> Xml:
    follower = layout.TEXT if element in _FOLLOWED_BY_TEXT else element
    return make(
        "style",
        make("name", val=element.style),
        make("basedOn", val="Normal"),
        make("next", val=style_id(follower)),
        make("qFormat"),
        _paragraph(element),
        _letters(element),
        type="paragraph",
        customStyle=1,
        styleId=style_id(element),
    )


def _paragraph(element: Element) -> Xml:
    # Centred lines carry no first-line indent, or they would stand beside the middle.
    indent = twips(element.first_line_mm) if element.align is Align.JUSTIFY else 0
    return make(
        "pPr",
        make("keepNext") if element.outline is not None else None,
        make("widowControl"),
        make(
            "spacing",
            before=round(element.before * 20),
            after=round(element.after * 20),
            line=round(element.line * 240),
            lineRule="auto",
        ),
        make("ind", firstLine=indent),
        make("jc", val=element.align.value),
        None if element.outline is None else make("outlineLvl", val=element.outline),
    )


def _letters(element: Element) -> Xml:
    colour = layout.MARK_COLOUR if element in _GREY else layout.COLOUR
    if element is layout.URGENCY:
        colour = layout.URGENCY_COLOUR
    size = round(element.size * 2)
    return make(
        "rPr",
        fonts(),
        make("b", val=int(element.is_bold)),
        make("bCs", val=int(element.is_bold)),
        make("i", val=int(element.is_italic)),
        make("iCs", val=int(element.is_italic)),
        make("color", val=colour),
        make("sz", val=size),
        make("szCs", val=size),
    )
