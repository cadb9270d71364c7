"""May this be recorded? Each rule raises with its sentence, or answers."""

from datetime import date

from django.utils.translation import gettext as _

from nhipcau.agencies.directory import upwards
from nhipcau.agencies.models import Agency, Place, PlaceChange, User
from nhipcau.agencies.models.place import Level
from nhipcau.agencies.roles import Role
from nhipcau.base.refusal import Refused
from nhipcau.language.dates import write_figures

from .models import ProvinceAction
from .models.withdrawn import Withdrawable
from .values import ActionChange

WRITE = "coverage.write"
CENTRAL = "central"


def is_central_focal_point(user: User) -> bool:
    """Whether the person speaks for a focal point at the centre: such a one writes for everybody."""
    return any(
        role.role == Role.FOCAL_POINT and role.agency.level == CENTRAL
        for role in user.current_memberships
    )


def own_provinces(user: User) -> set[int]:
    """The provinces of the agencies for which a person acts, and the old ones that they carry."""
    own = upwards(user.agencies())
    places = Place.objects.filter(agencies__in=own).select_related("parent__parent__list", "list")
    provinces = {province.pk for place in places if (province := _province_of(place))}
    carried = PlaceChange.objects.filter(new__in=provinces).values_list("old", flat=True)
    return provinces | set(carried)


def may_write_for(user: User, place: Place) -> bool:
    """Whether a person may record how a province carries a programme out."""
    if not user.may(WRITE):
        return False
    return is_central_focal_point(user) or place.pk in own_provinces(user)


def check_may_write_for(user: User, place: Place) -> None:
    """Raises Refused for a province that is not one's own."""
    if not may_write_for(user, place):
        raise Refused(
            _(
                "Chưa ghi nhận được: tài khoản không thuộc cơ quan nào của %(place)s. "
                "Đề nghị người của địa phương đó hoặc cán bộ đầu mối ở trung ương thực hiện."
            )
            % {"place": place.name_in_text}
        )


def may_write_for_agency(user: User, agency: Agency) -> bool:
    """Whether a person may record for an agency: its own people, and the centre's focal points."""
    if not user.may(WRITE):
        return False
    return is_central_focal_point(user) or agency.pk in upwards(user.agencies())


def check_may_write_for_agency(user: User, agency: Agency) -> None:
    """Raises Refused for an agency that is not one's own."""
    if not may_write_for_agency(user, agency):
        raise Refused(
            _(
                "Chưa ghi nhận được: tài khoản không thuộc %(agency)s. "
                "Đề nghị người của cơ quan đó hoặc cán bộ đầu mối ở trung ương thực hiện."
            )
            % {"agency": agency}
        )


def check_action(place: Place, change: ActionChange) -> None:
    """Raises Refused where what is said of a province cannot be, or leaves out what it must say."""
    check_place(place, change.first_day)
    way = ProvinceAction.Way
    if change.way == way.NOT_APPLICABLE and not change.reason.strip():
        raise Refused(
            _("Chưa ghi nhận được: thiếu lý do không thuộc phạm vi. Đề nghị nêu rõ lý do.")
        )
    if change.way in ProvinceAction.ACTING and not (change.title.strip() or change.number.strip()):
        raise Refused(
            _(
                "Chưa ghi nhận được: thiếu tên hoặc số, ký hiệu của văn bản. "
                "Đề nghị ghi văn bản của địa phương, hoặc văn bản có nội dung lồng ghép."
            )
        )
    check_days(change.first_day, change.last_day)
    if change.first_year and change.last_year and change.last_year < change.first_year:
        raise Refused(_("Chưa ghi nhận được: năm cuối trước năm đầu. Đề nghị xem lại hai năm này."))
    if change.amount is not None and change.amount < 0:
        raise Refused(_("Chưa ghi nhận được: kinh phí nhỏ hơn 0. Đề nghị xem lại số tiền."))


def check_place(place: Place, first_day: date) -> None:
    """Raises Refused for a place that is no province, or is of another list on the day."""
    if place.list.level != Level.PROVINCE:
        raise Refused(
            _(
                "Chưa ghi nhận được: %(place)s không phải tỉnh, thành phố trực thuộc trung ương. "
                "Đề nghị chọn tỉnh, thành phố."
            )
            % {"place": place.name}
        )
    if place.last_day and first_day > place.last_day:
        now = place.became.select_related("new").prefetch_related("new__names").first()
        raise Refused(
            _(
                "Chưa ghi nhận được: %(place)s thuộc danh mục chỉ áp dụng đến hết ngày %(day)s. "
                "Đề nghị ghi cho %(now)s."
            )
            % {
                "place": place.name_in_text,
                "day": write_figures(place.last_day),
                "now": now.new.name_in_text
                if now
                else _("tỉnh, thành phố theo danh mục hiện hành"),
            }
        )
    if place.first_day and first_day < place.first_day:
        raise Refused(
            _(
                "Chưa ghi nhận được: %(place)s thuộc danh mục áp dụng từ ngày %(day)s. "
                "Đề nghị ghi cho tỉnh, thành phố trước ngày đó."
            )
            % {"place": place.name_in_text, "day": write_figures(place.first_day)}
        )


def check_days(first_day: date, last_day: date | None) -> None:
    """Raises Refused where something ends before it begins."""
    if last_day is not None and last_day < first_day:
        raise Refused(
            _("Chưa ghi nhận được: ngày cuối trước ngày đầu. Đề nghị xem lại hai ngày này.")
        )


def check_not_withdrawn(row: Withdrawable) -> None:
    """Raises Refused for a row that was taken back."""
    if row.withdrawn_at is not None:
        raise Refused(
            _("Chưa thực hiện được: nội dung này đã được rút lại trước đó. Đề nghị tải lại trang.")
        )


def check_reason(reason: str) -> None:
    """Raises Refused where something is taken back without saying why."""
    if not reason.strip():
        raise Refused(_("Chưa rút lại được: thiếu lý do. Đề nghị nêu rõ lý do."))


def check_choice(place: Place, action: ProvinceAction, document: str, first_day: date) -> None:
    """Raises Refused where the choice cannot be, or its document is not said."""
    inherited = place.made_of.values_list("old", flat=True)
    if action.place_id != place.pk and action.place_id not in set(inherited):
        raise Refused(
            _("Chưa ghi nhận được: văn bản được chọn không thuộc các tỉnh hợp thành %(place)s.")
            % {"place": place.name_in_text}
        )
    if not document.strip():
        raise Refused(
            _("Chưa ghi nhận được: thiếu văn bản làm căn cứ. Đề nghị ghi số, ký hiệu và ngày.")
        )
    if place.first_day and first_day < place.first_day:
        raise Refused(
            _("Chưa ghi nhận được: %(place)s có từ ngày %(day)s. Đề nghị xem lại ngày.")
            % {"place": place.name_in_text, "day": write_figures(place.first_day)}
        )


def _province_of(place: Place) -> Place | None:
    above: Place | None = place
    while above is not None and above.list.level != Level.PROVINCE:
        above = above.parent
    return above
