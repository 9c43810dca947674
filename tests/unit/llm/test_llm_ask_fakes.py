"""`ask` over LangChain's own fake models: streaming, stopping, schema in words, loops, errors."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel, GenericFakeChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage
from langchain_core.outputs import ChatGenerationChunk

from coach.errors import ModelCrashedError, ModelError, ModelOutputError, ModelTimeoutError
from coach.llm.ask import ask
from coach.llm.factory import handle_for

QUESTION: list[BaseMessage] = [HumanMessage("Who is Ada?")]
SCHEMA: dict[str, Any] = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}


def test_the_text_comes_in_pieces_and_whole() -> None:
    handle = handle_for(GenericFakeChatModel(messages=iter([AIMessage("Ada wrote the first program.")])))
    pieces: list[str] = []
    answer = ask(handle, QUESTION, max_tokens=50, temperature=0, on_text=pieces.append)
    assert len(pieces) > 3
    assert "".join(pieces) == answer.text == "Ada wrote the first program."
    assert (answer.model, answer.finish_reason, answer.data) == ("fake", "stop", None)


def test_without_counts_the_use_is_an_estimate_that_says_so() -> None:
    answer = ask(handle_for(FakeListChatModel(responses=["four and eight."])), QUESTION, max_tokens=5, temperature=0)
    assert answer.estimated
    assert (answer.usage.prompt, answer.usage.completion, answer.usage.cached) == (3, 4, 0)


def test_json_is_asked_for_in_words_and_parsed() -> None:
    handle = handle_for(FakeListChatModel(responses=['Here: {"name": "Ada"}']))
    assert ask(handle, QUESTION, schema=SCHEMA, max_tokens=50, temperature=0).data == {"name": "Ada"}


def test_broken_json_is_asked_for_once_more_in_silence() -> None:
    handle = handle_for(FakeListChatModel(responses=['{"name": ', '{"name": "Ada"}']))
    pieces: list[str] = []
    answer = ask(handle, QUESTION, schema=SCHEMA, max_tokens=50, temperature=0, on_text=pieces.append)
    assert answer.data == {"name": "Ada"}
    assert "".join(pieces) == '{"name": '
    assert answer.usage.prompt == 6, "both calls count"


def test_json_broken_twice_is_an_error_that_says_what_is_wrong() -> None:
    handle = handle_for(FakeListChatModel(responses=['{"name": 3}', '{"nom": "Ada"}', '{"name": "never asked"}']))
    with pytest.raises(ModelOutputError, match="'name' is a required property"):
        ask(handle, QUESTION, schema=SCHEMA, max_tokens=50, temperature=0)


def test_two_empty_answers_are_an_error() -> None:
    handle = handle_for(FakeListChatModel(responses=[" ", ""]))
    with pytest.raises(ModelOutputError, match="empty"):
        ask(handle, QUESTION, max_tokens=50, temperature=0)


def test_an_answer_that_repeats_itself_is_cut_at_the_first_repeat() -> None:
    text = "Ada liked machines. " + "And then she wrote to Charles. " * 60
    handle = handle_for(FakeListChatModel(responses=[text]))
    answer = ask(handle, QUESTION, max_tokens=5000, temperature=0)
    assert answer.finish_reason == "loop"
    assert answer.text.count("And then") == 1
    assert answer.text.startswith("Ada liked machines.")


def test_a_set_stop_event_ends_the_answer_with_what_there_is() -> None:
    handle = handle_for(FakeListChatModel(responses=["word " * 200], sleep=0.01))
    stop = threading.Event()
    pieces: list[str] = []

    def on_text(piece: str) -> None:
        pieces.append(piece)
        if len(pieces) == 20:
            stop.set()

    began = time.monotonic()
    answer = ask(handle, QUESTION, schema=SCHEMA, max_tokens=5000, temperature=0, on_text=on_text, stop=stop)
    assert time.monotonic() - began < 2
    assert answer.finish_reason == "stopped"
    assert answer.data is None
    assert answer.text == "".join(pieces)[: len(answer.text)]
    assert 20 <= len(answer.text) < 100


def test_a_stop_before_the_start_asks_nothing() -> None:
    stop = threading.Event()
    stop.set()
    answer = ask(handle_for(FakeListChatModel(responses=["x"])), QUESTION, max_tokens=5, temperature=0, stop=stop)
    assert (answer.finish_reason, answer.text) == ("stopped", "")


class Broken(FakeListChatModel):
    """Writes two words, then fails as a vendor would."""

    def _stream(self, *args: Any, **kwargs: Any) -> Iterator[ChatGenerationChunk]:
        yield from super()._stream(*args, **kwargs)
        raise ZeroDivisionError("vendor trouble")


def test_a_vendors_error_in_mid_answer_keeps_the_partial_text() -> None:
    with pytest.raises(ModelCrashedError) as caught:
        ask(handle_for(Broken(responses=["two words"])), QUESTION, max_tokens=5, temperature=0)
    assert caught.value.partial == "two words"
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def test_a_vendors_error_before_any_text_is_ours_with_its_words() -> None:
    with pytest.raises(ModelError, match="vendor trouble"):
        ask(handle_for(Broken(responses=[""])), QUESTION, max_tokens=5, temperature=0)


def test_the_time_limit_holds_for_any_model() -> None:
    handle = handle_for(FakeListChatModel(responses=["slow " * 100], sleep=0.02))
    handle.timeout_s = 0.3
    with pytest.raises(ModelTimeoutError, match="did not finish"):
        ask(handle, QUESTION, max_tokens=5, temperature=0)


def test_an_error_in_on_text_is_the_callers_own_and_ends_the_call() -> None:
    def on_text(_: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ask(handle_for(FakeListChatModel(responses=["x"])), QUESTION, max_tokens=5, temperature=0, on_text=on_text)
