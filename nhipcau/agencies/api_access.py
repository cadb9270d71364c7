"""Who calls the API: nobody in particular, or the person for whom a key speaks."""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from ninja.errors import HttpError
from ninja.security import HttpBearer

from .models import User
from .tokens import bearer


class KeyOrNobody(HttpBearer):
    """Without a key the public part answers; a wrong key is refused, never taken for none."""

    def __call__(self, request: HttpRequest) -> User | AnonymousUser:
        if "Authorization" not in request.headers:
            return AnonymousUser()
        found: User | None = super().__call__(request)
        if found is None:
            raise HttpError(401, "Mã truy cập không đúng, đã hết hạn hoặc đã bị thu hồi.")
        return found

    def authenticate(self, request: HttpRequest, token: str) -> User | None:
        return bearer(token)
