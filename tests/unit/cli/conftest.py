"""A coach that answers at once from the sample's items and remembers what it was asked; no store, index or model."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from coach.cli import app
from coach.config import Settings
from coach.domain.agenda import build_agenda
from coach.domain.brief import Brief, Line, PersonBrief, Reason
from coach.domain.capture import CaptureProposal, FoundCommitment, FoundPerson, FoundStory
from coach.domain.evidence import Evidence
from coach.domain.intake import Choices, ImportPreview, SaveReport, Skipped
from coach.domain.models import (
    Capture,
    Commitment,
    Draft,
    DraftVersion,
    Event,
    Goal,
    Item,
    Kind,
    Note,
    Person,
    Reflection,
    ReflectionPrompt,
)
from coach.domain.progress import Update
from coach.errors import CoachError, InputError
from coach.intake.sample import load_sample

TODAY = datetime.now().astimezone().date()


class FakeStore:
    def __init__(self, items: Sequence[Item]) -> None:
        self.items = list(items)

    def of(self, kind: type[Any]) -> list[Any]:
        return [item for item in self.items if isinstance(item, kind)]

    def events(self, with_programme: bool = True) -> list[Event]:
        return self.of(Event)

    def goals(self, status: str | None = None) -> list[Goal]:
        return self.of(Goal)

    def people(self, search: str = "", event: str | None = None, ids: Sequence[str] | None = None) -> list[Person]:
        found = [person for person in self.of(Person) if search.casefold() in person.name.casefold()]
        return [person for person in found if ids is None or person.id in ids]

    @property
    def merging(self) -> Any:
        return SimpleNamespace(identities=lambda: self.of(Person))

    def find_person(self, wanted: str) -> Person | None:
        fitting = [one for one in self.people() if wanted.casefold() in (one.id, one.name.casefold())]
        return fitting[0] if fitting else None


class FakeCoach:
    def __init__(self, home: Path) -> None:
        self.home = home
        self.settings = Settings()
        self.store = FakeStore(load_sample(TODAY))
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.fails: CoachError | BaseException | None = None
        self.closed = False
        self.model = SimpleNamespace(
            name="tiny",
            kind="other",
            start=lambda: None,
            is_here=lambda: True,
            describe=lambda: "tiny (plugged in)",
            state=lambda **_: SimpleNamespace(status="ready", reason=""),
        )
        self.found = ImportPreview(
            importer="pyvideo",
            source="talks",
            items=(Person(id="new", name="Newcomer"),),
            skipped=tuple(Skipped(where=f"file {n}", reason="no title") for n in range(25)),
        )
        self.healthy = True

    def __enter__(self) -> FakeCoach:
        return self

    def __exit__(self, *_: object) -> None:
        self.closed = True

    def _asked(self, what: str, **how: Any) -> None:
        self.asked.append((what, how))
        if self.fails is not None:
            raise self.fails

    def configure(self, settings: Settings) -> None:
        self.settings = settings

    def add(self, item: Item) -> SaveReport:
        self._asked("add", item=item)
        self.store.items.append(item)
        return SaveReport(added=1)

    def preview_import(self, path: Path, *, kind: str = "auto", choices: Choices) -> ImportPreview:
        self._asked("preview", path=path, kind=kind)
        return self.found

    def import_items(self, found: ImportPreview, progress: Callable[[int, int], None]) -> SaveReport:
        self._asked("import", found=found)
        progress(1, 1)
        return SaveReport(added=len(found.items))

    def recall(self, query: str, k: int = 10, **how: Any) -> list[Evidence]:
        self._asked("recall", query=query, k=k, **how)
        at = datetime(2026, 11, 16, tzinfo=UTC)
        why = ({"list": "dense", "rank": 1},) if how["explain"] else ()
        return [Evidence(label="N1", source_id="n1", kind=Kind.NOTE, text="Fake clocks.", score=0.5, at=at, why=why)]

    def prepare(self, event_id: str, goal_ids: Sequence[str] | None = None, **how: Any) -> Brief:
        stream = how.pop("stream")
        self._asked("prepare", event_id=event_id, goal_ids=goal_ids, **how)
        stream(Update(stage="ranked", total=1, payload=SimpleNamespace(people=(SimpleNamespace(name="Amara"),))))
        stream(Update(stage="writing", text="How do you", person_id="sample-amara", done=0, total=1))
        stream(Update(stage="writing", text="How do you drain", person_id="sample-amara", done=0, total=1))
        evidence = Evidence(label="T1", source_id="t1", kind=Kind.SESSION, text="Parcelwing tracks parcels.")
        person = PersonBrief(
            person_id="sample-amara",
            name="Amara Nwosu-Feld",
            reasons=(Reason(text="Runs async Python", labels=("T1",)),),
            openers=(Line(text="How do you drain connections?", labels=("T1",)),),
            evidence=(evidence,),
        )
        return Brief(event_id=event_id, event_name="Harbourlight Days", people=(person,), model="tiny", draft_id="d9")

    def capture(self, text: str, *, event: str | None = None) -> Capture:
        self._asked("capture", text=text, event=event)
        return Capture(id="cap1", text=text, event=event)

    def read_capture(self, capture_id: str, *, stream: Callable[[Update], None]) -> CaptureProposal:
        self._asked("read", capture_id=capture_id)
        return CaptureProposal(
            capture_id=capture_id,
            people=(FoundPerson(name="Pavel", organisation="ferries", facts=("Pavel wears a red scarf.",)),),
            commitments=(FoundCommitment(person="Elif", by="me", what="send my notes"),),
            stories=(FoundStory(title="The laptop", text="…"),),
            unread=("something else",),
        )

    def confirm_capture(self, proposal: CaptureProposal) -> SaveReport:
        self._asked("confirm", proposal=proposal)
        return SaveReport(added=3)

    def follow_up(self, person_id: str, channel: str = "email", intent: str = "", **how: Any) -> Draft:
        how.pop("stream")
        self._asked("follow_up", person_id=person_id, channel=channel, intent=intent, **how)
        check = {
            "sentences": [{"start": 0, "end": 9, "text": "Hi Haneul", "verdict": "supported", "labels": ["N1"]}],
            "claims": [{"start": 3, "end": 9, "text": "Rome", "type": "place", "verdict": "unsupported"}],
        }
        version = DraftVersion(number=1, text="Hi Haneul,\nthe fixture.", subject="Fixture", check=check)
        return Draft(id="d1", purpose="follow_up", person=person_id, channel=channel, versions=(version,))

    def mark_sent(self, draft_id: str, *, next_on: date | None = None, vouch: bool = False) -> Draft:
        self._asked("sent", draft_id=draft_id, next_on=next_on, vouch=vouch)
        return Draft(id=draft_id, purpose="follow_up", status="sent", next_on=next_on)

    def reflect(self, event_id: str, *, stream: Callable[[Update], None]) -> Reflection:
        self._asked("reflect", event_id=event_id)
        return Reflection(id="r1", event=event_id, prompts=(ReflectionPrompt(text="What helped?", labels=("N1",)),))

    def save_reflection(self, reflection: Reflection) -> Reflection:
        self._asked("save_reflection", reflection=reflection)
        return reflection

    def agenda(self) -> Any:
        return build_agenda(
            TODAY,
            people=self.store.of(Person),
            commitments=self.store.of(Commitment),
            events=self.store.of(Event),
        )

    def reindex(self, progress: Callable[[int, int], None]) -> int:
        progress(7, 7)
        return 7

    def doctor(self, *, repair: bool = True) -> Any:
        return SimpleNamespace(
            healthy=self.healthy, repaired=repair, stored=5, indexed=5, missing=1, orphaned=0, waiting=0, problems=()
        )

    def forget_person(self, person_id: str, *, delete_notes: bool = False) -> Any:
        self._asked("forget", person_id=person_id, delete_notes=delete_notes)
        return SimpleNamespace(deleted={"person": 1}, anonymised={"note": 4}, index_elsewhere=False, file_cleaned=True)


@pytest.fixture
def coach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeCoach:
    fake = FakeCoach(tmp_path / "home")

    def open_coach(home: Path | None = None, *, sample: bool = False, starter: bool = False) -> FakeCoach:
        fake.asked.append(("open", {"home": home, "sample": sample, "starter": starter}))
        if home is not None:
            fake.home = home
        return fake

    module = ModuleType("coach.bootstrap")
    module.open_coach = open_coach  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "coach.bootstrap", module)
    return fake


Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Run the program: `run("recall", "clocks", "--json")`; `input=` is what is typed."""
    runner = CliRunner()

    def invoke(*words: str, input: str | None = None) -> Result:
        return runner.invoke(app, list(words), input=input)

    return invoke


__all__ = ["FakeCoach", "InputError", "Note", "Run"]
