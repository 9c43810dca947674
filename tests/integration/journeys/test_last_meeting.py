"""A message opens with the meeting only where a note holds that the two talked, and not long ago."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from coach import Event, Note, Person
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.journeys.last_meeting import last_meeting, met_line
from coach.storage.store import Store

TODAY = date(2026, 5, 4)
FACTS = {"person": "Ada Berg", "user": "Mina Roth", "today": TODAY.isoformat(), "event": "Honey Fair"}


def _noted(text: str, days_ago: int = 2) -> Evidence:
    at = datetime.combine(TODAY - timedelta(days=days_ago), datetime.min.time(), UTC)
    return Evidence(label="N1", source_id="n1", kind=Kind.NOTE, text=text, at=at, score=1.0, names=("Ada Berg",))


def _fair(days_ago: int, name: str = "Honey Fair, Voss") -> Event:
    return Event(id="fair", name=name, starts=TODAY - timedelta(days=days_ago))


@pytest.mark.parametrize(
    ("note", "days_ago", "opens"),
    [
        ("Met Ada at the tasting table, we talked about winters.", 2, True),
        ("Met Ada at the tasting table, we talked about winters.", 45, False),
        ("Read about Ada's bees in the paper.", 2, False),
    ],
)
def test_only_a_talk_that_is_noted_and_recent_is_spoken_of(note: str, days_ago: int, opens: bool) -> None:
    line = met_line(_fair(days_ago), [_noted(note, days_ago)], FACTS)
    assert (line is not None) is opens
    if line is not None:
        assert "at the Honey Fair." in line.text
        assert line.labels == ("N1",)


def test_the_event_is_the_chosen_one_or_that_of_the_newest_note(tmp_path: Path) -> None:
    with Store(tmp_path / "coach.sqlite") as store:
        ada = Person(id="ada", name="Ada Berg")
        old, new = _fair(9).model_copy(update={"id": "old"}), _fair(2)
        notes = [
            Note(id="n0", text="Met Ada.", people=("ada",), event="old", at=datetime(2026, 4, 25, 9, tzinfo=UTC)),
            Note(id="n1", text="Met Ada again.", people=("ada",), event="fair", at=datetime(2026, 5, 2, 9, tzinfo=UTC)),
        ]
        store.save([ada, old, new, *notes])
        evidence = [_noted("Met Ada again."), _noted("Met Ada.").model_copy(update={"source_id": "n0"})]
        assert last_meeting(store, None, evidence) == store.get(Event, "fair")
        assert last_meeting(store, "old", evidence) == store.get(Event, "old")
        assert last_meeting(store, None, []) is None


def test_a_message_that_thanks_for_something_else_does_not_begin_with_thanks() -> None:
    noted = [_noted("Met Ada at the tasting table, we talked about winters.", 2)]
    for name in ("Ada Berg", "Bo Roth", "Cem Ay", "Dana Elm", "Eli Fry"):
        line = met_line(_fair(2), noted, {**FACTS, "person": name}, thanked=True)
        assert line is None or not line.text.startswith("Thank")
