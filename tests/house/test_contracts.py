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

TREE, APART, LEDGER, BEHIND, PLAIN = (contract["name"] for contract in CONTRACTS)

# Contract, file, its only line.
PLANTED = [
    *(
        (TREE, f"{below}/planted.py", f"import nhipcau.{above}")
        for above, below in pairwise(LAYERS)
    ),
    (TREE, "base/planted.py", "from nhipcau.ledger.public import *"),
    (TREE, "helpers/__init__.py", ""),
    (APART, "modules/one/planted.py", "import nhipcau.modules.two"),
    (LEDGER, "ledger/programmes/planted.py", "import nhipcau.ledger.obligations.models"),
    (LEDGER, "ledger/obligations/planted.py", "import nhipcau.ledger.public"),
    (LEDGER, "ledger/extras/__init__.py", ""),
    (BEHIND, "modules/one/planted.py", "from nhipcau.ledger.programmes import models"),
    (BEHIND, "modules/two/planted.py", "from nhipcau.ledger.obligations.models import Part"),
    (PLAIN, "reader/planted.py", "from django.utils.timezone import now"),
    (PLAIN, "language/planted.py", "import psycopg"),
    (PLAIN, "standards/planted.py", "from procrastinate import App"),
]


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


def verdicts(tree: Path) -> dict[str, bool]:
    """Each contract's name, and whether it was kept."""
    run = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache", "--no-logo"],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    words = [line.rpartition(" ") for line in run.stdout.splitlines()]
    found = {name: word == "KEPT" for name, _, word in words if word in {"KEPT", "BROKEN"}}
    assert run.returncode == (0 if all(found.values()) else 1), run.stdout + run.stderr
    return found


def test_the_tree_as_it_is_keeps_every_contract(tree: Path) -> None:
    assert verdicts(tree) == {contract["name"]: True for contract in CONTRACTS}


@pytest.mark.parametrize(
    ("contract", "file", "line"),
    PLANTED,
    ids=[f"{line or 'new'}-{file}" for _, file, line in PLANTED],
)
def test_a_planted_line_breaks_its_contract(
    tree: Path, contract: str, file: str, line: str
) -> None:
    path = tree / "nhipcau" / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(line + "\n")
    assert verdicts(tree)[contract] is False
