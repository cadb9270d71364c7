"""The library's sign-in forms with labels in our words; what they check stays the library's."""

from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.base import forms as factor
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as keys
from django import forms
from django.utils.translation import gettext_lazy as _

CODE = _("Mã xác thực")
CODE_HELP = _("Mã 6 số của ứng dụng, hoặc một mã khôi phục.")
NEW = _("Mật khẩu mới")
AGAIN = _("Nhập lại mật khẩu mới")
ADDRESS = _("Thư điện tử")


class Worded:
    """Labels and help of fields by name; no placeholders, which vanish when one types."""

    labels: ClassVar[dict[str, Any]] = {}
    helps: ClassVar[dict[str, Any]] = {}
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.labels.get(name, field.label)
            field.help_text = self.helps.get(name, field.help_text)
            field.widget.attrs.pop("placeholder", None)


class LoginForm(Worded, account.LoginForm):  # type: ignore[misc]  # the library is untyped
    labels = {"login": ADDRESS, "password": _("Mật khẩu")}


class ChangePasswordForm(Worded, account.ChangePasswordForm):  # type: ignore[misc]
    labels = {"oldpassword": _("Mật khẩu đang dùng"), "password1": NEW, "password2": AGAIN}


class SetPasswordForm(Worded, account.SetPasswordForm):  # type: ignore[misc]
    labels = {"password1": NEW, "password2": AGAIN}


class ResetPasswordForm(Worded, account.ResetPasswordForm):  # type: ignore[misc]
    labels = {"email": ADDRESS}


class ResetPasswordKeyForm(Worded, account.ResetPasswordKeyForm):  # type: ignore[misc]
    labels = {"password1": NEW, "password2": AGAIN}


class ReauthenticateForm(Worded, account.ReauthenticateForm):  # type: ignore[misc]
    labels = {"password": _("Mật khẩu")}


class CodeForm(Worded, factor.AuthenticateForm):  # type: ignore[misc]
    labels = {"code": CODE}
    helps = {"code": CODE_HELP}


class CodeAgainForm(Worded, factor.ReauthenticateForm):  # type: ignore[misc]
    labels = {"code": CODE}
    helps = {"code": CODE_HELP}


class ActivateTOTPForm(Worded, totp.ActivateTOTPForm):  # type: ignore[misc]
    labels = {"code": _("Mã 6 số ứng dụng đang hiện")}


class AddKeyForm(Worded, keys.AddWebAuthnForm):  # type: ignore[misc]
    labels = {"name": _("Tên gọi của khóa"), "passwordless": _("Đăng nhập chỉ bằng khóa này")}
    helps = {
        "name": _("Để nhận ra khóa sau này, ví dụ: điện thoại cơ quan."),
        "passwordless": _("Không cần mật khẩu; khóa sẽ hỏi vân tay, khuôn mặt hoặc mã PIN."),
    }


class EditKeyForm(Worded, keys.EditWebAuthnForm):  # type: ignore[misc]
    labels = {"name": _("Tên gọi của khóa")}
