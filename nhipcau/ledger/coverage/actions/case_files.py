"""Opening the file of work of a year, and saying what became of it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, User
from nhipcau.base import audit
from nhipcau.base.refusal import Refused
from nhipcau.ledger.coverage import policies
from nhipcau.ledger.coverage.models import CaseFile
from nhipcau.ledger.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class Filing:
    """What is said of a file: Decree 30/2020, Phụ lục VI, phần III, as far as a person says it."""

    title: str
    retention: str
    creator: str
    opened_on: date
    notation: str = ""
    organ_id: str = ""
    rights: str = "Hạn chế"
    language: str = "Tiếng Việt"
    closed_on: date | None = None
    handed_over_on: date | None = None
    handed_over_by: str = ""
    note: str = ""


@transaction.atomic
def begin(
    *,
    programme: Programme,
    agency: Agency,
    year: int,
    filing: Filing,
    by: User,
    is_example: bool = False,
) -> CaseFile:
    """Open the file of an agency for a year. Raises Refused."""
    policies.check_may_write_for_agency(by, agency)
    _check(filing)
    if programme.case_files.filter(agency=agency, year=year).exists():
        raise Refused(
            _("Chưa lập được: đơn vị đã có hồ sơ năm %(year)s của chương trình này.")
            % {"year": year}
        )
    row = CaseFile.objects.create(
        programme=programme, agency=agency, year=year, is_example=is_example, **asdict(filing)
    )
    audit.record(
        "ledger.case_file_opened",
        by=by,
        target=row,
        acting_for=by.acting_for,
        changes={"year": (None, year), "title": (None, row.title)},
    )
    return row


@transaction.atomic
def change(*, case_file: CaseFile, filing: Filing, version: int, by: User) -> CaseFile:
    """Say otherwise what a file is, that it was closed, that it was handed over. Raises Refused."""
    row = CaseFile.objects.select_for_update(of=("self",)).get(pk=case_file.pk)
    policies.check_may_write_for_agency(by, row.agency)
    if row.version != version:
        raise Refused(
            _(
                "Chưa ghi được: hồ sơ này vừa được người khác sửa. "
                "Đề nghị tải lại trang, xem nội dung mới rồi sửa tiếp."
            )
        )
    _check(filing)
    before = _said(row)
    for key, value in asdict(filing).items():
        setattr(row, key, value)
    row.version += 1
    row.save()
    after = _said(row)
    audit.record(
        "ledger.case_file_changed",
        by=by,
        target=row,
        acting_for=by.acting_for,
        changes={key: (before[key], after[key]) for key in after if before[key] != after[key]},
    )
    return row


def _check(filing: Filing) -> None:
    policies.check_days(filing.opened_on, filing.closed_on)
    if filing.handed_over_on is None:
        return
    if filing.closed_on is None:
        raise Refused(
            _(
                "Chưa ghi được: hồ sơ chưa kết thúc nên chưa giao nộp được. "
                "Đề nghị ghi thời gian kết thúc trước."
            )
        )
    policies.check_days(filing.closed_on, filing.handed_over_on)


def _said(row: CaseFile) -> Mapping[str, str | None]:
    said = {each.name: getattr(row, each.name) for each in fields(Filing)}
    return {key: None if value in (None, "") else str(value) for key, value in said.items()}
