"""A model that fails in mid-journey: a retry within bounds or a clear message; the brief and what was whole are kept.

The server is scripted and speaks the real protocol; the sentences are whatever the schema lets through.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from functools import reduce
from pathlib import Path
from types import SimpleNamespace

import pytest
from langchain_core.messages import AIMessageChunk

from coach.bootstrap import open_coach
from coach.config import Settings
from coach.domain.models import Commitment, Draft, Person
from coach.errors import InputError, ModelCrashedError, ModelError, ModelTimeoutError
from coach.facade import Coach
from coach.llm import embedded, stream
from coach.llm.ask import _Reading
from coach.llm.embedded import EmbeddedServer
from coach.llm.factory import EMBEDDED_URL, _builder
from coach.llm.handle import ModelHandle
from coach.llm.plan import ServerPlan
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
IN_FRENCH = {
    "I keep thinking about the boat that you repaired with your brother.": "Je pense au bateau que vous avez repeint.",
    "You fear the winter storms.": "Vous redoutez les tempêtes de la mer en hiver.",
    "What made you begin with the boat?": "Qui vous a donné le courage de commencer avec le bateau ?",
}
FRENCH = reduce(
    lambda text, one: text.replace(*one), IN_FRENCH.items(), json.dumps(json.loads(WHOLE), ensure_ascii=False)
)
"""The same in a language that no rule writes."""
FRENCH_CUT = FRENCH[: FRENCH.index("Vous redoutez") + 17]
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
        settings = Settings(llm_base_url=server.url, llm_model="m", llm_timeout_s=300)
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
        coach.follow_up("noor", "text", "Ask about the boat", language="de")
    assert len(server.requests) <= 3
    assert coach.store.get(Person, "noor").name == "Noor Haddad"


@pytest.mark.parametrize("trouble", TROUBLES)
def test_what_was_asked_for_is_kept_and_can_be_gone_on_with(failing: Scripted, trouble: str) -> None:
    reply, _ = TROUBLES[trouble]
    coach, server = failing(reply)
    asked = {"channel": "text", "intent": "Ask about the boat", "tone": "formal", "language": "de"}
    for _ in range(2):
        with pytest.raises(ModelError) as raised:
            coach.follow_up("noor", **asked, event="evening")
    (kept,) = coach.store.drafts(purpose="follow_up")
    assert raised.value.draft_id == kept.id
    assert (kept.person, kept.event, kept.versions) == ("noor", "evening", ())
    assert {part: getattr(kept, part) for part in asked} == asked
    with pytest.raises(InputError, match=f"not been written yet.*coach draft {kept.id} --write"):
        coach.edit_draft(kept.id, "Hi")
    server.replies = [Reply(text=WHOLE)]
    draft = coach.write_draft(kept.id)
    assert (draft.id, draft.created_at, draft.intent) == (kept.id, kept.created_at, kept.intent)
    assert "the boat that you repaired" in draft.current.text
    assert draft.unfinished == ""
    with pytest.raises(InputError, match="no message that waits"):
        coach.write_draft(kept.id)


def test_half_a_sentence_is_kept_beside_the_draft(failing: Scripted) -> None:
    begun = WHOLE[: WHOLE.index("boat")]
    coach, _ = failing(Reply(text=begun + " " * 40, piece=len(begun), cut_after=1))
    with pytest.raises(ModelError):
        coach.follow_up("noor", "text", language="de")
    (kept,) = coach.store.drafts(purpose="follow_up")
    assert kept.unfinished == "I keep thinking about the"
    coach.forget_person("noor")
    assert coach.store.get(Draft, kept.id).unfinished == "I keep thinking about the"


def test_asking_for_the_same_again_goes_on_with_the_kept_draft(failing: Scripted) -> None:
    coach, server = failing(Reply(status=500, text="it burns"))
    with pytest.raises(ModelError):
        coach.follow_up("noor", "text", language="de")
    kept = coach.store.drafts(purpose="follow_up")[0]
    server.replies = [Reply(text=WHOLE)]
    assert coach.follow_up("noor", "email", language="de").id != kept.id
    assert coach.follow_up("noor", "text", language="de").id == kept.id


def test_where_rules_make_a_message_a_failure_leaves_it_and_says_so(failing: Scripted) -> None:
    coach, server = failing(Reply(status=500, text="it burns"))
    coach.add(Commitment(id="mine", person="noor", by="me", what="send the drawings of the mast"))
    draft = coach.follow_up("noor", "email")
    assert server.requests
    assert "drawings of the mast" in draft.current.text
    assert draft.current.origin == "rule"
    assert draft.current.check is not None
    assert "500: it burns" in draft.current.check["missing"]


@pytest.mark.parametrize("status", [401, 404])
def test_what_only_the_user_can_put_right_is_told_and_the_draft_kept(failing: Scripted, status: int) -> None:
    coach, _ = failing(Reply(status=status, text="not for you"))
    coach.add(Commitment(id="mine", person="noor", by="me", what="send the drawings of the mast"))
    with pytest.raises(ModelError, match="Check the"):
        coach.follow_up("noor", "email")
    assert [one.versions for one in coach.store.drafts(purpose="follow_up")] == [()]


def test_a_loop_is_called_a_loop(failing: Scripted) -> None:
    coach, _ = failing(TROUBLES["a loop"][0])
    with pytest.raises(ModelError, match="it repeats itself"):
        coach.follow_up("noor", "text", language="de")


def test_a_message_cut_in_the_middle_asks_once_more_and_keeps_what_was_whole(failing: Scripted) -> None:
    coach, server = failing(Reply(text=CUT, piece=len(CUT), cut_after=1), Reply(text=WHOLE))
    text = coach.follow_up("noor", "text", language="de").current.text
    assert "the boat that you repaired" in text
    assert 2 <= len(server.requests) <= 4


def test_a_message_cut_twice_keeps_the_sentences_that_were_whole(failing: Scripted) -> None:
    coach, server = failing(Reply(text=CUT, piece=len(CUT), cut_after=1))
    draft = coach.follow_up("noor", "text", language="de")
    assert "the boat that you repaired" in draft.current.text
    assert "You fear" not in draft.current.text
    assert draft.current.check is not None
    assert "cannot be used" in draft.current.check["missing"], "it is said that the message is shorter"
    assert coach.store.drafts(purpose="follow_up")[0].id == draft.id
    assert len(server.requests) <= 4


def test_a_reflection_has_its_five_questions_without_a_model(failing: Scripted) -> None:
    coach, _ = failing(Reply(status=500))
    assert len(coach.reflect("evening").prompts) == 5


def test_the_next_attempt_works_when_the_model_is_back(failing: Scripted) -> None:
    coach, _ = failing(Reply(text=""), Reply(text=""), Reply(text=WHOLE))
    with pytest.raises(ModelError):
        coach.follow_up("noor", "text", language="de")
    assert "the boat that you repaired" in coach.follow_up("noor", "text", language="de").current.text


# ------------------------------------------------------------------ the whole call takes too long
@pytest.fixture
def short_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time for a call is over as soon as the first piece of its answer has been read."""
    late = [0.0]
    take = _Reading._take

    def take_and_be_late(reading: _Reading, chunk: AIMessageChunk) -> None:
        take(reading, chunk)
        late[0] += 1000.0 if reading.text else 0.0

    monkeypatch.setattr(_Reading, "_take", take_and_be_late)
    monkeypatch.setattr(stream, "time", SimpleNamespace(monotonic=lambda: time.monotonic() + late[0]))


