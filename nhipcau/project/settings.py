"""Settings: one file, read from the environment, the same for a laptop and a ministry."""

import os
import secrets
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import dj_database_url
import django_stubs_ext
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

django_stubs_ext.monkeypatch()

PACKAGE = Path(__file__).resolve().parent.parent
BUILT = Path(sys.prefix) / "share" / "nhipcau"  # fonts and catalogues, made by `make setup`
HOME = Path(os.environ.get("NHIPCAU_HOME") or PACKAGE.parent / "var")


def _flag(name: str, default: bool) -> bool:
    written = os.environ.get(name, "").strip().lower()
    if written not in {"", "0", "1"}:
        raise ImproperlyConfigured(f"{name} là 0 hoặc 1, không phải {written!r}.")
    return default if written == "" else written == "1"


def _secret_key() -> str:
    """From the file that the command line keeps; without one, a key that ends with the process."""
    named = os.environ.get("NHIPCAU_SECRET_KEY_FILE")
    return Path(named).read_text().strip() if named else secrets.token_urlsafe(50)


def _single_sign_on() -> dict[str, Any]:
    """An agency's own sign-in service (OpenID Connect); no variable, no button."""
    names = ("NAME", "CLIENT_ID", "SECRET", "SERVER_URL")
    written = {name: os.environ.get(f"NHIPCAU_OIDC_{name}", "").strip() for name in names}
    if not any(written.values()):
        return {}
    if absent := [f"NHIPCAU_OIDC_{name}" for name in names if not written[name]]:
        raise ImproperlyConfigured(f"Đăng nhập một lần còn thiếu: {', '.join(absent)}.")
    service = {
        "provider_id": "co-quan",
        "name": written["NAME"],
        "client_id": written["CLIENT_ID"],
        "secret": written["SECRET"],
        "settings": {"server_url": written["SERVER_URL"], "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [service]}}


def _origins(providers: dict[str, Any]) -> list[str]:
    """Where the sign-in service is, as a Content-Security-Policy names it."""
    apps = [app for provider in providers.values() for app in provider["APPS"]]
    parts = (urlsplit(app["settings"]["server_url"]) for app in apps)
    return [f"{each.scheme}://{each.netloc}" for each in parts]


def _mail() -> dict[str, Any]:
    """How mail goes out: NHIPCAU_SMTP=smtps://user:password@host:465, or smtp:// with STARTTLS.

    Without it mail is kept as files below the data folder, and pages do not promise any.
    """
    written = os.environ.get("NHIPCAU_SMTP", "").strip()
    if not written:
        backend = "django.core.mail.backends.filebased.EmailBackend"
        return {"EMAIL_BACKEND": backend, "EMAIL_FILE_PATH": HOME / "mail"}
    parts = urlsplit(written)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ImproperlyConfigured("NHIPCAU_SMTP có dạng smtp://tên:mật-khẩu@máy:587.")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp",
        "EMAIL_TIMEOUT": 20,
    }


# The modules of this installation. Adding one: its folder and one line here.
MODULES = [
    "nhipcau.modules.correspondence",
    "nhipcau.ledger",
    "nhipcau.agencies",
    "nhipcau.shell",
    "nhipcau.modules.inspections",
    "nhipcau.modules.commendations",
]

SECRET_KEY = _secret_key()
DEBUG = False
HTTPS = _flag("NHIPCAU_HTTPS", default=False)
ALLOWED_HOSTS = os.environ.get("NHIPCAU_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if HTTPS and host != "*"]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "nhipcau.base",
    "nhipcau.registry",
    "nhipcau.ledger.programmes",
    "nhipcau.ledger.obligations",
    "nhipcau.ledger.papers",
    "nhipcau.ledger.work",
    "nhipcau.ledger.coverage",
    "nhipcau.ledger.evidence",
    "nhipcau.ledger.reports",
    "nhipcau.project",
    *MODULES,
    # Below ours: the first template of a name counts, and the sign-in pages are our own.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_htmx",
    "csp",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "nhipcau.shell.limits.Limits",
    "nhipcau.base.while_reading.WhileReading",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "nhipcau.agencies.acting.ActingFor",
    "nhipcau.agencies.second_factor.SecondFactor",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "nhipcau.project.urls"
WSGI_APPLICATION = "nhipcau.project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "nhipcau.shell.context.surroundings",
            ],
            "builtins": ["nhipcau.shell.templatetags.ui"],
        },
    }
]

# PostgreSQL and only PostgreSQL. The command line starts the embedded one and names it here.
DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or "postgresql:///nhipcau",
        conn_max_age=600,
        conn_health_checks=True,
    )
}
# Every page asks the same questions: after five times PostgreSQL keeps the plan of a statement,
# for as long as the connection lives.
DATABASES["default"]["OPTIONS"] = {
    "server_side_binding": True,
    "prepare_threshold": 5,
    **DATABASES["default"].get("OPTIONS", {}),  # what the address says of itself
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        # Shared by all processes, so that limits on sign-in hold for all of them.
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
    }
}

