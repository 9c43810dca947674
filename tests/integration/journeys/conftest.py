"""A small harbour town for the journeys: real store, real index, an embedder and a model without a mind."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from langchain_core.embeddings import Embeddings
from langchain_core.language_models.chat_models import BaseChatModel

from coach.bootstrap import open_coach
from coach.config import Settings
from coach.domain.models import Commitment, Event, Goal, Item, Note, Person, Session, Story, Telling
from coach.facade import Coach
from coach.llm.factory import ModelHandle, handle_for
from eval.fake import FillingModel

TODAY = date.today()  # noqa: DTZ011 - the journeys ask for the user's own day too
MEETING = datetime(2026, 11, 16, 19, 0, tzinfo=UTC)


class WordEmbeddings(Embeddings):
    """Each word adds a pseudo-random direction of its own: shared words mean nearness."""

    dimensions = 48

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        total = np.full(self.dimensions, 1e-3)
        for word in re.findall(r"\w{3,}", text.casefold()):
            seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big")
            total += np.random.default_rng(seed).normal(size=self.dimensions)
        return [float(value) for value in total / np.linalg.norm(total)]


def talk(number: int, title: str, abstract: str, *speakers: str) -> Session:
    starts = datetime.combine(TODAY + timedelta(days=5), datetime.min.time()).replace(hour=9 + number)
    return Session(id=f"talk-{number}", title=title, abstract=abstract, speakers=speakers, starts=starts, room="Pier 2")


def town() -> list[Item]:
    """Ines speaks about the goal; Tomas is owed a promise; Noor was met; Wanjiru and Pelle are strangers."""
    return [
        Goal(id="goal-data", text="Learn how small teams keep old charts readable", why="Our archive rots"),
        Goal(id="goal-bread", text="Bake bread with neighbours", status="reached"),
        Person(
            id="ines",
            name="Ines Duarte",
            role="archivist",
            organisation="Maritime Museum",
            cares_about=("old charts", "place names"),
        ),
        Person(id="tomas", name="Tomas Berg", role="teacher", cares_about=("exams",)),
        Person(id="noor", name="Noor Haddad", cares_about=("boats",)),
        Person(id="wanjiru", name="Wanjiru Kamau", relation="prospect"),
        Event(
            id="meetup",
            name="Harbour Meetup",
            place="Porto",
            starts=TODAY + timedelta(days=5),
            goals=("goal-data",),
            attendees=("tomas", "noor", "Pelle Dahl"),
            programme=(
                talk(1, "Charts that survive", "How a small team keeps 4,000 old charts readable.", "ines"),
                talk(2, "Seeing engines wait", "Diesel and patience.", "wanjiru"),
            ),
        ),
        Event(id="evening", name="Long Table", place="Lisbon", starts=date(2026, 11, 16), goals=("goal-data",)),
        Note(
            id="note-noor",
            text="Noor repaired a boat with her brother. She fears the winter storms.",
            at=MEETING,
            people=("noor",),
            event="evening",
            thread="noor",
            position=1,
        ),
        Note(
            id="note-ines",
            text="Ines said that volunteers could not agree on place names for 40 charts.",
            at=MEETING,
            people=("ines",),
            event="evening",
            thread="ines",
            position=1,
        ),
        Commitment(id="owed", person="tomas", by="me", what="send the exam questions", due=TODAY + timedelta(days=2)),
        Commitment(id="kept", person="ines", by="me", what="send map symbols", status="kept"),
        Story(
            id="story-flood",
            title="The cellar flood",
            struggle="Old charts stood in water.",
            turn="A neighbour came with a pump.",
            lesson="Ask before it rains.",
            themes=("old charts",),
            told=(Telling(person="ines"),),
        ),
        Story(id="story-loaf", title="The first loaf", text="It burnt, and we ate it.", lesson="Eat what you burn."),
        Story(
            id="story-heard", title="Charts of another", text="Old charts, small teams.", own=False, heard_from="noor"
        ),
    ]


Opener = Callable[..., Coach]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opener]:
    """`opened(model)` gives a coach over the town, with a LangChain model, a handle, or the one without a mind."""
    coaches: list[Coach] = []

    def open_one(
        model: BaseChatModel | ModelHandle | None = None,
        *,
        items: list[Item] | None = None,
        home: str = "home",
        real_embedder: bool = False,
        **settings: Any,
    ) -> Coach:
        chosen = Settings(user_name="Sam", **settings)
        words = None if real_embedder else WordEmbeddings()
        coach = open_coach(tmp_path / home, settings=chosen, model=model or FillingModel(), embeddings=words)
        coaches.append(coach)
        coach.add_many(town() if items is None else items)
        return coach

    yield open_one
    for coach in coaches:
        coach.close()


@pytest.fixture
def no_model() -> ModelHandle:
    """What the settings `llm = none` give: every call is a ModelMissingError."""
    return ModelHandle(name="none", kind="none", context_length=0, where="")


__all__ = ["handle_for"]
