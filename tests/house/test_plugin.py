"""Where nothing may be skipped, nothing is: the plugin fails on planted skips."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nhipcau.project.home import CHECKOUT

SKIPS = {
    "in a test": "import pytest\ndef test_a():\n    pytest.skip('no Chromium')\n",
    "by a mark": "import pytest\n@pytest.mark.skipif(True, reason='no user')\ndef test_a(): pass\n",
    "a whole file": "import pytest\npytest.skip('no LibreOffice', allow_module_level=True)\n",
}
LEAVES_OUT = """
def pytest_collection_modifyitems(config, items):
    config.hook.pytest_deselected(items=items[:1])
    del items[:1]
"""


def run(folder: Path, *options: str, strict: bool) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "NHIPCAU_TEST_SERVER": os.environ["DATABASE_URL"],
        "NHIPCAU_NOTHING_SKIPPED": "1" if strict else "",
        "PYTHONPATH": str(CHECKOUT),
    }
    for name in [name for name in environment if name.startswith("PYTEST_")]:
        environment.pop(name)
    plugins = ["-p", "tests.postgres", "-p", "no:django", "-p", "no:cacheprovider"]
    command = [
        sys.executable,
        "-m",
        "pytest",
        *plugins,
        "-c",
        "/dev/null",
        "--rootdir",
        str(folder),
    ]
    return subprocess.run(
        [*command, *options, str(folder)], env=environment, capture_output=True, text=True
    )


@pytest.mark.parametrize("kind", SKIPS)
def test_a_skip_is_a_failure_with_its_reason(kind: str, tmp_path: Path) -> None:
    (tmp_path / "test_x.py").write_text(SKIPS[kind])
    done = run(tmp_path, strict=True)
    assert done.returncode != 0
    assert "Skipped where nothing may be skipped" in done.stdout
    assert run(tmp_path, strict=False).returncode in (0, 5)


def test_an_expected_failure_is_no_skip(tmp_path: Path) -> None:
    (tmp_path / "test_x.py").write_text(
        "import pytest\n@pytest.mark.xfail(strict=True)\ndef test_a(): assert False\n"
    )
    assert run(tmp_path, strict=True).returncode == 0


def test_only_an_option_may_leave_tests_out(tmp_path: Path) -> None:
    (tmp_path / "test_x.py").write_text("def test_a(): pass\ndef test_b(): pass\n")
    assert run(tmp_path, "-k", "test_a", strict=True).returncode == 0
    (tmp_path / "conftest.py").write_text(LEAVES_OUT)
    assert run(tmp_path, strict=True).returncode != 0
    assert run(tmp_path, strict=False).returncode == 0
