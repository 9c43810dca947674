"""The main job, end to end, on real parts: the store, the index, the embedder and the embedded language model."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from coach import Coach, Goal, Line, open_coach
from coach.config import Settings, models_dir
from coach.domain.models import Draft, Event, Kind
from coach.domain.progress import Update
from coach.intake.sample import SAMPLE_EVENT_ID
from coach.llm.catalogue import find_model, is_ready
from tests.integration.outward import watched

ASYNC_GOAL = Goal(
    id="goal-async",
    text="Find people who run async Python in production and offer help with testing",
    values=("craft",),
)


@pytest.fixture(autouse=True)
def _nothing_leaves_this_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """All but loopback is denied, and nobody tries: neither this process nor the model's."""
    with watched(monkeypatch) as seen:
        yield
    assert seen.attempts == set()


@pytest.fixture
def coach(tmp_path: Path) -> Iterator[Coach]:
    entry = find_model("", models_dir())
    if not is_ready(entry, models_dir()):
        pytest.skip("the embedded model is not on this machine; `coach model pull` fetches it")
    settings = Settings(user_name="Robin", llm="embedded", llm_timeout_s=600)
    with open_coach(tmp_path / "home", settings=settings, sample=True, starter=True) as opened:
        yield opened


def _lines(person: object) -> list[Line]:
    return [*person.openers, *person.questions]  # type: ignore[attr-defined]


@pytest.mark.model
def test_the_embedded_model_writes_a_brief_whose_lines_cite_the_evidence(coach: Coach) -> None:
    told: list[Update] = []
    brief = coach.prepare(SAMPLE_EVENT_ID, lines_for=1, stream=told.append)
    first = brief.people[0]
    assert first.error == ""
    assert len(first.openers) >= 2
    known = {one.label for one in first.evidence}
    assert all(set(line.labels) <= known and line.labels for line in _lines(first))
    assert all(line.check is not None for line in _lines(first))
    assert told[0].stage == "ranked"
    assert any(update.stage == "writing" and update.text for update in told)
    assert brief.usage.completion > 0
    assert coach.brief_of(brief.draft_id) == brief


@pytest.mark.model
def test_a_real_programme_is_imported_once_and_names_speakers_whose_talks_fit(coach: Coach, shared_data: Path) -> None:
    found = coach.preview_import(shared_data / "europython-2024")
    assert found.counts() == {"person": 163, "event": 1, "session": 131}
    coach.add(ASYNC_GOAL)
    assert coach.import_items(found).added == 164
    again = coach.import_items(coach.preview_import(shared_data / "europython-2024"))
    assert (again.added, again.updated) == (0, 0)
    event_id = next(item.id for item in found.items if item.kind is Kind.EVENT)
    brief = coach.prepare(event_id, [ASYNC_GOAL.id], lines_for=1)
    speakers = {name for session in coach.store.get(Event, event_id).programme for name in session.speakers}
    assert all(person.person_id in speakers for person in brief.people)
    talks = " ".join(reason.text for person in brief.people[:6] for reason in person.reasons).casefold()
    assert "async" in talks
    assert "test" in talks
    assert brief.people[0].openers


@pytest.mark.model
def test_rough_notes_become_a_person_a_promise_and_a_message(coach: Coach) -> None:
    capture = coach.capture(
        "Met Amara Osei from Tidewater Maps, she leads the tiles team and cares about accessible maps. "
        "I promised to send her our colour contrast checklist by Friday."
    )
    proposal = coach.read_capture(capture.id)
    assert [person.name for person in proposal.people] == ["Amara Osei"]
    assert proposal.commitments[0].by == "me"
    coach.confirm_capture(proposal)
    draft = coach.follow_up("Amara Osei", channel="text")
    assert isinstance(draft, Draft)
    assert len(draft.current.text) <= 320
    assert draft.current.check is not None
    assert draft.current.prompt_hash
    sent = coach.mark_sent(draft.id, next_on=date(2030, 1, 7), vouch=True)
    assert sent.status == "sent"
    person = coach.store.find_person("Amara Osei")
    assert person is not None
    assert person.follow_up_on == date(2030, 1, 7)


@pytest.mark.model
def test_reflection_prompts_are_five_and_speak_of_what_happened(coach: Coach) -> None:
    past = next(
        event for event in coach.store.events(with_programme=False) if coach.store.notes(event=event.id, limit=1)
    )
    reflection = coach.reflect(past.id)
    assert len(reflection.prompts) == 5
    assert any("energy" in prompt.text for prompt in reflection.prompts)
    assert all(prompt.text.rstrip().endswith("?") for prompt in reflection.prompts)
