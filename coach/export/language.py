"""The language of an export: its words are English here, and whoever asks for another language brings theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from coach.errors import filled

Say = Callable[[str, Mapping[str, object]], str]
"""English words with fields as of `str.format`, and what fills them, to the words of a language."""
_say: ContextVar[Say] = ContextVar("say", default=filled)


@contextmanager
def speaking(say: Say) -> Iterator[None]:
    """What is exported within speaks that language."""
    before = _say.set(say)
    try:
        yield
    finally:
        _say.reset(before)


def said(words: str, **values: object) -> str:
    """The words in the language of the export."""
    return _say.get()(words, values)
