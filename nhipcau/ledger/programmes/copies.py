"""Where the words of signed texts, provisions, amendments and instruments also live."""

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from nhipcau.base.copies import (
    DESTROYED,
    Copy,
    fields,
    files,
    removed,
    renewed,
    told_of,
    words,
)
from nhipcau.registry.manifest import Copies

from .models import (
    Amendment,
    AmendmentConsent,
    Change,
    Citation,
    Instrument,
    LegalBasis,
    PartyActor,
    Programme,
    Provision,
    SignedText,
    Standing,
    Transcript,
    TranscriptLine,
    TranscriptParty,
)

OFFSETS = ("text", "paragraphs")


def of_programme(programme: Programme) -> Iterator[Copy]:
    """Its text and everything that was read from it or typed for it, with its amendments."""
    yield from of_text(programme)
    for amendment in programme.amendments.all():
        yield from of_amendment(amendment)


def of_text(programme: Programme) -> Iterator[Copy]:
    """The text as signed, with head, parties, bases and provisions; amendments stay."""
    yield from _original(programme)
    yield fields(
        _("Tên, số, nơi ký, nguồn và địa chỉ trang của chương trình"), [programme],
        ("title", "place", "slug"), number="", source=DESTROYED,
    )  # fmt: skip
    yield fields(_("Tên các bên ký kết"), programme.parties.all(), ("name_as_signed",))
    bases = LegalBasis.objects.filter(programme=programme)
    yield fields(_("Căn cứ"), bases, ("text",), instrument=None)
    yield from of_provisions(programme.provisions.signed())
    standings = Standing.objects.filter(programme=programme)
    yield fields(_("Ghi chú về tình trạng thực hiện"), standings, ("ground",))
    actors = PartyActor.objects.filter(party__programme=programme)
    yield fields(_("Văn bản giao cơ quan thay mặt"), actors, ("document", "withdrawn_because"))
    transcripts = Transcript.objects.filter(programme=programme)
    yield from _typed(transcripts, TranscriptLine.objects.filter(transcript__in=transcripts))


def of_provision(provision: Provision) -> Iterator[Copy]:
    """Its own words; with them the whole original, which is one piece and holds them."""
    yield from of_provisions(Provision.objects.filter(pk=provision.pk))
    programme = provision.programme
    if provision.amendment is None:
        yield from _original(programme)
        typed = TranscriptLine.objects.filter(
            transcript__programme=programme, order=provision.order
        )
        yield fields(_("Dòng nhập tay"), typed, (), paragraphs=[DESTROYED])
    else:
        yield from _agreed(provision.amendment)
        own = provision.amendment.changes.filter(provision=provision)
        yield fields(_("Lời văn sửa đổi, bổ sung"), own, OFFSETS)
    yield renewed(programme)


def of_provisions(provisions: "QuerySet[Provision]") -> Iterator[Copy]:
    """The words of places, and the citations that are places in them."""
    yield fields(_("Lời văn điều khoản"), provisions, OFFSETS)
    yield removed(_("Viện dẫn"), Citation.objects.filter(provision__in=provisions))


def of_amendment(amendment: Amendment) -> Iterator[Copy]:
    """The document, its file, each change, what it inserted, and what the sides agreed to."""
    yield fields(_("Trích yếu của văn bản sửa đổi"), [amendment], ("title", "file_name"))
    yield from _agreed(amendment)
    changes = amendment.changes.exclude(text="")
    yield fields(_("Lời văn sửa đổi, bổ sung"), changes, OFFSETS)
    yield from of_provisions(Provision.objects.filter(amendment=amendment))
    yield renewed(amendment.programme)


def of_consent(consent: AmendmentConsent) -> Iterator[Copy]:
    """Of one sent back, the reason stands in the audit; one given repeats the whole document."""
    if consent.given:
        yield from of_amendment(consent.amendment)
    yield told_of(consent.amendment)


def of_instrument(instrument: Instrument) -> Iterator[Copy]:
    """What is said of it; numbers in the texts that cite it are the words of those texts."""
    yield fields(
        _("Số, trích yếu, nguồn và địa chỉ trang của văn bản"), [instrument],
        ("number", "title", "source", "doubt", "slug"),
    )  # fmt: skip
    yield fields(_("Diễn biến hiệu lực"), instrument.events.all(), ("source", "doubt"))


def of_transcript(transcript: Transcript) -> Iterator[Copy]:
    """What was typed; where it has become a programme, that one is proposed by itself."""
    yield from _typed([transcript], transcript.lines.all())


def of_change(change: Change) -> Iterable[Copy]:
    """One change is agreed to with its whole document."""
    return of_amendment(change.amendment)


def _original(programme: Programme) -> Iterator[Copy]:
    texts = list(programme.signed_texts.all())
    yield words(_("Toàn văn của văn bản gốc"), texts)
    yield files(_("Tệp bản gốc"), texts)


def _agreed(amendment: Amendment) -> Iterator[Copy]:
    given = amendment.consents.all()
    yield words(_("Nội dung các bên đã thống nhất, lý do trả lại"), given)
    yield files(_("Tệp văn bản sửa đổi"), [amendment])


def _typed(transcripts: Iterable[Transcript], lines: "QuerySet[TranscriptLine]") -> Iterator[Copy]:
    held = list(transcripts)
    yield fields(
        _("Phần đầu của bản nhập tay"), held, ("title", "place", "bases", "slug"),
        number="", source=DESTROYED,
    )  # fmt: skip
    parties = TranscriptParty.objects.filter(transcript__in=held)
    yield fields(_("Tên các bên trong bản nhập tay"), parties, ("name_as_signed",))
    yield fields(_("Dòng nhập tay"), lines, (), paragraphs=[DESTROYED])


COPIES = (
    Copies(Programme, _("Chương trình"), of_programme),
    Copies(SignedText, _("Văn bản gốc"), lambda text: of_text(text.programme)),
    Copies(Provision, _("Điều khoản"), of_provision),
    Copies(Amendment, _("Văn bản sửa đổi, bổ sung"), of_amendment),
    Copies(AmendmentConsent, _("Ý kiến về văn bản sửa đổi"), of_consent),
    Copies(Instrument, _("Văn bản"), of_instrument),
    Copies(Transcript, _("Bản nhập tay"), of_transcript),
)
