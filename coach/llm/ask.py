"""The one way to ask the model: streamed, stoppable, bounded in time, with JSON when a schema is given.

Whatever goes wrong becomes one of our errors here, once; callers never see a vendor's.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from langchain_core.messages import AIMessageChunk, BaseMessage

from coach.domain.models import TokenUse
from coach.errors import (
    CoachError,
    ModelError,
    ModelOutputError,
    ModelTimeoutError,
)
from coach.llm.answers import Answer, FinishReason, parse_json, repeated_tail, response_format, with_schema_in_words
from coach.llm.faults import broken_off, refused_field, translate
from coach.llm.handle import CHARACTERS_A_TOKEN, ModelHandle
from coach.llm.stream import Stopped, chunks_of, read_stream
from coach.llm.veil import Unveiling, Veil
from coach.llm.wire import Call

LOOP_CHECK_EVERY = 16
SECOND_TRY_TEMPERATURE = 0.3
FINISH_REASONS: dict[str, FinishReason] = {"stop": "stop", "length": "length", "max_tokens": "length"}


@dataclass(frozen=True)
class Request:
    """What one call sends."""

    messages: list[BaseMessage]
    schema: dict[str, Any] | None
    max_tokens: int
    temperature: float
    seed: int | None
    slot: int | None = None

    def second_try(self) -> Request:
        """Warmer and with another seed: the same request at temperature 0 would fail the same way."""
        warmer = max(self.temperature, SECOND_TRY_TEMPERATURE)
        return replace(self, temperature=warmer, seed=(self.seed or 0) + 1)


def ask(
    handle: ModelHandle,
    messages: list[BaseMessage],
    *,
    schema: dict[str, Any] | None = None,
    max_tokens: int,
    temperature: float,
    on_text: Callable[[str], None] | None = None,
    stop: threading.Event | None = None,
    seed: int | None = None,
    slot: int | None = None,
) -> Answer:
    """Ask and wait for the whole answer; `on_text` gets each piece of it as it is written.

    With a `schema`, `Answer.data` is the parsed JSON, and an answer that does not match is asked for once
    more (without `on_text`). When `stop` is set the server stops writing, and the answer so far comes back
    with finish reason "stopped". The time limit (`handle.timeout_s`, seconds) begins when the model is ready.
    `slot`: which of the embedded server's slots is to read it; else the server chooses.

    Raises ModelMissingError (no model), ModelConsentError, ModelTimeoutError, ModelCrashedError, ModelOutputError
    (empty, or no matching JSON, twice), ModelError (the server refused; its own words). `partial` of each holds
    what was written.
    """
    request = Request(messages, schema, max_tokens, temperature, seed, slot)
    answer = _ask_once(handle, request, on_text, stop)
    fault = _fault(answer, schema)
    if fault:
        second = _ask_once(handle, request.second_try(), None, stop)
        fault = _fault(second, schema)
        answer = second.model_copy(update={"usage": answer.usage + second.usage})
    if fault:
        raise ModelOutputError(
            "The model {name!r} gave an answer that cannot be used: {fault}.",
            "Try again, shorten what you ask, or choose a better model with `coach model use`.",
            partial=answer.text,
            name=handle.name,
            fault=fault,
        )
    if schema is not None and answer.finish_reason != "stopped":
        answer = answer.model_copy(update={"data": parse_json(answer.text, schema)})
    return answer


def _fault(answer: Answer, schema: dict[str, Any] | None) -> str:
    """What is wrong with the answer; empty when it can be used."""
    if answer.finish_reason == "stopped":
        return ""
    if not answer.text.strip():
        return "it is empty"
    if schema is None:
        return ""
    try:
        parse_json(answer.text, schema)
    except ValueError as exc:
        if answer.finish_reason == "loop":
            return "it repeats itself"
        cut = f" (it was cut at {answer.usage.completion} tokens)" if answer.finish_reason == "length" else ""
        return f"{exc}{cut}"
    return ""


def _ask_once(
    handle: ModelHandle, request: Request, on_text: Callable[[str], None] | None, stop: threading.Event | None
) -> Answer:
    """One answer, without the request fields that this server has been found to reject."""
    while True:
        if not handle.wait_ready(stop):
            return Answer(text="", model=handle.name, finish_reason="stopped")
        reading = _Reading(handle, request, on_text)
        try:
            return reading.run(stop)
        except CoachError:
            raise
        except Exception as exc:
            reading.show_what_was_held()
            field = refused_field(exc, handle.sendable - handle.refused) if not reading.text else None
            if field is None:
                raise translate(exc, handle, reading.text, reading.call) from exc
            handle.refused.add(field)


class _Reading:
    """One stream as it is read: the text so far, the counts, and how it ended."""

    def __init__(self, handle: ModelHandle, request: Request, on_text: Callable[[str], None] | None) -> None:
        self.handle = handle
        self.request = request
        self.on_text = on_text
        self.call = Call()
        self.veil = handle.veil()
        self.unveiling = Unveiling(self.veil, as_json=request.schema is not None) if self.veil else None
        self.text = ""
        self.usage: dict[str, Any] = {}
        self.finish: FinishReason | None = None

    def run(self, stop: threading.Event | None) -> Answer:
        began = time.monotonic()
        messages, options = call_options(self.handle, self.request, self.veil)
        model = self.handle.model
        stream = read_stream(lambda: chunks_of(model, messages, options), self.call, self.handle.timeout_s, stop)
        for number, event in enumerate(stream):
            if isinstance(event, Stopped):
                self._ended_by(event)
                break
            self._take(event)
            if number % LOOP_CHECK_EVERY == LOOP_CHECK_EVERY - 1 and self._loops():
                break
        stream.close()
        self.show_what_was_held()
        if self.finish is None:
            self._ended_without_word()
        return self._answer(time.monotonic() - began)

    def _take(self, chunk: AIMessageChunk) -> None:
        piece = str(chunk.text)
        self._show(self.unveiling.feed(piece) if self.unveiling else piece)
        if chunk.usage_metadata:
            self.usage = dict(chunk.usage_metadata)
        reason = chunk.response_metadata.get("finish_reason")
        if reason:
            self.finish = FINISH_REASONS.get(str(reason), "other")

    def _show(self, piece: str) -> None:
        if piece:
            self.text += piece
            if self.on_text:
                self.on_text(piece)

    def show_what_was_held(self) -> None:
        """The end of the text, where a placeholder might still have come."""
        if self.unveiling and self.finish != "loop":
            self._show(self.unveiling.end())

    def _loops(self) -> bool:
        start = repeated_tail(self.text)
        if start < 0:
            return False
        self.text, self.finish = self.text[:start], "loop"
        return True

    def _ended_by(self, event: Stopped) -> None:
        if event.why == "stop":
            self.finish = "stopped"
            return
        limit = "wrote nothing for a while" if event.why == "gap" else "did not finish"
        raise ModelTimeoutError(
            "The model {name!r} {limit}; the call was ended after {seconds:.0f} s.",
            "Ask for less at a time, or raise `llm_timeout_s` in the settings.",
            partial=self.text,
            name=self.handle.name,
            limit=limit,
            seconds=event.seconds,
        )

    def _ended_without_word(self) -> None:
        """Every server of the protocol says why it ended; one that does not was cut off."""
        if self.handle.kind != "other":
            raise broken_off(self.handle, self.text, self.call)
        self.finish = "stop"

    def _answer(self, seconds: float) -> Answer:
        return Answer(
            text=self.text,
            usage=self._use(seconds),
            model=self.handle.name,
            finish_reason=self.finish or "other",
            estimated=not self.usage,
        )

    def _use(self, seconds: float) -> TokenUse:
        if not self.usage:
            asked = sum(len(str(message.text)) for message in self.request.messages)
            return TokenUse(
                prompt=-(-asked // CHARACTERS_A_TOKEN),
                completion=-(-len(self.text) // CHARACTERS_A_TOKEN),
                seconds=seconds,
            )
        details = self.usage.get("input_token_details") or {}
        return TokenUse(
            prompt=self.usage.get("input_tokens") or 0,
            cached=details.get("cache_read") or 0,
            completion=self.usage.get("output_tokens") or 0,
            seconds=seconds,
        )


def call_options(
    handle: ModelHandle, request: Request, veil: Veil | None = None
) -> tuple[list[BaseMessage], dict[str, Any]]:
    """The messages (behind the veil) and LangChain options of a call, without what this server refuses.

    The schema goes in `extra_body`: given as `response_format`, LangChain's client would parse the answer
    itself and fail on one that was cut.
    """
    messages = _veiled(request.messages, veil) if veil else request.messages
    if handle.kind == "other":
        return (with_schema_in_words(messages, request.schema) if request.schema else messages), {}
    sent = handle.sendable - handle.refused
    body: dict[str, Any] = {}
    options: dict[str, Any] = {"extra_body": body}
    body["max_completion_tokens" if handle.kind == "openai" else "max_tokens"] = request.max_tokens
    if "temperature" in sent:
        options["temperature"] = request.temperature
    if "seed" in sent and request.seed is not None:
        options["seed"] = request.seed
    if "stream_options" not in sent:
        options["stream_usage"] = False
    if handle.kind == "embedded":
        body["cache_prompt"] = True
        if request.slot is not None:
            body["id_slot"] = request.slot
    if request.schema and "response_format" in sent:
        body["response_format"] = response_format(request.schema)
    elif request.schema:
        messages = with_schema_in_words(messages, request.schema)
    return messages, options


def _veiled(messages: list[BaseMessage], veil: Veil) -> list[BaseMessage]:
    """All but the system's part, which comes with the program and holds nothing of anybody's."""
    return [
        message if message.type == "system" else message.model_copy(update={"content": veil.out(str(message.text))})
        for message in messages
    ]


__all__ = ["Answer", "ModelError", "ask"]
