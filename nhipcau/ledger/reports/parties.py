"""How the sides of a programme are called in a report, on the day on which its figures close."""

from datetime import date

from nhipcau.agencies.models import Agency
from nhipcau.agencies.questions import Lineage
from nhipcau.ledger.obligations.consent import Voice, Voices
from nhipcau.ledger.programmes.models import Party, PartyActor

from .levels import Level
from .models import Report


def issuers(report: Report) -> list[Agency]:
    """Whose report it is: of a joint one whoever consents for each side, in the order of the text."""
    if report.level != Level.JOINT:
        return [report.agency]
    found = [agency for voice in _voices(report) for agency in voice.consenting]
    return list(dict.fromkeys(found)) or [report.agency]


def name_of(report: Report) -> str:
    """«Bộ Văn hóa, Thể thao và Du lịch và Bộ Dân tộc và Tôn giáo»; else the unit's own name."""
    if report.level != Level.JOINT:
        return report.name_of_agency
    return listed([each.name_on(report.period.closing_day) for each in issuers(report)])


def side_of(report: Report) -> str:
    """The side for which a party's report speaks, by its name of that day; «» for others."""
    if report.level != Level.PARTY:
        return ""
    for voice in _voices(report):
        spoken = {each.pk for each in (*voice.consenting, voice.party.agency) if each is not None}
        if spoken & {report.agency_id, report.agency.parent_id} or (
            voice.party.focal_point_id == report.agency_id
        ):
            names = [each.name_on(report.period.closing_day) for each in voice.consenting]
            return listed(names) or voice.party.name_as_signed
    return ""


def on_behalf(agency: str, side: str) -> str:
    """«Bộ … (cơ quan đầu mối: Cục …)»: a side, and the agency that acts for it."""
    return f"{side} (cơ quan đầu mối: {agency})" if side and side != agency else agency


def listed(names: list[str]) -> str:
    """«A», «A và B», «A; B và C»."""
    return " và ".join(part for part in ("; ".join(names[:-1]), *names[-1:]) if part)


def reporter(party: Party, on: date) -> Agency | None:
    """Who reports for a side: named by a document, else the focal point, else whoever took over."""
    for act in (PartyActor.Act.REPORT, PartyActor.Act.FOCAL, PartyActor.Act.EVERY):
        named = party.actors.standing(on=on).filter(act=act, clause="").select_related("agency")
        if (actor := named.first()) is not None:
            return actor.agency
    for agency in (party.focal_point, party.agency):
        if agency is not None:
            holders = Lineage.current().answering(agency, on=on).agencies
            if holders:
                return holders[0]
    return party.agency


def _voices(report: Report) -> tuple[Voice, ...]:
    return Voices(report.period.programme, on=report.period.closing_day).at("")
