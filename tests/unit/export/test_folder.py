"""The workspace as Markdown for reading: one page an item, links between them, names that every disk takes."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime

import yaml

from coach.domain.models import (
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
    Session,
    Story,
    Telling,
)
from coach.domain.takeout import Takeout
from coach.export.folder import to_files, to_zip

AT = datetime(2026, 5, 1, 19, tzinfo=UTC)
ITEMS: tuple[Item, ...] = (
    Person(id="ann", name="Ann Lee", role="baker", channels=(Channel(type="email", value="ann@example.org"),)),
    Person(id="two", name="ANN LEE", about="Another one"),
    Person(id="odd", name='a/b\\c:*?"<>|#^[x]'),
    Event(id="e", name="Dinner", starts=date(2026, 5, 1), programme=(Session(id="t", title="Rye", speakers=("ann",)),)),
    Note(id="n", text='Ann: said "hello"\n---\nand more', at=AT, people=("ann", "Nobody"), event="e"),
    Story(id="s", title="The mill", turn="It turned.", told=(Telling(person="two"),)),
    Draft(id="d", purpose="follow_up", person="ann", created_at=AT, versions=(DraftVersion(number=1, text="Hi Ann."),)),
    Goal(id="g", text="Bake"),
    Commitment(id="c", person="ann", by="me", what="send seeds", due=date(2026, 6, 1)),
    Help(id="h", person="ann", by="them", what="lent a stone"),
)


def _files() -> dict[str, str]:
    return dict(to_files(Takeout(items=ITEMS)))


def _front(text: str) -> dict[str, object]:
    found = yaml.safe_load(text.split("---\n")[1])
    assert isinstance(found, dict)
    return found


def test_every_item_has_a_page_of_its_own_whatever_the_disk() -> None:
    names = [path.casefold() for path in _files()]
    assert len(set(names)) == len(names)
    assert {"People/Ann Lee.md", "People/ANN LEE (2).md", "People/a b c x.md", "Events/Dinner.md"} <= set(_files())


def test_pages_say_what_they_are_and_link_to_each_other() -> None:
    files = _files()
    note = next(text for path, text in files.items() if path.startswith("Notes/"))
    assert _front(note) == {
        "type": "note",
        "id": "n",
        "date": AT,
        "people": ["[[Ann Lee]]", "Nobody"],
        "event": "[[Dinner]]",
    }
    assert "and more" in note
    person = _front(files["People/Ann Lee.md"])
    assert (person["role"], person["email"]) == ("baker", "ann@example.org")
    assert "Rye · [[Ann Lee]]" in files["Events/Dinner.md"]
    assert "[[ANN LEE (2)]]" in files["Stories/The mill.md"]
    assert "Hi Ann." in next(text for path, text in files.items() if path.startswith("Drafts/"))


def test_lists_have_a_page_each() -> None:
    files = _files()
    assert "- [ ] [[Ann Lee]] · you promised: send seeds · by 2026-06-01" in files["Promises.md"]
    assert "- Bake · active" in files["Goals.md"]
    assert "lent a stone" in files["Help given and received.md"]


def test_the_zip_holds_the_same_files() -> None:
    with zipfile.ZipFile(io.BytesIO(to_zip(Takeout(items=ITEMS)))) as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == _files()


def test_long_names_are_cut() -> None:
    (path, _), *_ = to_files(Takeout(items=(Person(name="語" * 300),)))
    assert len(path.encode()) < 200
