"""What people find of the signed text: programmes, provisions, instruments."""

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nhipcau.language.case import sentence_case
from nhipcau.registry.manifest import SearchIndex, SearchText
from nhipcau.shell.search.abbreviations import defined_in

from .models import Instrument, Programme, Provision

# Who may find a programme and what is in it, from the widest circle to the narrowest.
AUDIENCES = ("", "ledger.read_internal", "ledger.enter")


def audience(programme: Programme) -> str:
    """Drafts for those who enter them, internal ones by role, public ones for everybody."""
    if programme.is_draft:
        return AUDIENCES[2]
    return AUDIENCES[0] if programme.is_public else AUDIENCES[1]


def name(programme: Programme) -> str:
    """Its number, or its title where the number is not known."""
    return programme.number or programme.title


def _programmes() -> QuerySet[Programme]:
    return Programme.objects.prefetch_related("parties", "signed_texts__words")


def _programme(programme: Programme) -> SearchText:
    parties = [party.name_as_signed for party in programme.parties.all()]
    words = [signed.words.text or "" for signed in programme.signed_texts.all()]
    return SearchText(
        address=programme.get_absolute_url(),
        title=sentence_case(programme.title, parties),
        body=f"{programme.kind}. {', '.join(parties)}.",
        place=programme.number,
        audience=audience(programme),
        dated_on=programme.signed_on,
        abbreviations=tuple(dict.fromkeys(pair for text in words for pair in defined_in(text))),
        sources=tuple(signed.uuid for signed in programme.signed_texts.all()),
    )


def _provisions() -> QuerySet[Provision]:
    return Provision.objects.select_related("programme").prefetch_related(
        "programme__signed_texts", "programme__parties"
    )


def _provision(provision: Provision) -> SearchText:
    programme = provision.programme
    title, *rest = provision.all_paragraphs
    return SearchText(
        address=_address(provision),
        title=_heading(title, programme) if provision.is_heading else "",
        body="\n".join(rest if provision.is_heading else [title, *rest]),
        place=provision.address,
        within=name(programme),
        audience=audience(programme),
        dated_on=programme.signed_on,
        turn=provision.order,
        sources=tuple(signed.uuid for signed in programme.signed_texts.all()),
    )


def _address(provision: Provision) -> str:
    """In the signed text; what an amendment inserted has a page of its own only."""
    programme = provision.programme
    if provision.amendment_id is not None:
        return reverse("ledger:provision", args=[programme.slug, provision.address])
    return f"{programme.get_absolute_url()}#{provision.address}"


def _heading(text: str, programme: Programme) -> str:
    """A heading set in capitals, as a sentence is written."""
    return sentence_case(text, [party.name_as_signed for party in programme.parties.all()])


def _instruments() -> QuerySet[Instrument]:
    return Instrument.objects.prefetch_related(
        "bases__programme__signed_texts", "citations__provision__programme__signed_texts"
    )


def _instrument(instrument: Instrument) -> SearchText | None:
    """Held with a source it is for everybody; else for the widest circle of programmes that name
    it. Nothing of the programmes outside that circle is told."""
    naming = {each.programme for each in instrument.bases.all()}
    naming |= {each.provision.programme for each in instrument.citations.all()}
    circles = [audience(each) for each in naming] + [AUDIENCES[0]] * bool(instrument.source)
    if not circles:
        return None
    circle = min(circles, key=AUDIENCES.index)
    told = [each for each in naming if audience(each) == circle]
    texts = [each.text for each in instrument.bases.all() if each.programme in told]
    return SearchText(
        address=instrument.get_absolute_url(),
        title=f"{instrument.kind} {instrument.number}",
        body=" ".join(dict.fromkeys(filter(None, [instrument.title, *texts]))),
        within=instrument.issuer,
        names=(instrument.number, instrument.issuer),
        audience=circle,
        dated_on=instrument.issued_on,
        sources=tuple(signed.uuid for each in told for signed in each.signed_texts.all()),
    )


def _named_by(programme: Programme) -> QuerySet[Instrument]:
    named = Q(bases__programme=programme) | Q(citations__provision__programme=programme)
    return Instrument.objects.filter(named).distinct()


SEARCH = (
    SearchIndex("programme", _("Chương trình"), _programmes, _programme, abbreviates=True),
    SearchIndex(
        "provision",
        _("Điều khoản"),
        _provisions,
        _provision,
        follows={Programme: lambda programme: programme.provisions.all()},
    ),
    SearchIndex(
        "instrument", _("Văn bản"), _instruments, _instrument, follows={Programme: _named_by}
    ),
)
