"""The platform's own settings, less what only slows a test down."""

from nhipcau.project.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Tests sign people in by force; who needs a second factor is proved in agencies/tests/people.
SECOND_FACTOR_ROLES = frozenset()
