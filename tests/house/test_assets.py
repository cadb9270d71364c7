"""Fonts with every letter that our pages need, and nothing built twice."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from nhipcau.project import assets


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("đã dựng")
    assets.build(folder)
    return folder


@pytest.mark.parametrize("name", assets.WEIGHTS)
def test_a_font_is_light_and_has_the_letters_of_all_our_languages(built: Path, name: str) -> None:
    file = built / "static" / "fonts" / f"{name}.woff2"
    assert file.stat().st_size <= assets.LARGEST_FONT
    with TTFont(file) as font:
        letters = set(font.getBestCmap())
    wanted = (
        "Đồng bào các dân tộc Ê Đê, Gia Rai, Ba Na, M'Nông: ƀuôn, čar, ñu, ĕ ĭ ŏ ŭ ơ\u0306 «922»"
    )
    assert not {ord(letter) for letter in wanted} - letters
    assert not {ord(letter) for letter in assets.LETTERS} - letters


def test_nothing_is_built_twice(built: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in built.rglob("*") if file.is_file()}
    assert assets.build(built) == []
    assert {file: file.stat().st_mtime_ns for file in before} == before


def test_a_changed_catalogue_is_compiled_again_and_nothing_else(
    tmp_path: Path, built: Path
) -> None:
    catalogue = tmp_path / "package" / "locale" / "en" / "LC_MESSAGES" / "django.po"
    catalogue.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    catalogue.write_text(head + 'msgid "Căn cứ"\nmsgstr "Legal basis"\n')
    compiled = built / "locale" / "en" / "LC_MESSAGES" / "django.mo"
    assert assets.build(built, tmp_path / "package") == [compiled]
    assert b"Legal basis" in compiled.read_bytes()
    catalogue.write_text(head + 'msgid "Căn cứ"\nmsgstr "Basis"\n')
    assert assets.build(built, tmp_path / "package") == [compiled]
