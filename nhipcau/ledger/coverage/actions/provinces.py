"""Recording how a province carries a programme out, changing it, taking it back."""

import hashlib
from dataclasses import fields
from pathlib import Path

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Place, User
from nhipcau.base import audit, clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.coverage import policies
from nhipcau.ledger.coverage.models import ProvinceAction
from nhipcau.ledger.coverage.values import ActionChange
from nhipcau.ledger.programmes.models import Programme


@transaction.atomic
def record(
    *,
    programme: Programme,
    place: Place,
    change: ActionChange,
    by: User,
    file: "UploadedFile[bytes] | None" = None,
    is_example: bool = False,
) -> ProvinceAction:
    """Record one way in which a province carries the programme out. Raises Refused."""
    policies.check_may_write_for(by, place)
    _check(programme, place, change)
    row = ProvinceAction(programme=programme, place=place, is_example=is_example)
    _write(row, change)
    _attach(row, file)
    row.save()
    audit.record(
        "ledger.province_action_recorded",
        by=by,
        target=row,
        acting_for=by.acting_for,
        changes={"place": (None, place.name), "way": (None, row.way)},
        note=row.document,
    )
    return row


@transaction.atomic
def change(
    *,
    action: ProvinceAction,
    change: ActionChange,
    version: int,
    by: User,
    file: "UploadedFile[bytes] | None" = None,
) -> ProvinceAction:
    """Say otherwise what was recorded; the audit keeps from what to what. Raises Refused."""
    action = ProvinceAction.objects.select_for_update(of=("self",)).get(pk=action.pk)
    policies.check_may_write_for(by, action.place)
    policies.check_not_withdrawn(action)
    if action.version != version:
        raise Refused(
            _(
                "Chưa ghi được: nội dung này vừa được người khác sửa. "
                "Đề nghị tải lại trang, xem nội dung mới rồi sửa tiếp."
            )
        )
    _check(action.programme, action.place, change)
    before = _said(action)
    _write(action, change)
    _attach(action, file)
    action.version += 1
    action.save()
    after = _said(action)
    audit.record(
        "ledger.province_action_changed",
        by=by,
        target=action,
        acting_for=by.acting_for,
        changes={key: (before[key], after[key]) for key in after if before[key] != after[key]},
    )
    return action


@transaction.atomic
def withdraw(*, action: ProvinceAction, reason: str, by: User) -> None:
    """Take back what was recorded by mistake; the row stays and says so. Raises Refused."""
    action = ProvinceAction.objects.select_for_update(of=("self",)).get(pk=action.pk)
    policies.check_may_write_for(by, action.place)
    policies.check_not_withdrawn(action)
    policies.check_reason(reason)
    action.withdrawn_at, action.withdrawn_because = clock.now(), reason.strip()
    action.save(update_fields=["withdrawn_at", "withdrawn_because"])
    audit.record(
        "ledger.province_action_withdrawn",
        by=by,
        target=action,
        acting_for=by.acting_for,
        note=reason,
    )


def _check(programme: Programme, place: Place, change: ActionChange) -> None:
    policies.check_action(place, change)
    if change.own_programme == programme:
        raise Refused(
            _(
                "Chưa ghi nhận được: chương trình của địa phương phải khác chương trình này. "
                "Đề nghị chọn lại."
            )
        )


def _write(row: ProvinceAction, change: ActionChange) -> None:
    for each in fields(change):
        value = getattr(change, each.name)
        setattr(row, each.name, value.strip() if isinstance(value, str) else value)


def _attach(row: ProvinceAction, file: "UploadedFile[bytes] | None") -> None:
    if file is None:
        return
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    name = Path(file.name or "").name
    row.file_name, row.file_sha256 = name[:200], digest.hexdigest()
    row.file.save(f"{row.uuid}-{row.file_sha256[:12]}{Path(name).suffix.lower()}", file, save=False)


def _said(row: ProvinceAction) -> dict[str, str | None]:
    said = {each.name: getattr(row, each.name) for each in fields(ActionChange)}
    said["file_sha256"] = row.file_sha256
    return {key: None if value in (None, "") else str(value) for key, value in said.items()}
