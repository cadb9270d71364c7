"""Joining the platform: what a manifest may say, and what is found out when it is not so."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.test.utils import isolate_apps
from django.urls import include, path

from nhipcau.registry import checks
from nhipcau.registry.addresses import addresses_in
from nhipcau.registry.manifest import Module, NavItem, Permission
from nhipcau.registry.modules import Registry, load, registry

SOUND = Module(code="vidu", label="Ví dụ")


def a_view(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def ids(module: Module) -> list[str | None]:
    return [message.id for message in checks.examine(module)]


# The checks fire on what is planted, and not on what is there


@pytest.mark.parametrize("module", [*registry, SOUND], ids=lambda module: module.code)
def test_a_sound_manifest_gives_no_reason_for_a_message(module: Module) -> None:
    assert ids(module) == []


@pytest.mark.parametrize(
    ("fault", "wrong"),
    [
        ("registry.E001", replace(SOUND, nav=(NavItem("Ví dụ", "vidu:khong-co"),))),
        ("registry.E001", replace(SOUND, nav=(NavItem("Một chương trình", "ledger:programme"),))),
        ("registry.E001", replace(SOUND, public_pages=("vidu:khong-co",))),
        ("registry.E001", replace(SOUND, public_pages=("shell:jobs",))),
        ("registry.E002", replace(SOUND, nav=(NavItem("Việc", "shell:jobs", "vidu.khong_co"),))),
        ("registry.E003", replace(SOUND, permissions=(Permission("shell.doc", "Đọc"),))),
        ("registry.E003", replace(SOUND, permissions=(Permission("vidu_doc", "Đọc"),))),
        ("registry.E005", replace(SOUND, urls=[path("vi-du/", a_view, name="list")])),
        (
            "registry.E005",
            replace(SOUND, urls=[path("", include(([path("x/", a_view)], "vidu")))]),
        ),
    ],
)
def test_what_a_manifest_says_wrongly_is_found(fault: str, wrong: Module) -> None:
    assert ids(wrong) == [fault]


def test_a_view_that_asks_for_a_permission_nobody_declares_is_found() -> None:
    def guarded(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    guarded.permission = "vidu.khong_co"  # type: ignore[attr-defined]
    assert ids(replace(SOUND, urls=[path("vi-du/", guarded, name="list")])) == ["registry.E005"]


def test_the_command_line_runs_the_checks_over_every_module(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    call_command("check", fail_level="WARNING")
    wrong = replace(SOUND, nav=(NavItem("Ví dụ", "vidu:khong-co"),))
    monkeypatch.setitem(registry._modules, "vidu", wrong)
    with pytest.raises(SystemCheckError, match=r"registry\.E001.*vidu: names a page"):
        call_command("check")


def test_foreign_keys_of_the_platform_go_down_only() -> None:
    assert checks.foreign_keys_follow_the_layers(None) == []


@pytest.mark.parametrize(
    ("here", "there", "goes_up"),
    [
        ("base.models", "agencies.models", True),
        ("agencies.models", "ledger.programmes.models", True),
        ("ledger.programmes.models", "ledger.obligations.models", True),
        ("modules.one.models", "modules.two.models", True),
        ("agencies.models", "base.models", False),
        ("ledger.obligations.models", "ledger.programmes.models", False),
        ("modules.one.models", "ledger.programmes.models", False),
        ("modules.one.models", "modules.one.models", False),
    ],
)
@isolate_apps()
def test_a_foreign_key_named_by_a_string_is_held_to_the_layers(
    here: str, there: str, goes_up: bool
) -> None:
    target = _model("Target", there, {})
    key = models.ForeignKey(target, on_delete=models.PROTECT)
    model = _model("Here", here, {"key": key})
    found = list(checks.upward_keys([model]))
    assert [message.id for message in found] == (["registry.E004"] if goes_up else [])


def _model(name: str, module: str, fields: dict[str, object]) -> type[models.Model]:
    meta = type("Meta", (), {"app_label": "vidu"})
    body = {"__module__": f"nhipcau.{module}", "Meta": meta, **fields}
    return type(name, (models.Model,), body)


# Joining


def test_modules_join_in_the_order_of_the_settings_and_the_menu_in_its_own() -> None:
    joined = Registry()
    late = replace(SOUND, code="b", nav=(NavItem("Sau", "b:list", order=20),))
    early = replace(SOUND, code="a", nav=(NavItem("Trước", "a:list", order=10),))
    joined.join(late)
    joined.join(early)
    assert [module.code for module in joined] == ["b", "a"]
    assert [str(item.label) for item in joined.nav()] == ["Trước", "Sau"]


def test_a_code_joins_once() -> None:
    joined = Registry()
    joined.join(SOUND)
    with pytest.raises(RuntimeError, match="vidu: two modules of one code"):
        joined.join(SOUND)


def test_nobody_joins_after_the_start() -> None:
    with pytest.raises(RuntimeError, match="vidu: a module joins at start-up, not later"):
        registry.join(SOUND)
    assert "vidu" not in [module.code for module in registry]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An importable folder `vidu` that is to become a module."""
    folder = tmp_path / "vidu"
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    for name in [name for name in sys.modules if name.partition(".")[0] == "vidu"]:
        del sys.modules[name]


def test_a_folder_without_a_manifest_is_an_error_that_names_the_missing_file(
    package: Path,
) -> None:
    with pytest.raises(ModuleNotFoundError, match=r"vidu\.module"):
        load(["vidu"], into=Registry())


def test_a_manifest_file_without_a_manifest_is_an_error(package: Path) -> None:
    (package / "module.py").write_text("MODULE = 'vidu'\n")
    with pytest.raises(RuntimeError, match=r"vidu\.module: MODULE is not a registry Module"):
        load(["vidu"], into=Registry())


def test_a_manifest_joins_and_closes_the_list(package: Path) -> None:
    (package / "module.py").write_text(
        "from nhipcau.registry.manifest import Module\nMODULE = Module('vidu', 'Ví dụ')\n"
    )
    joined = Registry()
    load(["vidu"], into=joined)
    assert [module.code for module in joined] == ["vidu"]
    with pytest.raises(RuntimeError, match="not later"):
        joined.join(replace(SOUND, code="khac"))


def test_addresses_carry_their_namespace_and_what_they_take() -> None:
    urls = ModuleType("urls")
    urls.app_name = "vidu"  # type: ignore[attr-defined]
    urls.urlpatterns = [path("<uuid:uuid>/", a_view, name="one")]  # type: ignore[attr-defined]
    (address,) = addresses_in([path("<slug:slug>/", include(urls))])
    assert (address.name, list(address.takes)) == ("vidu:one", ["slug", "uuid"])
    assert address.permission == ""