@pytest.mark.usefixtures("short_of_time")
def test_a_message_that_takes_too_long_in_all_is_a_clear_message(failing: Scripted) -> None:
    coach, server = failing(Reply(text=WHOLE, hang_after=2))
    with pytest.raises(ModelTimeoutError, match=r"did not finish.*raise `llm_timeout_s`"):
        coach.follow_up("noor", "text", "Ask about the boat", language="de")
    assert len(server.requests) <= 3


@pytest.mark.usefixtures("short_of_time")
def test_what_was_whole_before_the_time_was_over_is_kept(failing: Scripted) -> None:
    coach, server = failing(Reply(text=CUT + " ", piece=len(CUT), hang_after=1))
    draft = coach.follow_up("noor", "text", language="de")
    assert "the boat that you repaired" in draft.current.text
    assert "You fear" not in draft.current.text
    assert len(server.requests) <= 4


@pytest.mark.usefixtures("short_of_time")
def test_a_brief_that_takes_too_long_keeps_its_people(failing: Scripted) -> None:
    coach, _ = failing(Reply(text=WHOLE, hang_after=2))
    brief = coach.prepare("meetup", people=["noor"], lines_for=1)
    assert "did not finish" in brief.people[0].error
    assert coach.brief_of(brief.draft_id) == brief


