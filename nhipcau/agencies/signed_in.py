"""Who sent a request: the person of a session, with the roles of today."""

from allauth.account.auth_backends import AuthenticationBackend

from nhipcau.base import clock

from .models import Membership, User


class WithRoles(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    """Signs in as allauth does; brings the person and their roles in one question."""

    def get_user(self, user_id: int) -> User | None:
        """The person, where the account is open."""
        of_person = Membership.objects.filter(user=user_id).current(on=clock.today())
        roles = list(of_person.select_related("user", "agency"))
        if not roles:
            return super().get_user(user_id)  # type: ignore[no-any-return]
        user = roles[0].user
        for role in roles:
            role.user = user
        user.roles_today = roles
        return user if self.user_can_authenticate(user) else None
