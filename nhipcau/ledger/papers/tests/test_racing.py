"""Two people at the same moment, on real connections: one clear winner, one clear sentence."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from nhipcau.base.refusal import Refused
from nhipcau.ledger.papers import actions, filling
from nhipcau.ledger.papers.models import Paper, PaperMove

from .two_sides import TwoSides, two_sides

pytestmark = [pytest.mark.machine, pytest.mark.django_db(transaction=True)]
Act = Callable[[], object]


@pytest.fixture
def both() -> TwoSides:
    return two_sides()


def race(*acts: Act) -> list[str]:
    """Start them at the same moment; the sentences of those that were refused, "" for winners."""
    gate = Barrier(len(acts))

    def run(act: Act) -> str:
        try:
            gate.wait()
            act()
        except Refused as refusal:
            return str(refusal)
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def consents(paper: Paper, edition: int) -> int:
    return PaperMove.objects.filter(paper=paper, kind="consented", edition=edition).count()


def test_two_leaders_of_one_side_agree_once(both: TwoSides) -> None:
    paper = both.asked()
    second = both.person(both.other)
    said = race(
        lambda: actions.consent(paper=paper, edition=1, by=both.other_leader),
        lambda: actions.consent(paper=paper, edition=1, by=second),
    )
    assert sorted(said) == ["", "Chưa ghi nhận được: Sở Dân tộc và Tôn giáo đã thống nhất bản 1."]
    assert consents(paper, 1) == 1


def test_two_sides_at_once_both_count(both: TwoSides) -> None:
    paper = both.asked()
    said = race(
        lambda: actions.consent(paper=paper, edition=1, by=both.leader),
        lambda: actions.consent(paper=paper, edition=1, by=both.other_leader),
    )
    paper.refresh_from_db()
    assert (said, paper.state, consents(paper, 1)) == (["", ""], "agreed", 2)


def test_of_two_approvers_the_one_on_a_stale_edition_reads_one_sentence(both: TwoSides) -> None:
    paper = both.asked()
    both.write(paper, "Mục đích khác.")
    paper.refresh_from_db()
    actions.ask_opinion(paper=paper, version=paper.version, by=both.officer)
    said = race(
        lambda: actions.consent(paper=paper, edition=1, by=both.leader),
        lambda: actions.consent(paper=paper, edition=2, by=both.other_leader),
    )
    assert said[1] == ""
    assert said[0].startswith("Bản 1 đã được thay bằng bản 2 lúc ")
    assert said[0].endswith("Đề nghị xem khác biệt trước khi thống nhất.")
    assert (consents(paper, 1), consents(paper, 2)) == (0, 1)


def test_a_change_and_a_consent_never_leave_a_consent_to_other_words(both: TwoSides) -> None:
    paper = both.asked()
    race(
        lambda: both.write(paper, "Mục đích khác."),
        lambda: actions.consent(paper=paper, edition=1, by=both.other_leader),
    )
    paper.refresh_from_db()
    # Whoever came first: the words moved on, so nothing that was agreed to stands.
    assert paper.state == "draft"


def test_two_people_write_one_section_and_one_reads_why_not(both: TwoSides) -> None:
    paper = both.plan()
    section = paper.sections.get(key="purpose-1")
    said = race(
        *(
            lambda words=words: actions.write_section(
                section=section, words=words, version=section.version, by=both.officer
            )
            for words in ("Người thứ nhất.", "Người thứ hai.")
        )
    )
    assert sorted(map(bool, said)) == [False, True]
    assert "vừa được người khác sửa" in "".join(said)
    section.refresh_from_db()
    assert section.words == ("Người thứ nhất.", "Người thứ hai.")[said.index("")]


def test_what_dies_in_the_middle_leaves_nothing(
    both: TwoSides, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = both.submitted()
    killed: list[int] = []

    def die(held: Paper, by: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            (pid,) = cursor.fetchone()
        killed.append(pid)
        from django.db import connections

        other = connections.create_connection("default")
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
        other.close()

    monkeypatch.setattr(filling, "_AFTER", {})
    filling.after_recording("annual-plan", die)
    filling.after_recording("annual-plan", lambda held, by: held.refresh_from_db())
    with pytest.raises(Exception, match=r"terminat|closed|connection"):
        actions.record(
            paper=paper, number="05/KH-VIDU", issued_on=paper.moves.last().recorded_at.date(),  # type: ignore[union-attr]
            version=paper.version, by=both.clerk,
        )  # fmt: skip
    connection.close()
    assert killed
    paper.refresh_from_db()
    assert (paper.state, paper.number) == ("submitted", "")
    assert not PaperMove.objects.filter(paper=paper, kind="recorded").exists()