AUTH_USER_MODEL = "agencies.User"
AUTHENTICATION_BACKENDS = ["nhipcau.agencies.signed_in.WithRoles"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "nhipcau.agencies.sign_in.ClosedSignUp"
ACCOUNT_FORMS = {
    "login": "nhipcau.agencies.sign_in_forms.LoginForm",
    "change_password": "nhipcau.agencies.sign_in_forms.ChangePasswordForm",
    "set_password": "nhipcau.agencies.sign_in_forms.SetPasswordForm",
    "reset_password": "nhipcau.agencies.sign_in_forms.ResetPasswordForm",
    "reset_password_from_key": "nhipcau.agencies.sign_in_forms.ResetPasswordKeyForm",
    "reauthenticate": "nhipcau.agencies.sign_in_forms.ReauthenticateForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True  # who changed a password or a second factor is told
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # no mail to strangers
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Nhịp Cầu] "
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "first-page"
ACCOUNT_LOGOUT_REDIRECT_URL = "first-page"
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600

# Limits on guessing, counted in the cache of all processes; behind one proxy of ours under HTTPS.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if HTTPS else 0
ACCOUNT_RATE_LIMITS = {
    # A whole agency may come from one address; one account is guessed at five times in five minutes.
    "login": "120/m/ip",
    "login_failed": "60/m/ip,5/300s/key",
    "reset_password": "20/m/ip,3/m/key",
    "reset_password_from_key": "20/m/ip",
}

# A second factor: an app's code, a passkey, or a recovery code. Some roles open only with one.
MFA_ADAPTER = "nhipcau.agencies.sign_in.SecondFactors"
MFA_FORMS = {
    "authenticate": "nhipcau.agencies.sign_in_forms.CodeForm",
    "reauthenticate": "nhipcau.agencies.sign_in_forms.CodeAgainForm",
    "activate_totp": "nhipcau.agencies.sign_in_forms.ActivateTOTPForm",
    "add_webauthn": "nhipcau.agencies.sign_in_forms.AddKeyForm",
    "edit_webauthn": "nhipcau.agencies.sign_in_forms.EditKeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Nhịp Cầu"
MFA_TOTP_TOLERANCE = 1  # clocks of telephones
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS  # http://localhost, to try it
MFA_ALLOW_UNVERIFIED_EMAIL = True  # addresses are the administrators' care
SECOND_FACTOR_ROLES = frozenset(
    role.strip()
    for role in os.environ.get("NHIPCAU_SECOND_FACTOR_ROLES", "administrator").split(",")
    if role.strip()
)

SOCIALACCOUNT_ADAPTER = "nhipcau.agencies.sign_in.KnownPeopleOnly"
SOCIALACCOUNT_PROVIDERS = _single_sign_on()
SOCIALACCOUNT_STORE_TOKENS = False

MAIL = _mail()
MAIL_GOES_OUT = "EMAIL_HOST" in MAIL
globals().update(MAIL)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("NHIPCAU_MAIL_FROM", "nhip-cau@localhost")

# A folder of PEM files: the roots that are trusted when a signed PDF is recorded (base.signed_files).
# Without it signatures are read, and pages say that no root has been set up.
SIGNATURE_ROOTS = (
    Path(folder) if (folder := os.environ.get("NHIPCAU_SIGNATURE_ROOTS", "").strip()) else None
)

# The key and the certificates (PEM, the key's own first) that sign messages of edXML going out
# (modules.correspondence). Without both they go out unsigned, and the page says so.
EDXML_KEY_FILE = os.environ.get("NHIPCAU_EDXML_KEY_FILE", "").strip()
EDXML_CERTIFICATE_FILE = os.environ.get("NHIPCAU_EDXML_CERTIFICATE_FILE", "").strip()

# The audit page shows this many months back; the events themselves stay in their chain.
AUDIT_MONTHS = int(os.environ.get("NHIPCAU_AUDIT_MONTHS", "36"))

# Vietnamese at the root, English below /en/: the language is in the address, never in a cookie.
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [BUILT / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [BUILT / "static"] if (BUILT / "static").is_dir() else []
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": HOME / "files"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        # A browser holds the way on from a form against this too: to the sign-in service.
        "form-action": [SELF, *_origins(SOCIALACCOUNT_PROVIDERS)],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_NAME = "phien"
CSRF_COOKIE_NAME = "chong-gia-mao"
SESSION_ENGINE = "django.contrib.sessions.backends.db"
X_FRAME_OPTIONS = "DENY"

# No unbounded reads: a form is small, a file is checked at the gate.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
FORM_RENDERER = "nhipcau.shell.rendering.FormRenderer"
SILENCED_SYSTEM_CHECKS: list[str] = []

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
