"""Adding an empty module takes its folder and one line."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

pytestmark = pytest.mark.machine

REPOSITORY = Path(__file__).parents[2]

MODULE = '''"""What this module adds to the platform."""

from django.urls import path
from django.views.generic import TemplateView

from nhipcau.registry.manifest import Module, NavItem

MODULE = Module(
    code="vidu",
    label="Ví dụ",
    urls=[path("vi-du/", TemplateView.as_view(template_name="vidu/page.html"), name="vidu")],
    nav=(NavItem("Trang ví dụ", "vidu", order=1),),
    public_pages=("vidu",),
)
'''
PAGE = '{% extends "ui/base.html" %}{% block content %}<p>Nội dung ví dụ</p>{% endblock %}'
VISIT = """
import sys
import django
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
django.setup()
from django.test import Client
client = Client()
for address in ("/vi-du/", "/co-quan/"):
    page = client.get(address, headers={"host": "localhost"})
    print(page.status_code, "Nội dung ví dụ" in page.text, 'href="/vi-du/"' in page.text)
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the package with a module of five lines in it."""
    leave_out = shutil.ignore_patterns("__pycache__", "tests")
    shutil.copytree(REPOSITORY / "nhipcau", tmp_path / "nhipcau", ignore=leave_out)
    (tmp_path / "tests").mkdir()
    shutil.copy(REPOSITORY / "tests/settings.py", tmp_path / "tests")
    templates = tmp_path / "nhipcau/modules/vidu/templates/vidu"
    templates.mkdir(parents=True)
    (templates / "page.html").write_text(PAGE)
    (templates.parents[1] / "__init__.py").touch()
    (templates.parents[1] / "module.py").write_text(MODULE)
    return tmp_path


def add_the_line(tree: Path) -> None:
    settings = tree / "nhipcau/project/settings.py"
    before = settings.read_text()
    after = before.replace("MODULES = [\n", 'MODULES = [\n    "nhipcau.modules.vidu",\n')
    assert after != before
    settings.write_text(after)


def run(tree: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=tree,
        env={
            **os.environ,
            "PYTHONPATH": str(tree),
            "DJANGO_SETTINGS_MODULE": "tests.settings",
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_folder_alone_changes_nothing_and_breaks_nothing(tree: Path) -> None:
    checked = run(tree, "-m", "django", "check", "--fail-level", "WARNING")
    assert checked.returncode == 0, checked.stderr


@pytest.mark.django_db
def test_with_one_line_it_has_its_page_and_its_place_in_the_menu(tree: Path) -> None:
    add_the_line(tree)
    checked = run(tree, "-m", "django", "check", "--fail-level", "WARNING")
    assert checked.returncode == 0, checked.stderr
    visited = run(tree, "-c", VISIT, str(connection.settings_dict["NAME"]))
    assert visited.stdout.split("\n")[:2] == ["200 True True", "200 False True"], visited.stderr


def test_a_line_without_the_folder_says_which_file_is_missing(tree: Path) -> None:
    add_the_line(tree)
    (tree / "nhipcau/modules/vidu/module.py").unlink()
    checked = run(tree, "-m", "django", "check")
    assert checked.returncode == 1
    assert "No module named 'nhipcau.modules.vidu.module'" in checked.stderr
