"""Store and index held together: save first, index second, and heal whatever a crash left between the two."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from operator import index
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.config import Settings
from coach.domain.evidence import Evidence, Filters
from coach.domain.intake import ImportPreview, SaveReport
from coach.domain.models import Item, Kind, Model, Person
from coach.errors import InputError, NotFoundError
from coach.journeys import arrivals
from coach.journeys.index_change import IndexChange, Progress
from coach.journeys.indexing import Indexing
from coach.journeys.named import changed, kind_given, need_items, text_given
from coach.journeys.traces_in_files import erase_in_files
from coach.storage.forgetting import ForgetReport
from coach.storage.store import Store

if TYPE_CHECKING:
    from coach.recall.index import IndexHealth, RecallIndex
    from coach.recall.shelf import IndexShelf

STARTER = "starter"
"""The collection of stories that ships with the program."""


class DoctorReport(Model):
    """What the doctor counted and mended. All numbers are passages."""

    stored: int
    indexed: int
    missing: int
    orphaned: int
    waiting: int
    repaired: bool
    problems: tuple[str, ...] = ()

    @property
    def healthy(self) -> bool:
        return not (self.missing or self.orphaned or self.waiting or self.problems)


class Keeper:
    """Owns the store and, through `indexing`, the index."""

    def __init__(
        self, home: Path, store: Store, open_shelf: Callable[[], IndexShelf], settings: Callable[[], Settings]
    ):
        self.home = home
        self.store = store
        self.indexing = Indexing(store, open_shelf)
        self._settings = settings

    @property
    def index(self) -> RecallIndex:
        return self.indexing.index

    def close(self) -> None:
        self.indexing.close()
        self.store.close()

    # ----------------------------------------------------------- keeping
    def add(self, items: Iterable[Item], progress: Progress | None = None) -> SaveReport:
        report = self.store.save(need_items(items))
        if progress is None:
            self.catch_up()
        else:
            self.sync(progress)
        return report

    def save_import(
        self, found: ImportPreview, progress: Progress | None = None, stop: threading.Event | None = None
    ) -> SaveReport:
        """Save imported items; what a person added to somebody since the last import is kept."""
        arrivals.remember_columns(self.store, found)
        return self.store.save(arrivals.settled(self.store, found), progress, stop)

    def delete(self, kind: Kind, item_id: str) -> tuple[Item, ...]:
        before = self.store.newest_change()
        gone = self.store.delete(kind_given(kind), item_id)
        self.indexing.learn_first(before, self.store.newest_change())
        return gone

    def change(self, kind: Kind, item_id: str, fields: Mapping[str, Any]) -> Item:
        """Save an item with other fields, and index it."""
        found = self.store.get(kind_given(kind), item_id)
        self.add([changed(found, fields)])
        return self.store.get(found.kind, item_id)

    def forget_person(self, person_id: str, *, delete_notes: bool = False) -> ForgetReport:
        """Forget somebody in the store, in the index, and in the files beside them; the bytes too."""
        from coach.journeys.their_notes import lines_about

        before, eraser = self.store.newest_change(), self.store.eraser_of(person_id)
        lines = lines_about(self.store, person_id, lambda text: eraser(text) != text) if delete_notes else ()
        report = self.store.forget_person(person_id, mode="delete" if delete_notes else "anonymise", lines=lines)
        files_cleaned = erase_in_files(self.home, eraser)
        self.indexing.learn_first(before, self.store.newest_change())
        index_cleaned = self.indexing.erase_traces()
        elsewhere = self.index.elsewhere
        cleaned = report.file_cleaned and files_cleaned and index_cleaned and not elsewhere
        return report.model_copy(update={"file_cleaned": cleaned, "index_elsewhere": elsewhere})

    def sync(self, progress: Progress | None = None) -> int:
        """Index whatever the store holds and the index does not know yet. Returns the number of items."""
        return self.indexing.learn(progress)

    def catch_up(self) -> None:
        """Index what was just saved. While another thread is at it, such as an import, that one learns it too, and
        nobody waits."""
        self.indexing.learn_if_free()

    # ----------------------------------------------------------- finding
    def person(self, wanted: str) -> Person:
        """The person of that id or name. Raises NotFoundError; InputError where several may be meant."""
        person = self.store.find_person(wanted)
        if person is None:
            raise NotFoundError(
                "There is nobody called {wanted!r} here.", "Add the person first, or check the spelling.", wanted=wanted
            )
        return person

    def recall(
        self, query: str, k: int = 10, filters: Filters | None = None, *, explain: bool = False
    ) -> list[Evidence]:
        if not text_given(query).strip():
            raise InputError(
                "The question is {query!r}: there is nothing to look for.", "Type a few words.", query=query
            )
        if not hasattr(k, "__index__") or k < 1:
            raise InputError("The number of results is {k!r}.", "Ask for 1 or more, as a whole number.", k=k)
        from coach.recall.evidence import label

        narrowed = self._known_names(self._switched_off(filters or Filters()))
        return label(self.indexing.search(query, index(k), narrowed, explain=explain))

    def _switched_off(self, filters: Filters) -> Filters:
        if self._settings().starter_stories or filters.collections is not None:
            return filters
        others = tuple(name for name in self.store.story_collections() if name != STARTER)
        return filters.model_copy(update={"collections": others})

    def _known_names(self, filters: Filters) -> Filters:
        """Ask for a person under each of their names, since old notes may hold a name and newer ones the id."""
        if not filters.people:
            return filters
        asked: list[str] = []
        by_id = {person.id: person for person in self.store.people(ids=filters.people)}
        for wanted in filters.people:
            person = by_id.get(wanted) or self.store.find_person(wanted)
            asked += [person.id, person.name, *person.also_called] if person else [wanted]
        return filters.model_copy(update={"people": tuple(dict.fromkeys(asked))})

    # ----------------------------------------------------------- upkeep
    def reindex(self, progress: Progress | None = None) -> int:
        return self.indexing.rebuild(progress)

    @property
    def index_change(self) -> IndexChange | None:
        return self.indexing.change

    def doctor(self, *, repair: bool = True) -> DoctorReport:
        """Count what store and index disagree on; with `repair`, index what is missing and drop what is orphaned."""
        with self.indexing.at_rest() as index:
            health = index.health()
            waiting = self.indexing.waiting()
            stored = {passage.key for passage in self.store.passages(None)}
            indexed = index.keys()
            missing, orphaned = stored - indexed, indexed - stored
            if repair:
                index.heal()
                index.delete(sorted(orphaned))
                index.upsert(list(self.store.passages(_ref(key) for key in sorted(missing))))
                self.sync()
            report = DoctorReport(
                stored=len(stored),
                indexed=len(indexed),
                missing=len(missing),
                orphaned=len(orphaned),
                waiting=waiting,
                repaired=repair,
                problems=_problems(health),
            )
        if repair:
            self.indexing.erase_traces(unless_known=True)
        return report


def _ref(key: str) -> tuple[Kind, str]:
    """The item of a passage's key."""
    kind, _, item_id = key.partition(":")
    return Kind(kind), item_id


def _problems(health: IndexHealth) -> tuple[str, ...]:
    found = []
    if health.missing_in_chroma:
        found.append(f"{len(health.missing_in_chroma)} pieces have lost their vector")
    if health.only_in_chroma:
        found.append(f"{len(health.only_in_chroma)} vectors belong to nothing")
    if not health.mirror_complete:
        found.append("the copy of the vectors is incomplete")
    return tuple(found)
