"""Akoma Ntoso 3.0 (OASIS LegalDocML): a document tree as XML that other systems read.

The XML is an export. It keeps the text's own lettering in `num`, gives every provision an `eId`
after the naming convention (`sec_IV__para_2__point_đ`) and, in the attribute `id` of the
namespace of this project, the Vietnamese id beside it (`IV.2.đ`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from nhipcau.language.fold import fold
from nhipcau.reader.tree import Citation, Document, Provision

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:nhipcau:reader"
_SPACES = {None: AKN, "nc": OWN}
UNKNOWN_DAY = "0001-01-01"
# The decree's levels as elements, with the prefix that the naming convention gives them.
LEVELS = {
    "part": ("part", "part"),
    "chapter": ("chapter", "chp"),
    "section": ("section", "sec"),
    "subsection": ("subsection", "subsec"),
    "article": ("article", "art"),
    "clause": ("paragraph", "para"),
    "point": ("point", "point"),
    "bullet": ("indent", "indent"),
}
FRONT = frozenset({"issuer", "motto", "number", "place_date", "kind", "text", "authority", "mark"})
CLOSING = frozenset({"recipient", "signature", "page"})


def write(document: Document) -> str:
    """Return `document` as an Akoma Ntoso `act`, indented, UTF-8, language vie. Total: what is not
    known is left out, an unknown date is 0001-01-01 with the name "unknown"."""
    writer = _Writer(document)
    root = _make("akomaNtoso", writer.act())
    _indent(root)
    return etree.tostring(root, encoding="unicode", xml_declaration=False) + "\n"


@dataclass(slots=True)
class _Writer:
    """Holds what the parts of one export share."""

    document: Document
    taken: dict[str, int] = field(default_factory=dict)

    def act(self) -> etree._Element:
        """Return the main document with its attachments."""
        act = _make("act", name=_slug(self.document.kind) or "van-ban", contains="originalVersion")
        act.append(self._meta(""))
        _append_if(act, self._preface())
        _append_if(act, self._preamble())
        act.append(self._body("body", [each for each in self._own("") if each.parent == ""], ""))
        _append_if(act, self._conclusions())
        components = [each for each in self.document.provisions if each.kind == "attachment"]
        if components:
            rows = [self._attachment(n, each) for n, each in enumerate(components, start=1)]
            act.append(_make("attachments", *rows))
        return act

    def _own(self, component: str) -> list[Provision]:
        return [
            each
            for each in self.document.provisions
            if each.component == component and each.kind != "attachment"
        ]

    def _meta(self, component: str) -> etree._Element:
        day = self.document.date.isoformat() if self.document.date else UNKNOWN_DAY
        name = "Generation" if self.document.date else "unknown"
        work, part = work_uri(self.document), component or "main"
        expression = f"{work}/vie@{day}"

        def level(tag: str, uri: str, *more: etree._Element) -> etree._Element:
            return _make(
                tag,
                _make("FRBRthis", value=f"{uri}/!{part}"),
                _make("FRBRuri", value=uri),
                _make("FRBRdate", date=day, name=name),
                _make("FRBRauthor", href="#issuer"),
                *more,
            )

        identification = _make(
            "identification",
            level("FRBRWork", work, *self._work_details()),
            level("FRBRExpression", expression, _make("FRBRlanguage", language="vie")),
            level(
                "FRBRManifestation",
                f"{expression}.xml",
                _make("FRBRformat", value="application/akn+xml"),
            ),
            source="#nhipcau",
        )
        return _make("meta", identification, self._references(component))

    def _references(self, component: str) -> etree._Element:
        shown = {"issuer": "; ".join(self.document.issuers) or "không rõ", "nhipcau": "Nhịp Cầu"}
        rows = [
            _make(
                "TLCOrganization",
                eId=f"{component}__{name}".lstrip("_"),
                href=f"/ontology/organization/vn/{name}",
                showAs=words,
            )
            for name, words in shown.items()
        ]
        return _make("references", *rows, source="#nhipcau")

    def _work_details(self) -> Iterator[etree._Element]:
        yield _make("FRBRcountry", value="vn")
        subtype = _slug(self.document.kind)
        if subtype:
            yield _make("FRBRsubtype", value=subtype)
        if self.document.number:
            yield _make("FRBRnumber", value=self.document.number)

    def _preface(self) -> etree._Element | None:
        rows = [_paragraph(line.text) for line in self.document.lines if line.role in FRONT]
        if self.document.title:
            title = _make("p", _make("docTitle", _clean(self.document.title)))
            rows.append(_make("longTitle", title, eId="preface__longTitle"))
        return _make("preface", *rows) if rows else None

    def _preamble(self) -> etree._Element | None:
        lines = [line for line in self.document.lines if line.role in {"basis", "promulgation"}]
        bases = [line.text for line in lines if line.role == "basis"]
        rows: list[etree._Element] = []
        if bases:
            rows.append(
                _make(
                    "citations",
                    *(
                        _make("citation", _paragraph(text), eId=f"preamble__cits__cit_{n}")
                        for n, text in enumerate(bases, start=1)
                    ),
                    eId="preamble__cits",
                )
            )
        rest = [_paragraph(line.text) for line in lines if line.role == "promulgation"]
        if rest:
            rows.append(_make("formula", *rest, name="promulgation", eId="preamble__formula_1"))
        return _make("preamble", *rows) if rows else None

    def _conclusions(self) -> etree._Element | None:
        rows = [_paragraph(line.text) for line in self.document.lines if line.role in CLOSING]
        return _make("conclusions", *rows) if rows else None

    def _body(self, tag: str, top: list[Provision], eid: str) -> etree._Element:
        rows = [self._provision(each, eid) for each in top]
        return _make(tag, *(rows or [self._no_provisions(eid)]))

    def _no_provisions(self, eid: str) -> etree._Element:
        text = _make("content", _paragraph(""))
        return _make(
            "hcontainer", text, name="text", eId=self._unique(f"{eid}__hcontainer_1".lstrip("_"))
        )

    def _attachment(self, number: int, provision: Provision) -> etree._Element:
        eid = f"att_{number}"
        top = [each for each in self._own(provision.id) if each.parent == provision.id]
        document = _make(
            "doc",
            self._meta(eid),
            _make("preface", _paragraph(provision.text), *map(_paragraph, provision.paragraphs)),
            self._body("mainBody", top, eid),
            name=_slug(provision.text.split("\n")[0])[:40].strip("-") or "attachment",
        )
        attachment = _make("attachment", document, eId=eid)
        attachment.set(f"{{{OWN}}}id", provision.id)
        return attachment

    def _provision(self, provision: Provision, above: str) -> etree._Element:
        tag, prefix = LEVELS[provision.kind]
        eid = self._unique(f"{above}__{prefix}_{_number(provision)}".lstrip("_"))
        element = _make(tag, eId=eid)
        element.set(f"{{{OWN}}}id", provision.id)
        if provision.marker:
            element.append(_make("num", _clean(provision.marker)))
        cited = [each for each in self.document.citations if each.provision == provision.id]
        texts = list(provision.paragraphs)
        if provision.heading and provision.text:
            element.append(_make("heading", _clean(provision.text)))
        else:
            texts.insert(0, provision.text)
        children = [each for each in self.document.provisions if each.parent == provision.id]
        paragraphs = [_paragraph(text, cited) for text in texts if text]
        if children:
            if paragraphs:
                element.append(_make("intro", *paragraphs))
            element.extend(self._provision(child, eid) for child in children)
        else:
            element.append(_make("content", *(paragraphs or [_paragraph("")])))
        return element

    def _unique(self, eid: str) -> str:
        self.taken[eid] = self.taken.get(eid, 0) + 1
        return eid if self.taken[eid] == 1 else self._unique(f"{eid}_{self.taken[eid]}")


def _make(tag: str, *content: etree._Element | str, **attributes: str) -> etree._Element:
    """Return an element of Akoma Ntoso; text stands before its children."""
    kept = {name: _clean(value) for name, value in attributes.items()}
    # The stubs of lxml do not know the namespace without a prefix.
    element: etree._Element = etree.Element(f"{{{AKN}}}{tag}", kept, nsmap=_SPACES)  # type: ignore[arg-type]
    for part in content:
        if isinstance(part, str):
            element.text = (element.text or "") + _clean(part)
        else:
            element.append(part)
    return element


def _indent(root: etree._Element) -> None:
    """Indent the structure and leave the blanks of running text alone."""
    etree.indent(root)
    for paragraph in root.iter(f"{{{AKN}}}p"):
        if len(paragraph) and not (paragraph.text or "").strip():
            paragraph.text = None
        for child in paragraph:
            child.tail = child.tail if (child.tail or "").strip() else None


def work_uri(document: Document) -> str:
    """Return the FRBR work URI: /akn/vn/act/<type>/<date>/<number>."""
    day = document.date.isoformat() if document.date else UNKNOWN_DAY
    return instrument_uri(document.kind, day, document.number)


def instrument_uri(kind: str, day: str, number: str) -> str:
    """Return the FRBR work URI of an instrument by type, ISO date and number."""
    return f"/akn/vn/act/{_slug(kind) or 'van-ban'}/{day}/{_slug(number) or 'khong-so'}"


def _paragraph(text: str, cited: Iterable[Citation] = ()) -> etree._Element:
    """Return `p`, each instrument that the text names by number as a `ref`."""
    paragraph = _make(
        "p",
    )
    last: etree._Element | None = None
    rest = _clean(text)
    for citation in cited:
        before, number, after = rest.partition(citation.number)
        if not number or not citation.date:
            continue
        last = _add_text(paragraph, last, before)
        uri = instrument_uri(citation.kind, citation.date.isoformat(), citation.number)
        last = etree.SubElement(paragraph, f"{{{AKN}}}ref", href=uri)
        last.text, rest = number, after
    _add_text(paragraph, last, rest)
    return paragraph


def _add_text(
    paragraph: etree._Element, last: etree._Element | None, text: str
) -> etree._Element | None:
    if last is None:
        paragraph.text = (paragraph.text or "") + text
    else:
        last.tail = (last.tail or "") + text
    return last


def _append_if(parent: etree._Element, child: etree._Element | None) -> None:
    if child is not None:
        parent.append(child)


def _number(provision: Provision) -> str:
    label = provision.id.rsplit(".", 1)[-1].replace("#", "_").lstrip("-")
    words = re.sub(r"\s+", "-", label)
    return (
        words.split("-", 1)[1]
        if provision.kind in {"article", "chapter"} and "-" in words
        else words
    )


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def _clean(text: str) -> str:
    """Drop the control characters that XML cannot hold."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", text)
