"""The feed waits for a pause in the writing, but nobody waits for the feed."""

from __future__ import annotations

import threading

import pytest

from coach.recall import feed
from coach.recall.feed import Feed


class Waiting:
    """What is still to be sent; `empty` is set when the last of it has gone."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.empty = threading.Event()

    def send(self) -> bool:
        if not self.number:
            self.empty.set()
            return False
        self.number -= 1
        return True


def test_what_was_written_is_sent_once_the_writing_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "PAUSE", 0.001)
    waiting = Waiting(3)
    carrier = Feed(waiting.send)
    carrier.wake()
    assert waiting.empty.wait(60)
    assert waiting.number == 0
    carrier.end()


def test_closing_sends_everything_without_waiting_for_a_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "PAUSE", 3_600)
    waiting = Waiting(3)
    carrier = Feed(waiting.send)
    carrier.wake()
    ended = threading.Thread(target=carrier.end, daemon=True)
    ended.start()
    ended.join(60)
    assert not ended.is_alive()
    assert waiting.number == 0


def test_writing_without_a_pause_is_carried_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "PAUSE", 0.001)
    waiting = Waiting(1)
    carrier = Feed(waiting.send)
    carrier.wake()
    for _ in range(60_000):
        carrier.wake()
        if waiting.empty.wait(0.001):
            break
    assert waiting.number == 0
    carrier.end()
