"""The workspace as one file: taken out and brought into an empty home it is the same; a broken file changes nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from test_storage_round_trip import ITEMS

from coach.domain.models import KINDS, Draft, DraftVersion, Event, Goal, Item, Note, Person, Session, Story
from coach.domain.takeout import Takeout
from coach.errors import ImportFileError, InputError
from coach.export.workspace_file import FORMAT, SCHEMA, from_json, to_json
from coach.storage.store import Store

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def _file(takeout: Takeout) -> bytes:
    return to_json(takeout, made_at=NOW, program="coach 0").encode()


def _moments(value: Any) -> Iterable[datetime]:
    if isinstance(value, datetime):
        yield value
    elif isinstance(value, dict):
        yield from (one for part in value.values() for one in _moments(part))
    elif isinstance(value, list | tuple):
        yield from (one for part in value for one in _moments(part))


def _whole_minutes(item: Item) -> bool:
    """Local times of before 1972 may be off by seconds, which no JSON date says."""
    offsets = (moment.utcoffset() for moment in _moments(item.model_dump()))
    return all(offset is None or not offset.total_seconds() % 60 for offset in offsets)


ANY = st.one_of(*ITEMS.values()).filter(_whole_minutes)


def test_the_strategies_know_every_kind() -> None:
    assert set(ITEMS) == set(KINDS.values())


@pytest.fixture(scope="module")
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new workspace, to be copied: making one takes longer than filling it."""
    path = tmp_path_factory.mktemp("empty") / "workspace"
    Store(path).close()
    return path


FACTS = st.dictionaries(
    st.sampled_from(("voice.en", "voice.de", "intake.columns", "ui.start", "brief.read.d", "seeded")),
    st.text("aé語\n\"'\\", max_size=5),
)
"""Small things that the workspace remembers, by the names under which it does."""


@given(
    first=st.lists(ANY, max_size=6),
    then=st.lists(ANY, max_size=6),
    facts=FACTS,
    merged=st.integers(0, 3),
    parted=st.booleans(),
)
@settings(
    max_examples=15,
    phases=[Phase.generate],
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
    ],
)
def test_out_and_into_an_empty_home_is_the_same_workspace(
    tmp_path: Path,
    empty_home: Path,
    first: list[Item],
    then: list[Item],
    facts: dict[str, str],
    merged: int,
    parted: bool,
) -> None:
    """Saved in two goes, so that names stand there which nobody had yet, and ids that are not here."""
    for name in ("old", "new"):
        shutil.copy(empty_home, tmp_path / name)
    with Store(tmp_path / "old") as old, Store(tmp_path / "new") as new:
        try:
            old.save(first)
            old.save(then)
        except InputError:
            assume(False)
        for name, fact in facts.items():
            old.set_setting(name, fact)
        _merge_some(old, merged, parted=parted)
        out = old.archive.read()
        file = _file(out)

        report = new.archive.bring_in(from_json(file))

        assert report.added == len(out.items)
        assert new.archive.read() == out
        assert _file(new.archive.read()) == file
        again = new.archive.bring_in(from_json(file))
        assert (again.added, again.unchanged, again.kept) == (0, len(out.items), 0)
        assert new.archive.read() == out


def _merge_some(store: Store, merged: int, *, parted: bool) -> None:
    """People made one in a chain, each with the next; the last merge `parted` again; and two who are not the same."""
    people = [person.id for person in store.people()]
    if len(people) > 1:
        store.merging.keep_apart(people[0], people[1])
    merges = [store.merging.merge(kept, other, {}) for other, kept in pairwise(people[: merged + 1])]
    if merges and parted:
        store.merging.unmerge(merges[-1].id)


def _sample() -> list[Item]:
    return [
        Person(id="ann", name="Ann Lee"),
        Person(id="anne", name="Anne Lee"),
        Note(id="n", text="Hello", people=("ann", "anne", "Nobody")),
        Event(id="e", name="Dinner", programme=(Session(id="t", title="Rye", speakers=("anne",)),)),
        Draft(id="d", purpose="follow_up", person="anne", versions=(DraftVersion(number=1, text="Hi."),)),
        Goal(id="g", text="Bake"),
        Story(id="s", title="Mill"),
    ]


def test_people_who_were_made_one_can_be_parted_in_the_new_home(tmp_path: Path) -> None:
    with Store(tmp_path / "old") as old, Store(tmp_path / "new") as new:
        old.save(_sample())
        before = old.archive.read()
        merge = old.merging.merge("ann", "anne", {})
        new.archive.bring_in(from_json(_file(old.archive.read())))
        new.merging.unmerge(merge.id)
        assert new.archive.read() == before


def test_an_older_file_does_not_bring_back_who_was_merged_here(tmp_path: Path) -> None:
    with Store(tmp_path / "old") as store:
        store.save(_sample())
        file = _file(store.archive.read())
        store.merging.merge("ann", "anne", {})
        here = store.archive.read()
        store.archive.bring_in(from_json(file))
        assert store.archive.read() == here


def test_what_is_here_stays_as_it_is_here(tmp_path: Path) -> None:
    with Store(tmp_path / "old") as store:
        store.save(_sample())
        file = _file(store.archive.read())
        store.update(Goal, "g", text="Bake more")
        store.delete(Story, "s")
        report = store.archive.bring_in(from_json(file))
        assert (report.added, report.kept) == (1, 1)
        assert store.get(Goal, "g").text == "Bake more"
        assert store.get(Story, "s").title == "Mill"


def _broken() -> dict[str, bytes]:
    good: dict[str, Any] = json.loads(_file(Takeout(items=tuple(_sample()))))

    def changed(**parts: Any) -> bytes:
        return json.dumps({**good, **parts}).encode()

    items = good["items"]
    return {
        "empty": b"",
        "cut": _file(Takeout(items=tuple(_sample())))[:-40],
        "not text": b"\xff\xfe\x00zip",
        "other JSON": b'[{"format": "x"}]',
        "deep": b"[" * 200_000,
        "newer": changed(schema=SCHEMA + 1),
        "no schema": changed(schema="one"),
        "another format": changed(format=FORMAT + "s"),
        "unknown part": changed(spells=[]),
        "unknown kind": changed(items={**items, "spell": [{"id": "x"}]}),
        "unknown field": changed(items={**items, "goal": [{"id": "g2", "text": "x", "mana": 3}]}),
        "no id": changed(items={**items, "goal": [{"text": "x"}]}),
        "no list": changed(items=None),
        "broken merge": changed(merges=[{"id": "m"}]),
        "broken facts": changed(facts=[1]),
        "same talk twice": changed(items={**items, "event": [*items["event"], {**items["event"][0], "id": "e2"}]}),
    }


@pytest.mark.parametrize("what", _broken())
def test_a_file_that_cannot_be_used_is_refused_and_nothing_is_saved(tmp_path: Path, what: str) -> None:
    with Store(tmp_path / "new") as store:
        store.save([Goal(id="mine", text="Stay")])
        before = store.archive.read()
        with pytest.raises(InputError) as caught:
            store.archive.bring_in(from_json(_broken()[what]))
        assert caught.value.next_step
        assert store.archive.read() == before


def test_a_newer_file_says_so() -> None:
    with pytest.raises(ImportFileError, match=rf"schema {SCHEMA + 1}.*reads up to {SCHEMA}") as caught:
        from_json(_broken()["newer"])
    assert "Update this program" in caught.value.next_step
