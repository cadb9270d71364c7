"""Pages for what goes wrong: what happened, and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(
        request,
        400,
        _("Yêu cầu chưa thực hiện được"),
        _("Nội dung gửi lên không đọc được. Đề nghị quay lại trang trước và gửi lại."),
    )


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 403, _("Trang này chưa mở được"), str(exception))


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(
        request,
        404,
        _("Không có trang này"),
        _(
            "Địa chỉ không đúng, hoặc nội dung chưa được công khai. Đề nghị kiểm tra lại địa chỉ hoặc đăng nhập."
        ),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """Stands without the context of a request: the fault may lie there."""
    return render(None, "shell/error_500.html", status=500)


def _page(request: HttpRequest, status: int, title: str, sentence: str) -> HttpResponse:
    context = {"status": status, "title": title, "sentence": sentence}
    return render(request, "shell/error.html", context, status=status)
