"""What this room adds to the ledger's manifest."""

from nhipcau.registry.manifest import AuditVerb, NavItem, Permission, SearchIndex

from .copies import COPIES as COPIES

NAV: tuple[NavItem, ...] = ()
PERMISSIONS: tuple[Permission, ...] = ()
PUBLIC_PAGES: tuple[str, ...] = ()
AUDIT_VERBS: tuple[AuditVerb, ...] = ()
SEARCH: tuple[SearchIndex, ...] = ()
