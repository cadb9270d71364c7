"""Handing in the file of a programme."""

import tempfile
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from nhipcau import reader
from nhipcau.agencies.people import person
from nhipcau.base.gate import examine_text
from nhipcau.base.gate.fields import admitted
from nhipcau.ledger.programmes.actions import NotEntered
from nhipcau.ledger.programmes.models import Programme
from nhipcau.shell.access import requires

from . import actions
from .forms import UploadForm


@requires("ledger.enter")
def upload(request: HttpRequest) -> HttpResponse:
    """Hand in the file of a programme; it is read at once and becomes a draft to review."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            programme = _take_in(form.cleaned_data["file"], request)
        except (reader.Refused, NotEntered) as refusal:
            form.add_error("file", str(refusal))
        except ValidationError as concerns:
            form.add_error("file", concerns)
        else:
            return redirect("ledger:review", programme.slug)
    status = 422 if form.errors else 200
    return render(request, "obligations/upload.html", {"form": form}, status=status)


def _take_in(file: UploadedFile[bytes], request: HttpRequest) -> Programme:
    """The reader wants a path: large files have one, small ones get one for the moment."""
    name = Path(file.name or "").name
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"van-ban{Path(name).suffix.lower()}"
        with path.open("wb") as stream:
            for chunk in file.chunks():
                stream.write(chunk)
        return actions.take_in(path, name=name, by=person(request), check=_through_the_gate)


def _through_the_gate(words: str) -> None:
    """What was read is asked again: the gate saw the file, the reader its words."""
    admitted(examine_text(words))
