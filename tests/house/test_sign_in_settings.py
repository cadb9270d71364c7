"""What an installation says of signing in, by its environment."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from nhipcau.agencies.tests.people import openid_provider
from nhipcau.project import settings as production


def test_administrators_need_a_second_factor_unless_the_installation_says_otherwise() -> None:
    assert {"administrator"} == production.SECOND_FACTOR_ROLES


def test_the_four_variables_come_together_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    assert production._single_sign_on() == {}
    named = {"NAME": "Cổng cán bộ tỉnh", "CLIENT_ID": "nhip-cau", "SECRET": "bi-mat"}
    for name, value in named.items():
        monkeypatch.setenv(f"NHIPCAU_OIDC_{name}", value)
    with pytest.raises(ImproperlyConfigured, match="NHIPCAU_OIDC_SERVER_URL"):
        production._single_sign_on()
    monkeypatch.setenv("NHIPCAU_OIDC_SERVER_URL", "https://dangnhap.vidu.example/realms/canbo")
    service = production._single_sign_on()
    assert service == openid_provider.settings_for("https://dangnhap.vidu.example/realms/canbo")
    assert production._origins(service) == ["https://dangnhap.vidu.example"]
