"""Whatever the bytes: a preview or an ImportFileError, from the importers themselves, without the net around them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.domain.intake import Choices, ImportPreview
from coach.errors import ImportFileError
from coach.intake import importers
from coach.intake.dates import as_datetime, find_date
from coach.intake.decoding import decode
from coach.intake.plain_text import plain_text
from coach.intake.registry import choose
from coach.intake.sources import opened

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "intake"
KINDS = ["auto", *(info.name for info in importers())]
SEEDS = [file.read_bytes() for file in sorted(FIXTURES.rglob("*")) if file.is_file()]
calm = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

NAMES = st.sampled_from(["x.json", "x.xml", "x.csv", "x.md", "x.txt", "x", "x.jsonl", "x.zip"])
ANY_TEXT = st.text(alphabet=st.characters(), max_size=30)  # lone surrogates too: JSON and YAML can spell them
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), ANY_TEXT, st.just("2031-05-02"))
JSON = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
)


def read(data: bytes, name: str, kind: str) -> ImportPreview | None:
    """The preview, or None for an ImportFileError; anything else escapes and fails the test."""
    try:
        with opened("", data, name) as source:
            found = choose(source, kind).read(source, Choices())
    except ImportFileError:
        return None
    ids = [item.id for item in found.items]
    assert len(ids) == len(set(ids))
    found.model_dump_json().encode("utf-8")
    return found


@calm
@given(data=st.binary(max_size=400), name=NAMES, kind=st.sampled_from(KINDS))
def test_any_bytes(data: bytes, name: str, kind: str) -> None:
    read(data, name, kind)


@calm
@given(text=st.text(max_size=400), name=NAMES, kind=st.sampled_from(KINDS))
def test_any_text(text: str, name: str, kind: str) -> None:
    read(text.encode("utf-8", "surrogatepass"), name, kind)


@settings(calm, max_examples=250)
@given(
    seed=st.sampled_from(SEEDS),
    cut=st.tuples(st.floats(0, 1), st.floats(0, 1)),
    graft=st.binary(max_size=12) | st.sampled_from([b'"', b"\n", b"null", b"[]", b"{}", b"---", b"\x00", b"<", b"]]"]),
    name=NAMES,
    kind=st.sampled_from(KINDS),
)
def test_damaged_copies_of_good_files(
    seed: bytes, cut: tuple[float, float], graft: bytes, name: str, kind: str
) -> None:
    start, end = sorted(int(part * len(seed)) for part in cut)
    read(seed[:start] + graft + seed[end:], name, kind)


TALK_FIELDS = [
    "title",
    "speakers",
    "description",
    "duration",
    "recorded",
    "tags",
    "related_urls",
    "videos",
    "id",
    "event",
]
EVENT_FIELDS = ["guid", "id", "date", "start", "duration", "room", "title", "subtitle", "track", "type", "url", "tags"]
PERSON_FIELDS = ["id", "guid", "name", "public_name", "biography", "url", "organization"]


def records(fields: list[str], **given_fields: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={**dict.fromkeys(fields, JSON), **given_fields})


@calm
@given(record=records(TALK_FIELDS))
def test_talks_with_fields_of_any_shape(record: dict[str, Any]) -> None:
    read(json.dumps(record).encode(), "talk.json", "pyvideo")
    read(json.dumps(record).encode() + b"\n" + json.dumps(record).encode(), "talks.jsonl", "pyvideo")


@calm
@given(
    head=records(["title", "acronym", "start", "end", "time_zone_name", "venue", "url", "description"]),
    events=st.lists(
        records(EVENT_FIELDS, persons=JSON | st.lists(records(PERSON_FIELDS), max_size=2), abstract=st.text()),
        max_size=3,
    ),
    day=LEAVES,
)
def test_schedules_with_fields_of_any_shape(head: dict[str, Any], events: list[Any], day: Any) -> None:
    days = [{"date": day, "rooms": {"Room": events}}]
    read(json.dumps({"schedule": {"conference": {**head, "days": days}}}).encode(), "schedule.json", "schedule")


@calm
@given(
    fields=st.dictionaries(st.sampled_from(["date", "people", "title", "author", "event", "id", "own"]), JSON),
    body=st.text(),
)
def test_front_matter_of_any_shape(fields: dict[str, Any], body: str) -> None:
    text = f"---\n{json.dumps(fields)}\n---\n{body}\n## Struggle\nx\n## Turn\ny\n"
    for kind in ("notes", "stories"):
        read(text.encode("utf-8", "replace"), "x.md", kind)


@calm
@given(cells=st.lists(st.lists(st.text(max_size=20), max_size=9), max_size=6))
def test_tables_of_any_cells(cells: list[list[str]]) -> None:
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    rows = "\n".join(",".join(row) for row in cells)
    read((header + rows).encode("utf-8", "surrogatepass"), "Connections.csv", "linkedin")


@calm
@given(text=st.text(alphabet="`*_[]()<>!#-+|{}%~^:&;=\\/ \n\tab1.\"'", max_size=200))
def test_plain_text_of_any_markup(text: str) -> None:
    assert isinstance(plain_text(text), str)


@calm
@given(data=st.binary(max_size=300), text=st.text(max_size=60))
def test_any_bytes_are_decoded_and_any_line_may_hold_a_date(data: bytes, text: str) -> None:
    assert isinstance(decode(data)[0], str)
    find_date(text)
    as_datetime(text)


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b'{"schedule":' * 20_000,
        b'{"title": "t", "speakers": [' + b"9" * 5_000 + b"]}",
        b"<schedule>" + b"<a>" * 50_000,
        b"---\n" + b"[" * 20_000 + b"\n---\n",
        b"> " * 20_000,
        b"[" * 20_000 + b"](" * 10_000,
        b"<!--" * 50_000,
        b"\n" * 300_000 + b"x",
        b" " * 300_000 + b"x",
        b"**a " * 30_000,
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_deep_long_and_repetitive_input(data: bytes, kind: str) -> None:
    for name in ("x.json", "x.md"):
        found = read(data, name, kind)
        assert found is None or found.source == name
