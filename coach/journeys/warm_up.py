"""What takes its time when it is used first: loaded by using it once, on a note that nobody wrote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from coach.domain import reading
from coach.domain.evidence import Filters
from coach.domain.grounding import check_draft
from coach.domain.models import Capture
from coach.journeys.capture import read_by_rule
from coach.journeys.keeper import Keeper
from coach.journeys.second_reading import hushed_in

_NOTE = "Ann Lee runs a bakery in Leeds. She likes clocks. I promised her the list by Friday."
_DRAFT = "Good to see you, Ann. The list comes on Friday."


def parts(keeper: Keeper) -> Sequence[Callable[[], object]]:
    """Each to be called once: the check, the rules and the reader of notes, and, last, recall."""
    return (_check, _read, lambda: hushed_in(_NOTE), lambda: keeper.recall(_NOTE, 1, Filters()))


def _check() -> object:
    note = {"label": "N1", "kind": "note", "text": _NOTE, "author": None, "at": "2026-01-05"}
    return check_draft(_DRAFT, [note], {"person": "Ann Lee", "today": "2026-01-07"})


def _read() -> object:
    capture = Capture(text=_NOTE, at=datetime(2026, 1, 5, tzinfo=UTC))
    return read_by_rule(capture, (), date(2026, 1, 5)), reading.note_sentences(_NOTE)
