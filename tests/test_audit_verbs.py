"""Every kind of event that the code notes has its words for the reader of the audit."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps

from nhipcau.registry.modules import registry

PACKAGE = Path(__file__).resolve().parents[1] / "nhipcau"
# The kind of event is the first argument of the call that notes it, or a constant for it.
NOTED = re.compile(r'(?:record|_note)\(\s*"([a-z]+\.[a-z_]+)"|^[A-Z]+ = "([a-z]+\.[a-z_]+)"$', re.M)


def noted() -> set[str]:
    """The kinds of events in the code, tests left out."""
    found: set[str] = set()
    for file in PACKAGE.rglob("*.py"):
        if "tests" not in file.parts and "audit" in (text := file.read_text(encoding="utf-8")):
            found |= {first or second for first, second in NOTED.findall(text)}
    return found


def test_the_search_for_events_finds_those_that_must_be_there() -> None:
    assert {"agencies.signed_in", "agencies.audit_read", "base.redacted"} <= noted()
    assert "ledger.programme_entered" in noted()


def test_every_kind_of_event_is_said_in_words() -> None:
    unsaid = noted() - set(registry.audit_verbs())
    assert unsaid == set(), "say them in audit_verbs of the module"


def test_no_words_are_kept_for_events_that_nobody_notes() -> None:
    assert set(registry.audit_verbs()) - noted() == set()


def test_a_kind_of_event_belongs_to_the_module_that_says_it() -> None:
    for module in registry:
        for verb in module.audit_verbs:
            assert verb.code.split(".")[0] in {module.code, "base"}


def test_modules_do_not_say_one_word_in_two_ways() -> None:
    said: dict[str, set[str]] = {}
    for module in registry:
        for key, words in module.audit_words.items():
            said.setdefault(key, set()).add(str(words))
    assert [key for key, ways in said.items() if len(ways) > 1] == []


def parts_noted() -> set[str]:
    """The parts of changes that the code names outright: `changes={"due": …}`."""
    found: set[str] = set()
    for file in PACKAGE.rglob("*.py"):
        if "tests" not in file.parts and "changes" in (text := file.read_text(encoding="utf-8")):
            for told in told_in(ast.parse(text)):
                found |= {str(key.value) for key in told.keys if isinstance(key, ast.Constant)}
    return found


def told_in(tree: ast.AST) -> Iterator[ast.Dict]:
    for node in ast.walk(tree):
        match node:
            case (
                ast.keyword(arg="changes", value=ast.Dict() as told)
                | ast.Assign(targets=[ast.Name(id="changes")], value=ast.Dict() as told)
                | ast.AnnAssign(target=ast.Name(id="changes"), value=ast.Dict() as told)
            ):
                yield told


def named_fields() -> set[str]:
    """Fields that carry a name of their own in some model."""
    fields = (field for model in apps.get_models() for field in model._meta.get_fields())
    return {
        field.name
        for field in fields
        if getattr(field, "verbose_name", "").replace(" ", "_") not in {"", field.name}
    }


def test_every_part_of_a_change_is_said_in_words() -> None:
    assert {"due", "parts", "arrival_number"} <= parts_noted()
    unsaid = parts_noted() - set(registry.audit_words()) - named_fields()
    assert unsaid == set(), "say them in audit_words of the module"
