"""Every sentence that the platform can say, gathered from its Python and its templates.

`python -m tests.messages` adds what the English catalogue lacks, empty, and drops what is stale.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.template import engines
from django.template.backends.django import DjangoTemplates
from django.template.base import Node
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

PACKAGE = Path(__file__).resolve().parents[1] / "nhipcau"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
}

HEAD = """# English of the interface; the sentences themselves are Vietnamese.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""

# A sentence as a catalogue keeps it: one text, or singular and plural.
Said = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a catalogue: a sentence, or its singular and plural, and what it becomes."""

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def key(self) -> str:
        return self.ids[0]


def catalogue_file(language: str) -> Path:
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po"


def catalogue(language: str) -> Catalog:
    with catalogue_file(language).open("rb") as opened:
        return read_po(opened, locale=language, abort_invalid=True)


def said() -> dict[Said, str]:
    """Each sentence and the first file that says it."""
    found: dict[Said, str] = {}
    for file in sorted(PACKAGE.rglob("*")):
        place = str(file.relative_to(PACKAGE.parent))
        if file.suffix == ".py" and "tests" not in file.parts:
            found |= dict.fromkeys(_in_python(file), place) | found
        elif file.suffix in {".html", ".txt"}:  # pages, and mail
            found |= dict.fromkeys(_in_template(file), place) | found
    return found


def _in_python(file: Path) -> Iterator[Said]:
    with file.open("rb") as opened:
        for _line, sentence, _comments, _context in extract("python", opened, KEYWORDS):
            yield sentence if isinstance(sentence, str) else (sentence[0], sentence[1])


def _in_template(file: Path) -> Iterator[Said]:
    engine = engines["django"]
    assert isinstance(engine, DjangoTemplates)
    for each in engine.engine.from_string(
        file.read_text(encoding="utf-8")
    ).nodelist.get_nodes_by_type(Node):
        if isinstance(each, TranslateNode):
            yield str(each.filter_expression.var.literal)
        elif isinstance(each, BlockTranslateNode):
            singular, plural = (
                each.render_token_list(tokens)[0] for tokens in (each.singular, each.plural or [])
            )
            yield (singular, plural) if plural else singular


def entries(held: Catalog) -> list[Entry]:
    """What a catalogue holds, its head left out."""
    return [
        Entry(_texts(each.id), _texts(each.string), tuple(place for place, _ in each.locations))
        for each in held
        if each.id
    ]


def waiting(held: Catalog) -> list[str]:
    """Sentences of a catalogue without their translation."""
    return [each.key for each in entries(held) if not all(each.texts)]


def renew() -> list[str]:
    """Bring the English catalogue in line with what is said; returns what waits for its English."""
    sentences = said()
    held, renewed = catalogue("en"), Catalog(locale="en", fuzzy=False)
    for sentence in sorted(sentences, key=lambda each: (sentences[each], str(each))):
        before = held.get(sentence if isinstance(sentence, str) else sentence[0])
        written = before.string if before else None
        # Line numbers stay out: they would change with every edit.
        renewed.add(sentence, written, locations=[(sentences[sentence], 0)])
    with catalogue_file("en").open("wb") as opened:
        # A head of our own: Babel's carries the hour and would change with every run.
        opened.write(HEAD.encode())
        write_po(opened, renewed, width=100, omit_header=True, include_lineno=False)
    return waiting(renewed)


def _texts(written: object) -> tuple[str, ...]:
    """A text, or its singular and plural, as a row."""
    return tuple(map(str, written)) if isinstance(written, tuple | list) else (str(written or ""),)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    for sentence in renew():
        print(sentence)
