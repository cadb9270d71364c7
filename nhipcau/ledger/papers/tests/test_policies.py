"""Who may do what to a paper, in which state: the table, said a second time."""

from dataclasses import dataclass
from datetime import date
from uuid import uuid4

import pytest

from nhipcau.agencies.models import Agency
from nhipcau.agencies.roles import Role
from nhipcau.base.refusal import Refused
from nhipcau.ledger.papers import policies
from nhipcau.ledger.papers.manifest import PERMISSIONS
from nhipcau.ledger.papers.models import Paper, PaperSide

State = Paper.State
TODAY = date(2026, 3, 2)
ROLES = {each.code: each.roles for each in PERMISSIONS}
RIGHT = {
    "write": "papers.draft", "ask": "papers.draft", "submit": "papers.draft",
    "take_back": "papers.draft", "drop": "papers.draft", "delete": "papers.draft",
    "replace": "papers.draft", "consent": "papers.agree", "send_back": "papers.agree",
    "record": "papers.record",
}  # fmt: skip

# Side → step → states in which the rule lets it pass.
UNDER_WAY = {"asked", "partly", "agreed"}
ALLOWED: dict[str, dict[str, set[str]]] = {
    "drafter": {
        "write": {"draft", *UNDER_WAY},
        "ask": {"draft"},
        "submit": {"agreed"},
        "take_back": {*UNDER_WAY, "submitted"},
        "drop": {"draft", *UNDER_WAY, "submitted"},
        "delete": {"draft"},
        "replace": {"issued"},
        "consent": UNDER_WAY,
        "send_back": UNDER_WAY,
        "record": {"submitted"},
    },
    "consenting": {"consent": UNDER_WAY, "send_back": UNDER_WAY},
    "told": {},
    "stranger": {},
}


@dataclass(frozen=True)
class Case:
    role: str
    side: str
    state: str
    step: str

    @property
    def allowed(self) -> bool:
        may = self.role in ROLES[RIGHT[self.step]]
        return may and self.state in ALLOWED[self.side].get(self.step, set())


CASES = [
    Case(role, side, state, step)
    for role in Role.values
    for side in ALLOWED
    for state in State.values
    for step in RIGHT
]


def paper_in(state: str) -> Paper:
    """A paper that two sides would agree on; no row is written."""
    return Paper(
        state=state, edition=0 if state == "draft" else 1, drafted_by=Agency(pk=1, code="so-a")
    )


def sides_of(side: str) -> list[PaperSide]:
    agency = {"drafter": 1, "consenting": 2, "told": 3}.get(side)
    if agency is None:
        return []
    return [PaperSide(agency=Agency(pk=agency, code=f"so-{agency}"), consents=side != "told")]


def passes(case: Case) -> bool:
    """Whether role and rule together let it pass."""
    if case.role not in ROLES[RIGHT[case.step]]:
        return False
    paper, is_drafter = paper_in(case.state), case.side == "drafter"
    sides = sides_of(case.side)
    checks = {
        "write": lambda: policies.check_can_write(paper, is_drafter=is_drafter),
        "ask": lambda: policies.check_can_ask(paper, is_drafter=is_drafter, others_consent=True),
        "submit": lambda: policies.check_can_submit(
            paper, is_drafter=is_drafter, others_consent=True
        ),
        "take_back": lambda: policies.check_can_take_back(
            paper, is_drafter=is_drafter, reason="Sửa."
        ),
        "drop": lambda: policies.check_can_drop(paper, is_drafter=is_drafter, reason="Thôi."),
        "delete": lambda: policies.check_can_delete(paper, is_drafter=is_drafter),
        "replace": lambda: policies.check_can_replace(paper, is_drafter=is_drafter),
        "consent": lambda: policies.check_can_consent(
            paper, sides=sides, by=uuid4(), given=(), givers=()
        ),
        "send_back": lambda: policies.check_can_send_back(paper, sides=sides, reason="Sửa."),
        "record": lambda: policies.check_can_record(
            paper, is_numbering=is_drafter, number="05/KH-VIDU", issued_on=TODAY, today=TODAY,
            agreed_on=None,
        ),
    }  # fmt: skip
    try:
        checks[case.step]()
    except Refused:
        return False
    return True


@pytest.fixture(autouse=True)
def named(monkeypatch: pytest.MonkeyPatch) -> None:
    """An agency that is no row has no names to read."""
    monkeypatch.setattr(Agency, "__str__", lambda agency: agency.code)


@pytest.mark.parametrize("step", sorted(RIGHT))
def test_roles_sides_and_states_decide_as_the_table_says(step: str) -> None:
    cases = [case for case in CASES if case.step == step]
    assert [case for case in cases if passes(case) != case.allowed] == []
    assert any(case.allowed for case in cases)


def test_a_paper_of_one_agency_goes_up_from_the_draft() -> None:
    policies.check_can_submit(paper_in("draft"), is_drafter=True, others_consent=False)
    with pytest.raises(Refused):
        policies.check_can_ask(paper_in("draft"), is_drafter=True, others_consent=False)


def test_nobody_agrees_for_two_sides() -> None:
    me = uuid4()
    with pytest.raises(Refused, match="đã thống nhất bản này cho bên khác"):
        policies.check_can_consent(
            paper_in("partly"), sides=sides_of("consenting"), by=me, given={1}, givers={me}
        )


@pytest.mark.parametrize(
    ("number", "fits"),
    [
        ("05/KH-BVHTTDL-BDTTG", True),
        ("1234/BVHTTDL-TTCSTTĐN", True),
        ("2190/QĐ-BVHTTDL", True),
        ("12/GM-UBDT", True),
        ("05/TTr-SDTTG", True),
        ("5/KH-BDTTG", False),
        ("00/KH-BDTTG", False),
        ("05-KH/BDTTG", False),
        ("Số 05/KH-BDTTG", False),
        ("05/", False),
        ("05/KH BDTTG", False),
    ],
)
def test_which_numbers_fit(number: str, fits: bool) -> None:
    assert bool(policies.NUMBER.fullmatch(number)) is fits
