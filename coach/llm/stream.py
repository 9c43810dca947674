"""Reads a chat model's stream in a thread of its own, so that a caller can stop it and no call hangs.

The reading thread blocks on the network; this side waits in short steps, and ends the call by shutting its
socket down, at which a server stops writing.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import Any

from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage
from langsmith import tracing_context

from coach.llm.wire import Call, CallCancelled, this_call

POLL_S = 0.05
GAP_TIMEOUT_S = 90.0
"""The longest silence in mid-answer, in seconds (a machine that is busy with other work can be that slow);
the first chunk may take as long as the whole call."""


@dataclass(frozen=True)
class Stopped:
    """The end of a stream that did not come from the model: the caller stopped it, or time ran out."""

    why: str
    seconds: float


Event = AIMessageChunk | Exception | Stopped | None


def read_stream(
    start: Callable[[], Iterator[Any]], call: Call, timeout_s: float, stop: threading.Event | None
) -> Generator[AIMessageChunk | Stopped, None, None]:
    """Chunks as they come; a `Stopped` last, where the caller or the clock ended it.

    Raises whatever the model's client raises. The connection is closed in every case.
    """
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(start, call, events), name="model-stream", daemon=True).start()
    try:
        yield from _until_done(events, timeout_s, stop)
    finally:
        call.cancel()


def _until_done(
    events: queue.SimpleQueue[Event], timeout_s: float, stop: threading.Event | None
) -> Iterator[AIMessageChunk | Stopped]:
    began = last = time.monotonic()
    heard = False
    while True:
        now = time.monotonic()
        if stop and stop.is_set():
            yield Stopped("stop", now - began)
            return
        if now - began > timeout_s or (heard and now - last > GAP_TIMEOUT_S):
            yield Stopped("total" if now - began > timeout_s else "gap", now - began)
            return
        try:
            event = events.get(timeout=POLL_S)
        except queue.Empty:
            continue
        if event is None:
            return
        if isinstance(event, Exception):
            raise event
        heard, last = True, time.monotonic()
        yield event


def _read(start: Callable[[], Iterator[Any]], call: Call, events: queue.SimpleQueue[Event]) -> None:
    try:
        # Notes are private: tracing that the environment switches on must not send them to a third party.
        with this_call(call), tracing_context(enabled=False):
            for chunk in start():
                if call.cancelled:
                    break
                events.put(chunk)
        events.put(None)
    except CallCancelled:
        events.put(None)
    except Exception as exc:
        events.put(exc)


def chunks_of(model: BaseChatModel, messages: list[BaseMessage], options: dict[str, Any]) -> Iterator[Any]:
    """LangChain's stream; a stream without a single chunk is an empty answer, not an error."""
    try:
        yield from model.stream(messages, **options)
    except ValueError as exc:
        if "No generation chunks" not in str(exc):
            raise
