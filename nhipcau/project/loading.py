"""Loading what the project keeps as data: agencies first, then programmes with their reviews."""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction

from nhipcau import reader
from nhipcau.agencies import loading as agencies
from nhipcau.base.audit import Actor
from nhipcau.ledger.evidence import periods
from nhipcau.ledger.obligations import actions as obligations
from nhipcau.ledger.obligations import review
from nhipcau.ledger.obligations.actions.transcripts import take_in_typed
from nhipcau.ledger.papers import loading as outlines
from nhipcau.ledger.programmes import actions as programmes
from nhipcau.ledger.programmes import instruments, typing_in
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.reports import regimes
from nhipcau.ledger.work import visibility
from nhipcau.modules.commendations import loading as awards
from nhipcau.shell.search import general as abbreviations

from .settings import PACKAGE

DATA = PACKAGE.parent / "data"
Say = Callable[[str], None]


def load(*, by: Actor | None = None, say: Say = print) -> None:
    """Load the project's own data; what is held already is left as it is."""
    added = agencies.load_all(DATA, by=by)
    say(f"Cơ quan, đơn vị: thêm {added.agencies}; địa bàn: thêm {added.places}.")
    abbreviations.load(DATA / "abbreviations.json")
    known = instruments.load(DATA / "instruments.json", by=by)
    say(f"Văn bản: ghi nhận hiệu lực của {known}.")
    say(f"Mẫu đề cương văn bản: thêm {outlines.load(DATA / 'outlines')}.")
    say(f"Chế độ báo cáo: thêm {regimes.load(DATA / 'regimes.json')}.")
    visibility.load(DATA / "visibility.json")
    periods.load(DATA / "periods.json")
    awards.load(DATA / "awards.json")
    for folder in sorted((DATA / "programmes").iterdir()):
        if (folder / "typed.toml").exists():
            load_typed(folder / "typed.toml", by=by, say=say)
        else:
            load_programme(folder / "text.txt", review_file=folder / "review.toml", by=by, say=say)


@transaction.atomic
def load_typed(path: Path, *, by: Actor | None = None, say: Say = print) -> Programme | None:
    """Type in what one file holds, by the writes of a person, as a draft; None where it is held."""
    transcript = typing_in.load(path, by=by)
    if transcript is None:
        say(f"{path.parent.name}: đã có, giữ nguyên.")
        return None
    programme = take_in_typed(transcript=transcript, version=transcript.version, by=by)
    say(f"{path.parent.name}: nhập tay {programme.provisions.count()} điều khoản, chờ rà soát.")
    return programme


@transaction.atomic
def load_programme(
    path: Path, *, review_file: Path | None = None, by: Actor | None = None, say: Say = print
) -> Programme:
    """Read one file into a programme, all or nothing; a review file beside it is followed.

    Raises reader.Refused, programmes.NotEntered or review.BadReview with a sentence.
    """
    document = reader.read_file(path)
    held = Programme.objects.filter(number=document.number, signed_on=document.date).first()
    if held is not None:
        say(f"{held.number}: đã có, giữ nguyên.")
        return held
    text = obligations.text_of(path, document)
    programme = programmes.enter(document, text=text, file_name=path.name, by=by)
    proposed = obligations.propose(programme=programme, document=document, by=by)
    say(
        f"{programme.number}: {len(document.outline)} điều khoản, "
        f"{len(document.legal_bases)} căn cứ, {proposed} nội dung phối hợp được đề xuất."
    )
    if review_file is not None and review_file.exists():
        confirmed = review.follow(review.read(review_file), programme=programme, text=text, by=by)
        say(f"{programme.number}: {confirmed} nội dung phối hợp đã có người xác nhận.")
    return programme
