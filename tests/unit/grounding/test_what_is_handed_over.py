"""What `check_draft` is handed: what can be read is read, whatever its form; the rest is refused by its value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from coach.domain.brief import Brief
from coach.domain.evidence import Evidence
from coach.domain.grounding import check_draft
from coach.domain.models import Kind, Note
from coach.errors import InputError

DRAFT = "Your club has 120 members."
TEXT = "Ann's club has 120 members."
NOTE = {"label": "N1", "kind": "note", "text": TEXT}
ANN = {"person": "Ann Lee", "today": "2024-07-15"}


@dataclass
class Clipping:
    text: str
    label: str = "N1"


@pytest.mark.parametrize(
    "evidence",
    [
        [NOTE],
        (NOTE,),
        iter([NOTE]),
        {"first": NOTE}.values(),
        [{"text": TEXT}],
        [NOTE | {"page": 7, "at": None}],
        [NOTE | {"at": ""}],
        [Evidence(label="N1", source_id="n", kind=Kind.NOTE, text=TEXT)],
        [Note(text=TEXT)],
        [Clipping(TEXT)],
        [{}, {"label": "N2"}, NOTE, {"kind": "person", "names": ["Ann"]}],
    ],
)
def test_evidence_in_any_form_that_can_be_read_is_read(evidence: Any) -> None:
    assert check_draft(DRAFT, evidence, ANN).passed


@pytest.mark.parametrize(
    ("evidence", "named"),
    [
        (None, "None"),
        (TEXT, "Ann's club has 120 members."),
        (b"bytes", "b'bytes'"),
        (NOTE, "'label': 'N1'"),
        (Evidence(label="N1", source_id="n", kind=Kind.NOTE, text=TEXT), "Evidence(label='N1'"),
        (7, "7"),
        ([TEXT], "Piece 1 of the evidence is \"Ann's"),
        ([NOTE, None], "Piece 2 of the evidence is None"),
        ([[TEXT]], "Piece 1"),
        ([{"label": "N1", "content": TEXT}], "'content'"),
    ],
)
def test_evidence_that_would_go_unread_is_an_error_that_names_it(evidence: Any, named: str) -> None:
    with pytest.raises(InputError) as refused:
        check_draft(DRAFT, evidence, ANN)
    assert named in refused.value.message
    assert "text" in refused.value.next_step


@pytest.mark.parametrize("draft", [None, 42, b"Hi Ann", ["Hi Ann"]])
def test_a_draft_that_is_no_text_is_an_error_that_names_it(draft: Any) -> None:
    with pytest.raises(InputError) as refused:
        check_draft(draft, [NOTE])
    assert repr(draft) in refused.value.message
    assert refused.value.next_step


@pytest.mark.parametrize(
    "brief",
    [
        None,
        {},
        {"person": None, "user": None, "today": None, "event": None},
        {"person": {"name": "Ann Lee"}, "goal": ["a", "b"], "channel": 3, "unheard_of": object},
        Brief(event_id="e", event_name="Fair", made_at=datetime(2024, 7, 15, tzinfo=UTC)),
        Brief(event_id="e", event_name="Fair").model_dump(),
        Brief(event_id="e", event_name="Fair", made_at=datetime(2024, 7, 15, tzinfo=UTC)).model_dump(mode="json"),
        SimpleNamespace(person="Ann Lee", today="2024-07-15"),
    ],
)
def test_a_brief_in_any_form_that_can_be_read_is_read(brief: Any) -> None:
    assert check_draft(DRAFT, [NOTE], brief).passed


@pytest.mark.parametrize("brief", ["Ann", 42, ["Ann"], ("person", "Ann"), Brief, True])
def test_a_brief_that_names_nothing_is_an_error_that_names_it(brief: Any) -> None:
    with pytest.raises(InputError) as refused:
        check_draft(DRAFT, [NOTE], brief)
    assert repr(brief) in refused.value.message
    assert "'person': 'Ann Lee'" in refused.value.next_step


MET = "Met Ann yesterday."
DAYS = [
    "2024-07-15",
    " 2024-07-15 ",
    "20240715",
    20240715,
    "2024-07-15T09:30",
    "2024-07-15T09:30:00Z",
    "2024-W29-1",
    date(2024, 7, 15),
    datetime(2024, 7, 15, 9, tzinfo=UTC),
]


@pytest.mark.parametrize("day", DAYS)
def test_a_day_is_read_in_each_of_its_forms(day: Any) -> None:
    told = [{"label": "N1", "text": MET, "at": day}]
    assert check_draft("We met on 14 July.", told, {"person": "Ann", "today": day}).passed
    assert not check_draft("We met on 13 July.", told, {"person": "Ann", "today": day}).passed


@pytest.mark.parametrize(
    "day", ["15 July 2024", "yesterday", "07/15/2024", "2024-13-45", "2024-07", 42, 0, False, ["2024-07-15"], 1.5]
)
def test_a_day_that_cannot_be_read_is_an_error_that_names_it(day: Any) -> None:
    for evidence, brief in (([NOTE], ANN | {"today": day}), ([NOTE, NOTE | {"at": day}], ANN)):
        with pytest.raises(InputError) as refused:
            check_draft(DRAFT, evidence, brief)
        assert repr(day) in refused.value.message
        assert "2026-03-01" in refused.value.next_step


def test_the_error_about_a_long_value_stays_short() -> None:
    with pytest.raises(InputError) as refused:
        check_draft(DRAFT, "x" * 100_000)
    assert len(str(refused.value)) < 300
