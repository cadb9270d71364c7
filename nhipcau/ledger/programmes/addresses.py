"""The address of a place from its marker and what it stands below, by the reader's rules."""

import re
from collections.abc import Collection

from django.utils.translation import gettext as _

from nhipcau.reader.markers import KINDS, Marker, find_marker

from .models import Provision


class NoMarker(Exception):
    """Words that open no provision; the message is the sentence for the person."""


def marker_of(written: str) -> Marker:
    """The marker that a person wrote («đ)», «5.», «Điều 6.»). Raises NoMarker with a sentence."""
    marker = find_marker(f"{written.strip()} Chữ")
    if marker is None or marker.length < len(written.strip()):
        raise NoMarker(
            _(
                "Ký hiệu “%(marker)s” chưa đọc được. Đề nghị ghi như trong văn bản, "
                "ví dụ: IV. hoặc 3. hoặc đ) hoặc -."
            )
            % {"marker": written}
        )
    return marker


def kind_of(marker: Marker) -> str:
    """The level that the marker opens, by the decree's words."""
    return KINDS.get(marker.style, marker.style)


def address_below(parent: Provision | None, marker: Marker, taken: Collection[str]) -> str:
    """The place's address: its label below the parent's; chapters are left out, bullets counted."""
    while parent is not None and parent.kind == "chapter":
        parent = parent.parent
    above = f"{parent.address}." if parent is not None else ""
    if marker.style != "bullet":
        return f"{above}{marker.label}"
    bullets = re.compile(rf"{re.escape(above)}-(\d+)")
    turns = (int(found[1]) for each in taken if (found := bullets.fullmatch(each)))
    return f"{above}-{1 + max(turns, default=0)}"