# ------------------------------------------------------------------ the model's process is killed
Mortal = Callable[[int, int], Coach]


@pytest.fixture
def mortal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mortal]:
    """`mortal(deaths, cut)`: a workspace whose model's process dies so often, after so many characters."""
    monkeypatch.setattr(embedded, "SERVER_PROGRAM", Path(__file__).with_name("mortal_server.py"))
    monkeypatch.setattr(embedded, "FIRST_BACK_OFF_S", 0.05)
    monkeypatch.setattr(embedded, "RETRY_FAILED_AFTER_S", 600.0)
    opened: list[Coach] = []

    def begin(deaths: int, cut: int) -> Coach:
        path = tmp_path / "model.gguf"
        path.write_text(json.dumps({"text": FRENCH, "cut": cut, "deaths": deaths}), encoding="utf-8")
        server = EmbeddedServer(path, ServerPlan(threads=1), log_dir=tmp_path)
        build = _builder("m", EMBEDDED_URL, "set by the client", server)
        handle = ModelHandle("m", "embedded", 4096, "this machine", timeout_s=120, server=server, build=build)
        settings = Settings(llm="embedded")
        opened.append(open_coach(tmp_path / "home", settings=settings, model=handle, embeddings=WordEmbeddings()))
        opened[-1].add_many(town())
        return opened[-1]

    yield begin
    for coach in opened:
        coach.close()


def test_a_process_killed_in_mid_draft_is_back_for_the_rest(mortal: Mortal) -> None:
    text = mortal(1, len(FRENCH_CUT)).follow_up("noor", "text", language="fr").current.text
    assert "au bateau que vous avez repeint" in text


def test_a_process_killed_again_and_again_leaves_the_sentences_that_were_whole(mortal: Mortal) -> None:
    coach = mortal(99, len(FRENCH_CUT))
    draft = coach.follow_up("noor", "text", language="fr")
    assert "au bateau que vous avez repeint" in draft.current.text
    assert "Vous redoutez" not in draft.current.text
    assert draft.current.check is not None
    assert "ended while it was writing" in draft.current.check["missing"]
    assert coach.store.drafts(purpose="follow_up")[0].id == draft.id


def test_a_process_killed_before_a_whole_sentence_is_a_clear_message(mortal: Mortal) -> None:
    coach = mortal(99, 6)
    with pytest.raises(ModelCrashedError, match=r"ended while it was writing.*started again"):
        coach.follow_up("noor", "text", "Ask about the boat", language="fr")
    assert coach.store.get(Person, "noor").name == "Noor Haddad"


def test_a_brief_keeps_its_people_when_the_process_is_killed(mortal: Mortal) -> None:
    coach = mortal(99, 6)
    brief = coach.prepare("meetup", people=["noor"], lines_for=1)
    assert "ended while it was writing" in brief.people[0].error
    assert coach.brief_of(brief.draft_id) == brief
