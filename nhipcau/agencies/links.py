"""One-time links with which a person sets a password."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from .models import User


def password_link(request: HttpRequest, user: User) -> str:
    """An address that opens once, for three days: it dies with the password that it sets."""
    parts = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    address = reverse("account_reset_password_from_key", kwargs=parts)
    return request.build_absolute_uri(address)


def send(user: User, link: str) -> None:
    """Send the link to the address of the account."""
    text = render_to_string("people/password_link.txt", {"person": user, "link": link})
    subject = settings.ACCOUNT_EMAIL_SUBJECT_PREFIX + _("Đặt mật khẩu tài khoản")
    send_mail(subject, text, None, [user.email])
