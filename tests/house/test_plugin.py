"""Where nothing may be skipped, nothing is: the plugin fails on planted skips."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nhipcau.project.home import CHECKOUT

# Servers and processes of their own: left out of the quick suite.
pytestmark = pytest.mark.machine

PLANTED = {
    "test_a.py": "import pytest\ndef test_a():\n    pytest.skip('no Chromium')\n",
    "test_b.py": "import pytest\n@pytest.mark.skipif(1, reason='no user')\ndef test_b(): pass\n",
    "test_c.py": "import pytest\npytest.skip('no LibreOffice', allow_module_level=True)\n",
    "test_d.py": "import pytest\n@pytest.mark.xfail(strict=True)\ndef test_d(): assert False\n",
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
    # Under CI pytest writes its summary out in full, and says each reason twice.
    for name in [name for name in environment if name.startswith("PYTEST_") or name == "CI"]:
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


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    for name, content in PLANTED.items():
        (tmp_path / name).write_text(content)
    return tmp_path


def test_every_kind_of_skip_is_a_failure_with_its_reason(planted: Path) -> None:
    done = run(planted, "--continue-on-collection-errors", strict=True)
    assert done.stdout.count("Skipped where nothing may be skipped") == 3
    assert "1 failed, 1 xfailed, 2 errors in" in done.stdout
    for reason in ("no Chromium", "no user", "no LibreOffice"):
        assert reason in done.stdout


def test_elsewhere_a_skip_is_only_told(planted: Path) -> None:
    done = run(planted, strict=False)
    assert done.returncode == 0
    assert "3 skipped, 1 xfailed in" in done.stdout


def test_only_an_option_may_leave_tests_out(tmp_path: Path) -> None:
    (tmp_path / "test_x.py").write_text("def test_a(): pass\ndef test_b(): pass\n")
    assert run(tmp_path, "-k", "test_a", strict=True).returncode == 0
    (tmp_path / "conftest.py").write_text(LEAVES_OUT)
    assert run(tmp_path, strict=True).returncode != 0
