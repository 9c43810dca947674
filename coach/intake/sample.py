"""The sample workspace: invented people, events and notes, dated relative to the day on which they are loaded.

It is data (`coach/data/sample/*.yaml`), so that it can be read and mended without touching code; two YAML tags,
`!day 5` and `!at -7 19:20`, keep the sample's next event a few days ahead whenever somebody tries the product.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import yaml

from coach.domain.models import (
    Capture,
    Commitment,
    Draft,
    Event,
    Goal,
    Help,
    Item,
    Kind,
    Note,
    Person,
    Reflection,
    Story,
)
from coach.intake.shipped import shipped

SAMPLE_EVENT_ID = "sample-event-harbourlight"
"""The event that lies ahead."""
SAMPLE_USER = "Robin Valewright (invented)"
"""Whose workspace the sample is."""
SAMPLE_SOURCE = "sample workspace (invented)"


def load_sample(today: date, language: str = "en") -> list[Item]:
    """Every item of the sample, in the order in which they must be saved, in English or German. Ids never change.

    Dates are counted from `today`; times of day are UTC.
    """
    marks = {"source": SAMPLE_SOURCE}
    records = _read("records.yaml", today, language)
    return [
        *(Goal(**entry) for entry in _read("goals.yaml", today, language)),
        *(Person(**{**entry, **marks, "invented": True}) for entry in _read("people.yaml", today, language)),
        *(Event(**entry) for entry in _read("events.yaml", today, language)),
        *(Note(**{**entry, **marks}) for entry in _notes(_read("notes.yaml", today, language))),
        *(Story(**{**entry, **marks}) for entry in _read("stories.yaml", today, language)),
        *(Commitment(**entry) for entry in records["commitments"]),
        *(Help(**entry) for entry in records["helps"]),
        *(Draft(**entry) for entry in records["drafts"]),
        *(Capture(**entry) for entry in records["captures"]),
        *(Reflection(**entry) for entry in records["reflections"]),
    ]


def sample_ids() -> list[tuple[Kind, str]]:
    """Kind and id of every item of the sample, in the order in which they can be deleted."""
    any_day = date(2000, 1, 1)
    return [(item.kind, item.id) for item in reversed(load_sample(any_day))]


def _notes(threads: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Unfold each thread into its notes: `sample-note-haneul-4` is the fourth of the thread `haneul`."""
    for conversation in threads:
        shared = {key: value for key, value in conversation.items() if key not in ("thread", "notes")}
        thread = f"sample-thread-{conversation['thread']}"
        for position, note in enumerate(conversation["notes"], start=1):
            name = f"sample-note-{conversation['thread']}-{position}"
            yield {**shared, **note, "id": name, "thread": thread, "position": position}


def _read(name: str, today: date, language: str) -> Any:
    text = (shipped("sample", language) / name).read_text(encoding="utf-8")
    # safe: the class below is SafeLoader and two tags that make dates
    return yaml.load(text, Loader=_loader(today))


def _loader(today: date) -> type[yaml.SafeLoader]:
    """A safe loader that knows the two tags: days from `today`, and days with a time of day (UTC)."""

    def day(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> date:
        return today + timedelta(days=int(node.value))

    def moment(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> datetime:
        days, clock = node.value.split()
        return datetime.combine(today + timedelta(days=int(days)), time.fromisoformat(clock), tzinfo=UTC)

    class RelativeDates(yaml.SafeLoader):
        pass

    RelativeDates.add_constructor("!day", day)
    RelativeDates.add_constructor("!at", moment)
    return RelativeDates
