"""One document written in five formats by clients that the reader does not know."""

import html
import io
import re
import textwrap
from dataclasses import replace

import docx
import typst
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from nhipcau.reader import Assignment, Document, PartyMention

# The levels of an automatic list, as a person would set them up in Word: I. and 1.
LEVELS = (("upperRoman", "%1."), ("decimal", "%2."))
MARKERS = (re.compile(r"([IVX]+)\.\s+"), re.compile(r"(\d+)\.\s+"))


def as_docx(text: str) -> bytes:
    """Return a Word file in which I. and 1. are counted by Word and stand nowhere in the text."""
    document = docx.Document()
    _add_list(document)
    for line in text.splitlines():
        depth = next((n for n, marker in enumerate(MARKERS) if marker.match(line)), None)
        if depth is None:
            document.add_paragraph(line)
            continue
        paragraph = document.add_paragraph(MARKERS[depth].sub("", line, count=1))
        paragraph._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr>'
            )
        )
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _add_list(document: "docx.document.Document") -> None:
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{figures}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (figures, text) in enumerate(LEVELS)
    )
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(abstract))
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )


def as_html(text: str) -> bytes:
    """Return a page of paragraphs."""
    rows = "\n".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines())
    return f"<!doctype html><meta charset=utf-8><title>Ví dụ</title>{rows}".encode()


def as_wrapped_text(text: str) -> bytes:
    """Return the text cut into lines of 80 characters, as old mail and terminals do."""
    wrapped = [textwrap.fill(line, 80, break_on_hyphens=False) for line in text.splitlines()]
    return "\n".join(wrapped).encode()


def as_pdf(text: str) -> bytes:
    """Return a PDF with text, set on A4 with a page number on each page."""
    paragraphs = "\n\n".join(f"#par[#{_quoted(line)}]" for line in text.splitlines())
    source = (
        '#set page(paper: "a4", margin: 25mm, numbering: "1")\n'
        '#set text(size: 13pt, lang: "vi", hyphenate: false)\n'
        "#set par(justify: true, spacing: 1.2em)\n" + paragraphs
    )
    return bytes(typst.compile(source.encode()))


def _quoted(line: str) -> str:
    escaped = line.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def without_lines(document: Document) -> Document:
    """Return the tree with all line numbers taken off: a wrap moves them and nothing else."""
    return replace(
        document,
        name="",
        lines=(),
        legal_bases=tuple(replace(each, line=0) for each in document.legal_bases),
        citations=tuple(replace(each, line=0) for each in document.citations),
        abbreviations=tuple(replace(each, line=0) for each in document.abbreviations),
        times=tuple(replace(each, line=0) for each in document.times),
        doubts=tuple(replace(each, line=0) for each in document.doubts),
        provisions=tuple(replace(each, first_line=0, last_line=0) for each in document.provisions),
        assignments=tuple(map(_assignment_without_lines, document.assignments)),
    )


def _assignment_without_lines(one: Assignment) -> Assignment:
    def off(mentions: tuple[PartyMention, ...]) -> tuple[PartyMention, ...]:
        return tuple(replace(each, from_line=0) for each in mentions)

    return replace(
        one,
        line=0,
        lead=off(one.lead),
        coordinate=off(one.coordinate),
        guide=off(one.guide),
        guided=off(one.guided),
        support=off(one.support),
        participate=off(one.participate),
        executor=off(one.executor),
        responsible=off(one.responsible),
    )
