"""What people find of papers: those that were issued, by number, subject and words."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from nhipcau.ledger.programmes.search import name
from nhipcau.registry.manifest import SearchIndex, SearchText

from .composing import text_of
from .freezing import thaw
from .models import Paper, PaperEdition

# Tables of many pages are not kept whole: what a paper is about stands in its first ones.
MOST = 20_000


def _papers() -> QuerySet[Paper]:
    return Paper.objects.select_related("programme", "outline")


def _paper(paper: Paper) -> SearchText | None:
    """Nothing of what is still on its way: only its own sides may read it."""
    if not paper.is_out:
        return None
    edition = paper.editions.select_related("words").filter(edition=paper.edition).first()
    text = edition.words.text if edition else None
    return SearchText(
        address=paper.get_absolute_url(),
        title=paper.title,
        body="\n".join(text_of(thaw(text)))[:MOST] if text else "",
        place=paper.number,
        within=name(paper.programme),
        names=(paper.number,),
        audience="ledger.read_internal",
        dated_on=paper.issued_on,
        sources=(edition.uuid,) if edition else (),
    )


SEARCH = (
    SearchIndex(
        "paper",
        _("Văn bản của chương trình"),
        _papers,
        _paper,
        follows={PaperEdition: lambda edition: Paper.objects.filter(pk=edition.paper_id)},
    ),
)
