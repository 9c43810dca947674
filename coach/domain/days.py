"""Days and moments as callers hand them over: a `date`, a `datetime` or ISO text, and nothing else.

What cannot be read is an error that names it: a day that is passed over in silence changes the answer unseen.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from coach.errors import InputError

NEXT_STEP = "Give a date, a datetime, or text like 2026-03-01."


def read_day(value: Any) -> date | None:
    """The day of a date, a datetime or ISO text (`2026-03-01`, `20260301`, `2026-03-01T18:30Z`); None for all else."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    moment = _from_iso(value)
    return moment.date() if moment else None


def is_given(value: Any) -> bool:
    """False for None and for blank text, which both mean that nothing was given."""
    return value is not None and not (isinstance(value, str) and not value.strip())


def day_given(value: Any) -> date | None:
    """The day, or None where none was given. Raises InputError for what is no day."""
    if not is_given(value):
        return None
    day = read_day(value)
    if day is None:
        raise InputError("The day is {value}, which cannot be read.", NEXT_STEP, value=shown(value))
    return day


def moment_given(value: Any) -> datetime | None:
    """The moment, or None where none was given; of a day alone its beginning, in UTC. Raises InputError."""
    if not is_given(value) or isinstance(value, datetime):
        return value or None
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    moment = _from_iso(value)
    if moment is None:
        raise InputError("The time is {value}, which cannot be read.", NEXT_STEP, value=shown(value))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _from_iso(value: Any) -> datetime | None:
    """Digits alone, as JSON may hold them, count as the text that they are."""
    if not isinstance(value, (str, int)) or isinstance(value, bool):
        return None
    try:
        return datetime.fromisoformat(str(value).strip().replace("Z", "+00:00"))
    except ValueError:
        return None


SHOWN = 80
"""Characters of a value that an error shows."""


def shown(value: Any) -> str:
    """A value as an error names it: as Python writes it, cut where it is long."""
    written = repr(value)
    return written if len(written) <= SHOWN else f"{written[:SHOWN]}…"
