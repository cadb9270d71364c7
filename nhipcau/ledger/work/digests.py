"""The morning's summary by e-mail: how many things wait, of which kinds, and where to read them."""

from collections import Counter
from datetime import date

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from nhipcau.agencies.models import User
from nhipcau.base import audit, clock

from . import worklist
from .models import Digest

WEEKEND = 5


@transaction.atomic
def choose(*, user: User, is_wanted: bool) -> Digest:
    """Whether a person wants the summary; without a word of theirs none is sent."""
    digest, _made = Digest.objects.get_or_create(user=user)
    digest.is_wanted = is_wanted
    digest.save(update_fields=["is_wanted"])
    audit.record("ledger.digest_chosen", by=user, target=digest, note=str(is_wanted))
    return digest


def send_all(on: date) -> int:
    """Send today's summaries, each once a day and none at the weekend; returns how many."""
    if on.weekday() >= WEEKEND:
        return 0
    waiting = Digest.objects.filter(is_wanted=True, user__is_active=True).exclude(last_sent_on=on)
    return sum(_send(digest.pk, on) for digest in waiting)


def text_of(user: User, on: date) -> str:
    """Plain text with kinds and numbers only: no titles, no names, no reasons."""
    found = worklist.items(user, on)
    if not found:
        return ""
    kinds = Counter(item.kind or _("việc khác") for item in found)
    late = sum(item.tone == "late" for item in found)
    lines = [_("Việc chờ ông/bà xử lý trên Nhịp Cầu:"), ""]
    lines += [f"- {kind}: {count:02d}" for kind, count in kinds.items()]
    if late:
        lines += ["", _("Trong đó quá hạn: %(count)s.") % {"count": f"{late:02d}"}]
    lines += ["", _("Xem tại: %(address)s") % {"address": _address()}]
    lines += ["", _("Thư này gửi theo yêu cầu của ông/bà; tắt ở cuối trang “Việc chờ xử lý”.")]
    return "\n".join(lines)


@transaction.atomic
def _send(pk: int, on: date) -> bool:
    """Locked, so that two workers send one mail."""
    digest = Digest.objects.select_for_update().select_related("user").get(pk=pk)
    if digest.last_sent_on == on or not digest.user.may("ledger.read_internal"):
        return False
    with override(settings.LANGUAGE_CODE):
        text = text_of(digest.user, on)
        subject = _("[Nhịp Cầu] Việc chờ xử lý")
    digest.last_sent_on = on
    digest.save(update_fields=["last_sent_on"])
    if text:
        send_mail(subject, text, None, [digest.user.email])
    return bool(text)


def _address() -> str:
    host = next((host for host in settings.ALLOWED_HOSTS if host and host != "*"), "localhost")
    scheme = "https" if settings.HTTPS else "http"
    return f"{scheme}://{host}{reverse('ledger:work-list')}"


def today() -> int:
    """What the job of each morning does."""
    return send_all(clock.today())
