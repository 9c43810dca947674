"""Whatever can be said in the domain's models can be kept: saved and loaded, an item is equal."""

from __future__ import annotations

import string
from datetime import timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coach.domain.models import (
    Answer,
    Capture,
    Channel,
    Commitment,
    Draft,
    DraftVersion,
    Event,
    Goal,
    Help,
    Item,
    Note,
    Person,
    Reflection,
    ReflectionPrompt,
    Rehearsal,
    Session,
    Story,
    Telling,
    TokenUse,
    Turn,
)
from coach.storage.store import Store

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)
SOME = TEXT.filter(lambda text: bool(text.strip()))
IDS = st.text(string.ascii_letters + string.digits + "-:", min_size=1, max_size=12)
# Offsets, not zones: in an hour that a zone has twice, Python finds a time unequal to itself with its offset.
AWARE = st.datetimes(timezones=st.timezones()).map(lambda moment: moment.replace(tzinfo=timezone(moment.utcoffset())))
MOMENTS = st.none() | st.datetimes() | AWARE
DAYS = st.none() | st.dates()
LISTS = st.lists(TEXT, max_size=3)
WHOLE = st.none() | st.integers(1, 10)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | TEXT,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
    max_leaves=5,
)
OBJECTS = st.dictionaries(TEXT, JSON, max_size=3)
MAYBE = st.none() | IDS


def _distinct(programme: list[Session]) -> list[Session]:
    return list({session.id: session for session in programme}.values())


CHANNELS = st.builds(Channel, value=TEXT)
SESSIONS = st.builds(
    Session, id=IDS, title=TEXT, abstract=TEXT, speakers=LISTS.map(lambda s: tuple(dict.fromkeys(filter(None, s)))),
    starts=MOMENTS, minutes=WHOLE, tags=LISTS, room=TEXT, track=TEXT, url=TEXT,
)  # fmt: skip
NAMES = st.lists(SOME, max_size=3, unique=True).map(tuple)
VERSIONS = st.builds(
    DraftVersion, number=st.integers(1, 99), text=TEXT, subject=TEXT, at=MOMENTS, model=TEXT, prompt_name=TEXT,
    prompt_hash=TEXT, evidence=st.lists(OBJECTS, max_size=2).map(tuple), check=st.none() | OBJECTS,
    usage=st.builds(TokenUse, prompt=st.integers(0, 9999), seconds=st.floats(0, 1e6)),
)  # fmt: skip
ITEMS: dict[type[Item], st.SearchStrategy[Item]] = {
    Person: st.builds(
        Person, id=IDS, created_at=st.none(), name=SOME, also_called=LISTS, role=TEXT, organisation=TEXT, about=TEXT,
        channels=st.lists(CHANNELS, max_size=3).map(tuple), cares_about=LISTS, values=LISTS, how_met=TEXT,
        language=TEXT, follow_up_on=DAYS, source=TEXT, cadence_days=st.none() | st.integers(0, 3650), quiet_until=DAYS,
        in_touch_on=DAYS,
    ),
    Event: st.builds(
        Event, id=IDS, created_at=st.none(), name=SOME, starts=DAYS, ends=DAYS, place=TEXT, url=TEXT, about=TEXT,
        programme=st.lists(SESSIONS, max_size=3).map(_distinct).map(tuple), attendees=NAMES, goals=NAMES, source=TEXT,
    ),
    Goal: st.builds(Goal, id=IDS, created_at=st.none(), text=SOME, why=TEXT, values=LISTS, due=DAYS),
    Note: st.builds(
        Note, id=IDS, created_at=st.none(), text=SOME, at=MOMENTS, author=st.none() | SOME, people=LISTS, event=MAYBE,
        goal=MAYBE, thread=st.none() | TEXT, position=st.none() | st.integers(-9, 9), source=TEXT,
    ),
    Story: st.builds(
        Story, id=IDS, created_at=st.none(), title=SOME, struggle=TEXT, turn=TEXT, result=TEXT, lesson=TEXT, text=TEXT,
        heard_from=st.none() | SOME, about_people=LISTS, themes=LISTS, good_for=LISTS, at=DAYS, event=MAYBE,
        told=st.lists(st.builds(Telling, person=SOME, at=DAYS, event=MAYBE), max_size=3).map(tuple),
        collection=TEXT, source=TEXT,
    ),
    Commitment: st.builds(
        Commitment, id=IDS, created_at=st.none(), person=SOME, what=SOME, due=DAYS, made_on=DAYS, event=MAYBE,
        note=MAYBE,
    ),
    Help: st.builds(
        Help, id=IDS, created_at=st.none(), person=SOME, by=st.sampled_from(["me", "them"]), what=SOME, at=DAYS,
        event=MAYBE, note=MAYBE,
    ),
    Draft: st.builds(
        Draft, id=IDS, created_at=st.none(), person=st.none() | SOME, event=MAYBE, goals=NAMES, channel=TEXT, tone=TEXT,
        language=TEXT, versions=st.lists(VERSIONS, max_size=3).map(tuple), sent_at=MOMENTS, sent_version=WHOLE,
        next_on=DAYS,
    ),
    Reflection: st.builds(
        Reflection, id=IDS, created_at=st.none(), event=MAYBE, at=MOMENTS, lessons=TEXT, draft=MAYBE,
        prompts=st.lists(st.builds(ReflectionPrompt, text=TEXT, labels=NAMES), max_size=3).map(tuple),
        answers=st.lists(st.builds(Answer, prompt=TEXT, text=TEXT, at=MOMENTS), max_size=3).map(tuple),
        energy_before=WHOLE, energy_after=WHOLE, belonging=WHOLE,
    ),
    Rehearsal: st.builds(
        Rehearsal, id=IDS, created_at=st.none(), person=st.none() | SOME, who=TEXT, aim=TEXT, event=MAYBE,
        evidence=st.lists(OBJECTS, max_size=2).map(tuple),
        turns=st.lists(
            st.builds(
                Turn, by=st.sampled_from(["me", "them"]), text=SOME, at=MOMENTS, labels=NAMES,
                check=st.none() | OBJECTS, model=TEXT,
            ), max_size=3,
        ).map(tuple),
    ),
    Capture: st.builds(
        Capture, id=IDS, created_at=st.none(), text=TEXT.filter(bool), at=MOMENTS, event=MAYBE,
        proposal=st.none() | OBJECTS,
    ),
}  # fmt: skip
SETTINGS = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
    phases=[Phase.generate],
)


@pytest.mark.parametrize("model", ITEMS, ids=lambda model: model.__name__)
def test_a_saved_item_is_loaded_equal_and_saving_it_again_changes_nothing(
    address: str | Path, model: type[Item]
) -> None:
    @given(item=ITEMS[model])
    @SETTINGS
    def check(item: Item) -> None:
        store.save([item])
        loaded = store.get(model, item.id)
        assert loaded.created_at is not None
        assert loaded.model_copy(update={"created_at": None}) == item
        assert store.save([item]).unchanged == 1
        list(store.passages([(item.kind, item.id)]))
        store.delete(model, item.id)

    with Store(address) as store:
        check()
        assert store.count(model) == 0
