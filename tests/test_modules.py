"""What every module promises, written once and held by whoever joins."""

import re
from pathlib import Path
from uuid import uuid4

import pytest
from django import forms
from django.conf import settings
from django.http import HttpResponseBase
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils.translation import override

from nhipcau.agencies.factories import UserFactory, person_with
from nhipcau.agencies.models import User
from nhipcau.agencies.roles import Role
from nhipcau.base.gate.fields import GatedCharField, GatedFileField
from nhipcau.base.models import AuditEvent, JobProgress
from nhipcau.registry.addresses import Address, addresses_in
from nhipcau.registry.manifest import Module, NavItem, Permission
from nhipcau.registry.modules import registry
from nhipcau.shell.access import refusal

pytestmark = pytest.mark.django_db

DOCS = Path(__file__).parents[1] / "docs" / "modules"
MODULES = list(registry)
PERMISSIONS = list(registry.permissions().values())
ADDRESSES = [address for module in MODULES for address in addresses_in(module.urls)]
GUARDED = [address for address in ADDRESSES if address.permission]
BY_RIGHT: dict[str, list[Address]] = {}
for _address in GUARDED:
    BY_RIGHT.setdefault(_address.permission, []).append(_address)
PUBLIC = [
    address
    for module in MODULES
    for address in addresses_in(module.urls)
    if address.name in module.public_pages
]
CLOSED_NAV = [item for module in MODULES for item in module.nav if item.permission]
SOMEWHERE = {"slug": "khong-co-o-day", "uuid": uuid4(), "int": 0, "str": "khong-co", "path": "x"}

each_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.code)
# One test for each right, over all addresses that ask for it: a person is made once for all of them.
each_right = pytest.mark.parametrize("right", sorted(BY_RIGHT))
each_public = pytest.mark.parametrize("address", PUBLIC, ids=lambda address: address.name)
each_closed_nav = pytest.mark.parametrize("item", CLOSED_NAV, ids=lambda item: item.url_name)
each_permission = pytest.mark.parametrize("permission", PERMISSIONS, ids=lambda each: each.code)


@pytest.fixture
def stranger(client: Client) -> Client:
    """Somebody who has not signed in."""
    return client


def as_person(user: User, *, checks_csrf: bool = False) -> Client:
    client = Client(enforce_csrf_checks=checks_csrf)
    client.force_login(user)
    return client


def some_holder(permission: str) -> User:
    """A person whose role carries the permission."""
    roles = registry.permissions()[permission].roles
    return person_with(Role(min(roles)))


def path_of(address: Address) -> str:
    """A path below which nothing lies: the platform is empty."""
    kinds = {name: type(each).__name__ for name, each in address.takes.items()}
    kwargs = {
        name: SOMEWHERE[kind.removesuffix("Converter").lower().replace("string", "str")]
        for name, kind in kinds.items()
    }
    return page_at(address.name, **kwargs)


def page_at(name: str, **kwargs: object) -> str:
    """The Vietnamese address, whatever language the last request left behind."""
    with override("vi"):
        return reverse(name, kwargs=kwargs)


def asks_to_sign_in(answer: HttpResponseBase) -> bool:
    return answer.status_code == 302 and answer["Location"].startswith(
        page_at(settings.LOGIN_URL) + "?"
    )


# The manifest


@each_module
def test_has_its_page_in_the_documentation_in_both_languages(module: Module) -> None:
    page = (DOCS / f"{module.code}.md").read_text()
    title, *languages = re.split(r"^## (?:Tiếng Việt|English)\n", page, flags=re.M)
    assert title.strip() == f"# {module.label}"
    assert len(languages) == 2
    named = [f"`{permission.code}`" for permission in module.permissions]
    named += [f"`{page_at(item.url_name)}`" for item in module.nav]
    for language in languages:
        assert [each for each in named if each not in language] == []


@each_module
def test_has_names_that_people_can_read(module: Module) -> None:
    labels = [item.label for item in module.nav] + [each.label for each in module.permissions]
    assert all(str(label).strip() for label in [module.label, *labels])


@each_permission
def test_is_held_by_roles_that_exist(permission: Permission) -> None:
    assert permission.roles, "a right that no role has opens nothing"
    assert permission.roles <= set(Role.values)


def test_the_walk_over_the_addresses_finds_views_of_both_kinds() -> None:
    assert {"ledger:programmes", "account_login"} <= {address.name for address in PUBLIC}
    assert {"shell:jobs", "shell:start-verification"} <= {address.name for address in GUARDED}
    assert len(PUBLIC) + len(GUARDED) == len(ADDRESSES)


# Open pages


@each_public
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_opens_without_signing_in_on_an_empty_platform(
    stranger: Client, address: Address, prefix: str
) -> None:
    answer = stranger.get(f"{prefix}{path_of(address)}")
    if address.takes:
        assert answer.status_code == 404, "there is nothing yet, and that is said"
    elif address.name == "account_logout":
        assert answer.status_code == 302, "nobody is signed in: back to the first page"
    else:
        assert answer.status_code == 200


@each_public
def test_sets_no_cookie_for_a_reader(stranger: Client, address: Address) -> None:
    stranger.get(path_of(address))
    assert settings.SESSION_COOKIE_NAME not in stranger.cookies


# Closed pages


@pytest.mark.machine
@each_closed_nav
def test_is_closed_to_a_stranger_refused_to_others_and_open_to_its_roles(
    stranger: Client, item: NavItem
) -> None:
    page = page_at(item.url_name)
    assert asks_to_sign_in(stranger.get(page))

    roles = registry.permissions()[item.permission].roles
    for role in Role:
        answer = as_person(person_with(role)).get(page)
        assert answer.status_code == (200 if role.value in roles else 403), role


