"""Every import contract breaks when it is broken on purpose, and names itself."""

import os
import shutil
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
CONTRACTS = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["tool"]["importlinter"][
    "contracts"
]
LAYERS: list[str] = CONTRACTS[0]["layers"]

NAMES: list[str] = [contract["name"] for contract in CONTRACTS]
TREE, APART, LEDGER, BEHIND, PLAIN = NAMES

# For each contract: files with one line that breaks it, and how the linter names the fault.
PLANTED: dict[str, dict[tuple[str, str], str]] = {
    TREE: {
        **{
            (f"{below}/up.py", f"import nhipcau.{above}"): f"nhipcau.{below}.up -> nhipcau.{above}"
            for above, below in pairwise(LAYERS)
        },
        (
            "base/far_up.py",
            "from nhipcau.ledger.public import *",
        ): "nhipcau.base.far_up -> nhipcau.ledger.public",
        ("helpers/__init__.py", ""): "- nhipcau.helpers",
    },
    APART: {
        ("modules/one/a.py", "import nhipcau.modules.two"): "nhipcau.modules.one.a -> nhipcau.modules.two",
    },
    LEDGER: {
        (
            "ledger/programmes/a.py",
            "import nhipcau.ledger.obligations.models",
        ): "nhipcau.ledger.programmes.a -> nhipcau.ledger.obligations.models",
        (
            "ledger/obligations/a.py",
            "import nhipcau.ledger.public",
        ): "nhipcau.ledger.obligations.a -> nhipcau.ledger.public",
        ("ledger/extras/__init__.py", ""): "- nhipcau.ledger.extras",
    },
    BEHIND: {
        (
            "modules/one/a.py",
            "from nhipcau.ledger.programmes import models",
        ): "nhipcau.modules.one.a -> nhipcau.ledger.programmes.models",
        (
            "modules/two/a.py",
            "from nhipcau.ledger.obligations.models import Part",
        ): "nhipcau.modules.two.a -> nhipcau.ledger.obligations.models",
    },
    PLAIN: {
        ("reader/a.py", "from django.utils.timezone import now"): "nhipcau.reader.a -> django",
        ("language/a.py", "import psycopg"): "nhipcau.language.a -> psycopg",
        ("standards/a.py", "from procrastinate import App"): "nhipcau.standards.a -> procrastinate",
    },
}  # fmt: skip


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the package with two empty modules, to break."""
    leave_out = shutil.ignore_patterns("__pycache__", "templates", "static", "locale")
    shutil.copytree(REPOSITORY / "nhipcau", tmp_path / "nhipcau", ignore=leave_out)
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    for name in ("one", "two"):
        folder = tmp_path / "nhipcau" / "modules" / name
        folder.mkdir()
        (folder / "__init__.py").touch()
    return tmp_path


def lint(tree: Path) -> tuple[int, str]:
    """The exit code of the linter, and what it says without its line breaks."""
    run = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache", "--no-logo"],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree)},
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, " ".join((run.stdout + run.stderr).split())


def test_the_tree_as_it_is_keeps_every_contract(tree: Path) -> None:
    code, said = lint(tree)
    assert code == 0, said
    assert [name for name in NAMES if f"{name} KEPT" not in said] == []


@pytest.mark.parametrize("contract", NAMES)
def test_a_contract_that_is_broken_on_purpose_names_every_fault(tree: Path, contract: str) -> None:
    for file, line in PLANTED[contract]:
        path = tree / "nhipcau" / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(line + "\n")
    code, said = lint(tree)
    assert code == 1
    assert f"{contract} BROKEN" in said
    assert [fault for fault in PLANTED[contract].values() if fault not in said] == [], said
