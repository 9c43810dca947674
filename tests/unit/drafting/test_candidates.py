"""Candidates: checked lines by place; the weak ones are written once more, and the better of two stays."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel

from coach.domain.brief import Line
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.angles import Angle
from coach.drafting.candidates import Task, write_lines
from coach.drafting.prompts import load_prompt
from coach.errors import ModelOutputError
from coach.llm.factory import handle_for

NOTE = Evidence(label="N1", source_id="n", kind=Kind.NOTE, text="Ines lost 40 charts when an archive flooded in Porto.")
TASK = Task(
    prompt=load_prompt("reflect"),
    values={"event": "Harbour Meetup", "goals": "none set", "evidence": "N1 …", "lines": "moved: …"},
    angles=[Angle("energy", "Ines lost 40 charts", ("N1",)), Angle("moved", "an archive flooded in Porto", ("N1",))],
    evidence=[NOTE],
    facts={"today": "2026-11-23", "user": "Sam"},
)
ENERGY = "Did it give you energy or cost you energy when Ines spoke of 40 charts?"
MOVED = "What did you feel when an archive flooded in Porto?"
INVENTED = "What did you feel when 90 boats sank in Lisbon?"


def answer(**lines: str) -> str:
    return json.dumps({"prompts": lines})


def flagged(lines: Mapping[str, Line]) -> set[str]:
    return {slot for slot, line in lines.items() if line.flagged}


def ground(line: Line) -> float:
    return -float(line.flagged)


def written(*answers: str, **changes: Any) -> dict[str, Line]:
    model = FakeListChatModel(responses=list(answers))
    return dict(write_lines(handle_for(model), TASK, flagged, ground, **changes).lines)


def test_good_lines_are_asked_for_once_and_cite_their_angle() -> None:
    lines = written(answer(energy=ENERGY, moved=MOVED), "a second call would fail on this")
    assert (lines["energy"].text, lines["moved"].text) == (ENERGY, MOVED)
    assert all(line.labels == ("N1",) for line in lines.values())


def test_only_the_weak_line_is_written_again_and_the_better_stays() -> None:
    lines = written(answer(energy=ENERGY, moved=INVENTED), answer(moved=MOVED))
    assert (lines["energy"].text, lines["moved"].text) == (ENERGY, MOVED)


def test_a_second_line_that_is_no_better_changes_nothing() -> None:
    lines = written(answer(energy=ENERGY, moved=INVENTED), answer(moved=INVENTED.replace("90", "91")))
    assert lines["moved"].text == INVENTED
    assert lines["moved"].flagged


def test_a_second_call_that_fails_leaves_the_first_lines() -> None:
    lines = written(answer(energy=ENERGY, moved=INVENTED), "no", "no")
    assert set(lines) == {"energy", "moved"}


def test_a_first_call_that_fails_is_the_callers_to_tell() -> None:
    with pytest.raises(ModelOutputError):
        written("no", "no")
