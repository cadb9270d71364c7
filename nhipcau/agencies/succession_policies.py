"""May this reorganisation be recorded? Each rule raises with its sentence."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta

from django.db import IntegrityError
from django.db.models import Q
from django.utils.translation import gettext as _

from nhipcau.base.refusal import Refused
from nhipcau.language.dates import write_figures

from .models import Agency, AgencyName, Succession
from .models.periods import on_day


def check_grounds(instrument: str, source: str) -> None:
    """What is recorded rests on an instrument, and says where it was read."""
    if not instrument.strip():
        raise Refused(
            _("Chưa ghi nhận được: thiếu văn bản làm căn cứ. Đề nghị ghi số, ký hiệu và ngày.")
        )
    if not source.strip():
        raise Refused(_("Chưa ghi nhận được: thiếu nguồn. Đề nghị ghi nơi đã đọc văn bản."))


def check_hands_over(old: Agency, day: date) -> None:
    """The old agency exists until the day before."""
    eve = day - timedelta(days=1)
    if old.first_day is not None and eve < old.first_day:
        raise Refused(
            _(
                "Chưa ghi nhận được: %(agency)s thành lập ngày %(begun)s, sau ngày kết thúc %(eve)s. "
                "Đề nghị xem lại ngày."
            )
            % {"agency": old, "begun": write_figures(old.first_day), "eve": write_figures(eve)}
        )
    if not old.exists_on(eve):
        raise Refused(_ended(old, _("không còn chức năng để chuyển giao")))


def check_takes_over(new: Agency, day: date) -> None:
    """The new agency exists on the day."""
    if new.first_day is not None and day < new.first_day:
        raise Refused(
            _(
                "Chưa ghi nhận được: %(agency)s thành lập ngày %(begun)s, chưa tiếp nhận được "
                "từ ngày %(day)s. Đề nghị xem lại ngày."
            )
            % {"agency": new, "begun": write_figures(new.first_day), "day": write_figures(day)}
        )
    if not new.exists_on(day):
        raise Refused(_ended(new, _("không thể tiếp nhận")))


def check_no_circle(olds: Iterable[Agency], new: Agency, day: date) -> None:
    """Following the successors of one day never comes back to the start."""
    reached = {new.pk}
    steps = list(Succession.objects.standing().filter(day=day).values_list("old", "new"))
    while True:
        further = {onward for old, onward in steps if old in reached and onward} - reached
        if not further:
            break
        reached |= further
    for old in olds:
        if old.pk in reached:
            raise Refused(_circle(old, day))


def check_several(agencies: Sequence[Agency | None], sentence: str) -> None:
    """Two or more, and each once. Raises Refused with the sentence given."""
    known = [agency.pk for agency in agencies if agency is not None]
    if len(agencies) < 2 or len(known) != len(set(known)):
        raise Refused(sentence)


def check_name_is_free(
    name: str, parent: Agency | None, day: date, *, but: Agency | None = None
) -> None:
    """No other agency bears the name under the same parent on the day or later."""
    borne = AgencyName.objects.filter(
        Q(last_day=None) | Q(last_day__gte=day), form="full", language="vi", name=name
    )
    other = borne.filter(agency__parent=parent).exclude(agency=but).first()
    if other is not None:
        raise Refused(_name_taken(name, parent))


def check_can_rename(agency: Agency, name: str, day: date) -> None:
    """A new name, begun while no later one is borne."""
    if not agency.exists_on(day):
        raise Refused(_ended(agency, _("không đổi tên được")))
    full = agency.names.filter(form="full", language="vi")
    later = full.filter(first_day__gte=day).first()
    if later is not None and later.first_day is not None:
        raise Refused(
            _(
                "Chưa ghi nhận được: thời gian mang tên chồng lên tên “%(name)s” "
                "từ ngày %(day)s. Đề nghị xem lại ngày đổi tên."
            )
            % {"name": later.name, "day": write_figures(later.first_day)}
        )
    if full.filter(on_day(day), name=name).exists():
        raise Refused(
            _("Chưa ghi nhận được: cơ quan đang mang đúng tên “%(name)s”.") % {"name": name}
        )


def check_can_withdraw(succession: Succession, reason: str) -> None:
    """Once, and with a reason."""
    if succession.withdrawn_at is not None:
        raise Refused(_("Chưa rút lại được: ghi nhận này đã được rút lại trước đó."))
    if not reason.strip():
        raise Refused(_("Chưa rút lại được: thiếu lý do. Đề nghị nêu rõ lý do."))


@contextmanager
def sentences_of_constraints() -> Iterator[None]:
    """What the database refused, said as a rule: two people may do the same at one moment."""
    try:
        yield
    except IntegrityError as fault:
        sentence = _constraint_sentence(fault)
        if sentence is None:
            raise
        raise Refused(sentence) from fault


def _constraint_sentence(fault: IntegrityError) -> str | None:
    diagnosis = getattr(fault.__cause__, "diag", None)
    return {
        "no_circle_of_successors": _(
            "Chưa ghi nhận được: các cơ quan tiếp nhận lẫn nhau thành một vòng trong cùng một ngày."
        ),
        "one_agency_per_name_parent_and_day": _(
            "Chưa ghi nhận được: dưới cùng một cơ quan chủ quản đã có cơ quan mang tên này. "
            "Đề nghị chọn cơ quan ấy hoặc xem lại tên."
        ),
        "one_full_name_at_a_time": _(
            "Chưa ghi nhận được: thời gian mang hai tên chồng lên nhau. Đề nghị xem lại ngày."
        ),
        "agency_ends_after_it_begins": _(
            "Chưa ghi nhận được: ngày kết thúc trước ngày thành lập. Đề nghị xem lại ngày."
        ),
        "name_ends_after_it_begins": _(
            "Chưa ghi nhận được: ngày thôi mang tên trước ngày bắt đầu. Đề nghị xem lại ngày."
        ),
        "one_succession_per_pair_and_day": _(
            "Chưa ghi nhận được: việc tiếp nhận này đã được ghi nhận cho cùng ngày."
        ),
        "agencies_agency_code_key": _(
            "Chưa ghi nhận được: mã cơ quan đã được dùng. Đề nghị đặt mã khác."
        ),
    }.get(getattr(diagnosis, "constraint_name", "") or "")


def _ended(agency: Agency, therefore: str) -> str:
    day = write_figures(agency.last_day) if agency.last_day else "…"
    return _(
        "Chưa ghi nhận được: %(agency)s kết thúc hoạt động hết ngày %(day)s, %(therefore)s. "
        "Đề nghị chọn cơ quan kế thừa hoặc xem lại ngày."
    ) % {"agency": agency, "day": day, "therefore": therefore}


def _circle(old: Agency, day: date) -> str:
    return _(
        "Chưa ghi nhận được: cơ quan tiếp nhận lại chuyển giao cho chính %(agency)s trong ngày "
        "%(day)s, thành một vòng. Đề nghị xem lại bên giao và bên nhận."
    ) % {"agency": old, "day": write_figures(day)}


def _name_taken(name: str, parent: Agency | None) -> str:
    if parent is None:
        return _(
            "Chưa ghi nhận được: đã có cơ quan mang tên “%(name)s”. "
            "Đề nghị chọn cơ quan ấy hoặc xem lại tên."
        ) % {"name": name}
    return _(
        "Chưa ghi nhận được: %(parent)s đã có cơ quan mang tên “%(name)s”. "
        "Đề nghị chọn cơ quan ấy hoặc xem lại tên."
    ) % {"name": name, "parent": parent}
