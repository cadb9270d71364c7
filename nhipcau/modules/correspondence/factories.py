"""Letters between agencies for tests, with Vietnamese values one would believe."""

import datetime

from factory.declarations import LazyAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory

from nhipcau.agencies.factories import AgencyFactory
from nhipcau.agencies.models import Agency
from nhipcau.ledger.testing import ProgrammeFactory

from .models import Dispatch, Matter, Receipt


class MatterFactory(DjangoModelFactory[Matter]):
    class Meta:
        model = Matter

    programme = SubFactory(ProgrammeFactory)
    title = "Số liệu đài truyền thanh xã có chương trình tiếng dân tộc (ví dụ)"
    opened_by = SubFactory(AgencyFactory)
    is_example = True


class DispatchFactory(DjangoModelFactory[Dispatch]):
    class Meta:
        model = Dispatch

    matter = SubFactory(MatterFactory)
    sender = LazyAttribute(lambda letter: letter.matter.opened_by)
    recorded_for = LazyAttribute(lambda letter: letter.sender)
    purpose = Dispatch.Purpose.REQUEST
    number = Sequence(lambda n: f"{n + 101}/SVHTTDL-QLBC")
    issued_on = datetime.date(2025, 3, 10)
    due = datetime.date(2025, 3, 31)
    subject = "V/v đề nghị cung cấp số liệu đài truyền thanh xã có chương trình tiếng dân tộc"
    signer = "Hoàng Văn Páo (ví dụ)"
    signer_position = "Phó Giám đốc"
    is_example = True


def letter_to(letter: Dispatch, agency: Agency) -> Receipt:
    """The receipt of a letter at an agency."""
    return Receipt.objects.create(
        dispatch=letter, agency=agency, name=agency.name_on(letter.issued_on)
    )
