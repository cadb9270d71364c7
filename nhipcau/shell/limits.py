"""What no page has to ask: how much a request may carry, and which signs an address may hold."""

from collections.abc import Callable
from itertools import chain

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext as _

MEGABYTE = 1024 * 1024
MOST = 52 * MEGABYTE  # a file of 50 MB, with the form around it
MOST_OF_STRANGERS = 2 * MEGABYTE  # a form


class Limits:
    """Middleware: refuses by the head of a request, before anything reads its body."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        # The middleware that finds the language comes later.
        with override(get_language_from_path(request.path_info) or settings.LANGUAGE_CODE):
            refused = _of_unknown_length(request) or _too_long(request) or _with_nul(request)
        return refused or self.get_response(request)


def _of_unknown_length(request: HttpRequest) -> HttpResponse | None:
    """A body in chunks; where a length stands beside them, the chunks are what counts."""
    if "chunked" not in request.META.get("HTTP_TRANSFER_ENCODING", "").lower():
        return None
    return _answer(
        request,
        411,
        _(
            "Gửi dữ liệu chưa thực hiện được: yêu cầu không cho biết trước độ dài của nội dung. "
            "Đề nghị gửi lại, kèm độ dài đó (Content-Length)."
        ),
    )


def _too_long(request: HttpRequest) -> HttpResponse | None:
    is_stranger = settings.SESSION_COOKIE_NAME not in request.COOKIES
    if _length(request) <= (MOST_OF_STRANGERS if is_stranger else MOST):
        return None
    if is_stranger and _length(request) <= MOST:
        sentence = _(
            "Gửi dữ liệu chưa thực hiện được: nội dung lớn hơn %s MB và người gửi chưa đăng nhập. "
            "Đề nghị đăng nhập rồi gửi lại."
        )
        return _answer(request, 413, sentence % (MOST_OF_STRANGERS // MEGABYTE))
    sentence = _(
        "Gửi dữ liệu chưa thực hiện được: nội dung lớn hơn %s MB. "
        "Đề nghị chia thành nhiều tệp nhỏ hơn rồi gửi."
    )
    return _answer(request, 413, sentence % (MOST // MEGABYTE))


def _length(request: HttpRequest) -> int:
    """What Django will read: nothing, when the length is no number."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def _with_nul(request: HttpRequest) -> HttpResponse | None:
    """PostgreSQL keeps no such sign in a text, hence no search could be answered."""
    asked = chain.from_iterable((name, *values) for name, values in request.GET.lists())
    if not any("\0" in each for each in (request.path_info, *asked)):
        return None
    return _answer(
        request,
        400,
        _(
            "Mở địa chỉ này chưa thực hiện được: địa chỉ chứa ký tự rỗng (NUL). "
            "Đề nghị bỏ ký tự đó rồi mở lại."
        ),
    )


def _answer(request: HttpRequest, status: int, sentence: str) -> HttpResponse:
    """The bare sentence: a page would ask who is there. The API keeps its one shape."""
    if request.path_info.startswith("/api/"):
        return JsonResponse({"detail": sentence}, status=status)
    return HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8")
