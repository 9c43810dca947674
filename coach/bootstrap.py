"""`open_coach()`: the only place where adapters are chosen and wired."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from coach.config import Settings, default_home, load_settings, models_dir
from coach.domain.models import Kind, Story
from coach.errors import InputError, NotFoundError, StoreError
from coach.facade import Coach
from coach.journeys.keeper import Keeper
from coach.llm.factory import handle_for, make_chat_model, unusable_model
from coach.llm.handle import ModelHandle
from coach.llm.outbound import OPENAI_HOST, Known, Outbound, require_search_address, search_elsewhere
from coach.storage.store import Store

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings
    from langchain_core.language_models.chat_models import BaseChatModel

    from coach.recall.shelf import IndexShelf

DATABASE = "workspace.sqlite3"
_SEEDED = "starter stories of version 1"


def open_coach(
    home: Path | str | None = None,
    *,
    settings: Settings | None = None,
    model: BaseChatModel | ModelHandle | None = None,
    embeddings: Embeddings | None = None,
    sample: bool = False,
    starter: bool = False,
    language: str = "en",
) -> Coach:
    """Open a workspace, creating it on first use (`home=None`: the user's data folder).

    `model` and `embeddings` take any LangChain chat model or embedder in place of the configured ones.
    `sample` puts the invented sample people and events into a workspace that is new; `starter` the starter
    stories, both in `language` (`en`, `de`) unless the settings name one for the app. Raises InputError for unusable
    settings, StoreError when the folder or the database cannot be used.
    """
    folder = Path(home).expanduser() if home is not None else default_home()
    _make_folder(folder)
    chosen = settings or load_settings(folder)
    store = Store(chosen.database_url or folder / DATABASE)
    holder: dict[str, Coach] = {}
    outbound = Outbound(folder, lambda: holder["coach"].settings, lambda: _known_names(store))
    shelf = _shelf_opener(folder, chosen, embeddings, outbound)
    keeper = Keeper(folder, store, shelf, lambda: holder["coach"].settings)
    coach = Coach(folder, chosen, keeper, _model_opener(outbound, model))
    holder["coach"] = coach
    spoken = language if chosen.app_language == "auto" else chosen.app_language
    _seed(store, sample=sample, starter=starter, language=spoken)
    return coach


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as exc:
        raise StoreError(
            f"The workspace folder {str(folder)!r} cannot be made: {exc.strerror}.",
            "Choose another with COACH_HOME or --home.",
        ) from exc


def _shelf_opener(
    folder: Path, settings: Settings, embeddings: Embeddings | None, outbound: Outbound
) -> Callable[[], IndexShelf]:
    def open_shelf() -> IndexShelf:
        from coach.recall.embedders import embedder_name, settings_for
        from coach.recall.shelf import IndexShelf

        given = type(embeddings).__name__

        def embeddings_of(name: str) -> Embeddings:
            if embeddings is not None and name == given:
                return embeddings
            return _embedder(settings_for(name, settings), outbound)

        wanted = embedder_name(settings) if embeddings is None else given
        return IndexShelf(folder / "index", wanted, embeddings_of, chroma_url=settings.chroma_url)

    return open_shelf


def _embedder(settings: Settings, outbound: Outbound) -> Embeddings:
    """The embedder of the settings; one elsewhere asks for consent, and notes what it sends."""
    from coach.recall.embedders import make_embeddings

    if settings.embedder != "compatible":
        return make_embeddings(settings)
    from coach.llm.faults import search_fault
    from coach.llm.wire import CallClient

    require_search_address(settings)
    where = search_elsewhere(settings)
    told = partial(search_fault, where=settings.embeddings_base_url or OPENAI_HOST)
    if not where:
        return make_embeddings(settings, told=told)
    return make_embeddings(
        settings,
        allow=lambda: outbound.require_search_consent(where),
        told=told,
        http_client=CallClient(log=outbound.log),
    )


def _known_names(store: Store) -> Known:
    """Who a placeholder is for, when a prompt leaves this machine."""
    people = store.people()
    forms = sorted({form for person in people for form in (person.name, *person.also_called)})
    return Known(tuple(forms), tuple(sorted({person.organisation for person in people if person.organisation})))


def _model_opener(outbound: Outbound, model: BaseChatModel | ModelHandle | None) -> Callable[[], ModelHandle]:
    """What makes the handle when it is first asked for. A model that cannot be made must not keep anybody from what
    needs none."""

    def open_model() -> ModelHandle:
        if model is None:
            settings = outbound.settings()
            try:
                return make_chat_model(settings, models_dir(), outbound=outbound)
            except InputError as fault:
                return unusable_model(settings, fault)
        return model if isinstance(model, ModelHandle) else handle_for(model)

    return open_model


def _seed(store: Store, *, sample: bool, starter: bool, language: str) -> None:
    """What a new workspace starts with. Done once: what a person deletes stays deleted."""
    new = store.setting("seeded") is None
    if starter and store.setting("starter") is None:
        store.save(starter_stories(language))
        store.set_setting("starter", _seeded(language))
    if sample and new and not any(store.count(kind) for kind in (Kind.PERSON, Kind.EVENT, Kind.NOTE, Kind.GOAL)):
        from coach.intake.sample import load_sample

        store.save(load_sample(date.today(), language))  # noqa: DTZ011 - the user's own calendar day is meant
    if new and (sample or starter):
        store.set_setting("seeded", "with sample" if sample else "without sample")


def _seeded(language: str) -> str:
    return _SEEDED if language == "en" else f"{_SEEDED}, {language}"


def starter_stories(language: str = "en") -> list[Story]:
    """The stories that ship with the program, in English or in a language that they were translated to."""
    from coach.intake import preview
    from coach.intake.shipped import shipped

    files = shipped("starter_stories", language)
    found = [item for item in preview(files, kind="stories").items if isinstance(item, Story)]
    return [story for story in found if story.id.startswith("starter-")]


def starter_stories_follow(coach: Coach, language: str) -> int:
    """Tell the starter stories in the language that the app speaks now. Those that the user has edited or deleted stay
    as they are. Returns how many changed."""
    marked = coach.store.setting("starter")
    if marked is None or marked == _seeded(language):
        return 0
    shipped = {(story.id, story.title, story.struggle) for one in ("en", "de") for story in starter_stories(one)}
    kept = {story.id: story for story in coach.store.stories()}
    changed = [
        old.model_copy(update={part: getattr(story, part) for part in _TOLD})
        for story in starter_stories(language)
        if (old := kept.get(story.id)) and (old.id, old.title, old.struggle) in shipped and old.title != story.title
    ]
    coach.store.save(changed)
    coach.store.set_setting("starter", _seeded(language))
    return len(changed)


_TOLD = ("title", "struggle", "turn", "result", "lesson", "text", "themes", "good_for")
"""The parts of a story that are told in a language."""


def add_sample(coach: Coach, language: str = "en") -> None:
    """Put the invented people, events and notes in, their dates counted from today."""
    from coach.intake.sample import load_sample

    coach.add_many(load_sample(date.today(), language))  # noqa: DTZ011 - the user's own calendar day is meant


def remove_sample(coach: Coach) -> int:
    """Take the invented people, events and notes out again. Returns how many items went."""
    from coach.intake.sample import sample_ids

    removed = 0
    for kind, item_id in sample_ids():
        try:
            coach.store.delete(kind, item_id)
            removed += 1
        except NotFoundError:
            continue
    coach.sync()
    return removed
