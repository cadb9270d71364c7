"""Making, knowing and taking back the keys of programs."""

import hashlib
import secrets
from collections.abc import Collection
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.base import audit, clock
from nhipcau.base.audit import Actor

from .models import ApiToken, User

LONGEST = timedelta(days=366)
MARK = "nc_"


class BadToken(Exception):
    """A key that cannot be made as asked; the message is the sentence for the person."""


@transaction.atomic
def make(
    *, user: User, label: str, scopes: Collection[str], last_day: date, by: User
) -> tuple[ApiToken, str]:
    """A new key for a person, and its row; the key is returned once and kept nowhere.

    Raises BadToken for a day that is past or more than a year away, and for a right that the
    person does not have.
    """
    _check(user, scopes, last_day)
    key = MARK + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        user=user,
        label=label,
        prefix=key[:9],
        key_hash=_hash(key),
        scopes=sorted(scopes),
        last_day=last_day,
    )
    changes = {"scopes": (None, ", ".join(token.scopes)), "last_day": (None, last_day.isoformat())}
    audit.record("agencies.token_made", by=by, target=token, changes=changes, note=label)
    return token, key


@transaction.atomic
def take_back(*, token: ApiToken, by: Actor | None) -> None:
    """End a key at once; a key that has ended stays ended."""
    if token.revoked_at is None:
        token.revoked_at = clock.now()
        token.save(update_fields=["revoked_at"])
        audit.record("agencies.token_taken_back", by=by, target=token)


@transaction.atomic
def take_all_back(*, user: User, by: Actor | None) -> None:
    """End every key of a person: the account may have been in other hands."""
    for token in user.api_tokens.filter(revoked_at=None):
        take_back(token=token, by=by)


def bearer(key: str) -> User | None:
    """The person for whom a key speaks today, held to what the key carries; else None."""
    token = (
        ApiToken.objects.valid(on=clock.today())
        .select_related("user")
        .filter(key_hash=_hash(key))
        .first()
    )
    if token is None:
        return None
    token.user.held_to = frozenset(token.scopes)
    return token.user


def _check(user: User, scopes: Collection[str], last_day: date) -> None:
    today = clock.today()
    if not today <= last_day <= today + LONGEST:
        raise BadToken(
            _(
                "Chưa tạo được mã truy cập: ngày hết hạn phải từ hôm nay đến %(last)s. "
                "Đề nghị chọn lại ngày."
            )
            % {"last": f"{today + LONGEST:%d/%m/%Y}"}
        )
    if not all(user.may(scope) for scope in scopes):
        raise BadToken(_("Chưa tạo được mã truy cập: có quyền mà tài khoản này không có."))


def _hash(key: str) -> str:
    """A random key of 256 bits needs no salt and no slow hash."""
    return hashlib.sha256(key.encode()).hexdigest()
