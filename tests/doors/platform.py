"""Doors of the platform and of the programmes: sign-in, people, agencies, texts, the API."""

from typing import Any

from nhipcau.agencies.roles import Role
from nhipcau.base.models import Destruction

from .kinds import (
    CONFIRMED,
    NOTHING_THERE,
    OWN,
    PUBLIC,
    SIGN_IN,
    STEP,
    Door,
    opens,
    writes,
)

DOORS = {
    "first-page": PUBLIC,
    "api-page": PUBLIC,
    # Signing in
    "account_login": SIGN_IN,
    "account_logout": Door(302, 200),  # nobody to sign out: to the first page
    "account_inactive": PUBLIC,
    "account_reset_password": PUBLIC,
    "account_reset_password_done": PUBLIC,
    "account_reset_password_from_key": PUBLIC,  # the page says that this key opens nothing
    "account_reset_password_from_key_done": PUBLIC,
    "mfa_authenticate": STEP,
    "mfa_login_webauthn": STEP,
    "openid_connect_login": NOTHING_THERE,
    "openid_connect_callback": NOTHING_THERE,
    "socialaccount_login_cancelled": PUBLIC,
    # One's own account
    "own-account": OWN,
    "own-agency": OWN,
    "own-keys": OWN,
    "take-key-back": writes(),
    "account_reauthenticate": OWN,
    "account_change_password": OWN,
    "account_set_password": STEP,  # for those without one; others are led to change theirs
    "usersessions_list": OWN,
    "mfa_index": OWN,
    "mfa_reauthenticate": CONFIRMED,
    "mfa_activate_totp": CONFIRMED,
    # Nothing to turn off, no codes to see, before there is a second factor.
    "mfa_deactivate_totp": Door(302, 404),
    "mfa_view_recovery_codes": Door(302, 404),
    "mfa_generate_recovery_codes": CONFIRMED,
    "mfa_download_recovery_codes": Door(302, 404),
    "mfa_list_webauthn": OWN,
    "mfa_add_webauthn": CONFIRMED,
    "mfa_reauthenticate_webauthn": CONFIRMED,
    "mfa_remove_webauthn": CONFIRMED,
    "mfa_edit_webauthn": CONFIRMED,
    # People, roles, signatures; the audit
    "people:agencies": opens("agencies.people"),
    "people:people": opens("agencies.people"),
    "people:person": opens("agencies.people"),
    "people:open-account": opens("agencies.people"),
    "people:appoint": opens("agencies.people"),
    "people:end-role": opens("agencies.people"),
    "people:grant-signing": opens("agencies.people"),
    "people:end-signing": opens("agencies.people"),
    "people:give-link": writes("agencies.people"),
    "people:clear-factors": writes("agencies.people"),
    "people:audit": opens("agencies.audit"),
    # Agencies
    "agencies:list": PUBLIC,
    "agencies:agency": PUBLIC,
    "agencies:places": PUBLIC,
    "agencies:place": NOTHING_THERE,
    "agencies:reorganise": opens("agencies.reorganise"),
    "agencies:reorganise-as": opens("agencies.reorganise"),
    "agencies:withdraw-succession": writes("agencies.reorganise"),
    # The ledger
    "ledger:programmes": PUBLIC,
    "ledger:programme": PUBLIC,
    "ledger:provision": PUBLIC,
    "ledger:consolidated": PUBLIC,
    "ledger:amendments": PUBLIC,
    # A draft: that there is one is not told.
    "ledger:amendment": Door(404, 200, "ledger.enter", refused=404),
    "ledger:instruments": PUBLIC,
    "ledger:instrument": PUBLIC,
    "ledger:ended": PUBLIC,
    "ledger:obligations": opens("ledger.read_internal"),
    "ledger:voices": opens("ledger.read_internal"),
    "ledger:name-actor": opens("ledger.enter"),
    "ledger:withdraw-actor": writes("ledger.enter"),
    "ledger:sheet": opens("ledger.read_internal"),
    "ledger:sheet-back": opens("ledger.enter"),
    "ledger:upload": opens("ledger.enter"),
    "ledger:transcripts": opens("ledger.enter"),
    "ledger:transcript-new": opens("ledger.enter"),
    "ledger:transcript": opens("ledger.enter"),
    "ledger:transcript-head": opens("ledger.enter"),
    "ledger:transcript-add-party": writes("ledger.enter"),
    "ledger:transcript-drop-party": writes("ledger.enter"),
    "ledger:transcript-discard": writes("ledger.enter"),
    "ledger:transcript-take-in": writes("ledger.enter"),
    "ledger:line-new": opens("ledger.enter"),
    "ledger:line": Door(302, 404, "ledger.enter"),  # nothing is typed in yet
    "ledger:line-drop": writes("ledger.enter"),
    "ledger:instrument-new": opens("ledger.enter"),
    "ledger:instrument-event": opens("ledger.enter"),
    "ledger:standing": opens("ledger.enter"),
    "ledger:amendment-new": opens("ledger.enter"),
    "ledger:change-place": opens("ledger.enter"),
    "ledger:change-words": opens("ledger.enter"),
    "ledger:review": opens("ledger.enter"),
    "ledger:review-one": opens("ledger.enter"),
    "ledger:review-add": writes("ledger.enter"),
    "ledger:say-names": writes("ledger.enter"),
    "ledger:say-party": writes("ledger.enter"),
    "ledger:publish": writes("ledger.enter"),
    "ledger:change-drop": writes("ledger.enter"),
    "ledger:amendment-record": writes("ledger.enter"),
    "ledger:amendment-agree": writes("ledger.enter"),
    "ledger:amendment-send-back": writes("ledger.enter"),
    "ledger:confirm": writes("ledger.confirm"),
    "ledger:withdraw": writes("ledger.confirm"),
    "ledger:make-public": writes("ledger.make_public"),
    # The platform
    "shell:search": PUBLIC,
    "shell:jobs": opens("shell.jobs"),
    "shell:start-verification": writes("shell.jobs"),
    "shell:destructions": opens("shell.redact"),
    "shell:propose-destruction": opens("shell.redact"),
    "shell:destruction": opens("shell.redact"),
    "shell:confirm-destruction": writes("shell.redact"),
    "shell:drop-destruction": writes("shell.redact"),
    "shell:style-sheet": PUBLIC,
    # The API answers without a key what is public
    "api-1:openapi-json": PUBLIC,
    "api-1:api-root": PUBLIC,
    "api-1:programmes": PUBLIC,
    "api-1:programme": PUBLIC,
    "api-1:provisions": PUBLIC,
    "api-1:legal_bases": PUBLIC,
    "api-1:obligations": PUBLIC,
    "api-1:instruments": PUBLIC,
    "api-1:agencies": PUBLIC,
    "api-1:agency": PUBLIC,
    "api-1:answering": PUBLIC,
    "api-1:lineage": PUBLIC,
    "api-1:provinces": PUBLIC,
    "api-1:place": NOTHING_THERE,
}

# Who has each permission, said a second time on purpose: a right that moves is seen to move.
EVERY_ROLE = set(Role.values)
HOLDERS = {
    "agencies.people": {"administrator"},
    "agencies.audit": {"administrator", "auditor"},
    "agencies.reorganise": {"administrator"},
    "shell.jobs": {"administrator", "auditor"},
    "shell.redact": {"administrator", "auditor"},
    "ledger.read_internal": EVERY_ROLE,
    "ledger.enter": {"focal_point"},
    "ledger.confirm": {"focal_point"},
    "ledger.make_public": {"leader", "spokesperson"},
}


def objects(world: Any) -> dict[str, dict[str, object]]:
    """What stands in the addresses of the platform itself."""
    kind, uuid = "programmes.programme", world.programme.uuid
    held = Destruction.objects.create(
        kind=kind, object=uuid, ground="court", reason="(ví dụ)", proposed_by=world.person.uuid
    )
    of_one = ("shell:destruction", "shell:confirm-destruction", "shell:drop-destruction")
    return {
        "shell:propose-destruction": {"kind": kind, "uuid": uuid},
        **{name: {"uuid": held.uuid} for name in of_one},
    }
