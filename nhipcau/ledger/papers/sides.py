"""Who has a say in a joint paper: the successors whose functions its places of the text touch."""

from collections.abc import Iterable
from datetime import date

from nhipcau.agencies.models import Agency
from nhipcau.ledger.obligations.consent import State, Voice, Voices
from nhipcau.ledger.programmes.models import Programme

from .values import Side


def of(programme: Programme, *, addresses: Iterable[str] = (), on: date) -> list[Side]:
    """Who consents to a paper on these places of the text, then who is only told.

    Without places it is about the whole programme. A party that the text only guides has no veto;
    the first consenting agency leads and numbers until somebody chooses otherwise.
    """
    voices = Voices(programme, on=on)
    places = tuple(addresses) or voices.addresses or ("",)
    consenting: dict[Agency, Voice] = {}
    informed: dict[Agency, Voice] = {}
    for voice in (each for place in places for each in voices.at(place)):
        for agency in voice.consenting:
            consenting.setdefault(agency, voice)
        for agency in voice.informed:
            informed.setdefault(agency, voice)
    order = sorted(consenting.items(), key=lambda each: each[1].party.order)
    asked = [_side(agency, voice, is_first=not n) for n, (agency, voice) in enumerate(order)]
    told = [
        Side(agency, voice.party, consents=False, ground=_ground(voice))
        for agency, voice in informed.items()
        if agency not in consenting
    ]
    return [*asked, *told]


def _side(agency: Agency, voice: Voice, *, is_first: bool) -> Side:
    return Side(
        agency, voice.party, leads=is_first, numbers=is_first, consents=True, ground=_ground(voice)
    )


def _ground(voice: Voice) -> str:
    """Why it is this agency; kept with the paper, so in the language of the documents."""
    if voice.state is State.ITSELF:
        return "bên ký kết"
    if voice.state is State.NAMED:
        return "; ".join(voice.documents)
    return f"tiếp nhận chức năng của {voice.party.name_as_signed}"