def test_a_menu_line_is_shown_to_those_it_opens_for(stranger: Client) -> None:
    items = [item for module in MODULES for item in module.nav]
    open_page = stranger.get("/").text
    pages = {role: as_person(person_with(role)).get("/").text for role in Role}
    for item in items:
        line = f'href="{page_at(item.url_name)}"'
        roles = registry.permissions()[item.permission].roles if item.permission else Role.values
        assert (line in open_page) == (not item.permission), item.url_name
        for role, page in pages.items():
            assert (line in page) == (role.value in roles), (item.url_name, role)


@pytest.mark.machine
@each_right
def test_a_guarded_view_sends_a_stranger_to_sign_in(stranger: Client, right: str) -> None:
    for address in BY_RIGHT[right]:
        path = path_of(address)
        assert asks_to_sign_in(stranger.post(path)), address.name
        answer = stranger.get(path)
        assert asks_to_sign_in(answer) or answer.status_code == 405, address.name


@pytest.mark.machine
@each_right
def test_a_guarded_view_tells_a_person_without_the_right_why_not(right: str) -> None:
    newcomer = as_person(UserFactory.create())
    for address in BY_RIGHT[right]:
        answer = newcomer.post(path_of(address))
        assert answer.status_code == 403, address.name
        assert refusal(right) in answer.text, address.name


@pytest.mark.machine
@each_right
def test_a_guarded_view_lets_those_in_who_have_the_right(right: str) -> None:
    holder = as_person(some_holder(right))
    for address in BY_RIGHT[right]:
        allowed = {200, 302, 404, 405} if address.takes else {200, 405}
        answer = holder.get(path_of(address))
        assert answer.status_code in allowed, address.name
        assert not asks_to_sign_in(answer), address.name


@pytest.mark.machine
@each_right
def test_a_write_without_its_form_token_is_refused(right: str) -> None:
    user = some_holder(right)
    with_token, without = as_person(user), as_person(user, checks_csrf=True)
    for address in BY_RIGHT[right]:
        assert with_token.post(path_of(address)).status_code != 403, address.name
        assert without.post(path_of(address)).status_code == 403, address.name


# The audit notes who reads it, once a day: the one page that writes because it is read.
NOTES_ITS_READER = "people:audit"


@pytest.mark.machine
@each_right
def test_reading_a_page_changes_nothing(right: str) -> None:
    holder = as_person(some_holder(right))
    before = set(AuditEvent.objects.values_list("pk", flat=True))
    for address in BY_RIGHT[right]:
        if address.name != NOTES_ITS_READER:
            holder.get(path_of(address))
    noted = AuditEvent.objects.exclude(pk__in=before).values_list("verb", flat=True)
    assert [verb for verb in noted if not verb.endswith("_read")] == []
    assert not JobProgress.objects.exists()


@pytest.mark.machine
def test_views_that_only_write_refuse_to_be_read() -> None:
    """The list keeps the promise above honest: on an empty platform most pages are not there."""
    only_write = {
        address.name
        for address in GUARDED
        if as_person(some_holder(address.permission)).get(path_of(address)).status_code == 405
    }
    assert {"shell:start-verification", "ledger:confirm", "ledger:withdraw"} <= only_write
    assert {"ledger:publish", "ledger:make-public"} <= only_write


# Addresses that no module adds: signing in, one's own account, the API, the first page

KNOWN_ELSEWHERE = ("first-page", "api-", "account_", "mfa_", "own-", "openid_connect_")
OPEN_ELSEWHERE = (
    "first-page",
    "api-",
    "account_reset_password",
    "openid_connect_",
    "mfa_login_webauthn",
    "socialaccount_login_cancelled",
)
ELSEWHERE = [
    address
    for address in addresses_in(get_resolver().url_patterns)
    if address.name not in {each.name for each in ADDRESSES}
]


def test_addresses_outside_the_modules_are_few_and_known() -> None:
    others = {address.name for address in ELSEWHERE if not address.name.startswith(KNOWN_ELSEWHERE)}
    assert others <= {"take-key-back", "usersessions_list", "socialaccount_login_cancelled"}


@pytest.mark.parametrize(
    "address",
    [each for each in ELSEWHERE if not each.takes and not each.name.startswith(OPEN_ELSEWHERE)],
    ids=lambda address: address.name,
)
def test_what_belongs_to_a_person_shows_a_stranger_nothing(
    stranger: Client, address: Address
) -> None:
    shown = stranger.get(page_at(address.name))
    assert shown.status_code in {302, 404, 405}


# The gate


def forms_of_the_platform() -> list[type[forms.BaseForm]]:
    """Every form class; importing the addresses has imported them all."""
    found, left = [], [forms.BaseForm]
    while left:
        some = left.pop().__subclasses__()
        left += some
        found += [form for form in some if form.__module__.startswith("nhipcau.")]
    return found


def test_every_file_and_every_long_text_comes_in_through_the_gate() -> None:
    ungated = [
        f"{form.__module__}.{form.__qualname__}.{name}"
        for form in forms_of_the_platform()
        for name, field in form.base_fields.items()  # type: ignore[attr-defined]
        if isinstance(field, forms.FileField) or isinstance(field.widget, forms.Textarea)
        if not isinstance(field, GatedFileField | GatedCharField)
    ]
    assert ungated == []
    assert any("UploadForm" in form.__qualname__ for form in forms_of_the_platform())
