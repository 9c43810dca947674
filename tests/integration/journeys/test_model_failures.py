"""A model that fails in mid-journey: a retry within bounds or a clear message; the brief and what was whole are kept.

The server is scripted and speaks the real protocol; the sentences are whatever the schema lets through.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coach.bootstrap import open_coach
from coach.config import Settings
from coach.domain.models import Person
from coach.errors import ModelError
from coach.facade import Coach
from coach.llm import stream
from coach.llm.testing import Reply, ScriptedServer
from tests.integration.journeys.conftest import WordEmbeddings, town

WHOLE = json.dumps(
    {
        "body": {
            "memory": "I keep thinking about the boat that you repaired with your brother.",
            "detail": "You fear the winter storms.",
            "next": "What made you begin with the boat?",
        }
    }
)
CUT = WHOLE[: WHOLE.index("You fear") + 12]
Scripted = Callable[..., tuple[Coach, ScriptedServer]]
TROUBLES = {
    "429": (Reply(status=429, text="slow down"), "429: slow down"),
    "500": (Reply(status=500, text="it burns"), "500: it burns"),
    "empty": (Reply(text=""), "empty"),
    "broken JSON": (Reply(text='{"body": {"mem'), "cannot be used"),
    "another shape": (Reply(text='["a list"]'), "cannot be used"),
    "a loop": (Reply(text='{"body": {"memory": "' + "so on and " * 200), "cannot be used"),
    "cut before a word": (Reply(text=WHOLE, cut_after=1), "mid-answer"),
    "silence": (Reply(text=WHOLE, hang_after=2), "nothing for a while"),
}


@pytest.fixture
def failing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scripted]:
    """`failing(Reply(…), …)`: a workspace whose model answers as told."""
    opened: list[tuple[Coach, ScriptedServer]] = []
    monkeypatch.setattr(stream, "GAP_TIMEOUT_S", 0.5)

    def begin(*replies: Reply) -> tuple[Coach, ScriptedServer]:
        server = ScriptedServer(*replies)
        server.__enter__()
        settings = Settings(llm_base_url=server.url, llm_model="m", llm_timeout_s=60)
        coach = open_coach(tmp_path / "home", settings=settings, embeddings=WordEmbeddings())
        opened.append((coach, server))
        coach.add_many(town())
        return coach, server

    yield begin
    for coach, server in opened:
        coach.close()
        server.__exit__(None, None, None)


@pytest.mark.parametrize("trouble", ["500", "broken JSON", "cut before a word"])
def test_a_brief_keeps_its_people_and_says_what_went_wrong(failing: Scripted, trouble: str) -> None:
    reply, said = TROUBLES[trouble]
    coach, server = failing(reply)
    brief = coach.prepare("meetup", people=["noor"], lines_for=1)
    assert said in brief.people[0].error
    assert coach.brief_of(brief.draft_id) == brief
    assert len(brief.people) > 1
    assert brief.people[0].reasons
    assert len(server.requests) <= 3


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_message_that_cannot_be_written_is_a_clear_message(failing: Scripted, trouble: str) -> None:
    reply, said = TROUBLES[trouble]
    coach, server = failing(reply)
    with pytest.raises(ModelError, match=said):
        coach.follow_up("noor", "text", "Ask about the boat")
    assert len(server.requests) <= 3
    assert coach.store.get(Person, "noor").name == "Noor Haddad"


def test_a_message_cut_in_the_middle_asks_once_more_and_keeps_what_was_whole(failing: Scripted) -> None:
    coach, server = failing(Reply(text=CUT, piece=len(CUT), cut_after=1), Reply(text=WHOLE))
    text = coach.follow_up("noor", "text").current.text
    assert "the boat that you repaired" in text
    assert 2 <= len(server.requests) <= 4


def test_a_message_cut_twice_keeps_the_sentences_that_were_whole(failing: Scripted) -> None:
    coach, server = failing(Reply(text=CUT, piece=len(CUT), cut_after=1))
    draft = coach.follow_up("noor", "text")
    assert "the boat that you repaired" in draft.current.text
    assert "You fear" not in draft.current.text
    assert coach.store.drafts(purpose="follow_up")[0].id == draft.id
    assert len(server.requests) <= 4


def test_a_reflection_has_its_five_questions_without_a_model(failing: Scripted) -> None:
    coach, _ = failing(Reply(status=500))
    assert len(coach.reflect("evening").prompts) == 5


def test_the_next_attempt_works_when_the_model_is_back(failing: Scripted) -> None:
    coach, _ = failing(Reply(text=""), Reply(text=""), Reply(text=WHOLE))
    with pytest.raises(ModelError):
        coach.follow_up("noor", "text")
    assert "the boat that you repaired" in coach.follow_up("noor", "text").current.text
