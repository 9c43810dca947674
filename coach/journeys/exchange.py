"""Taking everything along, and bringing it in: the workspace as a file, people as cards, dates as a calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from importlib.metadata import version as version_of
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from coach.config import Settings
from coach.domain.models import Kind
from coach.domain.takeout import BroughtIn, Takeout
from coach.errors import ImportFileError, NotFoundError
from coach.journeys.doors import closed_doors, the_dead
from coach.journeys.keeper import Keeper

if TYPE_CHECKING:
    from coach.export.vcard import Version

OF_THIS_MACHINE = frozenset(
    {
        *("llm", "llm_model", "llm_base_url", "llm_timeout_s", "embedder", "embeddings_base_url", "embeddings_model"),
        *("database_url", "chroma_url", "accepted_providers", "hidden_fields"),
    }
)
"""Settings that a file neither takes nor changes: where things run, what may be sent where, URLs with passwords."""


class Exchange:
    """`settings` is asked for at each call; `configure` keeps new ones."""

    def __init__(self, keeper: Keeper, settings: Settings, configure: Callable[[Settings], None]) -> None:
        self._keeper = keeper
        self._settings = settings
        self._configure = configure

    def takeout(self) -> Takeout:
        """Everything that belongs to the user."""
        choices = self._settings.model_dump(mode="json", exclude=set(OF_THIS_MACHINE), exclude_defaults=True)
        return self._keeper.store.archive.read().model_copy(update={"choices": choices})

    def workspace_file(self) -> bytes:
        """The whole workspace as JSON, which `bring_in` reads."""
        from coach.export.workspace_file import to_json

        program = f"conversation-coach {version_of('conversation-coach')}"
        return to_json(self.takeout(), made_at=datetime.now(UTC), program=program).encode()

    def folder(self) -> bytes:
        """The workspace as a zip of Markdown, for reading."""
        from coach.export.folder import to_zip

        return to_zip(self.takeout())

    def contacts(self, version: Version = "4.0", people: Iterable[str] | None = None) -> bytes:
        """People as vCard; all, or those with these ids. Raises NotFoundError for an id that nobody has."""
        from coach.export.vcard import to_vcards

        wanted = None if people is None else list(people)
        found = self._keeper.store.people(ids=wanted)
        if missing := set(wanted or ()) - {person.id for person in found}:
            raise NotFoundError(
                "There is no person with the id {missing!r}.", "List people, and use an id.", missing=min(missing)
            )
        return to_vcards(found, version).encode()

    def calendar(self) -> bytes:
        """Events, follow-ups and open promises with a date, as iCalendar; nobody is to be written to who has died or
        whom the notes say to avoid."""
        from coach.export.calendar import to_ics

        store, dead, closed = self._keeper.store, the_dead(self._keeper), closed_doors(self._keeper)
        promises = [one for one in store.commitments(status="open") if one.by == "me" or one.person not in dead]
        people = (one.model_copy(update={"follow_up_on": None}) if one.id in closed else one for one in store.people())
        return to_ics(store.events(with_programme=False), people, promises, now=datetime.now(UTC))

    def newcomers(self, data: bytes) -> tuple[str, ...]:
        """Names of the people whom `bring_in` would add to those who are here: none for a workspace without people.

        Nothing tells who of them was forgotten here, so they are to be looked at first. Raises ImportFileError.
        """
        from coach.export.workspace_file import from_json

        takeout = from_json(data)
        store = self._keeper.store
        return store.archive.newcomers(takeout) if store.count(Kind.PERSON) else ()

    def bring_in(self, data: bytes) -> BroughtIn:
        """Add what a workspace file holds and this workspace lacks; what is here stays as it is.

        Raises ImportFileError for a file that is broken, foreign or of a newer version; nothing is saved then.
        """
        from coach.export.workspace_file import from_json

        takeout = from_json(data)
        settings = self._with_choices(takeout.choices)
        report = self._keeper.store.archive.bring_in(takeout)
        if settings != self._settings:
            self._configure(settings)
        self._keeper.sync()
        return report

    def _with_choices(self, choices: Any) -> Settings:
        """Today's settings, with the file's where nothing was chosen here."""
        here = self._settings.model_dump(exclude_defaults=True)
        new = {name: value for name, value in choices.items() if name not in OF_THIS_MACHINE and name not in here}
        try:
            return Settings.model_validate({**self._settings.model_dump(), **new})
        except ValidationError as exc:
            first = exc.errors()[0]
            raise ImportFileError(
                "A setting in the file does not fit: {setting} {fault}.",
                "Update this program first.",
                setting=first["loc"],
                fault=first["msg"],
            ) from exc
