"""The review file: a small text in which a person says which obligations are confirmed."""

import hashlib
import tomllib
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency
from nhipcau.base.audit import Actor
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes.actions import name_party, retitle
from nhipcau.ledger.programmes.models import Programme

from . import actions
from .models import NameMeaning, Obligation, Part


class BadReview(Exception):
    """A review file that cannot be followed; the message is the sentence for the person."""


@dataclass(frozen=True, slots=True)
class ReviewedParty:
    """A name under which an agency signed, by the codes of the agency and of its focal point."""

    name: str
    agency: str
    focal_point: str = ""


@dataclass(frozen=True, slots=True)
class ReviewedObligation:
    """What a person read in one place of the text."""

    at: str
    parts: tuple[tuple[Part.Role, str], ...]
    both: bool = False
    functions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewedName:
    """Whom a name of the text means: an agency by its code, else the kind of meaning."""

    name: str
    meaning: NameMeaning.Meaning
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """Who reviewed which text, when, and what they stand by."""

    programme: str
    text_sha256: str
    reviewed_by: str
    reviewed_on: date
    complete: bool
    public: bool
    title: str
    parties: tuple[ReviewedParty, ...]
    names: tuple[ReviewedName, ...]
    obligations: tuple[ReviewedObligation, ...]


def read(path: Path) -> Review:
    """Read a review file (TOML). Raises BadReview with the line or the field at fault."""
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
        return Review(
            programme=written["programme"],
            text_sha256=written["text_sha256"],
            reviewed_by=written["reviewed_by"],
            reviewed_on=written["reviewed_on"],
            complete=written.get("complete", False),
            public=written.get("public", False),
            title=written.get("title", ""),
            parties=tuple(ReviewedParty(**party) for party in written.get("party", ())),
            names=tuple(_name(**name) for name in written.get("name", ())),
            obligations=tuple(_obligation(each) for each in written.get("obligation", ())),
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, ValueError) as fault:
        raise BadReview(
            _("Bản rà soát %(name)s chưa dùng được: %(fault)s. Đề nghị sửa tệp và chạy lại.")
            % {"name": path.name, "fault": fault}
        ) from fault


def _name(name: str, means: str = "", agency: str = "") -> ReviewedName:
    meaning = NameMeaning.Meaning.AGENCY if agency else NameMeaning.Meaning(means)
    return ReviewedName(name, meaning, agency)


def _obligation(written: dict[str, Any]) -> ReviewedObligation:
    roles = [key for key in written if key not in {"at", "both", "functions"}]
    return ReviewedObligation(
        at=written["at"],
        parts=tuple((Part.Role(role), name) for role in roles for name in written[role]),
        both=written.get("both", False),
        functions=tuple(written.get("functions", ())),
    )


@transaction.atomic
def follow(review: Review, *, programme: Programme, text: str, by: Actor | None) -> int:
    """Name the parties and confirm what the person confirmed; returns how many obligations.

    A place where person and reader differ is corrected first, by the person. A complete review
    rejects what it does not name, and the programme is published. Raises BadReview when the
    review speaks of another text or of a place that the text has not.
    """
    if hashlib.sha256(text.encode()).hexdigest() != review.text_sha256:
        raise BadReview(
            _(
                "Bản rà soát chưa dùng được: văn bản đã thay đổi so với bản được rà soát. "
                "Đề nghị rà soát lại."
            )
        )
    if review.title:
        retitle(programme=programme, title=review.title, by=by)
    _name_parties(review, programme, by)
    _say_names(review, programme, by)
    waiting: dict[str, list[Obligation]] = defaultdict(list)
    for obligation in Obligation.objects.of(programme).open():
        waiting[obligation.provision.address].append(obligation)
    for reviewed in review.obligations:
        found = waiting[reviewed.at]
        obligation = found.pop(0) if found else _unread(reviewed, programme, by)
        _confirm(reviewed, obligation, review, by)
    if review.complete:
        _finish(review, programme, [each for found in waiting.values() for each in found], by)
    return len(review.obligations)


def _finish(
    review: Review, programme: Programme, unnamed: list[Obligation], by: Actor | None
) -> None:
    for obligation in unnamed:
        actions.reject(
            obligation=obligation, version=obligation.version, by=by, note=_signature(review)
        )
    programme.refresh_from_db()
    try:
        actions.publish(programme=programme, version=programme.version, by=by)
    except Refused as refusal:
        raise BadReview(str(refusal)) from refusal
    if review.public:
        programme.refresh_from_db()
        actions.make_public(
            programme=programme, version=programme.version, by=by, note=review.reviewed_by
        )


def _unread(reviewed: ReviewedObligation, programme: Programme, by: Actor | None) -> Obligation:
    """An obligation that only the person saw."""
    provision = programme.provisions.filter(address=reviewed.at).first()
    if provision is None:
        raise BadReview(
            _("Bản rà soát chưa dùng được: văn bản không có điều khoản %(place)s.")
            % {"place": reviewed.at}
        )
    return actions.add(provision=provision, by=by)


def _confirm(
    reviewed: ReviewedObligation, obligation: Obligation, review: Review, by: Actor | None
) -> None:
    change = replace(
        actions.Change.of(obligation),
        parts=reviewed.parts,
        implied_both=reviewed.both,
        functions=reviewed.functions,
    )
    if change != actions.Change.of(obligation):
        obligation = actions.change(
            obligation=obligation, version=obligation.version, to=change, by=by
        )
    actions.confirm(
        obligation=obligation, version=obligation.version, by=by, note=_signature(review)
    )


def _signature(review: Review) -> str:
    return f"{review.reviewed_by}, {review.reviewed_on:%d/%m/%Y}"


def _say_names(review: Review, programme: Programme, by: Actor | None) -> None:
    agencies = {agency.code: agency for agency in Agency.objects.all()}
    for said in review.names:
        if said.agency and said.agency not in agencies:
            raise BadReview(
                _("Bản rà soát chưa dùng được: không có bên ký kết hoặc cơ quan “%(name)s”.")
                % {"name": said.agency}
            )
        actions.say_meaning(
            programme=programme,
            name=said.name,
            meaning=said.meaning,
            agency=agencies.get(said.agency),
            by=by,
        )


def _name_parties(review: Review, programme: Programme, by: Actor | None) -> None:
    agencies = {agency.code: agency for agency in Agency.objects.all()}
    parties = {party.name_as_signed: party for party in programme.parties.all()}
    for reviewed in review.parties:
        if reviewed.name not in parties or reviewed.agency not in agencies:
            raise BadReview(
                _("Bản rà soát chưa dùng được: không có bên ký kết hoặc cơ quan “%(name)s”.")
                % {"name": reviewed.name}
            )
        name_party(
            party=parties[reviewed.name],
            agency=agencies[reviewed.agency],
            focal_point=agencies.get(reviewed.focal_point),
            by=by,
        )
