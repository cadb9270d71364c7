"""Two agencies with people of every role, and papers of theirs, for the tests of this room."""

from dataclasses import dataclass
from datetime import date

from nhipcau.agencies.document_types import DocumentType
from nhipcau.agencies.factories import AgencyFactory, MembershipFactory
from nhipcau.agencies.models import Agency, SigningCapacity, User
from nhipcau.agencies.roles import Role
from nhipcau.ledger.papers import actions, loading
from nhipcau.ledger.papers.models import Paper, PaperSection
from nhipcau.ledger.papers.values import Recipient, Side
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.testing import ProgrammeFactory


@dataclass
class TwoSides:
    """A programme of two sides: the first leads, drafts and numbers."""

    programme: Programme
    lead: Agency
    other: Agency

    def person(self, agency: Agency, role: Role = Role.LEADER) -> User:
        user: User = MembershipFactory.create(agency=agency, role=role).user
        return user

    def plan(self, *, kind: str = "annual-plan") -> Paper:
        """A joint draft of both."""
        return actions.begin(
            programme=self.programme,
            kind=kind,
            title="",
            drafted_by=self.lead,
            sides=[Side(self.lead, leads=True, numbers=True), Side(self.other)],
            recipients=[Recipient(self.other, note="để p/h")],
            by=self.officer,
            subject_values={"year": 2026},
        )

    def letter(self) -> Paper:
        """A letter of the lead alone."""
        return actions.begin(
            programme=self.programme, kind="guiding-letter", title="", drafted_by=self.lead,
            recipients=[Recipient(self.other, is_addressee=True)], by=self.officer,
        )  # fmt: skip

    def asked(self) -> Paper:
        paper = self.plan()
        return actions.ask_opinion(paper=paper, version=paper.version, by=self.officer)

    def agreed(self) -> Paper:
        paper = self.asked()
        actions.consent(paper=paper, edition=1, by=self.leader)
        return actions.consent(paper=paper, edition=1, by=self.other_leader)

    def submitted(self) -> Paper:
        paper = self.agreed()
        return actions.submit(paper=paper, version=paper.version, by=self.officer)

    def issued(self, number: str = "05/KH-VIDU", on: date | None = None) -> Paper:
        paper = self.submitted()
        day = on or date.today()
        return actions.record(
            paper=paper, number=number, issued_on=day, version=paper.version, by=self.clerk
        )

    def write(self, paper: Paper, words: str, *, key: str = "purpose-1") -> PaperSection:
        section = paper.sections.get(key=key)
        return actions.write_section(
            section=section, words=words, version=section.version, by=self.officer
        )

    def capacity(
        self, capacity: str = "KT.", *, last_day: date | None = None, mandate: str = ""
    ) -> SigningCapacity:
        user = self.person(self.lead, Role.SIGNATORY)
        return SigningCapacity.objects.create(
            user=user, agency=self.lead, document_type=DocumentType.PLAN, capacity=capacity,
            title_lines=f"{capacity} GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", mandate=mandate,
            first_day=date(2024, 6, 4), last_day=last_day,
        )  # fmt: skip

    def __post_init__(self) -> None:
        self.officer = self.person(self.lead, Role.OFFICER)
        self.leader = self.person(self.lead)
        self.clerk = self.person(self.lead, Role.CLERK)
        self.other_officer = self.person(self.other, Role.OFFICER)
        self.other_leader = self.person(self.other)


def two_sides() -> TwoSides:
    """The outlines, a programme, its two sides."""
    loading.load()
    lead = AgencyFactory.create(name="Sở Văn hóa, Thể thao và Du lịch")
    other = AgencyFactory.create(name="Sở Dân tộc và Tôn giáo")
    return TwoSides(ProgrammeFactory.create(), lead, other)
